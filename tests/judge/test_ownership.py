"""Whose a paper is: ours, a neighbour's, the ministry's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_audit.judge.ownership import disowned, foreign_owner
from oit_audit.model import Form
from oit_audit.thai import Place
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


CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("owners.yaml").read_text("utf-8")
)
SITE = CASES.pop("_site")
PLACE = Place(SITE["district"], SITE["province"])


@pytest.mark.parametrize("name", CASES)
def test_a_paper_is_anothers_as_an_assessor_sees_it(name: str) -> None:
    told = CASES[name]
    said = disowned(paper("/1.pdf", *told["lines"]), told.get("site", SITE["ours"]), PLACE)
    assert (said is not None) is (told["owner"] == "other"), said


def test_a_template_is_turned_down_with_its_blank() -> None:
    said = disowned(paper("/1.pdf", "ประกาศ อบต.____ เรื่อง นโยบาย"), TOWN)
    assert said is not None
    assert said.th == "เป็นแบบเปล่าที่ยังไม่ได้ใส่ชื่อหน่วยงาน (“อบต.____”)"


@pytest.mark.parametrize(
    "line",
    [
        "ลงชื่อ ปลัดเทศบาลตำบล..........................",
        "แผนงานของเทศบาลตำบล........................ 12",
        "แบบตอบรับ ชื่อหน่วยงานที่ขอดูงาน ........................",
    ],
)
def test_dots_for_a_name_or_up_to_a_page_number_are_no_blank(line: str) -> None:
    assert disowned(paper("/1.pdf", "แผนดำเนินงาน", line, BODY), TOWN) is None


def test_a_form_of_ours_may_ask_others_for_their_names() -> None:
    line = "แบบขอใช้บริการ ชื่อหน่วยงาน ........................"
    form = Form("/ask", "post", (), ("ส่ง",), "form")
    assert disowned(paper("/1.pdf", line, TOWN), TOWN) is None
    assert disowned(page("/a", "ขอใช้บริการ", line, forms=(form,)), TOWN) is None


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ("อบต.หนองบัว", "อบต.หนองบัวแดง"),
        ("เทศบาลตำบลบางพลี", "เทศบาลตำบลบางพลีใหญ่"),
        ("อบต.โคก", "อบต.โคกขาม"),
        ("อบต.บ่อสมมติ", "อบต.หนองสมมุติ อำเภอบ่อสมมติ"),
        ("อบจ.สมมุติบุรี", "เทศบาลตำบลทุ่งกลาง จังหวัดสมมุติบุรี"),
    ],
)
def test_a_name_that_holds_ours_is_anothers(ours: str, other: str) -> None:
    assert foreign_owner(paper("/1.pdf", f"แผนดำเนินงาน {other}", BODY), ours) is not None
    assert foreign_owner(paper("/1.pdf", f"แผนดำเนินงาน {ours}", BODY), ours) is None


@pytest.mark.parametrize(
    "line",
    [
        "แผนดำเนินงานของเทศบาลตำบลทุ่งสมมติจัดทำขึ้นเพื่อประชาชน",
        "เทศบาลตำบลทุ่งสมมติมีความมุ่งมั่น",
        "เทศบาลตำบลทุ่งสมมติขอประกาศเจตนารมณ์",
        "เทศบาลตำบลทุ่งสมมติสุจริต โปร่งใส",
    ],
)
def test_a_sentence_that_goes_on_after_our_name_is_ours(line: str) -> None:
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN) is None


def test_our_name_in_another_district_is_anothers_only_where_ours_is_known() -> None:
    document = paper("/1.pdf", f"แผนดำเนินงาน {TOWN} อำเภอไกล จังหวัดต่างถิ่น", BODY)
    home = Place("เมือง", "สมมุติบุรี")
    owner = foreign_owner(document, TOWN, home)

    assert owner == f"{TOWN} อำเภอไกล จังหวัดต่างถิ่น"
    assert foreign_owner(document, TOWN) is None
    there = paper("/1.pdf", f"แผนดำเนินงาน {TOWN} อ.เมืองสมมุติบุรี จ.สมมุติบุรี", BODY)
    assert foreign_owner(there, TOWN, home) is None


def test_a_partner_of_another_district_makes_our_paper_no_other() -> None:
    line = f"บันทึกข้อตกลง {TOWN} อำเภอเมือง จังหวัดสมมุติบุรี กับ อบต.บ้านอื่น อำเภอไกล จังหวัดต่างถิ่น"
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN, Place("เมือง", "สมมุติบุรี")) is None


@pytest.mark.parametrize(
    "line",
    [
        "คู่มือการใช้งานระบบจัดการเว็บไซต์ บริษัท เว็บสมมติ จำกัด",
        "นโยบายความเป็นส่วนตัว บริษัท เว็บสมมติ จำกัด",
    ],
)
def test_the_terms_of_who_made_the_website_are_not_ours(line: str) -> None:
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN) is not None
    assert foreign_owner(paper("/1.pdf", line, f"{TOWN} นำมาใช้"), TOWN) is None


def test_a_contractor_in_a_table_of_ours_is_no_owner() -> None:
    rows = "1 จ้างเหมาซ่อมถนน บริษัท ก่อสร้างสมมติ จำกัด 120,000 บาท"
    assert foreign_owner(paper("/1.pdf", "สรุปผลการจัดซื้อจัดจ้าง", rows), TOWN) is None


def test_the_ministry_is_named_as_the_owner_not_its_title() -> None:
    line = "คู่มือสำหรับประชาชน การขอรับบริการ กรมส่งเสริมการปกครองท้องถิ่น"
    assert foreign_owner(paper("/1.pdf", line, BODY), TOWN) == "กรมส่งเสริมการปกครองท้องถิ่น"


def test_a_misspelt_name_is_ours_only_in_our_own_district() -> None:
    document = paper("/1.pdf", "แผนดำเนินงาน เทศบาลตำบลทุ่งสมติ อำเภอเมือง จังหวัดสมมุติบุรี", BODY)
    assert foreign_owner(document, TOWN, Place("เมือง", "สมมุติบุรี")) is None
    assert foreign_owner(document, TOWN, Place("ไกล", "ต่างถิ่น")) is not None


def test_a_page_that_names_only_another_office_again_and_again_is_that_offices() -> None:
    said = ("อบต.เขาอื่น", "อบต.เขาอื่นประเมินความเสี่ยงแล้ว", "(นายสมมติ ตัวอย่าง) นายก อบต.เขาอื่น")
    taken = page("/risk", "การประเมินความเสี่ยงการทุจริต ปี 2566", *said)
    ours = page("/risk", "การประเมินความเสี่ยงการทุจริต ปี 2566", *said, f"ประกาศโดย {TOWN}")
    once = page("/road", "ซ่อมถนน", "ถนนสายเชื่อม อบต.เขาอื่น", "ทิศเหนือติดต่อกับ อบต.เขาอื่น")

    assert foreign_owner(taken, TOWN) == "อบต.เขาอื่น"
    assert foreign_owner(ours, TOWN) is None
    assert foreign_owner(once, TOWN) is None
