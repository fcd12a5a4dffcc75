"""What a watcher of a crawl may hear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CrawlState:
    """Where the crawl is now."""

    pages: int
    documents: int
    queued: int
    skipped: int
    host: str
    """The host that is asked now."""


class Watcher(Protocol):
    """Somebody who watches."""

    def crawled(self, state: CrawlState) -> None:
        """Hear that one more address is done."""
        ...

    def stage(self, name: str, done: int, total: int) -> None:
        """Hear that station `name` (`extract`, `judge`) has finished `done` of `total`."""
        ...


class Silent:
    """Watches nothing; the default."""

    def crawled(self, state: CrawlState) -> None:
        """Ignore it."""

    def stage(self, name: str, done: int, total: int) -> None:
        """Ignore it."""
