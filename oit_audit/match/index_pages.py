"""Pages that list items by number: for which year they count, and what a bare number stands for.

A number counts only on a page most of whose numbered titles agree with one year's list: numbers
move every year, and other schemes look alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oit_audit.match.labels import LabelKind, read_label
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Document

Numbering = Mapping[int, Mapping[int, tuple[str, ...]]]
"""For each fiscal year (Buddhist Era), the concepts of each item number."""

_LEAST = 5
"""Numbered labels with a known title from which a page may be an index."""

_AGREE = 0.6
"""Share of the known titles that must agree with the year's list."""

_LONGEST = 300
"""Characters of a label."""


def numbered_concepts(
    page: Document, lexicon: Lexicon, numbering: Numbering
) -> dict[str, tuple[str, ...]]:
    """Return what the numbered but otherwise unknown labels of an index page stand for.

    By label; empty for any other page.
    """
    numbered = dict(_numbered(page))
    if len(numbered) < _LEAST:
        return {}
    year = index_year(numbered, lexicon, numbering)
    if year is None:
        return {}
    return {
        text: numbering[year][number]
        for text, number in numbered.items()
        if number in numbering[year] and not lexicon.understand(text, LabelKind.HEADING).senses
    }


def index_year(numbered: Mapping[str, int], lexicon: Lexicon, numbering: Numbering) -> int | None:
    """Return the year whose list agrees best with the numbered titles; None when none does."""
    known = [
        (number, set(concepts))
        for text, number in numbered.items()
        if (concepts := lexicon.understand(text, LabelKind.HEADING).concepts)
    ]
    if len(known) < _LEAST:
        return None
    agreed = {
        year: sum(not concepts.isdisjoint(items.get(number, ())) for number, concepts in known)
        for year, items in numbering.items()
    }
    best = max(sorted(agreed, reverse=True), key=agreed.__getitem__, default=None)
    return best if best is not None and agreed[best] >= _AGREE * len(known) else None


def _numbered(page: Document) -> Iterator[tuple[str, int]]:
    labels = [section.label for section in page.sections[1:]]
    labels += [text for link in page.links for text in (link.text, link.row)]
    for text in dict.fromkeys(label for label in labels if 0 < len(label) <= _LONGEST):
        label = read_label(text)
        if label.number is not None and not label.other_scheme:
            yield text, label.number
