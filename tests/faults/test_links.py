"""Ways from page to page, as strangers write them."""

from __future__ import annotations

import pytest

from oit_audit.model import Completion, SkipReason, Status
from tests.crawl.town import Asked, Reply, Route, page
from tests.faults.names import DATA, HOST, Names
from tests.faults.scene import (
    CONTACT,
    FAULT,
    FAULTY,
    HEALTHY,
    STRUCTURE,
    Seen,
    home,
    links,
    opened,
    reply,
    visited,
)


async def led(routes: dict[str, Route]) -> Seen:
    """Visit an honest town with `routes`; everything linked must be found."""
    async with opened(routes) as town:
        seen = await visited(town)
    assert seen.status(HEALTHY) is Status.MET
    return seen


@pytest.mark.parametrize(
    "refresh",
    [
        "<meta http-equiv='refresh' content='0; url=/there'>",
        '<meta http-equiv="refresh" content="0;url=\'/there\'">',
        "<META HTTP-EQUIV='REFRESH' CONTENT='0;URL=/there'>",
        "<meta http-equiv=refresh content='0 url=/there'>",
        "<meta http-equiv=refresh content='0, url=/there'>",
        "<meta http-equiv=refresh content='0; /there'>",
        "<meta http-equiv=refresh content='  3 ;  url = /there  '>",
        "<meta http-equiv=refresh content='0.5;url=there'>",
        "<meta http-equiv=refresh content=';url=/there'>",
        "<noscript><meta http-equiv=refresh content='0;url=/there'></noscript>",
        "<frameset rows='100%'><frame src='/there'></frameset>",
        "<FRAMESET><FRAME SRC=there></FRAMESET>",
        "<frameset><noframes><a href='/there'>ที่นั่น</a></noframes></frameset>",
        "<iframe src='/there'></iframe>",
        "<iframe data-src='/there'></iframe>",
        "<object data='/there'></object>",
        "<embed src='/there'>",
        "<base href='/'><a href='there'>ที่นั่น</a>",
        "<base href='../../'><a href='there'>ที่นั่น</a>",
        "<base target=_top><base href='/'><a href=there>ที่นั่น</a>",
        "<a href='/there#top'>ที่นั่น</a>",
        "<a href=' /there '>ที่นั่น</a>",
        "<a href='/th\nere'>ที่นั่น</a>",
        "<a href='\\there'>ที่นั่น</a>",
        "<a href='/there' target=_blank rel=nofollow>ที่นั่น</a>",
        "<a href='javascript:void(0)' onclick=\"location.href='/there'\">ที่นั่น</a>",
        "<a href='#' onclick=\"window.open('/there')\">ที่นั่น</a>",
        "<button onclick=\"window.location='/there'\">ที่นั่น</button>",
        "<script>location.href='/there'</script>",
        '<script>window.location.replace("/there");</script>',
        "<body onload=\"window.location='/there'\">",
    ],
)
async def test_ways_that_lead_on(refresh: str) -> None:
    seen = await led({FAULT: f"<title>โครงสร้าง</title>{refresh}", "/there": STRUCTURE})
    assert "/there" in seen.paths
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_refresh_of_the_page_itself_is_one_request() -> None:
    async with opened({FAULT: "<meta http-equiv=refresh content=30>" + STRUCTURE}) as town:
        await visited(town)
    assert town.times(FAULT) == 1


async def test_a_home_page_that_only_refreshes() -> None:
    seen = await led(
        {"/": "<meta http-equiv='Refresh' content='0; URL=main/index.php'>",
         "/main/index.php": home(), FAULT: STRUCTURE}
    )  # fmt: skip
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_home_page_that_only_runs_a_script_to_go_on() -> None:
    seen = await led(
        {"/": "<script>window.location.href = 'main/index.php';</script>",
         "/main/index.php": home(), FAULT: STRUCTURE}
    )  # fmt: skip
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_home_page_of_frames() -> None:
    seen = await led(
        {"/": "<frameset cols='20%,*'><frame src=menu.html><frame src=body.html></frameset>",
         "/menu.html": home(), "/body.html": page(text="ยินดีต้อนรับ"), FAULT: STRUCTURE}
    )  # fmt: skip
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_base_on_another_host_of_the_site(names: Names) -> None:
    async with opened({"/there": STRUCTURE}, host=DATA) as other:
        base = f"<base href='{other.url}'><a href='there'>ที่นั่น</a>"
        async with opened({FAULT: base}, host=HOST) as town:
            seen = await visited(town)
    assert other.times("/there") == 1
    assert seen.status(HEALTHY) is Status.MET


async def test_a_base_on_another_site_is_not_followed() -> None:
    base = "<base href='http://elsewhere.example/'><a href='contact'>ที่นั่น</a>"
    seen = await led({FAULT: base})
    assert seen.reasons == {}
    assert set(seen.paths) == {"/", "/contact", FAULT}


NOWHERE = [
    "http://[bad", "http://:80/", "http:///", "http://", "//", "http://a b/", "https://%zz/",
    "mailto:office@tambon.example", "javascript:void(0)", "javascript:alert('/x')", "tel:0530000",
    "data:text/html,<a href=/x>", "sms:1", "line://x", "fb://page/1", "ftp://127.0.0.1/a",
    "file:///C:/x.doc", "about:blank", "blob:http://127.0.0.1/1", "C:\\Users\\a.doc", "#", "#top",
    "", "http://127.0.0.1:99999/", "http://127.0.0.1:-1/", "http://user@:1/", "\\\\server\\a.doc",
    "http://xn--/", "http://..../", "http://" + "a" * 300 + ".example/", "/" + "x" * 3_000,
]  # fmt: skip


async def test_addresses_that_are_none() -> None:
    more = "".join(f'<a href="{href}">ที่ {n}</a>' for n, href in enumerate(NOWHERE))
    async with opened({"/": home(more), FAULT: STRUCTURE}) as town:
        seen = await visited(town)
    asked = {path for path in town.paths if path not in {"/", "/contact", FAULT, "/robots.txt"}}
    assert all(path.startswith(("/no-such-page", "/sitemap")) for path in asked), asked
    assert seen.status(HEALTHY) is Status.MET
    assert set(seen.reasons.values()) <= {SkipReason.TRAP}


async def test_fragments_are_one_request() -> None:
    more = links(*(f"{FAULT}#part{number}" for number in range(20)))
    async with opened({"/": home(more), FAULT: STRUCTURE}) as town:
        await visited(town)
    assert town.times(FAULT) == 1


async def test_sessions_in_addresses_make_no_copies() -> None:
    """Every page is full of links that carry another session each time."""
    count = 0

    def fresh(asked: Asked) -> Reply:
        nonlocal count
        count += 1
        token = f"{count:032x}"
        hrefs = [
            f"/a.php?PHPSESSID={token}",
            f"/b.php;jsessionid={token}?id=1",
            f"/c.cfm?CFID={count}&CFTOKEN={token}",
            f"/d.php?id=2&sid={token}",
            f"/contact?PHPSESSID={token}",
        ]
        name = asked.path.partition("?")[0]
        if name == "/contact":
            return reply(CONTACT)
        return reply(page(*hrefs, title=f"หน้า {name}", text=f"เรื่อง {name}"))

    async with opened({FAULT: STRUCTURE}) as town:
        town.routes["/"] = home(links("/a.php?PHPSESSID=1", "/b.php;jsessionid=2?id=1"))
        town.fallback = lambda asked: (
            fresh(asked) if asked.path.startswith(("/a", "/b", "/c", "/d")) else Reply(status=404)
        )
        seen = await visited(town)
    assert len(town.asked) < 20
    assert seen.reasons == {}
    assert seen.status(HEALTHY) is Status.MET


async def test_an_unknown_session_key_is_learned() -> None:
    """A token that no list names, new in every link."""
    count = 0

    def fresh(_: Asked) -> Reply:
        nonlocal count
        count += 1
        hrefs = [f"/show.php?id={number}&osx={count}{number}" for number in range(4)]
        return reply(page(*hrefs, "/contact", title=f"หน้า {count % 3}", text="เรื่อง"))

    async with opened({"/": home(links("/show.php?id=1&osx=0")), FAULT: STRUCTURE}) as town:
        town.fallback = lambda asked: (
            fresh(asked) if asked.path.startswith("/show") else Reply(status=404)
        )
        seen = await visited(town)
    assert len(town.asked) < 400
    assert seen.status(HEALTHY) is Status.MET
    assert set(seen.reasons.values()) <= {SkipReason.TRAP}


async def test_a_page_with_a_hundred_thousand_links() -> None:
    hrefs = "".join(f"<a href='/n/{number}'>ข่าว</a>" for number in range(100_000))
    async with opened({"/": home(hrefs), FAULT: STRUCTURE}) as town:
        seen = await visited(town, max_links_per_page=300)
    assert len(town.asked) <= 310
    assert seen.audit.reach.completion is Completion.PARTLY
    assert seen.audit.reach.reason == "a page has more than 300 links"
    assert seen.status(HEALTHY) is Status.MET


async def test_a_page_with_too_many_links_says_so() -> None:
    hrefs = "".join("<a href='/contact'>ติดต่อ</a>" for _ in range(3_000))
    async with opened({"/": home(hrefs), FAULT: STRUCTURE}) as town:
        seen = await visited(town, max_links_per_page=2_000)
    assert seen.audit.reach.reason == "a page has more than 2000 links"
    assert seen.status(HEALTHY) is Status.MET
