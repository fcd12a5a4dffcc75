"""Where a site says *here it is*: links, rows, headings around silent links, parts, own titles."""

from __future__ import annotations

from typing import Any

from oit_audit.match.graph import SiteGraph
from oit_audit.match.leads import Lead, leads
from oit_audit.match.naming import speaking_label
from oit_audit.match.sheets import context_of, sheets
from oit_audit.model import Block, Document, Region, Section
from tests.match.sites import LONG, graph, lexicon, link, numbering, page, paper

HOME_PAGE = page("/", "เทศบาลตำบลทุ่งสมมติ", LONG)


def leads_of(site: SiteGraph) -> list[Lead]:
    return list(leads(site, lexicon(), sheets(site, lexicon(), numbering())))


def found(*documents: Document) -> list[Lead]:
    return leads_of(graph(HOME_PAGE, *documents))


def labels(concept: str, *documents: Document) -> list[str]:
    return [lead.label for lead in found(*documents) if lead.concept == concept]


def test_a_link_that_says_what_it_leads_to_is_a_lead() -> None:
    listed = page("/a", "เรื่องต่างๆ", links=[link("/s", "โครงสร้าง"), link("/x", "สวนสาธารณะ")])
    (lead,) = found(listed)
    assert (lead.concept, lead.label, lead.inherited) == ("structure", "โครงสร้าง", False)
    assert lead.source is listed
    assert lead.score == 1


def test_the_title_of_a_link_speaks_where_its_text_is_silent() -> None:
    listed = page("/a", "เรื่องต่างๆ", links=[link("/s", "คลิก", title="โครงสร้างองค์กร")])
    assert labels("structure", listed) == ["โครงสร้างองค์กร"]


def test_the_row_of_a_link_speaks_where_text_and_title_are_silent() -> None:
    row = "12 แผนดำเนินงานประจำปี ดาวน์โหลด"
    listed = page("/a", "เรื่องต่างๆ", links=[link("/s.pdf", "ดาวน์โหลด", row=row)])
    assert labels("action_plan", listed) == [row]


def test_the_row_speaks_a_little_less_beside_words_that_we_do_not_understand() -> None:
    entry = link("/s.pdf", "ไฟล์ของกองช่าง", row="แผนดำเนินงานประจำปี ไฟล์ของกองช่าง")
    (lead,) = [x for x in found(page("/a", "เรื่องต่างๆ", links=[entry])) if x.link]
    assert lead.concept == "action_plan"
    assert lead.score < 0.9


def test_a_paragraph_does_not_speak_for_the_links_in_it() -> None:
    entry = link("/s.pdf", "ไฟล์ของกองช่าง", row="แผนดำเนินงานประจำปี " + "ก" * 160)
    assert found(page("/a", "เรื่องต่างๆ", links=[entry])) == []


def test_the_nearest_telling_heading_speaks_for_a_silent_link() -> None:
    entry = link("/s.pdf", "ดาวน์โหลด", context=("กฎหมายที่เกี่ยวข้อง", "แผนดำเนินงาน", "ปี 2566"))
    (lead,) = found(page("/a", "เรื่องต่างๆ", links=[entry]))
    assert (lead.concept, lead.inherited) == ("action_plan", True)
    assert lead.score < 1
    assert lead.label == "ดาวน์โหลด"


def test_a_silent_link_without_words_is_called_what_encloses_it() -> None:
    (lead,) = found(page("/a", "เรื่อง", links=[link("/s.pdf", context=("โครงสร้าง",))]))
    assert lead.label == "โครงสร้าง"


def test_a_heading_beyond_one_that_says_something_else_does_not_speak() -> None:
    entry = link("/s.pdf", "ดาวน์โหลด", context=("แผนดำเนินงาน", "งานประเพณีสงกรานต์"))
    assert found(page("/a", "เรื่องต่างๆ", links=[entry])) == []


def test_nothing_speaks_for_a_silent_link_in_a_menu() -> None:
    entry = link("/s.pdf", "ดาวน์โหลด", context=("แผนดำเนินงาน",), region=Region.NAVIGATION)
    assert found(page("/a", "เรื่องต่างๆ", links=[entry])) == []


def test_the_same_link_on_many_pages_is_one_lead() -> None:
    menu = link("/s", "โครงสร้าง")
    assert len(found(page("/a", "ก", links=[menu]), page("/b", "ข", links=[menu]))) == 1


def test_links_without_an_address_are_leads_of_their_own_page() -> None:
    empty = link("", "โครงสร้าง")
    assert len(found(page("/a", "ก", links=[empty]), page("/b", "ข", links=[empty]))) == 2


def test_a_link_home_is_no_lead() -> None:
    assert found(page("/a", "เรื่องต่างๆ", links=[link("/", "ข้อมูลผู้บริหาร")])) == []


def test_a_label_that_names_two_concepts_leads_to_both() -> None:
    entry = link("/s.pdf", "รายงานการประเมินจริยธรรม และ ข้อมูลการติดต่อ")
    concepts = [lead.concept for lead in found(page("/a", "เรื่องต่างๆ", links=[entry]))]
    assert len(concepts) == len(set(concepts))


def panel(label: str, **more: Any) -> Document:
    section = Section(label, 0, 2, "p1", panel=True)
    text = (Block(LONG, "p", section=1),)
    return page("/a", "เรื่องต่างๆ", sections=[section], blocks=text, **more)


def test_a_panel_with_a_telling_label_is_a_lead() -> None:
    (lead,) = found(panel("โครงสร้าง"))
    assert (lead.concept, lead.section, lead.link) == ("structure", 1, None)


def test_a_part_without_a_label_or_with_an_endless_one_is_none() -> None:
    assert found(panel("")) == []
    assert found(panel("โครงสร้าง" * 40)) == []


def test_a_heading_that_repeats_what_the_page_is_about_is_no_lead_of_its_own() -> None:
    about = page("/a", "โครงสร้าง", LONG, sections=[Section("โครงสร้าง", 0, 2)])
    assert [lead.section for lead in found(about)] == [0]


def test_a_heading_on_a_page_about_something_else_is_no_lead() -> None:
    about = page("/a", "ข่าวประชาสัมพันธ์", LONG, sections=[Section("โครงสร้าง", 0, 2)])
    assert labels("structure", about) == []
    plain = page("/a", "เรื่องต่างๆ", LONG, sections=[Section("โครงสร้าง", 0, 2)])
    assert labels("structure", plain) == ["โครงสร้าง"]


def test_what_encloses_a_part_is_its_context() -> None:
    nested = [
        Section("ปี 2566", 0, 2),
        Section("", 1, 3),
        Section("แผนดำเนินงาน", 2, 4, "x", panel=True),
    ]
    (lead,) = found(page("/a", "เรื่องต่างๆ", LONG, sections=nested))
    assert lead.context == ("ปี 2566",)


def test_a_paper_whose_title_is_sure_speaks_for_itself() -> None:
    plan = paper("/uploads/1.pdf", "แผนดำเนินงานประจำปี 2566", LONG)
    (lead,) = found(plan)
    assert (lead.concept, lead.link, lead.section) == ("action_plan", None, 0)
    assert lead.label == "แผนดำเนินงานประจำปี 2566"


def test_a_paper_that_speaks_for_itself_keeps_the_label_that_leads_to_it() -> None:
    plan = paper("/uploads/1.pdf", "แผนดำเนินงานประจำปี 2566", LONG)
    listed = page("/a", "เอกสารเผยแพร่", links=[link("/uploads/1.pdf", "ไฟล์ของกองช่าง")])
    assert "ไฟล์ของกองช่าง" in labels("action_plan", listed, plan)


def test_a_paper_whose_title_is_not_sure_says_nothing() -> None:
    text = "โครงสร้าง และเรื่องเล่าจากหมู่บ้าน"
    assert lexicon().understand(text).score("structure") < 0.75
    assert found(paper("/uploads/1.pdf", text, LONG)) == []


def test_a_paper_that_is_a_look_alike_says_nothing() -> None:
    assert found(paper("/uploads/1.pdf", "แผนป้องกันและบรรเทาสาธารณภัย", LONG)) == []


def test_the_home_page_does_not_speak_for_itself() -> None:
    assert leads_of(graph(page("/", "โครงสร้าง", LONG))) == []


def test_a_sentence_of_some_news_tells_of_what_happened() -> None:
    news = page(
        "/news/7",
        "นายกเทศมนตรีร่วมพิธีในวันสำคัญ",
        "นายกเทศมนตรีนำคณะผู้บริหารประกาศต่อต้านการทุจริต",
    )
    assert "exec_participation" in [lead.concept for lead in found(news)]


def test_a_link_says_its_first_telling_words() -> None:
    said = speaking_label(link("/s", "ดาวน์โหลด", title="", row="แผนดำเนินงาน"), lexicon())
    assert said == "แผนดำเนินงาน"
    assert speaking_label(link("/s", "ดาวน์โหลด", row="2"), lexicon()) is None
    assert speaking_label(link("/s", "แผนดำเนินงาน" * 40), lexicon()) is None


def test_what_encloses_a_link_comes_outermost_first_and_once() -> None:
    nested = [Section("ITA", 0, 2), Section("ข้อ 1", 1, 3)]
    entry = link("/s", "ก", section=2, context=("ข้อ 1", "ปี 2566"))
    holder = page("/a", "ก", links=[entry], sections=nested)
    assert context_of(holder, entry) == ("ITA", "ข้อ 1", "ปี 2566")
