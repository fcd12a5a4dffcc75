"""How much a visit may take, and whether it was enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oit_audit.crawl.harvest import Harvest
from oit_audit.settings import CrawlSettings

INTERRUPTED = "interrupted"

_MANY_FAILED = 10
_SHARE_FAILED = 0.1
"""So many addresses, and this share of all, that could not be looked at make a look partial."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Pages, documents, seconds, bytes and requests of one visit."""

    settings: CrawlSettings
    deadline: float
    """On the clock of the event loop."""

    @property
    def max_requests(self) -> int:
        """Return a bound for sites that answer everything with nothing."""
        return 100 + 3 * (self.settings.max_pages + self.settings.max_documents)

    def spent(self, requests: int, size: int, time: float) -> str | None:
        """Say what has run out for good; None while the visit may go on.

        Args:
            requests: Asked so far.
            size: Bytes of all bodies so far.
            time: On the clock of the event loop.
        """
        if time >= self.deadline:
            return f"the budget of {self.settings.max_seconds:g} seconds is spent"
        if size >= self.settings.max_bytes:
            return f"the budget of {self.settings.max_bytes} bytes is spent"
        if requests >= self.max_requests:
            return f"the budget of {self.max_requests} requests is spent"
        return None

    def admits(
        self, lane: tuple[str, bool], running: Iterable[tuple[str, bool]], harvest: Harvest
    ) -> bool:
        """May a request of `lane` start: is a slot of its host free, and something left?"""
        host, document = lane
        lanes = tuple(running)
        if sum(other == host for other, _ in lanes) >= self.settings.concurrency:
            return False
        same_kind = sum(kind == document for _, kind in lanes)
        if document:
            return harvest.documents + same_kind < self.settings.max_documents
        return harvest.pages + same_kind < self.settings.max_pages

    def shortfall(self, harvest: Harvest, closed: Iterable[str], down: Iterable[str]) -> str | None:
        """Say what was not seen although the visit came to its end; None when all was."""
        settings, ledger = self.settings, harvest.ledger
        over = ledger.over_budget
        facts = (
            (harvest.hidden.total() > 0, "pages need a browser"),
            (harvest.routes, "pages behind addresses with #/ were not opened"),
            (over and harvest.pages >= settings.max_pages, _spent(settings.max_pages, "pages")),
            (
                over and harvest.documents >= settings.max_documents,
                _spent(settings.max_documents, "documents"),
            ),
            (over, "there are too many pages of one kind"),
            *((True, f"{host} stopped answering") for host in sorted(down)),
            *((True, f"the robots.txt of {origin} could not be read") for origin in sorted(closed)),
            (harvest.cut_short, f"a page has more than {settings.max_links_per_page} links"),
            (harvest.frontier.overflowed, "the site has too many addresses"),
            (
                ledger.failed >= _MANY_FAILED and ledger.failed > _SHARE_FAILED * ledger.asked,
                f"{ledger.failed} of {ledger.asked} addresses could not be looked at",
            ),
        )
        return next((says for holds, says in facts if holds), None)


def _spent(count: int, what: str) -> str:
    return f"the budget of {count} {what} is spent"
