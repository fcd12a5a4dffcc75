"""Papers that were made web pages, word for word: by pdf2htmlEX, by Word, by Excel."""

from __future__ import annotations

import pytest

from oit_audit.model import Legibility
from tests.extract.conftest import Page


def _printed(*pages: str) -> str:
    made = (
        f"<div id=pf{number} class='pf w0 h0'>{page}</div>" for number, page in enumerate(pages, 1)
    )
    return f"<div id=page-container>{''.join(made)}</div>"


def _line(text: str) -> str:
    return f"<div class='t m0 x1 ff1'>{text}</div>"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("แผน<span class='_ _0'></span>งาน", "แผนงาน"),
        ("แผนงาน<span class='_ _3'> </span>ปี 2566", "แผนงาน ปี 2566"),
        ("แ<span class='_ _3'> </span>ผนงาน", "แผนงาน"),
        ("ท<span class='_ _3'> </span>้องถ<span class='_ _3'> </span>ิ่น", "ท้องถิ่น"),
        ("ส<span class='_ _1'> </span>ำนักปลัด", "สำนักปลัด"),
        ("O12<span class='_ _1'> </span>แผน", "O12 แผน"),
    ],
)
def test_letters_that_lie_apart_are_one_word(line: str, said: str, page: Page) -> None:
    read = page(_printed(_line(line) + _line("บรรทัดต่อไปของเอกสารฉบับนี้")))
    assert [(block.text, block.where) for block in read.blocks] == [
        (said, "page 1"),
        ("บรรทัดต่อไปของเอกสารฉบับนี้", "page 1"),
    ]


def test_lines_in_lines_are_read_once(page: Page) -> None:
    read = page(_printed(_line("แผนงาน<span class='t'>ประจำปี</span>"), _line("หน้าสอง")))
    assert [(block.text, block.where) for block in read.blocks] == [
        ("แผนงานประจำปี", "page 1"),
        ("หน้าสอง", "page 2"),
    ]


def test_a_theme_with_such_an_id_is_a_page_like_others(page: Page) -> None:
    read = page("<div id=page-container><h1>แผน</h1><p class=t>ข้อความ</p></div>")
    assert [block.where for block in read.blocks] == ["h1", "p"]
    assert read.legibility is Legibility.GOOD


OFFICE = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>แผน</p>", ("แผน", "p", 0)),
        ("<p><span style='mso-list:Ignore'>ก)<span> </span></span>แผน</p>", ("ก) แผน", "p", 0)),
        ("<p><span style='mso-list:Ignore'>๒<span> </span></span>แผน</p>", ("๒ แผน", "p", 0)),
        ("<p class=MsoTitle>แผน<o:p></o:p></p>", ("แผน", "h1", 1)),
        ("<p style='mso-outline-level:3'>แผน</p>", ("แผน", "h3", 3)),
        ("<p class=MsoNormal><span>แ</span><span>ผน</span></p>", ("แผน", "p", 0)),
        ("<p class=MsoTitle></p><p>แผน</p>", ("แผน", "p", 0)),
    ],
)
def test_word_says_what_it_draws(html: str, said: tuple[str, str, int], page: Page) -> None:
    read = page(OFFICE + html)
    assert [(block.text, block.where, block.heading) for block in read.blocks] == [said]


def test_a_page_of_others_keeps_its_signs(page: Page) -> None:
    read = page("<p><span style='mso-list:Ignore'>o</span> แผน</p>")
    assert [block.text for block in read.blocks] == ["o แผน"]


def test_a_sheet_does_not_lead_back_to_its_frames(page: Page) -> None:
    script = "<script>if (window.name!='frSheet') window.location.replace('../a.htm')</script>"
    assert page(f"{script}<table><tr><td>วัสดุ</td></tr></table>").links == ()
