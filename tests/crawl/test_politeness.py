"""Requests to one host, and to one machine, keep their distance and their number."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from oit_audit.crawl.politeness import Paces


async def starts(paces: Paces, *turns: tuple[str, str], hold_s: float = 0.0) -> list[float]:
    """Take all `turns` at once, each a host and an IP address; return when each began."""
    loop = asyncio.get_running_loop()
    began: list[float] = []

    async def one(host: str, address: str) -> None:
        async with paces.turn(host, address):
            began.append(loop.time())
            await asyncio.sleep(hold_s)

    await asyncio.gather(*(one(*turn) for turn in turns))
    return sorted(began)


def nearest(moments: list[float]) -> float:
    return min(later - sooner for sooner, later in pairwise(moments))


async def test_hosts_on_one_machine_share_its_pace() -> None:
    names = [(f"town{n}.example", "192.0.2.1") for n in range(4)]

    assert nearest(await starts(Paces(0.05, 2), *names)) >= 0.049


async def test_hosts_on_machines_of_their_own_do_not_wait_for_each_other() -> None:
    names = [(f"town{n}.example", f"192.0.2.{n}") for n in range(4)]

    began = await starts(Paces(5.0, 2), *names)

    assert began[-1] - began[0] < 4.0


async def test_a_host_whose_machine_is_not_known_keeps_its_own_pace() -> None:
    assert nearest(await starts(Paces(0.05, 2), *[("town.example", "")] * 3)) >= 0.049


async def test_no_more_than_allowed_are_under_way_on_one_machine() -> None:
    paces = Paces(0.0, 2)
    busy = most = 0

    async def one(host: str) -> None:
        nonlocal busy, most
        async with paces.turn(host, "192.0.2.1"):
            busy += 1
            most = max(most, busy)
            await asyncio.sleep(0.01)
            busy -= 1

    await asyncio.gather(*(one(f"town{n}.example") for n in range(9)))

    assert most == 2


async def test_a_tired_machine_is_left_alone_under_all_its_names() -> None:
    paces = Paces(0.0, 2)
    before = asyncio.get_running_loop().time()

    paces.pause("a.example", "192.0.2.1", 0.1)
    (began,) = await starts(paces, ("b.example", "192.0.2.1"))

    assert began - before >= 0.099


async def test_a_pause_that_comes_while_waiting_counts() -> None:
    paces = Paces(0.05, 2)
    before = asyncio.get_running_loop().time()
    waiting = asyncio.create_task(starts(paces, *[("a.example", "192.0.2.1")] * 2))
    await asyncio.sleep(0.01)

    paces.pause("a.example", "", 0.2)

    assert (await waiting)[-1] - before >= 0.199


async def test_jitter_only_ever_adds() -> None:
    moments = await starts(Paces(0.02, 2, jitter_s=0.02), *[("a.example", "192.0.2.1")] * 5)

    assert nearest(moments) >= 0.019
    assert moments[-1] - moments[0] < 4 * 0.04 + 1.0


async def test_the_distance_counts_from_when_a_late_request_has_left() -> None:
    paces, loop = Paces(0.1, 2), asyncio.get_running_loop()

    async with paces.turn("a.test", "192.0.2.1") as left:
        await asyncio.sleep(0.08)
        gone = loop.time()
        left()
        async with paces.turn("a.test", "192.0.2.1"):
            assert loop.time() - gone >= 0.1
