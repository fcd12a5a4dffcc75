"""How the page and the terminal say a sentence and a number."""

from __future__ import annotations

from oit_audit.model import Language, Text, Waiver
from oit_audit.report.locale import Words, day
from oit_audit.thai import reason_in_thai

_PLACES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "heading"),
    **dict.fromkeys(("p", "dd", "address", "blockquote", "pre"), "paragraph"),
    **dict.fromkeys(("li", "dt"), "list"),
    "a": "link",
    "img": "picture",
    "figure": "picture",
}
"""Tags and the place they stand for; other words stand for themselves."""

_OCR = " (OCR)"
"""Marks a place whose words were recognised in a picture."""


def said(text: Text, language: Language) -> str:
    """Return `text` in `language`, or in the other one when it is empty there."""
    return text.in_language(language).strip() or text.th.strip() or text.en.strip()


def why_partly(reason: str) -> Text:
    """Return why a site was not seen whole; without Thai where there are no words for it."""
    return Text(reason_in_thai(reason), reason)


def held(waiver: Waiver, words: Words, language: Language) -> str:
    """Return when a person's word was given and until when it holds; may be empty."""
    dates = ((words.waiver_on, waiver.decided_on), (words.waiver_until, waiver.expires_on))
    return ", ".join(pattern.format(day=day(on, language)) for pattern, on in dates if on)


def waived(waiver: Waiver, words: Words, language: Language) -> str:
    """Return a person's word on an item in one line."""
    line = f"{words.decisions[waiver.decision]}: {waiver.reason}"
    more = ", ".join(part for part in (waiver.author, held(waiver, words, language)) if part)
    return f"{line} ({more})" if more else line


def points(value: float) -> str:
    """Return points as the official sheets write them: two decimals.

    >>> points(88.9), points(100.0), points(-0.001)
    ('88.90', '100.00', '0.00')
    """
    return f"{round(value, 2) + 0.0:.2f}"


def place(where: str, words: Words) -> str:
    """Return `where` of an evidence in the words of a reader; what is not known stays as it is.

    It is a tag, or a word with a number or a sheet's name, and perhaps a row: `table 2 row 4`.
    """
    if where.endswith(_OCR):
        return place(where.removesuffix(_OCR), words) + _OCR
    outer, row, number = where.strip().rpartition(" row ")
    if row and number.isdecimal():
        return f"{place(outer, words)} {place(f'row {number}', words)}"
    head, _, rest = where.strip().partition(" ")
    pattern = words.places.get(_PLACES.get(head, head))
    fits = not rest or rest.isdecimal() or head == "sheet"
    if pattern is None or not fits or (rest and "{rest}" not in pattern):
        return where
    return pattern.format(rest=rest).strip()
