"""Which item a cell means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.checklists import load_checklist
from oit_audit.lists.items import item_named, nearest

CHECKLIST = load_checklist(2566)


@pytest.mark.parametrize(
    "written",
    [
        "o12", "O12", "o 12", "O-12", "ข้อ ๑๒", "ข้อที่ 12", "12", "๐๑๒", "012", "OIT 12", "OIT12",
        "OIT o12", " o12 ", "o.12", "ข้อ o12", "12. รายงานผล", "o12 แผนดำเนินงาน", "O12: แผน",
        "no. 12",
    ],
)  # fmt: skip
def test_an_item_is_understood_however_it_is_written(written: str) -> None:
    assert item_named(written, CHECKLIST) == "o12"


@pytest.mark.parametrize(
    "written", ["", "o44", "0", "o0", "9.1", "120", "o12o13", "แผนดำเนินงาน", "MOIT 12", "EB 3", "x"]
)
def test_what_names_no_item_of_the_year_is_none(written: str) -> None:
    assert item_named(written, CHECKLIST) is None


@pytest.mark.parametrize(
    ("written", "near"),
    [("o44", "o4"), ("ข้อมูลผู้บริหาร", "o2"), ("ขอมูลผู้บรหาร", "o2"), ("", ""), ("เครื่องบิน", "")],
)
def test_the_nearest_item_is_named(written: str, near: str) -> None:
    assert nearest(written, CHECKLIST)[:2] == near


@given(st.text(max_size=400))
def test_any_text_is_an_item_of_the_year_or_none(text: str) -> None:
    named = item_named(text, CHECKLIST)

    assert named is None or CHECKLIST.item(named).id == named
