"""Labels taken apart, in every form in which sites type them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.match import LabelKind, read_label
from oit_audit.match.labels import without_organisations

CASES: dict[str, dict[str, str | int | None]] = yaml.safe_load(
    (Path(__file__).parent / "label_parts.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_a_label_is_taken_apart_as_its_case_says(name: str) -> None:
    case = CASES[name]

    label = read_label(str(case["text"]), LabelKind(str(case.get("kind", "link"))))

    said = {"number": label.number, "words": " ".join(label.text.split())}
    assert said == {"number": case.get("number"), "words": case["words"]}
    assert label.other_scheme is (case.get("scheme") == "other")


@given(st.text(max_size=80), st.sampled_from(LabelKind))
def test_any_text_can_be_taken_apart(text: str, kind: LabelKind) -> None:
    label = read_label(text, kind)

    assert label.number is None or 1 <= label.number <= 48
    assert not (label.other_scheme and label.number)


@given(st.integers(1, 48), st.sampled_from(["O{}", "o{}", "OIT {}", "OIT-{}", "0{}", "ข้อ {}"]))
def test_an_item_keeps_its_number_however_it_is_typed(number: int, form: str) -> None:
    assert read_label(f"{form.format(number)} แผน").number == number


def test_the_name_of_an_organisation_says_whose_not_what() -> None:
    named = without_organisations("โครงสร้าง องค์การบริหารส่วนตำบลหนองสมมติ")
    assert named.strip() == "โครงสร้าง"


def test_a_label_that_is_the_name_of_an_organisation_stays() -> None:
    assert without_organisations("เทศบาลตำบลทุ่งสมมติ") == "เทศบาลตำบลทุ่งสมมติ"
