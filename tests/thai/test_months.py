"""Which months a text covers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import months_covered

FIRST_HALF_2565 = {(2021, 10), (2021, 11), (2021, 12), (2022, 1), (2022, 2), (2022, 3)}
WHOLE_2565 = FIRST_HALF_2565 | {(2022, month) for month in range(4, 10)}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("สขร.1 เดือนตุลาคม 2564", {(2021, 10)}),
        ("(ต.ค. 64 - มี.ค. 65)", FIRST_HALF_2565),
        ("1 ตุลาคม 2564 - 30 กันยายน 2565", WHOLE_2565),
        ("ตุลาคม พฤศจิกายน ธันวาคม 2564", {(2021, 10), (2021, 11), (2021, 12)}),
        ("พ.ย., ธ.ค. และ ม.ค. 2565", {(2021, 11), (2021, 12), (2022, 1)}),
        ("ปีงบประมาณ 2565 ตุลาคม | มกราคม", {(2021, 10), (2022, 1)}),
        ("ปี 2565 ต.ค. - มี.ค.", FIRST_HALF_2565),
        ("รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2565", FIRST_HALF_2565),
        ("รอบ 12 เดือน ปี 2565", WHOLE_2565),
        ("รอบ 9 เดือน ปี 2565", WHOLE_2565 - {(2022, 7), (2022, 8), (2022, 9)}),
        ("ไตรมาสที่ 1/2565", {(2021, 10), (2021, 11), (2021, 12)}),
        ("ปีงบประมาณ พ.ศ. 2565", set()),
        ("แผนพัฒนา 2566-2570", set()),
        ("ตุลาคม", set()),
        ("ปีงบประมาณ 2564 และปีงบประมาณ 2565 เดือนตุลาคม", set()),
        ("เผยแพร่เมื่อ 12 มกราคม 2565", set()),
        ("ประกาศ ณ วันที่ 12 มกราคม 2565", set()),
        ("", set()),
    ],
)
def test_months_are_those_a_text_names(text: str, months: set[tuple[int, int]]) -> None:
    assert months_covered(text) == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ตุลาคม, มกราคม", {(2021, 10), (2022, 1)}),
        ("รอบ 6 เดือน", FIRST_HALF_2565),
        ("รอบ 12 เดือน", WHOLE_2565),
        ("ต.ค. ถึง 31 มี.ค.", FIRST_HALF_2565),
    ],
)
def test_a_hint_gives_the_year_that_a_text_leaves_out(
    text: str, months: set[tuple[int, int]]
) -> None:
    assert months_covered(text, fiscal_year_hint=2565) == months


def test_the_year_of_the_text_is_believed_before_the_hint() -> None:
    found = months_covered("ปีงบประมาณ 2564 เดือนตุลาคม", fiscal_year_hint=2566)

    assert found == {(2020, 10)}


def test_the_months_of_single_days_count_when_asked_for() -> None:
    assert months_covered("15 ม.ค. 66", with_days=True) == {(2023, 1)}


def test_a_long_range_is_cut() -> None:
    assert len(months_covered("ตุลาคม 2550 - กันยายน 2599")) == 36


@given(st.text(), st.none() | st.integers(2540, 2600))
def test_any_text_can_be_asked(text: str, hint: int | None) -> None:
    assert all(1 <= month <= 12 for _, month in months_covered(text, fiscal_year_hint=hint))
