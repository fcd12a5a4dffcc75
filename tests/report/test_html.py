"""What the page says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from oit_audit.model import Sureness, Text
from oit_audit.report import render
from tests.report import accepted, audits
from tests.report.pages import item, page, words


def test_the_page_reads_as_accepted() -> None:
    accepted.agrees("audit.th.html", render("html", audits.every_status(), "th"))


def test_a_mayor_sees_whose_site_which_year_and_which_day_first() -> None:
    head = words(page(audits.every_status()).css_first("header"))

    assert "เทศบาลตำบลบ้านสวนหมอก" in head
    assert "ปีงบประมาณ พ.ศ. 2569" in head
    assert "21 พฤศจิกายน 2569" in head
    assert "เชียงสมมุติ" in head


def test_the_score_stands_with_its_range_level_and_that_it_is_an_estimate() -> None:
    score = words(page(audits.every_status()).css_first(".score"))

    assert "73.41 จาก 100 คะแนน" in score
    assert "ระหว่าง 73.41 ถึง 78.41" in score
    assert "ระดับ C" in score
    assert "ประมาณ" in score


def test_a_score_without_range_or_level_says_neither() -> None:
    score = words(page(audits.all_met()).css_first(".score"))

    assert "ระหว่าง" not in score
    assert "ระดับ" not in score


@pytest.mark.parametrize(
    ("build", "heading"),
    [
        (audits.every_status, "ผลนี้ยังไม่สมบูรณ์: ตรวจเว็บไซต์ได้เพียงบางส่วน"),
        (audits.nothing_seen, "เข้าตรวจเว็บไซต์ไม่ได้"),
    ],
)
def test_an_incomplete_look_is_a_banner_before_everything_else(build: object, heading: str) -> None:
    assert callable(build)
    first = page(build()).css_first("main > section")

    assert first is not None
    assert "banner" in (first.attributes["class"] or "")
    assert heading in words(first)
    assert "รอคำตอบนานเกินกำหนด" in words(first)


def test_a_complete_look_has_no_banner() -> None:
    assert page(audits.all_met()).css_first(".banner") is None


def test_a_site_that_never_answered_gets_no_points() -> None:
    tree = page(audits.nothing_seen())

    assert "ยังให้คะแนนไม่ได้" in words(tree.css_first(".score"))
    assert "0.00" not in words(tree.css_first("#summary").parent)  # type: ignore[union-attr]


def test_statuses_are_counted_and_explained() -> None:
    rows = [words(row) for row in page(audits.every_status()).css(".counts tbody tr")]

    assert len(rows) == 6
    assert rows[1] == "ไม่ครบ พบข้อมูลแล้ว แต่ยังขาดบางองค์ประกอบ 2"


def test_scores_of_indicators_are_bars_with_words() -> None:
    rows = page(audits.every_status()).css(".indicators tbody tr")

    assert words(rows[0]) == "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล 78.06 14 จาก 17"
    assert words(rows[1]) == "9.1 ข้อมูลพื้นฐาน 88.89 8 จาก 9"
    assert words(rows[4]) == "ตัวชี้วัดย่อยที่ 10.1 คะแนนต่ำสุด 37.50 3 จาก 8"
    labels = [svg.attributes["aria-label"] for row in rows for svg in row.css("svg")]
    assert labels[1] == "88.89 จาก 100 คะแนน"


def test_what_to_fix_first_is_sorted_by_points_and_by_unit() -> None:
    tree = page(audits.every_status())

    ids = [words(link.css_first(".id")) for link in tree.css("table.fix tbody a")]
    assert ids == ["o12", "o10", "o2"]
    assert words(tree.css("table.units tbody tr")[1]) == "กองคลัง o10 +1.25 คะแนน"


def test_nothing_seen_is_not_nothing_to_fix() -> None:
    assert "ไม่มีข้อที่ต้องแก้ไข" not in words(page(audits.nothing_seen()).css_first("main"))


def test_an_undecided_item_says_what_to_do_only_if_a_person_finds_nothing() -> None:
    card = words(item(page(audits.every_status()), "o17"))

    assert "หากตรวจแล้วไม่พบ เผยแพร่" in card
    assert "สิ่งที่ต้องทำ" not in card


def test_undecided_items_are_listed_apart() -> None:
    tree = page(audits.every_status())
    section = tree.css_first("section[aria-labelledby=look]")

    assert "o17 E-Service" in words(section)
    assert page(audits.all_met()).css_first("#look") is None
    assert "ไม่มีข้อที่ต้องแก้ไข" in words(page(audits.all_met()).css_first("main"))


def test_an_item_says_what_is_missing_who_acts_and_what_it_is_worth() -> None:
    card = words(item(page(audits.every_status()), "o2"))

    for part in (
        "ไม่ครบ",
        "พบหน้าผู้บริหารแล้ว แต่ขาดรูปถ่ายและช่องทางการติดต่อ",
        "สิ่งที่ต้องทำ เผยแพร่ข้อมูลผู้บริหาร",
        "รูปถ่าย – เพิ่มรูปถ่ายในหน้านี้",
        "งานประชาสัมพันธ์ (สำนักปลัด)",
        "+1.11 คะแนน",
        "สูง",
        "ตรวจได้ครบถ้วน",
        "ประวัติการดำรงตำแหน่ง",
        "ใช้ประกอบการพิจารณาเท่านั้น",
        "เอกสารเป็นภาพสแกน",
    ):
        assert part in card, part


def test_evidence_has_a_link_an_address_a_quote_a_path_and_a_year() -> None:
    shown = item(page(audits.every_status()), "o1").css_first(".shown")
    assert shown is not None

    link = shown.css_first("a")
    assert link is not None
    assert link.attributes["href"] == audits.HOME + "o1/แผน"
    assert words(shown.css_first(".address")) == audits.HOME + "o1/แผน"
    assert words(shown.css_first("blockquote")) == "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)"
    assert "หน้าหลัก › ข้อมูลเผยแพร่ › แผนพัฒนา" in words(shown)
    assert "พ.ศ. 2569" in words(shown)
    assert "หัวข้อ" in words(shown)
    assert "20 พฤศจิกายน 2569 เวลา 10.04 น." in words(shown)


def test_long_lists_end_with_how_many_more() -> None:
    card = words(item(page(audits.every_status()), "o2"))

    assert "หลักฐานอื่น (8)" in card
    assert "หน้าที่พิจารณาแล้วแต่ไม่ใช้เป็นหลักฐาน (15)" in card
    assert "และอีก 5 รายการ" in card
    assert "และอีก 7 รายการ" in card
    finding = audits.every_status().site_findings[1]
    many = page(replace(audits.every_status(), site_findings=(finding,) * 130))
    assert "และอีก 10 รายการ" in words(many.css_first("section[aria-labelledby=site]"))


def test_rejected_candidates_are_folded_away_with_their_reasons() -> None:
    folded = item(page(audits.every_status()), "o2").css("details")[-1]

    assert "open" not in folded.attributes
    assert "เป็นข่าวกิจกรรม ไม่ใช่หน้าผู้บริหาร" in words(folded)


def test_a_waived_item_says_so() -> None:
    assert "รอสภาท้องถิ่นเห็นชอบ" in words(item(page(audits.every_status()), "o4"))


def test_what_people_decided_stands_beside_what_was_found() -> None:
    section = page(audits.every_status()).css_first("section[aria-labelledby=decided]")
    assert section is not None

    told = words(section)
    assert "o4" in told
    assert "ข้อมูลเก่า" in told
    assert "ได้รับการผ่อนผัน รอสภาท้องถิ่นเห็นชอบ" in told
    assert "นักวิเคราะห์นโยบายและแผน เมื่อ 2 พฤศจิกายน 2569, ใช้ได้ถึง 31 ธันวาคม 2569" in told
    assert page(audits.all_met()).css_first("#decided") is None


def test_skipped_addresses_are_folded_with_counts_per_reason() -> None:
    section = page(audits.every_status()).css_first("section[aria-labelledby=skipped]")
    assert section is not None

    first = section.css_first("tbody tr")
    assert words(first).startswith("รอคำตอบนานเกินกำหนด ตรวจใหม่เมื่อเว็บไซต์ตอบเร็วขึ้น 21")
    assert "และอีก 13 รายการ" in words(first)
    assert page(audits.all_met()).css_first("#skipped") is None


def test_how_it_was_judged_is_told() -> None:
    how = words(page(audits.every_status()).css_first("section[aria-labelledby=how]"))

    for part in (
        "oit-audit 0.1.0",
        "sha256:" + "1" * 64,
        "sha256:" + "2" * 64,
        "21 พฤศจิกายน 2569",
        "เป็นการประมาณ",
        "ไม่ทำให้ข้อใดไม่ผ่าน",
    ):
        assert part in how, part


def test_the_english_page_is_english() -> None:
    tree = page(audits.every_status(), "en")
    for foreign in tree.css('[lang="th"]'):
        foreign.decompose()
    for unmarked in tree.css("style, title"):
        unmarked.decompose()

    assert not re.search("[ก-๙]", words(tree.css_first("html")))


def test_an_item_without_remedy_or_unit_leaves_no_empty_box() -> None:
    audit = audits.every_status()
    bare = replace(audit.verdicts[5], remedy=Text(th="", en=""))

    card = item(page(replace(audit, verdicts=(bare,))), "o17")

    assert card.css_first(".todo") is None
    assert "ไม่ได้ระบุหน่วยงาน" in words(card)


def test_a_large_audit_stays_under_half_a_megabyte() -> None:
    audit = audits.every_status()
    executives = audit.verdicts[1]
    many = tuple(
        replace(
            executives,
            id=f"o{n}",
            elements=executives.elements,
            evidence=executives.evidence[:3],
            rejected=executives.rejected[:6],
        )
        for n in range(1, 44)
    )
    skipped = audit.reach.skipped * 100

    data = render(
        "html", replace(audit, verdicts=many, reach=replace(audit.reach, skipped=skipped)), "th"
    )

    assert len(data) < 500_000


def test_what_the_program_is_not_sure_of_asks_to_check_at_the_top_and_on_its_item() -> None:
    audit = audits.every_status()
    unsure = replace(audit.verdicts[0], confidence=Sureness.LOW)
    shown = page(replace(audit, verdicts=(unsure, *audit.verdicts[1:])))

    summary = words(shown.css_first("section[aria-labelledby=summary]"))
    assert "โปรดตรวจสอบด้วยตนเอง 2 ข้อ" in summary
    links = shown.css("section[aria-labelledby=summary] .check a")
    assert [link.attributes["href"] for link in links] == ["#item-o1", "#item-o17"]
    assert "โปรดตรวจสอบด้วยตนเอง" in words(item(shown, "o1"))
    assert "โปรดตรวจสอบด้วยตนเอง" not in words(item(shown, "o2"))


def test_nothing_asks_to_check_where_all_is_sure() -> None:
    assert "โปรดตรวจสอบ" not in words(page(audits.all_met()).css_first("main"))
