"""Pages that are empty until a script has run, made whole by a browser: at most so many."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from oit_audit.crawl.answers import Fault
from oit_audit.crawl.executables import find_browser, has_playwright
from oit_audit.crawl.follow import Follower
from oit_audit.crawl.parts import Larder, PageDoor
from oit_audit.crawl.screens import BrowserError, Screen, Shown
from oit_audit.model import Exchange, SkipReason, canonical
from oit_audit.settings import CrawlSettings

_RESTARTS = 1
"""Times that a browser which has died is started again."""

Start = Callable[[], Awaitable[Screen]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a browser made of a page."""

    exchange: Exchange
    hops: tuple[str, ...]
    """Canonical addresses to which its scripts went, the last one included."""

    withheld: tuple[str, ...]
    """What it wanted to know and was not told; empty when it was given everything in time."""


async def start_browser() -> Screen:
    """Start the browser of this machine.

    Raises:
        BrowserError: There is none, or it does not start.
    """
    executable = find_browser()
    if executable is None or not has_playwright():
        raise BrowserError("there is no browser")
    try:
        from oit_audit.crawl.browser import Browser  # noqa: PLC0415 - an extra, when it is needed
    except ImportError as error:
        raise BrowserError(f"playwright cannot be imported: {error}") from error
    return await Browser.start(executable)


async def try_browser() -> str:
    """Start the browser of this machine, end it, and return its version.

    Raises:
        BrowserError: There is none, or it does not work.
    """
    screen = await start_browser()
    try:
        return await screen.try_out()
    finally:
        await screen.aclose()


class Renderer:
    """Starts a browser when the first page needs it, and ends it with the visit."""

    def __init__(
        self,
        settings: CrawlSettings,
        follower: Follower,
        now: Callable[[], datetime],
        start: Start = start_browser,
    ) -> None:
        self._settings = settings
        self._larder = Larder(follower)
        self._now = now
        self._start = start
        self._screen: Screen | None = None
        self._starts = 0
        self._count = 0
        self._broken = ""

    @property
    def refusal(self) -> Fault | None:
        """Say why no page can be made whole, or none any more."""
        why = self._broken
        if not self._settings.browser:
            why = "the browser is switched off"
        elif self._count >= self._settings.max_rendered:
            why = f"the budget of {self._settings.max_rendered} rendered pages is spent"
        return Fault(SkipReason.NEEDS_BROWSER, why) if why else None

    def parts(self) -> list[Exchange]:
        """Take away what pages have asked for since the last time."""
        taken, self._larder.exchanges = self._larder.exchanges, []
        return taken

    async def render(self, url: str, page: Exchange) -> Drawn | Fault:
        """Return `page`, which answered at the canonical address `url`, after its scripts ran."""
        if (refusal := self.refusal) is not None:
            return refusal
        door = PageDoor(self._larder, page)
        try:
            screen = await self._ready()
            self._count += 1
            shown = await screen.show(url, door, max_bytes=self._settings.max_body_bytes)
            return door.fault or self._drawn(url, door, shown)
        except BrowserError as error:
            await self._let_go_of_the_dead()
            return Fault(SkipReason.NEEDS_BROWSER, str(error))

    async def aclose(self) -> None:
        """End the browser, if one was started."""
        screen, self._screen = self._screen, None
        if screen is not None:
            await screen.aclose()

    async def _ready(self) -> Screen:
        if self._screen is None:
            self._starts += 1
            try:
                self._screen = await self._start()
            except BrowserError as error:
                self._broken = str(error)
                raise
        return self._screen

    async def _let_go_of_the_dead(self) -> None:
        if self._screen is not None and not self._screen.is_alive:
            await self.aclose()
            if self._starts > _RESTARTS:
                self._broken = "the browser died more than once"

    def _drawn(self, url: str, door: PageDoor, shown: Shown) -> Drawn:
        try:
            final = canonical(shown.url)
        except ValueError as error:
            raise BrowserError(f"it went to {shown.url[:100]}") from error
        body = shown.html.encode("utf-8", errors="replace")
        hops = tuple(hop for hop in dict.fromkeys((*door.moves, final)) if hop != url)
        withheld = tuple(door.withheld)
        if not shown.at_rest:
            withheld = (*withheld, "its scripts did not come to an end")
        exchange = Exchange(
            url=final,
            method="GET",
            request_headers=(),
            status=200,
            reason="OK",
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=body,
            fetched_at=self._now(),
            rendered=True,
        )
        return Drawn(exchange, hops if final != url else (), withheld)
