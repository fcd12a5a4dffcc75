from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import httpx
import pytest

from oit_audit.crawl import crawl
from oit_audit.errors import AddressError, UnreachableError
from oit_audit.model import Completion, Link, Organisation, SkipReason
from oit_audit.progress import CrawlState
from tests.crawl.town import (
    QUICK,
    Asked,
    Reply,
    Route,
    Shelf,
    flat,
    opened,
    page,
    read_links,
    seen,
    skip,
    to,
    visit,
)


async def test_everything_that_the_pages_offer_is_seen_once() -> None:
    routes: dict[str, Route] = {
        "/": page("/a", "/b", "/a#part", "plan.pdf", "http://elsewhere.test/", "mailto:x@y.test"),
        "/a": page("/", "/b", "./b", text="หน้าแรกของ a"),
        "/b": page("/a", text="หน้า b"),
        "/plan.pdf": Reply(b"%PDF-1.4", type="application/pdf"),
    }
    async with opened(routes) as town:
        result = await visit(town)
    assert seen(result) == ["/", "/a", "/b", "/plan.pdf"]
    assert [resource.depth for resource in result.resources] == [0, 1, 1, 1]
    assert (result.reach.pages, result.reach.documents) == (3, 1)
    assert (result.reach.completion, result.reach.reason) == (Completion.FULL, None)
    assert result.reach.requests == len(town.asked)
    assert [town.times(path) for path in routes] == [1, 1, 1, 1]


async def test_the_sink_gets_every_exchange_and_the_watcher_every_address() -> None:
    heard: list[CrawlState] = []

    class Watching:
        def crawled(self, state: CrawlState) -> None:
            heard.append(state)

        def stage(self, name: str, done: int, total: int) -> None:
            raise AssertionError(name, done, total)

    instant = datetime(2026, 1, 2, tzinfo=UTC)
    shelf = Shelf()
    async with opened({"/": page("/old", "/lost"), "/old": to("/new"), "/new": page()}) as town:
        result = await crawl(
            Organisation(town.url),
            QUICK,
            sink=shelf,
            read_links=read_links,
            priority=flat,
            watcher=Watching(),
            now=lambda: instant,
        )
    kept = {(exchange.url.removeprefix(town.url), exchange.status) for exchange in shelf.exchanges}
    assert {("", 200), ("old", 302), ("new", 200), ("lost", 404), ("robots.txt", 404)} <= kept
    assert {exchange.ip for exchange in shelf.exchanges} == {"127.0.0.1"}
    assert result.started_at == result.finished_at == shelf.exchanges[0].fetched_at == instant
    assert heard[-1] == CrawlState(2, 0, 0, 1, f"127.0.0.1:{town.port}")


async def test_redirects_keep_the_address_asked_first_and_ask_nothing_twice() -> None:
    routes: dict[str, Route] = {
        "/": page("/a", "/b", "/new"),
        "/a": to("/step", 301),
        "/step": to("/new", 307),
        "/b": to("/new", 308),
        "/new": page(text="หน้าใหม่"),
    }
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, concurrency=1))
    by_path = dict(zip(seen(result), result.resources, strict=True))
    assert by_path["/a"].final_url == by_path["/b"].final_url == f"{town.url}new"
    assert by_path["/a"].redirects == (f"{town.url}step",)
    assert town.times("/new") == 1


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
        (Reply(b"x", type="video/mp4"), SkipReason.STATUS),
        (Reply(b"x", type="image/png"), SkipReason.STATUS),
        (Reply(page(title="ไม่พบหน้าที่ต้องการ").encode()), SkipReason.SOFT_NOT_FOUND),
        (Reply(page(title="เทศบาล | 404").encode()), SkipReason.SOFT_NOT_FOUND),
        (Reply(b"\x1f\x8bno", headers=(("Content-Encoding", "gzip"),)), SkipReason.BAD_ENCODING),
        (Reply(b"x", headers=(("Content-Encoding", "br"),)), SkipReason.BAD_ENCODING),
        (Reply(b" " * 200_001), SkipReason.TOO_LARGE),
        (Reply(b" " * 50_000_000).packed(), SkipReason.TOO_LARGE),
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
    assert skip(result, "/x").reason is SkipReason.TIMEOUT
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


async def test_a_site_that_insists_on_its_cookie_is_seen() -> None:
    def cookie(asked: Asked) -> Reply:
        if "seen=1" in asked.headers.get("cookie", ""):
            return Reply(page("/x").encode())
        return to(asked.path, 302, ("Set-Cookie", "seen=1; Path=/"))

    async with opened({"/": cookie, "/x": page(text="x")}) as town:
        result = await visit(town)
    assert seen(result) == ["/", "/x"]
    assert result.resources[0].redirects == ()


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


async def test_pages_and_documents_have_budgets_of_their_own() -> None:
    routes: dict[str, Route] = {"/": page(*(f"/p{n}" for n in range(9)), "/a.pdf", "/b.pdf")}
    routes |= {f"/p{n}": page(text=f"หน้า{'ก' * n}") for n in range(9)}
    routes |= {f"/{n}.pdf": Reply(b"%PDF", type="application/pdf") for n in "ab"}
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, max_pages=3, max_documents=1))
    assert (result.reach.pages, result.reach.documents) == (3, 1)
    assert result.reach.completion is Completion.PARTLY
    assert result.reach.reason == "the budget of 3 pages is spent"
    assert {part.reason for part in result.reach.skipped} == {SkipReason.BUDGET}
    assert len(result.reach.skipped) == 8


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"max_seconds": 0.6}, "the budget of 0.6 seconds is spent"),
        ({"max_bytes": 1}, "the budget of 1 bytes is spent"),
        ({"max_documents": 0}, "the budget of 0 documents is spent"),
        ({"max_pages": 1, "max_documents": 1}, "the budget of 1 pages is spent"),
        ({"max_links_per_page": 1}, "a page has more than 1 links"),
    ],
)
async def test_a_spent_budget_ends_the_crawl_and_says_so(
    change: dict[str, int], reason: str
) -> None:
    async def slow(_: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1.2)
        writer.close()

    slowly = "max_seconds" in change
    routes: dict[str, Route] = {
        "/": page("/x", "/y", "/z.pdf"),
        "/x": slow if slowly else page(text="x"),
    }
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, **change))  # type: ignore[arg-type]
    assert (result.reach.completion, result.reach.reason) == (Completion.PARTLY, reason)
    if slowly:
        assert skip(result, "/x").reason is SkipReason.BUDGET


async def test_requests_keep_the_delay() -> None:
    routes = {"/": page("/a", "/b"), "/a": page(text="a"), "/b": page(text="b")}
    async with opened(routes) as town:
        await visit(town, replace(QUICK, delay_s=0.15))
    times = [asked.at for asked in town.asked]
    took_to_connect = 0.1
    assert times[-1] - times[0] >= 0.15 * (len(times) - 1) - took_to_connect
    assert all(later - sooner > 0.03 for sooner, later in pairwise(times))


async def test_no_more_requests_than_allowed_are_under_way() -> None:
    async def slow(_: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.05)
        writer.write(b"HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    routes: dict[str, Route] = {"/": page(*(f"/{n}" for n in range(8)))}
    routes |= {f"/{n}": slow for n in range(8)}
    async with opened(routes) as town:
        await visit(town, replace(QUICK, concurrency=3))
    assert town.busiest == 3


async def test_a_calendar_without_end_ends() -> None:
    def calendar(asked: Asked) -> Reply | str:
        if not asked.path.startswith("/day/"):
            return Reply(status=404)
        day = int(asked.path.split("/")[2])
        return page(f"/day/{day + 1}", f"/day/{day + 2}", title=f"วันที่ {day}", text="ว่าง")

    async with opened({"/": page("/day/1", "/a"), "/a": page(text="a")}) as town:
        town.fallback = calendar
        result = await visit(town)
    assert len(town.asked) < 60
    assert {part.reason for part in result.reach.skipped} == {SkipReason.TRAP}
    assert result.reach.completion is Completion.FULL


async def test_pages_too_many_clicks_away_are_traps() -> None:
    routes: dict[str, Route] = {"/": page("/w0")}
    routes |= {f"/w{n}": page(f"/w{n + 1}", text="ก" * n) for n in range(9)}
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, max_depth=3))
    assert skip(result, "/w3").reason is SkipReason.TRAP
    assert town.times("/w3") == 0


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


async def test_a_host_that_fails_for_long_is_left_alone() -> None:
    async def reset(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    paths = [f"/dead/{'ก' * n}x" for n in range(30)]
    routes: dict[str, Route] = {"/": page(*paths)}
    async with opened(routes) as town:
        town.routes |= dict.fromkeys(map(_quoted, paths), reset)
        result = await visit(town, replace(QUICK, retries=0, concurrency=1))
    assert result.reach.completion is Completion.PARTLY
    assert result.reach.reason is not None
    assert result.reach.reason.endswith("stopped answering")
    assert len([path for path in town.paths if path.startswith("/dead")]) == 10
    assert len(result.reach.skipped) == 30


def _quoted(path: str) -> str:
    return httpx.URL("http://x" + path).raw_path.decode()


async def test_many_addresses_that_fail_make_the_look_partial() -> None:
    paths = [f"/{letter}" for letter in "abcdefghijkl"]
    routes: dict[str, Route] = {"/": page(*paths)}
    routes |= dict.fromkeys(paths, Reply(status=501))
    async with opened(routes) as town:
        result = await visit(town)
    assert result.reach.reason == "12 of 13 addresses could not be looked at"


async def test_the_crawl_ends_when_it_is_told_to() -> None:
    stop = asyncio.Event()

    def ring(_: Asked) -> Reply:
        stop.set()
        return Reply(page("/later").encode())

    async with opened({"/": page("/x", "/y"), "/x": ring, "/y": page()}) as town:
        result = await crawl(
            Organisation(town.url),
            replace(QUICK, concurrency=1),
            sink=Shelf(),
            read_links=read_links,
            priority=flat,
            stop=stop,
        )
    assert (result.reach.completion, result.reach.reason) == (Completion.PARTLY, "interrupted")
    assert {part.reason for part in result.reach.skipped} == {SkipReason.INTERRUPTED}


async def test_a_crawl_that_is_stopped_before_the_first_page_saw_nothing() -> None:
    stop = asyncio.Event()
    stop.set()
    async with opened({"/": page()}) as town:
        result = await crawl(
            Organisation(town.url),
            QUICK,
            sink=Shelf(),
            read_links=read_links,
            priority=flat,
            stop=stop,
        )
    assert (result.reach.completion, result.resources) == (Completion.NONE, ())


async def test_a_cancelled_crawl_leaves_nothing_running() -> None:
    async with opened({"/": page("/x"), "/x": page()}) as town:
        before = len(asyncio.all_tasks())
        task = asyncio.create_task(visit(town, replace(QUICK, delay_s=5)))
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(asyncio.all_tasks()) <= before + 1


async def test_evidence_comes_first_and_breadth_is_kept() -> None:
    def wants_ten(link: Link, _page: str) -> float:
        return 0.9 if "/ita" in link.url or link.url.endswith(".png") else 0.0

    routes: dict[str, Route] = {
        "/": page(*(f"/n{n}" for n in range(8)), "/ita", "/seal.png", "/logo.jpg"),
        "/ita": page(*(f"/ita/{n}" for n in "abcdef"), text="ita"),
        "/seal.png": Reply(b"png", type="image/png"),
    }
    async with opened(routes) as town:
        result = await crawl(
            Organisation(town.url),
            replace(QUICK, concurrency=1),
            sink=Shelf(),
            read_links=read_links,
            priority=wants_ten,
        )
    order = [path for path in town.paths if path.startswith(("/n", "/ita")) and "-" not in path]
    assert order[0] == "/ita"
    assert "/ita/a" in order[:3]
    assert "/n0" in order[:3]
    assert "/seal.png" in seen(result)
    assert "/logo.jpg" not in town.paths


async def test_thai_addresses_and_spaces_are_asked_for_as_they_should() -> None:
    wanted = "/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf"
    routes: dict[str, Route] = {
        "/": page("/แผน ปี.pdf", wanted, "/moved"),
        wanted: Reply(b"%PDF", type="application/pdf"),
        "/moved": to("/แผน ปี.pdf"),
    }
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, concurrency=1))
    assert town.times(wanted) == 1
    assert [resource.final_url for resource in result.resources[1:]] == [
        f"{town.url}{wanted[1:]}"
    ] * 2


async def test_sitemaps_show_pages_that_no_link_leads_to() -> None:
    async with opened({}) as town:
        town.routes = {
            "/": page(),
            "/robots.txt": Reply(b"Sitemap: /map.xml\n", type="text/plain"),
            "/map.xml": Reply(
                f"<urlset><url><loc>{town.url}hidden</loc></url><url><loc>{town.url}x.mp4</loc></url>"
                f"<url><loc>http://elsewhere.test/</loc></url></urlset>".encode(),
                type="text/xml",
            ),
            "/hidden": page(text="ซ่อน"),
        }
        result = await visit(town)
    assert seen(result) == ["/", "/hidden"]
    assert result.resources[1].depth == 2
    assert "/x.mp4" not in town.paths


async def test_the_same_site_gives_the_same_result_whatever_answers_first() -> None:
    wait = {"/a": 0.05, "/b": 0.0}

    def late(text: str) -> Route:
        async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(wait[asked.path])
            body = text.encode()
            head = (
                f"HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            writer.write(head.encode() + body)
            await writer.drain()

        return answer

    results: list[tuple[list[str], list[int], list[str]]] = []
    for _ in range(2):
        routes: dict[str, Route] = {
            "/": page("/a", "/b"),
            "/a": late(page("/c", "/d", text="a")),
            "/b": late(page("/d", "/c", text="b")),
            "/c": page("/e", text="c"),
            "/d": page(text="d"),
        }
        async with opened(routes) as town:
            result = await visit(town)
            depths = [resource.depth for resource in result.resources]
            results.append((seen(result), depths, town.paths[-5:]))
        wait = {"/a": 0.0, "/b": 0.05}
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("url", "error", "says"),
    [
        ("nonsense", AddressError, "not a web address"),
        ("ftp://town.test/", AddressError, "not a web address"),
        (
            "http://127.0.0.1:1/",
            UnreachableError,
            "cannot reach 127.0.0.1: it refuses the connection",
        ),
        ("http://169.254.169.254/", AddressError, "169.254.169.254 must not be asked"),
    ],
)
async def test_a_first_page_that_cannot_be_asked_is_an_error_of_one_line(
    url: str, error: type[AddressError], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        await crawl(
            Organisation(url),
            replace(QUICK, retries=0),
            sink=Shelf(),
            read_links=read_links,
            priority=flat,
        )
    assert "\n" not in str(caught.value)
    assert caught.value.hint


async def test_a_private_address_is_refused_unless_it_is_allowed() -> None:
    async with opened({"/": page()}) as town:
        with pytest.raises(AddressError, match=r"127\.0\.0\.1 must not be asked"):
            await visit(town, replace(QUICK, allow_private=False))
    assert town.asked == []


@pytest.mark.parametrize(
    ("routes", "says"),
    [
        ({"/": Reply(status=404)}, "the first page is not there"),
        ({"/": Reply(status=500)}, "server error"),
        ({"/": to("http://elsewhere.test/")}, "leads to another site"),
        (
            {"/": Reply(b"<title>Just a moment...</title>", 503)},
            "a firewall takes us for a nuisance",
        ),
        ({"/": page(), "/robots.txt": Reply(status=503)}, "robots.txt keeps us out"),
        ({"/": page(), "/robots.txt": Reply(b"User-agent: *\nDisallow: /")}, "robots.txt keeps us"),
    ],
)
async def test_a_first_page_that_never_comes_ends_the_visit(
    routes: dict[str, Route], says: str
) -> None:
    async with opened(routes) as town:
        with pytest.raises(UnreachableError, match=says):
            await visit(town, replace(QUICK, retries=1))


async def test_a_first_page_that_comes_at_the_second_try_is_enough() -> None:
    tries = iter([Reply(status=503), Reply(page().encode())])
    async with opened({"/": lambda _: next(tries)}) as town:
        result = await visit(town)
    assert seen(result) == ["/"]
