"""The people that documents present: cards, rows of a table or lines, with what belongs to each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from oit_audit.checks._pictures import is_portrait
from oit_audit.checks._reading import Hit, Line, Reading, read
from oit_audit.checks._words import COUNCIL, PERMANENT, POLITICAL, POSITION, TOP
from oit_audit.checks.contact import EMAIL, NUMBER
from oit_audit.model import Document, Picture, Region, Table
from oit_audit.thai import PERSON_NAME, fold

_REACH = 400
"""Characters after a name that may belong to the person."""

_BEFORE = 120
"""Characters before the first name in which a position may stand."""

_NEAREST = 400
"""Characters of a picture's surroundings that may still be one card."""

_CONTACT = re.compile(
    rf"{NUMBER}|{EMAIL.pattern}|line\s*(?:id)?\s*:\s*\S+|(?:ต่อ|ext\.?|สายใน)\s*\d{{1,5}}(?!\d)",
    re.IGNORECASE,
)
_SHARED_PHOTO = 3
"""People from which one picture for most of them is a stand-in."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone whom a document presents."""

    called: str
    """As it is written, spaces single."""

    position: str
    """Folded, from the words of the position on; empty when none is said."""

    has_contact: bool
    has_photo: bool
    hit: Hit

    @property
    def is_top(self) -> bool:
        """Is this the top executive?"""
        return TOP.search(self.position) is not None

    @property
    def is_council(self) -> bool:
        """Does the person sit in the council, rather than lead the office?"""
        return COUNCIL.search(self.position) is not None

    @property
    def is_political(self) -> bool:
        """Does the position belong to the elected side?"""
        return POLITICAL.search(self.position) is not None

    @property
    def is_permanent(self) -> bool:
        """Is it the position of a permanent official?"""
        return not self.is_political and PERMANENT.search(self.position) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    """Of the name."""

    stop: int
    """Where what belongs to the person ends."""


def people_in(documents: tuple[Document, ...]) -> tuple[Person, ...]:
    """Return the people with a position, each once, in order; all people when none has one.

    What several documents say of the same name is put together.
    """
    known: dict[str, Person] = {}
    for document in documents:
        for person in _people(document):
            key = fold(person.called)
            known[key] = _joined(known[key], person) if key in known else person
    everyone = tuple(known.values())
    return tuple(person for person in everyone if person.position) or everyone


def portraits_in(documents: tuple[Document, ...]) -> tuple[Picture, ...]:
    """Return the pictures that may be photos of people, one for each place where one stands."""
    return tuple(picture for document in documents for picture in _portraits(document))


def nobodys_portraits(documents: tuple[Document, ...], people: tuple[Person, ...]) -> int:
    """Return how many pictures may be photos of people, but are said to be of none of `people`."""
    return sum(
        not any(_shows(picture, person.called, person.position) for person in people)
        for picture in portraits_in(documents)
    )


def top_names(documents: tuple[Document, ...]) -> tuple[str, ...]:
    """Return the names of the top executives whom `documents` present, each once."""
    return tuple(dict.fromkeys(each.called for each in people_in(documents) if each.is_top))


def _joined(first: Person, second: Person) -> Person:
    return replace(
        first,
        position=first.position or second.position,
        has_contact=first.has_contact or second.has_contact,
        has_photo=first.has_photo or second.has_photo,
    )


@lru_cache(maxsize=64)
def _people(page: Document) -> tuple[Person, ...]:
    return tuple(_each(page))


def _each(page: Document) -> Iterator[Person]:
    document = replace(page, tables=tuple(map(_card_by_card, page.tables)))
    reading = replace(read(document), document=page)
    matches = [(m.start(), m.end()) for m in PERSON_NAME.finditer(reading.plain)]
    stops = [start for start, _ in matches[1:]] + [len(reading.plain)] if matches else []
    places = [
        _Place(start, end, min(stop, end + _REACH))
        for (start, end), stop in zip(matches, stops, strict=True)
    ]
    before = _position_comes_first(reading, places)
    contact_first = _contact_comes_first(reading, places)
    pictures = _portraits(document)
    for at, place in enumerate(places):
        called = " ".join(reading.plain[place.start : place.end].split())
        leading = max(place.start - _BEFORE, places[at - 1].end if at else 0)
        said = _of_person(reading, place, leading, before=contact_first)
        position = _position(reading, place, leading, before=before)
        yield Person(
            called,
            position,
            _CONTACT.search(said) is not None,
            any(_shows(picture, called, position) for picture in pictures),
            reading.spot(place.start, min(place.stop, place.end + 60)),
        )


def _card_by_card(table: Table) -> Table:
    """Return a table whose rows hold several people each with one row a person.

    In such a grid a person is one cell, or the cells of one column from the name down to the next.
    """
    rows = [tuple(dict.fromkeys(row)) for row in table.rows]
    named = [at for at, row in enumerate(rows) if sum(map(_names_one, row)) > 1]
    if not named:
        return table
    cards = list(table.rows[: named[0]])
    stops = [*named[1:], len(rows)]
    for at, stop in zip(named, stops, strict=True):
        for column, cell in enumerate(table.rows[at]):
            below = (row[column] for row in table.rows[at + 1 : stop] if column < len(row))
            card = (cell, *(each for each in below if each))
            if card not in cards:
                cards.append(card)
    return replace(table, rows=tuple(cards))


def _names_one(cell: str) -> bool:
    return len(PERSON_NAME.findall(cell)) == 1


def _of_person(reading: Reading, place: _Place, leading: int, *, before: bool) -> str:
    """Return what is said of a person: the own line when it says enough, else up to the next.

    A row of a table that names the position too is all that the table says of the person.
    """
    line = _line(reading, place)
    alone = len(PERSON_NAME.findall(line.text)) == 1
    if alone and (
        _CONTACT.search(line.text)
        or (line.table is not None and POSITION.search(fold(line.text)) is not None)
    ):
        return line.text
    following = reading.plain[place.start : place.stop]
    if _CONTACT.search(following) or not before:
        return following
    return reading.plain[leading : place.stop]


def _contact_comes_first(reading: Reading, places: list[_Place]) -> bool:
    """Do telephones stand above the names: one before the first name, none after the last?"""
    if not places:
        return False
    first, last = places[0], places[-1]
    above = reading.plain[max(0, first.start - _BEFORE) : first.start]
    below = reading.plain[last.end : last.stop]
    return _CONTACT.search(above) is not None and _CONTACT.search(below) is None


def _line(reading: Reading, place: _Place) -> Line:
    return reading.lines[reading.line_of(place.start)]


def _position(reading: Reading, place: _Place, leading: int, *, before: bool) -> str:
    line = _line(reading, place).text
    if len(PERSON_NAME.findall(line)) == 1 and POSITION.search(fold(line)):
        return _from_position(line)
    after = _from_position(reading.plain[place.end : place.stop])
    ahead = _from_position(reading.plain[leading : place.start])
    return (ahead or after) if before else (after or ahead)


def _from_position(text: str) -> str:
    folded_text = fold(text)
    match = POSITION.search(folded_text)
    return folded_text[match.start() : match.start() + 60] if match else ""


def _position_comes_first(reading: Reading, places: list[_Place]) -> bool:
    """Do positions stand above the names: one before the first name, none after the last?"""
    if not places:
        return False
    first, last = places[0], places[-1]
    above = reading.plain[max(0, first.start - _BEFORE) : first.start].rsplit("\n", 2)[-2:]
    below = reading.plain[last.end : last.stop]
    return bool(POSITION.search(fold("".join(above)))) and not POSITION.search(fold(below))


def _portraits(document: Document) -> tuple[Picture, ...]:
    pictures = [
        picture
        for picture in document.pictures
        if picture.region is Region.MAIN and is_portrait(picture)
    ]
    shared = Counter(picture.url for picture in pictures if picture.url)
    return tuple(
        picture
        for picture in pictures
        if len(pictures) < _SHARED_PHOTO or shared[picture.url] * 2 <= len(pictures)
    )


def _shows(picture: Picture, called: str, position: str) -> bool:
    """Is `picture` said to be of the person, in its alternative text or in its own card?"""
    name = fold(called)
    if name in fold(picture.alt):
        return True
    if len(picture.near) > _NEAREST or len(PERSON_NAME.findall(picture.near)) > 1:
        return False
    near = fold(picture.near)
    return name in near or (bool(position) and position[:30] in near)


__all__ = ["Person", "nobodys_portraits", "people_in", "portraits_in", "top_names"]
