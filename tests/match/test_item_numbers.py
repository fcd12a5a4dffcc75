"""Item numbers near a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.match.item_numbers import (
    HIGHEST,
    bare_number,
    is_one_row,
    item_number,
    number_near,
    sub_number,
)
from tests.match.sites import link

WORDS = st.text(max_size=60)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("O12 รายงาน", 12),
        ("๐๑๒ รายงาน", 12),
        ("รายงาน (o12)", 12),
        ("รายงาน [OIT 12]", 12),
        ("12. รายงาน", None),
        ("o49 รายงาน", None),
        ("MOIT 12 รายงาน", None),
        ("ข้อมูลพื้นฐาน (o1-o9)", None),
        ("รายงาน (12)", None),
    ],
)
def test_a_mark_is_before_a_title_or_behind_it(label: str, number: int | None) -> None:
    assert item_number(label) == number


def test_the_number_of_a_part_is_that_of_its_item() -> None:
    assert sub_number("O12.1 รายงาน") == 12
    assert sub_number("O12 รายงาน") is None


def test_a_row_of_two_items_gives_each_link_its_own_number() -> None:
    row = "O1 โครงสร้าง เปิด O3 อำนาจหน้าที่ เปิด"
    second = link("/3", "เปิด", row=row, before=("O1 โครงสร้าง", "O3 อำนาจหน้าที่"))
    assert number_near(second, bare=False) == 3
    assert not is_one_row(row)


def test_a_number_without_a_letter_counts_only_where_it_is_said_to() -> None:
    bare = link("/12", "เปิด", row="12 รายงานผล เปิด")
    assert (number_near(bare, bare=False), number_near(bare, bare=True)) == (None, 12)


@given(WORDS, WORDS, st.booleans())
def test_whatever_is_said_a_number_is_one_of_a_list(text: str, row: str, bare: bool) -> None:
    numbers = (number_near(link("/1", text, row=row, before=(row,)), bare=bare), bare_number(row))
    assert all(number is None or 1 <= number <= HIGHEST for number in numbers)
