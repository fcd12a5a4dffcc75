"""Work beside the event loop, and its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def outside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Work outside the event loop; what has begun is finished even when the caller is cancelled."""
    loop = asyncio.get_running_loop()
    job = loop.run_in_executor(None, partial(work, *args, **kwargs))
    try:
        return await asyncio.shield(job)
    finally:
        if not job.done():
            await asyncio.wait({job})


async def end(*tasks: asyncio.Task[T]) -> None:
    """Cancel tasks of whatever kind and wait until they are over; what they say is not asked."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
