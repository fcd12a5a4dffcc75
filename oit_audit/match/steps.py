"""The way from a lead to the paper behind it, one step at a time.

A lead often opens a list, the list a page of one paper, and that page the paper. What is listed
inherits what the list is about, unless its own label says something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oit_audit.match.graph import SiteGraph
from oit_audit.match.item_numbers import number_near
from oit_audit.match.leads import Lead
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.naming import line_before, speaking_label
from oit_audit.match.senses import ACCEPT
from oit_audit.match.sheets import context_of
from oit_audit.match.trimmings import acts_on_page
from oit_audit.model import Document, Link, Media, Region, Via, without_fragment

DEEPEST = 4
"""Steps from a lead to the paper behind it."""

_MOST_LISTED = 400
"""Links of a page that are followed."""

_COMMON = 8
"""Pages from which a target may be linked before it belongs to no list in particular."""

_ANY_ACTIVITY = "news"
"""A label that promises pictures of an activity does not say of which."""

_UNSURE = 0.55
"""What a score is worth when a listed label says something we do not understand."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be opened next, and why."""

    lead: Lead
    """The label that is followed now."""

    depth: int = 0
    """Steps from the first label."""


class Steps:
    """Finds the steps that lead on from what was opened."""

    def __init__(self, graph: SiteGraph, lexicon: Lexicon) -> None:
        self._graph = graph
        self._lexicon = lexicon

    def beyond(self, step: Step, page: Document) -> Iterator[Step]:
        """Yield what an opened page lists of the same concept.

        A paper leads to the files that lie in it, and where a link of it says so itself: what it
        refers to besides, from laws to maps, is not its list.
        """
        if step.depth >= DEEPEST:
            return
        is_part = "#" in page.url
        for link in page.links[:_MOST_LISTED]:
            if (link.region is not Region.MAIN and not is_part) or acts_on_page(
                link, page.final_url
            ):
                continue
            lead = self._passed_on(step.lead, page, link)
            if lead is not None and (not lead.inherited or self._lists(page, link)):
                yield Step(lead, step.depth + 1)

    def _lists(self, page: Document, link: Link) -> bool:
        """Does all that a page links to belong to what it is about?"""
        target = self._graph.document(link.url) if link.url else None
        return page.media is Media.WEBPAGE or (target is not None and bool(target.within))

    def _passed_on(self, lead: Lead, page: Document, link: Link) -> Lead | None:
        target = self._graph.document(link.url) if link.url else None
        if target is not None and target.final_url in self._not_listed_on(page):
            return None
        said = self._said(link)
        common = target is not None and self._graph.inbound[target.final_url] > _COMMON
        if said is None:
            label = link.text or lead.label
            return None if common else _on(lead, page, link, label, lead.score, inherited=True)
        understood = self._lexicon.understand(said)
        score = understood.score(lead.concept)
        if score >= ACCEPT:
            return _on(lead, page, link, said, score, inherited=False)
        other = understood.concepts and understood.concepts != (_ANY_ACTIVITY,)
        shown = link.via is Via.EMBED
        if other or common or (target is None and not shown):
            return None
        worth = lead.score if shown else lead.score * _UNSURE
        return _on(lead, page, link, said, worth, inherited=True)

    def _not_listed_on(self, page: Document) -> tuple[str, str]:
        return self._graph.home, without_fragment(page.final_url)

    def _said(self, link: Link) -> str | None:
        """Return what the link says; a row speaks for a silent link only when we understand it."""
        if line := line_before(link, self._lexicon):
            return line
        said = speaking_label(link, self._lexicon)
        only_row = said is not None and said == link.row and said != link.text
        return None if only_row and not self._lexicon.understand(link.row).concepts else said


def _on(
    lead: Lead, page: Document, link: Link, label: str, score: float, *, inherited: bool
) -> Lead:
    context = dict.fromkeys((*lead.context, lead.label, *context_of(page, link)))
    return Lead(
        concept=lead.concept,
        score=score,
        label=label,
        source=page,
        link=link,
        section=link.section,
        context=tuple(context),
        inherited=inherited,
        number=number_near(link, bare=False) or lead.number,
    )
