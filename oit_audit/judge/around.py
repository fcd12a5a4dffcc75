"""What is known besides the candidates of one item: the evidence of the others, what is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oit_audit.judge.sift import Sieve, sift
from oit_audit.model import Checklist, Document, Matches, Reach

_BEST = 3
"""Documents of a concept that other items may look at."""


@dataclass(frozen=True, slots=True)
class Around:
    """The candidates of all items, sorted, and what follows from them for each."""

    sieves: Mapping[str, Sieve] = field(default_factory=dict)
    """By the item's id."""

    elsewhere: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    """The best evidence for each concept that has any."""

    gone: frozenset[str] = frozenset()
    """Addresses of which the site itself says that nothing is there."""


NOTHING_AROUND = Around()


def look_around(checklist: Checklist, matches: Matches, reach: Reach) -> Around:
    """Return what all items of one audit have in common."""
    titles = {concept: item.title for item in checklist.items for concept in item.concepts}
    year = checklist.fiscal_year
    sieves = {item.id: sift(item, matches, year, titles) for item in checklist.items}
    best: dict[str, list[Document]] = {}
    for sieve in sieves.values():
        for sifted in sieve.right:
            best.setdefault(sifted.candidate.concept, []).append(sifted.candidate.document)
    elsewhere = {concept: tuple(documents[:_BEST]) for concept, documents in best.items()}
    gone = frozenset(skip.url for skip in reach.skipped if skip.reason.is_absence)
    return Around(sieves, elsewhere, gone)
