"""Citizen numbers of people that a document shows; numbers of companies and things are none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oit_audit.judge import labels
from oit_audit.judge.labels import Label
from oit_audit.judge.passages import Passage, Spot
from oit_audit.thai import LongNumber, Writing, long_numbers

_THAI_GOODS = "885"
"""What bar codes of Thai goods begin with."""

_FILE = re.compile(
    r"\s?\.(?:jpe?g|png|gif|webp|pdf|docx?|xlsx?|pptx?|zip|rar|mp[34])\b", re.IGNORECASE
)
_Series = tuple[int, int]

_FELLOWS = 2
"""Valid numbers of one column from which they are no chance, where nothing names them."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    number: LongNumber
    passage: Passage
    label: Label | None
    """What the words right before it call it."""


def citizens(passages: Iterable[Passage]) -> tuple[Spot, ...]:
    """Return the citizen numbers of people, each number once, in reading order.

    A valid checksum alone is no proof. It takes words that call the number so, or the dashes that
    hardly anything else is written with, or a person beside it where most numbers of that column
    are valid; words for a company, a tax or a thing stand against it: procurement tables name the
    taxpayer of each contract, as the State's own do.
    """
    sightings = [
        _Sighting(number, passage, _called(passage, number))
        for passage in passages
        for number in long_numbers(passage.text)
    ]
    trusted = _trusted(sightings)
    spots: dict[str, Spot] = {}
    for sighting in sightings:
        digits = sighting.number.digits
        if digits not in spots and _is_of_person(sighting, trusted):
            spots[digits] = Spot(digits, sighting.passage.where)
    return tuple(spots.values())


def evident(text: str) -> Iterator[LongNumber]:
    """Give the citizen numbers that `text` shows by itself: in dashes, or called so."""
    alone = Passage(text, "", alone=True)
    for number in long_numbers(text):
        sighting = _Sighting(number, alone, _called(alone, number))
        if _is_of_person(sighting, {alone.series: 1}):
            yield number


def _called(passage: Passage, number: LongNumber) -> Label | None:
    ahead = passage.ahead(number.start)
    return Label.OTHER if labels.is_example(ahead) else labels.nearest(ahead)


def _trusted(sightings: Iterable[_Sighting]) -> Mapping[_Series, int]:
    """Count the valid numbers of each column, and of the lines together, where most are valid.

    Of other numbers of thirteen digits one in ten is.
    """
    valid: dict[_Series, set[str]] = defaultdict(set)
    seen: dict[_Series, set[str]] = defaultdict(set)
    for each in sightings:
        if each.number.writing is Writing.LOOSE or each.label in (Label.OTHER, Label.TAX):
            continue
        seen[each.passage.series].add(each.number.digits)
        if each.number.is_citizen:
            valid[each.passage.series].add(each.number.digits)
    return {
        series: len(valid[series])
        for series, numbers in seen.items()
        if 2 * len(valid[series]) > len(numbers)
    }


def _is_of_person(sighting: _Sighting, trusted: Mapping[_Series, int]) -> bool:
    number, passage = sighting.number, sighting.passage
    if not number.is_citizen:
        return False
    around = passage.around(number.start, number.end)
    person = passage.named or labels.has_person(around)
    match sighting.label:
        case Label.CITIZEN:
            return person or not labels.has_company(around)
        case Label.TAX | Label.OTHER | Label.TELEPHONE | Label.ACCOUNT:
            return False
        case _:
            fellows = trusted.get(passage.series, 0)
            return _is_by_place(sighting, around, fellows, person=person)


def _is_by_place(sighting: _Sighting, around: str, fellows: int, *, person: bool) -> bool:
    """Judge a number that is called nothing itself: by its column, its writing and its row."""
    number, passage = sighting.number, sighting.passage
    fills = passage.in_table and len(passage.text.strip()) <= number.end - number.start + 2
    if passage.label is Label.CITIZEN:
        sure = fills or (passage.in_table and number.writing is not Writing.LOOSE)
        sure = sure or fellows > 1 or (fellows > 0 and person)
        return sure and (person or not labels.has_company(around))
    if number.writing is Writing.LOOSE or not fellows or labels.has_business(around):
        return False
    if passage.label is not None:
        return number.writing is Writing.DASHED and person and passage.label is not Label.TAX
    if number.writing is Writing.DASHED:
        return True
    if not person or passage.alone or fellows < _FELLOWS:
        return False
    return _is_bare(number, passage) if number.writing is Writing.PLAIN else fills


def _is_bare(number: LongNumber, passage: Passage) -> bool:
    """Is it neither a bar code nor the name of a file?"""
    named_file = _FILE.match(passage.text, number.end) is not None
    return not named_file and not number.digits.startswith(_THAI_GOODS)
