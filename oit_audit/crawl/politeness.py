"""When the next request to one host, and to one IP address, may start."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

logger = logging.getLogger(__name__)


class Pace:
    """Keeps a distance between the starts of requests, and a limit on those under way."""

    def __init__(self, delay_s: float, concurrency: int) -> None:
        self.delay_s = delay_s
        """May be raised while the crawl runs, as robots.txt asks."""

        self.next = 0.0
        """On the clock of the event loop: no request starts before."""

        self.slots = asyncio.Semaphore(concurrency)
        self.gate = asyncio.Lock()

    def pause(self, seconds: float) -> None:
        """Let no request start within the next `seconds`."""
        self.next = max(self.next, asyncio.get_running_loop().time() + seconds)


class Paces:
    """One pace for each host and one for each IP address; a request keeps both.

    Many offices live on one machine: what is polite to each of twenty names is not polite to the
    machine behind them. Slots and gates are taken host first, so that no two requests wait for
    each other.
    """

    def __init__(self, delay_s: float, concurrency: int, jitter_s: float = 0.0) -> None:
        self._delay_s = delay_s
        self._concurrency = concurrency
        self._jitter_s = jitter_s
        self._paces: dict[tuple[str, str], Pace] = {}

    def of_host(self, host: str) -> Pace:
        """Return the pace of `host`."""
        return self._pace("host", host)

    @asynccontextmanager
    async def turn(self, host: str, address: str) -> AsyncIterator[Callable[[], None]]:
        """Wait for free slots, then for the right moment; hold the slots inside the block.

        What it gives is to be called when the request has left: where a connection came late, the
        distance to the next one counts from then.

        Args:
            host: Whom to be polite to.
            address: Its IP address; empty when it is not known.
        """
        paces = self._of(host, address)
        async with AsyncExitStack() as held:
            for pace in paces:
                await held.enter_async_context(pace.slots)
            async with AsyncExitStack() as gates:
                for pace in paces:
                    await gates.enter_async_context(pace.gate)
                await self._moment(paces)
            yield partial(_left, paces)

    def pause(self, host: str, address: str, seconds: float) -> None:
        """Let no request to `host` or to `address` start within the next `seconds`."""
        logger.info("waiting: %.0f seconds before the next request %s", seconds, host)
        for pace in self._of(host, address):
            pace.pause(seconds)

    async def _moment(self, paces: tuple[Pace, ...]) -> None:
        loop = asyncio.get_running_loop()
        while (left := max(pace.next for pace in paces) - loop.time()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(left)  # a pause may come in between, and no event says so
        jitter = random.uniform(0.0, self._jitter_s) if self._jitter_s else 0.0  # noqa: S311
        now = loop.time()
        for pace in paces:
            pace.next = max(pace.next, now + pace.delay_s + jitter)

    def _of(self, host: str, address: str) -> tuple[Pace, ...]:
        pace = self.of_host(host)
        return (pace, self._pace("ip", address)) if address else (pace,)

    def _pace(self, kind: str, name: str) -> Pace:
        key = (kind, name)
        if key not in self._paces:
            self._paces[key] = Pace(self._delay_s, self._concurrency)
        return self._paces[key]


def _left(paces: tuple[Pace, ...]) -> None:
    for pace in paces:
        pace.pause(pace.delay_s)
