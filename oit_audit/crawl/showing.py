"""One page in the browser while it is open: answered through our door, waited for, looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress

from playwright.async_api import CDPSession, Error, Page, Request, Route, WebSocketRoute

from oit_audit.crawl.screens import Answer, Asked, BrowserError, Door, Shown

END_S = 5.0
"""For anything to end."""

REPLY_S = 10.0
"""For one look at the page; a script that never ends lets nobody look."""

_TICK_S = 0.1
_STILL_S = 0.6
"""So long nothing must change, and nothing be under way, until a page is at rest."""

_STILL_WHEN_THIN_S = 2.5
"""The same for a page that shows little, or that it is loading: its scripts may be waiting."""

_PATIENCE_S = 15.0
"""For one page, turns that we wait for ourselves not counted."""

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


class Showing:
    """One page while it is open."""

    def __init__(self, page: Page, session: CDPSession, door: Door) -> None:
        self._page = page
        self._session = session
        self._door = door
        self._jobs: set[asyncio.Task[Answer | None]] = set()
        self._crashed = False
        self._is_over = False

    async def open(self, url: str) -> None:
        """Go to `url`, and no further than that it begins to come."""
        await self._page.route("**/*", self._serve)
        await self._page.route_web_socket("**/*", self._refuse_socket)
        self._page.on("popup", _close)
        self._page.on("crash", self._crash)
        async with asyncio.timeout(REPLY_S):
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
        """Return what stands there.

        Raises:
            BrowserError: It is over `max_bytes`.
        """
        taken = await self._look(f"{_PICTURE}({max_bytes})")
        if not isinstance(taken, dict) or not isinstance(taken.get("html"), str):
            raise BrowserError(f"the page as drawn is over {max_bytes} bytes")
        return Shown(str(taken["url"]), taken["html"], at_rest)

    async def end(self) -> None:
        """Close the page, and answer nothing any more."""
        self._is_over = True
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        await within(END_S, self._page.close())

    async def _serve(self, route: Route) -> None:
        """Answer one request of the page through the door."""
        if self._is_over:
            await refuse(route)
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
        async with asyncio.timeout(REPLY_S):
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


async def refuse(route: Route) -> None:
    """Let a request come to nothing."""
    with suppress(Error):
        await route.abort()


async def _close(page: Page) -> None:
    with suppress(Error):
        await page.close()


async def within(seconds: float, work: Awaitable[object]) -> None:
    """Wait for `work` to end, not too long, and whatever it says."""
    with suppress(Error, OSError, TimeoutError):
        async with asyncio.timeout(seconds):
            await work
