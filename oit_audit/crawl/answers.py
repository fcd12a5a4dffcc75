"""What may come back for one address, and what a status means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote, unquote_to_bytes

from oit_audit.model import Exchange, SkipReason

REDIRECTS = frozenset({301, 302, 303, 307, 308})

_BY_STATUS = {
    401: SkipReason.LOGIN, 403: SkipReason.FORBIDDEN, 404: SkipReason.NOT_FOUND,
    407: SkipReason.LOGIN, 410: SkipReason.GONE, 429: SkipReason.RATE_LIMITED,
    451: SkipReason.FORBIDDEN,
}  # fmt: skip
_LASTING = frozenset({501, 505, 511})
_SAFE_IN_LOCATION = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer to work with."""

    reason: SkipReason
    detail: str = ""
    passing: bool = False
    """May another try help?"""

    wait_s: float = 0.0
    """How long the host asks us to stay away."""


@dataclass(frozen=True, slots=True)
class Known:
    """The address leads to another one that was seen already."""

    url: str
    """Canonical."""


def header(exchange: Exchange, name: str) -> str:
    """Return the first header `name`, any case; empty when there is none."""
    wanted = name.lower()
    return next((value for key, value in exchange.headers if key.lower() == wanted), "")


def media_type(exchange: Exchange) -> str:
    """Return the declared media type, lower case, without parameters."""
    return header(exchange, "content-type").partition(";")[0].strip().lower()


def charset(exchange: Exchange) -> str | None:
    """Return the declared charset, lower case."""
    found = re.search(
        r"charset\s*=\s*[\"']?([\w.:-]+)", header(exchange, "content-type"), re.IGNORECASE
    )
    return found.group(1).lower() if found else None


def location(exchange: Exchange) -> str:
    """Return where a redirect leads, as written, its bytes beyond ASCII escaped."""
    return quote(header(exchange, "location").strip().encode("latin-1"), safe=_SAFE_IN_LOCATION)


def file_name(exchange: Exchange) -> str | None:
    """Return the last part of the name in Content-Disposition. Source: RFC 6266, RFC 8187."""
    text = header(exchange, "content-disposition")
    extended = re.search(r"filename\*\s*=\s*([\w-]*)'[^']*'([^;]+)", text, re.IGNORECASE)
    plain = re.search(r"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;]+))", text, re.IGNORECASE)
    if extended:
        name = _thai(unquote_to_bytes(extended.group(2).strip()))
    elif plain:
        raw = re.sub(r"\\(.)", r"\1", plain.group(1) or plain.group(2) or "").strip()
        name = unquote(_thai(raw.encode("latin-1")))
    else:
        return None
    return re.split(r"[/\\]", name)[-1].strip()[:255] or None


def status_fault(exchange: Exchange) -> Fault | None:
    """Return what the status says against the answer; None for 200."""
    status = exchange.status
    detail = str(status)
    if status == 200:
        return None
    if status in _BY_STATUS:
        return Fault(
            _BY_STATUS[status], detail, passing=status == 429, wait_s=retry_after(exchange)
        )
    if status >= 500:
        return Fault(
            SkipReason.SERVER_ERROR,
            detail,
            passing=status not in _LASTING,
            wait_s=retry_after(exchange) if status == 503 else 0.0,
        )
    return Fault(SkipReason.STATUS, detail)


def retry_after(exchange: Exchange) -> float:
    """Return the seconds that Retry-After asks for; a date counts from the answer's fetching."""
    text = header(exchange, "retry-after").strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - exchange.fetched_at).total_seconds())


def _thai(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", errors="replace")
