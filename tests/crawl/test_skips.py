from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from oit_audit.model import Completion, SkipReason
from tests.crawl.town import (
    QUICK,
    Asked,
    Reply,
    Route,
    opened,
    page,
    seen,
    skip,
    to,
    visit,
)


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        (to("/away/"), SkipReason.NOT_FOUND),
        (to("http://elsewhere.test/x"), SkipReason.OFF_SITE),
        (to("http://127.0.0.1:1/"), SkipReason.OFF_SITE),
        (to("http://169.254.169.254/"), SkipReason.PRIVATE_ADDRESS),
        (to("http://[::1"), SkipReason.INVALID_URL),
        (to("/x"), SkipReason.REDIRECT_LOOP),
        (Reply(status=302), SkipReason.STATUS),
        (Reply(status=404), SkipReason.NOT_FOUND),
        (Reply(status=410), SkipReason.GONE),
        (Reply(status=401), SkipReason.LOGIN),
        (Reply(status=403), SkipReason.FORBIDDEN),
        (Reply(b"<title>Attention Required! | Cloudflare</title>", 403), SkipReason.BLOCKED),
        (Reply(b"<p>The requested URL was rejected. Support ID 1</p>"), SkipReason.BLOCKED),
        (Reply(status=501), SkipReason.SERVER_ERROR),
        (Reply(status=206), SkipReason.STATUS),
        (Reply(b"x", type="video/mp4"), SkipReason.WRONG_TYPE),
        (Reply(b"x", type="image/png"), SkipReason.WRONG_TYPE),
        (Reply(page(title="ไม่พบหน้าที่ต้องการ").encode()), SkipReason.SOFT_NOT_FOUND),
        (Reply(page(title="เทศบาล | 404").encode()), SkipReason.SOFT_NOT_FOUND),
        (Reply(b"\x1f\x8bno", headers=(("Content-Encoding", "gzip"),)), SkipReason.BAD_ENCODING),
        (Reply(b"x", headers=(("Content-Encoding", "br"),)), SkipReason.BAD_ENCODING),
        (Reply(b" " * 200_001), SkipReason.TOO_LARGE),
        (Reply(b" " * 50_000_000).packed(), SkipReason.BOMB),
    ],
)
async def test_what_cannot_be_seen_is_a_skip_with_its_reason(
    route: Reply, reason: SkipReason
) -> None:
    settings = replace(QUICK, max_body_bytes=200_000)
    async with opened({"/": page("/x"), "/x": route}) as town:
        result = await visit(town, settings)
    assert skip(result, "/x").reason is reason
    assert skip(result, "/x").referrer == town.url
    assert seen(result) == ["/"]
    assert result.reach.completion is Completion.FULL


FRONT = page("/?page=gallery", "/?page=history", "/gone", text="ข่าวและกิจกรรมของเทศบาลตำบล " * 20)


async def test_the_home_page_shown_for_a_part_that_is_not_there_is_the_home_page() -> None:
    routes: dict[str, Route] = {
        "/": FRONT,
        "/?page=gallery": FRONT,
        "/?page=history": FRONT.replace("ข่าวและกิจกรรม", "ประวัติความเป็นมา"),
        "/gone": Reply(status=404),
    }
    async with opened(routes) as town:
        result = await visit(town)
    finals = {resource.url: resource.final_url for resource in result.resources}
    assert finals[f"{town.url}?page=gallery"] == town.url
    assert finals[f"{town.url}?page=history"] == f"{town.url}?page=history"
    assert result.reach.pages == 2


async def test_redirects_without_end_are_left() -> None:
    routes: dict[str, Route] = {"/": page("/r/0")}
    routes |= {f"/r/{number}": to(f"/r/{number + 1}") for number in range(30)}
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, max_redirects=5))
    assert skip(result, "/r/0").reason is SkipReason.REDIRECT_LOOP
    assert len([path for path in town.paths if path.startswith("/r/")]) == 6


async def test_an_answer_that_drips_without_end_is_left_in_time() -> None:
    async def drip(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with opened({"/": page("/x"), "/x": drip}) as town:
        result = await visit(town, replace(QUICK, total_timeout_s=0.3))
    assert skip(result, "/x").reason is SkipReason.SLOW
    assert town.times("/x") == 1


async def test_an_answer_that_does_not_come_is_asked_for_again() -> None:
    async def hang(_: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)
        writer.close()

    async with opened({"/": page("/x"), "/x": hang}) as town:
        result = await visit(town, replace(QUICK, read_timeout_s=0.1, retries=1))
    assert skip(result, "/x").reason is SkipReason.TIMEOUT
    assert town.times("/x") == 2


async def test_broken_connections_are_told_apart() -> None:
    async def reset(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def cut(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nhalf")
        await writer.drain()
        writer.close()

    async with opened({"/": page("/reset", "/cut"), "/reset": reset, "/cut": cut}) as town:
        result = await visit(town, replace(QUICK, retries=1))
    assert skip(result, "/reset").reason is SkipReason.RESET
    assert skip(result, "/cut").reason is SkipReason.TRUNCATED


async def test_a_fault_that_goes_away_is_healed_later_rather_than_at_once() -> None:
    tries = iter([Reply(status=500), Reply(page(text="มาแล้ว").encode())])
    others = [f"/p{number}" for number in range(15)]
    routes: dict[str, Route] = {"/": page("/x", *others), "/x": lambda _: next(tries)}
    routes |= {path: page(text=f"หน้า {path}") for path in others}
    async with opened(routes) as town:
        result = await visit(town)
    assert "/x" in seen(result)
    first, second = (index for index, path in enumerate(town.paths) if path == "/x")
    assert second - first > 5
    assert not [part for part in result.reach.skipped if part.reason is SkipReason.SERVER_ERROR]


async def test_a_host_that_asks_for_a_break_gets_it() -> None:
    tries = iter(
        [Reply(status=429, headers=(("Retry-After", "1"),)), Reply(page(text="มา").encode())]
    )
    async with opened({"/": page("/x", "/y"), "/x": lambda _: next(tries), "/y": page()}) as town:
        result = await visit(town, replace(QUICK, concurrency=1))
    assert "/x" in seen(result)
    times = [asked.at for asked in town.asked]
    assert max(later - sooner for sooner, later in pairwise(times)) >= 1.0


async def test_a_break_longer_than_we_wait_is_not_waited_for() -> None:
    never = Reply(status=429, headers=(("Retry-After", "86400"),))
    async with opened({"/": page("/x"), "/x": never}) as town:
        result = await visit(town)
    assert skip(result, "/x").reason is SkipReason.RATE_LIMITED
    assert town.times("/x") == 1


async def test_a_way_to_the_login_is_no_page() -> None:
    login = (
        "<title>เข้าสู่ระบบ</title><form action='/in'><input type=password></form><a href='/a'>a</a>"
    )
    routes: dict[str, Route] = {
        "/": page("/a", "/login", "/b", "/staff"),
        "/a": to("/login"),
        "/b": to("/login"),
        "/login": login,
        "/staff": to("/admin/auth?next=1"),
        "/admin/auth?next=1": "<title>ระบบ</title><input type='PASSWORD'>",
    }
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, concurrency=1))
    assert {part.reason for part in result.reach.skipped} == {SkipReason.LOGIN}
    assert seen(result) == ["/", "/login"]
    assert "/in" not in town.paths


async def test_a_site_that_answers_everything_alike_is_seen_through() -> None:
    routes = {"/": page("/a", "/gone", text="จริง"), "/a": page(text="จริงแท้")}
    async with opened(routes) as town:
        town.fallback = lambda asked: page("/a", text=f"ยินดีต้อนรับสู่ {asked.path}")
        result = await visit(town)
    assert seen(result) == ["/", "/a"]
    assert skip(result, "/gone").reason is SkipReason.SOFT_NOT_FOUND


async def test_a_site_that_sends_every_lost_visitor_home_is_seen_through() -> None:
    routes = {"/": page("/a", "/gone", "/index.php"), "/a": page(text="a")}
    async with opened(routes) as town:
        town.fallback = lambda _: to("/")
        result = await visit(town)
    assert seen(result) == ["/", "/a", "/index.php"]
    assert skip(result, "/gone").reason is SkipReason.SOFT_NOT_FOUND


async def test_an_empty_frame_for_scripts_proves_no_absence() -> None:
    async with opened({"/robots.txt": Reply(status=404)}) as town:
        town.fallback = lambda _: "<title>เทศบาล</title><div id=app></div><a href='/a'></a>"
        result = await visit(town)
    assert seen(result) == ["/", "/a"]


async def test_robots_are_obeyed_for_links_and_redirects() -> None:
    rules = Reply(b"User-agent: oit-audit\nDisallow: /secret\n", type="text/plain")
    routes: dict[str, Route] = {
        "/robots.txt": rules,
        "/": page("/secret/a", "/b"),
        "/b": to("/secret/b"),
    }
    async with opened(routes) as town:
        result = await visit(town)
    assert {part.reason for part in result.reach.skipped} == {SkipReason.ROBOTS}
    assert not [path for path in town.paths if path.startswith("/secret")]
    assert "oit-audit/" in town.asked[0].headers["user-agent"]
