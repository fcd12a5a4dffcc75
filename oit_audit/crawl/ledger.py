"""What was seen, what was not, and how one gets there."""

from __future__ import annotations

import logging
from array import array
from dataclasses import replace

from oit_audit.crawl.frontier import Entry, Frontier
from oit_audit.model import Resource, Skip, SkipReason

logger = logging.getLogger(__name__)

MAX_UNASKED = 5_000
"""Addresses recorded as not asked at all, for each reason; the rest is only counted."""

_UNASKED = frozenset({SkipReason.BUDGET, SkipReason.INTERRUPTED, SkipReason.TRAP})


class Ledger:
    """Keeps resources, skips and the links between pages; never a body."""

    def __init__(self, frontier: Frontier) -> None:
        self.asked = 0
        """Addresses that have got an answer or a skip of their own."""

        self.failed = 0
        """Of these, how many of the site could not be looked at."""

        self.over_budget = False
        """Was any address of the site left out because a budget was spent?"""

        self._frontier = frontier
        self._resources: dict[int, Resource] = {}
        self._skips: dict[int, Skip] = {}
        self._targets: dict[int, array[int]] = {}
        self._unasked: dict[SkipReason, int] = {}

    @property
    def skipped(self) -> int:
        """Return how many addresses were skipped so far."""
        return len(self._skips)

    def saw(self, entry: Entry, resource: Resource) -> None:
        """Write down what came for `entry`."""
        self.asked += 1
        self._resources[entry.id] = resource
        logger.debug("seen: %s %d bytes %s", resource.media_type, resource.length, resource.url)

    def leads(self, entry: Entry, targets: list[int]) -> None:
        """Write down which entries the page of `entry` offers."""
        self._targets[entry.id] = array("l", sorted(set(targets)))

    def same_links(self, entry: Entry, original: int) -> None:
        """Write down that `entry` shows the page of entry `original`."""
        if original in self._targets:
            self._targets[entry.id] = self._targets[original]

    def skip(self, entry: Entry, reason: SkipReason, detail: str = "") -> None:
        """Write down that `entry` was not seen, and why."""
        if entry.portrait and not reason.is_absence:
            return  # it is there, or cannot be told: neither limits this look
        own = entry.foreign is None  # what others do not show is no limit of this look
        if reason in _UNASKED:
            self._unasked[reason] = self._unasked.get(reason, 0) + 1
            self.over_budget |= own and reason is SkipReason.BUDGET
            if self._unasked[reason] > MAX_UNASKED:
                return
        else:
            self.asked += 1
            self.failed += own and reason not in _PLAIN
        self._skips[entry.id] = Skip(entry.url, reason, detail, entry.referrer)
        level = logging.DEBUG if reason in _UNASKED else logging.INFO
        logger.log(level, "skipped: %s %s %s", reason, detail, entry.url)

    def close(self) -> tuple[tuple[Resource, ...], tuple[Skip, ...]]:
        """Return resources and skips, by address, with the shortest way to each.

        The way is computed over all links at the end, so that it does not depend on which of two
        pages answered first.
        """
        ways = self._ways()
        resources = [
            replace(resource, depth=ways[key][0]) if key in ways else resource
            for key, resource in self._resources.items()
        ]
        skips = [
            replace(skip, referrer=ways[key][1]) if key in ways else skip
            for key, skip in self._skips.items()
        ]
        return (
            tuple(sorted(resources, key=lambda resource: resource.url)),
            tuple(sorted(skips, key=lambda skip: skip.url)),
        )

    def depth(self) -> dict[int, int]:
        """Return by entry how many clicks from the home page the shortest way is that is known."""
        return {key: clicks for key, (clicks, _) in self._ways().items()}

    def _ways(self) -> dict[int, tuple[int, str | None]]:
        """Return depth and referrer of every entry that links lead to from the home page."""
        entries = self._frontier.entries
        ways: dict[int, tuple[int, str | None]] = {0: (0, None)} if entries else {}
        level = list(ways)
        depth = 0
        while level:
            depth += 1
            following: list[int] = []
            for source in sorted(level, key=lambda known: entries[known].url):
                for target in self._targets.get(source, ()):
                    if target not in ways:
                        ways[target] = (depth, entries[source].url)
                        following.append(target)
            level = following
        return ways


_PLAIN = frozenset(
    {
        SkipReason.NOT_FOUND, SkipReason.GONE, SkipReason.SOFT_NOT_FOUND, SkipReason.LOGIN,
        SkipReason.INVALID_URL, SkipReason.REDIRECT_LOOP, SkipReason.ROBOTS,
        SkipReason.OFF_SITE, SkipReason.STATUS, SkipReason.TOO_LARGE, SkipReason.PRIVATE_ADDRESS,
        SkipReason.WRONG_TYPE, SkipReason.BOMB, SkipReason.PARKED,
    }
)  # fmt: skip
"""Reasons that say something about one address rather than about our reach."""
