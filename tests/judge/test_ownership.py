"""Whose a paper is: ours, a neighbour's, the ministry's."""

from __future__ import annotations

import pytest

from oit_audit.judge.ownership import foreign_owner
from tests.judge.cases import BODY, TOWN
from tests.match.sites import page, paper


@pytest.mark.parametrize(
    "line",
    [
        f"แผนดำเนินงาน ประจำปี 2566 {TOWN}",
        "แผนดำเนินงาน ทต.ทุ่งสมมติ",
        "แผนดำเนินงาน ประจำปี 2566",
        "การประชุมร่วมกับ เทศบาลตำบลบ้านอื่น และ เทศบาลตำบลทุ่งสมมติ",
        "องค์การบริหารส่วนตำบลและเทศบาลทุกแห่ง",
    ],
)
def test_a_paper_that_names_us_or_nobody_is_ours(line: str) -> None:
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN) is None


@pytest.mark.parametrize(
    "line",
    [
        "แผนดำเนินงาน ประจำปี 2566 เทศบาลตำบลบ้านอื่น",
        "ประกาศ อบต.บ้านอื่น เรื่อง แผนดำเนินงาน",
        "แผนดำเนินงานขององค์การบริหารส่วนตำบลบ้านอื่น อำเภอเมือง",
    ],
)
def test_a_paper_that_another_office_signs_is_the_others(line: str) -> None:
    owner = foreign_owner(paper("/1.pdf", line, BODY), TOWN)
    assert owner is not None
    assert "บ้านอื่น" in owner


@pytest.mark.parametrize(
    "line",
    [
        "กรมส่งเสริมการปกครองท้องถิ่น ที่ มท 0808.2/ว 1234",
        "ที่ มท 0810.3/ว 55 เรื่อง แนวทาง",
        "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด",
    ],
)
def test_a_letter_to_all_offices_is_not_ours(line: str) -> None:
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN) is not None
    assert foreign_owner(paper("/1.pdf", line, f"ส่ง {TOWN}"), TOWN) is None


@pytest.mark.parametrize(
    "title",
    ["แผนปฏิบัติการป้องกันการทุจริต กรมการสมมติ พ.ศ. 2566", "คู่มือการประเมิน สำนักงาน ป.ป.ช. ปี 2566"],
)
def test_a_paper_of_a_ministry_or_commission_is_not_ours(title: str) -> None:
    assert foreign_owner(paper("/1.pdf", title, BODY), TOWN) is not None
    assert foreign_owner(page("/a", title, BODY), TOWN) is not None
    assert foreign_owner(paper("/1.pdf", title, f"จัดทำโดย {TOWN}"), TOWN) is None
    assert foreign_owner(page("/a", title, f"จัดทำโดย {TOWN}"), TOWN) is None


def test_a_page_of_our_site_is_ours_unless_another_office_signs_it() -> None:
    letter = "กรมส่งเสริมการปกครองท้องถิ่น ที่ มท 0808.2/ว 1234"
    assert foreign_owner(page("/a", "หนังสือราชการ", letter), TOWN) is None
    assert foreign_owner(page("/a", "แผนดำเนินงาน เทศบาลตำบลบ้านอื่น", BODY), TOWN) is not None


def test_a_paper_in_the_name_of_another_place_is_ours_when_it_names_us_further_down() -> None:
    line = "โครงการที่ทำกับ เทศบาลตำบลบ้านอื่น"
    assert foreign_owner(paper("/1.pdf", line, *[BODY] * 14, TOWN), TOWN) is None
    assert foreign_owner(paper("/1.pdf", line, *[BODY] * 14), TOWN) is not None


@pytest.mark.parametrize("name", ["", "โรงเรียนบ้านสมมติ"])
def test_without_our_own_name_nothing_is_foreign(name: str) -> None:
    assert foreign_owner(paper("/1.pdf", "แผนดำเนินงาน เทศบาลตำบลบ้านอื่น"), name) is None
