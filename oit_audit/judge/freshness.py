"""Does the year of the evidence fit what the item asks, and what to say when it does not."""

from __future__ import annotations

from enum import StrEnum

from oit_audit.judge import years
from oit_audit.judge.dating import read_years
from oit_audit.judge.year_reading import NOT_ITS_OWN, YearReading
from oit_audit.judge.years import YEARLY, SeenYear, YearSource, seen_years
from oit_audit.model import Candidate, Freshness, Item, ItemKind, Text
from oit_audit.thai import Mention, MentionKind, fiscal_year_span, mentions
from oit_audit.words import worded

__all__ = [
    "Fit",
    "SeenYear",
    "YearReading",
    "YearSource",
    "fit",
    "is_begun_only",
    "is_second_half_only",
    "part_of_year_reason",
    "read_years",
    "second_half_reason",
    "seen_years",
    "stale_reason",
    "wanted_year",
]


class Fit(StrEnum):
    """Does the year fit what the item asks?"""

    RIGHT = "right"
    NOT_ASKED = "not_asked"
    """Any year will do."""

    UNDATED = "undated"
    """It names no year, or only words around it do, and they disagree."""

    WRONG = "wrong"


_SAYS_ITS_SPAN = frozenset({YearSource.TITLE, YearSource.OPENING, YearSource.LABEL})


def wanted_year(item: Item, fiscal_year: int) -> int:
    """Return the year (Buddhist Era) that the evidence must be of."""
    return fiscal_year - 1 if item.fresh is Freshness.PREVIOUS_YEAR else fiscal_year


def fit(reading: YearReading, item: Item, fiscal_year: int) -> Fit:
    """Return whether the year that was read fits the item.

    What is in force may be older, but not when the years that it names itself are over, unless an
    element asks for them.
    """
    if item.fresh is Freshness.IN_FORCE and _is_over(reading, item, fiscal_year):
        return Fit.WRONG
    if item.fresh in (Freshness.CURRENT, Freshness.IN_FORCE):
        return Fit.NOT_ASKED
    if not reading.years or reading.source is YearSource.UPLOAD:
        return Fit.UNDATED
    wanted = wanted_year(item, fiscal_year)
    if wanted in reading.years:
        return Fit.RIGHT
    disputed = any(wanted in seen.years for seen in reading.against)
    signed_only = item.kind is ItemKind.POLICY and reading.source is YearSource.SIGNED
    if disputed and reading.source in NOT_ITS_OWN and not signed_only:
        return Fit.UNDATED
    return Fit.WRONG


def _is_over(reading: YearReading, item: Item, fiscal_year: int) -> bool:
    said = reading.is_range and reading.source in _SAYS_ITS_SPAN
    asked = any(element.check_name == "span" for element in item.elements)
    return said and not asked and reading.years[-1] < fiscal_year


def stale_reason(reading: YearReading, wanted: int) -> Text:
    """Say of which year it is and which was wanted."""
    said = ", ".join(map(str, reading.years))
    return worded(
        "it is of fiscal year B.E. {said} (“{quote}”), not of {wanted}",
        said=said,
        quote=reading.quote,
        wanted=wanted,
    )


def _title_mentions(candidate: Candidate) -> list[Mention]:
    return [
        m
        for title in years.titles(candidate)
        for m in mentions(title)
        if m.kind not in years.SILENT
    ]


def is_begun_only(candidate: Candidate, reading: YearReading, wanted: int) -> bool:
    """Is it, by its own title, of a part of a year after the wanted one?

    A report on six months of this year is no late report on the year before.
    """
    if not reading.years or min(reading.years) <= wanted:
        return False
    return any(
        m.kind in (MentionKind.HALF, MentionKind.QUARTER) for m in _title_mentions(candidate)
    )


def is_second_half_only(candidate: Candidate, item: Item, fiscal_year: int) -> bool:
    """Does it, by its own title, begin only after the six months that are asked?"""
    if item.fresh is not Freshness.FIRST_6_MONTHS:
        return False
    start, end = fiscal_year_span(fiscal_year)
    begun = [m for m in _title_mentions(candidate) if start <= m.start and m.end <= end]
    halves = [m for m in begun if m.kind in (*YEARLY, MentionKind.RANGE)]
    parts = [m for m in halves if (m.start, m.end) != (start, end)]
    return bool(parts) and all(m.start.month in (4, 7) for m in parts)


def part_of_year_reason(reading: YearReading) -> Text:
    """Say that it covers only a part of a year."""
    said = ", ".join(map(str, reading.years))
    return worded(
        "it covers a part of fiscal year B.E. {said}, not the whole year before", said=said
    )


def second_half_reason(fiscal_year: int) -> Text:
    """Say that it covers the second half only."""
    return worded(
        "it covers the second half of fiscal year B.E. {fiscal_year}, not October to March",
        fiscal_year=fiscal_year,
    )
