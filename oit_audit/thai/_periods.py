"""The period that one match of the date patterns names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oit_audit.thai import _date_patterns as patterns
from oit_audit.thai.fiscal import ERA, fiscal_year_span, last_day, month_within, year_be


class MentionKind(StrEnum):
    """How a text names a time."""

    FISCAL = "fiscal"
    YEAR = "year"
    """A year that may be meant as fiscal or as calendar year; read as the fiscal year."""

    RANGE = "range"
    """From one day, month or year to another."""

    DATE = "date"
    MONTH = "month"
    HALF = "half"
    QUARTER = "quarter"
    LAW = "law"
    """The year in the name of a law: says nothing about the text's own year."""

    PUBLISHED = "published"
    """When something was put up: not of which year it is."""

    UPLOAD = "upload"
    """A year in an address or file name."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, and how it was named."""

    kind: MentionKind
    start: date
    end: date


_LONGEST_YEARS = 25
"""A range of more years is no range."""


def period_of(match: re.Match[str]) -> Period | None:
    """Return the period a match names by itself, or None."""
    return _READERS[match.lastgroup or ""](match)


def _year_month(year: int, month: int) -> date:
    return date(year - ERA, month, 1)


def _month_of(match: re.Match[str], name: str, month: int) -> date | None:
    """Return the first day of `month` in the year of group `name`; None when it has none."""
    digits = match[name]
    year = year_be(digits) if digits else None
    if year is None:
        return None
    return month_within(year, month) if match[f"{name}_fiscal"] else _year_month(year, month)


def _day(first: date, digits: str | None) -> date | None:
    """Return that day of the month that begins at `first`; None when the month has no such day."""
    day = int(digits or 1)
    return first.replace(day=day) if day <= last_day(first.year, first.month).day else None


def _read_span(match: re.Match[str]) -> Period | None:
    month, month2 = (patterns.month_number(match[name]) for name in ("span_month", "span_month2"))
    first, last = _month_of(match, "span_year", month), _month_of(match, "span_year2", month2)
    if first is None and last is not None:
        first = date(last.year - (month > month2), month, 1)
    elif last is None and first is not None:
        last = date(first.year + (month2 < month), month2, 1)
    if first is None or last is None:
        return None
    end = last_day(last.year, last.month)
    if match["span_day2"]:
        end = end.replace(day=min(end.day, int(match["span_day2"])))
    start = _day(first, match["span_day"])
    if start is None or start > end:
        return None
    return Period(MentionKind.RANGE, start, end)


def _read_date(match: re.Match[str]) -> Period | None:
    first = _month_of(match, "date_year", patterns.month_number(match["date_month"]))
    if first is None:
        return None
    end = _day(first, match["date_day"])
    start = _day(first, match["date_from"]) if match["date_from"] else end
    if start is None or end is None or start > end:
        return None
    return Period(MentionKind.DATE if start == end else MentionKind.RANGE, start, end)


def _read_numbers(name: str) -> Callable[[re.Match[str]], Period | None]:
    def read(match: re.Match[str]) -> Period | None:
        digits, written = match[f"{name}_year"], match[f"{name}_month"]
        month = int(written) if written.isdigit() else patterns.month_number(written)
        year = year_be(digits)
        if year is None or (len(digits) == 2 and "/" not in match[0]):
            return None
        day = _day(_year_month(year, month), match[f"{name}_day"])
        return None if day is None else Period(MentionKind.DATE, day, day)

    return read


def _read_slashes(match: re.Match[str]) -> Period | None:
    ends = [
        _day(_year_month(year, int(match[f"slashes_month{end}"])), match[f"slashes_day{end}"])
        for end in ("", "2")
        if (year := year_be(match[f"slashes_year{end}"])) is not None
    ]
    if len(ends) < 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        return None
    return Period(MentionKind.RANGE, ends[0], ends[1])


def _read_month(match: re.Match[str]) -> Period | None:
    first = _month_of(match, "month_year", patterns.month_number(match["month_month"]))
    if first is None:
        return None
    return Period(MentionKind.MONTH, first, last_day(first.year, first.month))


def _read_years(name: str, kind: MentionKind) -> Callable[[re.Match[str]], Period | None]:
    def read(match: re.Match[str]) -> Period | None:
        digits = match[f"{name}_year"]
        first = year_be(digits)
        if first is None or _is_other_number(match, digits):
            return None
        last_digits = match.groupdict().get(f"{name}_last")
        last = year_be(last_digits) if last_digits else first
        if last is None or not first <= last <= first + _LONGEST_YEARS:
            return None
        return Period(
            kind if last_digits is None else MentionKind.RANGE,
            fiscal_year_span(first)[0],
            fiscal_year_span(last)[1],
        )

    return read


def _is_other_number(match: re.Match[str], digits: str) -> bool:
    """Return whether the digits belong to a telephone number, an age and so on."""
    before = match.string[max(0, match.start() - _NUMBER_REACH) : match.start()]
    if match.lastgroup == "bare":
        return patterns.PART_OF_NUMBER.search(before) is not None
    return len(digits) == 2 and before.rstrip()[-1:].isdigit()


_NUMBER_REACH = 40


def _read_quarter(match: re.Match[str]) -> Period | None:
    digits = match["quarter_year"]
    year = year_be(digits) if digits else None
    return None if year is None else part_of_year(match, year)


def _read_half(_: re.Match[str]) -> None:
    """Return None: a half never names its own year."""


_READERS: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "span": _read_span,
    "date": _read_date,
    "american": _read_numbers("american"),
    "iso": _read_numbers("iso"),
    "numeric": _read_numbers("numeric"),
    "month": _read_month,
    "fiscal": _read_years("fiscal", MentionKind.FISCAL),
    "year": _read_years("year", MentionKind.YEAR),
    "bare": _read_years("bare", MentionKind.YEAR),
    "slashes": _read_slashes,
    "short": _read_years("short", MentionKind.RANGE),
    "quarter": _read_quarter,
    "half": _read_half,
}


def part_of_year(match: re.Match[str], year: int) -> Period:
    """Return the half or quarter of the fiscal year that a match names."""
    if match.lastgroup == "half":
        second = match["half_second"] or match[0].endswith("หลัง")
        kind, first, months = MentionKind.HALF, 4 if second else 10, 6
    else:
        kind, months = MentionKind.QUARTER, 3
        first = (int(match["quarter_number"]) * 3 + 6) % 12 + 1
    start = month_within(year, first)
    return Period(kind, start, last_day(start.year, start.month + months - 1))
