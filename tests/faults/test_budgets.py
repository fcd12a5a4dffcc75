"""What a visit may take, counted by the server; and what is said when it was not enough."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from oit_audit.model import Completion, SkipReason, Status
from tests.crawl.town import Asked, Reply, Route, Town, page
from tests.faults.scene import (
    BRIEF,
    FAULT,
    FAULTY,
    HEALTHY,
    STRUCTURE,
    home,
    links,
    opened,
    reply,
    visited,
)

ROOT = Path(__file__).parents[2]
NEWS = {f"/news/{n}": page(title=f"ข่าว {n}", text=f"ข่าว {'ก' * n}") for n in range(40)}
PAPERS: dict[str, Route] = {
    f"/paper/{n}.pdf": reply(b"%PDF-1.4 " + b"x" * n, kind="application/pdf") for n in range(20)
}
ASIDE = ("/robots.txt", "/sitemap.xml", "/no-such-page")


def front(*more: str) -> str:
    """Return a home page on which what counts stands last."""
    return home().replace("<a ", links(*more) + "<a ", 1)


def big_town() -> dict[str, Route]:
    return {"/": front(*NEWS, *PAPERS), FAULT: STRUCTURE, **NEWS, **PAPERS}


def asked_for(town: Town, *, papers: bool) -> list[str]:
    paths = [path for path in town.paths if not path.startswith(ASIDE)]
    return [path for path in paths if path.endswith(".pdf") == papers]


@pytest.mark.parametrize("most", [1, 2, 7])
async def test_pages_are_counted_exactly(most: int) -> None:
    async with opened(big_town()) as town:
        seen = await visited(town, BRIEF, max_pages=most)
    assert len(asked_for(town, papers=False)) == most == seen.audit.reach.pages
    assert len(asked_for(town, papers=True)) == len(PAPERS)
    assert seen.audit.reach.reason == f"the budget of {most} pages is spent"
    assert seen.audit.reach.completion is Completion.PARTLY


@pytest.mark.parametrize("most", [0, 1, 5])
async def test_papers_are_counted_exactly(most: int) -> None:
    async with opened(big_town()) as town:
        seen = await visited(town, BRIEF, max_documents=most)
    assert len(asked_for(town, papers=True)) == most == seen.audit.reach.documents
    assert len(asked_for(town, papers=False)) == len(NEWS) + 3
    assert seen.audit.reach.reason == f"the budget of {most} documents is spent"
    assert seen.status(HEALTHY) is Status.MET


async def test_bytes_are_counted() -> None:
    heavy: dict[str, Route] = {
        path: reply(text + "<!--" + "x" * 100_000 + "-->") for path, text in NEWS.items()
    }
    async with opened({**big_town(), **heavy}) as town:
        seen = await visited(town, BRIEF, max_bytes=500_000, concurrency=1)
    assert seen.audit.reach.bytes <= 500_000 + 110_000
    assert 4 <= len([path for path in town.paths if path in NEWS]) <= 6
    assert seen.audit.reach.reason == "the budget of 500000 bytes is spent"


async def test_seconds_are_counted() -> None:
    async def slowly(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<p>x")
        await writer.drain()

    slow: dict[str, Route] = dict.fromkeys(NEWS, slowly)
    began = time.monotonic()
    async with opened({**big_town(), **slow}) as town:
        seen = await visited(town, BRIEF, max_seconds=1.5, concurrency=1)
    assert time.monotonic() - began < 10
    assert seen.audit.reach.reason == "the budget of 1.5 seconds is spent"
    assert len([path for path in town.paths if path in NEWS]) <= 8


async def test_evidence_comes_first() -> None:
    """What counts stands behind forty pieces of news, and four requests find it."""
    async with opened(big_town()) as town:
        seen = await visited(town, BRIEF, max_pages=4, concurrency=1)
    assert {"/contact", FAULT} <= set(asked_for(town, papers=False))
    assert seen.status(HEALTHY) is Status.MET


async def test_what_was_not_looked_for_to_the_end_is_not_missing() -> None:
    async with opened({**big_town(), "/": front(*NEWS, "/more")}) as town:
        seen = await visited(town, BRIEF, max_pages=3)
    undecided = [part for part in seen.audit.verdicts if part.status is Status.UNKNOWN]
    assert undecided
    assert {part.completion for part in undecided} == {Completion.PARTLY}
    assert Status.MISSING not in {part.status for part in seen.audit.verdicts}
    assert SkipReason.BUDGET in seen.reasons.values()
    assert seen.status(HEALTHY) is Status.MET
    assert seen.status(FAULTY) is not Status.MISSING


async def test_failures_are_no_way_around_the_budget() -> None:
    """A site that answers everything with errors is asked only so often."""
    broken: dict[str, Route] = {
        "/": home(links(*(f"/{'ab'[n % 2]}{n}" for n in range(900)))),
        FAULT: STRUCTURE,
    }
    async with opened(broken) as town:
        town.fallback = lambda _: Reply(status=404)
        seen = await visited(town, BRIEF, max_pages=5, max_documents=5)
    assert len(town.asked) <= 100 + 3 * 10 + 2
    assert "requests is spent" in (seen.audit.reach.reason or "")


@dataclass(frozen=True)
class Ended:
    code: int
    audit: dict[str, Any]
    said: str
    paths: list[str]


async def command(town: Town, folder: Path, *options: str, stop_at: str = "") -> Ended:
    """Run the real command; when `stop_at` is asked for, press Ctrl-C."""
    out = folder / "audit.json"
    base = ["--year", "2566", "--today", "2023-04-20", "--allow-private", "--delay", "0"]
    process = subprocess.Popen(  # noqa: ASYNC220 - it does not block
        [sys.executable, "-m", "oit_audit", "scan", town.url, *base, *options, "-o", f"json={out}"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    waiting = asyncio.create_task(asyncio.to_thread(process.communicate, timeout=60))
    while stop_at and stop_at not in town.paths and not waiting.done():  # noqa: ASYNC110 - or dies
        await asyncio.sleep(0.02)
    if stop_at:
        process.send_signal(signal.SIGINT)
    _, err = await waiting
    audit = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    return Ended(process.returncode, audit, err.decode(), list(town.paths))


@asynccontextmanager
async def honest(**routes: Route) -> AsyncIterator[Town]:
    async with opened({**big_town(), **routes}) as town:
        yield town


async def test_the_command_says_that_a_budget_was_spent(tmp_path: Path) -> None:
    async with honest() as town:
        ended = await command(town, tmp_path, "--max-pages", "6")
    assert ended.code == 3, ended.said
    assert "the budget of 6 pages is spent" in ended.said
    assert ended.audit["reach"]["completion"] == "partly"
    assert len(asked_for(town, papers=False)) == 6
    assert "partly" in {item["completion"] for item in ended.audit["items"]}


async def test_the_command_ends_well_when_all_was_seen(tmp_path: Path) -> None:
    async with honest() as town:
        ended = await command(town, tmp_path)
    assert ended.code == 0, ended.said
    assert ended.audit["reach"]["completion"] == "full"


async def test_ctrl_c_writes_what_there_is(tmp_path: Path) -> None:
    async def slowly(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1.0)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<p>x")
        await writer.drain()

    slow: dict[str, Route] = dict.fromkeys(NEWS, slowly)
    began = time.monotonic()
    async with honest(**slow) as town:
        ended = await command(town, tmp_path, stop_at="/news/3")
    assert time.monotonic() - began < 50
    assert ended.code == 130, ended.said
    assert "Traceback" not in ended.said
    assert ended.audit["reach"]["completion"] == "partly"
    assert ended.audit["reach"]["reason"] == "interrupted"
    skipped = {part["reason"] for part in ended.audit["reach"]["skipped"]}
    assert SkipReason.INTERRUPTED in skipped
    statuses = {item["id"]: item["status"] for item in ended.audit["items"]}
    assert statuses[HEALTHY] == "met"
    assert "missing" not in statuses.values()
    assert len([path for path in ended.paths if path in NEWS]) < len(NEWS)
