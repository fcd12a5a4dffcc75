"""Pages and papers that nothing holds out as evidence: they are called by words of their own.

`ทำเนียบนายก ปลัด และผู้อำนวยการกอง` stands for no concept as a label, and shows the executives all the
same. What such a page shows is looked at only where nothing else was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oit_audit.match.graph import SiteGraph
from oit_audit.match.leads import Lead
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.openings import Opener
from oit_audit.match.own_names import understand_titles
from oit_audit.match.senses import Understanding
from oit_audit.match.shown import shows_people
from oit_audit.model import Candidate, Document, Legibility, without_fragment

FAINT = 0.4
"""Score from which a label, though it stands for no concept, may mean it."""

_MOST = 120
"""Documents that are looked at, those nearest to the home page first."""

_STEPS = 4
"""Labels of a click path, the home page among them, up to which a document lies near."""

_CHART, _PEOPLE = "structure", "executives"
"""What is held out as a chart may show people as well, whatever it is called."""

_LINES = 12
_LINE = 300
"""Blocks of a document, and characters of each, in which it may speak of a topic."""


def unclaimed(
    graph: SiteGraph, lexicon: Lexicon, claimed: Iterable[Candidate]
) -> tuple[Candidate, ...]:
    """Return what may be evidence of a concept by a faint label, or by speaking of its topic.

    What any label or name stands for a concept or a look-alike is not among it.
    """
    claimed = tuple(claimed)
    taken = {
        without_fragment(candidate.document.final_url)
        for candidate in claimed
        if not (candidate.inherited or candidate.is_frame)
    }
    opener = Opener(graph, lexicon)
    found: list[Candidate] = []
    for document in _near(graph, taken)[:_MOST]:
        for lead in _leads(document, graph, lexicon):
            opened = opener.open(lead)
            if isinstance(opened, Candidate):
                found.append(opened)
    return (*found, *_charts(graph, lexicon, claimed))


def _charts(
    graph: SiteGraph, lexicon: Lexicon, claimed: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Yield the charts of the organisation that show its people: they may show the executives."""
    charts = [c for c in claimed if c.concept == _CHART and c.own_score and not c.is_part]
    opener = Opener(graph, lexicon)
    for chart in charts[:_MOST]:
        page = graph.document(chart.document.final_url)
        if page is None or not shows_people(graph.without_chrome(page)):
            continue
        opened = opener.open(Lead(_PEOPLE, 0.0, chart.label, page))
        if isinstance(opened, Candidate) and opened.rival == _CHART:
            yield replace(opened, rival=None, rival_says="")


def _near(graph: SiteGraph, taken: set[str]) -> list[Document]:
    near = [
        document
        for url, document in graph.documents.items()
        if url != graph.home
        and url not in taken
        and document.legibility is not Legibility.NONE
        and 0 < len(graph.paths.get(url, ())) <= _STEPS
        and not graph.is_foreign(url)
    ]
    return sorted(near, key=lambda d: (len(graph.paths[d.final_url]), d.final_url))


def _leads(document: Document, graph: SiteGraph, lexicon: Lexicon) -> Iterator[Lead]:
    page = graph.without_chrome(document)
    label = graph.label_of(document)
    read = (lexicon.understand(label), *understand_titles(page, lexicon))
    if any(understood.concepts or understood.other for understood in read):
        return
    spoken = frozenset().union(*(lexicon.aspects(text) for text in _texts(page, label)))
    for concept in lexicon.concepts:
        score = _best(read, concept)
        if score >= FAINT or lexicon.subjects(concept) & spoken:
            yield Lead(concept, score, label or page.title, document)


def _best(read: Iterable[Understanding], concept: str) -> float:
    return max(understood.score(concept) for understood in read)


def _texts(page: Document, label: str) -> Iterator[str]:
    yield label
    yield page.title
    for block in page.blocks[:_LINES]:
        yield block.text[:_LINE]
