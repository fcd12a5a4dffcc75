"""One small visit, written to disk as often as the tests need it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from oit_audit.model import (
    Completion,
    Exchange,
    Kind,
    Organisation,
    Reach,
    Resource,
    Skip,
    SkipReason,
    Snapshot,
)
from oit_audit.store import SnapshotWriter

WHEN = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


HOME = "http://town.example/"


TOWN = Organisation(HOME, "เทศบาลตำบลตัวอย่าง", Kind.MUNICIPALITY, "เชียงใหม่")


OPTIONS = {"delay_s": 1.0, "max_pages": 3_000, "allow_private": False, "contact_url": None}


REACH = Reach(
    Completion.PARTLY,
    "the budget of 3 pages is spent",
    7,
    2,
    1,
    99,
    (Skip(f"{HOME}lost", SkipReason.NOT_FOUND, "404", HOME), Skip(f"{HOME}z", SkipReason.BUDGET)),
)


def exchange(url: str, body: bytes, *headers: tuple[str, str], status: int = 200) -> Exchange:
    asked = (("Host", "town.example"), ("User-Agent", "oit-audit"))
    return Exchange(url, "GET", asked, status, "OK", headers, body, WHEN, "203.0.113.7")


def resource(url: str, body: bytes, **more: Any) -> Resource:
    plain = Resource(url, url, 200, "text/html", "utf-8", WHEN, sha256(body).hexdigest(), len(body))
    return replace(plain, **more)


def written(directory: Path) -> Snapshot:
    """Write a visit with a page, a redirected page, a document and a page that is not there."""
    page, paper = "<h1>เทศบาล</h1>".encode(), b"%PDF-1.4 \x00\xff"
    gzipped = (("Content-Encoding", "gzip"), ("content-length", "5"), ("X-Town", "\xe0\xb8\x81"))
    with SnapshotWriter(directory) as writer:
        writer.store(exchange(HOME, page, ("Content-Type", "text/html"), *gzipped))
        writer.store(exchange(f"{HOME}old?a=1", b"", ("Location", "/a.pdf"), status=302))
        writer.store(exchange(f"{HOME}a.pdf", paper, ("Transfer-Encoding", "chunked")))
        writer.store(exchange(f"{HOME}lost", b"no", status=404))
        return writer.finish(
            TOWN,
            (
                resource(HOME, page),
                resource(f"{HOME}a.pdf", paper, file_name="แผน.pdf", depth=1),
                resource(f"{HOME}old?a=1", paper, final_url=f"{HOME}a.pdf", redirects=(HOME,)),
            ),
            REACH,
            started_at=WHEN,
            finished_at=WHEN,
            options=OPTIONS,
            tool_version="0.1.0",
        )
