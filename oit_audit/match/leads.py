"""Every place where the site says *here it is*: links, and the labelled parts of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oit_audit.match.graph import SiteGraph
from oit_audit.match.index_pages import Numbering, numbered_concepts
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import ACCEPT, SURE, Lexicon, Understanding
from oit_audit.match.words import is_neutral, own_names, understand_own
from oit_audit.model import Document, Link, Media, Region, without_fragment

_OWN_NAMES = 3
"""Of its own, how many names of a document may speak for it."""

_TOLD_IN = 6
"""Blocks in which a page tells what it is about, when its title does not."""

_OWN_SURE = 0.75
"""From this score on a title speaks for its document without any label."""

INHERITED = 0.7
"""What a score is worth when the label itself is silent and what encloses it speaks."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One place that holds something out as evidence of a concept."""

    concept: str
    score: float
    label: str
    source: Document
    """The page on which it stands."""

    link: Link | None
    """None for a labelled part of the page itself."""

    section: int
    context: tuple[str, ...]
    inherited: bool = False


def leads(graph: SiteGraph, lexicon: Lexicon, numbering: Numbering) -> Iterator[Lead]:
    """Yield every lead of the site, pages in order, links before parts. The same link on many pages comes once."""
    seen: set[tuple[str, str, tuple[str, ...], str]] = set()
    for page in graph.pages:
        by_number = numbered_concepts(page, lexicon, numbering)
        for link in page.links:
            key = (link.url or page.final_url, link.text, link.context[-2:], link.row)
            if key in seen or (
                link.url and graph.aliases.get(without_fragment(link.url)) == graph.home
            ):
                continue
            seen.add(key)
            yield from _link_leads(page, link, lexicon, by_number)
        yield from _part_leads(page, graph, lexicon, by_number)
    for document in graph.documents.values():
        yield from _own_leads(graph.without_chrome(document), graph, lexicon)


def _own_leads(document: Document, graph: SiteGraph, lexicon: Lexicon) -> Iterator[Lead]:
    """Let a page or paper speak for itself, whatever the labels that lead to it say."""
    if document.final_url == graph.home:
        return
    names = own_names(document)[:_OWN_NAMES]
    for name, kind in names:
        understood = lexicon.understand(name, kind)
        if understood.other:
            return
        if understood.concepts:
            if understood.senses[0].score >= _OWN_SURE:
                label = graph.label_of(document) or name
                yield Lead(understood.concepts[0], ACCEPT, label, document, None, 0, ())
            return
    sentences = [name for name, _ in names] + [block.text for block in document.blocks[:_TOLD_IN]]
    for concept in dict.fromkeys(c for text in sentences for c in lexicon.told(text[:400])):
        yield Lead(
            concept, ACCEPT, graph.label_of(document) or document.title, document, None, 0, ()
        )


def _link_leads(
    page: Document, link: Link, lexicon: Lexicon, by_number: dict[str, tuple[str, ...]]
) -> Iterator[Lead]:
    said = speaking_label(link)
    if said is None:
        yield from _enclosed_leads(page, link, lexicon, by_number)
        return
    understood = lexicon.understand(said, LabelKind.LINK)
    context = context_of(page, link)
    for concept, score in _senses(understood, said, by_number):
        yield Lead(concept, score, said, page, link, link.section, context)
    if not understood.concepts and said != link.row and link.row and len(link.row) <= 160:
        for concept, score in _senses(lexicon.understand(link.row), link.row, by_number):
            yield Lead(concept, score * 0.9, link.row, page, link, link.section, context)


def _enclosed_leads(
    page: Document, link: Link, lexicon: Lexicon, by_number: dict[str, tuple[str, ...]]
) -> Iterator[Lead]:
    """Let the nearest telling label around a silent link speak for it."""
    if link.region is not Region.MAIN:
        return
    for around in reversed(context_of(page, link)[-4:]):
        understood = lexicon.understand(around, LabelKind.HEADING)
        found = list(_senses(understood, around, by_number))
        if found:
            for concept, score in found:
                yield Lead(
                    concept, score * INHERITED, link.text or around, page, link, link.section,
                    context_of(page, link), inherited=True,
                )  # fmt: skip
            return
        if not is_neutral(around):
            return


def _part_leads(
    page: Document, graph: SiteGraph, lexicon: Lexicon, by_number: dict[str, tuple[str, ...]]
) -> Iterator[Lead]:
    if page.media is not Media.WEBPAGE:
        return
    own = understand_own(lexicon, graph.without_chrome(page))
    subject = next((u.senses[0] for u in own if u.concepts), None)
    subjects = {concept for understood in own for concept in understood.concepts}
    for index, section in enumerate(page.sections):
        if index == 0 or not section.label or len(section.label) > 300:
            continue
        understood = lexicon.understand(section.label, LabelKind.HEADING)
        for concept, score in _senses(understood, section.label, by_number):
            other = subject is not None and subject.concept != concept and subject.score >= SURE
            if section.panel or not (other or concept in subjects):
                yield Lead(
                    concept, score, section.label, page, None, index, _ancestors(page, index)
                )


def _senses(
    understood: Understanding, said: str, by_number: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, float]]:
    if understood.concepts:
        for concept in understood.concepts:
            yield concept, max(ACCEPT, understood.score(concept))
    elif said in by_number:
        for concept in by_number[said]:
            yield concept, ACCEPT


def speaking_label(link: Link) -> str | None:
    """Return the words of a link that say something: its text, else its title, else its row; None when all are silent."""
    for text in (link.text, link.title, link.row):
        if text and len(text) <= 300 and not is_neutral(text):
            return text
    return None


def context_of(page: Document, link: Link) -> tuple[str, ...]:
    """Return the labels that enclose a link, outermost first: headings, panels, menu entries, row headers."""
    labels = [*_ancestors(page, link.section), page.sections[link.section].label, *link.context]
    return tuple(dict.fromkeys(label for label in labels if label))


def _ancestors(page: Document, section: int) -> tuple[str, ...]:
    labels: list[str] = []
    at = page.sections[section].parent
    while at > 0:
        labels.append(page.sections[at].label)
        at = page.sections[at].parent
    return tuple(reversed([label for label in labels if label]))
