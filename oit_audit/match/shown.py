"""What a page is evidence of by what it shows, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_audit.model import Document, Media
from oit_audit.thai import PERSON_NAME, places

QUESTIONS = "qa"
OFFICE = "contact"

_QUESTION = re.compile(r"(?:^|[\s(\[*])(?:(?:คำ)?ถาม|Q)\s*[:.)]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:^|[\s(\[*])(?:(?:คำ)?ตอบ|A)\s*[:.)]", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<!\d)0\d?[\d \-.–]{6,11}\d(?!\d)")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")

_BLOCKS = 200
_LONGEST = 400
"""Blocks of a page, and characters of each, that are read."""

_LEAST_PEOPLE = 3
_LEAST_NUMBERS = 2
_LEAST_PHOTOS = 2
"""Names, telephone numbers and pictures from which a page shows people as cards."""


def shown(document: Document) -> Iterator[str]:
    """Yield the concepts that a page is evidence of by what it shows: questions, an office."""
    if document.media is not Media.WEBPAGE:
        return
    if answers_questions(document):
        yield QUESTIONS
    if shows_office(document):
        yield OFFICE


def answers_questions(document: Document) -> bool:
    """Has a page a form in which one writes at length, and a question with its answer?"""
    writes = any(field.kind == "textarea" for form in document.forms for field in form.fields)
    if not writes:
        return False
    said = _said(document)
    question = _QUESTION.search(said)
    return question is not None and _ANSWER.search(said, question.end()) is not None


def shows_office(document: Document) -> bool:
    """Does a page give a whole address, a telephone number and an e-mail address?"""
    said = _said(document)
    if _TELEPHONE.search(said) is None or _MAIL.search(said) is None:
        return False
    return any(place.district and place.province for place in places(said))


def shows_people(document: Document) -> bool:
    """Does a page show people with name, telephone number and photo, as a chart of cards does?"""
    if document.media is not Media.WEBPAGE or len(document.pictures) < _LEAST_PHOTOS:
        return False
    said = _said(document)
    people = {match[0] for match in PERSON_NAME.finditer(said)}
    numbers = len(_TELEPHONE.findall(said))
    return len(people) >= _LEAST_PEOPLE and numbers >= _LEAST_NUMBERS


def _said(document: Document) -> str:
    lines = [block.text[:_LONGEST] for block in document.blocks[:_BLOCKS]]
    rows = [" ".join(row) for table in document.tables for row in table.rows]
    return "\n".join((*lines, *(row[:_LONGEST] for row in rows[:_BLOCKS])))
