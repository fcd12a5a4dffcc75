"""A plan from an audit: which rows, in which order, by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.checklists import load_checklist
from oit_audit.model import (
    Decision,
    Effort,
    Freshness,
    Instrument,
    Reckoning,
    Season,
    Status,
    Waiver,
)
from oit_audit.report import plan_of
from oit_audit.report.plan.schedule import calendar, due, look_due
from tests.report.audits import all_met, every_status, nothing_seen

DAY = date(2026, 11, 21)
DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def test_a_plan_has_a_row_for_each_failure_and_keeps_the_undecided_and_the_decided_apart() -> None:
    plan = plan_of(every_status(), DAY, load_checklist(2569))

    assert {task.verdict.id for task in plan.tasks} == {"o2", "o10", "o12"}
    assert [task.verdict.id for task in plan.looks] == ["o17"]
    assert [verdict.id for verdict in plan.decided] == ["o4"]


def test_rows_are_worked_off_by_points_and_of_equals_by_effort() -> None:
    tasks = plan_of(every_status(), DAY, None).tasks

    assert [(task.order, task.verdict.id) for task in tasks] == [(1, "o12"), (2, "o10"), (3, "o2")]
    assert [task.effort for task in tasks] == [Effort.SMALL, Effort.LARGE, Effort.SMALL]


def test_a_row_says_each_thing_that_lacks_and_how_to_add_it() -> None:
    plan = plan_of(every_status(), DAY, None)
    row = next(task for task in plan.tasks if task.verdict.id == "o2")

    assert [lack.en for lack in row.lacks] == ["Photo", "Contact"]
    assert [step.en for step in row.steps] == [
        "Add this to the page: photo",
        "Add this to the page: contact",
    ]


def test_units_come_with_their_points_the_unit_with_most_first() -> None:
    gains = [unit.gain for unit in plan_of(every_status(), DAY, None).units]

    assert gains == sorted(gains, reverse=True)
    assert gains == [2.5, 1.25, 1.11]


def test_what_a_person_calls_not_met_is_in_the_plan_even_where_the_audit_says_met() -> None:
    audit = every_status()
    said = Waiver("ไม่ครบ", Decision.NOT_MET, "ปลัด")
    first = replace(audit.verdicts[0], waiver=said)
    plan = plan_of(replace(audit, verdicts=(first, *audit.verdicts[1:])), DAY, None)

    row = next(task for task in plan.tasks if task.verdict.id == "o1")
    assert row.verdict.status is Status.MET
    assert row.order == len(plan.tasks)


def test_an_audit_without_failures_has_an_empty_plan() -> None:
    assert plan_of(all_met(), DAY, None).tasks == ()
    assert len(plan_of(nothing_seen(), DAY, None).looks) == 3


def test_indicators_are_named_where_all_of_an_instrument_are_given() -> None:
    whole = plan_of(every_status(), DAY, None, Reckoning((1, 2, 3, 4, 5), (6, 7, 8)))
    part = plan_of(every_status(), DAY, None, Reckoning((1, 2), (6, 7, 8)))

    assert [s.id for s in whole.standings] == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
    assert all(s.title for s in whole.standings)
    assert [s.id for s in part.standings[:2]] == ["IIT 1", "IIT 2"]
    assert part.standings[0].instrument is Instrument.IIT


@given(day=DAYS, year=st.integers(2563, 2569), effort=st.sampled_from(Effort), data=st.data())
def test_no_day_of_a_plan_is_past_or_after_the_deadline(
    day: date, year: int, effort: Effort, data: st.DataObject
) -> None:
    deadline = data.draw(st.none() | st.dates(day, day + timedelta(days=200)))
    fresh = data.draw(st.none() | st.sampled_from(Freshness))
    dates = calendar(year, day, deadline)

    for found in (due(dates, effort, fresh), look_due(dates)):
        assert found >= day
        assert deadline is None or found <= deadline


@given(day=DAYS, year=st.integers(2563, 2569), deadline=DAYS)
def test_more_work_is_never_due_before_less_work(day: date, year: int, deadline: date) -> None:
    dates = calendar(year, day, deadline)
    found = [due(dates, effort, None) for effort in Effort]

    assert found == sorted(found)


def test_a_day_is_a_working_day_where_one_fits() -> None:
    dates = calendar(2565, date(2022, 1, 5), date(2022, 4, 30))

    assert due(dates, Effort.LARGE, None) == date(2022, 3, 4)  # a Friday: the 6th is a Sunday
    last = calendar(2565, date(2022, 4, 30), date(2022, 4, 30))
    assert due(last, Effort.SMALL, None) == date(2022, 4, 30)  # a Saturday, and the last day


def test_what_tells_of_six_months_is_due_after_them() -> None:
    open_ = calendar(2565, date(2022, 1, 5), date(2022, 4, 30))
    unknown = calendar(2566, date(2023, 1, 5), None)

    assert due(open_, Effort.SMALL, Freshness.FIRST_6_MONTHS) == date(2022, 4, 15)
    assert due(unknown, Effort.SMALL, Freshness.FIRST_6_MONTHS) > date(2023, 3, 31)


@pytest.mark.parametrize(
    ("day", "deadline", "season", "until"),
    [
        (date(2022, 4, 1), date(2022, 4, 30), Season.OPEN, date(2022, 4, 30)),
        (date(2022, 5, 1), date(2022, 4, 30), Season.CLOSED, None),
        (date(2022, 1, 1), None, Season.NOT_KNOWN, date(2022, 3, 31)),
        (date(2022, 5, 1), None, Season.NOT_KNOWN, date(2022, 9, 30)),
        (date(2026, 11, 21), None, Season.NOT_KNOWN, None),
    ],
)
def test_the_calendar_of_a_year(
    day: date, deadline: date | None, season: Season, until: date | None
) -> None:
    found = calendar(2565, day, deadline)

    assert (found.season, found.until) == (season, until)
