"""What the crawl asks of others, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from oit_audit.model import Exchange, Link, Reach, Resource

ReadLinks = Callable[[Resource, bytes], tuple[Link, ...]]
"""Gives the links of a page or paper in document order.

Called outside the event loop, one at a time.
"""

Priority = Callable[[Link, str], float]
"""How much a link on a page (second: the page's address) looks like evidence: 0 to 1, 1 first.

The same link says the same on every page.
"""


class Sink(Protocol):
    """Whoever keeps what was fetched."""

    def store(self, exchange: Exchange) -> None:
        """Keep one exchange. Called outside the event loop, one at a time, in a stable order."""
        ...


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier visit got for an address."""

    conditions: Mapping[str, str]
    """The headers that ask whether it still holds. Source: RFC 9110, section 13."""

    exchange: Exchange


@dataclass(frozen=True, slots=True)
class Given:
    """Addresses that the caller names beside the home page."""

    urls: tuple[str, ...] = ()
    """Absolute; asked for first and always."""

    alone: bool = False
    """Is nothing else visited but the home page, and what their pages show of themselves?"""


class Memory(Protocol):
    """Answers that need not be asked for again."""

    async def said(self, url: str) -> Exchange | None:
        """Return the next answer that this very visit got for `url` before it was cut off."""
        ...

    async def before(self, url: str) -> Before | None:
        """Return what an earlier visit got for `url` and how to ask whether it still holds."""
        ...


class NoMemory:
    """A first visit; the default."""

    async def said(self, url: str) -> Exchange | None:  # noqa: ARG002 - nobody is asked
        """Return None."""
        return None

    async def before(self, url: str) -> Before | None:  # noqa: ARG002 - nobody is asked
        """Return None."""
        return None


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What one visit brought home; the bodies lie with the sink."""

    resources: tuple[Resource, ...]
    """In the order of their addresses, each address once."""

    reach: Reach
    started_at: datetime
    finished_at: datetime
