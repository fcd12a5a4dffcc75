"""Who leads the office: named, with position, photo and a way to reach each?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._people import Person, nobodys_portraits, people_in, portraits_in
from oit_audit.checks._pictures import content_pictures
from oit_audit.checks._reading import Hit, found, not_found, read
from oit_audit.checks._words import DEPUTY, POSITION, any_of
from oit_audit.checks.contact import TELEPHONE
from oit_audit.model import Document, Finding, Media, Outcome, Scene, Text
from oit_audit.words import worded, worded_for

MOST = 0.8
"""Share of the people from which those without something may have been misread."""

_NAMED_IN_REASON = 3
_FOR_ALL = re.compile(
    any_of(
        *("ติดต่อผู้บริหารทุก", "ติดต่อได้ทุก", "ผู้บริหารทุกท่าน", "ผู้บริหารทุกคน", "ทุกตำแหน่งติดต่อ"),
        *("ช่องทางการติดต่อผู้บริหาร", "ช่องทางติดต่อผู้บริหาร", "ติดต่อคณะผู้บริหาร"),
    )
)


_VACANT = re.compile(
    r"(?<!ระห)ว่าง|ยังไม่(?:มี|ได้)?(?:การ)?\s?แต่งตั้ง|ไม่(?:มี|ได้)(?:การ)?\s?แต่งตั้ง|ยังไม่มี(?:ผู้ดำรง|\s?รอง)|ไม่มีผู้ดำรง"
)
"""That nobody holds a post."""

_VACANT_NEAR = 40
"""Characters before and after a post in which it is said to be vacant."""


class Detail(StrEnum):
    """What is looked for."""

    TOP = "top"
    DEPUTY = "deputy"
    NAME = "name"
    POSITION = "position"
    PHOTO = "photo"
    CONTACT = "contact"
    BOTH_SIDES = "both_sides"


_OF_EACH = frozenset({Detail.PHOTO, Detail.CONTACT})
"""What each executive must have."""


@dataclass(frozen=True, slots=True)
class Leaders(Part):
    """Look at the people that the documents present: in cards, tables or lines.

    People with a position of executives count; others only when nobody has one. A vacant position
    has no name and needs neither photo nor contact, and the council is no executive. Each must have
    what is asked; where most have it and the rest may have been misread, it cannot be told. One
    telephone number for all is enough only where the page says that it is for all of them. A photo
    that the site no longer has is none. Papers keep their pictures to themselves: that no photo was
    seen in one proves nothing.
    """

    name: ClassVar[str] = "person"

    part: Detail
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer by all people of all documents together; else say who lacks it."""
        if scene.gone:
            documents = tuple(_without(document, scene.gone) for document in documents)
        people = people_in(documents)
        if not people:
            return _nobody(documents)
        if self.part in _OF_EACH:
            people = tuple(each for each in people if not each.is_council) or people
        return _LOOKS[self.part](documents, people)


def _without(document: Document, gone: frozenset[str]) -> Document:
    """Return `document` without the pictures that the site no longer has."""
    if all(picture.url not in gone for picture in document.pictures):
        return document
    kept = tuple(picture for picture in document.pictures if picture.url not in gone)
    return replace(document, pictures=kept)


def _nobody(documents: tuple[Document, ...]) -> Finding:
    drawn = next((each for each in documents if _may_be_poster(each)), None)
    if drawn is None:
        return not_found(documents, worded("names no executives"))
    return Finding(
        Outcome.CANNOT_TELL,
        worded("the page shows a picture whose words cannot be read"),
    )


def _may_be_poster(document: Document) -> bool:
    """May the people stand in a picture: pictures, and no positions in words?"""
    has_positions = read(document).search_folded(POSITION)
    return bool(content_pictures(document)) and not has_positions


def _top(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    if top := next((person for person in people if person.is_top), None):
        return found(top.hit, worded("presents the top executive"))
    return not_found(
        documents, worded_for("of the page of executives", "does not name the top executive")
    )


def _deputy(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    """Answer FOUND for a deputy who is named, and for a post that is said to be vacant."""
    deputy = next((person for person in people if DEPUTY.match(person.position)), None)
    if deputy:
        return found(deputy.hit, worded("presents a deputy of the top executive"))
    for document in documents:
        reading = read(document)
        for post in DEPUTY.finditer(reading.whole.text):
            first = reading.whole.origin[post.start()]
            last = reading.whole.origin[post.end() - 1] + 1
            near = reading.plain[max(0, first - _VACANT_NEAR) : last + _VACANT_NEAR]
            if _VACANT.search(near):
                hit = reading.spot(first, last)
                return found(hit, worded("says that the post of deputy is vacant"))
    return not_found(
        documents,
        worded("presents no deputy of the top executive and does not say that the post is vacant"),
    )


def _names(_: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    count = len(people)
    return found(people[0].hit, worded("names {count} people", count=count))


def _positions(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    says = worded("position")
    return _most(documents, people, says, lambda person: bool(person.position))


def _contacts(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    for document in documents:
        reading = read(document)
        for_all = reading.search_folded(_FOR_ALL)
        if for_all and reading.search(TELEPHONE):
            return found(for_all, worded("gives a contact for all of them"))
    says = worded("contact")
    return _most(documents, people, says, lambda person: person.has_contact)


def _photos(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    says = worded("photo")
    portraits = portraits_in(documents)
    if not any(person.has_photo for person in people) and len(portraits) >= MOST * len(people):
        picture = portraits[0]
        shown = next(document for document in documents if picture in document.pictures)
        count = len(portraits)
        hit = Hit(shown, picture.where, picture.alt or picture.near or people[0].called)
        return found(hit, worded("shows {count} photos", count=count))
    spare = nobodys_portraits(documents, people) > 0
    finding = _most(documents, people, says, lambda person: person.has_photo, lambda _: not spare)
    if finding.outcome is Outcome.ABSENT and all(map(_hides_pictures, documents)):
        return Finding(
            Outcome.CANNOT_TELL,
            worded("pictures inside a paper cannot be seen"),
        )
    return finding


def _hides_pictures(document: Document) -> bool:
    return document.media is not Media.WEBPAGE and not document.pictures


def _both_sides(documents: tuple[Document, ...], people: tuple[Person, ...]) -> Finding:
    political = next((person for person in people if person.is_political), None)
    permanent = next((person for person in people if person.is_permanent), None)
    if political and permanent:
        both = worded("presents the political and the permanent side")
        return found(permanent.hit, both)
    if political:
        return not_found(documents, worded("does not present the permanent side"))
    return not_found(documents, worded("does not present the political side"))


def _most(
    documents: tuple[Document, ...],
    people: tuple[Person, ...],
    says: Text,
    has: Callable[[Person], bool],
    is_sure: Callable[[Person], bool] = lambda person: bool(person.position),
) -> Finding:
    """Answer by who of `people` has it; few without it are accused only where `is_sure`."""
    shown = [person for person in people if has(person)]
    count, total = len(shown), len(people)
    if count == total:
        return found(
            shown[0].hit,
            worded(
                "shows a {part} for {count} of {total} people", part=says, count=count, total=total
            ),
        )
    if not shown:
        return not_found(documents, worded("shows no {part} of anyone", part=says))
    lacking = [person for person in people if not has(person)]
    called = ", ".join(person.called for person in lacking[:_NAMED_IN_REASON])
    if len(lacking) > _NAMED_IN_REASON:
        lacks = worded_for(
            "some of them",
            "shows no {part} for {count} of {total} people: {called}",
            part=says,
            count=len(lacking),
            total=total,
            called=called,
        )
    else:
        lacks = worded_for(
            "all of them",
            "shows no {part} for {count} of {total} people: {called}",
            part=says,
            count=len(lacking),
            total=total,
            called=called,
        )
    if count >= MOST * total and not all(map(is_sure, lacking)):
        return Finding(Outcome.CANNOT_TELL, worded("perhaps {lacks}", lacks=lacks))
    return not_found(documents, lacks)


_LOOKS: dict[Detail, Callable[[tuple[Document, ...], tuple[Person, ...]], Finding]] = {
    Detail.TOP: _top,
    Detail.DEPUTY: _deputy,
    Detail.NAME: _names,
    Detail.POSITION: _positions,
    Detail.PHOTO: _photos,
    Detail.CONTACT: _contacts,
    Detail.BOTH_SIDES: _both_sides,
}

CHECK = Leaders
