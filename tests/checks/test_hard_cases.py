"""What towns publish, looked at with the elements of a real checklist."""

from __future__ import annotations

import pytest

from oit_audit.model import Outcome
from tests.checks.hard_cases import HardCase, hard_cases

_CASES = tuple(hard_cases())
_LOOKS = [
    pytest.param(case, element, outcome, id=f"{case.title}-{element}")
    for case in _CASES
    for element, outcome in case.said["expect"].items()
]


@pytest.mark.parametrize(("case", "element", "outcome"), _LOOKS)
def test_an_element_is_told_as_an_assessor_would(
    case: HardCase, element: str, outcome: str
) -> None:
    finding = case.look(element)

    assert finding.outcome is Outcome(outcome), finding.reason.th
    assert case.said.get("reason", {}).get(element, "") in finding.reason.th


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.title)
def test_a_year_does_not_ask_what_another_asks(case: HardCase) -> None:
    binding = {element.id for element in case.of().elements if element.basis.binds}

    assert binding.isdisjoint(case.said.get("without", ()))
    assert set(case.said["expect"]) <= binding


def test_every_kind_of_element_has_cases_in_both_directions() -> None:
    said: dict[str, set[str]] = {}
    for case in _CASES:
        for element, outcome in case.said["expect"].items():
            check = next(each.check_name for each in case.of().elements if each.id == element)
            said.setdefault(check, set()).add(outcome)

    assert all({"found", "absent"} <= outcomes for outcomes in said.values()), said
