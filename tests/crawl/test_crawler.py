from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from oit_audit.crawl import crawl
from oit_audit.model import Completion, Organisation
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


async def test_a_site_that_insists_on_its_cookie_is_seen() -> None:
    def cookie(asked: Asked) -> Reply:
        if "seen=1" in asked.headers.get("cookie", ""):
            return Reply(page("/x").encode())
        return to(asked.path, 302, ("Set-Cookie", "seen=1; Path=/"))

    async with opened({"/": cookie, "/x": page(text="x")}) as town:
        result = await visit(town)
    assert seen(result) == ["/", "/x"]
    assert result.resources[0].redirects == ()


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


async def test_a_sitemap_line_that_is_no_address_costs_nothing() -> None:
    rules = Reply(b"Sitemap: http://[bad\nSitemap: /map.xml\n", type="text/plain")
    async with opened({"/": page(text="หน้าแรก"), "/robots.txt": rules}) as town:
        result = await visit(town)
    assert seen(result) == ["/"]
    assert "/map.xml" in town.paths


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
