"""A real browser that has no network of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from oit_audit.crawl import browser as starting
from oit_audit.crawl import showing
from oit_audit.crawl.browser import Browser
from oit_audit.crawl.screens import Answer, Asked, BrowserError
from tests.crawl.town import opened

HOME = "http://town.example/"
MAX = 1_000_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of tests are thin, and nothing comes late to them."""
    monkeypatch.setattr(showing, "_STILL_WHEN_THIN_S", 0.5)


class Drawer:
    """A door behind which everything lies ready."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self.pages = pages
        self.asked: list[Asked] = []
        self.sockets: list[str] = []
        self.waits_its_turn = False

    async def answer(self, asked: Asked) -> Answer | None:
        self.asked.append(asked)
        body = self.pages.get(asked.url.removeprefix(HOME))
        if body is None:
            return None
        kind = "text/html; charset=utf-8" if asked.is_page else "text/javascript"
        return Answer(200, (("content-type", kind),), body.encode())

    def refuse_socket(self, url: str) -> None:
        self.sockets.append(url)

    @property
    def urls(self) -> list[str]:
        return [asked.url for asked in self.asked]


@asynccontextmanager
async def started(executable: str) -> AsyncIterator[Browser]:
    browser = await Browser.start(Path(executable))
    try:
        yield browser
    finally:
        await browser.aclose()


async def shown(executable: str, script: str, body: str = "", **more: str) -> tuple[str, Drawer]:
    """Return what stands on a page after `script` has run in it."""
    drawer = Drawer({"": f"<title>t</title>{body}<script>{script}</script>", **more})
    async with started(executable) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    return found.html, drawer


async def test_scripts_run_and_leave_the_page_without_themselves(drawing: str) -> None:
    script = "fetch('/list.js').then(r => r.text()).then(t => document.body.append(t))"
    body = "<noscript>เปิด JavaScript</noscript><link rel=preload as=script href=/x.js>"
    html, drawer = await shown(drawing, script, body, **{"list.js": "ประกาศสามเรื่อง"})

    assert html.startswith("<!DOCTYPE html>\n<html>")
    assert "ประกาศสามเรื่อง" in html
    assert all(word not in html for word in ("<script", "noscript", "preload"))
    page, *others = drawer.asked
    assert (page.is_page, page.kind, page.method) == (True, "document", "GET")
    assert {other.url for other in others} <= {HOME + "list.js", HOME + "x.js"}


async def test_what_stands_in_open_shadows_is_read_in_its_place(drawing: str) -> None:
    script = """
      const root = document.querySelector('town-card').attachShadow({mode: 'open'});
      root.innerHTML = '<h2>นายก</h2><slot></slot><p>ท้าย</p>';
    """
    html, _ = await shown(drawing, script, "<town-card><b>นายผดุง</b></town-card>")

    assert "<town-card><h2>นายก</h2><slot><b>นายผดุง</b></slot><p>ท้าย</p></town-card>" in html


async def test_the_tools_cannot_be_changed_by_the_page(drawing: str) -> None:
    script = """
      Object.prototype.toJSON = () => 'gotcha';
      Document.prototype.createElement = Element.prototype.appendChild = () => { throw 1 };
      document.body.innerHTML = '<p>แผนพัฒนา</p>';
    """
    html, _ = await shown(drawing, script, "<p></p>")

    assert "<p>แผนพัฒนา</p>" in html


async def test_the_address_is_where_scripts_have_gone(drawing: str) -> None:
    drawer = Drawer({"": "<body><script>history.replaceState({}, '', '/home#/a')</script>"})
    async with started(drawing) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    assert (found.url, found.at_rest) == (HOME + "home#/a", True)


async def test_a_page_that_moves_on_is_read_where_it_ends(drawing: str) -> None:
    drawer = Drawer({"": "<body><script>location = '/home'</script>", "home": "<p>บ้าน</p>"})
    async with started(drawing) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    assert (found.url, "บ้าน" in found.html) == (HOME + "home", True)


async def test_nothing_gets_past_the_door(drawing: str) -> None:
    """Not even what cannot be caught: shared workers, sockets, pop-ups, frames, lookups."""
    script = """
      const get = (url) => `fetch('${url}', {mode: 'no-cors'}).catch(() => 0)`;
      const blob = (text) => URL.createObjectURL(new Blob([text]));
      new Image().src = TOWN + 'image';
      fetch(TOWN + 'fetch').catch(() => 0);
      navigator.sendBeacon(TOWN + 'beacon', 'x');
      new Worker(blob(get(TOWN + 'worker')));
      new SharedWorker(blob('onconnect = () => ' + get(TOWN + 'shared')));
      new WebSocket(TOWN.replace('http', 'ws') + 'socket').onerror = () => 0;
      new EventSource(TOWN + 'events');
      navigator.serviceWorker?.register('/worker.js').catch(() => 0);
      window.open(TOWN + 'popup');
      alert('hello');
      const frame = document.createElement('iframe');
      frame.src = TOWN + 'frame';
      document.body.append(frame, typeof RTCPeerConnection);
      const save = document.createElement('a');
      save.href = TOWN + 'download';
      save.download = 'x';
      save.click();
    """
    async with opened({}) as town:
        page = f"<body><script>const TOWN = '{town.url}';{script}</script>"
        drawer = Drawer({"": page})
        async with started(drawing) as browser:
            found = await browser.show(HOME, drawer, max_bytes=MAX)
            await asyncio.sleep(0.3)
        assert town.asked == []
    assert "undefined" in found.html
    assert drawer.sockets == [town.url.replace("http", "ws") + "socket"]
    moves = {asked.url for asked in drawer.asked if asked.is_page}
    assert moves == {HOME, town.url + "download"}
    assert town.url + "popup" not in drawer.urls


async def test_a_page_beside_the_page_is_never_the_page(drawing: str) -> None:
    html, drawer = await shown(drawing, "", "<iframe src=/frame></iframe>", frame="<p>ใน</p>")
    assert "ใน" not in html
    assert [asked.is_page for asked in drawer.asked] == [True, False]


async def test_a_script_without_end_costs_its_page_and_no_more(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "REPLY_S", 1.0)
    drawer = Drawer({"": "<script>while (true) {}</script>", "next": "<p>ต่อไป</p>"})
    async with started(drawing) as browser:
        with pytest.raises(BrowserError, match="do not come to an end"):
            await browser.show(HOME, drawer, max_bytes=MAX)
        found = await browser.show(HOME + "next", drawer, max_bytes=MAX)
    assert "ต่อไป" in found.html


async def test_a_page_that_is_never_still_is_taken_as_it_stands(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "_PATIENCE_S", 1.0)
    drawer = Drawer({"": "<body><script>setInterval(() => document.body.append('ก'), 20)</script>"})
    async with started(drawing) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    assert (found.at_rest, "กกก" in found.html) == (True, True)


async def test_a_page_that_shows_little_is_given_time_to_begin(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "_STILL_WHEN_THIN_S", 2.5)
    script = "setTimeout(() => { document.body.innerText = 'ประกาศ '.repeat(40) }, 1500)"
    html, _ = await shown(drawing, script, "<p>ยินดีต้อนรับ</p>")
    assert "ประกาศ" in html


async def test_a_page_that_still_waits_for_an_answer_is_not_at_rest(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(Drawer):
        async def answer(self, asked: Asked) -> Answer | None:
            if not asked.is_page:
                await asyncio.sleep(60)
            return await super().answer(asked)

    monkeypatch.setattr(showing, "_PATIENCE_S", 1.0)
    drawer = Slow({"": "<body>กำลังโหลด<script>fetch('/slow')</script>"})
    async with started(drawing) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    assert not found.at_rest


async def test_time_that_we_take_ourselves_is_not_held_against_a_page(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Polite(Drawer):
        async def answer(self, asked: Asked) -> Answer | None:
            if not asked.is_page:
                self.waits_its_turn = True
                await asyncio.sleep(2.0)
                self.waits_its_turn = False
            return await super().answer(asked)

    monkeypatch.setattr(showing, "_PATIENCE_S", 1.2)
    script = "fetch('/x').then(r => r.text()).then(t => document.body.append(t))"
    drawer = Polite({"": f"<body><script>{script}</script>", "x": "มาแล้ว"})
    async with started(drawing) as browser:
        found = await browser.show(HOME, drawer, max_bytes=MAX)
    assert (found.at_rest, "มาแล้ว" in found.html) == (True, True)


async def test_a_page_that_is_too_big_is_none(drawing: str) -> None:
    drawer = Drawer({"": "<body><script>document.body.append('x'.repeat(5000))</script>"})
    async with started(drawing) as browser:
        with pytest.raises(BrowserError, match="over 2000 bytes"):
            await browser.show(HOME, drawer, max_bytes=2_000)


async def test_a_page_that_cannot_be_had_is_an_error_in_words(drawing: str) -> None:
    async with started(drawing) as browser:
        with pytest.raises(BrowserError, match="ERR_ABORTED"):
            await browser.show(HOME, Drawer({}), max_bytes=MAX)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the dying
async def test_a_browser_that_dies_says_so(drawing: str) -> None:
    class Fatal(Drawer):
        async def answer(self, asked: Asked) -> Answer | None:
            if not asked.is_page:
                await browser._chromium.close()
            return await super().answer(asked)

    async with started(drawing) as browser:
        before = browser.is_alive
        with pytest.raises(BrowserError):
            await browser.show(HOME, Fatal({"": "<script src=/x.js></script>"}), max_bytes=MAX)
        assert (before, browser.is_alive) == (True, False)
        with pytest.raises(BrowserError):
            await browser.try_out()


async def test_a_page_that_crashes_says_so(drawing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "REPLY_S", 1.0)

    class Crashing(Drawer):
        async def answer(self, asked: Asked) -> Answer | None:
            if not asked.is_page:
                page = browser._context.pages[0]
                session = await browser._context.new_cdp_session(page)
                with pytest.raises(Exception, match=r"crash|closed"):
                    await session.send("Page.crash")
            return await super().answer(asked)

    async with started(drawing) as browser:
        with pytest.raises(BrowserError):
            await browser.show(HOME, Crashing({"": "<script src=/x.js></script>"}), max_bytes=MAX)
        assert await browser.try_out()


async def test_ending_in_the_middle_of_a_page_is_quick(drawing: str) -> None:
    class Silent(Drawer):
        async def answer(self, asked: Asked) -> Answer | None:
            if not asked.is_page:
                await asyncio.sleep(60)
            return await super().answer(asked)

    loop = asyncio.get_running_loop()
    async with started(drawing) as browser:
        job = asyncio.create_task(
            browser.show(HOME, Silent({"": "<script src=/x.js></script>"}), max_bytes=MAX)
        )
        await asyncio.sleep(0.5)
        begun = loop.time()
        job.cancel()
        await asyncio.wait({job})
    assert job.cancelled()
    assert loop.time() - begun < 5


async def test_what_is_no_browser_does_not_start(drawing: str, tmp_path: Path) -> None:
    program = tmp_path / "chrome"
    program.write_text("#!/bin/sh\necho No usable sandbox >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(BrowserError, match="sandbox"):
        await Browser.start(program)
    with pytest.raises(BrowserError, match="does not start"):
        await Browser.start(tmp_path / "nothing")


async def test_a_start_that_takes_too_long_is_none(
    drawing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "chrome"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(starting, "_START_S", 2.0)
    with pytest.raises(BrowserError, match="no sign of it in 2 seconds"):
        await Browser.start(program)
