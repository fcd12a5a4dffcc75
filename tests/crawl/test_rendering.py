"""Visits to sites whose pages are empty without a browser; the browser is played."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from oit_audit.crawl import CrawlResult, crawl, harvest, rendering
from oit_audit.crawl.screens import Asked, BrowserError, Door, Screen, Shown
from oit_audit.errors import UnreachableError
from oit_audit.model import Completion, Organisation, Remark, RemarkKind, SkipReason
from oit_audit.settings import CrawlSettings
from tests.crawl.town import (
    QUICK,
    Reply,
    Route,
    Shelf,
    Town,
    flat,
    opened,
    page,
    read_links,
    seen,
    skip,
)

EMPTY = (
    "<!doctype html><title>เทศบาล</title><div id=app></div><noscript>เปิดใช้งาน JavaScript</noscript>"
    "<script type=module src=/assets/app.js></script>"
)
WORDS = "เทศบาลตำบลสายน้ำผึ้งมีหน้าที่จัดทำบริการสาธารณะเพื่อประโยชน์ของประชาชนในท้องถิ่น " * 4
View = str | Callable[[Door], Awaitable[str]]


class Stage:
    """A browser that shows what a test wants by path; `not here` for the rest."""

    def __init__(self, views: dict[str, View], moves: dict[str, str] | None = None) -> None:
        self.views = views
        self.moves = moves or {}
        self.shown: list[str] = []
        self.starts = 0
        self.is_alive = True
        self.is_over = False

    async def start(self) -> Screen:
        self.starts += 1
        self.is_alive, self.is_over = True, False
        return self

    async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:  # noqa: ARG002 - as a browser has it
        path = urlsplit(url).path
        self.shown.append(path)
        assert await door.answer(Asked(url, "GET", "document", is_page=True)) is not None
        view = self.views.get(path, page(title="404", text="ไม่พบหน้า"))
        html = view if isinstance(view, str) else await view(door)
        return Shown(url.replace(path, self.moves.get(path, path)), html, at_rest=True)

    async def try_out(self) -> str:
        return "1"

    async def aclose(self) -> None:
        self.is_over = True


async def visit(
    town: Town,
    stage: Stage,
    settings: CrawlSettings = QUICK,
    shelf: Shelf | None = None,
    stop: asyncio.Event | None = None,
) -> CrawlResult:
    return await crawl(
        Organisation(town.url),
        settings,
        sink=shelf or Shelf(),
        read_links=read_links,
        priority=flat,
        stop=stop,
        start_browser=stage.start,
    )


def empty_town(town: Town) -> Town:
    """Let every address give the same empty page, as web apps do."""
    town.fallback = lambda asked: (
        Reply(status=404) if "." in asked.path else EMPTY  # robots.txt, sitemap.xml
    )
    return town


async def test_pages_are_read_as_drawn_and_the_same_bytes_are_not_the_same_page() -> None:
    stage = Stage({"/": page("/a", "/b", text=WORDS), "/a": page(title="ก"), "/b": page(title="ข")})
    shelf = Shelf()
    async with opened({}) as town:
        result = await visit(empty_town(town), stage, shelf=shelf)

    assert seen(result) == ["/", "/a", "/b"]
    assert all(resource.rendered for resource in result.resources)
    assert {(r.charset, r.media_type, r.status) for r in result.resources} == {
        ("utf-8", "text/html", 200)
    }
    assert result.reach.completion is Completion.FULL
    assert result.reach.remarks == (Remark(RemarkKind.NEEDS_BROWSER, town.url),)
    kept = [(exchange.url, exchange.rendered) for exchange in shelf.exchanges]
    assert (f"{town.url}a", False) in kept
    assert (f"{town.url}a", True) in kept
    assert stage.is_over


@pytest.mark.parametrize("path", ["/gone", "/nothing"])
async def test_a_drawn_page_that_says_not_found_is_not_there(path: str) -> None:
    """Either in words, or by showing what the app shows for any address."""
    blank = page("/", "/gone", title="เทศบาล", text="")
    views = {"/": page("/gone", "/nothing", text=WORDS), "/gone": page(title="ไม่พบหน้า")}

    class Router(Stage):
        async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
            self.views.setdefault(urlsplit(url).path, blank)
            return await super().show(url, door, max_bytes=max_bytes)

    async with opened({}) as town:
        result = await visit(empty_town(town), Router(dict(views)))
    assert skip(result, path).reason is SkipReason.SOFT_NOT_FOUND


async def test_without_a_browser_nothing_was_seen_and_nothing_is_an_error() -> None:
    async with opened({}) as town:
        stage = Stage({})
        result = await visit(empty_town(town), stage, replace(QUICK, browser=False))

    assert (result.resources, stage.starts) == ((), 0)
    assert result.reach.completion is Completion.NONE
    assert result.reach.reason == "pages need a browser"
    (only,) = result.reach.skipped
    assert (only.url, only.reason) == (town.url, SkipReason.NEEDS_BROWSER)
    assert result.reach.remarks == (Remark(RemarkKind.NEEDS_BROWSER, town.url),)


async def test_the_browser_of_the_machine_may_not_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OIT_AUDIT_BROWSER", "/nowhere/chromium")
    with pytest.raises(BrowserError, match="there is no browser"):
        await rendering.start_browser()
    with pytest.raises(BrowserError, match="there is no browser"):
        await rendering.try_browser()


async def test_a_library_that_is_broken_is_no_browser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OIT_AUDIT_BROWSER", __file__)
    monkeypatch.setitem(sys.modules, "oit_audit.crawl.browser", None)
    with pytest.raises(BrowserError, match="playwright cannot be imported"):
        await rendering.start_browser()


async def test_links_of_an_empty_page_are_followed_all_the_same() -> None:
    links = "<a href=/plan.pdf>แผน</a><a href=/about>เกี่ยวกับ</a>"
    routes: dict[str, Route] = {
        "/": EMPTY.replace("<noscript>", f"{links}<noscript>"),
        "/plan.pdf": Reply(b"%PDF-1.4", type="application/pdf"),
        "/about": page(title="เกี่ยวกับ", text=WORDS),
    }
    async with opened(routes) as town:
        result = await visit(town, Stage({}), replace(QUICK, browser=False))
    assert seen(result) == ["/about", "/plan.pdf"]
    assert result.reach.completion is Completion.PARTLY
    assert not any(resource.rendered for resource in result.resources)


MENU_TO_COME = (
    "<!doctype html><title>เทศบาล</title><div id=site-header></div>"
    f"<h1>เทศบาล</h1><p>{WORDS}</p><script src=js/parts.js></script>"
)


async def test_a_first_page_whose_menu_is_still_to_come_is_drawn() -> None:
    stage = Stage({"/": page("/about", text=WORDS)})
    routes: dict[str, Route] = {"/": MENU_TO_COME, "/about": page(title="เกี่ยวกับ", text=WORDS)}
    async with opened(routes) as town:
        result = await visit(town, stage)
    assert (seen(result), stage.shown) == (["/", "/about"], ["/"])


async def test_a_visit_that_ends_with_the_first_page_for_want_of_a_browser_is_not_whole() -> None:
    async with opened({"/": MENU_TO_COME}) as town:
        result = await visit(town, Stage({}), replace(QUICK, browser=False))
    assert result.reach.completion is Completion.NONE
    assert result.reach.reason == "pages need a browser"


async def test_an_inner_page_without_a_menu_is_read_as_it_is() -> None:
    async with opened({"/": page("/about"), "/about": MENU_TO_COME}) as town:
        stage = Stage({})
        result = await visit(town, stage, replace(QUICK, browser=False))
    assert (seen(result), result.reach.completion) == (["/", "/about"], Completion.FULL)


async def test_ordinary_pages_start_no_browser() -> None:
    async with opened({"/": page("/a"), "/a": page(title="ก")}) as town:
        stage = Stage({})
        result = await visit(town, stage)
    assert (stage.starts, result.reach.remarks) == (0, ())


async def test_when_the_budget_of_drawn_pages_is_spent_the_rest_is_skipped() -> None:
    stage = Stage({"/": page("/a", text=WORDS), "/a": page(title="ก")})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage, replace(QUICK, max_rendered=1))
    assert (seen(result), stage.shown) == (["/"], ["/"])
    assert skip(result, "/a").detail == "the budget of 1 rendered pages is spent"
    assert result.reach.reason == "pages need a browser"


async def test_a_browser_that_cannot_start_is_asked_once() -> None:
    class Broken(Stage):
        async def start(self) -> Screen:
            self.starts += 1
            raise BrowserError("its sandbox does not work here")

    stage = Broken({})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert stage.starts == 1
    assert skip(result, "/").detail == "its sandbox does not work here"


async def test_a_browser_that_dies_costs_a_page_and_is_started_once_more() -> None:
    async def dies(_: Door) -> str:
        stage.is_alive = False
        raise BrowserError("Target closed")

    home = page("/a", "/b", "/c", text=WORDS)
    stage = Stage({"/": home, "/a": dies, "/b": page(title="ข"), "/c": page(title="ค")})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert seen(result) == ["/", "/b", "/c"]
    assert (skip(result, "/a").reason, stage.starts) == (SkipReason.NEEDS_BROWSER, 2)


async def test_a_browser_that_keeps_dying_is_let_go() -> None:
    async def dies(_: Door) -> str:
        stage.is_alive = False
        raise BrowserError("Target closed")

    home = page("/a", "/b", "/c", text=WORDS)
    stage = Stage({"/": home, "/a": dies, "/b": dies, "/c": dies})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert (seen(result), stage.starts) == (["/"], 2)
    details = {part.detail for part in result.reach.skipped}
    assert details == {"Target closed", "the browser died more than once"}


async def test_a_page_that_fails_costs_itself_and_the_browser_lives_on() -> None:
    async def fails(_: Door) -> str:
        raise BrowserError("its scripts do not come to an end")

    stage = Stage({"/": page("/a", "/b", text=WORDS), "/a": fails, "/b": page(title="ข")})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert (seen(result), stage.starts) == (["/", "/b"], 1)


async def test_a_page_that_was_not_told_everything_and_shows_nothing_is_not_judged() -> None:
    async def asks_by_post(door: Door) -> str:
        await door.answer(Asked(town.url + "api", "POST", "fetch"))
        return page("/c", title="แผนพัฒนา", text="")

    async def rich(door: Door) -> str:
        await door.answer(Asked(town.url + "api", "POST", "fetch"))
        return page(title="ข", text=WORDS)

    home = page("/a", "/b", text=WORDS)
    stage = Stage({"/": home, "/a": asks_by_post, "/b": rich, "/c": page(title="ค")})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert seen(result) == ["/", "/b", "/c"]
    assert skip(result, "/a").detail == f"POST {town.url}api"
    assert result.reach.completion is Completion.PARTLY


async def test_a_page_that_looks_like_nothing_for_want_of_its_data_is_not_called_missing() -> None:
    frame = page("/", title="เทศบาล", text="")

    class Router(Stage):
        async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
            if url.endswith("/list"):
                await door.answer(Asked(town.url + "api", "POST", "xhr"))
            self.views.setdefault(urlsplit(url).path, frame)
            return await super().show(url, door, max_bytes=max_bytes)

    async with opened({}) as town:
        result = await visit(empty_town(town), Router({"/": page("/list", "/gone", text=WORDS)}))
    assert skip(result, "/list").reason is SkipReason.NEEDS_BROWSER
    assert skip(result, "/gone").reason is SkipReason.SOFT_NOT_FOUND


async def test_a_page_that_never_comes_to_rest_and_shows_nothing_is_not_judged() -> None:
    class Restless(Stage):
        async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
            found = await super().show(url, door, max_bytes=max_bytes)
            return replace(found, at_rest=not url.endswith("/a"))

    stage = Restless({"/": page("/a", text=WORDS), "/a": "<h1>แผน</h1><p>กำลังโหลด</p>"})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert skip(result, "/a").detail == "its scripts did not come to an end"


async def test_a_page_whose_scripts_lead_to_a_known_one_is_that_one() -> None:
    stage = Stage(
        {"/": page("/new", "/old", text=WORDS), "/old": page(title="ก"), "/new": page(title="ก")},
        moves={"/old": "/new"},
    )
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    (final,) = {r.final_url for r in result.resources if r.url.endswith(("/old", "/new"))}
    assert final == town.url + "new"
    assert (seen(result), result.reach.pages) == (["/", "/new", "/old"], 2)


async def test_every_address_that_leads_home_by_script_is_not_there() -> None:
    class Home(Stage):
        async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
            found = await super().show(url, door, max_bytes=max_bytes)
            return Shown(town.url, page("/a", text=WORDS), found.at_rest)

    async with opened({}) as town:
        result = await visit(empty_town(town), Home({}))
    assert seen(result) == ["/"]
    assert skip(result, "/a").reason is SkipReason.SOFT_NOT_FOUND


async def test_a_page_that_ends_nowhere_is_not_judged() -> None:
    class Lost(Stage):
        async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
            found = await super().show(url, door, max_bytes=max_bytes)
            return replace(found, url="chrome-error://chromewebdata/")

    async with opened({}) as town:
        result = await visit(empty_town(town), Lost({}))
    assert skip(result, "/").detail == "it went to chrome-error://chromewebdata/"


async def test_a_home_page_whose_script_leads_to_what_is_not_there_is_unreachable() -> None:
    async def moves(door: Door) -> str:
        await door.answer(Asked(town.url + "gone.html", "GET", "document", is_page=True))
        return ""

    async with opened({}) as town:
        with pytest.raises(UnreachableError, match="not there"):
            await visit(empty_town(town), Stage({"/": moves}))


async def test_what_only_scripts_can_follow_was_not_seen() -> None:
    stage = Stage({"/": page("/#/about", "/#/oit", text=WORDS)})
    async with opened({}) as town:
        result = await visit(empty_town(town), stage)
    assert seen(result) == ["/"]
    assert result.reach.reason == "pages behind addresses with #/ were not opened"


async def test_a_host_whose_pages_all_need_a_browser_is_asked_no_more_without_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(harvest, "_HOPELESS", 3)
    names = "".join(f"<url><loc>{{url}}p{n}</loc></url>" for n in range(10))
    async with opened({}) as town:
        sitemap = f"<urlset>{names.format(url=town.url)}</urlset>".encode()
        town.routes["/sitemap.xml"] = Reply(sitemap, type="application/xml")
        result = await visit(empty_town(town), Stage({}), replace(QUICK, browser=False))
        asked = [path for path in town.paths if path.startswith("/p")]
    assert len(asked) < 6
    assert [part.reason for part in result.reach.skipped] == [SkipReason.NEEDS_BROWSER] * 11


@pytest.mark.parametrize("how", ["stop", "deadline"])
async def test_drawing_ends_when_the_visit_does(how: str) -> None:
    stop = asyncio.Event()

    async def forever(_: Door) -> str:
        if how == "stop":
            stop.set()
        await asyncio.sleep(60)
        return ""

    settings = replace(QUICK, max_seconds=60.0 if how == "stop" else 1.5)
    stage = Stage({"/": page("/a", text=WORDS), "/a": forever})
    loop = asyncio.get_running_loop()
    async with opened({}) as town:
        begun = loop.time()
        result = await visit(empty_town(town), stage, settings, stop=stop)
    reason = SkipReason.INTERRUPTED if how == "stop" else SkipReason.BUDGET
    assert loop.time() - begun < 5
    assert (seen(result), skip(result, "/a").reason) == (["/"], reason)
    assert stage.is_over


async def test_a_home_page_that_is_drawn_for_ever_is_no_visit() -> None:
    stop = asyncio.Event()

    async def forever(_: Door) -> str:
        stop.set()
        await asyncio.sleep(60)
        return ""

    async with opened({}) as town:
        result = await visit(empty_town(town), Stage({"/": forever}), stop=stop)
    assert (result.resources, result.reach.reason) == ((), "interrupted")
