"""Pages that list items by number: for which year they count, and what a bare number stands for.

A number counts only on a page most of whose numbered titles agree with one year's list: numbers
move every year, and other schemes look alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from oit_audit.match.item_numbers import bare_number, item_number
from oit_audit.match.labels import LabelKind
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

_MOST = 1_000
"""Numbered labels of a page that are read: a list of one year has 48 at most."""


@dataclass(frozen=True, slots=True)
class Index:
    """What the numbers on a page are."""

    year: int | None = None
    """Whose list agrees best with the numbered titles (Buddhist Era); None when none does."""

    by_label: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the numbered labels stand for whose words do not do alone."""

    bare: bool = False
    """Numbers without a letter are item numbers here."""

    names_items: bool = False
    """A label is marked as an item, of whatever year."""


def read_index(
    page: Document, lexicon: Lexicon, numbering: Numbering, *, said: int | None = None
) -> Index:
    """Return what the numbers on a page are.

    Args:
        page: Any.
        lexicon: Understands the titles.
        numbering: Of every year.
        said: The year that the page says it is of (Buddhist Era), if any. Of lists that agree
            equally it is preferred; of a year without a list no number counts.
    """
    if said is not None and said not in numbering:
        return Index(names_items=True)
    marked = dict(_numbered(page, item_number))
    index = _index(marked, lexicon, numbering, said, bare=False)
    if index is None:
        counted = dict(_numbered(page, bare_number))
        index = _index(counted, lexicon, numbering, said, bare=True)
    return index or Index(names_items=bool(marked))


def _index(
    numbered: Mapping[str, int],
    lexicon: Lexicon,
    numbering: Numbering,
    said: int | None,
    *,
    bare: bool,
) -> Index | None:
    year = index_year(numbered, lexicon, numbering, said=said) if len(numbered) >= _LEAST else None
    if year is None:
        return None
    asked = {text: numbering[year].get(number, ()) for text, number in numbered.items()}
    meant = {text: _by_number(text, concepts, lexicon) for text, concepts in asked.items()}
    unknown = {text: concepts for text, concepts in meant.items() if concepts}
    return Index(year, unknown, bare, names_items=True)


def _by_number(text: str, concepts: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return what a label stands for by its number, of which `concepts` are asked.

    None when its own words do or say something else; words that say too little alone choose.
    """
    understood = lexicon.understand(text, LabelKind.HEADING)
    if understood.concepts:
        return ()
    if not (understood.senses or understood.other):
        return concepts
    return lexicon.understand_among(text, LabelKind.HEADING, frozenset(concepts)).concepts


def index_year(
    numbered: Mapping[str, int],
    lexicon: Lexicon,
    numbering: Numbering,
    *,
    said: int | None = None,
) -> int | None:
    """Return the year whose list agrees best with the numbered titles; None when none does.

    Of equals the year `said`, else the newest.
    """
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
    best = max(
        sorted(agreed, key=lambda year: (year != said, -year)),
        key=agreed.__getitem__,
        default=None,
    )
    return best if best is not None and agreed[best] >= _AGREE * len(known) else None


def _numbered(page: Document, number_of: Callable[[str], int | None]) -> Iterator[tuple[str, int]]:
    labels = [section.label for section in page.sections[1:]]
    labels += [t for link in page.links for t in (link.text, link.title, link.row, *link.before)]
    left = _MOST
    for text in dict.fromkeys(label for label in labels if 0 < len(label) <= _LONGEST):
        number = number_of(text)
        if number is not None:
            left -= 1
            yield text, number
        if not left:
            return
