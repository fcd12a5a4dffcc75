# ruff: noqa: E501 - a page is easier to read on one line
from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.extract import read_links
from oit_audit.model import Document, Link, Region, Resource, Via

Page = Callable[..., Document]
Send = Callable[..., Resource]
BASE = "http://town.test/office/"


def only(document: Document) -> Link:
    (link,) = document.links
    return link


@pytest.mark.parametrize(
    ("html", "url", "via"),
    [
        ("<a href='a.pdf'>x</a>", BASE + "a.pdf", Via.HREF),
        ("<a href='../b/?id=1#p2'>x</a>", "http://town.test/b/?id=1#p2", Via.HREF),
        ("<a href='?y=2566'>x</a>", BASE + "page.html?y=2566", Via.HREF),
        ("<a href='//cdn.test/แผน.pdf'>x</a>", "http://cdn.test/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", Via.HREF),
        ("<map><area href='/c' alt='x'></map>", "http://town.test/c", Via.AREA),
        ("<iframe src='/map' title='x'></iframe>", "http://town.test/map", Via.FRAME),
        ("<iframe data-src='/late' title='x'></iframe>", "http://town.test/late", Via.FRAME),
        ("<embed src='d.pdf' title='x'>", BASE + "d.pdf", Via.EMBED),
        ("<object data='d.pdf' title='x'></object>", BASE + "d.pdf", Via.EMBED),
        ("<button onclick=\"location.href='/e'\">x</button>", "http://town.test/e", Via.ONCLICK),
        ("<div onclick=\"window.location = '/e'\">x</div>", "http://town.test/e", Via.ONCLICK),
        ("<table><tr onclick=\"window.open('e.pdf','_blank')\"><td>x</table>", BASE + "e.pdf", Via.ONCLICK),
        ("<a href='javascript:void(0)' onclick='location.assign(\"/e\")'>x</a>", "http://town.test/e", Via.ONCLICK),
        ("<a href=\"javascript:location.replace('/e')\">x</a>", "http://town.test/e", Via.ONCLICK),
        ("<a href='#' onclick=\"popup('doc/e.pdf'); return false\">x</a>", BASE + "doc/e.pdf", Via.ONCLICK),
        ("<button data-href='/f.xlsx'>x</button>", "http://town.test/f.xlsx", Via.DATA),
        ("<span data-url='/f'>x</span>", "http://town.test/f", Via.DATA),
        ("<a data-link='/f' href='#'>x</a>", "http://town.test/f", Via.DATA),
        ("<div data-flipbook='/files/g.pdf'>x</div>", "http://town.test/files/g.pdf", Via.DATA),
        ("<button formaction='/send'>x</button>", "http://town.test/send", Via.FORM),
        ("<a href='go.php?to=https://other.test/'>x</a>", BASE + "go.php?to=https://other.test/", Via.HREF),
        ("<a href='docs\\plan.pdf'>x</a>", BASE + "docs/plan.pdf", Via.HREF),
        ("<a href='http:\\\\other.test\\a.pdf'>x</a>", "http://other.test/a.pdf", Via.HREF),
        ("<span data-url='https%3A%2F%2Fother.test%2Fa'>x</span>", "https://other.test/a", Via.DATA),
    ],
)  # fmt: skip
def test_a_page_may_offer_a_link_in_many_ways(page: Page, html: str, url: str, via: Via) -> None:
    link = only(page(html))
    assert (link.url, link.text, link.via) == (url, "x", via)


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#'>o12</a>",
        "<a href=''>o12</a>",
        "<a href='javascript:void(0)'>o12</a>",
        "<a href='javascript:show(5)'>o12</a>",
        "<a href='#nothing-there'>o12</a>",
        "<a href='page.html#nothing-there'>o12</a>",
        "<a href='#' onclick=\"location.href='/view/' + id\">o12</a>",
        "<a onclick='openIt(5)'>o12</a>",
        "<a href='http://[x'>o12</a>",
        "<a href='#' data-url='{{ link }}'>o12</a>",
        "<a href='#gone' data-toggle='collapse'>o12</a>",
    ],
)
def test_a_label_that_leads_nowhere_is_kept_without_an_address(page: Page, html: str) -> None:
    link = only(page(html))
    assert (link.url, link.text) == ("", "o12")


@pytest.mark.parametrize(
    "html",
    [
        "<a href='mailto:office@town.test'>อีเมล</a>",
        "<a href='tel:021234567'>โทร</a>",
        "<a name='top'></a>",
        "<a>ไม่ใช่ลิงก์</a>",
        "<link rel=next href=/2><img src=a.png>",
        "<div onclick='toggle(1)'>ปุ่ม</div>",
        "<iframe src='about:blank'></iframe>",
        "<div data-href='#x'>y</div>",
        "<div data-link='menu'>y</div>",
        "<select><option value='/a'>ก</select>",
        "<meta http-equiv=refresh content=30>",
        "<a href='#'><i class=arrow></i></a>",
    ],
)
def test_what_is_no_link_to_a_page_is_no_link(page: Page, html: str) -> None:
    assert page(html).links == ()


def test_the_base_of_a_page_is_honoured_but_its_own_address_stays(page: Page) -> None:
    read = page(
        "<base href='http://other.test/x/'><a href='a'>1</a><a href='#here'>2</a><p id=here>y</p>"
    )
    assert [link.url for link in read.links] == [
        "http://other.test/x/a",
        "http://other.test/x/#here",
    ]


@pytest.mark.parametrize(
    ("charset", "query"),
    [("cp874", "%A1"), ("utf-8", "%E0%B8%81"), ("utf-16", "%E0%B8%81")],
)
def test_a_query_is_asked_in_the_charset_of_the_page(send: Send, charset: str, query: str) -> None:
    html = "<p>แผนพัฒนาท้องถิ่น</p><a href='ก.php?f=%32ก&amp;x=1#ก'>ก</a>"
    (link,) = read_links(send(), html.encode(charset))
    assert link.url == f"{BASE}%E0%B8%81.php?f=2{query}&x=1#ก"


def test_a_base_that_is_no_address_is_ignored(page: Page) -> None:
    assert only(page("<base href='javascript:1'><a href='a'>1</a>")).url == BASE + "a"


@pytest.mark.parametrize(
    "content",
    [
        "0; URL='/home.php'", "0;url=/home.php", "0,/home.php", " 5  /home.php", "0.5 ; url = /home.php",
        ";url=/home.php", "0; url='/home.php' and more",
    ],
)  # fmt: skip
def test_a_refresh_leads_on(page: Page, content: str) -> None:
    link = only(page(f'<meta http-equiv="Refresh" content="{content}">'))
    assert (link.url, link.via) == ("http://town.test/home.php", Via.REFRESH)


def test_a_frameset_is_a_page_of_links(page: Page) -> None:
    read = page(
        "<frameset cols='20%,*'><frame src=menu.htm name=menu><frame src=main.htm name=main></frameset>"
    )
    assert [(link.url, link.text) for link in read.links] == [
        (BASE + "menu.htm", "menu"),
        (BASE + "main.htm", "main"),
    ]


def test_a_list_box_that_jumps_is_a_list_of_links(page: Page) -> None:
    read = page(
        "<select onchange='location=this.value'><option value=''>เลือกปี<option value='ita.php?y=2566'>ปี 2566</select>"
    )
    assert [(link.url, link.text) for link in read.links] == [(BASE + "ita.php?y=2566", "ปี 2566")]


def test_a_viewer_leads_to_the_paper_it_shows(page: Page) -> None:
    read = page(
        "<a href='/viewer.html?file=%2Fdocs%2Fplan.pdf&page=1'>แผน</a><a href='/v?a=b.pdf'>อื่น</a>"
    )
    assert [(link.url, link.via) for link in read.links][:2] == [
        ("http://town.test/docs/plan.pdf", Via.HREF),
        ("http://town.test/v?a=b.pdf", Via.HREF),
    ]
    assert len(read.links) == 2


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<a href=/x><b>แผน</b>งาน</a>", "แผนงาน"),
        ("<a href=/x><img src=i.png alt='แผนที่'></a>", "แผนที่"),
        ("<a href=/x aria-label='ดู'><i class=icon></i></a>", "ดู"),
        ("<a href=/x title='ดาวน์โหลด'><img src=i.png></a>", "ดาวน์โหลด"),
        ("<a href=/x><img src=i.png></a>", ""),
    ],
)
def test_a_link_says_what_a_person_sees_or_hears(page: Page, html: str, text: str) -> None:
    assert only(page(html)).text == text


def test_a_title_is_kept_when_it_says_more(page: Page) -> None:
    read = page(
        "<a href=/1 title='รายงานข้อมูลสถิติเรื่องร้องเรียน'>รายงานข้อมูลสถิติ...</a><a href=/2 title='ข่าว'>ข่าวใหม่</a>"
    )
    assert [link.title for link in read.links] == ["รายงานข้อมูลสถิติเรื่องร้องเรียน", ""]


def test_a_link_in_a_table_knows_its_row_its_column_and_the_line_across(page: Page) -> None:
    read = page("""<h2>ITA ปี 2566</h2><table><tr><th>ข้อ<th>รายการ<th>เอกสาร
        <tr><td colspan=3>ตัวชี้วัดย่อยที่ 9.1
        <tr><td rowspan=2>o1<td rowspan=2>โครงสร้าง<td><a href=/1>เปิด</a><tr><td><a href=/2>เปิด</a></table>""")
    first, second = read.links
    assert first.context == ("ITA ปี 2566", "ตัวชี้วัดย่อยที่ 9.1", "เอกสาร", "โครงสร้าง")
    assert second.row == "o1 โครงสร้าง เปิด"


def test_a_link_in_a_menu_knows_the_entries_above_it(page: Page) -> None:
    read = page("""<ul class=menu><li><a href='#'>บริการ</a><ul><li><a href='#'>คู่มือ</a>
        <ul><li><a href=/k>คู่มือประชาชน</a></ul></ul><li><a href=/n>ข่าว</a></ul>""")
    deep, flat = read.links
    assert (deep.context, deep.row, deep.region) == (
        ("บริการ", "คู่มือ"),
        "คู่มือประชาชน",
        Region.NAVIGATION,
    )
    assert flat.context == ()


def test_a_parent_that_only_drops_a_menu_down_is_no_dead_label(page: Page) -> None:
    read = page("""<div class="nav-item dropdown"><a href="#" data-bs-toggle="dropdown" class="dropdown-toggle">แผนงาน</a>
        <div class="dropdown-menu"><a class="dropdown-item" href="/p">แผนพัฒนา</a></div></div>""")
    link = only(read)
    assert (link.text, link.context, link.row) == ("แผนพัฒนา", ("แผนงาน",), "แผนพัฒนา")


def test_a_list_is_named_by_the_line_before_it_and_a_definition_by_its_term(page: Page) -> None:
    read = page(
        "<p>ปี 2566</p><ul><li><a href=/1>แผน</a></ul><dl><dt>o5<dd><a href=/2>ก</a><dd><a href=/3>ข</a></dl>"
    )
    assert [link.context for link in read.links] == [("ปี 2566",), ("o5",), ("o5",)]


def test_the_name_of_the_site_does_not_name_its_menu(page: Page) -> None:
    read = page("<nav><a class=navbar-brand href=/>เทศบาล</a><ul><li><a href=/n>ข่าว</a></ul></nav>")
    assert read.links[1].context == ()


def test_the_row_of_a_card_is_the_card_and_elsewhere_its_line(page: Page) -> None:
    card = "<div class=card><p>แผนพัฒนา</p><a href=/1>ดาวน์โหลด</a></div>"
    read = page(
        card
        + "<div>"
        + "".join(f"<p>เรื่องที่ {n} {'ก' * 40}</p><a href=/{n}>เปิด</a>" for n in range(50))
        + "</div>"
    )
    assert read.links[0].row == "แผนพัฒนา ดาวน์โหลด"
    assert read.links[31].row == "เปิด"
    assert read.links[31].before[-1].startswith("เรื่องที่ 30 ")
    assert len(read.links[31].row) <= 300


def test_a_line_of_a_layout_table_is_the_row_but_the_whole_page_is_not(page: Page) -> None:
    read = page("""<table><tr><td><img src=b.gif><td>แผนพัฒนา <a href=/1>เปิด</a></table>
        <table><tr><td><table><tr><td>ก<td>ข</table><td>ข่าว <a href=/2>อ่าน</a></table>""")
    assert [link.row for link in read.links] == ["แผนพัฒนา เปิด", "ข่าว อ่าน"]


def test_only_pages_have_links(send: Send) -> None:
    assert (
        read_links(send(media_type="text/plain", url="http://town.test/a.txt"), b"<a href=/x>")
        == ()
    )
    body = b"<html><a href=/x>x</a>"
    assert [link.url for link in read_links(send(media_type="application/pdf"), body)] == [
        "http://town.test/x"
    ]


def test_absurdly_long_addresses_are_no_addresses(page: Page) -> None:
    assert only(page(f"<a href='/{'x' * 3000}'>x</a>")).url == ""
