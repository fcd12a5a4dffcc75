"""How the page and the terminal say a sentence and a number."""

from __future__ import annotations

import re

from oit_audit.model import Language, Text
from oit_audit.report.locale import Words

_PLACES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "p": "paragraph",
    "li": "list",
    "a": "link",
    "img": "picture",
}
"""Tags and the place they stand for; other words stand for themselves."""


def said(text: Text, language: Language) -> str:
    """Return `text` in `language`, or in the other one when it is empty there."""
    return text.in_language(language).strip() or text.th.strip() or text.en.strip()


def points(value: float) -> str:
    """Return points as the official sheets write them: two decimals.

    >>> points(88.9), points(100.0), points(-0.001)
    ('88.90', '100.00', '0.00')
    """
    return f"{round(value, 2) + 0.0:.2f}"


def place(where: str, words: Words) -> str:
    """Return `where` of an evidence in the words of a reader; what is not known stays as it is.

    A sheet's row follows its name: `sheet Data row 4`.
    """
    head, _, rest = where.strip().partition(" ")
    sheet, row, number = rest.rpartition(" row ")
    if head == "sheet" and row:
        return f"{place(f'sheet {sheet}', words)} {place(f'row {number}', words)}"
    pattern = words.places.get(_PLACES.get(head, head))
    if pattern is None or ("{rest}" not in pattern and rest):
        return where
    return re.sub(r"\s+", " ", pattern.format(rest=rest)).strip()
