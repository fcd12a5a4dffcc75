"""Are all months of a window covered?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._times import Month, hit_of, months_of, times_of
from oit_audit.model import Document, Finding, Scene, Text
from oit_audit.thai import (
    Mention,
    MentionKind,
    first_six_months,
    fiscal_year_span,
    month_name,
)
from oit_audit.words import joined, worded

_ERA = 543
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PERIODS = frozenset({MentionKind.MONTH, MentionKind.RANGE, MentionKind.HALF, MentionKind.QUARTER})
_YEARS = frozenset({MentionKind.FISCAL, MentionKind.YEAR})
_UNTIL = re.compile(r"(?:สิ้นสุด|สิ้น|ถึง|จนถึง|ณ)\s*(?:ณ\s*)?(?:วันที่)?\s*$")
_HEAD = 12
"""Lines from the top in which a document names its own year."""


class Window(StrEnum):
    """Which months."""

    FIRST_6_MONTHS = "first_6_months"
    WHOLE_YEAR = "whole_year"


@dataclass(frozen=True, slots=True)
class Months(Part):
    """Look for every month of the window in the year of the evidence, over all documents together.

    A month is covered when it is named, when it lies in a named half, quarter or range of at most a
    year, or when a result is stated as of the last day of a later month of the same year. Months
    without a year belong to the fiscal year that the document names at its top.
    """

    name: ClassVar[str] = "months"

    window: Window
    """Which months."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND when no month is missing; else name the missing ones."""
        year = scene.evidence_year
        half = self.window is Window.FIRST_6_MONTHS
        wanted = sorted(_months(*(first_six_months(year) if half else fiscal_year_span(year))))
        covered: set[Month] = set()
        shown: Hit | None = None
        for document in documents:
            months, hit = _covered(document, year)
            if not months.isdisjoint(wanted):
                covered |= months
                shown = shown or hit
        missing = [month for month in wanted if month not in covered]
        if shown and not missing:
            count = len(wanted)
            return found(shown, worded("covers all {count} months", count=count))
        if len(missing) == len(wanted):
            first, last = _named(wanted[0]), _named(wanted[-1])
            lacks = worded("names no month of {first} to {last}", first=first, last=last)
            return not_found(documents, lacks)
        lacking = joined(map(_named, missing), ", ", ", ")
        return not_found(documents, worded("lacks {months}", months=lacking))


def _covered(document: Document, year: int) -> tuple[frozenset[Month], Hit]:
    """Return the months that `document` covers, and the place that says so best."""
    reading = read(document)
    hint = year if _names_year(document, year) else None
    months = set(months_of(document, hint=hint))
    shown: list[Mention] = []
    for each in times_of(document):
        if each.kind is MentionKind.DATE and _is_result_until(reading, each):
            months |= _months(fiscal_year_span(each.fiscal_years[0])[0], each.end)
            shown.append(each)
        elif each.kind in _PERIODS and year in each.fiscal_years:
            shown.append(each)
    if shown:
        return frozenset(months), hit_of(reading, max(shown, key=_length))
    named = document.title or document.file_name
    return frozenset(months), Hit(document, "title", named)


def _length(mention: Mention) -> int:
    return (mention.end - mention.start).days


def _is_result_until(reading: Reading, mention: Mention) -> bool:
    """Is `mention` the last day of a month up to which a result is stated?"""
    before = reading.plain[max(0, mention.position - 30) : mention.position]
    is_month_end = date.fromordinal(mention.end.toordinal() + 1).day == 1
    return is_month_end and _UNTIL.search(before) is not None


def _names_year(document: Document, year: int) -> bool:
    reading = read(document)
    top = sum(len(line.text) + 1 for line in reading.lines[:_HEAD])
    own = [each for each in times_of(document) if each.kind in _YEARS and each.position < top]
    return bool(own) and all(each.fiscal_years == (year,) for each in own)


def _months(start: date, end: date) -> set[Month]:
    months = set()
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        months.add((year, month))
        year, month = year + month // 12, month % 12 + 1
    return months


def _named(month: Month) -> Text:
    year = month[0] + _ERA
    return Text(f"{month_name(month[1])} {year}", f"{_ENGLISH[month[1] - 1]} {year}")


CHECK = Months
