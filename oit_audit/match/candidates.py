"""Follow every lead to what can be judged: a page, a part of a page, a file, or a dead end.

A lead often opens a list, the list a page of one paper, and that page the paper. What is listed inherits what the list is
about, unless its own label says something else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from oit_audit.match.graph import SiteGraph
from oit_audit.match.labels import LabelKind, read_label
from oit_audit.match.leads import Lead, context_of, speaking_label
from oit_audit.match.lexicon import ACCEPT, Lexicon, Understanding
from oit_audit.match.words import is_neutral, own_score, rival, understand_own
from oit_audit.model import (
    Block,
    Candidate,
    DeadEnd,
    DeadEndKind,
    Document,
    Link,
    Media,
    Region,
    host_of,
    without_fragment,
)

_DEEPEST = 4
"""Steps from a lead to the paper behind it."""

_MOST_LISTED = 400
_COMMON = 8
"""Pages from which a target may be linked before a silent label no longer passes on what the list is about."""

_NEARLY_ALL = 0.8
"""Share of a page from which a part is the page."""

_UNSURE = 0.55
"""What a score is worth when a listed label says something we do not understand."""


@dataclass(frozen=True, slots=True)
class _Step:
    concept: str
    score: float
    label: str
    context: tuple[str, ...]
    source: Document
    link: Link | None
    section: int
    depth: int
    inherited: bool


class Follower:
    """Follows the leads of one site."""

    def __init__(self, graph: SiteGraph, lexicon: Lexicon) -> None:
        self._graph = graph
        self._lexicon = lexicon
        self._own: dict[tuple[str, str], tuple[Understanding, ...]] = {}

    def follow(self, leads: Iterable[Lead]) -> tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]:
        """Return what the leads of one concept open, and where they end in nothing; each address once."""
        queue = deque(sorted(map(_first_step, leads), key=lambda step: -step.score))
        found: dict[str, Candidate] = {}
        dead: dict[tuple[str, str], DeadEnd] = {}
        while queue:
            step = queue.popleft()
            opened = self._open(step)
            if isinstance(opened, DeadEnd):
                dead.setdefault((opened.url, opened.label), opened)
                continue
            if opened.off_site:
                found.setdefault(f"{opened.document.url} {step.label}", opened)
                continue
            url = f"{opened.document.url} {opened.document.title}"
            known = found.get(url)
            if known is not None:
                found[url] = _better(known, opened)
                continue
            further = list(self._further(step, opened)) if step.depth < _DEEPEST else []
            found[url] = replace(opened, offers=len(further))
            queue.extend(further)
        return tuple(found.values()), tuple(dead.values())

    def _open(self, step: _Step) -> Candidate | DeadEnd:
        link = step.link
        if link is None:
            bare = self._graph.without_chrome(step.source)
            part = bare.part(_judged_part(bare, step.section))
            return self._candidate(step, part, self._path(step.source))
        if not link.url:
            return self._dead_end(step, DeadEndKind.NO_ADDRESS, step.source.url)
        document = self._graph.document(link.url)
        if document is None:
            if self._graph.skip(link.url):
                return self._dead_end(step, DeadEndKind.NOT_SEEN, link.url)
            if host_of(link.url) == host_of(self._graph.home):
                return self._dead_end(step, DeadEndKind.UNASKED, link.url)
            return self._off_site(step, link)
        fragment = link.url.partition("#")[2]
        bare = self._graph.without_chrome(document)
        section = (
            next((i for i, s in enumerate(bare.sections) if s.anchor == fragment), 0)
            if fragment
            else 0
        )
        return self._candidate(
            step, bare.part(section), (*self._path(step.source), step.label[:80])
        )

    def _off_site(self, step: _Step, link: Link) -> Candidate:
        """Return the link itself, as our page shows it."""
        page = step.source
        anchor = page.sections[step.section].anchor if step.section < len(page.sections) else None
        shown = Document(
            url=f"{without_fragment(page.url)}#{anchor}" if anchor else page.url,
            final_url=page.final_url,
            media=page.media,
            title=step.label,
            blocks=(Block(step.label, "link"),),
            links=(replace(link, section=0),),
            media_type=page.media_type,
            sha256=page.sha256,
            fetched_at=page.fetched_at,
        )
        return replace(self._candidate(step, shown, self._path(page)), off_site=True)

    def _path(self, page: Document) -> tuple[str, ...]:
        return self._graph.paths.get(without_fragment(page.final_url), ())

    def _candidate(self, step: _Step, document: Document, path: tuple[str, ...]) -> Candidate:
        own = self._names(document)
        shortest = self._graph.paths.get(without_fragment(document.final_url), path)
        return Candidate(
            concept=step.concept,
            document=document,
            label=step.label,
            label_score=round(step.score, 4),
            own_score=own_score(own, step.concept),
            rival=rival(own, step.concept),
            context=step.context,
            click_path=(*shortest, document.title) if "#" in document.url else shortest,
            hub=self._hub(step),
            inherited=step.inherited,
            subjects=self._subjects(document, step.concept),
            numbers=_numbers(step.label, *step.context, document.title),
        )

    def _hub(self, step: _Step) -> str:
        if step.link is None and step.section == 0:
            return self._graph.hub_of(step.source)
        return step.source.final_url if step.link is not None else step.source.final_url + "#"

    def _subjects(self, document: Document, concept: str) -> int:
        """Count the other concepts that panels and links of a page are labelled with."""
        if document.media is not Media.WEBPAGE:
            return 0
        inside = {block.section for block in document.blocks} | {
            link.section for link in document.links
        }
        labels = {s.label for i, s in enumerate(document.sections) if s.panel and i in inside}
        labels |= {said for link in document.links[:_MOST_LISTED] if (said := speaking_label(link))}
        labels.discard(document.title)
        read = (self._lexicon.understand(label).concepts for label in labels)
        return len({concepts[0] for concepts in read if concepts and concept not in concepts})

    def _names(self, document: Document) -> tuple[Understanding, ...]:
        key = (document.url, document.title)
        if key not in self._own:
            names = understand_own(self._lexicon, document)
            if "#" in document.url or document.title in {s.label for s in document.sections[1:]}:
                names = (self._lexicon.understand(document.title, LabelKind.HEADING), *names)
            self._own[key] = names
        return self._own[key]

    def _dead_end(self, step: _Step, kind: DeadEndKind, url: str) -> DeadEnd:
        return DeadEnd(
            concept=step.concept,
            kind=kind,
            url=url,
            label=step.label,
            label_score=round(step.score, 4),
            source=step.source.final_url,
            skip=self._graph.skip(url) if kind is DeadEndKind.NOT_SEEN else None,
            context=step.context,
            click_path=(*self._path(step.source), step.label[:80]),
        )

    def _further(self, step: _Step, opened: Candidate) -> Iterator[_Step]:
        """Yield what an opened page lists of the same concept."""
        page = opened.document
        if page.media is not Media.WEBPAGE:
            return
        for link in page.links[:_MOST_LISTED]:
            if link.region is not Region.MAIN and "#" not in page.url:
                continue
            passed = self._passed_on(step, opened, link)
            if passed is not None:
                yield passed

    def _passed_on(self, step: _Step, opened: Candidate, link: Link) -> _Step | None:
        page = opened.document
        target = self._graph.document(link.url) if link.url else None
        if target is not None and (
            target.final_url in (self._graph.home, without_fragment(page.final_url))
        ):
            return None
        said = speaking_label(link)
        context = (*step.context, step.label, *context_of(page, link))
        if said == link.row and said != link.text and not self._lexicon.understand(said).concepts:
            said = None
        if said is None:
            if self._is_common(target) or (not link.url and is_neutral(link.text)):
                return (
                    None
                    if link.url
                    else self._step(
                        step,
                        link,
                        page,
                        context,
                        link.text or step.label,
                        step.score,
                        inherited=True,
                    )
                )
            return self._step(
                step, link, page, context, link.text or step.label, step.score, inherited=True
            )
        understood = self._lexicon.understand(said)
        if understood.score(step.concept) >= ACCEPT:
            return self._step(
                step, link, page, context, said, understood.score(step.concept), inherited=False
            )
        if understood.concepts or self._is_common(target) or not link.url or target is None:
            return None
        return self._step(step, link, page, context, said, step.score * _UNSURE, inherited=True)

    def _is_common(self, target: Document | None) -> bool:
        return target is not None and self._graph.inbound[target.final_url] > _COMMON

    @staticmethod
    def _step(
        step: _Step,
        link: Link,
        page: Document,
        context: tuple[str, ...],
        label: str,
        score: float,
        *,
        inherited: bool,
    ) -> _Step:
        return _Step(
            step.concept, score, label, tuple(dict.fromkeys(context)), page, link, link.section,
            step.depth + 1, inherited,
        )  # fmt: skip


def _judged_part(page: Document, section: int) -> int:
    """Return the section to judge: the whole page when its main heading is meant."""
    chosen = page.sections[section]
    if chosen.panel:
        return section
    part = page.part(section)
    whole = _size(page)
    return 0 if _size(part) >= _NEARLY_ALL * whole else section


def _size(document: Document) -> int:
    cells = sum(len(cell) for table in document.tables for row in table.rows for cell in row)
    return cells + sum(len(b.text) for b in document.blocks) + 20 * len(document.links)


def _numbers(*labels: str) -> tuple[int, ...]:
    """Return the item numbers that the labels begin with."""
    found = {read_label(label).number for label in labels if label}
    return tuple(sorted(number for number in found if number is not None))


def _first_step(lead: Lead) -> _Step:
    return _Step(
        lead.concept,
        lead.score,
        lead.label,
        lead.context,
        lead.source,
        lead.link,
        lead.section,
        0,
        lead.inherited,
    )


def _better(known: Candidate, other: Candidate) -> Candidate:
    """Keep the label that says most; the shorter list of years around it stays with it."""
    if (not other.inherited, other.label_score) > (not known.inherited, known.label_score):
        return replace(other, offers=known.offers)
    return known
