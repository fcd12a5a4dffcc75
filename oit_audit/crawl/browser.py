"""A browser without a network of its own: every request it makes is answered through our door.

Imported by nobody but those about to start one: it needs playwright, which is an extra.

Requests are caught before they leave (Chrome DevTools Protocol, Fetch domain). What cannot be
caught so (shared workers, WebRTC, lookups of names) meets a proxy that is not there and a resolver
that knows no name.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path
from typing import Self

from playwright.async_api import Browser as Chromium
from playwright.async_api import (
    BrowserContext,
    CDPSession,
    Error,
    Page,
    Playwright,
    Request,
    Route,
    WebSocketRoute,
    async_playwright,
)

from oit_audit.crawl.screens import Answer, Asked, BrowserError, Door, Shown

_FLAGS = (
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--no-pings",
    "--dns-prefetch-disable",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--no-first-run",
)
_VIEW = (1280, 4000)
"""Wide enough for a whole menu, high enough for what waits to be scrolled to."""

_START_S = 30.0
_END_S = 5.0
_REPLY_S = 10.0
"""For one look at the page; a script that never ends lets nobody look."""

_TICK_S = 0.1
_STILL_S = 0.6
"""So long nothing must change, and nothing be under way, until a page is at rest."""

_STILL_WHEN_THIN_S = 2.5
"""The same for a page that shows little, or that it is loading: its scripts may be waiting."""

_PATIENCE_S = 15.0
"""For one page, turns that we wait for ourselves not counted."""

_LONGEST_S = 600.0
"""For one page, everything counted."""

_NO_WAY_OUT = "for (const name of ['RTCPeerConnection', 'WebTransport']) delete window[name];"
_STATE = """(() => {
  const text = document.body?.innerText ?? '';
  const thin = text.length < 120 || /กำลังโหลด|loading/i.test(text);
  return {seen: document.getElementsByTagName('*').length + ':' + text.length, thin};
})()"""
_PICTURE = """((limit) => {
  const gone = new Set(['script', 'noscript', 'template']);
  const inert = document.implementation.createHTMLDocument('');
  const copy = (node) => {
    if (gone.has(node.localName)) return null;
    if (node.localName === 'link' && /preload|prefetch/i.test(node.rel)) return null;
    const made = inert.importNode(node, false);
    const slotted = node.localName === 'slot' ? node.assignedNodes() : [];
    const inner = node.shadowRoot ?? node;
    for (const child of slotted.length ? slotted : inner.childNodes) {
      const part = copy(child);
      if (part) made.appendChild(part);
    }
    return made;
  };
  const html = '<!DOCTYPE html>\\n' + copy(document.documentElement).outerHTML;
  return {url: location.href, html: html.length > limit ? null : html};
})"""
"""Read the page in a world of our own, where the page's scripts cannot have changed the tools."""


class Browser:
    """One browser, and one page in it at a time."""

    def __init__(self, playwright: Playwright, chromium: Chromium, context: BrowserContext) -> None:
        self._playwright = playwright
        self._chromium = chromium
        self._context = context
        self._is_gone = False
        context.on("close", self._goes)

    @classmethod
    async def start(cls, executable: Path) -> Self:
        """Start `executable` without a window.

        Raises:
            BrowserError: It does not start.
        """
        driver = async_playwright()
        try:
            async with asyncio.timeout(_START_S):
                return await cls._launch(await driver.start(), executable)
        except (Error, OSError, TimeoutError) as error:
            await _within(_END_S, driver.__aexit__())
            raise BrowserError(f"{executable} does not start: {_start_words(error)}") from error
        except asyncio.CancelledError:  # leaves no process behind either
            await _within(_END_S, driver.__aexit__())
            raise

    @classmethod
    async def _launch(cls, playwright: Playwright, executable: Path) -> Self:
        chromium = await playwright.chromium.launch(
            executable_path=executable,
            args=_FLAGS,
            chromium_sandbox=not _is_root(),
            handle_sigint=False,  # Ctrl-C ends the visit, which ends the browser
            handle_sigterm=False,
            handle_sighup=False,
        )
        context = await chromium.new_context(
            viewport={"width": _VIEW[0], "height": _VIEW[1]},
            locale="th-TH",
            timezone_id="Asia/Bangkok",
            reduced_motion="reduce",
            service_workers="block",
            accept_downloads=False,
        )
        await context.add_init_script(_NO_WAY_OUT)
        await context.route("**/*", _refuse)
        return cls(playwright, chromium, context)

    @property
    def is_alive(self) -> bool:
        """Is the browser still there?"""
        return self._chromium.is_connected() and not self._is_gone

    def _goes(self, _: BrowserContext) -> None:
        self._is_gone = True

    async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
        """Open `url`, let its scripts run, and return what stands there.

        Raises:
            BrowserError: It cannot be shown.
        """
        try:
            async with asyncio.timeout(_LONGEST_S):
                return await self._show(url, door, max_bytes)
        except Error as error:
            raise BrowserError(_words(error)) from error
        except TimeoutError as error:
            raise BrowserError("its scripts do not come to an end") from error

    async def _show(self, url: str, door: Door, max_bytes: int) -> Shown:
        page = await self._context.new_page()
        visit = _Visit(page, await self._context.new_cdp_session(page), door)
        try:
            await visit.open(url)
            at_rest = await visit.settle()
            return await visit.picture(max_bytes, at_rest=at_rest)
        finally:
            await visit.end()

    async def try_out(self) -> str:
        """Open an empty page and return the version of the browser.

        Raises:
            BrowserError: It does not even do that.
        """
        try:
            async with asyncio.timeout(_REPLY_S):
                await (await self._context.new_page()).close()
        except (Error, TimeoutError) as error:
            raise BrowserError(_words(error)) from error
        return self._chromium.version

    async def aclose(self) -> None:
        """End the browser. Raises nothing, and takes seconds at most."""
        await _within(_END_S, self._chromium.close())
        await _within(_END_S, self._playwright.stop())


class _Visit:
    """One page while it is open."""

    def __init__(self, page: Page, session: CDPSession, door: Door) -> None:
        self._page = page
        self._session = session
        self._door = door
        self._jobs: set[asyncio.Task[Answer | None]] = set()
        self._crashed = False
        self._is_over = False

    async def open(self, url: str) -> None:
        await self._page.route("**/*", self._serve)
        await self._page.route_web_socket("**/*", self._refuse_socket)
        self._page.on("popup", _close)
        self._page.on("crash", self._crash)
        async with asyncio.timeout(_REPLY_S):
            await self._page.goto(url, wait_until="commit", timeout=0)

    async def settle(self) -> bool:
        """Wait until the page is at rest; False when it is not within our patience."""
        loop = asyncio.get_running_loop()
        spent = still = 0.0
        state, now = None, loop.time()
        while spent < _PATIENCE_S:
            await asyncio.sleep(_TICK_S)
            before, now = now, loop.time()
            if self._door.waits_its_turn:
                still = 0.0
                continue
            spent += now - before
            found = await self._look(_STATE)
            same = found is not None and found == state and not self._jobs
            still = still + now - before if same else 0.0
            thin = isinstance(found, dict) and found.get("thin")
            if still >= (_STILL_WHEN_THIN_S if thin else _STILL_S):
                return True
            state = found
        return not self._jobs

    async def picture(self, max_bytes: int, *, at_rest: bool) -> Shown:
        taken = await self._look(f"{_PICTURE}({max_bytes})")
        if not isinstance(taken, dict) or not isinstance(taken.get("html"), str):
            raise BrowserError(f"the page as drawn is over {max_bytes} bytes")
        return Shown(str(taken["url"]), taken["html"], at_rest)

    async def end(self) -> None:
        self._is_over = True
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        await _within(_END_S, self._page.close())

    async def _serve(self, route: Route) -> None:
        """Answer one request of the page through the door."""
        if self._is_over:
            await _refuse(route)
            return
        request = route.request
        asked = Asked(
            request.url,
            request.method,
            request.resource_type,
            tuple(request.headers.items()),
            is_page=self._is_page(request),
        )
        job = asyncio.create_task(self._door.answer(asked))
        self._jobs.add(job)
        try:
            await asyncio.wait({job})
            answer = None if job.cancelled() else job.result()
            with suppress(Error):  # the page has gone in the meantime
                if answer is None:  # *aborted* leaves the page that is there, others replace it
                    await route.abort("aborted" if asked.is_page else "failed")
                else:
                    await route.fulfill(
                        status=answer.status, headers=dict(answer.headers), body=answer.body
                    )
        finally:
            self._jobs.discard(job)

    def _is_page(self, request: Request) -> bool:
        if not request.is_navigation_request():
            return False
        try:
            return request.frame == self._page.main_frame
        except Error:  # a frame that is not there yet is not the main one
            return False

    async def _refuse_socket(self, socket: WebSocketRoute) -> None:
        self._door.refuse_socket(socket.url)
        with suppress(Error):
            await socket.close()

    def _crash(self, _: Page) -> None:
        self._crashed = True

    async def _look(self, expression: str) -> object:
        """Return what `expression` gives in our own world; None while the page changes."""
        async with asyncio.timeout(_REPLY_S):
            try:
                tree = await self._session.send("Page.getFrameTree")
                world = await self._session.send(
                    "Page.createIsolatedWorld",
                    {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "oit-audit"},
                )
                found = await self._session.send(
                    "Runtime.evaluate",
                    {
                        "expression": expression,
                        "contextId": world["executionContextId"],
                        "returnByValue": True,
                    },
                )
            except Error:
                if self._crashed or self._page.is_closed():
                    raise
                return None
        return found["result"].get("value")


async def _refuse(route: Route) -> None:
    with suppress(Error):
        await route.abort()


async def _close(page: Page) -> None:
    with suppress(Error):
        await page.close()


async def _within(seconds: float, work: Awaitable[object]) -> None:
    """Wait for `work` to end, not too long, and whatever it says."""
    with suppress(Error, OSError, TimeoutError):
        async with asyncio.timeout(seconds):
            await work


def _is_root() -> bool:
    """Are we who Chromium's sandbox refuses to work for?"""
    return sys.platform.startswith("linux") and os.geteuid() == 0


def _words(error: Exception) -> str:
    first = str(error).strip().partition("\n")[0]
    return first[:200] or type(error).__name__


def _start_words(error: Exception) -> str:
    text = str(error)
    if "No usable sandbox" in text or "SUID sandbox" in text:
        return "its sandbox does not work here"
    if "error while loading shared libraries" in text:
        return "it lacks libraries of the system"
    return (
        f"no sign of it in {_START_S:g} seconds"
        if isinstance(error, TimeoutError)
        else _words(error)
    )
