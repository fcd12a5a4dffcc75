"""The loop: from the home page to everything that may be seen within the budgets."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import math
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

from oit_audit.crawl import abroad, given, links, reception, sitemaps
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.borders import (
    CrawlResult,
    Given,
    Memory,
    NoMemory,
    Priority,
    ReadLinks,
    Sink,
)
from oit_audit.crawl.budget import INTERRUPTED, Budget
from oit_audit.crawl.entrance import address_of_home, unreachable
from oit_audit.crawl.fetcher import Fetcher
from oit_audit.crawl.follow import Arrival, Follower
from oit_audit.crawl.frontier import Entry
from oit_audit.crawl.guard import Guard
from oit_audit.crawl.harvest import Harvest
from oit_audit.crawl.jobs import end, outside
from oit_audit.crawl.reception import Guest
from oit_audit.crawl.rendering import Drawn, Renderer, Start, start_browser
from oit_audit.crawl.selection import Selection
from oit_audit.model import (
    ONLY_ENTERED,
    Exchange,
    Organisation,
    Remark,
    RemarkKind,
    SkipReason,
    resolve,
)
from oit_audit.progress import CrawlState, Silent, Watcher
from oit_audit.settings import CrawlSettings

logger = logging.getLogger(__name__)

_NONE = Given()

_PATIENCE_S = 5.0
"""How long a later answer waits for an earlier one, so that the order of work stays the same."""


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


async def crawl(
    organisation: Organisation,
    settings: CrawlSettings,
    *,
    sink: Sink,
    read_links: ReadLinks,
    priority: Priority,
    watcher: Watcher | None = None,
    now: Callable[[], datetime] = utc_now,
    stop: asyncio.Event | None = None,
    memory: Memory | None = None,
    named: Given = _NONE,
    transport: httpx.AsyncBaseTransport | None = None,
    start_browser: Start = start_browser,
) -> CrawlResult:
    """Visit the website of `organisation`.

    Args:
        organisation: Whose website, with the address of its home page.
        settings: Budgets and manners.
        sink: Keeps every exchange.
        read_links: Gives the links of a page or paper.
        priority: How much a link looks like evidence.
        watcher: Hears of every address that is done.
        now: The clock for what is written down.
        stop: When set, the crawl ends soon and says that it was interrupted.
        memory: Answers of a visit that was cut off, or of an earlier one.
        named: Addresses that are asked for first and always.
        transport: Plays the network in tests of what a loopback server cannot play.
        start_browser: Starts the browser for pages that are empty without.

    Raises:
        AddressError: The address is none, or must not be asked.
        UnreachableError: The first page never came.
    """
    home = address_of_home(organisation.url)
    harvest = Harvest.around(home, settings, sink, read_links, priority)
    guard = Guard(settings.allow_private, is_own=harvest.site.includes)
    fetcher = Fetcher(settings, guard, now, transport)
    follower = Follower(settings, fetcher, harvest.site, memory or NoMemory())
    renderer = Renderer(settings, follower, now, start_browser)
    harvest.goes_on = not named.alone
    crawler = _Crawler(home, settings, fetcher, follower, renderer, harvest, watcher or Silent())
    crawler.named = named.urls
    started_at = now()
    try:
        why = await crawler.run(stop or asyncio.Event())
    finally:
        await renderer.aclose()
        await fetcher.aclose()
    resources, reach = harvest.bring_home(why, fetcher.requests)
    logger.info("visited: %s with %d requests %s", reach.completion, reach.requests, home)
    return CrawlResult(resources, reach, started_at, now())


class _Crawler:
    """One visit."""

    def __init__(
        self,
        home: str,
        settings: CrawlSettings,
        fetcher: Fetcher,
        follower: Follower,
        renderer: Renderer,
        harvest: Harvest,
        watcher: Watcher,
    ) -> None:
        self._home = home
        self._settings = settings
        self._fetcher = fetcher
        self._follower = follower
        self._renderer = renderer
        self._harvest = harvest
        self._watcher = watcher
        self._frontier = harvest.frontier
        self._loop = asyncio.get_running_loop()
        self._budget = Budget(settings, self._loop.time() + settings.max_seconds)
        self._running: deque[tuple[Entry, asyncio.Task[Arrival]]] = deque()
        self._selection = Selection(harvest, settings.max_depth, lambda: renderer.refusal)
        self._stop = asyncio.Event()
        self.named: tuple[str, ...] = ()
        """Addresses that are asked for first and always."""

    async def run(self, stop: asyncio.Event) -> str | None:
        """Visit everything; return why not everything was seen, None when it was."""
        self._stop = stop
        stopped = self._loop.create_task(stop.wait())
        opening = self._loop.create_task(self._open())
        try:
            await self._wait({opening, stopped})
            if opening.done():
                opening.result()
            while (cut := self._cut(stopped)) is None:
                self._start()
                if not self._running:
                    if not self._selection.found_nearer():
                        break
                    continue
                done = await self._next(stopped)
                if done is not None:
                    await self._finish(*done)
        finally:
            await end(opening, stopped, *(task for _, task in self._running))
        return self._account(cut)

    async def _open(self) -> None:
        """Get the home page, learn how the site says *no*, and read its sitemaps."""
        entry = self._harvest.offer(self._home, 1.0, 0, parent=None)
        self._frontier.take(lambda _: True)
        if entry is None:  # pragma: no cover - an empty frontier has room
            return
        while True:
            arrival = await self._visit(entry)
            fault = await self._take_in(entry, arrival)
            if fault is None:
                break
            entry.attempts += 1
            if not self._follower.may_pass(fault) or entry.attempts > self._settings.retries:
                raise unreachable(self._home, fault, redirected=bool(arrival.exchanges))
            await self._follower.back_off(self._home, entry.attempts, fault)
        token = hashlib.sha256(self._home.encode()).hexdigest()[:16]
        nothing = await self._follower.visit(
            urljoin(self._home, f"/no-such-page-{token}"), _wants_pages, self._harvest.is_known
        )
        self._follower.aside.extend(nothing.exchanges)
        self._harvest.reception.learn_nothing(await self._whole(nothing))
        given.offer(self._harvest, self._home, self.named)
        if self._harvest.goes_on:
            await self._read_sitemaps()

    async def _read_sitemaps(self) -> None:
        rules = await self._follower.robots.rules(self._home)
        named = [url for name in rules.sitemaps if (url := resolve(self._home, name))]
        site = self._harvest.site
        found = await sitemaps.listed(
            named or [urljoin(self._home, "/sitemap.xml")],
            self._follower.fetch_rules,
            lambda url: site.includes(url) and rules.allows(url),
            limit=2 * (self._settings.max_pages + self._settings.max_documents),
        )
        for url in found:
            if links.kind_by_name(url) in (links.Kind.PAGE, links.Kind.DOCUMENT):
                self._harvest.offer(url, 0.0, 2, parent=None)

    def _start(self) -> None:
        """Start what may start now."""
        while (entry := self._selection.next(self._is_ready)) is not None:
            self._running.append((entry, self._loop.create_task(self._visit(entry))))

    def _is_ready(self, lane: tuple[str, bool]) -> bool:
        return self._budget.admits(lane, (entry.lane for entry, _ in self._running), self._harvest)

    async def _visit(self, entry: Entry) -> Arrival:
        pictures = entry.priority >= links.EVIDENCE

        def wanted(media_type: str) -> bool:
            kind = links.kind_by_type(media_type)
            return pictures if kind is links.Kind.IMAGE else kind is not links.Kind.UNREAD

        if entry.foreign is not None:
            way = abroad.Way(self._follower, self._harvest.site, wanted, self._harvest.is_known)
            return await way.to(entry.foreign)
        return await self._follower.visit(entry.url, wanted, self._harvest.is_known)

    async def _next(
        self, stopped: asyncio.Task[bool]
    ) -> tuple[Entry, asyncio.Task[Arrival]] | None:
        """Wait for the site's oldest answer; when it is slow, for any. None when time is over."""
        tasks = [task for _, task in self._running]
        oldest = next((task for entry, task in self._running if not entry.foreign), tasks[0])
        await self._wait({oldest, stopped}, _PATIENCE_S)
        if not oldest.done() and not stopped.done():
            await self._wait({*tasks, stopped})
        for pair in self._running:
            if pair[1].done():
                self._running.remove(pair)
                return pair
        return None

    async def _wait(
        self,
        tasks: set[
            asyncio.Task[Arrival]
            | asyncio.Task[Drawn | Fault]
            | asyncio.Task[bool]
            | asyncio.Task[None]
        ],
        at_most_s: float = math.inf,
    ) -> None:
        """Wait until one of `tasks` is done, no longer than the visit may last."""
        left = max(0.0, self._budget.deadline - self._loop.time())
        await asyncio.wait(tasks, timeout=min(left, at_most_s), return_when="FIRST_COMPLETED")

    async def _finish(self, entry: Entry, task: asyncio.Task[Arrival]) -> None:
        fault = await self._take_in(entry, task.result())
        host = entry.lane[0]
        self._selection.heard(entry, fault)
        if fault is not None:
            if self._follower.may_pass(fault) and entry.attempts < self._settings.retries:
                self._frontier.again(entry)
                await self._follower.back_off(entry.url, entry.attempts, fault)
            else:
                self._harvest.ledger.skip(entry, fault.reason, fault.detail)
        harvest = self._harvest
        waiting, skipped = len(self._frontier), harvest.ledger.skipped
        self._watcher.crawled(CrawlState(harvest.pages, harvest.documents, waiting, skipped, host))

    async def _take_in(self, entry: Entry, arrival: Arrival) -> Fault | None:
        aside, self._follower.aside = self._follower.aside, []
        for exchange in aside:
            await outside(self._harvest.keep, exchange)
        result = await outside(self._harvest.take_in, entry, arrival)
        if not isinstance(result, Guest):
            return result
        drawn = await self._draw(arrival, result.exchange)
        return await outside(self._harvest.take_in_drawn, entry, arrival, result, drawn)

    async def _draw(self, arrival: Arrival, page: Exchange) -> Drawn | Fault:
        """Let a browser run the scripts of `page`, as long as the visit may last."""
        stopped = self._loop.create_task(self._stop.wait())
        drawing = self._loop.create_task(self._renderer.render(arrival.final, page))
        try:
            await self._wait({drawing, stopped})
            if drawing.done():
                return drawing.result()
            cut = self._cut(stopped) or ""
            return Fault(_reason(cut), cut)
        finally:
            await end(drawing, stopped)
            for part in self._renderer.parts():
                await outside(self._harvest.keep, part)

    async def _whole(self, arrival: Arrival) -> Arrival:
        """Return `arrival`, or what a browser makes of it where it is empty without."""
        page = arrival.end
        if not isinstance(page, Exchange) or not reception.is_shell(page):
            return arrival
        drawn = await self._draw(arrival, page)
        if isinstance(drawn, Fault) or drawn.withheld:
            return arrival
        await outside(self._harvest.keep, drawn.exchange)
        return self._harvest.whole(arrival, drawn)

    def _cut(self, stopped: asyncio.Task[bool]) -> str | None:
        if stopped.done():
            return INTERRUPTED
        return self._budget.spent(self._fetcher.requests, self._fetcher.bytes, self._loop.time())

    def _account(self, cut: str | None) -> str | None:
        """Write down what was not asked any more; return why not everything was seen."""
        for origin in self._follower.intruded:
            self._harvest.remarks.add(Remark(RemarkKind.ROBOTS_IGNORED, origin))
        under_way = [entry for entry, _ in self._running]
        self._selection.close(under_way, Fault(_reason(cut), cut) if cut else None)
        site = self._harvest.site
        shut = () if self._settings.ignore_robots else self._follower.robots.closed
        closed = [origin for origin in shut if site.includes(urljoin(origin, "/"))]
        why = cut or self._budget.shortfall(self._harvest, closed, self._selection.down)
        return why or (None if self._harvest.goes_on else ONLY_ENTERED)


def _reason(cut: str) -> SkipReason:
    return SkipReason.INTERRUPTED if cut == INTERRUPTED else SkipReason.BUDGET


def _wants_pages(media_type: str) -> bool:
    return links.kind_by_type(media_type) is links.Kind.PAGE
