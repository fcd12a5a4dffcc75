"""A paper that names itself, in words that are not the concept's, is no more than a neighbour."""

from __future__ import annotations

import pytest

from oit_audit.match.strangers import is_stranger
from tests.match.sites import LONG, candidates, lexicon, link, page, paper
from tests.match.test_following import home


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("แบบฟอร์มคำร้องทั่วไป องค์การบริหารส่วนตำบลหนองสมมติ", "annual_report"),
        ("คำสั่งเทศบาลตำบลทุ่งสมมติ ที่ 12/2566 เรื่อง แต่งตั้งคณะกรรมการ", "annual_report"),
        ("คู่มือการเลี้ยงสุนัขและแมว", "strategic_plan"),
        ("บัญชีรายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ", "integrity_measures"),
    ],
)
def test_who_says_something_else_in_words_we_do_not_know_is_a_stranger(
    name: str, concept: str
) -> None:
    assert is_stranger([name], lexicon(), concept)


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("", "annual_report"),
        ("เอกสารแนบ 1", "annual_report"),
        ("scan0001.pdf", "annual_report"),
        ("Microsoft Word - รายงาน", "annual_report"),
        ("องค์การบริหารส่วนตำบลหนองสมมติ อำเภอเมือง จังหวัดนครสมมติ", "annual_report"),
        ("บันทึกข้อความ ส่วนราชการ สำนักปลัด ที่ นฐ 71001/123 วันที่ 5 ตุลาคม 2565", "annual_report"),
        ("ปีใหม่นี้งดให้ งดรับ ของขวัญ", "no_gift_culture"),
        ("ร้องเรียนเรื่องทุจริตของเจ้าหน้าที่ ปี 65 มีกี่เรื่อง", "complaint_stats"),
    ],
)
def test_who_says_nothing_or_speaks_of_the_topic_is_none(name: str, concept: str) -> None:
    assert not is_stranger([name], lexicon(), concept)


def test_a_form_in_a_list_of_plans_is_a_stranger_and_the_plan_is_not() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page(
            "/plans",
            "แผนดำเนินงาน",
            links=[
                link("/1.pdf", "ดาวน์โหลด"),
                link("/2.pdf", "ดาวน์โหลด"),
                link("/3.pdf", "ดาวน์โหลด"),
            ],
        ),
        paper("/1.pdf", "แบบฟอร์มคำร้องทั่วไปสำหรับประชาชน", LONG),
        paper("/2.pdf", "แผนดำเนินงานประจำปีงบประมาณ 2566", LONG),
        paper("/3.pdf", "เอกสารแนบ"),
    )

    assert {url: each.is_stranger for url, each in found.items() if url != "/plans"} == {
        "/1.pdf": True,
        "/2.pdf": False,
        "/3.pdf": False,
    }


@pytest.mark.parametrize(
    ("heading", "name", "stranger"),
    [
        ("O30 การเปิดโอกาสให้เกิดการมีส่วนร่วม", "ประชุมประชาคมหมู่บ้านเพื่อทำแผน", False),
        ("O30 การเปิดโอกาสให้เกิดการมีส่วนร่วม", "เวทีประชาพิจารณ์ผังเมืองใหม่", False),
        ("การเปิดโอกาสให้เกิดการมีส่วนร่วม", "ประชุมประชาคมหมู่บ้านเพื่อทำแผน", True),
        ("O30 การเปิดโอกาสให้เกิดการมีส่วนร่วม", "แบบฟอร์มลงชื่อประชุมประชาคมหมู่บ้าน", True),
        ("O30 การเปิดโอกาสให้เกิดการมีส่วนร่วม", "คู่มือการเลี้ยงสุนัขและแมว", True),
    ],
)
def test_what_is_usually_done_counts_under_its_number_and_title(
    heading: str, name: str, stranger: bool
) -> None:
    found = candidates(
        "participation",
        home(link("/1.pdf", "ดาวน์โหลด", context=(heading,))),
        paper("/1.pdf", name, LONG),
    )
    assert found["/1.pdf"].is_stranger is stranger
