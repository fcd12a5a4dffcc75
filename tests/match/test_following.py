"""From a label to the paper behind it: lists, inheritance, dead ends, other hosts, circles."""

from __future__ import annotations

import logging
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.match import match
from oit_audit.model import Block, DeadEndKind, Document, Link, Media, Region, Section, SkipReason
from tests.match.sites import (
    HOME,
    LONG,
    candidates,
    dead_ends,
    lexicon,
    link,
    matches,
    numbering,
    page,
    paper,
    snapshot,
    url,
)

TOWN = "เทศบาลตำบลทุ่งสมมติ"
PLAN = paper("/uploads/1.pdf", f"แผนดำเนินงานประจำปีงบประมาณ 2566 {TOWN}", LONG)
SCAN = paper("/uploads/2.pdf", "ตามเอกสารแนบท้าย")


def home(*links: Link, **more: Any) -> Document:
    return page("/", TOWN, LONG, links=links, **more)


def test_a_label_opens_a_page() -> None:
    found = candidates(
        "structure", home(link("/s", "โครงสร้าง")), page("/s", "โครงสร้างเทศบาล", LONG)
    )

    candidate = found["/s"]
    assert candidate.label == "โครงสร้าง"
    assert candidate.click_path == ("หน้าหลัก", "โครงสร้าง")
    assert candidate.hub == HOME
    assert candidate.own_score > 0.6
    assert (candidate.inherited, candidate.off_site, candidate.rival) == (False, False, None)


def test_a_list_leads_to_a_page_and_that_to_the_paper() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=[link("/plans/66", "ประจำปี 2566")]),
        page("/plans/66", "ประจำปี 2566", links=[link("/uploads/2.pdf", "ดาวน์โหลด")]),
        SCAN,
    )

    paper_behind = found["/uploads/2.pdf"]
    assert paper_behind.inherited
    assert "ประจำปี 2566" in paper_behind.context
    assert paper_behind.click_path[-1] == "ดาวน์โหลด"
    assert found["/plans"].offers == 1


def test_what_is_listed_under_a_label_of_its_own_is_not_inherited() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=[link("/uploads/2.pdf", "แผนดำเนินงาน ปี 2566")]),
        SCAN,
    )
    assert not found["/uploads/2.pdf"].inherited


def test_what_says_something_else_is_not_passed_on() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=[link("/uploads/2.pdf", "แผนการจัดซื้อจัดจ้าง")]),
        SCAN,
    )
    assert "/uploads/2.pdf" not in found


def test_what_says_nothing_we_understand_is_passed_on_with_doubt() -> None:
    entries = [link("/uploads/2.pdf", "เล่มสีเขียวของกองช่าง"), link("/nowhere", "เล่มสีแดง")]
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=entries),
        SCAN,
    )
    assert found["/uploads/2.pdf"].inherited
    assert found["/uploads/2.pdf"].label_score < 0.6
    assert "/nowhere" not in found


def test_a_row_that_we_do_not_understand_leaves_a_silent_link_silent() -> None:
    entry = link("/uploads/2.pdf", "ดาวน์โหลด", row="เล่มสีเขียว ดาวน์โหลด")
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=[entry]),
        SCAN,
    )
    assert found["/uploads/2.pdf"].label == "ดาวน์โหลด"
    assert found["/uploads/2.pdf"].label_score > 0.6


def test_what_many_pages_link_to_belongs_to_no_list() -> None:
    silent = [link("/uploads/2.pdf", "คลิก")]
    others = [page(f"/o{n}", f"เรื่องที่ {n}", LONG, links=silent) for n in range(12)]
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", LONG, links=silent),
        SCAN,
        *others,
    )
    assert "/uploads/2.pdf" not in found


def test_menus_of_a_listed_page_are_not_what_it_lists() -> None:
    menu = link("/uploads/2.pdf", "ดาวน์โหลด", region=Region.NAVIGATION)
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", LONG, links=[menu]),
        SCAN,
        *(page(f"/o{n}", f"เรื่องที่ {n}", f"{n} {LONG}") for n in range(4)),
    )
    assert "/uploads/2.pdf" not in found


def test_a_list_does_not_pass_on_links_home_or_to_itself() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "แผนดำเนินงาน", links=[link("/", "กลับ"), link("/plans#top", "คลิก")]),
    )
    assert found["/plans"].offers == 0


def test_a_fragment_opens_the_part_it_names() -> None:
    parts = [
        Section("โครงสร้าง", 0, 2, "s", panel=True),
        Section("ติดต่อเรา", 0, 2, "c", panel=True),
    ]
    blocks = (Block(LONG, "p", section=1), Block("โทร 0-2000-0000", "p", section=2))
    whole = page("/about", "เกี่ยวกับเรา", sections=parts, blocks=blocks)
    found = candidates("structure", home(link("/about#s", "โครงสร้าง")), whole)

    part = found["/about#s"]
    assert part.document.title == "โครงสร้าง"
    assert [b.text for b in part.document.blocks] == [LONG]
    assert part.click_path[-1] == "โครงสร้าง"


def test_a_fragment_that_opens_nothing_opens_the_page() -> None:
    found = candidates(
        "structure", home(link("/s#nowhere", "โครงสร้าง")), page("/s", "โครงสร้าง", LONG)
    )
    assert list(found) == ["/s"]


def test_a_heading_that_holds_nearly_all_of_a_page_is_the_page() -> None:
    one = [Section("โครงสร้าง", 0, 2, "s")]
    blocks = (Block("โครงสร้าง", "h2", 1, 2), Block(LONG, "p", 1))
    found = candidates("structure", home(), page("/s", "", sections=one, blocks=blocks))
    assert list(found) == ["/s"]


def test_a_heading_that_holds_a_little_of_a_page_is_a_part() -> None:
    two = [Section("โครงสร้าง", 0, 2, "s"), Section("ประวัติ", 0, 2, "h")]
    blocks = (Block(LONG, "p", 1), Block(LONG * 3, "p", 2))
    found = candidates("structure", home(), page("/s", "", sections=two, blocks=blocks))
    assert list(found) == ["/s#s"]


def test_a_label_without_an_address_is_a_dead_end() -> None:
    (end,) = dead_ends("structure", home(link("", "โครงสร้าง")))

    assert (end.kind, end.url, end.source) == (DeadEndKind.NO_ADDRESS, HOME, HOME)
    assert end.is_absence
    assert end.click_path == ("หน้าหลัก", "โครงสร้าง")


@pytest.mark.parametrize(
    ("reason", "absent"), [(SkipReason.NOT_FOUND, True), (SkipReason.TIMEOUT, False)]
)
def test_a_label_whose_page_was_skipped_is_a_dead_end_that_says_why(
    reason: SkipReason, absent: bool
) -> None:
    (end,) = dead_ends("structure", home(link("/s", "โครงสร้าง")), skips={"/s": reason})

    assert end.kind is DeadEndKind.NOT_SEEN
    assert end.skip is not None
    assert end.skip.reason is reason
    assert end.is_absence is absent


def test_a_label_whose_page_was_never_asked_is_a_dead_end_but_no_absence() -> None:
    (end,) = dead_ends("structure", home(link("/s", "โครงสร้าง")))

    assert end.kind is DeadEndKind.UNASKED
    assert not end.is_absence


def test_the_same_dead_end_is_told_once() -> None:
    documents = [home(link("/s", "โครงสร้าง")), page("/b", "ข", links=[link("/s", "โครงสร้าง")])]
    assert len(dead_ends("structure", *documents)) == 1


def test_a_label_that_leads_to_another_host_is_held_out_as_a_link() -> None:
    page_box = Section("ช่องทาง", 0, 2, "box")
    entry = link("https://social.test/town", "Facebook เทศบาล", section=1)
    found = candidates("social_network", home(entry, sections=[page_box]))

    (candidate,) = found.values()
    assert candidate.off_site
    assert candidate.document.url == f"{HOME}#box"
    assert candidate.document.links[0].url == "https://social.test/town"


def test_a_paper_of_another_concept_is_known_as_a_rival_by_name() -> None:
    wrong = paper("/uploads/3.pdf", "แผนป้องกันและบรรเทาสาธารณภัย", LONG)
    found = candidates(
        "anticorruption_plan", home(link("/uploads/3.pdf", "แผนปฏิบัติการป้องกันการทุจริต")), wrong
    )

    candidate = found["/uploads/3.pdf"]
    assert (candidate.rival, candidate.rival_says) == ("disaster_plan", "แผนป้องกันและบรรเทาสาธารณภัย")


def test_a_page_of_many_subjects_is_counted() -> None:
    labels = ["ข้อมูลการติดต่อ", "กฎหมายที่เกี่ยวข้อง", "ข่าวประชาสัมพันธ์", "โครงสร้าง", "ดาวน์โหลด"]
    panels = [Section(label, 0, 2, f"p{n}", panel=True) for n, label in enumerate(labels)]
    blocks = tuple(Block(LONG, "p", section=n + 1) for n in range(len(labels)))
    busy = page("/ita", "โครงสร้าง", sections=panels, blocks=blocks, links=[link("/q", "เว็บบอร์ด")])
    found = candidates("structure", home(link("/ita", "โครงสร้าง")), busy)

    assert found["/ita"].subjects == 4


def test_what_leads_on_from_a_page_is_counted_and_what_leads_nowhere_too() -> None:
    entries = [
        link("/uploads/2.pdf", "ก"),
        link("https://other.test/", "ข"),
        link("/", "ค"),
        link("", "ง"),
        link("/dead", "จ"),
        link("/slow", "ฉ"),
    ]
    found = candidates(
        "structure",
        home(link("/s", "โครงสร้าง")),
        page("/s", "โครงสร้าง", links=entries),
        SCAN,
        skips={"/dead": SkipReason.NOT_FOUND, "/slow": SkipReason.TIMEOUT},
    )
    assert (found["/s"].live_links, found["/s"].dead_links) == (2, 2)


def test_an_activity_that_tells_of_the_concept_has_no_rival() -> None:
    told = "นายกเทศมนตรีนำคณะผู้บริหารประกาศต่อต้านการทุจริต"
    label = link("/news/7", "การมีส่วนร่วมของผู้บริหาร")
    for text, rival in ((told, None), (LONG, "news")):
        news = page("/news/7", "ข่าวกิจกรรม", text)
        assert candidates("exec_participation", home(label), news)["/news/7"].rival == rival


def test_the_home_page_is_held_out_for_what_offices_print_in_their_frame() -> None:
    found = candidates("contact", home())
    assert found["/"].is_frame
    assert candidates("structure", home()) == {}


def test_pictures_of_any_activity_are_passed_on() -> None:
    found = candidates(
        "org_culture",
        home(link("/culture", "การเสริมสร้างวัฒนธรรมองค์กร")),
        page("/culture", "การเสริมสร้างวัฒนธรรมองค์กร", links=[link("/n/1", "ภาพข่าวกิจกรรม")]),
        page("/n/1", "วันสำคัญ", LONG),
    )
    assert "/n/1" in found


def test_papers_have_one_subject() -> None:
    assert (
        candidates("action_plan", home(link("/uploads/1.pdf", "แผนดำเนินงาน")), PLAN)[
            "/uploads/1.pdf"
        ].subjects
        == 0
    )


def test_numbers_in_the_labels_around_are_kept() -> None:
    entry = link("/uploads/1.pdf", "O10 แผนดำเนินงาน", context=("O1-O9", "ข้อ 12"))
    found = candidates("action_plan", home(entry), PLAN)
    assert found["/uploads/1.pdf"].numbers == (10, 12)


def test_of_two_labels_the_one_that_says_most_is_kept() -> None:
    entries = [
        link("/uploads/1.pdf", "แผนดำเนินงาน ฉบับชาวบ้านร่วมคิด"),
        link("/uploads/1.pdf", "แผนดำเนินงาน"),
    ]
    found = candidates("action_plan", home(*entries), PLAN)
    assert found["/uploads/1.pdf"].label == "แผนดำเนินงาน"


def test_what_a_page_offers_stays_when_a_better_label_is_found() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "ดาวน์โหลด", context=("แผนดำเนินงาน",))),
        page(
            "/plans",
            "แผนดำเนินงาน",
            links=[link("/uploads/2.pdf", "คลิก"), link("/back", "แผนดำเนินงาน")],
        ),
        page("/back", "ย้อน", links=[link("/plans", "แผนดำเนินงาน")]),
        SCAN,
    )
    assert found["/plans"].offers >= 1
    assert not found["/plans"].inherited


def test_the_best_comes_first() -> None:
    found = candidates(
        "action_plan",
        home(link("/uploads/2.pdf", "แผนดำเนินงาน"), link("/uploads/1.pdf", "แผนดำเนินงาน")),
        SCAN,
        PLAN,
    )
    assert list(found) == ["/uploads/1.pdf", "/uploads/2.pdf"]


def test_an_empty_site_holds_out_nothing() -> None:
    nothing = matches()
    assert (nothing.candidates, nothing.dead_ends, nothing.own_name) == ((), (), "")


def test_the_count_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="oit_audit.match"):
        matches(home(link("", "โครงสร้าง")))
    assert "1 dead ends" in caplog.text


PATHS = [f"/p{n}" for n in range(6)]
LABELS = ["แผนดำเนินงาน", "ดาวน์โหลด", "เล่มสีเขียว", "แผนการจัดซื้อจัดจ้าง", "โครงสร้าง", ""]
LINKS = st.tuples(st.sampled_from(["/", "", "/dead", *PATHS]), st.sampled_from(LABELS))
SITES = st.lists(st.lists(LINKS, max_size=5), min_size=1, max_size=len(PATHS))


def build(plan: list[list[tuple[str, str]]]) -> list[Document]:
    pages = [
        page(path, LABELS[n], links=[link(to, text) for to, text in entries])
        for n, (path, entries) in enumerate(zip(["/", *PATHS], plan, strict=False))
    ]
    return [*pages, paper("/p5", "แผนดำเนินงานประจำปี 2566")]


@given(SITES)
@settings(max_examples=60, deadline=None)
def test_any_web_of_links_ends_and_gives_each_address_once(
    plan: list[list[tuple[str, str]]],
) -> None:
    found = matches(*build(plan), skips={"/dead": SkipReason.NOT_FOUND})

    keys = [(c.concept, c.document.url, c.document.title) for c in found.candidates]
    assert len(keys) == len(set(keys))
    assert all(0 <= c.label_score <= 1 and 0 <= c.own_score <= 1 for c in found.candidates)


@given(SITES, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_documents_does_not_matter(
    plan: list[list[tuple[str, str]]], chance: Random
) -> None:
    documents = build(plan)
    visit = snapshot(documents)
    shuffled = documents.copy()
    chance.shuffle(shuffled)

    one, other = (match(visit, d, lexicon(), numbering()) for d in (documents, shuffled))

    assert one == other


def test_media_without_words_can_be_evidence_too() -> None:
    picture = paper("/chart.png", media=Media.IMAGE)
    found = candidates("structure", home(link("/chart.png", "โครงสร้าง")), picture)
    assert url("/chart.png") == found["/chart.png"].document.url


def test_a_paper_that_lists_papers_leads_to_those_it_names() -> None:
    index = paper(
        "/index.pdf",
        "รวมแผนของเทศบาล",
        links=(
            link("/uploads/2.pdf", "แผนดำเนินงาน ปี 2566"),
            link("/law", "พระราชบัญญัติข้อมูลข่าวสาร"),
            link("/map", "ที่นี่"),
        ),
    )
    found = candidates(
        "action_plan",
        home(link("/index.pdf", "แผนดำเนินงาน")),
        index,
        SCAN,
        page("/law", "กฎหมาย", LONG),
        page("/map", "แผนที่ตั้ง", LONG),
    )
    assert set(found) == {"/index.pdf", "/uploads/2.pdf"}
    assert found["/uploads/2.pdf"].click_path == ("หน้าหลัก", "แผนดำเนินงาน", "แผนดำเนินงาน ปี 2566")
    assert not found["/uploads/2.pdf"].inherited


def test_files_that_lie_in_a_paper_are_its_list_whatever_they_are_called() -> None:
    inside = replace(paper("/book.pdf!/1.pdf", "รายละเอียดแนบท้าย"), within=url("/book.pdf"))
    book = paper("/book.pdf", "หนังสือนำส่ง", LONG, links=(link("/book.pdf!/1.pdf", "1.pdf"),))
    book = replace(book, members=(inside,))
    found = candidates("action_plan", home(link("/book.pdf", "แผนดำเนินงาน")), book, inside)
    assert set(found) == {"/book.pdf", "/book.pdf!/1.pdf"}


def test_a_candidate_keeps_the_words_that_spoke_for_it() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "ข้อมูลเผยแพร่", links=[link("/uploads/1.pdf", "ดาวน์โหลด")]),
        PLAN,
    )

    assert "แผนดำเนินงาน" in found["/plans"].label_words
    assert found["/plans"].own_words == ()
    paper_behind = found["/uploads/1.pdf"]
    assert "แผนดำเนินงาน" in paper_behind.own_words


def test_a_silent_label_has_the_words_of_what_stands_around_it() -> None:
    found = candidates(
        "action_plan",
        home(link("/plans", "แผนดำเนินงาน")),
        page("/plans", "ข้อมูลเผยแพร่", links=[link("/uploads/2.pdf", "ดาวน์โหลด")]),
        SCAN,
    )

    assert found["/uploads/2.pdf"].inherited
    assert "แผนดำเนินงาน" in found["/uploads/2.pdf"].label_words
