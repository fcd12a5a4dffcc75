"""Which days, months and years a text names. What comes in is any text; what goes out are periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oit_audit.thai import _date_patterns as patterns
from oit_audit.thai.fiscal import (
    ERA,
    fiscal_year_span,
    fiscal_years_of,
    last_day,
    month_within,
    next_month,
    year_be,
)
from oit_audit.thai.light import LightText


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
class Mention:
    """One time that a text names."""

    kind: MentionKind
    start: date
    end: date
    """The last day of the period meant."""

    quote: str
    position: int
    """Of the quote in the text."""

    fiscal_years: tuple[int, ...]
    """Buddhist Era, ascending: the fiscal years the period touches."""

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError("a period cannot end before it starts")


@dataclass(frozen=True, slots=True)
class _Period:
    kind: MentionKind
    start: date
    end: date


_LONGEST_YEARS = 25
_LONGEST_MONTHS = 36
_LAW_REACH = 160
"""Characters between the words of a law and its year."""

_NEAR = 60
"""Characters between `รอบ 6 เดือน` and its fiscal year."""


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the times that `text` names, in order, not overlapping.

    >>> [(m.kind.value, m.fiscal_years) for m in mentions("แผนพัฒนา (พ.ศ. ๒๕61 – ๒๕๖4)")]
    [('range', (2561, 2562, 2563, 2564))]
    >>> [(m.kind.value, m.quote) for m in mentions("รอบ 6 เดือน ปีงบ 65 (ต.ค.64 - มี.ค.65)")]
    [('half', 'รอบ 6 เดือน'), ('fiscal', 'ปีงบ 65'), ('range', 'ต.ค.64 - มี.ค.65')]
    """
    reading = LightText(text)
    return tuple(_mentions(reading)) if any(map(str.isdigit, reading.text)) else ()


def _mentions(reading: LightText) -> Iterator[Mention]:
    found = [(match, _period(match)) for match in _matches(reading.text)]
    years = [
        (match.start(), match.end(), period)
        for match, period in found
        if period is not None
        and period.kind in {MentionKind.FISCAL, MentionKind.YEAR, MentionKind.RANGE}
    ]
    before: Mention | None = None
    for match, period in found:
        if period is None:
            period = _near(match, years)
        if period is None:
            continue
        kind = _kind(reading.text, match, period.kind, before)
        before = Mention(
            kind,
            period.start,
            period.end,
            reading.quote(*match.span()),
            reading.position(match.start()),
            fiscal_years_of(period.start, period.end),
        )
        yield before


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what can be read, and the halves and quarters that need a year from nearby."""
    position = 0
    while match := patterns.MENTION.search(text, position):
        if match.lastgroup in {"half", "quarter"} or _period(match) is not None:
            yield match
            position = match.end()
        else:
            position = match.start() + 1


def _period(match: re.Match[str]) -> _Period | None:
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


def _read_span(match: re.Match[str]) -> _Period | None:
    month, month2 = (patterns.month_number(match[name]) for name in ("span_month", "span_month2"))
    first, last = _month_of(match, "span_year", month), _month_of(match, "span_year2", month2)
    if first is None and last is not None:
        first = date(last.year - (month > month2), month, 1)
    elif last is None and first is not None:
        last = date(first.year + (month2 < month), month2, 1)
    if first is None or last is None:
        return None
    start = _day(first, match["span_day"])
    end = _day(last, match["span_day2"]) if match["span_day2"] else last_day(last.year, last.month)
    if start is None or end is None or not start <= end:
        return None
    return _Period(MentionKind.RANGE, start, end)


def _read_date(match: re.Match[str]) -> _Period | None:
    first = _month_of(match, "date_year", patterns.month_number(match["date_month"]))
    if first is None:
        return None
    end = _day(first, match["date_day"])
    start = _day(first, match["date_from"]) if match["date_from"] else end
    if start is None or end is None or start > end:
        return None
    return _Period(MentionKind.DATE if start == end else MentionKind.RANGE, start, end)


def _read_numbers(name: str) -> Callable[[re.Match[str]], _Period | None]:
    def read(match: re.Match[str]) -> _Period | None:
        digits, written = match[f"{name}_year"], match[f"{name}_month"]
        month = int(written) if written.isdigit() else patterns.month_number(written)
        year = year_be(digits)
        if year is None or (len(digits) == 2 and "/" not in match[0]):
            return None
        day = _day(_year_month(year, month), match[f"{name}_day"])
        return None if day is None else _Period(MentionKind.DATE, day, day)

    return read


def _read_month(match: re.Match[str]) -> _Period | None:
    first = _month_of(match, "month_year", patterns.month_number(match["month_month"]))
    if first is None:
        return None
    return _Period(MentionKind.MONTH, first, last_day(first.year, first.month))


def _read_years(name: str, kind: MentionKind) -> Callable[[re.Match[str]], _Period | None]:
    def read(match: re.Match[str]) -> _Period | None:
        first = year_be(match[f"{name}_year"])
        if first is None or (name == "bare" and _is_other_number(match)):
            return None
        second = match[f"{name}_year2"]
        last = year_be(second) if second else None
        if last is None:
            return _Period(kind, *fiscal_year_span(first))
        if not first < last <= first + _LONGEST_YEARS:
            return None
        return _Period(MentionKind.RANGE, fiscal_year_span(first)[0], fiscal_year_span(last)[1])

    return read


def _is_other_number(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 40) : match.start()]
    return bool(patterns.PHONE.search(before) or patterns.NUMBERED.search(before))


def _read_quarter(match: re.Match[str]) -> _Period | None:
    digits = match["quarter_year"]
    year = year_be(digits) if digits else None
    return None if year is None else _part_of_year(match, year)


def _read_half(_: re.Match[str]) -> None:
    return None


_READERS: dict[str, Callable[[re.Match[str]], _Period | None]] = {
    "span": _read_span,
    "date": _read_date,
    "american": _read_numbers("american"),
    "iso": _read_numbers("iso"),
    "numeric": _read_numbers("numeric"),
    "month": _read_month,
    "fiscal": _read_years("fiscal", MentionKind.FISCAL),
    "year": _read_years("year", MentionKind.YEAR),
    "bare": _read_years("bare", MentionKind.YEAR),
    "quarter": _read_quarter,
    "half": _read_half,
}


def _part_of_year(match: re.Match[str], year: int) -> _Period:
    """Return the half or quarter of the fiscal year that a match names."""
    if match.lastgroup == "half":
        second = match["half_second"] or match["half_second2"]
        kind, first, months = MentionKind.HALF, 4 if second else 10, 6
    else:
        kind, months = MentionKind.QUARTER, 3
        first = (int(match["quarter_number"]) * 3 + 6) % 12 + 1
    start = month_within(year, first)
    end = start
    for _ in range(months):
        end = next_month(end.year, end.month)
    return _Period(kind, start, date.fromordinal(end.toordinal() - 1))


def _near(match: re.Match[str], years: list[tuple[int, int, _Period]]) -> _Period | None:
    """Return the half or quarter of the single fiscal year named next to it; the one after wins."""
    single = [(start, end, fiscal_years_of(p.start, p.end)[-1]) for start, end, p in years]
    after = [year for start, _, year in single if 0 <= start - match.end() <= _NEAR]
    before = [year for _, end, year in single if 0 <= match.start() - end <= _NEAR]
    year = after[0] if after else before[-1] if before else None
    return None if year is None else _part_of_year(match, year)


def _kind(
    text: str, match: re.Match[str], kind: MentionKind, before: Mention | None
) -> MentionKind:
    """Return `kind`, or LAW or PUBLISHED when the words before say so."""
    if kind in {MentionKind.DATE, MentionKind.MONTH}:
        lead = text[max(0, match.start() - 60) : match.start()]
        return MentionKind.PUBLISHED if patterns.PUT_UP.search(lead) else kind
    if kind is MentionKind.YEAR and not match["year_cue"]:
        lead = text[max(0, match.start() - _LAW_REACH) : match.start()]
        if _names_a_law(lead, before):
            return MentionKind.LAW
    return kind


def _names_a_law(lead: str, before: Mention | None) -> bool:
    if patterns.ISSUE.search(lead):
        return True
    law = None
    for law in patterns.LAW.finditer(lead):
        pass
    return law is not None and not patterns.NO_LAW.search(lead, law.end())
