"""What a page in the browser may have: its scripts and their data, asked as politely as pages are.

Pictures, sounds, fonts, styles and other pages inside the page are not needed to read its words.
Nothing is sent but questions: GET and no other method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from oit_audit.crawl import links
from oit_audit.crawl.answers import REDIRECTS, Fault, Known, media_type
from oit_audit.crawl.follow import Arrival, Follower, Part
from oit_audit.crawl.screens import Answer, Asked
from oit_audit.model import Exchange, SkipReason, without_fragment

MAX_PARTS = 60
MAX_BYTES = 20_000_000
"""Most requests and bytes for one page, what was asked for another page not counted."""

_MAX_MOVES = 3
"""Times that scripts may send the visitor to another page."""

_MAX_KEPT = 50_000_000
"""Bytes of answers that are kept for the next pages, which mostly have the same scripts."""

_WANTED = frozenset({"document", "script", "xhr", "fetch", "other"})
_DATA = frozenset({"script", "xhr", "fetch"})
_WATCHERS = (
    "google-analytics.com", "googletagmanager.com", "doubleclick.net", "googlesyndication.com",
    "connect.facebook.net", "hotjar.com", "clarity.ms", "histats.com", "truehits.in.th",
    "statcounter.com", "addthis.com", "sharethis.com", "tawk.to",
)  # fmt: skip
"""They count visitors or chat with them, and show nothing that an audit reads."""

_COUNTS = re.compile(
    r"counter|\bcount\b|visit|\bstats?\b|\btrack|analytic|beacon|\bhits?\b|\bping\b|\bcollect\b"
    r"|heartbeat|csrf|\bsession\b|telemetry|\blogs?\b",
    re.IGNORECASE,
)
"""Addresses to which pages tell that somebody is there; nothing is lost by silence."""

_OURS = frozenset(
    {
        "accept-encoding", "accept-language", "cache-control", "connection", "content-length",
        "cookie", "host", "origin", "pragma", "priority", "range", "referer", "user-agent",
        "upgrade-insecure-requests",
    }
)  # fmt: skip
"""Headers of a question that are ours to say, or nobody's."""

_NOT_HANDED_ON = frozenset(
    {
        "alt-svc", "clear-site-data", "connection", "content-encoding", "content-length",
        "keep-alive", "link", "location", "nel", "refresh", "report-to", "set-cookie",
        "strict-transport-security", "transfer-encoding",
    }
)  # fmt: skip
_ELSEWHERE = (SkipReason.OFF_SITE, SkipReason.PRIVATE_ADDRESS, SkipReason.INVALID_URL)
_STYLE = Answer(200, (("content-type", "text/css"), ("access-control-allow-origin", "*")), b"")


class Larder:
    """Asks for the parts of all pages of one visit, and keeps what they may share."""

    def __init__(self, follower: Follower) -> None:
        self.exchanges: list[Exchange] = []
        """What was asked since somebody took these away."""

        self._follower = follower
        self._kept: dict[tuple[str, tuple[tuple[str, str], ...]], Answer] = {}
        self._bytes = 0

    @property
    def is_asking(self) -> bool:
        """Is any request under way, not only waiting for its turn?"""
        return self._follower.asking > 0

    def kept(self, asked: Asked) -> Answer | None:
        """Return the answer from before, if there is one."""
        return self._kept.get(_key(asked))

    async def ask(self, asked: Asked, max_bytes: int) -> Arrival:
        """Ask a server, and keep what it says."""
        part = Part(_said_by_scripts(asked), max_bytes, anywhere=not asked.is_page)
        arrival = await self._follower.fetch_part(without_fragment(asked.url), part)
        self.exchanges.extend(arrival.exchanges)
        answer = _answer(arrival)
        if answer is not None and self._bytes + len(answer.body) <= _MAX_KEPT:
            self._bytes += len(answer.body)
            self._kept[_key(asked)] = answer
        return arrival


class PageDoor:
    """The way out for one page."""

    def __init__(self, larder: Larder, page: Exchange) -> None:
        self.moves: list[str] = []
        """Canonical addresses of the pages to which scripts sent the visitor."""

        self.fault: Fault | None = None
        """Why such a page could not be had."""

        self.withheld: list[str] = []
        """What the page wanted to know and was not told, one clause each."""

        self._larder = larder
        self._page: Exchange | None = page
        self._asked = 0
        self._bytes = 0
        self._waiting = 0

    @property
    def waits_its_turn(self) -> bool:
        """Is it our own politeness, and nobody else, that the page waits for now?"""
        return self._waiting > 0 and not self._larder.is_asking

    def refuse_socket(self, url: str) -> None:
        """Hear that the page wanted a web socket, which nobody gets."""
        self.withheld.append(f"a web socket to {url}")

    async def answer(self, asked: Asked) -> Answer | None:
        """Answer a request; None refuses it."""
        if asked.is_page:
            return await self._move(asked)
        if asked.kind == "stylesheet":
            return _STYLE
        if asked.kind not in _WANTED or asked.kind == "document" or _watches(asked.url):
            return None
        if asked.method != "GET":
            self._withhold(asked, f"{asked.method} {asked.url}")
            return None
        return self._larder.kept(asked) or await self._fetch(asked)

    async def _move(self, asked: Asked) -> Answer | None:
        """Give the page itself, or another one of the site to which a script moves on."""
        if self._page is not None:
            page, self._page = self._page, None
            return Answer(200, _handed_on(page), page.body)
        if asked.method != "GET" or len(self.moves) >= _MAX_MOVES:
            self.withheld.append(f"it moves to {asked.url}"[:200])
            return None
        arrival = await self._ask(asked)
        if arrival is None or not isinstance(arrival.end, Exchange):
            self._stay(asked, arrival)
            return None
        if links.kind_by_type(media_type(arrival.end)) is not links.Kind.PAGE:
            return None
        self.moves.append(arrival.final)
        return _answer(arrival)

    def _stay(self, asked: Asked, arrival: Arrival | None) -> None:
        """Remember why the page cannot move; to another site it only does not."""
        end = arrival.end if arrival else None
        if isinstance(end, Fault) and end.reason not in _ELSEWHERE:
            self.fault = end
        else:
            self.withheld.append(f"it moves to {asked.url}"[:200])

    async def _fetch(self, asked: Asked) -> Answer | None:
        arrival = await self._ask(asked)
        if arrival is None:
            self._withhold(asked, "the page asks for too much")
            return None
        answer = _answer(arrival)
        reason = arrival.end.reason if isinstance(arrival.end, Fault) else None
        failed = answer is None or answer.status >= 500
        if failed and reason is not SkipReason.PRIVATE_ADDRESS:
            self._withhold(asked, f"{reason or 'no answer'}: {asked.url}")
        return answer

    async def _ask(self, asked: Asked) -> Arrival | None:
        """Ask a server; None when this page has had its share."""
        if self._asked >= MAX_PARTS or self._bytes >= MAX_BYTES:
            return None
        self._asked += 1
        self._waiting += 1
        try:
            arrival = await self._larder.ask(asked, MAX_BYTES - self._bytes)
        finally:
            self._waiting -= 1
        self._bytes += sum(len(exchange.body) for exchange in arrival.exchanges)
        return arrival

    def _withhold(self, asked: Asked, why: str) -> None:
        if asked.kind in _DATA and not _COUNTS.search(urlsplit(asked.url).path):
            self.withheld.append(why[:200])


def _answer(arrival: Arrival) -> Answer | None:
    """Return what a server said in the end, errors included; None when it said nothing."""
    last = arrival.exchanges[-1] if arrival.exchanges else None
    if last is None or isinstance(arrival.end, Known) or last.status in REDIRECTS:
        return None
    if isinstance(arrival.end, Fault) and last.status == 200:
        return None
    return Answer(last.status, _handed_on(last), last.body)


def _handed_on(exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """Return the headers that a page may see, each name once."""
    joined: dict[str, str] = {}
    for name, value in exchange.headers:
        key = name.lower()
        if key not in _NOT_HANDED_ON and _is_plain(value):
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return tuple(joined.items())


def _said_by_scripts(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return the headers that the page has put into its question."""
    return tuple(sorted(_chosen(asked)))


def _chosen(asked: Asked) -> Iterator[tuple[str, str]]:
    for name, value in asked.headers:
        key = name.lower()
        if key not in _OURS and not key.startswith(("sec-", "if-", ":")) and _is_plain(value):
            yield key, value


def _is_plain(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _key(asked: Asked) -> tuple[str, tuple[tuple[str, str], ...]]:
    return without_fragment(asked.url), _said_by_scripts(asked)


def _watches(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == name or host.endswith("." + name) for name in _WATCHERS)
