# ruff: noqa: E501 - a page is easier to read on one line
from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.model import Document

Page = Callable[..., Document]


def tree(document: Document) -> list[tuple[str, str, int, str | None, bool]]:
    """Label, label of the parent, level, anchor, panel of each section but the whole."""
    parts = document.sections
    return [
        (part.label, parts[part.parent].label, part.level, part.anchor, part.panel)
        for part in parts[1:]
    ]


def inside(document: Document, label: str) -> list[str]:
    index = next(i for i, part in enumerate(document.sections) if part.label == label)
    return [block.text for block in document.part(index).blocks]


def test_headings_make_nested_sections_that_end_at_the_next_of_their_rank(page: Page) -> None:
    read = page(
        "<h1>ก</h1><p>1</p><h3>ข</h3><p>2</p><h2 id=c>ค</h2><p>3</p><h3>ง</h3><p>4</p><h2>จ</h2>"
    )
    assert tree(read) == [
        ("ก", "", 1, None, False),
        ("ข", "ก", 3, None, False),
        ("ค", "ก", 2, "c", False),
        ("ง", "ค", 3, None, False),
        ("จ", "ก", 2, None, False),
    ]
    assert inside(read, "ค") == ["ค", "3", "ง", "4"]


@pytest.mark.parametrize(
    "html",
    [
        "<h3 id=o12>o12</h3>",
        "<h3><a name=o12></a>o12</h3>",
        "<a name=o12></a>\n<h3>o12</h3>",
        "<span id=o12></span><h3>o12</h3>",
        "<section id=o12><h3>o12</h3><p>y</p></section>",
    ],
)
def test_a_heading_is_opened_by_the_name_at_or_before_it(page: Page, html: str) -> None:
    assert page(f"<p>x</p>{html}<p>z</p>").sections[1].anchor == "o12"


def test_a_name_further_up_does_not_open_a_heading(page: Page) -> None:
    assert page("<a name=top></a><p>x</p><h3>o12</h3>").sections[1].anchor is None
    assert page("<div id=fb></div><h3>o12</h3>").sections[1].anchor is None


def test_an_empty_heading_opens_nothing_but_ends_what_is_above(page: Page) -> None:
    read = page("<h2>ก</h2><p>1</p><h2> </h2><p>2</p>")
    assert inside(read, "ก") == ["ก", "1"]


def test_a_heading_in_a_card_ends_with_the_card(page: Page) -> None:
    read = page("<h2>ข่าว</h2><div class=card><h5>หนึ่ง</h5><p>a</p></div><p>b</p>")
    assert inside(read, "หนึ่ง") == ["หนึ่ง", "a"]
    assert inside(read, "ข่าว") == ["ข่าว", "หนึ่ง", "a", "b"]


def test_a_heading_in_a_link_or_list_item_heads_nothing_beyond_it(page: Page) -> None:
    read = page("""<ul><li><a href=/1><h6>กองคลัง</h6></a></ul><p>x</p><a href=/2>ต่อ</a>
        <div><a href=/3><h5>ข่าว</h5></a><p>ย่อ</p></div><p>y</p>""")
    assert inside(read, "กองคลัง") == ["กองคลัง"]
    assert inside(read, "ข่าว") == ["ข่าว", "ย่อ"]
    assert read.links[1].context == ()


def test_a_heading_in_its_own_wrapper_heads_what_follows_the_wrapper(page: Page) -> None:
    read = page("""<article><header class=entry-header><h1>แผน</h1><span>วันที่</span></header>
        <div class=entry-content><p>เนื้อ</p></div></article><p>นอก</p>""")
    assert inside(read, "แผน") == ["แผน", "วันที่", "เนื้อ"]


def test_the_name_in_the_page_header_does_not_head_the_page(page: Page) -> None:
    read = page("<div id=header><h3>เทศบาล</h3></div><div><p>เนื้อ</p></div><div id=footer>ท้าย</div>")
    assert inside(read, "เทศบาล") == ["เทศบาล"]


def test_the_footer_belongs_to_no_heading_above_it(page: Page) -> None:
    read = page("<h1>แผน</h1><p>เนื้อ</p><footer><p>ที่อยู่</p></footer><p>หลัง</p>")
    assert inside(read, "แผน") == ["แผน", "เนื้อ", "หลัง"]
    assert next(block.section for block in read.blocks if block.text == "ที่อยู่") == 0


@pytest.mark.parametrize(
    "html",
    [
        """<button data-toggle="collapse" data-target="#p1">o12 แผน</button><div id="p1" class="collapse">BODY</div>""",
        """<h2 class="accordion-header"><button class="accordion-button" data-bs-toggle="collapse"
           data-bs-target="#p1">o12 แผน</button></h2><div id="p1" class="accordion-collapse">BODY</div>""",
        """<a role="button" data-toggle="collapse" href="#p1">o12 แผน</a><div id="p1">BODY</div>""",
        """<div role="tab" aria-controls="p1">o12 แผน</div><div id="p1" role="tabpanel">BODY</div>""",
        """<ul class="nav nav-tabs"><li><a data-toggle="tab" href="#p1">o12 แผน</a></ul>
           <div class="tab-content"><div class="tab-pane" id="p1">BODY</div></div>""",
        """<details id="p1"><summary>o12 แผน</summary>BODY</details>""",
        """<button class="accordion">o12 แผน</button><div class="panel" id="p1">BODY</div>""",
        """<div><div class="head"><a class="accordion-toggle">o12 แผน</a></div><div class="content" id="p1">BODY</div></div>""",
        """<div role="button" aria-expanded="false">o12 แผน</div><div class="answer" id="p1">BODY</div>""",
        """<div class="card" id="p1"><div class="card-header">o12 แผน</div><div class="card-body">BODY</div></div>""",
        """<fieldset id="p1"><legend>o12 แผน</legend>BODY</fieldset>""",
        """<div data-mdb-toggle="modal" data-mdb-target="#p1">o12 แผน</div><div class="modal" id="p1">BODY</div>""",
        """<button data-modal-target="p1" data-modal-toggle="p1">o12 แผน</button><div id="p1">BODY</div>""",
        """<button data-toggle="collapse" data-target="#p1" aria-label="o12 แผน"><i></i></button><div id="p1">BODY</div>""",
    ],
    ids=["bootstrap 4", "bootstrap 5", "anchor", "tab role", "tabs", "details", "w3schools", "wrapped", "expanded", "card",
         "fieldset", "other kit", "modal", "icon"],
)  # fmt: skip
def test_a_label_that_opens_a_part_of_the_page_names_that_part(page: Page, html: str) -> None:
    read = page(html.replace("BODY", "<p>เนื้อ</p><a href=/d.pdf>เปิด</a>") + "<p>นอก</p>")
    assert [part[0] for part in tree(read)] == ["o12 แผน"]
    assert read.sections[1].panel
    assert read.sections[1].anchor == "p1"
    assert [link.url for link in read.part(1).links] == ["http://town.test/d.pdf"]
    assert [link.context for link in read.links] == [("o12 แผน",)]
    assert "นอก" not in inside(read, "o12 แผน")


def test_the_label_of_a_panel_stands_in_its_part_as_a_heading(page: Page) -> None:
    read = page(
        "<h2>ITA</h2><h3><button data-bs-toggle=collapse data-bs-target='#a'>o1</button></h3><div id=a>เนื้อ</div>"
    )
    assert tree(read) == [("ITA", "", 2, None, False), ("o1", "ITA", 3, "a", True)]
    assert [(block.text, block.heading) for block in read.part(2).blocks] == [("o1", 3), ("เนื้อ", 0)]


def test_headings_in_a_panel_belong_to_it_whatever_their_rank(page: Page) -> None:
    read = page("""<h3>ITA</h3><button data-toggle=collapse data-target='#a'>o1</button>
        <div id=a><h1>ใหญ่</h1><p>1</p></div><p>2</p>""")
    assert [(part[0], part[1]) for part in tree(read)] == [
        ("ITA", ""),
        ("o1", "ITA"),
        ("ใหญ่", "o1"),
    ]
    assert next(block.section for block in read.blocks if block.text == "2") == 1


def test_a_toggle_with_an_address_of_its_own_is_also_a_link(page: Page) -> None:
    read = page(
        "<a href=/list data-toggle=collapse data-target='#a'>แผน</a><div id=a><a href=/1>ก</a></div>"
    )
    assert [link.url for link in read.links] == ["http://town.test/list", "http://town.test/1"]


def test_a_bare_fragment_opens_a_part_and_stays_a_link(page: Page) -> None:
    read = page(f"<ul><li><a href='#t1'>แท็บ</a></ul><div id=t1><p>เนื้อ</p></div>{'<p>x</p>' * 20}")
    assert tree(read) == [("แท็บ", "", 1, "t1", True)]
    assert [link.url for link in read.links] == ["http://town.test/office/page.html#t1"]


def test_a_jump_to_a_heading_or_to_the_content_makes_no_panel(page: Page) -> None:
    read = page(
        "<a href='#main'>ข้าม</a><a href='#s'>o1</a><div id=main><p>y</p><div id=s><h2>o1</h2><p>x</p></div></div>"
    )
    assert [part[4] for part in tree(read)] == [False]
    assert len(read.links) == 2


@pytest.mark.parametrize(
    "html",
    [
        "<button class='navbar-toggler' data-toggle=collapse data-target='#m'>เปิด</button><div id=m>เมนู</div>",
        "<button data-toggle=collapse data-target='#m'>Toggle navigation</button><div id=m>เมนู</div>",
        "<button data-toggle=collapse data-target='#m'></button><div id=m>เมนู</div>",
        "<a href='#m' data-slide=next>ถัดไป</a><div id=m>ภาพ</div>",
        "<button data-toggle=collapse data-target='#m'>ว่าง</button><div id=m> </div>",
        "<div id=m><button data-toggle=collapse data-target='#m'>ปิด</button>ข้อความ</div>",
        "<button data-toggle=collapse data-target='.many'>ทั้งหมด</button><div class=many>ก</div>",
        "<button aria-expanded=false>เปล่า</button>",
        "<button aria-expanded=false>เปล่า</button><p>ไม่ใช่</p>",
        "<div class=card><p>ก่อน</p><div class=card-header>หัว</div><p>หลัง</p></div>",
        "<div class=card><div class=card-header>หัวอย่างเดียว</div></div>",
    ],
)  # fmt: skip
def test_what_opens_no_named_part_makes_no_section(page: Page, html: str) -> None:
    assert tree(page(html + "<p>y</p>")) == []


def test_two_buttons_for_one_part_name_it_once(page: Page) -> None:
    read = page(
        "<a data-toggle=tab href='#a'>o1</a><a data-toggle=tab href='#a'>ถัดไป</a><div id=a>เนื้อ</div>"
    )
    assert [part[0] for part in tree(read)] == ["o1"]
    assert read.links == ()


def test_a_short_bold_line_before_links_stands_for_a_heading(page: Page) -> None:
    read = page("""<h2>ITA</h2><p><strong>o1 โครงสร้าง</strong></p><p><a href=/1>เปิด</a></p>
        <p><b>o2 ผู้บริหาร</b></p><ul><li><a href=/2>เปิด</a></ul>""")
    assert [(part[0], part[1], part[2]) for part in tree(read)] == [
        ("ITA", "", 2), ("o1 โครงสร้าง", "ITA", 3), ("o2 ผู้บริหาร", "ITA", 3),
    ]  # fmt: skip
    assert [link.context[-1] for link in read.links] == ["o1 โครงสร้าง", "o2 ผู้บริหาร"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>เน้น</b> แต่ไม่ทั้งหมด</p><ul><li>x</ul>",
        "<p><b>เน้น</b></p><p>ข้อความ</p>",
        "<p><b><a href=/1>ลิงก์หนา</a></b></p><ul><li>x</ul>",
        f"<p><b>{'ยาว' * 80}</b></p><ul><li>x</ul>",
        "<table><tr><th>ก<th>ข<tr><td><p><b>หนา</b></p><a href=/1>y</a><td>z</table>",
        "<p><b>ท้ายสุด</b></p>",
        "<p><b></b></p><ul><li>x</ul>",
    ],
)
def test_other_bold_text_is_no_heading(page: Page, html: str) -> None:
    assert tree(page(html)) == []


def test_a_bold_button_names_its_panel_and_nothing_else(page: Page) -> None:
    read = page("<p class=accordion><b>o1</b></p><div class=panel><a href=/1>ก</a></div>")
    assert [(part[0], part[4]) for part in tree(read)] == [("o1", True)]
    read = page(
        "<div><span class=accordion><b>o2</b></span></div><div class=panel><a href=/1>ก</a></div>"
    )
    assert [(part[0], part[4]) for part in tree(read)] == [("o2", True)]
