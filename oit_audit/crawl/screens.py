"""What a browser asks us for, what we answer, and what it shows in the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class BrowserError(Exception):
    """The browser did not start, did not show the page, or died; the message is one clause."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that a page makes."""

    url: str
    method: str
    kind: str
    """What it is for, as Chromium calls it: `document`, `script`, `xhr`, `fetch`, `image`, …"""

    headers: tuple[tuple[str, str], ...] = ()
    is_page: bool = False
    """Would the answer take the place of the page itself?"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A page after its scripts have run."""

    url: str
    """The address it stands at, which its scripts may have changed; with its fragment."""

    html: str
    """Its elements as they stand, scripts left out."""

    at_rest: bool
    """Had its elements stopped changing, and nothing more was under way?"""


class Door(Protocol):
    """The only way out for a browser."""

    async def answer(self, asked: Asked) -> Answer | None:
        """Answer a request; None refuses it."""
        ...

    def refuse_socket(self, url: str) -> None:
        """Hear that the page wanted a web socket, which nobody gets."""
        ...

    @property
    def waits_its_turn(self) -> bool:
        """Is it our own politeness, and nobody else, that the page waits for now?"""
        ...


class Screen(Protocol):
    """A browser that was started."""

    @property
    def is_alive(self) -> bool:
        """Is it still there?"""
        ...

    async def show(self, url: str, door: Door, *, max_bytes: int) -> Shown:
        """Open `url`, let its scripts run, and return what stands there.

        Raises:
            BrowserError: It cannot be shown.
        """
        ...

    async def try_out(self) -> str:
        """Open an empty page and return the version of the browser.

        Raises:
            BrowserError: It does not even do that.
        """
        ...

    async def aclose(self) -> None:
        """End the browser. Raises nothing, and takes seconds at most."""
        ...
