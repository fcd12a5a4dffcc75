"""Pages are evidence by what they show and by how their first line begins, whatever their name."""

from __future__ import annotations

import pytest

from oit_audit.match.own_names import headline
from oit_audit.model import Document, Field, Form, Picture
from tests.match.sites import candidates, link, matches, page
from tests.match.test_following import home

OFFICE = "99 หมู่ 1 ต.ทุ่งสมมติ อ.เมือง จ.สมมุติบุรี 60000 โทร 0 5600 0000 อีเมล saraban@thung.example"
ASK = Form("/ask", "post", (Field("ข้อความ", "textarea"),), ("ส่ง",), "form 1")


def held(concept: str, target: Document, label: str = "คุยกันเถอะ") -> bool:
    return "/x" in candidates(concept, home(link("/x", label)), target)


def test_questions_with_answers_beside_a_form_are_a_channel_to_ask() -> None:
    said = "คำถาม: น้ำไม่ไหลทำอย่างไร", "คำตอบ: แจ้งกองช่าง"
    assert held("qa", page("/x", "คุยกันเถอะ", *said, forms=(ASK,)))
    assert not held("qa", page("/x", "คุยกันเถอะ", *said))
    assert not held("qa", page("/x", "คุยกันเถอะ", "ผู้ตอบแบบสอบถามทั้งหมด 20 คน", forms=(ASK,)))


def test_address_telephone_and_mail_are_an_office_to_reach() -> None:
    assert held("contact", page("/x", "ข้อมูลพื้นฐาน", OFFICE), "ข้อมูลพื้นฐาน")
    without = OFFICE.partition("อีเมล")[0]
    assert not held("contact", page("/x", "ข้อมูลพื้นฐาน", without), "ข้อมูลพื้นฐาน")


def test_a_page_that_is_called_something_else_is_no_office() -> None:
    assert not held("contact", page("/x", "แผนดำเนินงาน", OFFICE), "แผนดำเนินงาน")


def cards(*, telephone: bool) -> Document:
    people = ("นายกล้า สมมติ", "นางแก้ว ทดสอบ", "นายคำ ตัวอย่าง")
    lines = [
        f"{name} หัวหน้าสำนัก {f'โทร 08 0000 110{n}' if telephone else ''}"
        for n, name in enumerate(people)
    ]
    photos = tuple(Picture(f"/{n}.jpg", name, "picture") for n, name in enumerate(people))
    return page("/x", "ผังองค์กร", *lines, pictures=photos)


@pytest.mark.parametrize("telephone", [True, False])
def test_a_chart_of_cards_may_show_the_executives(telephone: bool) -> None:
    found = matches(home(link("/x", "ผังองค์กร")), cards(telephone=telephone))
    shown = [c for c in found.unclaimed if c.concept == "executives"]
    assert [c.rival for c in shown] == ([None] if telephone else [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("การมีส่วนร่วมของประชาชน: วันที่ 3 มกราคม 2566", "การมีส่วนร่วมของประชาชน"),
        ("แผนดำเนินงาน – กองช่าง", "แผนดำเนินงาน"),
        ("เวลา 08:30 น. เปิดทำการ", ""),
        ("แผนดำเนินงานประจำปี", ""),
        ("ที่: 5", ""),
    ],
)
def test_a_headline_stands_before_a_colon_or_a_dash(line: str, name: str) -> None:
    assert headline(line) == name


def test_a_headline_names_a_page_that_nothing_else_names() -> None:
    told = "การมีส่วนร่วมของประชาชน: ชาวบ้านเสนอโครงการ 14 เรื่อง"
    assert held("participation", page("/x", "คุยกันเถอะ", told))
    assert not held("participation", page("/x", "โครงสร้าง", told), "โครงสร้าง")
