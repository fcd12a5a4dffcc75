"""Pages that list the items by number: when a bare number counts, and for which year."""

from __future__ import annotations

from typing import Any

import pytest

from oit_audit.match.index_pages import index_year, read_index
from oit_audit.model import Document, Section
from tests.match.sites import candidates, lexicon, link, numbering, page, paper

TITLES_2566 = [
    "O1 โครงสร้าง",
    "O2 ข้อมูลผู้บริหาร",
    "O3 อำนาจหน้าที่",
    "O4 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน",
    "O5 ข้อมูลการติดต่อ",
    "O6 กฎหมายที่เกี่ยวข้อง",
    "O7 ข่าวประชาสัมพันธ์",
]


def index(*labels: str) -> Document:
    return page("/ita", "ITA 2566", links=[link(f"/{n}", text) for n, text in enumerate(labels)])


def read(page: Document) -> dict[str, tuple[str, ...]]:
    return dict(read_index(page, lexicon(), numbering()).by_label)


def test_a_number_without_words_counts_among_titles_that_agree_with_a_year() -> None:
    assert read(index(*TITLES_2566, "O36")) == {"O36": numbering()[2566][36]}


def test_the_year_is_the_one_whose_list_agrees_best() -> None:
    older = ["O18 แผนการใช้จ่ายงบประมาณประจำปี", "O19 รายงานการกำกับติดตามการใช้จ่ายงบประมาณ รอบ 6 เดือน"]
    newer = ["O18 E-Service"]
    years = [
        index_year(
            {text: int(text[1:].split()[0]) for text in (*TITLES_2566, *more)},
            lexicon(),
            numbering(),
        )
        for more in (older, newer)
    ]
    assert years[0] in (2563, 2564, 2565)
    assert years[1] == 2566


def test_a_number_counts_for_nothing_where_the_titles_disagree() -> None:
    moved = [f"O{n}{title[2:]}" for n, title in enumerate(TITLES_2566, 20)]
    assert read(index(*moved, "O36")) == {}


def test_a_number_counts_for_nothing_on_a_page_with_few_titles() -> None:
    assert read(index(*TITLES_2566[:4], "O36")) == {}


def test_a_list_of_numbers_alone_says_nothing() -> None:
    assert read(index(*(f"O{n}" for n in range(1, 44)))) == {}


def test_codes_of_another_list_are_no_numbers_of_ours() -> None:
    assert read(index(*TITLES_2566, "MOIT 36")) == {}


def test_a_number_that_the_year_does_not_have_stands_for_nothing() -> None:
    assert read(index(*TITLES_2566, "O48")) == {}


def test_words_that_we_understand_are_trusted_more_than_their_number() -> None:
    assert "O36 ข่าวกิจกรรม" not in read(index(*TITLES_2566, "O36 ข่าวกิจกรรม"))


def test_without_any_year_no_number_counts() -> None:
    assert dict(read_index(index(*TITLES_2566, "O36"), lexicon(), {}).by_label) == {}


def test_labels_of_panels_and_rows_count_like_links() -> None:
    panels = [Section(title, 0, 2, f"p{n}", panel=True) for n, title in enumerate(TITLES_2566)]
    rows = [link("/36.pdf", "ดาวน์โหลด", row="O36"), link("/x", "x" * 400)]
    listed = page("/ita", "ITA", sections=panels, links=rows)
    assert read(listed) == {"O36": numbering()[2566][36]}


@pytest.mark.parametrize(
    "numbered",
    [
        {"text": "O36 ตามเอกสารแนบท้ายนี้"},
        {"text": "๐๓๖ ตามเอกสารแนบท้ายนี้"},
        {"text": "ดาวน์โหลด", "section": 1},
        {"row": "ข้อ 36", "context": ("ข้อ 36",)},
    ],
    ids=["words", "thai digits", "heading", "cell"],
)
def test_a_number_on_an_index_page_leads_to_the_evidence(numbered: dict[str, Any]) -> None:
    claimed = link("/uploads/36.pdf", **numbered)
    listed = page(
        "/ita",
        "ITA 2566",
        links=[*index(*TITLES_2566).links, claimed],
        sections=[Section("OIT 36", 0, 3)],
    )
    home = page("/", "เทศบาลตำบลทุ่งสมมติ", links=[link("/ita", "ITA")])
    scan = paper("/uploads/36.pdf", "เอกสารแนบท้าย")

    found = candidates(numbering()[2566][36][0], home, listed, scan)

    assert "/uploads/36.pdf" in found
    assert 36 in found["/uploads/36.pdf"].numbers


HALF_SAID = "O27 ประกาศหลักเกณฑ์ มาตรการ แนวทางปฏิบัติเกี่ยวกับเรื่อง"
"""Item 27 of 2566 is the guideline for complaints."""


def test_words_that_do_not_do_alone_do_with_the_number_of_the_year_of_the_list() -> None:
    assert lexicon().understand(HALF_SAID).concepts == ()
    assert read(index(*TITLES_2566, HALF_SAID)) == {HALF_SAID: ("complaint_guideline",)}


def test_words_that_say_something_else_are_not_overruled_by_their_number() -> None:
    assert read(index(*TITLES_2566, "O27 แผนป้องกันและบรรเทาสาธารณภัย")) == {}
