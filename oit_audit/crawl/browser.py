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
from pathlib import Path
from typing import Self

from playwright.async_api import Browser as Chromium
from playwright.async_api import BrowserContext, Error, Playwright, async_playwright

from oit_audit.crawl.screens import BrowserError, Door, Shown
from oit_audit.crawl.showing import END_S, REPLY_S, Showing, refuse, within

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
_LONGEST_S = 600.0
"""For one page, everything counted."""

_NO_WAY_OUT = "for (const name of ['RTCPeerConnection', 'WebTransport']) delete window[name];"


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
            await within(END_S, driver.__aexit__())
            raise BrowserError(f"{executable} does not start: {_start_words(error)}") from error
        except asyncio.CancelledError:  # leaves no process behind either
            await within(END_S, driver.__aexit__())
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
        await context.route("**/*", refuse)
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
        visit = Showing(page, await self._context.new_cdp_session(page), door)
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
            async with asyncio.timeout(REPLY_S):
                await (await self._context.new_page()).close()
        except (Error, TimeoutError) as error:
            raise BrowserError(_words(error)) from error
        return self._chromium.version

    async def aclose(self) -> None:
        """End the browser. Raises nothing, and takes seconds at most."""
        await within(END_S, self._chromium.close())
        await within(END_S, self._playwright.stop())


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
