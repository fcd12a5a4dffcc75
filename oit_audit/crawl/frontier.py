"""What to ask next: every address once, evidence first, breadth kept, the same order every time."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from oit_audit.hosts import Foreign

MAX_WAITING = 200_000
"""Addresses that may wait at once; a site with more is not seen whole."""

_BREADTH = 4
"""Every so many picks the address nearest to the home page is taken, whatever it promises."""

_RETRY_DISTANCE = 10
"""Picks between two tries of one address, for each try so far."""


@dataclass(slots=True, eq=False)
class Entry:
    """An address that we know of."""

    id: int
    """Counts from 0, the home page, in the order of discovery."""

    url: str
    """Canonical."""

    lane: tuple[str, bool]
    """The host that is asked, and whether a document is expected rather than a page."""

    depth: int
    generation: int
    """How many addresses of its own kind led to it in a row."""

    referrer: str | None
    priority: float = 0.0
    attempts: int = 0
    waiting: bool = True
    asleep: bool = False
    """Waits for another try, not yet."""

    foreign: Foreign | None = None
    """What is known of it when it lies at a service of others."""

    portrait: bool = False
    """Is it a photo of somebody, of which only matters whether it is there?"""

    given: bool = False
    """Did the caller name it? Then it is asked, whatever it looks like."""


@dataclass(slots=True)
class _Lane:
    best: list[tuple[float, int, int]] = field(default_factory=list)
    near: list[tuple[int, int]] = field(default_factory=list)
    later: list[tuple[int, int]] = field(default_factory=list)


class Frontier:
    """Holds addresses, never bodies; gives each out once, except for those handed back."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        """All addresses ever offered, by their id."""

        self.overflowed = False
        """Were addresses turned away because too many waited?"""

        self._by_url: dict[str, Entry] = {}
        self._lanes: dict[tuple[str, bool], _Lane] = {}
        self._picks = 0
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def find(self, url: str) -> Entry | None:
        """Return the entry of `url`, if it was ever offered."""
        return self._by_url.get(url)

    def offer(
        self,
        url: str,
        lane: tuple[str, bool],
        priority: float,
        *,
        depth: int,
        generation: int = 0,
        referrer: str | None = None,
        foreign: Foreign | None = None,
    ) -> Entry | None:
        """Take in `url`; a known one may only rise. Return its entry, None when all is full."""
        entry = self._by_url.get(url)
        if entry is None:
            if self._waiting >= MAX_WAITING:
                self.overflowed = True
                return None
            entry = Entry(len(self.entries), url, lane, depth, generation, referrer, priority)
            entry.foreign = foreign
            self.entries.append(entry)
            self._by_url[url] = entry
            self._waiting += 1
            self._queue(entry)
            return entry
        entry.generation = min(entry.generation, generation)
        entry.depth = min(entry.depth, depth)
        if entry.waiting and priority > entry.priority:
            entry.priority = priority
            if not entry.asleep:
                self._queue(entry)
        return entry

    def again(self, entry: Entry) -> None:
        """Put back an address whose answer may come at another try, later."""
        entry.attempts += 1
        entry.waiting = True
        entry.asleep = True
        self._waiting += 1
        due = self._picks + _RETRY_DISTANCE * entry.attempts
        heapq.heappush(self._lanes[entry.lane].later, (due, entry.id))

    def put_back(self, entry: Entry) -> None:
        """Let an address wait again that was taken and not asked for."""
        entry.waiting = True
        self._waiting += 1
        self._queue(entry)

    def take(self, ready: Callable[[tuple[str, bool]], bool]) -> Entry | None:
        """Give out the next address among the lanes that are `ready`; None when there is none."""
        lanes = [lane for key, lane in self._lanes.items() if ready(key)]
        for lane in lanes:
            self._wake(lane, until=self._picks)
            self._trim(lane)
        if not any(lane.best for lane in lanes):
            for lane in lanes:
                self._wake(lane, until=None)
        lanes = [lane for lane in lanes if lane.best]
        if not lanes:
            return None
        if self._picks % _BREADTH == _BREADTH - 1:
            chosen = min(lane.near[0] for lane in lanes)[-1]
        else:
            chosen = min(lane.best[0] for lane in lanes)[-1]
        self._picks += 1
        self._waiting -= 1
        entry = self.entries[chosen]
        entry.waiting = False
        return entry

    def rest(self) -> Iterator[Entry]:
        """Give every address that still waits, in the order of discovery."""
        return (entry for entry in self.entries if entry.waiting)

    def _queue(self, entry: Entry) -> None:
        lane = self._lanes.setdefault(entry.lane, _Lane())
        heapq.heappush(lane.best, (-entry.priority, entry.depth, entry.id))
        heapq.heappush(lane.near, (entry.depth, entry.id))

    def _wake(self, lane: _Lane, until: int | None) -> None:
        while lane.later and (until is None or lane.later[0][0] <= until):
            entry = self.entries[heapq.heappop(lane.later)[1]]
            entry.asleep = False
            self._queue(entry)
            if until is None:
                return

    def _trim(self, lane: _Lane) -> None:
        """Drop from the heads of the heaps what does not wait any more."""
        while lane.best and not self._awake(lane.best[0][-1]):
            heapq.heappop(lane.best)
        while lane.near and not self._awake(lane.near[0][-1]):
            heapq.heappop(lane.near)

    def _awake(self, id: int) -> bool:
        entry = self.entries[id]
        return entry.waiting and not entry.asleep
