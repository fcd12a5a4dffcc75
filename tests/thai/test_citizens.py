"""Thirteen digits: which are a citizen's, however they are written, and what may be shown."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import (
    close_digits,
    is_citizen_number,
    long_numbers,
    masked_number,
    may_hold_number,
)
from tests.judge.people import check_digit, citizen, company, grouped

twelve = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True).filter(lambda text: len(set(text)) > 1)
LETTERS = "0123456789๐๑๒๓๔๕๖๗๘๙ -.\n–\u200bกxเ่/_|"


@given(twelve)
def test_one_last_digit_and_no_other_makes_a_number_valid(digits: str) -> None:
    assert [last for last in "0123456789" if is_citizen_number(digits + last)] == [
        check_digit(digits)
    ]


@pytest.mark.parametrize("digits", ["", "123", "12345678901212", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "1111111111119"])
def test_what_is_no_number_of_a_person_is_not_valid(digits: str) -> None:
    assert not is_citizen_number(digits)


def test_juristic_persons_are_no_citizens() -> None:
    assert not is_citizen_number(company(Random(1)))


@given(twelve)
def test_what_is_shown_of_a_number_keeps_eight_digits_to_itself(digits: str) -> None:
    shown = masked_number(digits + check_digit(digits))

    assert sum(map(str.isdigit, shown)) == 4
    assert long_numbers(shown) == ()


@pytest.mark.parametrize("gap", ["-", " ", " - ", "–", "\u200b-", "-\n", "."])
def test_the_groups_of_a_number_may_be_set_apart_in_many_ways(gap: str) -> None:
    digits = citizen(Random(gap))
    text = f"เลข {grouped(digits, gap)} ค่ะ"

    (number,) = long_numbers(text)

    assert (number.digits, text[number.start : number.end]) == (digits, grouped(digits, gap))


@pytest.mark.parametrize(
    "text", ["{}1", "1{}", "{}-1", "1-{}", "{}/66", "{}.5", "a{}", "{}a", "=9{}"]
)
def test_a_part_of_a_longer_number_is_none(text: str) -> None:
    assert long_numbers(text.format(citizen(Random(2)))) == ()


@given(st.text(LETTERS, max_size=60))
def test_the_cheap_question_never_misses_a_number(text: str) -> None:
    for number in long_numbers(text):
        assert may_hold_number(text)
        assert any(number.digits in run for run in close_digits(text, 10))
        assert number.digits.isascii()
        assert len(number.digits) == 13


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(text[n.start : n.end] for n in long_numbers(text))


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1-", "๑", "1-2345-67890-", "1\n", "1. ", "-", "1234567890123", " 1"]
)
def test_a_megabyte_of_digits_is_read_in_a_moment(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    before = time.process_time()

    long_numbers(text)
    may_hold_number(text)

    assert time.process_time() - before < 8
