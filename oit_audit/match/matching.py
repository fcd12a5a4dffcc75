"""The room's one way through: graph, leads, candidates."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace

from oit_audit.match.claims import claims
from oit_audit.match.disagreements import disagreements
from oit_audit.match.entered import EnteredLinks
from oit_audit.match.following import Follower, framed
from oit_audit.match.front_news import NEWS, front_news
from oit_audit.match.graph import build_graph
from oit_audit.match.index_pages import Numbering
from oit_audit.match.leads import Lead, inner_leads, leads
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.sheets import sheets
from oit_audit.match.silent import silent_scans
from oit_audit.match.site_name import own_name, own_place
from oit_audit.match.unclaimed import unclaimed
from oit_audit.model import (
    Candidate,
    DeadEnd,
    Document,
    Legibility,
    Matches,
    Snapshot,
    without_fragment,
)

logger = logging.getLogger(__name__)


def match(
    snapshot: Snapshot, documents: Iterable[Document], lexicon: Lexicon, numbering: Numbering
) -> Matches:
    """Return everything that the site holds out as evidence, best first within a concept.

    The order of `documents` does not matter. Concepts come in the order of the lexicon.
    """
    return Matching(snapshot, documents, lexicon, numbering).matches()


class Matching:
    """What a site holds out as evidence, kept so that a few documents can be read again."""

    def __init__(
        self,
        snapshot: Snapshot,
        documents: Iterable[Document],
        lexicon: Lexicon,
        numbering: Numbering,
    ) -> None:
        self._lexicon = lexicon
        self._numbering = numbering
        self._graph = build_graph(snapshot, documents)
        self._name = own_name(self._graph, snapshot.organisation.name)
        self._place = own_place(self._graph)
        self._silent = silent_scans(self._graph, lexicon, self._name)
        self._leads: dict[str, list[Lead]] = {}
        pages = sheets(self._graph, lexicon, numbering)
        self._sheets = {sheet.page.final_url: sheet for sheet in pages}
        self._claims = claims(pages, self._graph, lexicon)
        for lead in leads(self._graph, lexicon, pages):
            self._leads.setdefault(lead.concept, []).append(lead)
        self._found: dict[str, tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]] = {}

    def matches(self) -> Matches:
        """Return the candidates and dead ends of all concepts."""
        follower = Follower(self._graph, self._lexicon)
        for concept in self._lexicon.concepts:
            if concept not in self._found:
                self._found[concept] = self._follow(follower, concept)
        candidates = [c for concept in self._lexicon.concepts for c in self._found[concept][0]]
        dead_ends = [end for concept in self._lexicon.concepts for end in self._found[concept][1]]
        logger.info("matched: %d candidates, %d dead ends", len(candidates), len(dead_ends))
        silent = (self._graph.documents[scan.final_url] for scan in self._silent)
        unread = tuple(scan for scan in silent if scan.legibility is Legibility.NONE)
        differ = disagreements(self._claims, candidates, self._numbering, self._lexicon)
        return Matches(
            tuple(candidates),
            tuple(dead_ends),
            self._name,
            unread,
            self._place,
            self._claims,
            differ,
            unclaimed(self._graph, self._lexicon, candidates),
        )

    def entered(self, *, whole: bool) -> EnteredLinks:
        """Return what follows entered links; `whole`: was all of the site seen?"""
        found = {concept: candidates for concept, (candidates, _) in self._found.items()}
        return EnteredLinks(
            self._graph, self._lexicon, self._sheets, self._leads, found, whole=whole
        )

    def reached(self, matches: Matches) -> Matches:
        """Return those of `matches` to which clicks lead from the home page."""
        paths = self._graph.paths

        def kept(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
            final = ((c, without_fragment(c.document.final_url)) for c in candidates)
            return tuple(candidate for candidate, url in final if url in paths)

        return replace(
            matches,
            candidates=kept(matches.candidates),
            unclaimed=kept(matches.unclaimed),
        )

    def renew(self, documents: Iterable[Document]) -> Matches:
        """Return the matches with other words in some documents; their links are as they were.

        It is what a new match would give, without reading anew what has not changed.
        """
        new = {without_fragment(d.final_url): d for d in documents}
        self._graph = self._graph.renewed(new)
        touched = {
            concept
            for concept, (candidates, _) in self._found.items()
            if any(without_fragment(c.document.final_url) in new for c in candidates)
        }
        for concept, known in self._leads.items():
            kept = [_renewed(lead, new) for lead in known]
            self._leads[concept] = [lead for lead in kept if lead is not None]
            if len(self._leads[concept]) < len(known):
                touched.add(concept)
        for document in new.values():
            for lead in inner_leads(document, self._graph, self._lexicon, self._numbering):
                self._leads.setdefault(lead.concept, []).append(lead)
                touched.add(lead.concept)
        for concept in touched:
            self._found.pop(concept, None)
        return self.matches()

    def _follow(
        self, follower: Follower, concept: str
    ) -> tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]:
        found, dead = follower.follow(self._leads.get(concept, ()))
        front = self._front(concept, found)
        return (*sorted(found, key=_rank), *front, *framed(self._graph, concept)), dead

    def _front(self, concept: str, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Hold out the news on the home page where no page of news is."""
        if concept != NEWS or any(not (c.rival or c.inherited or c.off_site) for c in found):
            return ()
        box = front_news(self._graph, self._lexicon)
        return (box,) if box is not None else ()


def _renewed(lead: Lead, new: Mapping[str, Document]) -> Lead | None:
    """Return the lead on the page as it is now; None when its own words gave it."""
    source = new.get(without_fragment(lead.source.final_url))
    if source is None:
        return lead
    return replace(lead, source=source) if lead.link is not None else None


def _rank(candidate: Candidate) -> tuple[float, float, int, str]:
    return (
        -candidate.own_score,
        -candidate.label_score,
        len(candidate.click_path),
        candidate.document.url,
    )
