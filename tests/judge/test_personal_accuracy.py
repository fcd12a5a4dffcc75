"""Numbers of people are found, and nothing else is: precision comes before recall."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_audit.judge import personal_data
from tests.judge.people import Writer, document

CASES = yaml.safe_load((Path(__file__).parent / "personal.yaml").read_text(encoding="utf-8"))
RECALL = 1.0


def shown(case: dict[str, Any]) -> tuple[frozenset[str], list[str], int]:
    """Return the numbers found, those written, and how many of these are people's."""
    writer = Writer(case["about"])
    made = document(case, writer)
    found = personal_data((made,)).numbers
    return found, writer.numbers, case.get("finds", len(writer.numbers))


@pytest.mark.parametrize("case", CASES["people"], ids=lambda case: case["about"])
def test_the_numbers_of_people_are_found(case: dict[str, Any]) -> None:
    found, written, expected = shown(case)

    assert found <= set(written)
    assert len(found) == expected


@pytest.mark.parametrize("case", CASES["nobody"], ids=lambda case: case["about"])
def test_other_numbers_are_nobodys(case: dict[str, Any]) -> None:
    assert personal_data((document(case, Writer(case["about"])),)).findings == ()


def test_no_number_of_a_thing_is_taken_for_a_persons(capsys: pytest.CaptureFixture[str]) -> None:
    right = wrong = missed = 0
    for case in CASES["people"]:
        found, written, expected = shown(case)
        right += len(found & set(written))
        wrong += len(found - set(written))
        missed += max(0, expected - len(found))
    for case in CASES["nobody"]:
        wrong += len(shown(case)[0])
    precision, recall = right / (right + wrong), right / (right + missed)
    with capsys.disabled():
        sys.stdout.write(f"\n  numbers of people: {precision=:.3f} {recall=:.3f}\n")

    assert (len(CASES["people"]) >= 40, len(CASES["nobody"]) >= 60) == (True, True)
    assert precision == 1.0
    assert recall >= RECALL
