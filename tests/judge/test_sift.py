"""Which candidates may be judged, and why the others may not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from oit_audit.judge.sift import Sieve, sift
from oit_audit.model import (
    Block,
    Candidate,
    Document,
    Field,
    Form,
    Freshness,
    Item,
    ItemKind,
    Legibility,
    Matches,
    Picture,
    Section,
    Table,
)
from tests.judge.cases import (
    BODY,
    TOWN,
    YEAR,
    both,
    candidate,
    element,
    item,
    plan,
    section_page,
)
from tests.match.sites import link, page, paper, url


def sifted(*candidates: Candidate, asked: Item | None = None) -> Sieve:
    titles = {"procurement_plan": both("แผนการจัดซื้อจัดจ้าง")}
    return sift(asked or item(), Matches(candidates, (), TOWN), YEAR, titles)


def reasons(*candidates: Candidate, asked: Item | None = None) -> list[str]:
    sieve = sifted(*candidates, asked=asked)
    assert not sieve.right
    return [rejected.reason.en for rejected in sieve.rejected]


def only_lists(sieve: Sieve) -> bool:
    return bool(sieve.lists) and sieve == Sieve(lists=sieve.lists)


def test_a_right_paper_of_the_right_year_may_be_judged() -> None:
    sieve = sifted(candidate())
    assert [s.candidate for s in sieve.right] == [candidate()]
    assert sieve == Sieve(right=sieve.right)


def test_an_unfinished_page_is_out() -> None:
    (reason,) = reasons(candidate(page("/a", "แผนดำเนินงาน 2566", "อยู่ระหว่างปรับปรุง")))
    assert "อยู่ระหว่างปรับปรุง" in reason


def test_a_paper_that_only_stands_in_a_list_and_names_itself_otherwise_may_not_be_judged() -> None:
    form = candidate(is_stranger=True, inherited=True, own_score=0.0)

    assert [s.candidate for s in sifted(form).strangers] == [form]
    assert "does not say that it is about it" in reasons(form)[0]
    assert sifted(replace(form, inherited=False)).right
    assert sifted(form, asked=item(element("โครงการ"))).right
    assert sifted(form, asked=item(kind=ItemKind.NEWS)).right


def test_a_list_of_articles_is_no_paper_but_may_be_the_news() -> None:
    titles = ["แผนดำเนินงาน 2566", "ลอยกระทง 2566", "งดจ่ายน้ำ 2566"]
    listed = page("/a", "", BODY, links=[link(f"/{n}", t) for n, t in enumerate(titles)])
    headed = replace(listed, blocks=(*listed.blocks, *(Block(t, "h2", heading=2) for t in titles)))
    found = candidate(headed)
    assert not sifted(found).right
    news = item(kind=ItemKind.NEWS)
    assert [s.candidate.document.url for s in sifted(found, asked=news).right] == [headed.url]


def test_an_empty_page_that_leads_on_is_not_out_but_a_list() -> None:
    listed = page("/a", "แผนดำเนินงาน", links=[link("/1.pdf", "เล่ม")])
    assert only_lists(sifted(candidate(listed, offers=1)))


def test_a_portfolio_is_judged_by_the_papers_in_it() -> None:
    inside = replace(plan(), file_name="แผนดำเนินงาน 2566.pdf", within=url("/all.pdf"))
    cover = replace(paper("/all.pdf", inside.file_name), members=(inside,))
    letter = replace(paper("/all.pdf", "แผนดำเนินงาน 2566", BODY), members=(inside,))
    assert only_lists(sifted(candidate(cover)))
    assert sifted(candidate(letter)).right


def test_what_is_about_something_else_is_out_and_named() -> None:
    known = candidate(rival="procurement_plan", rival_says="x", own_score=0.0)
    unknown = candidate(rival="disaster_plan", rival_says="แผนสาธารณภัย", own_score=0.0)
    assert reasons(known) == ["it is about “แผนการจัดซื้อจัดจ้าง”"]
    assert reasons(unknown) == ["it is about “แผนสาธารณภัย”"]


def test_a_rival_that_the_item_asks_for_too_is_none() -> None:
    merged = item(concepts=("action_plan", "procurement_plan"))
    assert sifted(candidate(rival="procurement_plan"), asked=merged).right


def test_another_offices_paper_is_out() -> None:
    neighbour = paper("/1.pdf", "แผนดำเนินงาน ประจำปีงบประมาณ 2566 เทศบาลตำบลบ้านอื่น", BODY)
    (reason,) = reasons(candidate(neighbour))
    assert reason.startswith("it belongs to ")
    assert "บ้านอื่น" in reason


def test_what_neither_says_nor_is_said_to_be_it_is_out() -> None:
    guessed = candidate(inherited=True, own_score=0.0, label_score=0.4)
    assert reasons(guessed) == ["nothing on it says that it is about this"]
    likely = candidate(inherited=True, own_score=0.0, label_score=0.6)
    assert sifted(likely).right


LOGIN = Form(url("/login"), "post", (Field("ชื่อผู้ใช้", "text"), Field("รหัส", "password")), (), "f")


@pytest.mark.parametrize(
    "silent",
    [
        candidate(subjects=5),
        candidate(replace(page("/login", "เข้าสู่ระบบ", BODY), forms=(LOGIN,))),
    ],
    ids=["index of everything", "login"],
)
def test_what_stands_by_chance_below_a_heading_is_not_what_it_names(silent: Candidate) -> None:
    news = item(kind=ItemKind.NEWS)
    below = replace(silent, inherited=True, own_score=0.0, label_score=0.7)
    assert reasons(below, asked=news) == ["nothing on it says that it is about this"]
    assert sifted(replace(below, inherited=False, own_score=1.0), asked=news).rejected == []


def test_words_beside_dead_links_are_out() -> None:
    promised = candidate(section_page("/a", BODY), dead_links=2)
    assert reasons(promised) == ["the link it holds leads nowhere"]


def test_a_few_words_under_a_heading_are_no_plan() -> None:
    told = candidate(section_page("/a", BODY), is_part=True)
    assert reasons(told, asked=item(kind=ItemKind.PLAN)) == [
        "a few words under a heading, and no paper"
    ]
    assert sifted(told, asked=item(kind=ItemKind.PAGE)).right


def test_what_is_of_another_year_is_kept_apart_and_told() -> None:
    sieve = sifted(candidate(plan(year=2564)))
    assert [s.reading.years for s in sieve.wrong] == [(2564,)]
    assert "2564" in sieve.rejected[0].reason.th


def test_what_names_no_year_is_kept_apart() -> None:
    assert sifted(candidate(plan(year=None))).undated


def test_where_no_year_is_asked_every_year_is_right() -> None:
    assert sifted(candidate(plan(year=2560)), asked=item(fresh=Freshness.CURRENT)).right


def test_a_scan_is_kept_for_a_person_to_read() -> None:
    scan = paper("/1.pdf", legibility=Legibility.NONE)
    assert sifted(candidate(scan)).unreadable


def test_a_page_of_pictures_is_kept_for_a_person_to_look_at() -> None:
    shown = page("/a", "แผนดำเนินงาน 2566", pictures=(Picture(url("/p1.jpg"), "", "img"),))
    assert sifted(candidate(shown)).unreadable
    assert sifted(candidate(shown), asked=item(kind=ItemKind.PAGE)).right


def test_a_link_to_another_host_is_kept_apart_except_where_the_link_is_the_thing() -> None:
    outside = candidate(off_site=True)
    assert sifted(outside).off_site
    account = candidate(off_site=True, concept="social_network")
    asked = item(concepts=("social_network",), fresh=Freshness.CURRENT)
    assert sifted(account, asked=asked).right


def listing(count: int, *text: str, **more: Any) -> Document:
    links = [link(f"/{n}.pdf", f"ข่าวที่ {n}") for n in range(count)]
    return section_page("/a", *text, links=links, **more)


def test_a_mere_list_is_a_way_and_no_evidence() -> None:
    assert only_lists(sifted(candidate(listing(5), offers=5)))
    assert sifted(candidate(listing(5, BODY), offers=5)).right
    assert sifted(candidate(listing(5), offers=5, is_frame=True)).right


def test_a_list_of_news_is_the_evidence_when_it_is_one() -> None:
    asked = item(kind=ItemKind.NEWS)
    assert sifted(candidate(listing(3), offers=3), asked=asked).right
    assert only_lists(sifted(candidate(listing(2), offers=2), asked=asked))


def panels(url_path: str) -> Document:
    return section_page(
        url_path,
        sections=[Section("แผนดำเนินงาน", 0, 2, "p", panel=True)],
        blocks=(Block(BODY, "p", section=1),),
    )


def test_a_page_of_many_subjects_in_panels_is_a_way_and_no_evidence() -> None:
    asked = item(fresh=Freshness.CURRENT)
    busy = panels("/a")
    assert only_lists(sifted(candidate(busy, subjects=2), asked=asked))
    assert sifted(candidate(busy, subjects=1), asked=asked).right
    assert sifted(candidate(panels("/a#p"), subjects=2), asked=asked).right


def test_the_same_address_counts_once_with_the_words_that_fit_best() -> None:
    poor, rich = candidate(own_score=0.2), candidate(own_score=0.9)
    for pair in ((poor, rich), (rich, poor)):
        assert [s.candidate.own_score for s in sifted(*pair).right] == [0.9]


def test_the_assessors_explanation_is_not_judged() -> None:
    copied = section_page("/a", "แสดงแผนการดำเนินภารกิจของหน่วยงาน", BODY)
    (judged,) = sifted(candidate(copied)).right
    assert "แสดง" not in " ".join(block.text for block in judged.candidate.document.blocks)


ORDER = [
    candidate(plan("/a"), numbers=(10,)),
    candidate(plan("/b"), numbers=(10,), own_score=0.5),
    candidate(plan("/c"), numbers=(10,), own_score=0.5, inherited=True),
    candidate(plan("/d"), numbers=(10,), own_score=0.5, inherited=True, label_score=0.7),
    candidate(
        plan("/e"), numbers=(10,), own_score=0.5, inherited=True, label_score=0.7,
        click_path=("หน้าหลัก", "ก", "ข", "ค"),
    ),
    candidate(plan("/f"), numbers=(11,)),
    candidate(plan("/g", None), numbers=(10,)),
    candidate(plan("/h", 2565), numbers=(10,)),
    candidate(plan("/i", 2563), numbers=(10,)),
    candidate(plan("/j"), numbers=(10,), is_frame=True),
]  # fmt: skip


@pytest.mark.parametrize("candidates", [ORDER, ORDER[::-1]], ids=["forwards", "backwards"])
def test_the_right_year_comes_first_then_the_number_then_the_words(
    candidates: list[Candidate],
) -> None:
    sieve = sifted(*candidates, asked=item(fresh=Freshness.CURRENT))
    assert [s.candidate.document.url for s in sieve.right] == [c.document.url for c in ORDER]


def test_of_a_merged_item_the_first_concept_comes_first() -> None:
    merged = item(concepts=("budget_plan", "action_plan"))
    one, other = candidate(plan("/a")), candidate(plan("/b"), concept="budget_plan")
    sieve = sifted(one, other, asked=merged)
    assert [s.candidate.concept for s in sieve.right] == ["budget_plan", "action_plan"]


def test_a_report_on_part_of_this_year_is_no_late_report_on_the_year_before() -> None:
    half = paper("/r.pdf", f"รายงานผลการดำเนินงาน รอบ 6 เดือน ปีงบประมาณ พ.ศ. {YEAR}", BODY)

    sieve = sifted(candidate(half), asked=item(fresh=Freshness.PREVIOUS_YEAR))

    assert not sieve.wrong
    assert "part of fiscal year" in sieve.rejected[0].reason.en


def test_a_report_on_part_of_an_older_year_is_only_old() -> None:
    half = paper("/r.pdf", f"รายงานผลการดำเนินงาน รอบ 6 เดือน ปีงบประมาณ พ.ศ. {YEAR - 2}", BODY)

    assert sifted(candidate(half), asked=item(fresh=Freshness.PREVIOUS_YEAR)).wrong


HEAD = ("วันที่", "หัวข้อ", "")


def topics(*rows: tuple[str, ...], text: str = "") -> Document:
    """Return a page of topics; each row ends in what is clicked."""
    links = tuple(link(f"/n/{i}", row[-1]) for i, row in enumerate(rows) if row[-1])
    table = Table((HEAD, *rows), "table 1")
    return page("/list", "แผนดำเนินงาน", *([text] if text else []), links=links, tables=(table,))


@pytest.mark.parametrize(
    "rows",
    [
        (("05/10/2565", "แผนดำเนินงานของเทศบาลตำบล 2566", "อ่านต่อ"),),
        (
            ("1.", "แผนดำเนินงานของเทศบาลตำบล 2565", "เปิดดู"),
            ("2.", "แผนดำเนินงานของเทศบาลตำบล 2566", "เปิดดู"),
        ),
        (("7 ต.ค. 2565", "แผนดำเนินงานของเทศบาลตำบล 2566", "412", "รายละเอียด"),),
    ],
)
def test_a_table_of_topics_that_lead_on_is_a_list_and_no_evidence(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    found = sifted(candidate(topics(*rows), offers=len(rows)))
    assert len(found.lists) == 1
    assert not found.right


@pytest.mark.parametrize(
    "document",
    [
        topics(("โครงการปรับปรุงถนน", "กองช่าง รับผิดชอบโครงการ", "อ่านต่อ")),
        topics(("โครงการปรับปรุงถนนและทางเท้า", "1,200,000", "อ่านต่อ")),
        topics(("05/10/2565", "โครงการปรับปรุงถนนและทางเท้า", "อ่านต่อ"), text=BODY),
        topics(
            ("05/10/2565", "โครงการปรับปรุงถนนและทางเท้า", "อ่านต่อ"),
            ("06/10/2565", "โครงการปรับปรุงถนนและทางเท้า", ""),
        ),
    ],
)
def test_a_table_that_says_more_than_titles_is_no_mere_list(document: Document) -> None:
    found = sifted(candidate(document, offers=1))
    assert not found.lists
