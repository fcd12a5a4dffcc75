"""Which of the waiting addresses is asked now, and which is not asked at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from oit_audit.crawl import abroad, links, traps
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.frontier import Entry
from oit_audit.crawl.harvest import Harvest
from oit_audit.model import CERTIFICATE_FAULTS, SkipReason

_GIVE_UP = 10
"""Answers in a row that never came until we leave a host alone."""

_NO_ANSWER = frozenset(
    {
        SkipReason.DNS, SkipReason.REFUSED, SkipReason.RESET, SkipReason.TIMEOUT,
        SkipReason.NETWORK, SkipReason.TLS, SkipReason.RATE_LIMITED, SkipReason.BLOCKED,
        SkipReason.CONNECT_TIMEOUT, SkipReason.SLOW,
    }
) | CERTIFICATE_FAULTS  # fmt: skip


class Selection:
    """Takes from the frontier, and turns away what leads nowhere."""

    def __init__(
        self, harvest: Harvest, max_depth: int, without_browser: Callable[[], Fault | None]
    ) -> None:
        """Select for `harvest`.

        Args:
            harvest: Knows what was seen.
            max_depth: Clicks from the home page.
            without_browser: Says why no page can be drawn any more; None while one can.
        """
        self.down: dict[str, Fault] = {}
        """Hosts of the site that are left alone, and why."""

        self._share = abroad.Share(harvest.settings.max_foreign)
        self._parked: list[Entry] = []
        """At services of others, whose file is under way by another address."""

        self._harvest = harvest
        self._max_depth = max_depth
        self._without_browser = without_browser
        self._far: list[Entry] = []
        """Too many clicks away, by the ways known so far."""

        self._silent = Counter[str]()

    def next(self, ready: Callable[[tuple[str, bool]], bool]) -> Entry | None:
        """Return what to ask now among the lanes that are `ready`; None when there is nothing."""
        harvest = self._harvest
        while (entry := harvest.frontier.take(ready)) is not None:
            if entry.depth > self._max_depth:
                self._far.append(entry)
            elif (refusal := self._refusal(entry)) is not None:
                harvest.ledger.skip(entry, refusal.reason, refusal.detail)
            elif harvest.is_known(entry.url):
                harvest.alias(entry, entry.url)
            elif entry.foreign is not None and not self._share.takes(entry, entry.foreign):
                self._parked.append(entry)
            else:
                return entry
        return None

    def found_nearer(self) -> bool:
        """Put back what was found far away, and has a shorter way now that all links are known."""
        depth, far, self._far = self._harvest.ledger.depth() if self._far else {}, self._far, []
        for entry in far:
            entry.depth = min(entry.depth, depth.get(entry.id, entry.depth))
            if entry.depth > self._max_depth:
                self._far.append(entry)
            else:
                self._harvest.frontier.put_back(entry)
        return len(self._far) < len(far)

    def heard(self, entry: Entry, fault: Fault | None) -> None:
        """Remember how a host has answered; one that never does is left alone in the end."""
        host = entry.lane[0]
        silent = fault is not None and fault.reason in _NO_ANSWER
        if entry.foreign is not None:
            self._share.heard(entry, entry.foreign, fault, silent=silent)
            parked, self._parked = self._parked, []
            for each in parked:
                self._harvest.frontier.put_back(each)
            return
        self._silent[host] = self._silent[host] + 1 if silent else 0
        if fault is not None and self._silent[host] >= _GIVE_UP:
            self.down.setdefault(host, Fault(fault.reason, "the host stopped answering"))

    def close(self, under_way: Iterable[Entry], cut: Fault | None) -> None:
        """Write down what was not asked any more, by `cut`; None when nothing ended the visit."""
        ledger = self._harvest.ledger
        far = Fault(SkipReason.TRAP, f"over {self._max_depth} clicks away")
        why = cut or Fault(SkipReason.BUDGET)
        for entry in (*under_way, *self._parked, *self._harvest.frontier.rest()):
            ledger.skip(entry, why.reason, why.detail)
        for entry in self._far:
            ledger.skip(entry, (cut or far).reason, (cut or far).detail)

    def _refusal(self, entry: Entry) -> Fault | None:
        """Say why `entry` is not to be asked, now that it is its turn."""
        harvest = self._harvest
        host, document = entry.lane
        if entry.foreign is not None:
            return self._share.refusal(entry, entry.foreign)
        if host in self.down or entry.given:
            return self.down.get(host)
        trap = traps.absurd(entry.url) or harvest.traps.closed(entry.url, entry.generation)
        if trap is None and entry.priority < links.EVIDENCE:
            trap = harvest.copies.needless(entry.url)
        if trap:
            return Fault(SkipReason.TRAP, trap)
        if harvest.traps.spent(entry.url):
            return Fault(SkipReason.BUDGET, "too many pages of one kind")
        return None if document or not harvest.is_hopeless(host) else self._without_browser()
