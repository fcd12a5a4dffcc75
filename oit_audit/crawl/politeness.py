"""When the next request to one host may start."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Pace:
    """Keeps a distance between the starts of requests, and a limit on those under way."""

    def __init__(self, delay_s: float, concurrency: int) -> None:
        self.delay_s = delay_s
        """May be raised while the crawl runs, as robots.txt asks."""

        self._slots = asyncio.Semaphore(concurrency)
        self._gate = asyncio.Lock()
        self._next = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a free slot, then for the right moment; hold the slot inside the block."""
        loop = asyncio.get_running_loop()
        async with self._slots:
            async with self._gate:
                moment = 0.0
                while moment < self._next:  # a pause may have come in between
                    moment = max(self._next, loop.time())
                    await asyncio.sleep(moment - loop.time())
                self._next = loop.time() + self.delay_s
            yield

    def pause(self, seconds: float) -> None:
        """Let no request start within the next `seconds`."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)
