"""Photos of people: asked for to see whether they are there, never read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from oit_audit.crawl import links
from oit_audit.model import Link, Via

if TYPE_CHECKING:
    from oit_audit.crawl.frontier import Entry
    from oit_audit.crawl.harvest import Harvest

MOST = 40
"""Photos that are asked for in one visit."""


def offer(harvest: Harvest, page: Entry, found: Iterable[Link]) -> list[int | None]:
    """Offer the photos that a page shows of people, after all else; return their entries.

    What is not plainly the address of a picture, or known as something else, is left alone.
    """
    offered: list[int | None] = []
    for link in found:
        url = links.address(link) if link.via is Via.PORTRAIT else None
        if url is None or not harvest.site.includes(url) or harvest.portraits >= MOST:
            continue
        if links.kind_by_name(url) is not links.Kind.IMAGE:
            continue
        known = harvest.frontier.find(url)
        entry = known or harvest.offer(url, 0.0, page.depth + 1, parent=page)
        if entry is not None and known is None:
            entry.portrait = True
            harvest.portraits += 1
        offered.append(entry.id if entry else None)
    return offered
