"""Lists of news and notices are of the years of their rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.judge.rows import holds_amounts, row_days
from oit_audit.model import Status, Table
from tests.judge.towns import read, verdict_on
from tests.match.sites import link, page

NEWS, NOTICES = "ข่าวประชาสัมพันธ์", "ประกาศจัดซื้อจัดจ้าง"
TITLES = ("ขอเชิญร่วมงานบุญข้าวใหม่", "พ่นหมอกควันป้องกันไข้เลือดออก", "รับลงทะเบียนผู้สูงอายุ ปี 2565")

SHAPES: dict[str, Callable[[str, str], str]] = {
    "ul": lambda day, title: f"<ul><li>{title} {day}</li></ul>",
    "divs": lambda day, title: f"<div>{day} <a href='/x'>{title}</a></div>",
    "cards": lambda day, title: f"<div><h3>{title}</h3><time>{day}</time></div>",
}


def listed(shape: str, *days: str) -> str:
    rows = "".join(SHAPES[shape](day, title) for day, title in zip(days, TITLES, strict=True))
    return f"<h1>{NEWS}</h1>{rows}"


def table(*days: str) -> str:
    rows = "".join(
        f"<tr><td>{day}</td><td><a href='/n'>{title}</a></td></tr>"
        for day, title in zip(days, TITLES, strict=True)
    )
    return f"<h1>{NOTICES}</h1><table><tr><th>วันที่</th><th>เรื่อง</th></tr>{rows}</table>"


OLD = ("14 ธันวาคม 2562", "1 ก.พ. 2563", "22 มิ.ย. 63")
NEW = ("14 ธันวาคม 2562", "1 ก.พ. 2565", "22 มิ.ย. 63")


@pytest.mark.parametrize("shape", SHAPES)
def test_news_whose_rows_are_all_older_is_not_met(shape: str) -> None:
    assert verdict_on("news", NEWS, {"/item": listed(shape, *OLD)}).status is Status.UNKNOWN


@pytest.mark.parametrize("shape", SHAPES)
def test_news_with_a_row_of_the_year_is_met(shape: str) -> None:
    assert verdict_on("news", NEWS, {"/item": listed(shape, *NEW)}).status is Status.MET


@pytest.mark.parametrize(("days", "status"), [(OLD, Status.UNKNOWN), (NEW, Status.MET)])
def test_notices_are_of_the_dates_of_their_rows(days: tuple[str, ...], status: Status) -> None:
    found = verdict_on("procurement_notices", NOTICES, {"/item": table(*days)})

    assert found.status is status


def test_a_title_that_names_the_year_counts_before_the_rows() -> None:
    page = listed("ul", *OLD).replace(f"<h1>{NEWS}", f"<h1>{NEWS} ประจำปีงบประมาณ 2565")

    assert verdict_on("news", NEWS, {"/item": page}).status is Status.MET


def test_when_an_article_was_written_and_changed_is_no_row() -> None:
    page = "<p>เผยแพร่เมื่อ 12 มกราคม 2564</p><p>แก้ไขล่าสุด 3 กุมภาพันธ์ 2565</p>"

    assert row_days(read("/a", page)) == ()


def test_a_table_of_amounts_says_something_and_a_list_of_links_does_not() -> None:
    plan = Table(
        (("หมวด", "ไตรมาส 1"), ("งบบุคลากร", "1,900,000"), ("งบลงทุน", "870,000")), "table 1"
    )
    listed = Table((("ที่", "เรื่อง"), ("1", "ซื้อรถ 1,900,000"), ("2", "870,000")), "table 1")
    back = link("/list", "ย้อนกลับ")

    assert holds_amounts(page("/p", "แผน", links=[back], tables=(plan,)))
    assert not holds_amounts(page("/p", "แผน", links=[link("/a", "870,000")], tables=(listed,)))
