"""What stands before a link, addresses written as words, and codes in the names of pictures."""

from __future__ import annotations

import pytest

from oit_audit.model import Link, Via
from tests.extract.conftest import Page

PARAGRAPH = "เทศบาลจัดบริการสาธารณะเพื่อประโยชน์ของประชาชน " * 6


def only(page: Page, html: str) -> Link:
    (link,) = page(html).links
    return link


def test_the_lines_before_a_link_come_nearest_last(page: Page) -> None:
    link = only(page, "<p>o1</p><p>โครงสร้าง</p><p><a href=/1>เปิด</a>")
    assert link.before == ("o1", "โครงสร้าง")


def test_a_link_that_speaks_ends_the_lines(page: Page) -> None:
    links = page(
        "<p>โครงสร้าง</p><a href=/1>แผนผังโครงสร้างของเทศบาลตำบลสมมติ</a><a href=/2>เปิด</a>"
    ).links
    assert links[1].before == ()


def test_short_words_of_other_links_are_passed_over(page: Page) -> None:
    links = page("<p>โครงสร้าง</p><a href=/1>ดาวน์โหลด</a> <a href=/2>เปิด</a>").links
    assert [link.before for link in links] == [("โครงสร้าง",), ("โครงสร้าง",)]


def test_one_paragraph_may_explain_a_line_and_two_are_a_text(page: Page) -> None:
    one = only(page, f"<p>โครงสร้าง</p><p>{PARAGRAPH}</p><a href=/1>เปิด</a>")
    two = only(page, f"<p>โครงสร้าง</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><a href=/1>เปิด</a>")
    assert (one.before, two.before) == (("โครงสร้าง",), ())


def test_the_frame_of_a_page_names_nothing_of_its_middle(page: Page) -> None:
    link = only(page, "<footer><p>โครงสร้าง</p></footer><main><a href=/1>เปิด</a></main>")
    assert link.before == ()


def test_an_address_written_out_is_a_link_that_nobody_can_click(page: Page) -> None:
    link = only(page, "<p>คู่มือ (https://town.test/a_(1).pdf).</p>")
    assert (link.url, link.text, link.via) == ("https://town.test/a_(1).pdf", "", Via.WORDS)


def test_an_address_that_a_link_shows_comes_once(page: Page) -> None:
    assert only(page, "<a href=/a.pdf>https://town.test/a.pdf</a>").via is Via.HREF


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        ("<img src=/i/o12.png>", "o12"),
        ("<img data-src='/i/OIT-7.jpg?v=2'>", "OIT-7"),
        ("<img src=/i/photo12.png>", ""),
        ("<img src=/i/o12.png><img src=/i/o13.png>", ""),
        ("<img src=/i/o12.png alt='แผนดำเนินงาน'>", "แผนดำเนินงาน"),
    ],
)
def test_a_picture_that_is_a_link_may_be_named_after_its_item(
    picture: str, code: str, page: Page
) -> None:
    assert only(page, f"<a href=/1>{picture}</a>").text == code
