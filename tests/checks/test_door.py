"""What stands at the door: checks are listed, described, have cases, refuse bad parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from oit_audit import checks
from oit_audit.checks import CHECKS, bind, parameters_of
from tests.checks.reading import CASES, cases

ROOM = Path(checks.__file__).parent


def test_every_file_of_the_room_is_a_listed_check() -> None:
    files = {path.stem for path in ROOM.glob("*.py") if not path.stem.startswith("_")}
    assert files == {part.__module__.rpartition(".")[2] for part in CHECKS}


def test_a_check_is_called_like_its_file_and_the_list_is_in_order() -> None:
    names = [part.name for part in CHECKS]
    assert names == sorted(names)
    assert names == [part.__module__.rpartition(".")[2] for part in CHECKS]


@pytest.mark.parametrize("part", CHECKS, ids=lambda part: part.name)
def test_a_check_has_a_docstring_of_its_own(part: type[checks.Part]) -> None:
    assert part.__doc__
    assert not part.__doc__.startswith(part.__name__)
    assert part.look.__doc__


@pytest.mark.parametrize("part", CHECKS, ids=lambda part: part.name)
def test_a_check_has_cases_that_find_that_miss_and_that_cannot_tell(
    part: type[checks.Part],
) -> None:
    answers = {case.expected["outcome"] for case in cases() if case.check == part.name}
    assert answers == {"found", "absent", "cannot_tell"}


def test_no_cases_are_left_of_a_check_that_is_gone() -> None:
    assert {path.stem for path in CASES.iterdir()} == {part.name for part in CHECKS}


def test_what_a_checklist_writes_becomes_typed_parameters() -> None:
    bound = bind("table", {"columns": [["ราคากลาง", "ราคาอ้างอิง"], ["วงเงิน"]]})
    assert bound == bind("table", {"columns": (("ราคากลาง", "ราคาอ้างอิง"), ("วงเงิน",))})
    assert "in" in next(parameters_of(part) for part in CHECKS if part.name == "phrases")


def test_defaults_may_be_left_out() -> None:
    assert bind("span", {}) == bind("span", {"years": 2})
    assert bind("phrases", {"any_of": ["ก"]}) == bind("phrases", {"any_of": ["ก"], "in": "text"})


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        (
            "phrase",
            {},
            "check: 'phrase' is no check; expected one of channel, .*; nearest: 'phrases'",
        ),
        (
            "phrases",
            {"anyof": ["ก"]},
            "with.anyof: 'phrases' has no .*any_of, in, tells, heads, .*; nearest: 'any_of'",
        ),
        ("dated", {"year": 2566}, "with.year: 'dated' has no such parameter; expected none"),
        ("phrases", {}, "with.any_of: missing; 'phrases' expects a list of wordings"),
        ("table", {}, "with.columns: missing; 'table' expects a list of lists of wordings"),
        ("person", {}, "with.part: missing; 'person' expects one of top, deputy"),
        ("listing", {}, "with.at_least: missing; 'listing' expects a whole number from 1"),
        ("phrases", {"any_of": "ก"}, "with.any_of: expected a list of wordings, got 'ก'"),
        ("phrases", {"any_of": []}, "with.any_of: expected a list of wordings"),
        ("phrases", {"any_of": ["ก", 3]}, r"with.any_of\[1\]: expected a wording, got '3' \(int\)"),
        ("phrases", {"any_of": ["…"]}, r"with.any_of\[0\]: expected a wording"),
        ("table", {"columns": ["ก"]}, r"with.columns\[0\]: expected a list of wordings"),
        ("months", {"window": "6_months"}, "with.window: .*first_6_months, whole_year; nearest"),
        ("months", {"window": 6}, "with.window: '6' .* is not known"),
        ("listing", {"at_least": "3"}, "with.at_least: expected a whole number from 1, got '3'"),
        ("listing", {"at_least": True}, "with.at_least: expected a whole number"),
        ("span", {"years": 0}, "with.years: expected a whole number from 1"),
        ("listing", {"at_least": 3, "dated": "yes"}, "with.dated: expected true or false"),
    ],
)
def test_a_bad_parameter_is_refused_with_what_was_expected(
    name: str, parameters: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        bind(name, parameters)
