"""Sort the candidates of an item.

What may be judged, what is of another year, what cannot be read, what is out and why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from oit_audit.judge.freshness import (
    Fit,
    YearReading,
    fit,
    is_begun_only,
    is_second_half_only,
    part_of_year_reason,
    read_years,
    second_half_reason,
    stale_reason,
    wanted_year,
)
from oit_audit.judge.furniture import is_login, own_forms
from oit_audit.judge.objections import objection, objection_to_link
from oit_audit.judge.ranking import rank
from oit_audit.judge.rows import holds_amounts, row_days
from oit_audit.judge.strangers import strange
from oit_audit.judge.substance import (
    MANY_SUBJECTS,
    hides_its_paper,
    is_bare,
    is_picture_only,
    without_explanation,
)
from oit_audit.judge.topic_lists import is_topic_list
from oit_audit.model import (
    Candidate,
    Document,
    Item,
    ItemKind,
    Legibility,
    Matches,
    Media,
    Rejected,
    Text,
)
from oit_audit.thai import Place

_SEEN_BY_THE_LINK = frozenset({"social_network", "qa"})
"""Concepts that a link to another host shows by itself: an account, a chat."""

_PAPERS = frozenset(
    {ItemKind.PLAN, ItemKind.REPORT, ItemKind.STATISTICS, ItemKind.POLICY, ItemKind.DOCUMENT}
)
"""Kinds that no form can show."""

_LISTS = frozenset({ItemKind.NEWS})
"""Kinds for which a list of links is itself the evidence."""

_A_LIST = 3
"""Links from which a page is a list."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """A candidate and the year it is of."""

    candidate: Candidate
    reading: YearReading
    fit: Fit


@dataclass(slots=True)
class Sieve:
    """The candidates of one item, sorted."""

    right: list[Sifted] = field(default_factory=list)
    """Of the right year, or of any where none is asked."""

    undated: list[Sifted] = field(default_factory=list)
    """It names no year, and one is asked."""

    wrong: list[Sifted] = field(default_factory=list)
    """Of another year; `rejected` says so too."""

    unreadable: list[Sifted] = field(default_factory=list)
    """Scans and the like, of any year."""

    strangers: list[Sifted] = field(default_factory=list)
    """They stand in a list about the item, and their own names say something else; `rejected` says
    so too."""

    off_site: list[Sifted] = field(default_factory=list)
    """Links to other hosts, which are not visited."""

    rejected: list[Rejected] = field(default_factory=list)

    lists: list[Sifted] = field(default_factory=list)
    """Pages that only lead on to papers."""

    out: list[tuple[Sifted, Text]] = field(default_factory=list)
    """What was turned down, and why: those in `rejected`, as candidates."""

    def turn_down(self, sifted: Sifted, url: str, reason: Text) -> None:
        """Take a candidate out of all that may be judged."""
        self.rejected.append(Rejected(url, reason))
        self.out.append((sifted, reason))


def sift(item: Item, matches: Matches, fiscal_year: int, titles: dict[str, Text]) -> Sieve:
    """Return the candidates of `item`, sorted, the best first; `titles` names concepts."""
    sieve = Sieve()
    for candidate in _unique(matches.of(item.concepts)):
        _place(sieve, candidate, item, matches, fiscal_year, titles)
    for group in (sieve.right, sieve.undated, sieve.wrong, sieve.unreadable):
        group.sort(key=lambda each: rank(each.candidate, each.reading, item, fiscal_year))
    return sieve


def _unique(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep one candidate an address and title: the one whose own words fit best."""
    best: dict[tuple[str, bool], Candidate] = {}
    for candidate in candidates:
        key = (f"{candidate.document.url} {candidate.document.title}", candidate.off_site)
        known = best.get(key)
        if known is None or _says(candidate) > _says(known):
            best[key] = candidate
    return list(best.values())


def _says(candidate: Candidate) -> tuple[float, float]:
    return (candidate.own_score, candidate.label_score)


def _place(
    sieve: Sieve,
    candidate: Candidate,
    item: Item,
    matches: Matches,
    fiscal_year: int,
    titles: dict[str, Text],
) -> None:
    document = _without_forms(without_explanation(candidate.document), item)
    candidate = replace(candidate, document=document)
    reading = read_years(candidate, put_up=item.kind is ItemKind.NEWS, kind=item.kind)
    sifted = Sifted(candidate, reading, fit(reading, item, fiscal_year))
    if candidate.off_site and (why := objection_to_link(candidate)):
        sieve.turn_down(sifted, candidate.document.links[0].url, why)
        return
    if candidate.off_site:
        open_to_all = candidate.concept in _SEEN_BY_THE_LINK
        (sieve.right if open_to_all else sieve.off_site).append(sifted)
        return
    home = Place(*matches.own_place) if matches.own_place else None
    reason = objection(candidate, item, matches.own_name, home, titles)
    if reason is not None:
        sieve.turn_down(sifted, document.url, reason)
    elif _only_lists(candidate, item):
        sieve.lists.append(sifted)
    elif (
        document.legibility is Legibility.NONE
        or _says_by_pictures(candidate, item)
        or hides_its_paper(document, candidate.label)
    ):
        sieve.unreadable.append(sifted)
    elif _is_stranger(candidate, item):
        sieve.strangers.append(sifted)
        sieve.rejected.append(Rejected(document.url, strange(candidate)))
    elif sifted.fit is Fit.WRONG and is_begun_only(
        candidate, reading, wanted_year(item, fiscal_year)
    ):
        sieve.turn_down(sifted, document.url, part_of_year_reason(reading))
    elif is_second_half_only(candidate, item, fiscal_year):
        sieve.turn_down(sifted, document.url, second_half_reason(fiscal_year))
    elif sifted.fit is Fit.WRONG:
        sieve.wrong.append(sifted)
        sieve.rejected.append(
            Rejected(document.url, stale_reason(reading, wanted_year(item, fiscal_year)))
        )
    elif sifted.fit is Fit.UNDATED:
        sieve.undated.append(sifted)
    else:
        sieve.right.append(sifted)


def _without_forms(document: Document, item: Item) -> Document:
    """Return the document without forms that show nothing of a paper, such as one for comments."""
    if item.kind not in _PAPERS or not document.forms:
        return document
    return replace(document, forms=tuple(filter(is_login, document.forms)))


def _is_stranger(candidate: Candidate, item: Item) -> bool:
    """Does nothing but its place in a list say that it is about the item?

    Where elements are asked, what it shows tells; a list of news holds all sorts of things.
    """
    told_by_elements = any(element.basis.binds for element in item.elements)
    listed = candidate.is_stranger and candidate.inherited and item.kind not in _LISTS
    return listed and not told_by_elements


def _says_by_pictures(candidate: Candidate, item: Item) -> bool:
    """Must a person look, because the page shows pictures and no words?"""
    return item.kind is not ItemKind.PAGE and is_picture_only(candidate.document, candidate.label)


def _only_lists(candidate: Candidate, item: Item) -> bool:
    """Is the page a mere list that leads to the papers?"""
    document = candidate.document
    whole = document.legibility is not Legibility.POOR
    if whole and document.members and (document.media is Media.ARCHIVE or _is_portfolio(document)):
        return True
    if document.media is not Media.WEBPAGE or candidate.is_frame:
        return False
    if item.kind not in _LISTS and (
        _heads_links(document) >= _A_LIST or (candidate.offers and is_topic_list(candidate))
    ):
        return True
    if candidate.subjects >= MANY_SUBJECTS and is_bare(_outside_panels(document), candidate.label):
        return True
    labels = (candidate.label, *candidate.context)
    says = own_forms(document) or holds_amounts(document) or not is_bare(document, *labels)
    return bool(candidate.offers) and not says and not (item.kind in _LISTS and _is_list(candidate))


def _is_list(candidate: Candidate) -> bool:
    """Does a page list news or notices, by many links or by rows that bear days?

    Where each row of notices leads to its paper, the papers are looked at.
    """
    targets = {link.url for link in candidate.document.links if link.url}
    least = 0 if candidate.concept == "news" else len(targets)
    return len(targets) >= _A_LIST or len(row_days(candidate.document)) > least


def _is_portfolio(document: Document) -> bool:
    """Does a paper say no more than the names of the files that lie in it?"""
    return {block.text for block in document.blocks} <= {x.file_name for x in document.members}


def _heads_links(document: Document) -> int:
    """Count the headings that are links themselves: the entries of a list of articles."""
    linked = {link.text for link in document.links if link.text}
    return sum(block.heading > 0 and block.text in linked for block in document.blocks)


def _outside_panels(document: Document) -> Document:
    """Return what stands on a page but in none of its panels; a part of a page as it is."""
    if "#" in document.url:
        return document
    panels = (i for i, section in enumerate(document.sections) if section.panel)
    inside = {i for panel in panels for i in document.inside(panel)}
    return replace(
        document,
        blocks=tuple(block for block in document.blocks if block.section not in inside),
        tables=tuple(table for table in document.tables if table.section not in inside),
    )
