"""Addresses that the caller names: asked for first and always, linked or not."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.crawl import abroad, links
from oit_audit.crawl.frontier import Entry
from oit_audit.crawl.harvest import Harvest
from oit_audit.model import Link, canonical

_FIRST = 1.0


def offer(harvest: Harvest, home: str, urls: Iterable[str]) -> None:
    """Offer what the caller names, on the site and at services of others that are read.

    Other hosts are not asked, nor what would do something rather than show something.

    Args:
        harvest: Of the site, with its home page seen.
        home: Canonical address of the home page.
        urls: Absolute addresses; fragments are left out.
    """
    for url in dict.fromkeys(map(canonical, urls)):
        if url != home and links.address(Link(url, "")) is not None:
            entry = _offered(harvest, url)
            if entry is not None:
                entry.given = True


def _offered(harvest: Harvest, url: str) -> Entry | None:
    if harvest.site.includes(url):
        return harvest.offer(url, _FIRST, 1, parent=None)
    page = harvest.frontier.entries[0]
    offered = abroad.offer(harvest.frontier, page, url, lambda: _FIRST)
    return None if offered is None else harvest.frontier.entries[offered]
