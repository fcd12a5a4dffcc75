"""What documents call themselves, and whose site it is."""

from __future__ import annotations

import pytest

from oit_audit.match import LabelKind
from oit_audit.match.own_names import first_lines, own_names, own_score, rival, understand_own
from oit_audit.match.site_name import own_name, own_place
from oit_audit.model import Block, Document, Table
from tests.match.sites import LONG, graph, lexicon, page, paper


def names(document: Document) -> list[str]:
    return [name for name, _ in own_names(document, lexicon())]


def test_a_page_is_called_by_its_headings_then_by_its_title_without_the_site() -> None:
    document = page(
        "/a",
        title="แผนงาน | เทศบาลตำบลทุ่งสมมติ",
        blocks=(Block("ปี 2566", "h2", heading=2), Block("แผนดำเนินงาน", "h1", heading=1)),
    )
    assert names(document) == ["แผนดำเนินงาน", "ปี 2566", "แผนงาน", "เทศบาลตำบลทุ่งสมมติ"]


def test_names_are_told_once_and_never_empty() -> None:
    twice = own_names(page("/a", "แผน", "", blocks=(Block("แผน", "h1", heading=1),) * 2), lexicon())
    assert [kind for _, kind in twice] == [LabelKind.HEADING, LabelKind.TITLE]
    assert names(page("/a")) == []


def test_a_paper_is_called_by_its_first_lines_together_and_its_title() -> None:
    plan = paper("/งบ ปี 2566.pdf", "ประกาศ", "เรื่อง แผนดำเนินงาน", title="Microsoft Word")
    assert names(plan) == ["ประกาศ", "ประกาศ เรื่อง แผนดำเนินงาน", "Microsoft Word"]


def test_a_file_speaks_for_a_paper_that_does_not_say_what_it_is_and_never_against_it() -> None:
    silent = paper("/annual-plan-66.xlsx", "ตาราง", "รายละเอียดแนบท้าย")
    other = paper("/annual-plan-66.xlsx", "การประเมินความเสี่ยงการทุจริต ปี 2566")

    assert own_score(understand_own(silent, lexicon()), "action_plan") > 0.6
    assert own_score(understand_own(other, lexicon()), "action_plan") == 0


def test_a_file_name_that_says_nothing_is_no_name() -> None:
    assert names(paper("/pdf0219.pdf", "แผน")) == ["แผน"]


def test_a_paper_without_text_is_called_by_the_first_rows_of_its_table() -> None:
    rows = (("สถิติการให้บริการ", "สถิติการให้บริการ", ""), ("", ""), ("x", "y"))
    sheet = paper("/1.xlsx", tables=(Table(rows, "sheet 1"),))
    assert first_lines(sheet) == ("สถิติการให้บริการ",)


def test_a_page_whose_headings_say_nothing_speaks_by_its_first_lines() -> None:
    silent = page("/a", "หน้า 1", "แผนดำเนินงานประจำปี 2566", LONG)
    speaking = page("/a", "โครงสร้าง", "แผนดำเนินงานประจำปี 2566")

    assert own_score(understand_own(silent, lexicon()), "action_plan") > 0.6
    assert own_score(understand_own(speaking, lexicon()), "action_plan") == 0


def test_a_paper_speaks_by_its_own_names_alone() -> None:
    plan = paper("/1.pdf", *["ประกาศ"] * 4, "แผนดำเนินงานประจำปี")
    assert own_score(understand_own(plan, lexicon()), "action_plan") == 0


def test_what_a_document_says_it_is_instead_is_its_rival() -> None:
    structure = understand_own(page("/a", "โครงสร้าง"), lexicon())
    disaster = understand_own(page("/a", "แผนป้องกันและบรรเทาสาธารณภัย"), lexicon())

    assert rival(structure, "structure") is None
    assert rival(structure, "laws") == "structure"
    assert rival(disaster, "anticorruption_plan") == "disaster_plan"
    assert rival(understand_own(page("/a", "เรื่องเล่า"), lexicon()), "laws") is None


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("หน้าแรก - อบต.หนองสมมติ", [], "องค์การบริหารส่วนตำบลหนองสมมติ"),
        ("หน้าแรก", ["เทศบาลตำบลทุ่งสมมติ", "ข่าว"], "เทศบาลตำบลทุ่งสมมติ"),
        ("เทศบาลตำบลทุ่งสมมติ", ["เทศบาลตำบลบ้านอื่น"] * 3, "เทศบาลตำบลทุ่งสมมติ"),
        ("หน้าแรก", ["ยินดีต้อนรับ"], ""),
        ("หน้าแรก", ["เทศบาลตำบลทุ่งสมมติ " + "ก" * 200], ""),
    ],
)
def test_the_home_page_names_the_organisation(title: str, text: list[str], name: str) -> None:
    assert own_name(graph(page("/", title, *text)), None) == name


def test_the_name_that_the_caller_gives_is_taken() -> None:
    assert own_name(graph(page("/", "เทศบาลตำบลทุ่งสมมติ")), "อบต. ก") == "อบต. ก"


def test_without_a_home_page_there_is_no_name() -> None:
    assert own_name(graph(page("/a", "เทศบาลตำบลทุ่งสมมติ")), None) == ""


FOOTER = "ที่อยู่ 1 หมู่ 2 ต.ทุ่งสมมติ อ.เมืองสมมุติ จ.สมมุติบุรี 60000"


def test_the_place_of_a_site_is_what_its_pages_name_most() -> None:
    pages = [page(path, "หน้า", FOOTER) for path in ("/", "/a", "/b")]
    visitor = page("/c", "ข่าว", "ต้อนรับคณะจาก อำเภอไกล จังหวัดต่างถิ่น")
    assert own_place(graph(*pages, visitor)) == ("เมืองสมมุติ", "สมมุติบุรี")


def test_a_site_that_names_many_places_or_none_has_no_place_that_we_know() -> None:
    pages = [page("/", "หน้า", FOOTER), page("/a", "ข่าว", "อำเภอไกล จังหวัดต่างถิ่น")]
    assert own_place(graph(*pages)) is None
    assert own_place(graph(page("/", "หน้า"))) is None
