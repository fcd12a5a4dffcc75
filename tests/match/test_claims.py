"""What a site says of its papers by number, year and title, and what does not agree."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oit_audit.extract import extract
from oit_audit.model import Claim, Disagreement, Document, Matches, Mismatch, Resource
from tests.match.sites import LONG, matches, page, paper, url

WHEN = datetime(2023, 1, 9, tzinfo=UTC)
PAPERS = {
    1: "โครงสร้าง",
    2: "ข้อมูลผู้บริหาร",
    3: "อำนาจหน้าที่",
    6: "กฎหมายที่เกี่ยวข้อง",
    14: "คู่มือหรือมาตรฐานการปฏิบัติงาน",
    17: "รายงานผลการสำรวจความพึงพอใจการให้บริการ",
    36: "แผนปฏิบัติการป้องกันการทุจริต",
}
"""Titles by their numbers in the list of 2566."""


def read(html: str, path: str = "/ita") -> Document:
    address = url(path)
    resource = Resource(address, address, 200, "text/html", "utf-8", WHEN, "0", 1)
    return extract(resource, f"<!doctype html><title>ITA</title>{html}".encode())


def entry(number: int, title: str, to: str = "") -> str:
    return f"<li><a href='{to or f'/f/{number}.pdf'}'>O{number} {title}</a></li>"


def site(body: str, *papers: Document, heading: str = "ITA ปี 2566") -> Matches:
    index = read(f"<h1>{heading}</h1><ul>{body}</ul>")
    home = read("<h1>เทศบาลตำบลสมมติ</h1><a href='/ita'>ข้อมูลสาธารณะ</a>", "/")
    listed = {link.url for link in index.links} - {each.url for each in papers}
    rest = [silent(address) for address in sorted(listed) if address]
    return matches(home, index, *papers, *rest)


def silent(address: str) -> Document:
    return paper(address.removeprefix("https://town.test"), LONG)


def right(*, without: int | None = None) -> str:
    return "".join(entry(n, title) for n, title in PAPERS.items() if n != without)


def only(found: Matches, kind: Mismatch) -> Disagreement:
    (disagreement,) = (d for d in found.disagreements if d.kind is kind)
    return disagreement


def test_a_claim_is_number_title_year_and_target() -> None:
    found = site(right())

    claim = next(c for c in found.claims if c.number == 17)

    assert claim == Claim(
        page=url("/ita"),
        label="O17 รายงานผลการสำรวจความพึงพอใจการให้บริการ",
        number=17,
        year_be=2566,
        list_year=2566,
        concepts=("satisfaction",),
        also=(),
        target=url("/f/17.pdf"),
        click_path=("หน้าหลัก", "ข้อมูลสาธารณะ"),
    )
    assert found.disagreements == ()


def test_a_title_under_the_number_of_another_item_is_told() -> None:
    found = site(right() + entry(12, "รายงานผลการดำเนินงานประจำปี"))

    told = only(found, Mismatch.NUMBER)

    assert (told.claim.number, told.number, told.year_be) == (12, 13, 2566)


def test_a_title_that_the_year_does_not_ask_for_is_placed_in_the_nearest_that_does() -> None:
    found = site(right() + entry(35, "การมีส่วนร่วมของผู้บริหาร"))

    told = only(found, Mismatch.NUMBER)

    assert (told.number, told.year_be) == (35, 2565)


def test_two_items_whose_titles_were_swapped_are_both_told() -> None:
    plan, results = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "การดำเนินการตาม"
    found = site(right() + entry(43, plan) + entry(42, results + plan))

    told = [d for d in found.disagreements if d.kind is Mismatch.NUMBER]

    assert {(d.claim.number, d.number) for d in told} == {(42, 43), (43, 42)}


def test_a_page_that_numbers_as_another_year_is_told_once() -> None:
    older = {
        10: "แผนดำเนินงานประจำปี",
        13: "คู่มือหรือมาตรฐานการปฏิบัติงาน",
        16: "รายงานผลการสำรวจความพึงพอใจการให้บริการ",
        21: "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ",
        36: "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี",
        39: "แผนปฏิบัติการป้องกันการทุจริต",
    }
    found = site("".join(entry(n, title) for n, title in older.items()))

    told = only(found, Mismatch.LIST)

    assert (told.claim.year_be, told.year_be) == (2566, 2565)
    assert told.numbers == (10, 13, 16, 21, 36, 39)


def test_a_target_that_names_itself_something_else_is_told() -> None:
    other = paper("/f/17.pdf", "แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2566", LONG)

    told = only(site(right(), other), Mismatch.TARGET)

    assert (told.claim.number, told.number, told.year_be) == (17, 36, 2566)


def test_a_target_for_several_items_is_told() -> None:
    found = site(right(without=2) + entry(2, "ข้อมูลผู้บริหาร", "/f/1.pdf"))

    assert only(found, Mismatch.SHARED).numbers == (1, 2)


def test_a_number_without_a_title_is_told_and_found_by_its_number() -> None:
    found = site(right(without=17) + "<li><a href='/f/17.pdf'>O17</a></li>")

    assert only(found, Mismatch.UNTITLED).numbers == (17,)
    assert [c.document.url for c in found.of(("satisfaction",))] == [url("/f/17.pdf")]


def test_the_years_that_a_target_names_are_kept() -> None:
    found = site(right(), paper("/f/17.pdf", "รายงานผลการสำรวจความพึงพอใจ ปีงบประมาณ 2564", LONG))

    assert next(c for c in found.claims if c.number == 17).target_years == (2564,)


@pytest.mark.parametrize("code", ["MOIT 17", "EB 17", "LPA 17"])
def test_a_code_of_another_scheme_claims_nothing(code: str) -> None:
    found = site(f"<li><a href='/f/9.pdf'>{code} รายงานเรื่องอื่น</a></li>" + right())

    assert url("/f/9.pdf") not in {claim.target for claim in found.claims}


def test_a_year_without_a_list_maps_no_number() -> None:
    body = right(without=17) + "<li><a href='/f/17.pdf'>O17</a></li>"
    found = site(body, heading="ITA ปี 2562")

    assert found.of(("satisfaction",)) == ()
    assert [d for d in found.disagreements if d.kind is Mismatch.NUMBER] == []


def test_a_heading_over_several_items_claims_nothing() -> None:
    found = site("<li><a href='/f/9.pdf'>ข้อมูลพื้นฐาน (o1-o10)</a></li>" + right())

    assert url("/f/9.pdf") not in {claim.target for claim in found.claims}


def test_each_column_of_years_claims_for_its_own_year() -> None:
    cells = "".join(
        f"<tr><td>O{n}</td><td>{title}</td><td><a href='/65/{n}.pdf'>เปิด</a></td>"
        f"<td><a href='/66/{n}.pdf'>เปิด</a></td></tr>"
        for n, title in PAPERS.items()
    )
    index = read(
        f"<table><tr><th>ข้อ</th><th>รายการ</th><th>2565</th><th>2566</th></tr>{cells}</table>"
    )
    home = page("/", "เทศบาลตำบลสมมติ")
    found = matches(home, index)

    assert {(c.target.rpartition("/")[0][-2:], c.year_be) for c in found.claims} == {
        ("65", 2565),
        ("66", 2566),
    }


def test_a_number_alone_on_a_badge_is_the_number_of_its_row() -> None:
    body = "".join(
        f"<li><span>O{n}</span> <a href='/f/{n}.pdf'>{title}</a></li>"
        for n, title in PAPERS.items()
    )
    assert {claim.number for claim in site(body).claims} == set(PAPERS)
