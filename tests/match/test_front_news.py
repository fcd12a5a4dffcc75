"""News that stand on the home page alone are its part, with the days of its entries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.match.front_news import front_news
from oit_audit.model import Block, Candidate, Document
from tests.match.sites import LONG, candidates, graph, lexicon, link, page

LINKS = (link("/n/1", "ปลูกต้นไม้ริมคลอง"), link("/n/2", "ตรวจสุขภาพผู้สูงอายุ"))
LISTED = ("ปลูกต้นไม้ริมคลอง (3 ม.ค. 66)", "ตรวจสุขภาพผู้สูงอายุ (9 ก.พ. 66)")


def home(*lines: str) -> Document:
    front = page("/", "เทศบาลตำบลสมมติ", links=LINKS)
    blocks = (*front.blocks, *(Block(line, "li") for line in (*lines, LONG)))
    return replace(front, blocks=blocks)


def box(front: Document) -> Candidate | None:
    return front_news(graph(front, page("/n/1", "ก"), page("/n/2", "ข")), lexicon())


@pytest.mark.parametrize(
    "lines",
    [
        ("ข่าวกิจกรรม", *LISTED),
        (f"ข่าวล่าสุด * 3 ม.ค. 66 {LINKS[0].text} * 9 ก.พ. 66 {LINKS[1].text}",),
        ("ข่าวสาร", LINKS[0].text, "3 มกราคม 2566", LINKS[1].text, "9 กุมภาพันธ์ 2566"),
    ],
    ids=["a list below a line", "all in one cell", "days on lines of their own"],
)
def test_dated_links_under_a_word_for_news_are_news(lines: tuple[str, ...]) -> None:
    found = box(home(*lines))
    assert found is not None
    assert (found.is_part, found.live_links, found.document.url) == (True, 2, "https://town.test/")
    assert LONG not in [block.text for block in found.document.blocks]


@pytest.mark.parametrize(
    "lines",
    [
        ("โครงสร้างส่วนราชการ", *LISTED),
        ("ข่าวกิจกรรม", LINKS[0].text, LINKS[1].text),
        ("ข่าวกิจกรรม", "ปิดทำการ 3 ม.ค. 66", "เปิดทำการ 9 ก.พ. 66"),
        ("ข่าวกิจกรรม", LISTED[0]),
        ("ข่าวกิจกรรม", LONG, *LISTED),
    ],
    ids=["no word for news", "no days", "no links", "one entry", "something else between"],
)
def test_anything_else_is_no_news(lines: tuple[str, ...]) -> None:
    assert box(home(*lines)) is None


def test_a_page_of_news_is_preferred() -> None:
    front = home("ข่าวกิจกรรม", *LISTED)
    news = page("/news", "ข่าวประชาสัมพันธ์", links=LINKS)
    front = replace(front, links=(*front.links, link("/news", "ข่าวประชาสัมพันธ์")))
    assert "/" in candidates("news", replace(front, links=LINKS), page("/n/1"), page("/n/2"))
    assert "/" not in candidates("news", front, news, page("/n/1"), page("/n/2"))
