"""The words that name a link: its own, those of its row, or the line of text before it."""

from __future__ import annotations

import re

from oit_audit.match.item_numbers import item_number
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Link

_LONGEST_LABEL = 300
_LONGEST_TITLE = 80
"""Characters of a line under a heading that may name a link itself."""

_TURNS = re.compile(
    r"\W*(?:\d{1,4}|ถัดไป|ก่อนหน้า|หน้า(?:ถัดไป|ก่อนหน้า|แรก|สุดท้าย)|next|prev(?:ious)?|first|last|older|newer"
    r"|กลับ(?:หน้าหลัก|หน้าแรก)?|หน้าหลัก|back|home|top)?\W*",
    re.IGNORECASE,
)
"""Links that turn the pages of a list, or leave it; so does a sign alone."""


def speaking_label(link: Link, lexicon: Lexicon) -> str | None:
    """Return the words of a link that say something: its text, else its title, else its row.

    None when all are silent.
    """
    for text in (link.text, link.title, link.row):
        if 0 < len(text) <= _LONGEST_LABEL and not lexicon.is_neutral(text):
            return text
    return None


def line_before(link: Link, lexicon: Lexicon) -> str | None:
    """Return the line of text before a link of silent words that we understand; else None.

    Lines that say nothing are passed over; one that says something else ends the search.
    """
    if any(text and not lexicon.is_neutral(text) for text in (link.text, link.title)):
        return None
    for line in reversed(link.before):
        if turns_pages(link.text) and line not in link.row:
            return None
        if not lexicon.is_neutral(line) and not _explains(line, link):
            understood = lexicon.understand(line, LabelKind.HEADING)
            return line if understood.concepts and line != link.row else None
    return None


def _explains(line: str, link: Link) -> bool:
    """Is a line what stands under the heading of a link, in many words, rather than its title?"""
    heading = link.context[-1] if link.context else ""
    headed = heading != line and heading in link.before
    return headed and len(line) > _LONGEST_TITLE and item_number(line) is None


def turns_pages(text: str) -> bool:
    """Does a link turn the pages of a list, or leave it, by its words?"""
    return bool(text) and _TURNS.fullmatch(text) is not None
