"""Item numbers near a label: before it, behind it, on a badge beside it, in a cell of its row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from oit_audit.match.labels import read_label
from oit_audit.model import Link

HIGHEST = 48
"""No list of any year has more items."""

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_BEHIND = re.compile(r"[(\[]\s*(?:OIT|O)[\s\-_.]?(\d{1,2})\s*[)\]]\s*$", re.IGNORECASE)
_SUB_NUMBER = re.compile(r"^\W*(?:OIT|[O0])?[\s\-_.]?(\d{1,2})[.\-/]\d{1,2}(?!\d)", re.IGNORECASE)
_BARE = re.compile(r"^\W*(\d{1,2})(?!\d|[.,:/\-]\d)")
_CODES = re.compile(r"(?<![A-Za-z0-9])(?:OIT|[O0])[\s\-_.]?\d{1,2}(?!\d)", re.IGNORECASE)
_LONGEST = 300
_LONGEST_ROW = 160
"""Characters of a row of one item."""

_LINES = 3
"""Lines before a link in which its number may stand."""


@lru_cache(maxsize=65_536)
def item_number(text: str) -> int | None:
    """Return the number of the item that a label is marked with; None when it has no such mark.

    >>> item_number("O12 รายงาน"), item_number("รายงาน (o12)"), item_number("12. รายงาน")
    (12, 12, None)
    """
    label = read_label(text)
    if label.number is not None or label.other_scheme:
        return label.number
    behind = _BEHIND.search(_plain(text))
    return _in_list(behind[1]) if behind else None


@lru_cache(maxsize=65_536)
def bare_number(text: str) -> int | None:
    """Return the number before a label, whatever it counts; None when there is none.

    >>> bare_number("12. รายงาน"), bare_number("12"), bare_number("1.2 รายงาน")
    (12, 12, None)
    """
    found = _BARE.match(_plain(text))
    return _in_list(found[1]) if found else None


def sub_number(text: str) -> int | None:
    """Return the item of which a label names a part, such as `O12.1`; None for any other."""
    found = _SUB_NUMBER.match(_plain(text))
    return _in_list(found[1]) if found else None


def _codes_in(text: str) -> int:
    """Return how many item codes stand in a text."""
    return len(_CODES.findall(_plain(text)))


def is_one_row(text: str) -> bool:
    """May the text around a link be the row of one item, and not a stretch of a list?"""
    return len(text) <= _LONGEST_ROW and _codes_in(text) <= 1


def number_near(link: Link, *, bare: bool) -> int | None:
    """Return the item number that stands nearest to a link; None when none does.

    With `bare`, a number without a letter counts as well.
    """
    own = _first((link.text, link.title), bare=bare)
    if own is not None:
        return own
    lines = [line for line in reversed(link.before[-_LINES:]) if line in link.row]
    beside = _first(lines, bare=bare)
    if beside is not None:
        return beside
    in_row = _first((link.row,), bare=bare) if is_one_row(link.row) else None
    return in_row if in_row is not None else _first(link.before[: -_LINES - 1 : -1], bare=bare)


def _first(texts: Iterable[str], *, bare: bool) -> int | None:
    for text in texts:
        number = item_number(text) or (bare_number(text) if bare else None) or sub_number(text)
        if number is not None:
            return number
    return None


def _plain(text: str) -> str:
    return text[:_LONGEST].translate(_THAI_DIGITS)


def _in_list(digits: str) -> int | None:
    number = int(digits)
    return number if 1 <= number <= HIGHEST else None
