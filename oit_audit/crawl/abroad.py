"""What lies at services of others: the file itself is asked for, and nothing else there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeGuard

from oit_audit.crawl import doors, links
from oit_audit.crawl.answers import Fault, Known
from oit_audit.crawl.fetcher import Wanted
from oit_audit.crawl.follow import Arrival, Follower
from oit_audit.crawl.frontier import Entry, Frontier
from oit_audit.crawl.reception import Guest
from oit_audit.crawl.urls import Site, host_key
from oit_audit.hosts import Foreign, HostKind, known
from oit_audit.model import Exchange, SkipReason

_GIVE_UP = 3
"""Answers in a row that never came until we leave a service alone, which is no part of the site."""


def offer(frontier: Frontier, page: Entry, url: str, priority: Callable[[], float]) -> int | None:
    """Offer what a link of `page` leads to outside; return its entry when it can be asked for.

    Folders are offered too: that they cannot be read is worth a word in the report.
    """
    foreign = known(url)
    if foreign is None or not (foreign.is_readable or foreign.is_unread_folder):
        return None
    entry = frontier.offer(
        url,
        (host_key(foreign.export or url), True),
        min(1.0, max(0.0, priority())),
        depth=page.depth + 1,
        referrer=page.url,
        foreign=foreign,
    )
    return entry.id if entry else None


def goes_on(frontier: Frontier, entry: Entry, arrival: Arrival) -> bool:
    """Let an address of the site that leads to a service be asked for there, when it may be."""
    end = arrival.end
    if not isinstance(end, Fault) or end.reason is not SkipReason.OFF_SITE:
        return False
    foreign = known(doors.led_to(arrival))
    if entry.id == 0 or entry.foreign or foreign is None:
        return False
    if not (foreign.is_readable or foreign.is_unread_folder):
        return False
    entry.foreign = foreign
    entry.lane = (host_key(foreign.export or foreign.url), True)
    frontier.put_back(entry)
    return True


def twin(url: str) -> str:
    """Return what all addresses of one file have in common; `url` itself when nothing is known."""
    foreign = known(url)
    return foreign.export if foreign and foreign.export else url


def received(arrival: Arrival) -> Guest | Known | Fault:
    """Let in what arrived from a service: always as a document, whose links are not followed."""
    return Guest(arrival.end, None) if isinstance(arrival.end, Exchange) else arrival.end


class Share:
    """How much may be asked of services of others, and what they have answered."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._asked = 0
        self._under_way: set[str] = set()
        self._ended: dict[str, Fault] = {}
        self._silent = Counter[str]()

    def refusal(self, entry: Entry, foreign: Foreign) -> Fault | None:
        """Say why `entry` is not to be asked, now that it is its turn.

        What does not look like evidence may take half of the share at most.
        """
        if not foreign.is_readable:
            return Fault(SkipReason.FOREIGN_FOLDER, f"a folder at {foreign.host}")
        if ended := self._ended.get(foreign.export) or self._ended.get(entry.lane[0]):
            return ended
        share = self._limit if entry.priority >= links.EVIDENCE else self._limit // 2
        if not entry.attempts and self._asked >= share:
            return Fault(SkipReason.BUDGET, f"over {share} documents at services of others")
        return None

    def takes(self, entry: Entry, foreign: Foreign) -> bool:
        """Count `entry`, which is to be asked now; False while the same file is under way."""
        if foreign.export in self._under_way:
            return False
        self._under_way.add(foreign.export)
        self._asked += not entry.attempts
        return True

    def heard(self, entry: Entry, foreign: Foreign, fault: Fault | None, *, silent: bool) -> None:
        """Remember what came of `entry`; a service that never answers is left alone soon."""
        self._under_way.discard(foreign.export)
        host = entry.lane[0]
        self._silent[host] = self._silent[host] + 1 if silent else 0
        if fault is not None and self._silent[host] >= _GIVE_UP:
            self._ended.setdefault(host, Fault(fault.reason, "the host stopped answering"))
        if fault is not None and not fault.passing:
            self._ended.setdefault(foreign.export, fault)


@dataclass(frozen=True, slots=True)
class Way:
    """How what lies at a service of others is reached."""

    follower: Follower
    site: Site
    wanted: Wanted
    is_known: Callable[[str], bool]

    async def to(self, foreign: Foreign) -> Arrival:
        """Return what came of an address, or why nothing did."""
        arrival = await self._asked(foreign, foreign.export)
        if foreign.rule.resolve and (target := self._meant(foreign, arrival)):
            if self.is_known(target.url):
                return replace(arrival, url=foreign.url, end=Known(target.url))
            return _joined(foreign, arrival, await self.to(target))
        end = arrival.end
        if isinstance(end, Exchange) and (form := doors.confirmed(foreign, end)):
            arrival = _joined(foreign, arrival, await self._asked(foreign, form))
        ended = self._ended(foreign, arrival)
        shut = isinstance(ended, Fault) and ended.reason is SkipReason.FOREIGN_ROBOTS
        if shut and foreign.view and foreign.view != foreign.export:
            look = await self._asked(foreign, foreign.view)
            arrival = _joined(foreign, arrival, look)
            at_sight = self._ended(foreign, look)
            ended = at_sight if _is_sure(at_sight) else ended
        return _joined(foreign, replace(arrival, end=ended))

    async def _asked(self, foreign: Foreign, url: str) -> Arrival:
        def within(here: str) -> bool:
            if foreign.is_a(HostKind.SHORTENER) and self.site.includes(here):
                return True
            led = known(here)
            if foreign.rule.resolve and here == url:
                return True
            if foreign.rule.resolve:
                return led is not None and led.rule is foreign.rule
            folder = led is not None and led.is_unread_folder
            closed = folder or foreign.service.is_login(here)
            return foreign.service.delivers_from(here) and not closed

        return await self.follower.visit(url, self.wanted, self.is_known, within)

    def _meant(self, foreign: Foreign, arrival: Arrival) -> Foreign | None:
        """Return the file to which an address leads that only leads on."""
        if not isinstance(arrival.end, Fault) or arrival.end.reason is not SkipReason.OFF_SITE:
            return None
        target = known(doors.led_to(arrival))
        readable = target is not None and target.is_readable and not target.rule.resolve
        return target if readable and target != foreign else None

    def _ended(self, foreign: Foreign, arrival: Arrival) -> Exchange | Known | Fault:
        """Return what came, or what it says instead."""
        if self.site.includes(arrival.final):
            return arrival.end
        match arrival.end:
            case Known() as seen:
                return seen
            case Fault() as fault:
                return doors.meaning(foreign, arrival, fault)
            case page:
                return (doors.instead(foreign, page) if doors.is_page(page) else None) or page


def _joined(foreign: Foreign, arrival: Arrival, then: Arrival | None = None) -> Arrival:
    """Return the whole way to `foreign`: `arrival`, and what came after it."""
    ways = (arrival, then) if then else (arrival,)
    stops = [stop for way in ways for stop in (way.url, *way.hops)]
    before = [foreign.url, *stops]
    hops = tuple(b for a, b in zip(before, stops, strict=False) if a != b)
    exchanges = tuple(exchange for way in ways for exchange in way.exchanges)
    return Arrival(foreign.url, exchanges, ways[-1].end, hops)


def _is_sure(end: Exchange | Known | Fault) -> TypeGuard[Fault]:
    """Does the page of a file say more than that the file itself must not be asked for?"""
    folder = SkipReason.FOREIGN_FOLDER
    return isinstance(end, Fault) and (end.reason.is_absence or end.reason is folder)
