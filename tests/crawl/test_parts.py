"""What a page in a browser gets from the world: little, politely, and nothing that is private."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import pytest

from oit_audit.crawl import parts
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.borders import NoMemory
from oit_audit.crawl.crawler import utc_now
from oit_audit.crawl.fetcher import Fetcher
from oit_audit.crawl.follow import Follower
from oit_audit.crawl.guard import Guard
from oit_audit.crawl.parts import Larder, PageDoor
from oit_audit.crawl.screens import Answer, Asked
from oit_audit.crawl.urls import Site, host_key
from oit_audit.model import Exchange, SkipReason
from tests.crawl.town import QUICK, Reply, Town, opened, to

SCRIPT = Reply(b"show()", type="text/javascript")
JSON = Reply(b"[1]", type="application/json")


def page(url: str) -> Exchange:
    headers = (("Content-Type", "text/html"), ("Set-Cookie", "a=1"), ("X-Odd", "\u0e01"))
    return Exchange(url, "GET", (), 200, "OK", headers, b"<app>", datetime.now(UTC))


@asynccontextmanager
async def larder(town: Town, retries: int = 0) -> AsyncIterator[Larder]:
    settings = replace(QUICK, retries=retries)
    site = Site.around(town.url)
    fetcher = Fetcher(settings, Guard(allow_private=True, is_own=site.includes), utc_now)
    try:
        yield Larder(Follower(settings, fetcher, site, NoMemory()))
    finally:
        await fetcher.aclose()


@asynccontextmanager
async def door(town: Town) -> AsyncIterator[PageDoor]:
    """A page of `town` that was shown already."""
    async with larder(town) as stock:
        way_out = PageDoor(stock, page(town.url))
        await way_out.answer(Asked(town.url, "GET", "document", is_page=True))
        yield way_out


async def test_the_page_itself_is_what_was_fetched_before() -> None:
    async with opened({}) as town, larder(town) as stock:
        shown = await PageDoor(stock, page(town.url)).answer(
            Asked(town.url, "GET", "document", is_page=True)
        )
    assert shown == Answer(200, (("content-type", "text/html"),), b"<app>")
    assert town.asked == []


async def test_scripts_and_data_are_asked_once_in_a_visit() -> None:
    async with opened({"/a.js": SCRIPT}) as town, larder(town) as stock:
        asked = Asked(town.url + "a.js", "GET", "script")
        first = await PageDoor(stock, page(town.url)).answer(asked)
        second = await PageDoor(stock, page(town.url)).answer(asked)
    assert first == second == Answer(200, (("content-type", "text/javascript"),), b"show()")
    assert town.paths == ["/robots.txt", "/a.js"]
    assert [exchange.url for exchange in stock.exchanges] == [town.url + "a.js"]


async def test_the_same_address_with_other_headers_is_another_question() -> None:
    async with opened({"/api": JSON}) as town, door(town) as way_out:
        for key in ("1", "2", "2"):
            headers = (("X-Key", key), ("User-Agent", "Chrome"), ("Cookie", "c"), ("Sec-X", "y"))
            await way_out.answer(Asked(town.url + "api", "GET", "fetch", headers))
    questions = [asked.headers for asked in town.asked if asked.path == "/api"]
    assert [asked["x-key"] for asked in questions] == ["1", "2"]
    assert all(asked["user-agent"].startswith("oit-audit/") for asked in questions)
    assert all("cookie" not in asked and "sec-x" not in asked for asked in questions)


@pytest.mark.parametrize("kind", ["image", "media", "font", "eventsource", "ping", "manifest"])
async def test_what_is_not_read_is_not_asked(kind: str) -> None:
    async with opened({"/x": JSON}) as town, door(town) as way_out:
        assert await way_out.answer(Asked(town.url + "x", "GET", kind)) is None
        assert (town.asked, way_out.withheld) == ([], [])


async def test_a_frame_inside_the_page_stays_empty_and_a_style_is_none() -> None:
    async with opened({}) as town, door(town) as way_out:
        assert await way_out.answer(Asked(town.url + "frame", "GET", "document")) is None
        style = await way_out.answer(Asked(town.url + "x.css", "GET", "stylesheet"))
    assert style is not None
    assert (style.status, style.body, town.asked) == (200, b"", [])


async def test_nothing_is_sent_and_what_the_page_missed_by_it_is_remembered() -> None:
    async with opened({"/api": JSON}) as town, door(town) as way_out:
        assert await way_out.answer(Asked(town.url + "api", "POST", "xhr")) is None
        assert await way_out.answer(Asked(town.url + "api/counter", "POST", "xhr")) is None
        way_out.refuse_socket("wss://town.example/live")
    assert town.asked == []
    assert way_out.withheld == [f"POST {town.url}api", "a web socket to wss://town.example/live"]


async def test_counters_of_visitors_are_left_alone() -> None:
    async with opened({}) as town, door(town) as way_out:
        watcher = Asked("https://www.googletagmanager.com/gtm.js", "GET", "script")
        assert await way_out.answer(watcher) is None
    assert way_out.withheld == []


async def test_robots_txt_holds_for_parts() -> None:
    rules = Reply(b"User-agent: *\nDisallow: /api/", type="text/plain")
    async with opened({"/robots.txt": rules, "/api/x": JSON}) as town, door(town) as way_out:
        assert await way_out.answer(Asked(town.url + "api/x", "GET", "fetch")) is None
        assert town.paths == ["/robots.txt"]
    assert way_out.withheld == [f"robots: {town.url}api/x"]


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://127.0.0.1:{port}/secret",
        "http://localhost:{port}/secret",
        "http://10.0.0.1/",
    ],
)
async def test_private_places_are_closed_to_scripts_even_where_the_site_is_private(
    url: str,
) -> None:
    async with opened({"/secret": JSON}) as other, opened({}) as town, door(town) as way_out:
        asked = Asked(url.format(port=other.port), "GET", "fetch")
        assert await way_out.answer(asked) is None
        assert (other.asked, way_out.withheld) == ([], [])


async def test_a_redirect_to_a_private_place_is_not_followed() -> None:
    async with opened({"/secret": JSON}) as other:
        async with opened({"/go": to(f"{other.url}secret")}) as town, door(town) as way_out:
            assert await way_out.answer(Asked(town.url + "go", "GET", "fetch")) is None
        assert other.asked == []


async def test_a_redirect_on_the_site_is_followed_for_the_browser() -> None:
    async with opened({"/old": to("/new"), "/new": JSON}) as town, door(town) as way_out:
        answer = await way_out.answer(Asked(town.url + "old", "GET", "fetch"))
    assert answer == Answer(200, (("content-type", "application/json"),), b"[1]")


async def test_errors_are_handed_on_and_failures_are_remembered() -> None:
    routes = {"/broken": Reply(status=500), "/image": Reply(b"x", type="image/png")}
    async with opened(routes) as town, door(town) as way_out:
        gone = await way_out.answer(Asked(town.url + "gone", "GET", "fetch"))
        broken = await way_out.answer(Asked(town.url + "broken", "GET", "fetch"))
        image = await way_out.answer(Asked(town.url + "image", "GET", "fetch"))
    assert gone is not None
    assert broken is not None
    assert (gone.status, broken.status, image) == (404, 500, None)
    assert [why.partition(":")[0] for why in way_out.withheld] == ["server_error", "wrong_type"]


async def test_a_part_that_fails_in_passing_is_tried_again() -> None:
    tries = iter([Reply(status=503), SCRIPT])
    async with opened({"/a.js": lambda _: next(tries)}) as town, larder(town) as stock:
        asked = Asked(town.url + "a.js", "GET", "script")
        answer = await PageDoor(stock, page(town.url)).answer(asked)
    assert answer is not None
    assert answer.body == b"show()"
    assert [exchange.status for exchange in stock.exchanges] == [503, 200]


async def test_a_page_has_its_share_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAX_PARTS", 2)
    async with opened({}) as town, door(town) as way_out:
        for number in range(4):
            await way_out.answer(Asked(f"{town.url}{number}", "GET", "fetch"))
        assert town.paths == ["/robots.txt", "/0", "/1"]
    assert way_out.withheld == ["the page asks for too much"] * 2


async def test_a_page_has_its_bytes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAX_BYTES", 5_000)
    big = Reply(b"x" * 3_000, type="text/javascript")
    async with opened({"/1": big, "/2": big, "/3": big}) as town, door(town) as way_out:
        answers = [
            await way_out.answer(Asked(f"{town.url}{n}", "GET", "script")) for n in (1, 2, 3)
        ]
    assert [answer is not None for answer in answers] == [True, False, False]


async def test_no_more_is_kept_than_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_MAX_KEPT", 3)
    async with opened({"/a.js": SCRIPT}) as town, door(town) as way_out:
        for _ in range(2):
            await way_out.answer(Asked(town.url + "a.js", "GET", "script"))
        assert town.times("/a.js") == 2


async def test_scripts_may_send_the_visitor_elsewhere_on_the_site() -> None:
    async with opened({"/home": "<h1>บ้าน</h1>"}) as town, door(town) as way_out:
        answer = await way_out.answer(Asked(town.url + "home", "GET", "document", is_page=True))
        assert answer is not None
        assert answer.body == "<h1>บ้าน</h1>".encode()
        assert way_out.moves == [town.url + "home"]


@pytest.mark.parametrize("where", ["http://169.254.169.254/", "https://a.example/", "/out"])
async def test_scripts_may_send_the_visitor_to_no_other_site(where: str) -> None:
    async with opened({"/out": to("https://a.example/")}) as town, door(town) as way_out:
        url = urljoin(town.url, where)
        assert await way_out.answer(Asked(url, "GET", "document", is_page=True)) is None
        assert set(town.paths) <= {"/robots.txt", "/out"}
    assert (way_out.fault, way_out.withheld) == (None, [f"it moves to {url}"])


async def test_scripts_cannot_send_forms_or_open_papers() -> None:
    routes = {"/pdf": Reply(b"%PDF", type="application/pdf")}
    async with opened(routes) as town, door(town) as way_out:
        for method, path in (("GET", "pdf"), ("POST", "")):
            asked = Asked(town.url + path, method, "document", is_page=True)
            assert await way_out.answer(asked) is None
        assert (way_out.moves, way_out.fault) == ([], None)


async def test_a_page_to_which_scripts_lead_may_not_be_there() -> None:
    async with opened({}) as town, door(town) as way_out:
        gone = Asked(town.url + "gone", "GET", "document", is_page=True)
        assert await way_out.answer(gone) is None
    assert way_out.fault == Fault(SkipReason.NOT_FOUND, "404")


async def test_a_page_that_moves_for_ever_is_stopped() -> None:
    async with opened({}) as town, door(town) as way_out:
        town.fallback = lambda _: "<h1>x</h1>"
        for number in range(6):
            url = f"{town.url}{number}"
            await way_out.answer(Asked(url, "GET", "document", is_page=True))
        assert len(way_out.moves) == 3


async def test_only_our_own_politeness_is_waiting_for_our_turn() -> None:
    arrived, gate = asyncio.Event(), asyncio.Event()

    async def slow(_asked: object, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await gate.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    async with opened({"/slow": slow}) as town, door(town) as way_out:
        await way_out.answer(Asked(town.url + "first", "GET", "fetch"))
        way_out._larder._follower._paces.pause(host_key(town.url), "", 0.3)
        job = asyncio.create_task(way_out.answer(Asked(town.url + "slow", "GET", "fetch")))
        await asyncio.sleep(0.1)
        waiting = way_out.waits_its_turn
        await arrived.wait()
        asking = way_out.waits_its_turn
        gate.set()
        await job
        assert (waiting, asking, way_out.waits_its_turn) == (True, False, False)
