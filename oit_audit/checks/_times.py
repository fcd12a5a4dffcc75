"""What a document says about time, leaving out what says nothing about its own year."""

from __future__ import annotations

import re
from functools import lru_cache

from oit_audit.checks._reading import Hit, Reading, read
from oit_audit.model import Document
from oit_audit.thai import Mention, MentionKind, mentions, months_covered

Month = tuple[int, int]
"""Gregorian year, month."""

_FORM_NUMBER = re.compile(r"(สขร\s*\.?\s*)[1๑]")
"""The form `สขร.1`, whose number is not the day before the month that follows."""

_NOT_ITS_OWN = frozenset({MentionKind.LAW, MentionKind.PUBLISHED, MentionKind.UPLOAD})


@lru_cache(maxsize=64)
def times_of(document: Document) -> tuple[Mention, ...]:
    """Return the times that the text of `document` names, in order; no law, no day of upload."""
    text = _FORM_NUMBER.sub(r"\1-", read(document).plain)
    return tuple(each for each in mentions(text) if each.kind not in _NOT_ITS_OWN)


@lru_cache(maxsize=64)
def months_of(document: Document, *, hint: int | None) -> frozenset[Month]:
    """Return the months that `document` names; those without a year are of fiscal year `hint`.

    Lines are read one by one, for the last number of a row is not the day of the next month, and
    all together, for a range may run over the end of a line. The name of the file is read too.
    """
    reading = read(document)
    texts = (reading.plain, *(line.text for line in reading.lines), document.file_name)
    months: set[Month] = set()
    for text in texts:
        months |= months_covered(_FORM_NUMBER.sub(r"\1-", text), fiscal_year_hint=hint)
    return frozenset(months)


def hit_of(reading: Reading, mention: Mention) -> Hit:
    """Return the place of `mention` in `reading`."""
    return reading.spot(mention.position, mention.position + len(mention.quote))
