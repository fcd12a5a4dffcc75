"""What the crawl asks of others, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from oit_audit.model import Exchange, Link, Reach, Resource

ReadLinks = Callable[[Resource, bytes], tuple[Link, ...]]
"""Gives the links of a page in document order. Called outside the event loop, one at a time."""

Priority = Callable[[Link, str], float]
"""How much a link on a page (second: the page's address) looks like evidence: 0 to 1, 1 first."""


class Sink(Protocol):
    """Whoever keeps what was fetched."""

    def store(self, exchange: Exchange) -> None:
        """Keep one exchange. Called outside the event loop, one at a time, in a stable order."""
        ...


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What one visit brought home; the bodies lie with the sink."""

    resources: tuple[Resource, ...]
    """In the order of their addresses, each address once."""

    reach: Reach
    started_at: datetime
    finished_at: datetime
