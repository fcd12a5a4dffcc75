"""One exchange as WARC records, and back. Source: ISO 28500:2017, WARC 1.1.

Bodies lie there without their transfer and content encodings, so that any tool can read them; the
headers that would no longer be true are kept with `X-Archive-Orig-` before their names, as other
archives do, and Content-Length is that of the stored body.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from oit_audit.model import Exchange, SkipReason

RENDERED = "x-rendered:"
"""Scheme of what a browser made of a page: `x-rendered:https://town.example/`."""

SAME_BODY = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ORIGINAL = "X-Archive-Orig-"
_OVERLOOKED = "X-Oit-Audit-Overlooked"


class _AsSent(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers byte by byte; warcio would escape those beyond ASCII, and a Location would change."""

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        """Return the block, its characters as Latin-1."""
        return bytes((self.to_str(filter_func) + "\r\n").encode("latin-1", errors="replace"))


def instant(moment: datetime) -> str:
    """Return `moment` as WARC writes it, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """Return the instant that WARC-Date names.

    Raises:
        ValueError: it names none.
    """
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def response(warc: WARCWriter, exchange: Exchange, date: datetime) -> ArcWarcRecord:
    """Return the answer with its body, fetched at `date`."""
    return warc.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        warc_headers_dict=_named(exchange, date),
        http_headers=_headers(exchange, f"{exchange.status} {exchange.reason}".strip()),
    )


def revisit(
    warc: WARCWriter, exchange: Exchange, *, digest: str, first_url: str, first_date: datetime
) -> ArcWarcRecord:
    """Return the answer without its body, which lies with an earlier record of this snapshot."""
    unchanged = exchange.unchanged_since is not None
    status = "304 Not Modified" if unchanged else f"{exchange.status} {exchange.reason}".strip()
    record = warc.create_revisit_record(
        exchange.url,
        digest,
        first_url,
        instant(first_date),
        http_headers=_headers(exchange, status),
        warc_headers_dict=_named(exchange, exchange.fetched_at),
    )
    if unchanged:
        record.rec_headers.replace_header("WARC-Profile", NOT_MODIFIED)
    return record


def request(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    """Return the question."""
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return warc.create_warc_record(
        exchange.url,
        "request",
        http_headers=_AsSent(
            f"{exchange.method} {target} HTTP/1.1",
            list(exchange.request_headers),
            is_http_request=True,
        ),
    )


def rendered(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    """Return what a browser made of a page: nothing that a server ever sent."""
    return warc.create_warc_record(
        RENDERED + exchange.url,
        "resource",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        warc_content_type="text/html; charset=utf-8",
        warc_headers_dict={"WARC-Date": instant(exchange.fetched_at)},
    )


def exchange_of(record: ArcWarcRecord, body: bytes) -> Exchange:
    """Return the exchange that a response or a revisit stands for.

    Args:
        record: As it was read; what was asked is not part of it.
        body: Of the record, or of the one that it refers to.

    Raises:
        ValueError: the record says too little.
    """
    named = record.rec_headers
    url = named.get_header("WARC-Target-URI") or ""
    fetched_at = moment(named.get_header("WARC-Date") or "")
    unchanged = named.get_header("WARC-Profile") == NOT_MODIFIED
    since = moment(named.get_header("WARC-Refers-To-Date") or "") if unchanged else None
    status, _, reason = (record.http_headers.statusline if record.http_headers else "").partition(
        " "
    )
    overlooked = named.get_header(_OVERLOOKED)
    return Exchange(
        url=url,
        method="GET",
        request_headers=(),
        status=200 if unchanged else int(status),
        reason="OK" if unchanged else reason,
        headers=_as_sent(record.http_headers.headers),
        body=body,
        fetched_at=fetched_at,
        ip=named.get_header("WARC-IP-Address") or "",
        overlooked=SkipReason(overlooked) if overlooked else None,
        unchanged_since=since,
    )


def _named(exchange: Exchange, date: datetime) -> dict[str, str]:
    named = {"WARC-Date": instant(date)}
    if exchange.ip:
        named["WARC-IP-Address"] = exchange.ip
    if exchange.overlooked is not None:
        named[_OVERLOOKED] = exchange.overlooked.value
    return named


def _headers(exchange: Exchange, status: str) -> StatusAndHeaders:
    headers = [
        (_ORIGINAL + name if name.lower() in _CHANGED else name, value)
        for name, value in exchange.headers
    ]
    headers.append(("Content-Length", str(len(exchange.body))))
    return _AsSent(status, headers, protocol="HTTP/1.1")


def _as_sent(headers: list[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    kept = [
        (name.removeprefix(_ORIGINAL), _latin(str(value)))
        for name, value in headers
        if name.lower() != "content-length"
    ]
    return tuple(kept)


def _latin(value: str) -> str:
    """Return the bytes of `value` as Latin-1, as `Exchange` has them; warcio tries UTF-8 first."""
    if all(character <= "\xff" for character in value):
        return value
    return value.encode("utf-8", errors="replace").decode("latin-1")
