"""Pages that stand where another page should be: parked names, cookie notices, polite absences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.errors import UnreachableError
from oit_audit.model import SkipReason, Status
from tests.crawl.town import Asked, Reply, Route, page, to
from tests.faults.names import DOMAIN, HOST, Names
from tests.faults.parked import PARKED
from tests.faults.scene import (
    CONTACT,
    FAULT,
    FAULTY,
    HEALTHY,
    PATIENT,
    STRUCTURE,
    beside,
    fault_of,
    home,
    links,
    opened,
    reply,
    visited,
)


@pytest.mark.parametrize("text", PARKED.values(), ids=PARKED)
async def test_a_parked_page(text: str) -> None:
    assert await fault_of(reply(text)) is SkipReason.PARKED


async def test_a_parked_sub_domain(names: Names) -> None:
    names.known[f"old.{DOMAIN}"] = "127.0.0.1"

    def by_host(asked: Asked) -> Reply:
        old = asked.headers["host"].startswith("old.")
        return reply(PARKED["for sale"] if old else home(fault=f"http://old.{DOMAIN}:{port}/"))

    async with opened({"/": by_host}, host=HOST) as town:
        port = town.port
        seen = await visited(town)
    assert seen.reasons == {"/": SkipReason.PARKED}
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)


@pytest.mark.parametrize("text", PARKED.values(), ids=PARKED)
async def test_a_parked_home_page_is_one_clear_line(text: str) -> None:
    async with opened({"/": reply(text)}) as town:
        with pytest.raises(UnreachableError, match="vacant or for sale") as caught:
            await visited(town)
    assert "address" in caught.value.hint


NEWS = "สำนักปลัดแจ้งว่าโดเมนเดิมของเทศบาลหมดอายุแล้ว และมีผู้ประกาศขายโดเมนนั้น "
NOT_PARKED = {
    "an article about selling domains": page(
        *(f"/news/{number}" for number in range(30)),
        title="This domain is for sale: วิธีขายโดเมน",
        text=NEWS * 20 + "this domain is for sale, buy this domain, sedoparking.com",
    ),
    "a notice that a domain has moved": page(
        "/", "/contact", title="ย้ายโดเมน", text=NEWS + "domain is for sale"
    ),
    "a course on servers": page(
        *(f"/lesson/{number}" for number in range(9)),
        title="บทเรียน: Welcome to nginx!",
        text="ติดตั้งเครื่องแม่ข่าย successfully installed and working " * 30,
    ),
    "a town that works": page(title="โครงสร้างหน่วยงาน", text="It works! สำนักปลัด กองคลัง กองช่าง"),
}


@pytest.mark.parametrize("text", NOT_PARKED.values(), ids=NOT_PARKED)
async def test_a_page_that_is_not_parked(text: str) -> None:
    seen = await beside(reply(text))
    assert FAULT in seen.paths


BROKEN = {
    "a database": "<h1>Error establishing a database connection</h1>",
    "a driver": "<b>Warning</b>:  mysql_connect() [function.mysql-connect]: Access denied for user"
    " 'town'@'localhost' in <b>/home/town/public_html/connect.php</b> on line <b>7</b>",
    "a program": "<br /><b>Fatal error</b>:  Uncaught Error: Call to undefined function ereg() in"
    " /home/town/public_html/index.php:3",
    "a limit": "<title>508 Resource Limit Is Reached</title><h1>Resource Limit Is Reached</h1>",
    "in Thai": "<meta charset=utf-8>ไม่สามารถเชื่อมต่อฐานข้อมูลได้",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
async def test_a_program_that_failed_behind_status_200(text: str) -> None:
    assert await fault_of(reply(text)) is SkipReason.SERVER_ERROR


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
async def test_a_home_page_whose_program_failed(text: str) -> None:
    async with opened({"/": reply(text)}) as town:
        with pytest.raises(UnreachableError, match="a program failed") as caught:
            await visited(town)
    assert caught.value.hint


async def test_a_warning_on_top_of_a_good_page_harms_nothing() -> None:
    seen = await beside(reply(BROKEN["a driver"] + home(links(*(f"/n{n}" for n in range(30))))))
    assert FAULT in seen.paths


@pytest.mark.parametrize(
    "text",
    [
        page(title="ปิดปรับปรุงเว็บไซต์", text="ขออภัยในความไม่สะดวก โทร. 0 5300 0000"),
        page("mailto:office@tambon.example", title="Under maintenance", text="We will be back."),
        "<img src=/soon.jpg alt='เว็บไซต์อยู่ระหว่างปรับปรุง'>",
    ],
)
async def test_a_site_that_is_closed_for_repairs(text: str) -> None:
    async with opened({"/": text}) as town:
        with pytest.raises(UnreachableError, match="closed for repairs") as caught:
            await visited(town)
    assert caught.value.hint == "Try again later."


async def test_a_notice_of_repairs_on_a_page_that_leads_on_closes_nothing() -> None:
    splash = "<title>เทศบาล</title><p>ระบบจองคิวปิดปรับปรุง</p><a href='/main'>เข้าสู่เว็บไซต์</a>"
    async with opened({"/": splash, "/main": home(), FAULT: STRUCTURE}) as town:
        seen = await visited(town)
    assert seen.reasons == {}
    assert seen.status(HEALTHY) is Status.MET


COOKIES = {
    "in English": page(title="Cookies", text="Please enable cookies in your browser to continue."),
    "in Thai": page(title="คุกกี้", text="กรุณาเปิดใช้งานคุกกี้ในเบราว์เซอร์ของท่าน"),
    "by script": "<html><body><script>document.cookie='humans_21909=1';"
    "document.location.reload(true)</script></body></html>",
}


@pytest.mark.parametrize("status", [200, 409])
@pytest.mark.parametrize("text", COOKIES.values(), ids=COOKIES)
async def test_a_page_that_wants_cookies_from_a_script(text: str, status: int) -> None:
    assert await fault_of(reply(text, status)) is SkipReason.NEEDS_COOKIES


async def test_a_home_page_that_wants_cookies() -> None:
    async with opened({"/": reply(COOKIES["in Thai"])}) as town:
        with pytest.raises(UnreachableError, match="cookie") as caught:
            await visited(town)
    assert caught.value.hint


async def test_a_cookie_banner_is_no_wall() -> None:
    banner = (
        STRUCTURE
        + "<div>เว็บไซต์นี้ใช้คุกกี้ กรุณาเปิดใช้งานคุกกี้ <a href=/x>ยอมรับ</a></div>"
        + ("<p>" + "โครงสร้างส่วนราชการของเทศบาลประกอบด้วยสำนักและกอง " * 20)
    )
    seen = await beside(reply(banner))
    assert FAULT in seen.paths


async def test_cookies_that_are_set_on_the_way_are_brought_back() -> None:
    def gate(asked: Asked) -> Reply:
        if "seen=1" in asked.headers.get("cookie", ""):
            return reply(STRUCTURE)
        return to(FAULT, 302, ("Set-Cookie", "seen=1; Path=/"))

    seen = await beside(gate)
    assert seen.reasons == {}


async def test_a_notice_that_sets_the_cookie_itself_is_passed() -> None:
    def gate(asked: Asked) -> Reply:
        if "seen=1" in asked.headers.get("cookie", ""):
            return reply(STRUCTURE)
        return reply(COOKIES["in English"], Set_Cookie="seen=1; Path=/")

    seen = await beside(gate, PATIENT)
    assert seen.reasons == {}


async def test_a_page_that_says_not_found_with_status_200() -> None:
    nothing = page("/", title="ไม่พบหน้าที่ต้องการ", text="ขออภัย")
    assert await fault_of(reply(nothing)) is SkipReason.SOFT_NOT_FOUND


HOME = home("<p>" + "เทศบาลตำบลตัวอย่างขอเชิญชวนประชาชนร่วมงานประเพณีประจำปี ณ สนามหน้าสำนักงาน " * 5)
FALLBACKS: dict[str, Callable[[Asked], Reply | str]] = {
    "a page of its own": lambda asked: page("/", title="เทศบาล", text=f"ไม่มี {asked.path} ที่นี่"),
    "the home page": lambda _: HOME,
    "the way home": lambda _: to("/"),
    "the way home, for good": lambda _: to("/index.php", 301),
}


@pytest.mark.parametrize("kind", FALLBACKS)
async def test_a_site_that_answers_everything(kind: str) -> None:
    nothing = Reply(status=404)
    routes: dict[str, Route] = {"/": HOME, "/robots.txt": nothing, "/sitemap.xml": nothing}
    if kind == "the way home, for good":
        routes["/index.php"] = HOME
    async with opened(routes) as town:
        town.fallback = FALLBACKS[kind]
        seen = await visited(town)
    assert seen.reasons == {FAULT: SkipReason.SOFT_NOT_FOUND}
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.MISSING)


async def test_the_same_page_under_many_queries() -> None:
    """A site that ignores what it is asked: one page, not five hundred."""
    more = links(*(f"/show?lang={number}" for number in range(500)))

    def show(asked: Asked) -> str:
        text = "อัตรากำลังของเทศบาล" if asked.path.startswith("/show?") else "ไม่มี"
        return page("/", title="อัตรากำลัง", text=text)

    async with opened({"/": home(more), FAULT: STRUCTURE}) as town:
        town.fallback = lambda asked: (
            show(asked) if asked.path.startswith("/show") else Reply(status=404)
        )
        seen = await visited(town)
    asked = [path for path in town.paths if path.startswith("/show")]
    assert 2 <= len(asked) <= 40
    assert set(seen.reasons.values()) == {SkipReason.TRAP}
    assert seen.audit.reach.pages == 4  # home, contact, structure, show
    assert seen.status(HEALTHY) is Status.MET


async def test_many_queries_that_matter_are_all_asked() -> None:
    more = links(*(f"/show?lang=th&id={number}" for number in range(60)))
    async with opened({"/": home(more), FAULT: STRUCTURE}) as town:
        town.fallback = lambda asked: (
            page("/", title="เรื่อง", text=f"เรื่องที่ {asked.path[-3:]}")
            if asked.path.startswith("/show")
            else Reply(status=404)
        )
        seen = await visited(town)
    assert seen.reasons == {}
    assert seen.audit.reach.pages == 63


ENTRIES = {
    "a paper": reply(b"%PDF-1.4 entry", kind="application/pdf"),
    "nothing": Reply(status=404),
    "another page": reply(page(title="เรื่อง", text="เรื่องเดียวที่มีเนื้อหา")),
}


@pytest.mark.parametrize("one", ENTRIES.values(), ids=ENTRIES)
async def test_one_entry_that_differs_keeps_the_list_open(one: Reply) -> None:
    """Most entries of a list are empty and alike; the key that names them matters all the same."""
    more = links(*(f"/show?id={number}" for number in range(60)))
    async with opened({"/": home(more), FAULT: STRUCTURE, "/show?id=7": one}) as town:
        town.fallback = lambda asked: (
            page("/", title="เรื่อง", text="ยังไม่มีข้อมูล")
            if asked.path.startswith("/show")
            else Reply(status=404)
        )
        seen = await visited(town)
    assert len([path for path in town.paths if path.startswith("/show")]) == 60
    assert SkipReason.TRAP not in seen.reasons.values()


async def test_links_that_look_like_evidence_are_asked_however_alike_their_pages_are() -> None:
    empty = page("/", title="ข้อมูล", text="ยังไม่มีข้อมูล")
    routes: dict[str, Route] = {f"/oit?id={number}": empty for number in range(40)}
    routes["/oit?id=40"] = CONTACT
    menu = links(*list(routes)[:-1]) + "<a href='/oit?id=40'>ข้อมูลการติดต่อ</a>"
    front = home(menu).replace("<a href='/contact'>ข้อมูลการติดต่อ</a>", "")
    async with opened({**routes, "/": front, FAULT: STRUCTURE}) as town:
        seen = await visited(town)
    assert town.times("/oit?id=40") == 1
    assert seen.status(HEALTHY) is Status.MET


async def test_letters_of_either_case() -> None:
    """One server does not mind the case of a path, another does."""
    pages = {name: page(f"/a{name}", title=name, text=name * 3) for name in "klmn"}
    either: dict[str, Route] = {"/": home(links(*(f"/{a}" for n in pages for a in (n, n.upper()))))}
    for name, text in pages.items():
        either |= {f"/{name}": text, f"/{name.upper()}": text}
    strict = dict(either) | {f"/{name.upper()}": page(text=f"อีกหน้า {name}") for name in pages}
    async with opened({FAULT: STRUCTURE, **either}) as town:
        one = await visited(town)
    async with opened({FAULT: STRUCTURE, **strict}) as town:
        two = await visited(town)
    assert (one.audit.reach.pages, two.audit.reach.pages) == (7, 11)
    assert {one.status(HEALTHY), two.status(HEALTHY)} == {Status.MET}


async def test_copies_with_links_of_their_own_lead_on() -> None:
    """The same bytes in two folders, whose relative links lead to different papers."""
    index = "<title>สารบัญ</title><h1>สารบัญ</h1><a href='paper.html'>เอกสาร</a>"
    routes: dict[str, Route] = {
        "/": home(links("/plan/", "/report/")),
        "/contact": CONTACT,
        FAULT: STRUCTURE,
        "/plan/": index,
        "/report/": index,
        "/plan/paper.html": page(text="แผน"),
        "/report/paper.html": page(text="รายงาน"),
    }
    async with opened(routes) as town:
        seen = await visited(town)
    assert {"/plan/paper.html", "/report/paper.html"} <= set(seen.paths)
