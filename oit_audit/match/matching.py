"""The room's one way through: graph, leads, candidates."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable

from oit_audit.match.candidates import Follower
from oit_audit.match.graph import SiteGraph, build_graph
from oit_audit.match.index_pages import Numbering
from oit_audit.match.leads import Lead, leads, speaking_label
from oit_audit.match.lexicon import ACCEPT, Lexicon
from oit_audit.model import Candidate, DeadEnd, Document, Link, Matches, Snapshot
from oit_audit.thai import fold, organisation_names

logger = logging.getLogger(__name__)

_INDEX_WORDS = tuple(
    map(
        fold,
        (
            "ITA",
            "OIT",
            "การประเมินคุณธรรม",
            "การเปิดเผยข้อมูลสาธารณะ",
            "anticorruption",
            "แผนผังเว็บไซต์",
            "sitemap",
        ),
    )
)
_PAPER_SUFFIXES = (".pdf", ".docx", ".xlsx", ".doc", ".xls", ".zip")


def match(
    snapshot: Snapshot, documents: Iterable[Document], lexicon: Lexicon, numbering: Numbering
) -> Matches:
    """Return everything that the site holds out as evidence, best first within a concept."""
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
        dead_ends += dead
    logger.info("matched: %d candidates, %d dead ends", len(candidates), len(dead_ends))
    return Matches(tuple(candidates), tuple(dead_ends), own_name(graph, snapshot.organisation.name))


def _rank(candidate: Candidate) -> tuple[float, float, int, str]:
    return (
        -candidate.own_score,
        -candidate.label_score,
        len(candidate.click_path),
        candidate.document.url,
    )


def own_name(graph: SiteGraph, given: str | None) -> str:
    """Return the organisation's name: as given, else the local government that the site's pages name most in their frame."""
    if given:
        return given
    home = graph.documents.get(graph.home)
    if home is None:
        return ""
    frame = [home.title, *(b.text for b in home.blocks if len(b.text) <= 200)]
    votes: Counter[str] = Counter()
    written: dict[str, str] = {}
    for weight, text in [(5, home.title), *((1, text) for text in frame[1:])]:
        for name in organisation_names(text):
            key = fold(name.kind + name.place)
            votes[key] += weight
            written.setdefault(key, f"{name.kind}{name.place}")
    return written[max(sorted(votes), key=votes.__getitem__)] if votes else ""


def priority(lexicon: Lexicon) -> Callable[[Link, str], float]:
    """Return how much a link looks like evidence, 0 to 1, for the crawl to fetch the best first."""

    def look(link: Link, page: str) -> float:  # noqa: ARG001 - the crawl tells it to every priority
        said = speaking_label(link)
        paper = link.url.partition("?")[0].lower().endswith(_PAPER_SUFFIXES)
        if said is None:
            around = [lexicon.understand(text) for text in link.context[-3:]]
            near = any(understood.concepts for understood in around)
            return 0.75 if near else (0.5 if paper else 0.35)
        understood = lexicon.understand(said)
        if understood.concepts:
            return 0.9
        if any(word in fold(said) or word in fold(link.url) for word in _INDEX_WORDS):
            return 0.95
        best = understood.senses[0].score if understood.senses else 0.0
        return max(0.5 if paper else 0.3, min(0.7, best + 0.1) if best < ACCEPT else 0.7)

    return look
