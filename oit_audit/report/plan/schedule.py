"""Due dates that fit the year of the assessment. In: a day, a deadline. Out: days, never past."""

from __future__ import annotations

from datetime import date, timedelta

from oit_audit.model import Calendar, Effort, Freshness, Season
from oit_audit.thai import first_six_months, fiscal_year_span

DAYS = {Effort.SMALL: 14, Effort.MEDIUM: 30, Effort.LARGE: 60}
"""How long a row of a plan may take."""

LOOK = 7
"""Days for opening a page and seeing for oneself."""

MARGIN = 7
"""Days kept free before the end, to see that everything stands where it should."""

_AFTER_MONTHS = 15
"""Days after the first six months of the year until what is told of them can be published."""

_MONDAY_TO_FRIDAY = 5


def calendar(fiscal_year: int, day: date, deadline: date | None) -> Calendar:
    """Return what the due dates of a plan that begins on `day` come from.

    Where the year gives no deadline, the end of its first six months stands for it while that is
    ahead (no deadline that is known lies before it), then the end of the fiscal year.
    """
    if deadline is not None:
        is_open = deadline >= day
        season = Season.OPEN if is_open else Season.CLOSED
        return Calendar(fiscal_year, day, season, deadline, deadline if is_open else None)
    ends = (first_six_months(fiscal_year)[1], fiscal_year_span(fiscal_year)[1])
    until = next((end for end in ends if end - timedelta(days=MARGIN) >= day), None)
    return Calendar(fiscal_year, day, Season.NOT_KNOWN, None, until)


def due(calendar: Calendar, effort: Effort, fresh: Freshness | None) -> date:
    """Return by when a row should be done, a working day where one fits.

    What tells of the first six months is not due before they are over.
    """
    last = None if calendar.until is None else _with_margin(calendar.day, calendar.until)
    wanted = calendar.day + timedelta(days=_days(effort, calendar.day, last))
    months_end = first_six_months(calendar.fiscal_year)[1]
    if fresh is Freshness.FIRST_6_MONTHS and calendar.day <= months_end:
        ready = months_end + timedelta(days=_AFTER_MONTHS)
        return _working(max(wanted, ready), calendar.day, _latest(calendar.deadline))
    return _working(wanted, calendar.day, _latest(last))


def look_due(calendar: Calendar) -> date:
    """Return by when somebody should have looked."""
    last = _latest(calendar.until)
    return _working(min(calendar.day + timedelta(days=LOOK), last), calendar.day, last)


def _with_margin(first: date, end: date) -> date:
    """Return the day before `end` by which all should be done; little time has little margin."""
    return end - timedelta(days=min(MARGIN, (end - first).days // 3))


def _days(effort: Effort, first: date, last: date | None) -> int:
    """Return how many days a row may take; where there is little time, a share of it."""
    most = DAYS[Effort.LARGE]
    left = most if last is None else min((last - first).days, most)
    return min(-(-DAYS[effort] * left // most), left)


def _latest(day: date | None) -> date:
    return day if day is not None else date.max


def _working(wanted: date, first: date, last: date) -> date:
    """Return `wanted`, or the Friday before it, or else the Monday after it, within the limits."""
    wanted = min(wanted, last)
    over = wanted.weekday() - _MONDAY_TO_FRIDAY + 1
    if over <= 0:
        return wanted
    before = wanted - timedelta(days=over)
    if before >= first:
        return before
    after = wanted + timedelta(days=3 - over)
    return after if after <= last else wanted
