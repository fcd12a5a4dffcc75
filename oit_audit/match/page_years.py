"""Of which year a list of items is, where it says so only in its title, address or menu entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from oit_audit.match.graph import SiteGraph
from oit_audit.model import Document, Media, without_fragment
from oit_audit.thai import MentionKind, mentions

_YEARS = frozenset({MentionKind.FISCAL, MentionKind.YEAR})
_IN_ADDRESS = re.compile(r"(?<!\d)(25[4-9]\d|๒๕[๔-๙][๐-๙])(?!\d)")
_LONGEST = 300
_OPENING = 3
"""Lines of a paper that are its title."""

_MOST_CALLERS = 2_000
"""Links to one page whose words are read."""


class PageYears:
    """Answers for the pages of one site."""

    def __init__(self, graph: SiteGraph) -> None:
        self._graph = graph
        self._callers: dict[str, list[tuple[str, ...]]] | None = None

    def of(self, page: Document) -> tuple[str, ...]:
        """Return the years said of a page as a whole, as words, the surest last; may be empty."""
        lines = [block.text for block in page.blocks[:_OPENING]]
        opening = [] if page.media is Media.WEBPAGE else lines
        titled = one_year((*opening, page.title))
        said = (self._called(page), _in_address(page.final_url), titled)
        return tuple(dict.fromkeys(year for year in said if year))

    def _called(self, page: Document) -> str:
        """Return the one year that the links to a page name, by their words or those around."""
        callers = self._known().get(without_fragment(page.final_url), [])
        years = {year for words in callers if (year := one_year(words))}
        return years.pop() if len(years) == 1 else ""

    def _known(self) -> dict[str, list[tuple[str, ...]]]:
        if self._callers is None:
            self._callers = {}
            for page in self._graph.pages:
                for link in page.links:
                    target = self._graph.aliases.get(without_fragment(link.url))
                    if target is None or target == page.final_url:
                        continue
                    known = self._callers.setdefault(target, [])
                    if len(known) < _MOST_CALLERS:
                        known.append((link.text, link.title, *reversed(link.context)))
        return self._callers


def one_year(texts: Iterable[str]) -> str:
    """Return the year that the first telling text names, as words; empty when it names several."""
    for text in texts:
        years = _years(text)
        if years:
            return years[0] if len(years) == 1 else ""
    return ""


def year_of(words: str) -> int | None:
    """Return the year (Buddhist Era) that words of `one_year` name; None when they are empty."""
    years = [year for m in mentions(words) if m.kind in _YEARS for year in m.fiscal_years]
    return years[0] if years else None


@lru_cache(maxsize=16_384)
def _years(text: str) -> tuple[str, ...]:
    said = (m for m in mentions(text[:_LONGEST]) if m.kind in _YEARS)
    named = {year: mention.quote for mention in said for year in mention.fiscal_years}
    return tuple(named.values())


def _in_address(url: str) -> str:
    parts = urlsplit(unquote(url))
    years = dict.fromkeys(_IN_ADDRESS.findall(f"{parts.path}?{parts.query}"))
    return next(iter(years)) if len(years) == 1 else ""
