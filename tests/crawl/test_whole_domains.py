"""What a loopback server cannot play: names, and several hosts of one organisation."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from oit_audit.crawl import CrawlResult, crawl
from oit_audit.crawl import ledger as ledger_room
from oit_audit.crawl.jobs import outside
from oit_audit.errors import UnreachableError
from oit_audit.model import Completion, Organisation, SkipReason
from oit_audit.settings import CrawlSettings
from tests.crawl.town import QUICK, Shelf, flat, page, read_links

Answer = Callable[[httpx.Request], httpx.Response]


async def visit(
    answer: Answer, settings: CrawlSettings = QUICK, url: str = "http://town.go.th/"
) -> CrawlResult:
    return await crawl(
        Organisation(url),
        replace(settings, concurrency=1),
        sink=Shelf(),
        read_links=read_links,
        priority=flat,
        transport=httpx.MockTransport(lambda request: _unread(answer(request))),
    )


def _unread(response: httpx.Response) -> httpx.Response:
    """Return `response` as it comes from a network: its body still to be read."""
    body = httpx.ByteStream(response.content)
    return httpx.Response(response.status_code, headers=response.headers, stream=body)


async def test_http_https_and_www_show_one_page_and_are_asked_once() -> None:
    asked: list[str] = []

    def town(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        if request.url.path == "/":
            names = ("http://town.go.th/a", "https://www.town.go.th/a", "http://www.town.go.th/a")
            return httpx.Response(200, html=page(*names, "http://other.go.th/a"))
        if request.url.path == "/a":
            return httpx.Response(200, html=page(text="a"))
        return httpx.Response(404)

    result = await visit(town)
    assert len([url for url in asked if url.endswith("/a")]) == 1
    assert [part.url for part in result.resources] == [
        "http://town.go.th/",
        "http://town.go.th/a",
        "http://www.town.go.th/a",
        "https://www.town.go.th/a",
    ]
    assert {part.final_url for part in result.resources[1:]} == {"http://town.go.th/a"}
    assert result.reach.pages == 2


async def test_sub_domains_belong_and_their_own_robots_count() -> None:
    def town(request: httpx.Request) -> httpx.Response:
        host, path = request.url.host, request.url.path
        if path == "/robots.txt":
            return httpx.Response(503 if host == "broken.town.go.th" else 404)
        if host == "town.go.th" and path == "/":
            return httpx.Response(
                200, html=page("http://e.town.go.th/x", "http://broken.town.go.th/y")
            )
        if host == "e.town.go.th":
            return httpx.Response(200, html=page(text="e-service"))
        return httpx.Response(404)

    result = await visit(town, replace(QUICK, retries=0))
    assert [part.url for part in result.resources] == [
        "http://e.town.go.th/x",
        "http://town.go.th/",
    ]
    assert [part.reason for part in result.reach.skipped] == [SkipReason.ROBOTS]
    assert result.reach.completion is Completion.PARTLY
    assert "broken.town.go.th" in (result.reach.reason or "")


async def test_a_site_that_answers_with_nothing_but_new_addresses_comes_to_an_end() -> None:
    count = 0

    def town(request: httpx.Request) -> httpx.Response:
        nonlocal count
        count += 1
        if request.url.path == "/":
            return httpx.Response(200, html=page(*(f"/gone/{'ก' * n}" for n in range(1, 150))))
        return httpx.Response(404)

    result = await visit(town, replace(QUICK, max_pages=3, max_documents=3))
    assert result.reach.reason == "the budget of 118 requests is spent"
    assert result.reach.requests == count <= 120


async def test_only_so_many_addresses_that_were_not_asked_are_written_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger_room, "MAX_UNASKED", 5)

    def town(request: httpx.Request) -> httpx.Response:
        found = request.url.path == "/"
        return httpx.Response(200 if found else 404, html=page(*(f"/{n}" for n in range(50))))

    result = await visit(town, replace(QUICK, max_pages=1))
    assert len(result.reach.skipped) == 5


async def test_a_page_without_a_type_is_known_by_its_first_bytes() -> None:
    def town(request: httpx.Request) -> httpx.Response:
        bodies = {
            "/": page("/a", "/b", "/c").encode(),
            "/a": page("/d").encode(),
            "/b": b"%PDF-1.4",
            "/d": b"d",
        }
        body = bodies.get(request.url.path)
        if body is None:
            return httpx.Response(404)
        kind = {"/": "text/html", "/a": "text/plain"}.get(request.url.path)
        return httpx.Response(200, content=body, headers={"Content-Type": kind} if kind else {})

    result = await visit(town)
    assert [part.url for part in result.resources] == [
        f"http://town.go.th/{name}" for name in ("", "a", "b", "d")
    ]
    assert (result.reach.pages, result.reach.documents) == (2, 2)


async def test_a_public_name_that_redirects_inside_is_not_followed() -> None:
    asked: list[str] = []

    def town(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        if request.url.path == "/robots.txt":
            return httpx.Response(302, headers={"Location": "http://169.254.169.254/latest"})
        if request.url.path == "/":
            return httpx.Response(302, headers={"Location": "http://10.0.0.1/"})
        return httpx.Response(404)

    with pytest.raises(UnreachableError, match="leads into a private network"):
        await visit(town, replace(QUICK, allow_private=False))
    assert {httpx.URL(url).host for url in asked} == {"town.go.th"}


async def test_work_outside_the_loop_is_finished_when_the_caller_is_cancelled() -> None:
    begun, go, done = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go.wait(5)
        done.set()

    task = asyncio.create_task(outside(work))
    await asyncio.to_thread(begun.wait, 5)
    task.cancel()
    await asyncio.sleep(0)
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done.is_set()
