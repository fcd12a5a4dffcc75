"""What a lead opens: a page, a part of a page, a file, somebody else's site, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oit_audit.match.graph import SiteGraph
from oit_audit.match.item_numbers import item_number
from oit_audit.match.labels import LabelKind
from oit_audit.match.leads import Lead
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.named_below import named_below
from oit_audit.match.naming import speaking_label
from oit_audit.match.ordinary import ordinary
from oit_audit.match.own_names import own_names, own_score, rival, understand_own
from oit_audit.match.senses import ACCEPT, Understanding
from oit_audit.match.spoken import label_words, words_for
from oit_audit.match.strangers import is_stranger, is_usual
from oit_audit.match.trimmings import acts_on_page
from oit_audit.model import (
    Block,
    Candidate,
    DeadEnd,
    DeadEndKind,
    Document,
    Link,
    Media,
    host_of,
    without_fragment,
)

_NEARLY_ALL = 0.8
"""Share of a page from which a part is the page."""

_A_LINK = 20
"""Characters that a link counts when parts are measured."""

_MOST_LABELS = 400
"""Links of a page whose labels are read to count its subjects."""

_TOLD_IN = 6
_SENTENCE = 400
"""Blocks, and characters of each, in which a page tells what it is about."""

_STEP = 80
"""Characters of a step in a click path."""


class Opener:
    """Opens the leads of one site."""

    def __init__(self, graph: SiteGraph, lexicon: Lexicon) -> None:
        self._graph = graph
        self._lexicon = lexicon
        self._own: dict[tuple[str, str], tuple[Understanding, ...]] = {}
        self._labelled: dict[tuple[str, str], frozenset[tuple[str, ...]]] = {}

    def open(self, lead: Lead) -> Candidate | DeadEnd:
        """Return what stands behind the lead's label."""
        link = lead.link
        if link is None:
            page = self._graph.without_chrome(lead.source)
            part = page.part(_judged_part(page, lead.section))
            found = self._candidate(lead, part, self._path(lead.source))
            return self._told_apart(replace(found, is_part=part is not page))
        if not link.url:
            return self._dead_end(lead, DeadEndKind.NO_ADDRESS, lead.source.url)
        document = self._graph.document(link.url)
        if document is not None:
            page = self._graph.without_chrome(document)
            part = _part_meant(page, link)
            path = (*self._path(lead.source), lead.label[:_STEP])
            found = self._candidate(lead, part, path)
            return self._told_apart(replace(found, is_part=part is not page))
        skip = self._graph.skip(link.url)
        if skip is not None and (skip.reason.is_absence or not self._graph.is_foreign(link.url)):
            return self._dead_end(lead, DeadEndKind.NOT_SEEN, link.url)
        if host_of(link.url) == host_of(self._graph.home):
            return self._dead_end(lead, DeadEndKind.UNASKED, link.url)
        return self._off_site(lead, link)

    def _off_site(self, lead: Lead, link: Link) -> Candidate:
        """Return the link itself, as our page shows it."""
        page = lead.source
        anchor = page.sections[lead.section].anchor
        shown = Document(
            url=f"{without_fragment(page.url)}#{anchor}" if anchor else page.url,
            final_url=page.final_url,
            media=page.media,
            title=lead.label,
            blocks=(Block(lead.label, "link"),),
            links=(replace(link, section=0),),
            media_type=page.media_type,
            sha256=page.sha256,
            fetched_at=page.fetched_at,
        )
        found = self._candidate(lead, shown, self._path(page))
        return replace(found, off_site=True, skip=self._graph.skip(link.url), host="")

    def _path(self, page: Document) -> tuple[str, ...]:
        return self._graph.paths.get(without_fragment(page.final_url), ())

    def _candidate(self, lead: Lead, document: Document, path: tuple[str, ...]) -> Candidate:
        own = self._names(document)
        titles = own[: len(own_names(document, self._lexicon)) + _is_named_by_label(document)]
        other = None if own_score(own, lead.concept) >= ACCEPT else rival(titles, lead.concept)
        tells = self._told_in(document)
        if lead.concept in tells:
            other = None
        live = sum(self._is_live(link, document) for link in _leading_on(document))
        if other is None and not live and lead.concept not in tells:
            other = named_below(document, lead.concept, self._lexicon)
        other = other or self._says_only(document)
        shortest = self._path(document) or path
        score = own_score(own, lead.concept)
        return Candidate(
            concept=lead.concept,
            document=document,
            label=lead.label,
            label_score=round(lead.score, 4),
            own_score=score,
            is_stranger=not score and self._is_stranger(document, lead),
            rival=other,
            rival_says=self._lexicon.name_of(other) if other else "",
            context=lead.context,
            click_path=(*shortest, document.title) if "#" in document.url else shortest,
            hub=self._hub(lead),
            inherited=lead.inherited,
            subjects=self._subjects(document, lead.concept),
            live_links=live,
            dead_links=sum(self._is_dead(link) for link in _leading_on(document)),
            numbers=_numbers(lead, document.title),
            tells=tells,
            host=self._graph.foreign_host(document),
            label_words=label_words(lead, self._lexicon),
            own_words=words_for(lead.concept, own),
        )

    def _told_apart(self, candidate: Candidate) -> Candidate:
        """Return the candidate as what it is when its topic is right and never of corruption."""
        document, concept = candidate.document, candidate.concept
        names = [name for name, _ in own_names(document, self._lexicon)]
        other = ordinary(document, names, concept, self._graph, self._lexicon)
        if candidate.rival or other is None:
            return candidate
        return replace(candidate, rival=other, rival_says=self._lexicon.name_of(other))

    def _told_in(self, document: Document) -> tuple[str, ...]:
        """Return what the text says in passing that it is about, whatever its title says."""
        texts = (block.text[:_SENTENCE] for block in document.blocks[:_TOLD_IN])
        return tuple(dict.fromkeys(c for text in texts for c in self._lexicon.told(text)))

    def _is_stranger(self, document: Document, lead: Lead) -> bool:
        names = [name for name, _ in own_names(document, self._lexicon)]
        if not is_stranger(names, self._lexicon, lead.concept):
            return False
        above = lead.link.before[-1:] if lead.link is not None else ()
        return not is_usual(names, (*lead.context, *above), self._lexicon, lead.concept)

    def _says_only(self, document: Document) -> str | None:
        """Return the look-alike that is all a page says under its heading, such as a score."""
        lines = [block.text for block in document.blocks if not block.heading]
        more = (document.tables, document.forms, document.links, document.pictures, lines[2:])
        if document.media is not Media.WEBPAGE or not lines or any(more):
            return None
        read = {self._lexicon.understand(line[:_SENTENCE]).other for line in lines}
        return read.pop() if len(read) == 1 else None

    def _is_live(self, link: Link, page: Document) -> bool:
        skip = self._graph.skip(link.url) if link.url else None
        if skip is not None and not skip.reason.is_absence:
            return self._graph.is_foreign(link.url)
        if not link.url or skip is not None:
            return False
        target = self._graph.document(link.url)
        return target is None or target.final_url not in (self._graph.home, page.final_url)

    def _is_dead(self, link: Link) -> bool:
        if not link.url:
            return True
        skip = self._graph.skip(link.url)
        return skip is not None and skip.reason.is_absence

    def _hub(self, lead: Lead) -> str:
        speaks_for_itself = lead.link is None and lead.section == 0
        return self._graph.hub_of(lead.source) if speaks_for_itself else lead.source.final_url

    def _subjects(self, document: Document, concept: str) -> int:
        """Count the other concepts that panels and links of a page are labelled with."""
        if document.media is not Media.WEBPAGE:
            return 0
        key = (document.url, document.title)
        if key not in self._labelled:
            self._labelled[key] = frozenset(self._concepts_of_labels(document))
        read = self._labelled[key]
        return len({concepts[0] for concepts in read if concept not in concepts})

    def _concepts_of_labels(self, document: Document) -> Iterator[tuple[str, ...]]:
        inside = {block.section for block in document.blocks}
        inside |= {link.section for link in document.links}
        labels = {s.label for i, s in enumerate(document.sections) if s.panel and i in inside}
        for link in document.links[:_MOST_LABELS]:
            labels.add(speaking_label(link, self._lexicon) or "")
        labels.discard(document.title)
        yield from filter(None, (self._lexicon.understand(label).concepts for label in labels))

    def _names(self, document: Document) -> tuple[Understanding, ...]:
        """Return what the document's own names stand for; a part is named by its label first."""
        key = (document.url, document.title)
        if key not in self._own:
            names = understand_own(document, self._lexicon)
            if _is_named_by_label(document):
                names = (self._lexicon.understand(document.title, LabelKind.HEADING), *names)
            self._own[key] = names
        return self._own[key]

    def _dead_end(self, lead: Lead, kind: DeadEndKind, url: str) -> DeadEnd:
        return DeadEnd(
            concept=lead.concept,
            kind=kind,
            url=url,
            label=lead.label,
            label_score=round(lead.score, 4),
            source=lead.source.final_url,
            skip=self._graph.skip(url) if kind is DeadEndKind.NOT_SEEN else None,
            context=lead.context,
            click_path=(*self._path(lead.source), lead.label[:_STEP]),
        )


def _is_named_by_label(document: Document) -> bool:
    """Is it a part of a page, which is called by the label above it?"""
    return "#" in document.url or document.title in {s.label for s in document.sections[1:]}


def _leading_on(document: Document) -> tuple[Link, ...]:
    return tuple(link for link in document.links if not acts_on_page(link, document.final_url))


def _part_meant(page: Document, link: Link) -> Document:
    """Return the part of the page that the link's fragment opens; the page when it opens none."""
    fragment = link.url.partition("#")[2]
    anchors = [section.anchor for section in page.sections]
    return page.part(anchors.index(fragment)) if fragment in anchors else page


def _judged_part(page: Document, section: int) -> int:
    """Return the section to judge: the whole page when its main heading is meant."""
    if page.sections[section].panel:
        return section
    return 0 if _size(page.part(section)) >= _NEARLY_ALL * _size(page) else section


def _size(document: Document) -> int:
    cells = sum(len(cell) for table in document.tables for row in table.rows for cell in row)
    words = sum(len(block.text) for block in document.blocks)
    return cells + words + _A_LINK * len(document.links)


def _numbers(lead: Lead, title: str) -> tuple[int, ...]:
    """Return the item numbers that the labels of a lead and a title bear, ascending."""
    labels = (lead.label, *lead.context, title)
    found = {item_number(label) for label in labels if label} | {lead.number}
    return tuple(sorted(number for number in found if number is not None))
