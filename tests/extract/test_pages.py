# ruff: noqa: E501 - a page is easier to read on one line
from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.extract import _extractor, _tree, webpage
from oit_audit.model import Document, Legibility, Region

Page = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_every_visible_run_of_text_is_there_once_and_in_order(page: Page) -> None:
    read = page("""<title> หน้า
        แรก </title><body>ต้น<h1>หัวเรื่อง</h1><p>ย่อ<b>หน้า</b>แรก</p>
        <div>ข้างนอก<p>ข้างใน</p>ท้าย</div><ul><li>หนึ่ง<li>สอง</ul>
        <dl><dt>ชื่อ<dd>ค่า</dl><label>ช่อง</label>""")
    assert read.title == "หน้า แรก"
    assert [(block.text, block.where) for block in read.blocks] == [
        ("ต้น", "text"),
        ("หัวเรื่อง", "h1"),
        ("ย่อหน้าแรก", "p"),
        ("ข้างนอก", "text"),
        ("ข้างใน", "p"),
        ("ท้าย", "text"),
        ("หนึ่ง", "li"),
        ("สอง", "li"),
        ("ชื่อ", "dt"),
        ("ค่า", "dd"),
        ("ช่อง", "form"),
    ]


def test_what_nobody_sees_is_not_text(page: Page) -> None:
    read = page("""<p>เห็น</p><!-- <a href="/hidden">เมนูเก่า</a> --><script>var a = "ลับ"</script>
        <style>p{}</style><template><p>แม่แบบ</p></template><select><option>ตัวเลือก</select>
        <textarea>ร่าง</textarea><svg><title>ไอคอน</title><text>หัวหน้า</text></svg>""")
    assert texts(read) == ["เห็น", "หัวหน้า"]
    assert read.links == ()


def test_text_for_readers_without_scripts_is_kept(page: Page) -> None:
    assert texts(page("<body><noscript><p>แผนผัง</p></noscript>")) == ["แผนผัง"]


def test_numeric_entities_and_spaces_of_all_kinds_come_out_plain(page: Page) -> None:
    assert texts(page("<p>&#3649;&#x0E1C;&#3609;&nbsp;&nbsp;\n 2566 &amp; อื่น</p>")) == [
        "แผน 2566 & อื่น"
    ]


def test_one_break_is_a_space_and_two_make_a_new_run(page: Page) -> None:
    assert texts(page("<p>นาย ก<br>นายก<br><br>โทร 0</p>")) == ["นาย ก นายก", "โทร 0"]


def test_words_around_blocks_do_not_run_together(page: Page) -> None:
    read = page("<table><tr><th>ก<th>ข<tr><td><p>หนึ่ง</p><p>สอง</p>สาม<br>สี่<td>5</table>")
    assert read.tables[0].rows[1] == ("หนึ่ง สอง สาม สี่", "5")


def test_a_table_is_read_once_with_its_spans_filled_in(page: Page) -> None:
    read = page("""<p>ก่อน</p><table><caption>งบ</caption>
        <tr><th rowspan=2>ที่<th colspan=2>งบประมาณ<tr><th>ตั้ง<th>จ่าย
        <tr><td rowspan=2>1<td>100<td>90<tr><td>50<td>40</table><p>หลัง</p>""")
    (table,) = read.tables
    assert table.rows == (
        ("ที่", "งบประมาณ", "งบประมาณ"),
        ("ที่", "ตั้ง", "จ่าย"),
        ("1", "100", "90"),
        ("1", "50", "40"),
    )
    assert (table.caption, table.where) == ("งบ", "table 1")
    assert texts(read) == ["ก่อน", "หลัง"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>เมนู<td><table><tr><td>ใน<td>ข่าว<tr><td>ก<td>ข</table></table>",
        "<table><tr><td><h2>ข่าว</h2><td>ภาพ<tr><td>ก<td>ข</table>",
        "<table><tr><td>บรรทัด<td>เดียว</table>",
        "<table><tr><td>คอลัมน์<tr><td>เดียว</table>",
        "<table role=presentation><tr><td>ก<td>ข<tr><td>ค<td>ง</table>",
        "<table><tr><td>ชื่อ<td><input><tr><td>โทร<td><input></table>",
        f"<table><tr><td>เมนู<td><p>{'ข่าว ' * 90}</p><p>{'ข่าว ' * 90}</p><tr><td>ก<td>ข</table>",
    ],
    ids=["nested", "headings", "one row", "one column", "role", "form", "paragraphs"],
)
def test_a_table_that_lays_out_the_page_is_text(page: Page, html: str) -> None:
    read = page(html)
    assert read.blocks
    outer = [table for table in read.tables if len(table.rows[0]) > 1 and "เมนู" in table.rows[0]]
    assert outer == []
    shown = " ".join([*texts(read), *(cell for t in read.tables for row in t.rows for cell in row)])
    assert shown.split()[0] in html


def test_an_old_page_of_nested_tables_keeps_only_its_inner_list_as_data(page: Page) -> None:
    read = page("""<table width=780><tr><td colspan=2><img src=banner.gif>
        <tr><td><table><tr><td><a href=a.html>เมนู</a></table>
        <td><font size=4>ประกาศ</font><table border=1><tr><td>ลำดับ<td>เรื่อง<tr><td>1<td>แผน</table></table>""")
    assert [table.rows for table in read.tables] == [(("ลำดับ", "เรื่อง"), ("1", "แผน"))]
    assert texts(read) == ["เมนู", "ประกาศ"]


def test_absurd_spans_are_bounded(page: Page) -> None:
    read = page(
        "<table><tr><th>ก<th>ข<tr><td colspan=99999999>ค<td rowspan=-1 colspan=x>ง<tr><td>จ</table>"
    )
    assert {len(row) for row in read.tables[0].rows} == {200}


def test_an_empty_table_is_no_table(page: Page) -> None:
    assert page("<table><tr><td> <td><tr><td><td> </table>").tables == ()


def test_regions_follow_the_markup_of_the_page(page: Page) -> None:
    read = page("""<div id="site-header"><p>หัว</p><a href=/>x</a></div><div class="main-menu"><p>เมนู</p></div>
        <main><p>เนื้อหา</p><article><header><p>หัวข้อข่าว</p><a href=/1>y</a></header></article></main>
        <div class="sidebar"><p>ข้าง</p></div><div class="ft footer-bottom" role="contentinfo"><p>ท้าย</p></div>""")
    regions = {block.text: block.region for block in read.blocks if len(block.text) > 1}
    assert regions == {
        "หัว": Region.HEADER,
        "เมนู": Region.NAVIGATION,
        "เนื้อหา": Region.MAIN,
        "หัวข้อข่าว": Region.MAIN,
        "ข้าง": Region.ASIDE,
        "ท้าย": Region.FOOTER,
    }


def test_a_menu_that_was_never_closed_does_not_swallow_the_page(page: Page) -> None:
    read = page("<nav><ul><li>เมนู</ul><div><p>เนื้อหา</p></div><footer>ท้าย</footer>")
    regions = [block.region for block in read.blocks]
    assert regions == [Region.MAIN, Region.MAIN, Region.FOOTER]


def test_tabs_and_titles_are_no_page_header(page: Page) -> None:
    read = page("""<ul class="nav nav-tabs"><li>แท็บ</ul><div class="page-header"><h1>ชื่อ</h1></div>
        <header><h2>เรื่อง</h2><p>วันที่</p></header>""")
    assert {block.region for block in read.blocks} == {Region.MAIN}


def test_a_page_that_waits_for_its_scripts_cannot_be_read(page: Page) -> None:
    read = page(
        "<div id=root></div><script src=app.js></script><noscript>Please enable JavaScript</noscript>"
    )
    assert read.legibility is Legibility.NONE
    assert read.legibility_note == "the page shows nothing without its scripts"


def test_a_splash_page_with_a_way_in_is_readable(page: Page) -> None:
    assert page("<script></script><a href=/home>เข้าสู่เว็บไซต์</a>").legibility is Legibility.GOOD
    assert page("<script></script><img src=welcome.jpg>").legibility is Legibility.GOOD


def test_a_page_of_torn_characters_is_hardly_readable(page: Page) -> None:
    read = page("<p>" + "แ\ufffdน" * 50 + "</p>")
    assert read.legibility is Legibility.POOR
    assert page(f"<p>{'แผนพัฒนา' * 50}\ufffd</p>").legibility is Legibility.GOOD


def test_a_page_without_end_is_cut_and_says_so(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tree, "MAX_NODES", 50)
    read = page("<p>ก</p>" * 100)
    assert read.legibility is Legibility.POOR
    assert 0 < len(read.blocks) < 50


def test_too_many_blocks_and_links_are_cut(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit_audit.extract._blocks.MAX_BLOCKS", 5)
    monkeypatch.setattr("oit_audit.extract._links.MAX_LINKS", 5)
    monkeypatch.setattr(webpage, "MAX_LINKS", 5)
    read = page("<p><a href=/a>ก</a></p>" * 20)
    assert (len(read.blocks), len(read.links)) == (5, 5)
    assert read.legibility is Legibility.POOR


def test_a_run_of_text_without_end_is_given_in_pieces(page: Page) -> None:
    read = page(f"<p>{'ก' * 25_000}</p>")
    assert [len(block.text) for block in read.blocks] == [10_000, 10_000, 5_000]
    assert _extractor.MAX_BLOCK_TEXT == 10_000


def test_tables_stop_at_their_share_of_cells(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit_audit.extract._tables.MAX_CELLS", 4)
    read = page("<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table>" * 2)
    assert [table.rows for table in read.tables] == [(("a", "b"), ("1", "2"))]


def test_very_deep_pages_are_read(page: Page) -> None:
    read = page("<div>" * 5_000 + "<ul><li>" * 3_000 + "<a href=/x>ลึก</a>")
    assert [link.text for link in read.links] == ["ลึก"]
    assert texts(read) == ["ลึก"]


def test_an_address_of_the_page_its_name_and_kind_are_kept(page: Page) -> None:
    read = page("<p>x</p>", url="http://town.test/%E0%B9%81%E0%B8%9C%E0%B8%99.html")
    assert (read.file_name, read.media_type) == ("แผน.html", "text/html")
