"""What is of the topic and never speaks of corruption is the ordinary thing, whatever its label."""

from __future__ import annotations

import pytest

from oit_audit.model import Document, Field, Form, Legibility, Picture
from tests.match.sites import LONG, candidates, link, page, paper
from tests.match.test_following import home

FIELDS = (Field("ชื่อผู้แจ้ง", "text"), Field("รายละเอียด", "textarea"))
ROADS = "แจ้งซ่อมถนน ท่อระบายน้ำ ไฟทาง และเสียงรบกวนในหมู่บ้าน เจ้าหน้าที่จะติดต่อกลับโดยเร็ว"
STEPS = "ขั้นตอน รับเรื่องภายในหนึ่งวัน ตรวจข้อเท็จจริงภายในสิบห้าวัน และแจ้งผลให้ทราบภายในสามสิบวัน"


def form() -> Form:
    return Form("https://town.test/send", "post", FIELDS, ("ส่งเรื่อง",), "form 1")


def rival(concept: str, label: str, target: Document) -> str | None:
    path = target.url.removeprefix("https://town.test")
    return candidates(concept, home(link(path, label)), target)[path].rival


@pytest.mark.parametrize(
    ("concept", "label", "target", "other"),
    [
        (
            "complaint_channel",
            "ช่องทางแจ้งเรื่องทุจริต",
            page("/c", "แจ้งเรื่องร้องเรียน ร้องทุกข์", ROADS, forms=(form(),)),
            "ordinary_complaints",
        ),
        (
            "complaint_guideline",
            "แนวปฏิบัติเรื่องร้องเรียนการทุจริต",
            paper("/g.pdf", "คู่มือการรับเรื่องร้องเรียน", STEPS),
            "ordinary_complaints",
        ),
        (
            "complaint_stats",
            "สถิติเรื่องร้องเรียนการทุจริต",
            paper("/s.pdf", "สถิติเรื่องร้องทุกข์ของประชาชน", ROADS),
            "ordinary_complaints",
        ),
        (
            "risk_assessment",
            "การประเมินความเสี่ยงการทุจริต",
            paper("/r.pdf", "แผนจัดการความเสี่ยงประจำปี", f"{LONG} น้ำท่วม ไฟไหม้ ระบบล่ม"),
            "ordinary_risks",
        ),
    ],
)
def test_a_target_of_the_topic_without_a_word_of_corruption_is_a_look_alike(
    concept: str, label: str, target: Document, other: str
) -> None:
    assert rival(concept, label, target) == other


@pytest.mark.parametrize(
    ("concept", "label", "target"),
    [
        (
            "complaint_channel",
            "ช่องทางแจ้งเรื่องทุจริต",
            page("/c", "แจ้งเรื่องร้องเรียน", "พบเจ้าหน้าที่ประพฤติมิชอบโปรดแจ้ง", forms=(form(),)),
        ),
        (
            "complaint_guideline",
            "แนวปฏิบัติเรื่องร้องเรียนการทุจริต",
            paper("/g.pdf", "คู่มือการรับเรื่องร้องเรียน", STEPS, "รวมถึงเรื่องเจ้าหน้าที่ทุจริต"),
        ),
        (
            "risk_assessment",
            "การประเมินความเสี่ยงการทุจริต",
            paper("/r.pdf", "การวิเคราะห์ความเสี่ยง", f"{LONG} เรื่องผลประโยชน์ทับซ้อน"),
        ),
        (
            "risk_assessment",
            "การประเมินความเสี่ยงการทุจริต",
            paper("/r.pdf", "ความเสี่ยงเกี่ยวกับความขัดแย้งทางผลประโยชน์", LONG, LONG),
        ),
    ],
)
def test_one_word_of_corruption_anywhere_is_enough(
    concept: str, label: str, target: Document
) -> None:
    assert rival(concept, label, target) is None


@pytest.mark.parametrize(
    "target",
    [
        page("/c", "แจ้งเรื่องร้องเรียน", "ติดต่อเรา"),
        page("/c", "แจ้งเรื่องร้องเรียน", ROADS, pictures=(Picture("/1.jpg", "", "picture 1"),)),
        page("/c", "แจ้งเรื่องร้องเรียน", ROADS, ROADS, legibility=Legibility.POOR),
        page("/c", "แบบส่งข้อความถึงนายก", ROADS, forms=(form(),)),
    ],
    ids=["says too little", "pictures may say it", "damaged words", "no name of the topic"],
)
def test_what_may_say_it_elsewhere_is_no_look_alike(target: Document) -> None:
    found = rival("complaint_channel", "ช่องทางแจ้งเรื่องทุจริต", target)
    assert found not in ("ordinary_complaints", "complaint_tracking")


def test_a_page_that_shows_what_we_could_not_read_is_no_look_alike() -> None:
    scan = paper("/scan.pdf", legibility=Legibility.NONE)
    shown = page("/g", "คู่มือการรับเรื่องร้องเรียน", STEPS, links=[link("/scan.pdf", "เปิดอ่าน")])
    entry = home(link("/g", "แนวปฏิบัติเรื่องร้องเรียนการทุจริต"))
    assert candidates("complaint_guideline", entry, shown, scan)["/g"].rival is None


def test_a_part_is_told_by_all_that_its_page_says() -> None:
    whole = page("/g", "การทุจริตและประพฤติมิชอบ", "คู่มือการรับเรื่องร้องเรียน", STEPS, STEPS)
    assert rival("complaint_guideline", "แนวปฏิบัติเรื่องร้องเรียนการทุจริต", whole) is None


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("ตรวจสอบสถานะเรื่องร้องเรียนของท่าน", "complaint_tracking"),
        ("แจ้งเรื่องร้องเรียนการทุจริตและติดตามสถานะ", None),
    ],
)
def test_a_page_that_only_follows_a_complaint_takes_none(title: str, other: str | None) -> None:
    target = page("/c", title, "กรอกเลขที่รับเรื่อง", forms=(form(),))
    assert rival("complaint_channel", "ช่องทางแจ้งเรื่องทุจริต", target) == other
