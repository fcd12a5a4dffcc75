"""Whether there is anything behind a label."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from oit_audit.judge.substance import (
    emptiness,
    is_a_few_words,
    is_bare,
    is_picture_only,
    leads_nowhere,
    without_explanation,
)
from oit_audit.model import (
    Block,
    Candidate,
    Document,
    Form,
    Legibility,
    Link,
    Media,
    Picture,
    Section,
    Table,
)
from tests.judge.cases import BODY, candidate
from tests.match.sites import link, page, paper, url

LABEL = "แผนดำเนินงาน"
PAGES: dict[str, dict[str, str]] = {
    name: told
    for name, told in yaml.safe_load(
        (Path(__file__).parents[1] / "thai" / "samples.yaml").read_text("utf-8")
    ).items()
    if not name.startswith("_")
}
FORM = Form(url("/ask"), "post", (), ("ส่ง",), "form")


def picture(name: str, alt: str = "") -> Picture:
    return Picture(url(f"/{name}"), alt, "img")


def reason(document: Document) -> str:
    found = emptiness(document, LABEL)
    return found.en if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "อยู่ระหว่างปรับปรุง",
        "กำลังรวบรวมเอกสาร โปรดกลับมาใหม่ภายหลัง",
        "ยังไม่มีข้อมูล",
        "อยู่ระหว่างดำเนินการจัดทำข้อมูล",
        "COMING SOON",
        "ไม่พบหน้าที่คุณต้องการ",
        "Lorem ipsum dolor",
    ],
)
def test_a_page_that_says_that_it_is_unfinished_is_empty(text: str) -> None:
    assert reason(page("/a", LABEL, text)) == f"the page holds nothing yet (it says “{text}”)"


def test_a_long_page_may_say_of_a_part_that_it_is_unfinished() -> None:
    assert reason(page("/a", LABEL, *[BODY] * 6, "ส่วนที่ 4 อยู่ระหว่างจัดทำ")) == ""


def test_a_long_page_that_nobody_has_touched_is_empty_however_long() -> None:
    assert "Lorem" in reason(page("/a", LABEL, *[BODY] * 6, "Lorem ipsum dolor sit amet"))


def test_an_unfinished_word_in_a_cell_is_quoted_as_we_know_it() -> None:
    table = Table((("แผน",), ("รอข้อมูล",)), "table 1")
    assert "“รอข้อมูล”" in reason(page("/a", LABEL, tables=(table,)))


def test_a_form_speaks_for_itself_whatever_stands_beside_it() -> None:
    assert reason(page("/a", LABEL, "ยังไม่มีข้อมูล", forms=(FORM,))) == ""


def test_a_heading_alone_is_empty() -> None:
    alone = page("/a", LABEL, "แผนดำเนินงาน")
    assert reason(alone).startswith("a heading only")


@pytest.mark.parametrize(
    "document",
    [
        page("/a", LABEL, BODY),
        page("/a", LABEL, forms=(FORM,)),
        page("/a", LABEL, pictures=(picture("chart2566.jpg", "แผนผัง"),)),
        page("/a", LABEL, tables=(Table((("เดือน", "คน"), ("", "12")), "table 1"),)),
    ],
    ids=["words", "form", "picture", "figures"],
)
def test_words_forms_pictures_and_figures_are_something(document: Document) -> None:
    assert reason(document) == ""


@pytest.mark.parametrize(
    "document",
    [
        page("/a", LABEL, pictures=(picture("icon-pdf.png"), picture("new.gif", "ใหม่ "))),
        page(
            "/a",
            LABEL,
            links=[link("/1.pdf", "เล่มแผน")],
            pictures=(picture("cover.jpg", "เล่มแผน"),),
        ),
        page(
            "/a",
            LABEL,
            links=[link("/1.pdf", "66")],
            tables=(Table((("ปี",), ("66",)), "table 1"),),
        ),
    ],
    ids=["icons", "faces of links", "cells that are links"],
)
def test_what_decorates_links_is_nothing(document: Document) -> None:
    assert reason(document).startswith("a heading only")


def test_a_paper_without_a_word_is_empty_but_a_scan_is_not() -> None:
    assert reason(paper("/1.pdf")) == "the file holds no text"
    assert reason(paper("/1.pdf", "x")) == ""
    assert reason(paper("/1.pdf", legibility=Legibility.NONE)) == ""


def test_what_a_page_says_beyond_label_links_and_dates_makes_it_more_than_bare() -> None:
    silent = [
        LABEL,
        "เล่มแผน 1",
        "เผยแพร่เมื่อ 5 มกราคม 2566 โดย ผู้เข้าชม 120 ครั้ง",
        "แผนงานของเรา",
    ]
    sections = [Section("แผนงานของเรา", 0, 2)]
    bare = page("/a", LABEL, *silent, links=[link("/1.pdf", "เล่มแผน")], sections=sections)
    assert is_bare(bare, LABEL)
    assert not is_bare(replace(bare, blocks=(*bare.blocks, Block(BODY, "p"))), LABEL)


def test_a_law_year_in_the_text_is_words() -> None:
    said = "ตามพระราชบัญญัติเทศบาล พ.ศ. 2496 มาตรา 50"
    assert not is_bare(page("/a", LABEL, said), LABEL)


def test_cells_below_the_header_count_as_words() -> None:
    rows = (("หัวตารางที่ยาวพอสมควรแต่เป็นเพียงหัวตาราง",), (BODY,))
    assert not is_bare(page("/a", LABEL, tables=(Table(rows, "table 1"),)), LABEL)
    assert is_bare(page("/a", LABEL, tables=(Table(rows[:1], "table 1"),)), LABEL)


def test_lines_that_came_with_the_theme_say_nothing() -> None:
    sample = "Some quick example text to build on the card title and make up the bulk of the card."
    assert reason(page("/a", LABEL, sample, "อ่านเพิ่มเติม")).startswith("a heading only")
    assert reason(page("/a", LABEL, sample, BODY)) == ""


def test_the_heads_of_a_list_without_entries_say_nothing() -> None:
    heads = ["ลำดับ", "เรื่อง", "วันที่", "กลุ่มงาน", "เปิดดู"] * 4
    assert reason(page("/a", LABEL, *heads)).startswith("a heading only")
    assert reason(page("/a", LABEL, *heads, "1", BODY, "5 ม.ค. 66")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "○ แสดงแผนการดำเนินภารกิจของหน่วยงาน",
        "เป็นแผนที่มีระยะเวลา 1 ปี และประกอบด้วย",
        "สามารถเข้าถึงหรือเชื่อมโยงไปยังช่องทางข้างต้นได้จากเว็บไซต์หลัก",
        "กรณีไม่มีการจัดซื้อ ให้หน่วยงานอธิบายเพิ่มเติม",
        "โดยมีข้อมูลรายละเอียดอย่างน้อยประกอบด้วย",
        "องค์ประกอบด้านข้อมูล",
        'อยู่ที่เมนู "แผนงาน / งบประมาณ" หัวข้อ "แผนดำเนินงาน" >> แผนดำเนินงาน ปีงบประมาณ พ.ศ. 2566',
        "1.ไปที่เมนู บริการประชาชน",
        "คลิกหัวข้อ เพื่อดู URL",
    ],
)
def test_the_assessors_explanation_is_not_what_the_office_shows(text: str) -> None:
    table = Table((("ข้อ", text),), "table 1")
    seen = without_explanation(page("/a", LABEL, text, BODY, tables=(table,)))
    assert [block.text for block in seen.blocks] == [LABEL, BODY]
    assert seen.tables[0].rows == (("ข้อ", ""),)


@pytest.mark.parametrize(
    "text",
    ["แสดงเจตจำนงสุจริต", "แสดงความคิดเห็น", "รายงานแสดงผลการดำเนินงาน", "อยู่ที่ตำบลทดสอบ", BODY],
)
def test_the_offices_own_words_stay(text: str) -> None:
    whole = page("/a", LABEL, text)
    assert without_explanation(whole) is whole


def test_headings_and_papers_are_no_explanation() -> None:
    heading = page("/a", "แสดงแผน", BODY)
    written = paper("/1.pdf", "แสดงแผนการดำเนินภารกิจ")
    assert without_explanation(heading) is heading
    assert without_explanation(written) is written


def test_a_page_that_says_all_in_pictures_is_known() -> None:
    shown = page("/a", LABEL, pictures=(picture("scan1.jpg"),))
    assert is_picture_only(shown, LABEL)
    assert not is_picture_only(replace(shown, forms=(FORM,)), LABEL)
    assert not is_picture_only(page("/a", LABEL, BODY, pictures=shown.pictures), LABEL)
    assert not is_picture_only(page("/a", LABEL), LABEL)
    assert not is_picture_only(replace(shown, media=Media.PDF), LABEL)


def part(*text: str, links: tuple[Link, ...] = (), **more: object) -> Candidate:
    held = page("/a", LABEL, *text, links=links)
    return candidate(held, **{"is_part": True, **more})


def test_a_few_words_under_a_heading_are_known() -> None:
    assert is_a_few_words(part(BODY))
    assert not is_a_few_words(part(*[BODY] * 9))
    assert not is_a_few_words(part(BODY, is_part=False))
    assert not is_a_few_words(part(BODY, live_links=1))
    assert not is_a_few_words(candidate(page("/a#x", LABEL, BODY), is_part=True))
    shown = page("/a", LABEL, BODY, pictures=(picture("scan.jpg"),))
    assert not is_a_few_words(candidate(shown, is_part=True))


def test_words_beside_dead_links_only_lead_nowhere() -> None:
    assert leads_nowhere(part(BODY, dead_links=1))
    assert leads_nowhere(part(BODY, dead_links=1, is_part=False))


def test_what_also_says_or_opens_something_does_not_lead_nowhere() -> None:
    assert leads_nowhere(part(BODY)) is None
    assert leads_nowhere(part(BODY, dead_links=1, live_links=1)) is None
    assert leads_nowhere(part(*[BODY] * 9, dead_links=1)) is None
    assert leads_nowhere(part(*[BODY] * 3, dead_links=1, is_part=False)) is None
    shown = page("/a", LABEL, pictures=(picture("scan.jpg"),))
    assert leads_nowhere(candidate(shown, dead_links=1)) is None


def test_a_paper_is_more_than_its_dead_links() -> None:
    scan = replace(paper("/scan.pdf"), legibility=Legibility.NONE)
    assert leads_nowhere(candidate(scan, dead_links=1)) is None


@pytest.mark.parametrize("name", PAGES)
def test_what_a_builder_left_or_promises_is_empty(
    name: str,
) -> None:
    told = PAGES[name]
    shown = page("/a", told.get("title", LABEL), told["text"])
    assert (emptiness(shown, LABEL) is None) is (told["is"] == "own")


@pytest.mark.parametrize(
    "text",
    [
        "ขออภัย กำลังดำเนินการปรับปรุงเว็บไซต์",
        "ข้อมูลอยู่ในระหว่างการอัปโหลด",
        "รอการนำเข้าข้อมูลจากกองคลัง",
        "อยู่ระหว่างเรียบเรียงข้อมูล",
        "There are no articles in this category.",
        "หน้านี้กำลังพัฒนาระบบ",
    ],
)
def test_a_promise_in_any_wording_is_no_content(text: str) -> None:
    assert reason(page("/a", LABEL, text)).startswith("the page holds nothing yet")


@pytest.mark.parametrize(
    "text",
    [
        "ตำบลกำลังพัฒนาให้เป็นเมืองน่าอยู่ตามวิสัยทัศน์ของผู้บริหารท้องถิ่น",
        "มีเรื่องร้องเรียน 1 เรื่อง อยู่ระหว่างแก้ไขปัญหาให้ผู้ร้องในหมู่ที่ 4",
        "เจ้าหน้าที่กำลังให้บริการประชาชนที่มารอรับบริการ ณ จุดเดียวเบ็ดเสร็จ",
    ],
)
def test_work_on_something_else_is_content(text: str) -> None:
    assert reason(page("/a", LABEL, text)) == ""


PARTS_WITHOUT = [
    ("ค่าธรรมเนียม", "ไม่มี", "เอกสาร", "สำเนาบัตรประชาชน 1 ฉบับ ยื่นที่กองคลัง"),
    ("ขั้นตอน ยื่นคำขอที่กองคลังแล้วรอรับใบเสร็จ", "เอกสารที่ใช้: ไม่มีเอกสาร"),
    ("ไม่มีเอกสารที่ต้องใช้ เพียงแจ้งชื่อที่เคาน์เตอร์", "เจ้าหน้าที่ตรวจสอบและออกใบรับภายในวัน"),
]


@pytest.mark.parametrize("lines", PARTS_WITHOUT)
def test_a_part_without_papers_does_not_empty_its_page(lines: tuple[str, ...]) -> None:
    assert reason(page("/a", LABEL, *lines)) == ""


@pytest.mark.parametrize("text", ["ไม่มีเอกสาร", "ไม่พบข้อมูล", "- ยังไม่มีข้อมูล -", "ไม่มีไฟล์แนบ"])
def test_a_page_that_only_says_that_there_is_nothing_is_empty(text: str) -> None:
    assert "holds nothing yet" in reason(page("/a", LABEL, text, "เขียนโดย admin", "ฮิต: 12"))
