"""What stands right below the label that a template repeats is what a page is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.model import Block, Document, Table
from tests.match.sites import candidates, link, page
from tests.match.test_following import home
from tests.match.test_ordinary import form

MATTER = "มีนาคม 803 ครั้ง เมษายน 806 ครั้ง พฤษภาคม 809 ครั้ง รายละเอียดปรากฏตามจำนวนข้างต้นทุกวัน"


def rival(concept: str, label: str, target: Document) -> str | None:
    return candidates(concept, home(link("/t", label)), target)["/t"].rival


def under(label: str, heading: str, *text: str) -> Document:
    """Return a page under a label whose own heading is another."""
    held = page("/t", label, MATTER)
    lines = (Block(heading, "h2", heading=2), *(Block(line, "p") for line in text or (MATTER,)))
    return replace(held, blocks=(held.blocks[0], *lines))


@pytest.mark.parametrize(
    ("other", "concept", "label", "heading"),
    [
        ("site_security_policy", "pdpa_policy", "ประกาศความเป็นส่วนตัว",
         "แนวปฏิบัติความมั่นคงปลอดภัยสารสนเทศ"),
        ("site_security_policy", "pdpa_policy", "นโยบายความเป็นส่วนตัว",
         "Website Security Policy"),
        ("site_visitors", "service_stats", "สถิติการรับบริการ",
         "จำนวนผู้เยี่ยมชมเว็บไซต์ ประจำปี 2566"),
        ("site_visitors", "service_stats", "สถิติผู้มารับบริการ",
         "สถิติการเข้าใช้งานเว็บไซต์รายเดือน"),
        ("ordinary_complaints", "complaint_stats", "สถิติเรื่องร้องเรียนการทุจริต",
         "สถิติเรื่องร้องทุกข์ทั่วไป รายเดือน"),
        ("disaster_plan", "anticorruption_plan", "แผนปฏิบัติการป้องกันการทุจริต",
         "แผนป้องกันและบรรเทาสาธารณภัย"),
        ("frequent_questions", "qa", "ถามตอบ (Q&A)",
         "คำถามยอดนิยม"),
        ("news_of_others", "news", "ข่าวสาร",
         "ข่าวจากกรมการปกครอง"),
    ],
)  # fmt: skip
def test_a_look_alike_right_below_the_label_is_what_the_page_is(
    other: str, concept: str, label: str, heading: str
) -> None:
    assert rival(concept, label, under(label, heading)) == other


@pytest.mark.parametrize(
    ("concept", "label", "target"),
    [
        ("pdpa_policy", "ประกาศความเป็นส่วนตัว", under("ประกาศความเป็นส่วนตัว", "วัตถุประสงค์ของการจัดเก็บ")),
        (
            "pdpa_policy",
            "ประกาศความเป็นส่วนตัว",
            under(
                "ประกาศความเป็นส่วนตัว",
                "แนวปฏิบัติความมั่นคงปลอดภัยสารสนเทศ",
                "เทศบาลเก็บข้อมูลส่วนบุคคลเท่าที่จำเป็น",
            ),
        ),
        (
            "service_stats",
            "สถิติการรับบริการ",
            under("สถิติการรับบริการ", "จำนวนผู้เยี่ยมชมเว็บไซต์", "สถิติการให้บริการ ณ สำนักงาน"),
        ),
        ("news", "ข่าวสาร", under("ข่าวสาร", "ข่าวจากจังหวัด", "ข่าวกิจกรรมของเทศบาล")),
        ("contact", "ติดต่อเรา", under("ติดต่อเรา", "กองช่าง", "โทร 0 2000 0000")),
    ],
)
def test_what_may_still_be_about_the_label_is_no_look_alike(
    concept: str, label: str, target: Document
) -> None:
    assert rival(concept, label, target) is None


def test_a_form_or_more_tables_may_hold_what_the_label_says() -> None:
    asks = under("ถามตอบ (Q&A)", "คำถามยอดนิยม")
    table = Table((("เรื่อง", "จำนวน"), ("ทะเบียน", "12")), "table 1")
    counts = under("สถิติการรับบริการ", "จำนวนผู้เยี่ยมชมเว็บไซต์")
    with_form = replace(asks, forms=(form(),))
    with_tables = replace(counts, tables=(table, table))
    assert rival("qa", "ถามตอบ (Q&A)", with_form) is None
    assert rival("service_stats", "สถิติการรับบริการ", with_tables) is None
