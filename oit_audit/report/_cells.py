"""Strangers' text in the cells of a spreadsheet: it never becomes a formula.

Whoever opens a CSV file lets a program guess what each cell is. A text that could be taken for a
formula gets an apostrophe in front, as a person would type it; numbers stay numbers.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from oit_audit.report._clean import MAX_TEXT, href, plain

Cell: TypeAlias = "str | int | float"
"""An empty cell is an empty text."""

PATH = " > "
"""Between the labels of a click path."""

_FORMULA = frozenset("=+-@")
_OVERLOOKED = " '\"`´“”„‘’«»\u200b\u200c\u200d"
"""What programs may take off before they look at the first sign of a cell."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*%?")
_AFTER_SEMICOLON = re.compile(r"(;[\s'\"]*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫])")
"""Where the semicolon divides cells, what follows it begins one."""

_UNSAFE_IN_ADDRESS = re.compile(r";([=+@-])")


def begins_formula(text: str) -> bool:
    """Could a spreadsheet program take `text` for a formula? A plain number is none.

    Fullwidth and small forms of the signs count as well.

    >>> begins_formula(" '=1+1"), begins_formula("＝1+1"), begins_formula("-1.11")
    (True, True, False)
    """
    first = unicodedata.normalize("NFKC", text.lstrip(_OVERLOOKED)[:1])
    return first[:1] in _FORMULA and _NUMBER.fullmatch(text) is None


def typed(text: str, limit: int = MAX_TEXT) -> str:
    """Return `text` harmless in a CSV file: one line, no control characters, no formula.

    >>> typed("=HYPERLINK(1)"), typed("+66 2 000"), typed("-5")
    ("'=HYPERLINK(1)", "'+66 2 000", '-5')
    """
    kept = _AFTER_SEMICOLON.sub(r"\1'", plain(text, limit))
    return f"'{kept}" if begins_formula(kept) else kept


def typed_address(url: str) -> str:
    """Return `url` as an address where it may be clicked, else as harmless text."""
    link = href(url)
    if link is None:
        return typed(url)
    return _UNSAFE_IN_ADDRESS.sub(lambda found: f";%{ord(found[1]):02X}", link)
