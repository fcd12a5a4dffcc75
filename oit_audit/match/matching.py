"""The room's one way through: graph, leads, candidates."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from oit_audit.match.following import Follower
from oit_audit.match.graph import HOME_LABEL, SiteGraph, build_graph
from oit_audit.match.index_pages import Numbering
from oit_audit.match.leads import Lead, leads
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.site_name import own_name
from oit_audit.model import Candidate, DeadEnd, Document, Matches, Snapshot

_PRINTED_IN_FRAMES = frozenset({"contact"})

logger = logging.getLogger(__name__)


def match(
    snapshot: Snapshot, documents: Iterable[Document], lexicon: Lexicon, numbering: Numbering
) -> Matches:
    """Return everything that the site holds out as evidence, best first within a concept.

    The order of `documents` does not matter. Concepts come in the order of the lexicon.
    """
    graph = build_graph(snapshot, documents)
    by_concept: dict[str, list[Lead]] = {}
    for lead in leads(graph, lexicon, numbering):
        by_concept.setdefault(lead.concept, []).append(lead)
    follower = Follower(graph, lexicon)
    candidates: list[Candidate] = []
    dead_ends: list[DeadEnd] = []
    for concept in lexicon.concepts:
        found, dead = follower.follow(by_concept.get(concept, ()))
        candidates += sorted(found, key=_rank)
        candidates += _framed(graph, concept)
        dead_ends += dead
    logger.info("matched: %d candidates, %d dead ends", len(candidates), len(dead_ends))
    return Matches(tuple(candidates), tuple(dead_ends), own_name(graph, snapshot.organisation.name))


def _framed(graph: SiteGraph, concept: str) -> tuple[Candidate, ...]:
    """Hold out the home page, footer and all, for what many offices print only there."""
    home = graph.documents.get(graph.home)
    if home is None or concept not in _PRINTED_IN_FRAMES:
        return ()
    label = home.title or HOME_LABEL
    return (
        Candidate(concept, home, label, 0.0, 0.0, None, click_path=(HOME_LABEL,), is_frame=True),
    )


def _rank(candidate: Candidate) -> tuple[float, float, int, str]:
    return (
        -candidate.own_score,
        -candidate.label_score,
        len(candidate.click_path),
        candidate.document.url,
    )
