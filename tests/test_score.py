"""The official arithmetic reproduces what was published."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.checklists import available_years, load_checklist
from oit_audit.model import Checklist, Score, Status
from oit_audit.score import arithmetic, gains, level, rounded, total

SHARED = Path(__file__).resolve().parents[2] / "shared" / "sites"
SHEET = ["o2", "o15", "o17", "o23", "o24", "o27", "o29", "o35", "o36", "o37", "o38", "o41"]
IIT = (91.70, 86.67, 86.70, 79.64, 83.11)
EIT = (75.76, 80.18, 73.62)

PHICHIT = [
    # level, ITA, OIT of 40, indicator 9, misses there, indicator 10, misses there
    ("AA", 98.04, 40.00, 100.00, [], 100.00, []),
    ("AA", 97.41, 40.00, 100.00, [], 100.00, []),
    ("AA", 97.37, 38.70, 93.50, ["9.2", "9.5"], 100.00, []),
    ("AA", 97.25, 39.50, 97.50, ["9.2"], 100.00, []),
    ("AA", 97.08, 40.00, 100.00, [], 100.00, []),
    ("AA", 97.05, 38.31, 97.78, ["9.1"], 93.75, ["10.1"]),
    ("AA", 96.38, 39.43, 97.14, ["9.3"], 100.00, []),
    ("AA", 96.08, 37.00, 97.50, ["9.2"], 87.50, ["10.1", "10.1"]),
    ("A", 94.73, 38.76, 93.78, ["9.1", "9.5"], 100.00, []),
    ("A", 94.73, 39.20, 96.00, ["9.5"], 100.00, []),
    ("A", 94.46, 37.25, 92.50, ["9.2", "9.4"], 93.75, ["10.1"]),
    ("A", 94.38, 38.93, 94.64, ["9.2", "9.3"], 100.00, []),
    ("A", 94.37, 37.25, 92.50, ["9.2", "9.4"], 93.75, ["10.1"]),
]
"""Thirteen local governments of Phichit, official report of FY2564, table 4.26."""


@cache
def load(year: int) -> Checklist:
    return load_checklist(year)


def statuses(
    checklist: Checklist, changed: Iterable[str] = (), to: Status = Status.MISSING
) -> dict[str, Status]:
    changed = set(changed)
    return {item.id: to if item.id in changed else Status.MET for item in checklist.items}


def missing_in(checklist: Checklist, places: list[str]) -> list[str]:
    subs = {sub.id: sub.items for one in checklist.indicators for sub in one.sub_indicators}
    return [item for place, n in Counter(places).items() for item in subs[place][:n]]


def indicator(score: Score, name: str) -> float:
    return next(one.points for one in score.indicators if one.id == name)


def sub(score: Score, name: str) -> float:
    parts = [part for one in score.indicators for part in one.sub_indicators]
    return next(part.points for part in parts if part.id == name)


def test_the_official_sheet_of_2565_is_reproduced() -> None:
    checklist = load(2565)
    score = arithmetic(checklist, statuses(checklist, SHEET))
    assert [sub(score, name) for name in ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2")] == [
        88.89, 75.00, 71.43, 75.00, 80.00, 37.50, 100.00,
    ]  # fmt: skip
    assert (indicator(score, "9"), indicator(score, "10")) == (78.06, 68.75)
    assert (score.points, score.low, score.high) == (73.41, 73.41, 73.41)
    assert total(score.points, IIT, EIT, checklist) == (77.99, "B")


def test_the_second_report_of_2565_has_two_misses_in_the_budget_items() -> None:
    checklist = load(2565)
    score = arithmetic(checklist, statuses(checklist, missing_in(checklist, ["9.3", "9.3"])))
    assert indicator(score, "9") == 94.29


def test_the_published_score_of_2566_is_two_misses_of_eight() -> None:
    checklist = load(2566)
    score = arithmetic(checklist, statuses(checklist, missing_in(checklist, ["10.1", "10.1"])))
    assert indicator(score, "10") == 87.50


@pytest.mark.parametrize(("name", "ita", "weighted", "nine", "in_9", "ten", "in_10"), PHICHIT)
def test_thirteen_published_scores_of_2564_are_reproduced(
    name: str,
    ita: float,
    weighted: float,
    nine: float,
    in_9: list[str],
    ten: float,
    in_10: list[str],
) -> None:
    checklist = load(2564)
    score = arithmetic(checklist, statuses(checklist, missing_in(checklist, in_9 + in_10)))
    assert (indicator(score, "9"), indicator(score, "10")) == (nine, ten)
    assert rounded(Fraction(str(nine)) * Fraction(1, 5) + Fraction(str(ten)) * Fraction(1, 5)) == (
        pytest.approx(weighted, abs=0.011)
    )
    points = total(score.points, [0], [0], checklist)[0]
    assert points == pytest.approx(weighted, abs=0.011)
    reached = level(checklist, ita)
    assert reached is not None
    assert reached.name == name


def test_a_point_is_not_lost_to_binary_numbers() -> None:
    assert rounded(Fraction("73.405")) == 73.41
    assert rounded(Fraction("73.40499999")) == 73.4
    assert rounded(Fraction(200, 3)) == 66.67
    assert rounded(Fraction(1, 8)) == 0.13


def test_unknown_items_widen_the_range_and_score_nothing() -> None:
    checklist = load(2565)
    known = statuses(checklist, ["o42"])
    score = arithmetic(checklist, {**known, "o43": Status.UNKNOWN})
    assert (score.points, score.low, score.high) == (75.0, 75.0, 87.5)


@pytest.mark.parametrize("status", [Status.PARTIAL, Status.STALE, Status.MISSING, Status.UNKNOWN])
def test_only_met_scores(status: Status) -> None:
    checklist = load(2565)
    score = arithmetic(checklist, statuses(checklist, ["o42", "o43"], status))
    assert sub(score, "10.2") == 0


def test_not_applicable_leaves_its_item_out_of_the_mean() -> None:
    checklist = load(2565)
    score = arithmetic(checklist, {**statuses(checklist, ["o42"]), "o43": Status.NOT_APPLICABLE})
    part = score.indicators[1].sub_indicators[1]
    assert (part.id, part.points, part.met, part.counted) == ("10.2", 0.0, 0, 1)


def test_a_sub_indicator_without_items_that_count_is_left_out() -> None:
    checklist = load(2565)
    given_ = statuses(checklist, ["o42", "o43"], Status.NOT_APPLICABLE)
    score = arithmetic(checklist, {**given_, "o34": Status.MISSING})
    assert [part.id for part in score.indicators[1].sub_indicators] == ["10.1"]
    assert indicator(score, "10") == 87.5


def test_an_indicator_in_which_nothing_counts_is_left_out() -> None:
    checklist = load(2565)
    tenth = [item.id for item in checklist.items if item.sub_indicator.startswith("10.")]
    score = arithmetic(checklist, statuses(checklist, tenth, Status.NOT_APPLICABLE))
    assert [one.id for one in score.indicators] == ["9"]
    assert score.points == 100.0


def test_nothing_at_all_is_no_points() -> None:
    checklist = load(2565)
    every = [item.id for item in checklist.items]
    score = arithmetic(checklist, statuses(checklist, every, Status.NOT_APPLICABLE))
    assert (score.points, score.indicators) == (0.0, ())


def test_the_gain_of_an_item_is_what_it_alone_would_win() -> None:
    checklist = load(2565)
    before = {**statuses(checklist, SHEET), "o43": Status.UNKNOWN, "o1": Status.NOT_APPLICABLE}
    won = gains(checklist, before)
    assert (won["o15"], won["o23"], won["o27"], won["o29"]) == (1.25, 1.43, 2.5, 2.0)
    assert (won["o36"], won["o43"]) == (3.13, 12.5)
    assert (won["o3"], won["o1"]) == (0.0, 0.0)
    assert gains(checklist, statuses(checklist, SHEET))["o2"] == 1.11


@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569])
def test_no_level_is_named_where_none_is_confirmed(year: int) -> None:
    checklist = load(year)
    assert arithmetic(checklist, statuses(checklist)).level is None
    assert total(100.0, [100.0], [100.0], checklist) == (100.0, None)


@pytest.mark.parametrize(
    ("points", "name"),
    [(95, "AA"), (94.99, "A"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F")],
)
def test_a_level_holds_from_its_minimum_on(points: float, name: str) -> None:
    reached = level(load(2564), points)
    assert reached is not None
    assert reached.name == name


def test_statuses_must_name_every_item_and_no_other() -> None:
    checklist = load(2565)
    short = statuses(checklist)
    del short["o7"]
    with pytest.raises(ValueError, match="o7"):
        arithmetic(checklist, short)
    with pytest.raises(ValueError, match="o99"):
        gains(checklist, {**statuses(checklist), "o99": Status.MET})


def test_the_total_needs_both_surveys() -> None:
    checklist = load(2565)
    with pytest.raises(ValueError, match="at least one"):
        total(80.0, [], [80.0], checklist)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_always_between_low_and_high_and_never_lowered_by_a_met_item(data: st.DataObject) -> None:
    checklist = load(2568)
    drawn = {
        item.id: data.draw(st.sampled_from([s for s in Status if s is not Status.NOT_APPLICABLE]))
        for item in checklist.items
    }
    score = arithmetic(checklist, drawn)
    assert 0 <= score.low == score.points <= score.high <= 100
    item = data.draw(st.sampled_from(sorted(drawn)))
    better = arithmetic(checklist, {**drawn, item: Status.MET})
    assert better.points >= score.points
    assert all(points >= 0 for points in gains(checklist, drawn).values())


def test_every_year_is_full_marks_when_everything_is_met() -> None:
    for year in available_years():
        checklist = load(year)
        assert arithmetic(checklist, statuses(checklist)).points == 100.0


def test_a_checklist_without_indicators_scores_nothing() -> None:
    empty = replace(load(2565), indicators=(), items=())
    assert arithmetic(empty, {}).points == 0.0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample sites are not beside the repository")
@pytest.mark.parametrize("site", ["d1", "d2", "d3", "d4", "d5", "d6"])
def test_the_true_points_of_the_sample_sites_are_reproduced(site: str) -> None:
    truth = json.loads((SHARED / site / "truth.json").read_text(encoding="utf-8"))
    checklist = load(truth["fiscal_year"])
    given_ = {name: Status(item["status"]) for name, item in truth["items"].items()}
    assert arithmetic(checklist, given_).points == truth["score"]["points"]
