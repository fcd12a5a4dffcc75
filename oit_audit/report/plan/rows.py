"""A plan from an audit: what is wanting, by unit, with points and days. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from oit_audit.model import (
    Audit,
    Checklist,
    Effort,
    Instrument,
    Plan,
    Reckoning,
    Standing,
    Status,
    Task,
    Text,
    UnitTasks,
    Verdict,
)
from oit_audit.report._rows import by_unit, decided, lacking, to_fix, to_look_at
from oit_audit.report.locale.planning import SAYS
from oit_audit.report.plan.schedule import calendar, due, look_due

_FEW = 2
"""Elements that can be added in passing."""

_FULL_SETS = {Instrument.IIT: ("1", "2", "3", "4", "5"), Instrument.EIT: ("6", "7", "8")}
"""The numbers of the indicators, where all of an instrument are given."""


def plan_of(
    audit: Audit, day: date, checklist: Checklist | None, reckoning: Reckoning | None = None
) -> Plan:
    """Return the plan that `audit` asks for.

    Args:
        audit: Completed from its checklist where that is at hand.
        day: From which the plan runs; no date in it is before.
        checklist: The one of the audited year; None where there is none.
        reckoning: What the arithmetic says besides; nothing when None.
    """
    reckoning = reckoning or Reckoning()
    dates = calendar(audit.fiscal_year, day, checklist.deadline if checklist else None)
    fresh = {item.id: item.fresh for item in checklist.items} if checklist else {}
    ordered = sorted(to_fix(audit), key=lambda v: (-v.gain, list(Effort).index(effort_of(v))))
    tasks = {
        verdict.id: Task(
            verdict,
            number,
            lacks_of(verdict),
            steps_of(verdict),
            effort_of(verdict),
            due(dates, effort_of(verdict), fresh.get(verdict.id)),
        )
        for number, verdict in enumerate(ordered, 1)
    }
    looks = tuple(
        Task(each, number, (each.reason,), steps_of(each), Effort.SMALL, look_due(dates))
        for number, each in enumerate(to_look_at(audit), 1)
    )
    units = tuple(_by_unit(ordered, tasks))
    standings = tuple(standings_of(audit, reckoning))
    return Plan(audit, dates, reckoning, standings, units, looks, decided(audit))


def _by_unit(ordered: Iterable[Verdict], tasks: Mapping[str, Task]) -> Iterator[UnitTasks]:
    for share in by_unit(ordered):
        rows = tuple(tasks[verdict.id] for verdict in share.verdicts)
        yield UnitTasks(share.unit, rows, share.gain)


def lacks_of(verdict: Verdict) -> tuple[Text, ...]:
    """Return what an item lacks: its absent elements, or why it is as it is. Never empty."""
    absent = tuple(element.says for element in lacking(verdict))
    if verdict.status is Status.PARTIAL and absent:
        return absent
    return (verdict.reason,)


def steps_of(verdict: Verdict) -> tuple[Text, ...]:
    """Return what to do about an item, one thing a step. Never empty."""
    single = tuple(dict.fromkeys(e.remedy for e in lacking(verdict) if e.remedy.th or e.remedy.en))
    if verdict.status is Status.PARTIAL and single:
        return single
    if verdict.status is Status.MET:  # a person says that it is not
        return (SAYS["look_again"],)
    return (verdict.remedy,)


def effort_of(verdict: Verdict) -> Effort:
    """Return how much work it is to meet an item, as far as the audit can tell."""
    match verdict.status:
        case Status.MISSING:
            return Effort.LARGE
        case Status.STALE:
            return Effort.MEDIUM
        case Status.PARTIAL if len(lacking(verdict)) > _FEW:
            return Effort.MEDIUM
        case _:
            return Effort.SMALL


def standings_of(audit: Audit, reckoning: Reckoning) -> Iterator[Standing]:
    """Yield the points of each indicator, by number."""
    for instrument, values in ((Instrument.IIT, reckoning.iit), (Instrument.EIT, reckoning.eit)):
        numbers = _FULL_SETS[instrument]
        whole = len(values) == len(numbers)
        for place, points in enumerate(values):
            number = numbers[place] if whole else f"{instrument.upper()} {place + 1}"
            title = SAYS[f"indicator_{numbers[place]}"] if whole else None
            yield Standing(instrument, number, title, points)
    for one in audit.score.indicators:
        yield Standing(Instrument.OIT, one.id, one.title, one.points, one.sub_indicators)
