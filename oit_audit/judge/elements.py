"""Look for the elements of an item on its candidates, and choose the group that shows most.

A check that breaks on a stranger's document costs one element, not the audit: this is one of the
two places that may catch everything.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oit_audit.judge.around import NOTHING_AROUND, Around
from oit_audit.judge.freshness import wanted_year
from oit_audit.judge.substance import is_picture_only
from oit_audit.model import (
    Candidate,
    Document,
    Element,
    ElementVerdict,
    Evidence,
    Finding,
    Item,
    Media,
    Organisation,
    Outcome,
    Scene,
)
from oit_audit.words import worded

logger = logging.getLogger(__name__)

CATCH_ALL = True
"""Tests switch this off to see what a check raises."""

_MOST_SINGLES = 12
"""Candidates that are looked at one by one."""

_MOST_TOGETHER = 60
"""Candidates that are looked at as one."""

_ADDS_UP = frozenset({"months", "person", "chart", "channel", "listing", "contact", "dated"})
"""Checks whose parts may lie on several pages or papers."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a group of candidates shows."""

    candidates: tuple[Candidate, ...]
    """The best first; never empty."""

    elements: tuple[ElementVerdict, ...]
    """In the order of the item's elements."""

    tried: tuple[Showing, ...] = ()
    """What every group showed that was tried, in the order of trying."""

    @property
    def merit(self) -> tuple[int, int, int]:
        """Return what groups are compared by; more is better."""
        return (-self.absent - self.untold, -self.absent, self.found)

    @property
    def absent(self) -> int:
        """Return how many binding elements are absent."""
        return self._count(Outcome.ABSENT)

    @property
    def untold(self) -> int:
        """Return how many binding elements cannot be told."""
        return self._count(Outcome.CANNOT_TELL)

    @property
    def found(self) -> int:
        """Return how many elements are found, informing ones included."""
        return sum(e.finding.outcome is Outcome.FOUND for e in self.elements)

    def _count(self, outcome: Outcome) -> int:
        return sum(e.binds and e.finding.outcome is outcome for e in self.elements)


@dataclass(frozen=True, slots=True)
class Bench:
    """What an element is looked for with."""

    item: Item
    organisation: Organisation
    fiscal_year: int
    """The assessed year, Buddhist Era."""

    today: date
    around: Around = NOTHING_AROUND

    def show(self, candidates: Sequence[Candidate]) -> Showing:
        """Return the showing of the group that shows most, the first of equals.

        `candidates` come best first and are never empty.
        """
        tried = tuple(map(self._try, self._groups(candidates)))
        best = max(tried, key=lambda showing: showing.merit)
        if best.absent or best.untold:
            best = self._add_up(best, candidates)
        return replace(best, tried=tried)

    def _try(self, group: tuple[Candidate, ...]) -> Showing:
        return Showing(group, tuple(self._look(element, group) for element in self.item.elements))

    def _add_up(self, best: Showing, candidates: Sequence[Candidate]) -> Showing:
        """Look again, on everything of the item's own, for the parts that may lie elsewhere.

        What is lacking in the end is what everything together lacks.
        """
        further = (c for c in candidates if c not in best.candidates and not self._is_lent(c))
        ordered = [*best.candidates, *further]
        everything = tuple(ordered[:_MOST_TOGETHER])
        looked: list[ElementVerdict] = []
        used = False
        for element, verdict in zip(self.item.elements, best.elements, strict=True):
            scattered = element.check_name in _ADDS_UP or len(self.item.concepts) > 1
            if scattered and verdict.finding.outcome is not Outcome.FOUND:
                again = self._look(element, everything)
                if again.finding.outcome is Outcome.FOUND:
                    looked.append(again)
                    used = True
                    continue
                if again.finding.outcome is Outcome.ABSENT and element.check_name == "months":
                    looked.append(again)
                    continue
            looked.append(verdict)
        return Showing(everything if used else best.candidates, tuple(looked))

    def _look(self, element: Element, group: tuple[Candidate, ...]) -> ElementVerdict:
        chosen = [c for c in group if c.concept == element.concept] or list(group)
        scene = Scene(
            self.organisation,
            self.fiscal_year,
            wanted_year(self.item, self.fiscal_year),
            self.today,
            chosen[0].click_path,
            self.around.elsewhere,
            self.around.gone,
        )
        documents = tuple(c.document for c in chosen)
        if element.check_name == "months" and len(documents) > 1:
            documents = self._telling(documents, scene) or documents
        finding = _guarded(element, documents, scene)
        return ElementVerdict(
            element.id, element.says, finding, element.basis.binds, element.remedy
        )

    def _telling(self, documents: tuple[Document, ...], scene: Scene) -> tuple[Document, ...]:
        """Leave out papers that tell nothing else of the item: their months are of other things."""
        others = [e for e in self.item.elements if e.basis.binds and e.check_name == "phrases"]
        if not others:
            return documents
        return tuple(
            document
            for document in documents
            if document.media is Media.WEBPAGE
            or any(_guarded(e, (document,), scene).outcome is not Outcome.ABSENT for e in others)
        )

    def _is_lent(self, candidate: Candidate) -> bool:
        """Is it the paper of another item, by its place and its own names?

        Its own page gives the number of another item, or it stands better for that, and nothing
        that leads to it says this one.
        """
        if candidate.label_words or self._number in candidate.numbers:
            return False
        return any(
            other.document.url == candidate.document.url
            and _stands_better(other, candidate, number)
            for number, other in self._of_others
        )

    @property
    def _number(self) -> int:
        return int(self.item.id.lstrip("o"))

    @property
    def _of_others(self) -> Iterator[tuple[int, Candidate]]:
        for item, sieve in self.around.sieves.items():
            for sifted in sieve.right if item != self.item.id else ():
                if sifted.candidate.concept not in self.item.concepts:
                    yield int(item.lstrip("o")), sifted.candidate

    def _groups(self, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
        """Yield what is judged together: each by itself, then the own ones that one page lists."""
        for candidate in candidates[:_MOST_SINGLES]:
            yield (candidate,)
        by_hub: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            by_hub.setdefault(candidate.hub, []).append(candidate)
        for hub, listed in by_hub.items():
            owner = [c for c in candidates if c.document.final_url == hub and c not in listed]
            own = [c for c in (*listed, *owner) if not self._is_lent(c)]
            if len(own) > 1:
                yield tuple(own[:_MOST_TOGETHER])


def _stands_better(other: Candidate, candidate: Candidate, number: int) -> bool:
    """Does the same document stand better for what `other` is of, an item of that number?"""
    if number in other.numbers:
        return True
    return other.own_score > candidate.own_score and other.label_score >= candidate.label_score


def _guarded(element: Element, documents: tuple[Document, ...], scene: Scene) -> Finding:
    try:
        finding = element.check.look(documents, scene)
    except Exception as error:  # a stranger's document must not end the audit
        if not CATCH_ALL:
            raise
        logger.exception("check %s broke on %s", element.check_name, documents[0].url)
        name = type(error).__name__
        return Finding(Outcome.CANNOT_TELL, worded("the check broke ({name})", name=name))
    if finding.evidence is not None:
        return replace(finding, evidence=_completed(finding.evidence, documents))
    if finding.outcome is Outcome.ABSENT and all(is_picture_only(d, d.title) for d in documents):
        return _IN_PICTURES
    return finding


_IN_PICTURES = Finding(
    Outcome.CANNOT_TELL,
    worded("the page shows a picture whose words cannot be read"),
)


def _completed(evidence: Evidence, documents: tuple[Document, ...]) -> Evidence:
    """Add what is known of the document that shows it; a check names only its address."""
    source = next((d for d in documents if d.url == evidence.url), None)
    if source is None:
        return evidence
    return replace(
        evidence,
        url=source.address,
        where=source.place(evidence.where),
        final_url=source.final_url,
        title=source.title,
        media_type=source.media_type,
        fetched_at=source.fetched_at,
        sha256=source.sha256,
    )


def says_nothing_of_it(showing: Showing) -> bool:
    """Does its own name say nothing of the item, nor what it shows most of what is usual?"""
    tested = any(element.binds for element in showing.elements)
    few = 2 * showing.found < len(showing.elements)
    return few and not tested and all(c.is_stranger for c in showing.candidates)
