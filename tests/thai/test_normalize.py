"""Folding, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import fold, folded

THAI = st.text(alphabet="เแำาํ่้ีิูุ กขนAb๑1.\u200bﬁ\uf702ฏๆฯ", max_size=40)


@pytest.mark.parametrize(
    "spelling",
    [
        "สำนักงาน",
        "สํานักงาน",
        "ส ํานักงาน",
        "ส านักงาน",
        "สำานักงาน",
        "สำำนักงาน",
        "ส\ufffdานักงาน",
        "สำ\u200bนักงาน",
        "สำนัก\xa0งาน",
        "ส\uf711านักงาน",
        "สำนั\uf70aกงาน",
    ],
)
def test_broken_spellings_of_one_word_fold_alike(spelling: str) -> None:
    assert fold(spelling) == fold("สำนักงาน")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เเผน", "แผน"),
        ("๒๕๖๖", "2566"),
        ("ＯＩＴ", "oit"),
        ("ปฎิบัติ", "ปฏิบัติ"),
        ("ปีี", "ปี"),
        ("ป\uf702", "ปี"),
        ("ต่างๆ", "ต่าง"),
        ("ที่", "ท\uf705ี"),
        ("No-Gift  Policy", "no gift policy"),
    ],
)
def test_what_looks_alike_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("แผน") != fold("แผ่นดิน")
    assert fold("คน") != fold("คืน")


@given(st.text() | THAI)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | THAI)
def test_both_ways_of_folding_agree(text: str) -> None:
    way_back = folded(text)

    assert way_back.text == fold(text)
    assert len(way_back.origin) == len(way_back.text)
    assert list(way_back.origin) == sorted(way_back.origin)


@given(THAI, st.data())
def test_a_quote_is_a_part_of_the_original_that_holds_what_was_found(
    text: str, data: st.DataObject
) -> None:
    way_back = folded(text)
    start = data.draw(st.integers(0, len(way_back.text)))
    end = data.draw(st.integers(start, len(way_back.text)))

    quote = way_back.quote(start, end)

    assert quote in text
    assert (quote == "") == (start == end)


def test_a_quote_keeps_the_marks_of_its_last_letter_only() -> None:
    way_back = folded("หน้าที่ ๆ ทำ")

    assert way_back.quote(0, len(fold("หน้าที่"))) == "หน้าที่"


def test_a_long_text_folds_like_a_short_one() -> None:
    assert fold("สำนัก " * 500) == fold("สำนัก") * 500
