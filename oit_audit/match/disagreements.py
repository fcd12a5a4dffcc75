"""Where the year, number, title and target of a claim do not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from oit_audit.match.index_pages import Numbering
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Candidate, Claim, Disagreement, Mismatch, without_fragment

_LEAST = 5
"""Claims with a title from which a page can be said to number as another year does."""

_AGREE = 0.6
"""Share of the titles that agree with a year's list when the page numbers as that year does."""

_Candidates = Mapping[str, tuple[Candidate, ...]]
"""By the address of the document."""


def disagreements(
    claims: Iterable[Claim],
    candidates: Iterable[Candidate],
    numbering: Numbering,
    lexicon: Lexicon,
) -> tuple[Disagreement, ...]:
    """Return what does not agree, in the order of the claims, kind by kind."""
    said = tuple(claims)
    judge = _Judge(numbering, lexicon)
    by_url: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.is_part and not candidate.off_site:
            by_url[without_fragment(candidate.document.final_url)].append(candidate)
    return (
        *_moved_lists(said, judge),
        *(d for claim in said if (d := judge.number(claim)) is not None),
        *(d for claim in said if (d := judge.target(claim, by_url.get(_address(claim), ())))),
        *_shared(said),
        *(
            Disagreement(Mismatch.UNTITLED, claim, numbers=(claim.number,))
            for claim in said
            if claim.untitled
        ),
    )


def _address(claim: Claim) -> str:
    return without_fragment(claim.target)


@dataclass(frozen=True, slots=True)
class _Judge:
    numbering: Numbering
    lexicon: Lexicon

    def fits(self, claim: Claim, year: int) -> bool:
        """Is the title the item of that number in a year?"""
        asked = self.numbering.get(year, {}).get(claim.number, ())
        return not set(asked).isdisjoint((*claim.concepts, *claim.also))

    def year(self, claim: Claim) -> int | None:
        """Return the year whose list a claim must agree with; None when any will do."""
        if claim.year_be in self.numbering:
            return claim.year_be
        return None if claim.year_be is not None else claim.list_year

    def place(self, concepts: Collection[str], year: int | None) -> tuple[int | None, int | None]:
        """Return number and year of a concept, in that year's list or the nearest that has it."""
        years = sorted(self.numbering, key=lambda y: (abs(y - (year or y)), -y))
        for near in years:
            for number, asked in sorted(self.numbering[near].items()):
                if asked and asked[0] in concepts:
                    return number, near
            for number, asked in sorted(self.numbering[near].items()):
                if not set(asked).isdisjoint(concepts):
                    return number, near
        return None, None

    def number(self, claim: Claim) -> Disagreement | None:
        """Say that the title is another item of the year; None when it may be this one."""
        if not claim.concepts or claim.year_be not in (None, *self.numbering):
            return None
        year = self.year(claim)
        if any(self.fits(claim, y) for y in ((year,) if year else self.numbering)):
            return None
        number, of = self.place(claim.concepts[:1], year)
        if number is None:
            return None
        says = self.lexicon.name_of(claim.concepts[0])
        return Disagreement(Mismatch.NUMBER, claim, number, of, says, (claim.number,))

    def target(self, claim: Claim, candidates: Collection[Candidate]) -> Disagreement | None:
        """Say that what a claim leads to names itself something else."""
        year = self.year(claim)
        asked = self.numbering.get(year, {}).get(claim.number, ()) if year else ()
        meant = {*claim.concepts, *claim.also}
        meant |= set() if meant.isdisjoint(asked) else {*asked}
        held = [candidate for candidate in candidates if candidate.concept in claim.concepts]
        rivals = {c.rival: c.rival_says for c in held if c.rival and c.rival not in meant}
        if not rivals or any(c.rival is None for c in held):
            return None
        rival, says = min(rivals.items())
        number, of = self.place((rival,), year)
        return Disagreement(Mismatch.TARGET, claim, number, of, says, (claim.number,))


def _moved_lists(claims: Iterable[Claim], judge: _Judge) -> Iterator[Disagreement]:
    """Say of which pages the numbers are those of another year than the page says."""
    groups: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.year_be is not None and claim.year_be in judge.numbering and claim.concepts:
            groups[claim.page, claim.year_be].append(claim)
    for (_, said), group in groups.items():
        if len({claim.number for claim in group}) < _LEAST:
            continue
        agreed = {y: sum(judge.fits(c, y) for c in group) for y in judge.numbering}
        best = max(sorted(agreed, key=lambda y: (abs(y - said), -y)), key=agreed.__getitem__)
        wrong = tuple(sorted({c.number for c in group if not judge.fits(c, said)}))
        if agreed[best] > agreed[said] and agreed[best] >= _AGREE * len(group) and len(wrong) > 1:
            yield Disagreement(Mismatch.LIST, group[0], None, best, numbers=wrong)


def _shared(claims: Iterable[Claim]) -> Iterator[Disagreement]:
    """Say which targets are given for several items of one year."""
    groups: dict[tuple[str, int | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.target and _address(claim) != claim.page:
            groups[claim.target, claim.year_be].append(claim)
    for group in groups.values():
        numbers = tuple(sorted({claim.number for claim in group}))
        if len(numbers) > 1:
            yield Disagreement(Mismatch.SHARED, group[0], numbers=numbers)
