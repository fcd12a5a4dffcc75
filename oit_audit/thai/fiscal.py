"""The Thai fiscal year and the names of the months. The Buddhist Era exists only in text."""

from __future__ import annotations

from datetime import date, timedelta

ERA = 543
"""A year of the Buddhist Era minus the same year of the common era."""

FIRST_YEAR_BE, LAST_YEAR_BE = 2540, 2600
"""Years outside are not read as years."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip


def fiscal_year(day: date) -> int:
    """Return the Thai fiscal year (Buddhist Era) that `day` falls in.

    It runs from 1 October to 30 September and is named after the year in which it ends.
    Source: Budget Procedures Act B.E. 2561, section 4.

    >>> fiscal_year(date(2024, 9, 30)), fiscal_year(date(2024, 10, 1))
    (2567, 2568)
    """
    return day.year + ERA + (day.month >= 10)


def fiscal_year_span(year_be: int) -> tuple[date, date]:
    """Return the first and the last day of a fiscal year.

    >>> fiscal_year_span(2565)
    (datetime.date(2021, 10, 1), datetime.date(2022, 9, 30))
    """
    return date(year_be - ERA - 1, 10, 1), date(year_be - ERA, 9, 30)


def first_six_months(year_be: int) -> tuple[date, date]:
    """Return the first and the last day of the first half of a fiscal year: October to March."""
    return date(year_be - ERA - 1, 10, 1), date(year_be - ERA, 3, 31)


def month_name(month: int) -> str:
    """Return the Thai name of a month, 1 to 12.

    >>> month_name(10)
    'ตุลาคม'
    """
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return MONTHS[month - 1]


def last_day(year: int, month: int) -> date:
    """Return the last day of a month of the common era; 13 is January of the next year."""
    return next_month(year, month) - timedelta(days=1)


def next_month(year: int, month: int) -> date:
    """Return the first day of the month after."""
    return date(year + month // 12, month % 12 + 1, 1)


def month_within(year_be: int, month: int) -> date:
    """Return the first day of `month` in the fiscal year `year_be`.

    >>> month_within(2565, 10)
    datetime.date(2021, 10, 1)
    """
    return date(year_be - ERA - (month >= 10), month, 1)


def fiscal_years_of(start: date, end: date) -> tuple[int, ...]:
    """Return the fiscal years that a period touches, ascending."""
    return tuple(range(fiscal_year(start), fiscal_year(end) + 1))


def year_be(digits: str) -> int | None:
    """Return the Buddhist year that two or four digits mean, or None when they mean none.

    >>> year_be("2565"), year_be("65"), year_be("2022"), year_be("1999"), year_be("12")
    (2565, 2565, 2565, None, None)
    """
    number = int(digits)
    if len(digits) == 2:
        return 2500 + number if 55 <= number <= 75 else None
    if 2000 <= number <= LAST_YEAR_BE - ERA:
        number += ERA
    return number if FIRST_YEAR_BE <= number <= LAST_YEAR_BE else None
