"""One address, from the question to the last answer, over its redirects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from oit_audit.crawl.answers import REDIRECTS, Fault, Known, header, location, status_fault
from oit_audit.crawl.borders import Memory
from oit_audit.crawl.fetcher import Fetcher, Headers, Wanted
from oit_audit.crawl.politeness import Paces
from oit_audit.crawl.robots import Robots
from oit_audit.crawl.urls import Site, host_key
from oit_audit.model import Exchange, SkipReason, canonical
from oit_audit.settings import CrawlSettings


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of one address."""

    url: str
    """Canonical, as asked first."""

    exchanges: tuple[Exchange, ...]
    """All questions and answers on the way, in their order."""

    end: Exchange | Known | Fault
    """The answer with status 200, an address seen before, or what went wrong."""

    hops: tuple[str, ...] = ()
    """Canonical addresses that redirects led to, the last one included, none twice in a row."""

    @property
    def final(self) -> str:
        """Return the canonical address at which the way ended."""
        return self.hops[-1] if self.hops else self.url


Within = Callable[[str], bool]
"""May this canonical address be asked on the way?"""


@dataclass(frozen=True, slots=True)
class Part:
    """How a browser's page and its parts are asked for."""

    headers: Headers
    """What the page itself says in its question."""

    max_bytes: int
    anywhere: bool
    """May it lie on another site?"""


class Follower:
    """Asks, waits its turn, and follows redirects by hand: each is looked at before it is asked."""

    def __init__(
        self, settings: CrawlSettings, fetcher: Fetcher, site: Site, memory: Memory
    ) -> None:
        self.robots = Robots(self.fetch_rules)
        self.aside: list[Exchange] = []
        """Exchanges that belong to no address of the frontier: robots.txt and sitemaps."""

        self.intruded: set[str] = set()
        """Origins whose robots.txt kept us out, and was ignored."""

        self.asking = 0
        """Requests under way, those that wait for their turn not counted."""

        self._settings = settings
        self._fetcher = fetcher
        self._site = site
        self._memory = memory
        self._paces = Paces(settings.delay_s, settings.concurrency, settings.jitter_s)

    async def fetch_rules(self, url: str) -> Exchange | Fault:
        """Get a file about the site for machines: not asked of robots, tried again at once."""
        end: Exchange | Known | Fault = Fault(SkipReason.NETWORK)
        for attempt in range(self._settings.retries + 1):
            if isinstance(end, Fault) and attempt:
                await self.back_off(url, attempt, end)
            anywhere = _anything if not self._site.includes(url) else None
            arrival = await self._follow(url, _anything, _nothing, robots=False, within=anywhere)
            self.aside.extend(arrival.exchanges)
            end = arrival.end
            if not isinstance(end, Fault) or not self.may_pass(end):
                break
        return Fault(SkipReason.REDIRECT_LOOP) if isinstance(end, Known) else end

    async def visit(
        self, url: str, wanted: Wanted, known: Callable[[str], bool], within: Within | None = None
    ) -> Arrival:
        """Ask for `url`, a canonical address.

        Args:
            url: What to ask for.
            wanted: Which media types are worth a download.
            known: Was this canonical address seen already? A redirect to it is not followed.
            within: Where a redirect may lead; to the site and nowhere else when left out.
        """
        return await self._follow(url, wanted, known, robots=True, within=within)

    async def fetch_part(self, url: str, part: Part) -> Arrival:
        """Ask for a part of a page: guard, robots and pace as ever; tried again once."""
        arrival = await self._follow(url, _readable, _nothing, robots=True, part=part)
        if isinstance(arrival.end, Fault) and self.may_pass(arrival.end):
            await self.back_off(url, 1, arrival.end)
            again = await self._follow(url, _readable, _nothing, robots=True, part=part)
            arrival = replace(again, exchanges=(*arrival.exchanges, *again.exchanges))
        return arrival

    def may_pass(self, fault: Fault) -> bool:
        """May another try help, within the time that we are ready to wait?"""
        return fault.passing and fault.wait_s <= self._settings.max_retry_after_s

    async def back_off(self, url: str, attempt: int, fault: Fault) -> None:
        """Stay away from the host of `url` as it asks, else a little longer at each attempt.

        One that says that it is asked too much speaks for its machine, and all hosts on it.
        """
        own = max(0.1, self._settings.delay_s) * 2.0**attempt
        tired = fault.reason in (SkipReason.RATE_LIMITED, SkipReason.SERVER_ERROR)
        address = await self._fetcher.address(url) if tired else ""
        self._paces.pause(host_key(url), address, max(fault.wait_s, own))

    async def _follow(
        self,
        url: str,
        wanted: Wanted,
        known: Callable[[str], bool],
        *,
        robots: bool,
        part: Part | None = None,
        within: Within | None = None,
    ) -> Arrival:
        within = _anything if part and part.anywhere else within or self._site.includes
        exchanges: list[Exchange] = []
        hops: list[str] = []
        steps: set[tuple[str, str]] = set()
        target = url
        while True:
            end: Exchange | Known | Fault | None = await self._refusal(
                target, steps, robots=robots, within=within
            )
            if end is None:
                here = canonical(target)
                if here != (hops[-1] if hops else url):
                    hops.append(here)
                if exchanges and known(here):
                    end = Known(here)
            if end is None:
                answer = await self._ask(target, wanted, part)
                if isinstance(answer, Exchange):
                    exchanges.append(answer)
                    if answer.status in REDIRECTS and header(answer, "location"):
                        target = _joined(target, location(answer))
                        continue
                    answer = status_fault(answer) or answer
                end = answer
            return Arrival(url, tuple(exchanges), end, tuple(hops))

    async def _ask(self, target: str, wanted: Wanted, part: Part | None) -> Exchange | Fault:
        said = await self._memory.said(target)
        if said is not None:
            self._fetcher.remember(said)
            return said
        before = await self._memory.before(target)
        headers = part.headers if part else ()
        limit = self._settings.max_body_bytes
        limit = min(limit, part.max_bytes) if part else limit
        host, address = host_key(target), await self._fetcher.address(target)
        async with self._paces.turn(host, address) as left:
            self.asking += 1
            try:
                answer = await self._fetcher.get(
                    target, wanted, max_bytes=limit, headers=headers, before=before, left=left
                )
            finally:
                self.asking -= 1
            fault = status_fault(answer) if isinstance(answer, Exchange) else None
            if fault is not None and fault.wait_s and self.may_pass(fault):
                self._paces.pause(host, address, fault.wait_s)  # before the next one has its turn
            return answer

    async def _refusal(
        self, target: str, steps: set[tuple[str, str]], *, robots: bool, within: Within
    ) -> Fault | None:
        """Say why the next step must not be taken; write it down in `steps` when it may."""
        try:
            here = canonical(target)
        except ValueError as error:
            return Fault(SkipReason.INVALID_URL, str(error))
        if not within(here):
            off_site = Fault(SkipReason.OFF_SITE, f"leads to {here}")
            return self._fetcher.refusal(here) or off_site
        step = (target, self._fetcher.cookies(target))
        if step in steps:
            return Fault(SkipReason.REDIRECT_LOOP, f"comes back to {here}")
        if len(steps) > self._settings.max_redirects:
            return Fault(SkipReason.REDIRECT_LOOP, f"over {self._settings.max_redirects} redirects")
        steps.add(step)
        return await self._kept_out(here) if robots else None

    async def _kept_out(self, url: str) -> Fault | None:
        rules = await self.robots.rules(url)
        pace = self._paces.of_host(host_key(url))
        pace.delay_s = max(pace.delay_s, rules.delay_s)
        refusal = rules.refusal(url)
        if refusal is None or not (self._settings.ignore_robots and self._site.includes(url)):
            return refusal
        self.intruded.add(urljoin(url, "/"))
        return None


def _anything(_: str) -> bool:
    return True


def _readable(media_type: str) -> bool:
    return not media_type.startswith(("image/", "video/", "audio/", "font/"))


def _nothing(_url: str) -> bool:
    return False


def _joined(base: str, reference: str) -> str:
    """Return what `reference` means at `base`, or `reference` itself when it means nothing."""
    try:
        return urljoin(base, reference).partition("#")[0]
    except ValueError:
        return reference
