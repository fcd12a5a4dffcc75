"""Each page of a site with what holds for all of its links: numbers, years, enclosing labels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oit_audit.match.graph import SiteGraph
from oit_audit.match.index_pages import Index, Numbering, read_index
from oit_audit.match.item_numbers import number_near
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.page_years import PageYears, one_year, year_of
from oit_audit.model import Document, Link, Media, Region, Section

_LEAST = 5
"""Numbered links from which a paper is a list of items."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and what holds for all of its links."""

    page: Document
    index: Index
    years: tuple[str, ...]
    """Said of the page as a whole, as words: for its links the outermost labels."""

    own_links: tuple[Link, ...] = ()
    """Its links without those of the frame that the pages of the site share."""

    def around(self, link: Link) -> tuple[str, ...]:
        """Return the labels that enclose a link, outermost first, each once."""
        years = self.years if link.region is Region.MAIN else ()
        return tuple(dict.fromkeys((*years, *context_of(self.page, link))))


def sheets(graph: SiteGraph, lexicon: Lexicon, numbering: Numbering) -> tuple[Sheet, ...]:
    """Return the pages of a site, the home page first, then the papers that list items."""
    years = PageYears(graph)
    listing = [paper for paper in graph.documents.values() if _lists_items(paper)]
    pages = (*graph.pages, *listing)
    return tuple(_sheet(page, graph, years, lexicon, numbering) for page in pages)


def _lists_items(paper: Document) -> bool:
    """Is it a paper whose links bear the numbers of several items?"""
    if paper.media is Media.WEBPAGE or len(paper.links) < _LEAST:
        return False
    return len({number_near(link, bare=True) for link in paper.links} - {None}) >= _LEAST


def _sheet(
    page: Document, graph: SiteGraph, years: PageYears, lexicon: Lexicon, numbering: Numbering
) -> Sheet:
    home = page.final_url == graph.home
    own = tuple(link for link in page.links if home or not graph.is_chrome(link))
    bare = replace(page, links=own)
    index = read_index(bare, lexicon, numbering)
    if not index.names_items:
        return Sheet(page, index, (), own)
    said = years.of(page)
    headings = [section.label for section in page.sections[1:2]]
    year = year_of(one_year((*headings, *reversed(said))))
    return Sheet(page, read_index(bare, lexicon, numbering, said=year), said, own)


def context_of(page: Document, link: Link) -> tuple[str, ...]:
    """Return the labels that enclose a link, outermost first, each once.

    Headings, panels, menu entries and column headers.
    """
    section = page.sections[link.section]
    labels = (*ancestors(page, section), section.label, *link.context)
    return tuple(dict.fromkeys(label for label in labels if label))


def ancestors(page: Document, section: Section) -> tuple[str, ...]:
    """Return the labels of the sections around one, outermost first."""
    labels: list[str] = []
    while section.parent > 0:
        section = page.sections[section.parent]
        labels.append(section.label)
    return tuple(label for label in reversed(labels) if label)
