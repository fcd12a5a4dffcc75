from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import pairwise

import httpx
import pytest

from oit_audit.crawl import crawl
from oit_audit.model import Completion, Link, Organisation, SkipReason
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
    visit,
)


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
        ({"max_bytes": 500}, "the budget of 500 bytes is spent"),
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


async def test_a_page_found_far_away_is_asked_when_a_shorter_way_turns_up() -> None:
    routes: dict[str, Route] = {f"/w{n}": page(f"/w{n + 1}", text="ก" * n) for n in range(9)}
    routes |= {"/": page("/w0", "/x"), "/x": page("/list", text="x"), "/list": page("/w3")}
    async with opened(routes) as town:
        result = await crawl(
            Organisation(town.url),
            replace(QUICK, max_depth=3, concurrency=1),
            sink=Shelf(),
            read_links=read_links,
            priority=lambda link, _: 0.9 * ("/w" in link.url),
        )
    assert town.paths.index("/list") < town.paths.index("/w3"), "it was put aside before"
    assert "/w3" in seen(result)
    assert skip(result, "/w4").reason is SkipReason.TRAP


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


async def test_the_bytes_of_all_bodies_never_pass_their_budget() -> None:
    routes: dict[str, Route] = {"/": page(*(f"/{n}.pdf" for n in range(8)))}
    routes |= {
        f"/{n}.pdf": Reply(b"%PDF" + bytes([n]) * 60_000, type="application/pdf") for n in range(8)
    }
    shelf = Shelf()
    async with opened(routes) as town:
        result = await visit(town, replace(QUICK, max_bytes=200_000), shelf=shelf)
    assert result.reach.reason == "the budget of 200000 bytes is spent"
    assert result.reach.documents in (2, 3)
    assert sum(len(exchange.body) for exchange in shelf.exchanges) <= 200_000
    assert SkipReason.BUDGET in {part.reason for part in result.reach.skipped}
