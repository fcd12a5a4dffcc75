"""Which day a cell means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.lists.days import day_of

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21", "2026-11-21 00:00:00", "2569-11-21", "21/11/2569", "21/11/2026", "21/11/69",
        "21-11-2569", "21.11.2569", "๒๑/๑๑/๒๕๖๙", "21 พ.ย. 69", "21 พ.ย. 2569", "21 พฤศจิกายน 2569",
        "วันที่ 21 พฤศจิกายน พ.ศ. 2569", "๒๑ พ.ย. ๖๙", "21 Nov 2026", " 21/11/2569 ", "46347",
        "21/11/26",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "เร็ว ๆ นี้", "พฤศจิกายน 2569", "31/2/2569", "2569", "1-30 พ.ย. 2569", "21/13/2569"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


@given(day=st.dates(date(1998, 1, 1), date(2056, 12, 31)))
def test_every_day_of_both_eras_is_read(day: date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day.day}/{day.month}/{day.year + 543}") == day


@given(text=st.text(max_size=100))
def test_no_text_is_too_odd(text: str) -> None:
    day_of(text)
