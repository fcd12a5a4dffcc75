"""Words and the item's number are read together where neither does alone."""

from __future__ import annotations

import pytest

from oit_audit.match import LabelKind, understand_numbered
from oit_audit.model import Sureness
from tests.match.sites import lexicon, numbering

HALF_SAID = "029ประกาศหลักเกณฑ์ มาตรการ แนวทางปฏิบัติเกี.pdf"
"""Item 29 of 2563 to 2565 is the guideline for complaints."""


def concepts(raw: str, year: int | None = None) -> tuple[str, ...]:
    return understand_numbered(lexicon(), numbering(), raw, LabelKind.LINK, year).concepts


def test_words_that_do_not_do_alone_do_with_the_number_of_their_item() -> None:
    assert concepts(HALF_SAID.removeprefix("029")) == ()
    assert concepts(HALF_SAID) == ("complaint_guideline",)


def test_what_only_the_number_says_is_read_with_low_confidence() -> None:
    understood = understand_numbered(lexicon(), numbering(), HALF_SAID, LabelKind.LINK)

    assert understood.confidence is Sureness.LOW


def test_the_number_counts_as_it_stands_in_the_list_of_the_year() -> None:
    assert concepts(HALF_SAID, 2564) == ("complaint_guideline",)
    assert concepts(HALF_SAID, 2568) == ()


def test_a_number_alone_says_nothing() -> None:
    assert concepts("O17") == ()


def test_words_that_do_alone_are_trusted_whatever_the_number() -> None:
    assert concepts("O18 แผนการจัดซื้อจัดจ้างประจำปี") == ("procurement_plan",)


@pytest.mark.parametrize(
    ("raw", "concept"),
    [
        ("O23 - สรุปผลการจัดซื้อจัดจ้างหรือการจัดห", "procurement_monthly"),
        ("O40 รายงานการกำกับติดตามการดำเนินการป้องกันกา", "anticorruption_6m"),
        ("O24 การดำเนินการตามนโบายหรือแผนการบริหาร", "hr_policy_implementation"),
    ],
)
def test_a_title_cut_off_is_told_by_its_number(raw: str, concept: str) -> None:
    assert concepts(raw) == (concept,)


def test_a_result_is_no_slip_for_a_plan_of_that_number() -> None:
    assert concepts("O18 ผลการใช้จ่าย งบประมาณ ประจําปี") == ("budget_report",)
