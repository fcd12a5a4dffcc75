"""The fiscal year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import (
    first_six_months,
    fiscal_year,
    fiscal_year_span,
    fiscal_years_of,
    month_name,
)


def test_the_fiscal_year_begins_in_october() -> None:
    assert fiscal_year(date(2021, 9, 30)) == 2564
    assert fiscal_year(date(2021, 10, 1)) == 2565


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_lies_within_its_fiscal_year(day: date) -> None:
    start, end = fiscal_year_span(fiscal_year(day))

    assert start <= day <= end


def test_the_first_six_months_end_in_march() -> None:
    assert first_six_months(2565) == (date(2021, 10, 1), date(2022, 3, 31))


def test_a_period_touches_every_year_between_its_ends() -> None:
    assert fiscal_years_of(date(2021, 9, 1), date(2022, 10, 1)) == (2564, 2565, 2566)


def test_months_have_thai_names() -> None:
    assert month_name(2) == "กุมภาพันธ์"


@pytest.mark.parametrize("month", [0, 13])
def test_there_is_no_thirteenth_month(month: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_name(month)
