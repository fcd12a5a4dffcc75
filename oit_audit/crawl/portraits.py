"""Photos of people: asked for to see whether they are there, never read."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.crawl import links
from oit_audit.crawl.frontier import Entry, Frontier
from oit_audit.crawl.urls import Site, host_key
from oit_audit.model import Link, Via

MOST = 40
"""Photos that are asked for in one visit."""


class Portraits:
    """Offers the photos of one visit, after all else, and only so many."""

    def __init__(self, frontier: Frontier, site: Site) -> None:
        self._frontier = frontier
        self._site = site
        self._offered = 0

    def offer(self, page: Entry, found: Iterable[Link]) -> list[int]:
        """Offer the photos that a page shows of people; return their entries.

        What is not plainly the address of a picture of the site is left alone, and so is what is
        known already as something else.
        """
        urls = (links.address(link) for link in found if link.via is Via.PORTRAIT)
        entries = (self._entry(page, url) for url in urls if url is not None and self._may(url))
        return [entry.id for entry in entries if entry is not None]

    def _may(self, url: str) -> bool:
        return self._site.includes(url) and links.kind_by_name(url) is links.Kind.IMAGE

    def _entry(self, page: Entry, url: str) -> Entry | None:
        known = self._frontier.find(url)
        if known is not None or self._offered >= MOST:
            return known
        lane = (host_key(url), True)
        entry = self._frontier.offer(url, lane, 0.0, depth=page.depth + 1, referrer=page.url)
        if entry is not None:
            entry.portrait = True
            self._offered += 1
        return entry
