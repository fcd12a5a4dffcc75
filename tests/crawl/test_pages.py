from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl import links, pages
from oit_audit.model import Link, Region, Via
from tests.crawl.town import page


@pytest.mark.parametrize(
    "title",
    [
        "ไม่พบหน้าที่ท่านต้องการ", "404 Not Found", "Error 404", "Page not found – เทศบาลตำบล", "404",
        "เทศบาลตำบลเกาะ | ไม่พบข้อมูล", "ขออภัย ไม่พบหน้านี้", "ไม่พบเพจ",
        "Object not found!", "ขออภัย ไม่พบข้อมูล", "ไม่พบหนา้ที่ต้องการ",
    ],
)  # fmt: skip
def test_a_page_that_apologises_is_no_page(title: str) -> None:
    for body in (f"<title>{title}</title>", f"<title>เทศบาล</title><h1>{title}</h1>"):
        assert pages.glance(body.encode()).says_not_found


@pytest.mark.parametrize(
    "title",
    [
        "คำสั่งที่ 404/2565", "ไม่พบข้อมูลการทุจริตและประพฤติมิชอบ", "ติดต่อเรา", "", "ประกาศ 404 ทุน",
        "รายงานผล: ไม่มีเรื่องร้องเรียน",
    ],
)  # fmt: skip
def test_a_page_that_reports_nothing_is_a_page(title: str) -> None:
    assert not pages.glance(f"<title>{title}</title><h1>{title}</h1>".encode()).says_not_found


def test_a_page_with_much_to_say_is_a_page_whatever_its_title() -> None:
    body = f"<title>404</title><p>{'ข้อความจริง ' * 60}</p>"
    assert not pages.glance(body.encode()).says_not_found


def test_a_page_in_windows_874_is_read() -> None:
    assert pages.glance("<title>ไม่พบหน้าที่ต้องการ</title>".encode("cp874")).says_not_found


@pytest.mark.parametrize("title", ["เข้าสู่ระบบ", "Login", "เทศบาล | ล็อกอิน"])
def test_a_form_that_asks_for_a_password_under_such_a_title_is_a_login(title: str) -> None:
    body = f"<title>{title}</title><form><input type='password'></form>"
    assert pages.glance(body.encode()).asks_login("/x")
    assert not pages.glance(f"<title>{title}</title>".encode()).asks_login("/login")


def test_a_home_page_with_a_small_login_box_is_no_login() -> None:
    look = pages.glance(b"<title>Town</title><input type=password>")
    assert not look.asks_login("/")
    assert look.asks_login("/wp-login.php")


def test_pages_that_differ_in_numbers_or_an_echo_are_the_same() -> None:
    one = pages.glance(
        page("/a", text="ผู้เข้าชม 1234 ที่ /ก?x=ก").encode(), "http://t/%E0%B8%81?x=%E0%B8%81"
    )
    two = pages.glance(page("/a", text="ผู้เข้าชม 99 ที่ /b").encode(), "http://t/", "http://t/b")
    other = pages.glance(page("/a", "/c", text="ผู้เข้าชม 99 ที่ ").encode())
    assert pages.same(one, two)
    assert not pages.same(one, other)


def test_one_more_picture_makes_another_page() -> None:
    bare = page("/a", text="โครงสร้าง")
    assert not pages.same(
        pages.glance(bare.encode()), pages.glance(f"{bare}<img src=c.png>".encode())
    )


def test_only_html_looks_like_a_page() -> None:
    assert pages.looks_like_page(b"\xef\xbb\xbf \n<!DOCTYPE HTML>")
    assert pages.looks_like_page(b"<?xml?><html>")
    assert not pages.looks_like_page(b"%PDF-1.4")


@given(st.binary(max_size=500))
def test_there_is_a_glance_at_any_bytes(body: bytes) -> None:
    look = pages.glance(body)
    assert look.own_words >= 0
    assert pages.same(look, pages.glance(body))


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://t/a.PDF", links.Kind.DOCUMENT),
        ("http://t/a.jpg", links.Kind.IMAGE),
        ("http://t/a.mp4", links.Kind.UNREAD),
        ("http://t/a.php?f=x.pdf", links.Kind.PAGE),
        ("http://t/", links.Kind.PAGE),
    ],
)
def test_the_end_of_a_path_tells_what_it_leads_to(url: str, kind: links.Kind) -> None:
    assert links.kind_by_name(url) is kind


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("", links.Kind.PAGE),
        ("application/xhtml+xml", links.Kind.PAGE),
        ("application/pdf", links.Kind.DOCUMENT),
        ("text/plain", links.Kind.DOCUMENT),
        ("image/png", links.Kind.IMAGE),
        ("text/css", links.Kind.UNREAD),
        ("font/woff2", links.Kind.UNREAD),
    ],
)
def test_the_media_type_tells_what_came(media_type: str, kind: links.Kind) -> None:
    assert links.kind_by_type(media_type) is kind


@pytest.mark.parametrize(
    "link",
    [
        Link("", "#"),
        Link("http://t/search", "ค้นหา", via=Via.FORM),
        Link("http://t/logout.php", "ออก"),
        Link("http://t/?action=delete&id=1", "ลบ"),
        Link("http://t/a.mp4", "วีดิทัศน์"),
    ],
)
def test_links_that_act_or_lead_nowhere_are_not_followed(link: Link) -> None:
    assert links.address(link) is None


def test_a_link_is_followed_without_its_fragment() -> None:
    assert links.address(Link("http://t/a?x=1#o12", "o12")) == "http://t/a?x=1"
    assert links.address(Link("http://t/deleted-words", "x")) == "http://t/deleted-words"


def test_pictures_are_worth_asking_only_as_evidence() -> None:
    assert not links.is_worth_asking("http://t/a.jpg", 0.4)
    assert links.is_worth_asking("http://t/a.jpg", 0.5)
    assert links.is_worth_asking("http://t/a", 0.0)


def test_frames_come_first_variants_last_and_the_menu_of_the_home_page_early() -> None:
    menu = Link("http://t/a", "x", region=Region.NAVIGATION)
    assert links.weight(Link("http://t/f", "", via=Via.FRAME), 0.0, from_home=False) == 1.0
    assert links.weight(Link("http://t/a?print=1", "x"), 0.9, from_home=True) == 0.05
    plain = links.weight(Link("http://t/b", ""), 0.0, from_home=True)
    assert links.weight(menu, 0.0, from_home=True) > plain > 0.0
    assert links.weight(menu, 0.2, from_home=False) == 0.2
    assert links.weight(menu, 7.0, from_home=True) == 1.0
