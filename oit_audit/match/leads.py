"""Every place where the site says *here it is*: links, labelled parts of pages, own titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oit_audit.hosts import HostKind, known
from oit_audit.match.graph import SiteGraph
from oit_audit.match.index_pages import Numbering, read_index
from oit_audit.match.item_numbers import item_number, number_near
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.naming import line_before, speaking_label
from oit_audit.match.own_names import headline, own_names, speaking_lines, understand_own
from oit_audit.match.senses import ACCEPT, SURE, Understanding
from oit_audit.match.sheets import Sheet, ancestors, context_of
from oit_audit.match.shown import shown
from oit_audit.match.trimmings import acts_on_page
from oit_audit.model import Document, Link, Media, Region, without_fragment
from oit_audit.thai import mentions

_OWN_NAMES = 3
"""Of its own, how many names of a document may speak for it."""

_OWN_SURE = 0.75
"""From this score on a title speaks for its document without any label."""

_TOLD_IN = 6
"""Blocks in which a page tells what it is about, when its title does not."""

_NEWS_LINKS = 6
"""Links from which a page lists things rather than tells of one."""

_TOLD_LENGTH = 400
"""Characters of such a block that are read."""

_TOLD_OF = 4
"""Times its own length that a page says in all from which its first line is its name."""

_INHERITED = 0.7
"""What a score is worth when the label itself is silent and what encloses it speaks."""

_ENCLOSING = 4
"""Labels around a silent link that are asked, the nearest first."""

_FROM_ROW = 0.9
"""What a score is worth when the row speaks and the link's own words say something else."""

_LISTED = 0.8
"""What a score is worth for an attachment of its own name below a numbered entry."""

_LONGEST_ROW = 160
"""Characters of a row that may speak for its links; longer ones are paragraphs."""

_LONGEST_LABEL = 300

_NETWORK = "social_network"
"""What an account in a network is evidence of, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One place that holds something out as evidence of a concept."""

    concept: str
    score: float
    """How well the label stands for the concept, 0 to 1."""

    label: str
    source: Document
    """The page on which it stands; for what speaks for itself, the document."""

    link: Link | None = None
    """None for a labelled part of the page itself."""

    section: int = 0
    context: tuple[str, ...] = ()
    """Labels that enclose it, outermost first."""

    inherited: bool = False
    """The label itself is silent; what encloses it speaks."""

    number: int | None = None
    """The item number that stands nearest to the link."""


_MOST_LINKS, _MOST_SECTIONS = 5_000, 2_000
"""Links and sections of one page whose labels are read: what no page for people has."""

_ByNumber = Mapping[str, tuple[str, ...]]
"""What the numbered labels of an index page stand for."""


def leads(graph: SiteGraph, lexicon: Lexicon, pages: Iterable[Sheet]) -> Iterator[Lead]:
    """Yield every lead of the site: page by page, links before parts, then what speaks for itself.

    The same link on many pages comes once; links home never.
    """
    seen: set[tuple[str, str, tuple[str, ...], str]] = set()
    for sheet in pages:
        page = sheet.page
        for link in page.links[:_MOST_LINKS]:
            if acts_on_page(link, page.final_url):
                continue
            key = (link.url or page.final_url, link.text, link.context[-2:], link.row)
            if key in seen or graph.aliases.get(without_fragment(link.url)) == graph.home:
                continue
            seen.add(key)
            yield from _link_leads(sheet, link, lexicon)
        if page.media is Media.WEBPAGE:
            yield from _part_leads(page, graph, lexicon, sheet.index.by_label)
    for document in graph.documents.values():
        if document.final_url != graph.home:
            yield from _own_leads(graph.without_chrome(document), graph, lexicon)


def page_leads(sheet: Sheet, graph: SiteGraph, lexicon: Lexicon) -> Iterator[Lead]:
    """Yield the leads that stand on one page, whatever other pages say: its own links, its parts.

    What it repeats, row and all, from most pages is no link of its own, nor are its menus.
    """
    page = sheet.page
    for link in page.links:
        home = graph.aliases.get(without_fragment(link.url)) == graph.home
        if link.region is Region.MAIN and not home and not graph.is_repeated(link):
            yield from _link_leads(sheet, link, lexicon)
    if page.media is Media.WEBPAGE:
        yield from _part_leads(page, graph, lexicon, sheet.index.by_label)


def inner_leads(
    document: Document, graph: SiteGraph, lexicon: Lexicon, numbering: Numbering
) -> Iterator[Lead]:
    """Yield the leads that a document gives by its own words: its parts, and what it calls itself.

    They are those among all leads of the site that have no link.
    """
    if document.media is Media.WEBPAGE:
        yield from _part_leads(
            document, graph, lexicon, read_index(document, lexicon, numbering).by_label
        )
    if document.final_url != graph.home:
        yield from _own_leads(graph.without_chrome(document), graph, lexicon)


def _own_leads(document: Document, graph: SiteGraph, lexicon: Lexicon) -> Iterator[Lead]:
    """Let a page or paper speak for itself, whatever the labels that lead to it say."""
    names = own_names(document, lexicon)[:_OWN_NAMES]
    held = lexicon.understand(graph.label_of(document))
    silent = not (held.concepts or held.other)
    for name, kind in names:
        understood = lexicon.understand(name, kind)
        if understood.concepts and understood.senses[0].score >= _OWN_SURE:
            label = graph.label_of(document) or name
            yield Lead(understood.concepts[0], ACCEPT, label, document)
        if understood.concepts or understood.other:
            return
    if document.media is Media.WEBPAGE and len(document.links) > _NEWS_LINKS:
        return
    label = graph.label_of(document) or document.title
    for line in [line for line in speaking_lines(document) if line != label][:1]:
        head = headline(line) if silent else ""
        for name in (head, line if _letters(document) > _TOLD_OF * len(line) else ""):
            understood = lexicon.understand(name, LabelKind.TITLE)
            if understood.concepts and understood.senses[0].score >= _OWN_SURE:
                yield Lead(understood.concepts[0], ACCEPT, name, document)
                break
    for concept in shown(document):
        yield Lead(concept, ACCEPT, label, document)
    sentences = [name for name, _ in names] + [block.text for block in document.blocks[:_TOLD_IN]]
    told = (concept for text in sentences for concept in lexicon.told(text[:_TOLD_LENGTH]))
    for concept in dict.fromkeys(told):
        yield Lead(concept, ACCEPT, label, document)


def _letters(document: Document) -> int:
    return sum(len(block.text) for block in document.blocks if not block.heading)


def _link_leads(sheet: Sheet, link: Link, lexicon: Lexicon) -> Iterator[Lead]:
    by_number = sheet.index.by_label
    said = speaking_label(link, lexicon)
    network = network_of(link)
    if network and not (said and lexicon.understand(said).concepts):
        yield _lead(sheet, _NETWORK, ACCEPT, said or network, link)
    line = line_before(link, lexicon)
    if line and (said is None or (said == link.row and line in link.row)):
        held = line in link.row or item_number(line) is not None
        worth = 1.0 if held else _INHERITED
        understood = lexicon.understand(line, LabelKind.HEADING)
        label = f"{line} {link.text}" if mentions(link.text) else line
        for concept, score in _meant(understood, line, by_number):
            yield _lead(sheet, concept, score * worth, label, link, inherited=not held)
        return
    if said is None:
        for concept in by_number.get(link.text, ()):
            yield _lead(sheet, concept, ACCEPT, link.text, link)
        if link.region is Region.MAIN and link.text not in by_number:
            yield from _enclosed_leads(sheet, link, lexicon)
        return
    understood = lexicon.understand(said)
    for concept, score in _meant(understood, said, by_number):
        yield _lead(sheet, concept, score, said, link)
    if understood.concepts:
        return
    found = False
    if said != link.row and 0 < len(link.row) <= _LONGEST_ROW:
        for concept, score in _meant(lexicon.understand(link.row), link.row, by_number):
            found = True
            yield _lead(sheet, concept, score * _FROM_ROW, link.row, link)
    if not found and not understood.other:
        yield from _listed_leads(sheet, link, said, lexicon)


def _lead(
    sheet: Sheet, concept: str, score: float, label: str, link: Link, *, inherited: bool = False
) -> Lead:
    number = number_near(link, bare=sheet.index.bare)
    around = sheet.around(link)
    return Lead(concept, score, label, sheet.page, link, link.section, around, inherited, number)


def _listed_leads(sheet: Sheet, link: Link, said: str, lexicon: Lexicon) -> Iterator[Lead]:
    """Let the numbered entry speak that an attachment of unknown name is listed under."""
    around = [*link.context[-2:], *link.before[-1:]]
    for label in reversed(around):
        if item_number(label) is None:
            continue
        for concept, score in _meant(
            lexicon.understand(label, LabelKind.HEADING), label, sheet.index.by_label
        ):
            yield _lead(sheet, concept, score * _LISTED, said, link, inherited=True)
        return


def _enclosed_leads(sheet: Sheet, link: Link, lexicon: Lexicon) -> Iterator[Lead]:
    """Let the nearest telling label around a silent link speak for it."""
    context = context_of(sheet.page, link)
    for around in reversed(context[-_ENCLOSING:]):
        understood = lexicon.understand(around, LabelKind.HEADING)
        found = tuple(_meant(understood, around, sheet.index.by_label))
        for concept, score in found:
            yield _lead(
                sheet, concept, score * _INHERITED, link.text or around, link, inherited=True
            )
        if found or not lexicon.is_neutral(around):
            return


def _part_leads(
    page: Document, graph: SiteGraph, lexicon: Lexicon, by_number: _ByNumber
) -> Iterator[Lead]:
    own = understand_own(graph.without_chrome(page), lexicon)
    subject = next((u.senses[0] for u in own if u.concepts), None)
    subjects = {concept for understood in own for concept in understood.concepts}
    for index, section in enumerate(page.sections[:_MOST_SECTIONS]):
        if index == 0 or not 0 < len(section.label) <= _LONGEST_LABEL:
            continue
        understood = lexicon.understand(section.label, LabelKind.HEADING)
        for concept, score in _meant(understood, section.label, by_number):
            other = subject is not None and subject.concept != concept and subject.score >= SURE
            if section.panel or not (other or concept in subjects):
                context = ancestors(page, section)
                yield Lead(concept, score, section.label, page, None, index, context)


def _meant(
    understood: Understanding, said: str, by_number: _ByNumber
) -> Iterator[tuple[str, float]]:
    """Yield what a label stands for, by its words or else by its number."""
    for concept in understood.concepts:
        yield concept, max(ACCEPT, understood.score(concept))
    if not understood.concepts:
        for concept in by_number.get(said, ()):
            yield concept, ACCEPT


def network_of(link: Link) -> str:
    """Return the network in which the link shows or opens an account; empty when in none."""
    foreign = known(link.url) if link.url else None
    is_account = foreign is not None and foreign.kind is HostKind.SOCIAL
    return foreign.service.name.en if foreign is not None and is_account else ""
