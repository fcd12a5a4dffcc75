"""Politeness, as the servers saw it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from oit_audit.errors import UnreachableError, UsageError
from oit_audit.model import Completion, SkipReason, Status
from tests.crawl.town import Asked, Reply, Route, Town, page, to
from tests.faults.names import DATA, DOMAIN, HOST, Names
from tests.faults.scene import (
    BRIEF,
    CONTACT,
    FAULT,
    FAULTY,
    HEALTHY,
    PATIENT,
    STRUCTURE,
    home,
    links,
    opened,
    reply,
    visited,
)

SHORT = f"www2.{DOMAIN}"
ROBOTS = "/robots.txt"


def told(text: str) -> Reply:
    return reply(text, kind="text/plain")


def times(town: Town) -> list[float]:
    return [asked.at for asked in town.asked]


async def lazily(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Take a moment, so that requests which are under way together are seen together."""
    await asyncio.sleep(0.1)
    body = page(title=asked.path, text=f"เรื่อง {asked.path}").encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
    writer.write(head + body)
    await writer.drain()


@asynccontextmanager
async def two_names(names: Names) -> AsyncIterator[Town]:
    """Open one machine with two names, each with ten slow pages."""
    names.known[SHORT] = "127.0.0.1"
    slow: dict[str, Route] = {f"/slow/{number}": lazily for number in range(20)}
    async with opened({FAULT: STRUCTURE, **slow}, host=HOST) as town:
        hosts = (HOST, SHORT)
        town.routes["/"] = home(
            links(*(f"http://{hosts[n % 2]}:{town.port}/slow/{n}" for n in range(20)))
        )
        yield town


@pytest.mark.parametrize("concurrency", [1, 2, 3])
async def test_one_host_is_asked_no_more_at_once_than_allowed(concurrency: int) -> None:
    slow: dict[str, Route] = {f"/slow/{number}": lazily for number in range(9)}
    async with opened({"/": home(links(*slow)), FAULT: STRUCTURE, **slow}) as town:
        seen = await visited(town, BRIEF, concurrency=concurrency)
    assert town.busiest == concurrency
    assert seen.status(HEALTHY) is Status.MET


async def test_one_machine_is_asked_no_more_at_once_than_allowed(names: Names) -> None:
    async with two_names(names) as town:
        seen = await visited(town, BRIEF, concurrency=2)
    assert {asked.headers["host"].partition(":")[0] for asked in town.asked} == {HOST, SHORT}
    assert town.busiest == 2
    assert seen.status(HEALTHY) is Status.MET


async def test_one_host_keeps_its_distance() -> None:
    pages = {f"/p{number}": page(text=f"{'ก' * number}") for number in range(6)}
    async with opened({"/": home(links(*pages)), FAULT: STRUCTURE, **pages}) as town:
        await visited(town, BRIEF, delay_s=0.2)
    assert len(town.asked) >= 9
    _keeps(town, 0.2)


async def test_one_machine_keeps_its_distance(names: Names) -> None:
    """Two names do not make two machines."""
    async with two_names(names) as town:
        await visited(town, BRIEF, delay_s=0.1, max_pages=8)
    assert {asked.headers["host"].partition(":")[0] for asked in town.asked} == {HOST, SHORT}
    _keeps(town, 0.1)


def _keeps(town: Town, delay_s: float) -> None:
    """Was there such a delay between the starts, as far as a busy machine can see them?"""
    moments = times(town)
    assert moments[-1] - moments[0] >= delay_s * (len(moments) - 1) - 0.15
    close = [later - sooner for sooner, later in pairwise(moments) if later - sooner < delay_s / 2]
    assert len(close) <= len(moments) // 5, close


async def test_a_delay_that_robots_ask_for_is_kept() -> None:
    pages = {f"/p{number}": page(text=f"{'ก' * number}") for number in range(4)}
    rules = told("User-agent: *\nCrawl-delay: 0.3\n")
    async with opened({ROBOTS: rules, "/": home(links(*pages)), FAULT: STRUCTURE, **pages}) as town:
        await visited(town)
    assert times(town)[-1] - times(town)[1] >= 0.3 * (len(town.asked) - 2) - 0.15


async def test_a_longer_delay_of_ours_is_kept_too() -> None:
    rules = told("User-agent: *\nCrawl-delay: 0.01\n")
    async with opened({ROBOTS: rules, FAULT: STRUCTURE}) as town:
        await visited(town, BRIEF, delay_s=0.2)
    assert times(town)[-1] - times(town)[0] >= 0.2 * (len(town.asked) - 1) - 0.15


async def test_a_machine_that_asks_for_a_break_gets_it_under_all_its_names(names: Names) -> None:
    async with two_names(names) as town:
        refused: list[float] = []

        def busy(asked: Asked) -> Reply:
            if not refused:
                refused.append(asked.at)
                return reply("busy", 429, Retry_After="1")
            return reply(STRUCTURE)

        town.routes[FAULT] = busy
        seen = await visited(town, PATIENT, concurrency=1)
    after = [moment for moment in times(town) if moment > refused[0]]
    assert after[0] - refused[0] >= 0.95
    assert seen.reasons == {}


async def test_what_robots_forbid_is_never_asked() -> None:
    rules = told(
        "User-agent: *\nDisallow: /\n\n"
        "User-agent: oit-audit\nDisallow: /secret\nDisallow: /*.zip$\nAllow: /secret/open\n"
    )
    routes: dict[str, Route] = {
        ROBOTS: rules,
        "/": home(links("/secret", "/secret/a?b=1", "/SECRET2", "/all.zip", "/secret/open", "/by")),
        FAULT: to("/secret/structure"),
        "/by": to("/secret/by"),
        "/secret/open": page(text="เปิดเผย"),
        "/SECRET2": page(text="อีกหน้า"),
        "/sitemap.xml": reply("<urlset><url><loc>/secret/map</loc></url></urlset>"),
    }
    async with opened(routes) as town:
        seen = await visited(town)
    forbidden = [path for path in town.paths if path.startswith("/secret") or "zip" in path]
    assert forbidden == ["/secret/open"]
    assert seen.reasons[FAULT] is SkipReason.ROBOTS
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)
    assert town.paths[0] == ROBOTS


async def test_a_site_that_forbids_everything_is_left_after_one_question() -> None:
    async with opened({ROBOTS: told("User-agent: *\nDisallow: /")}) as town:
        with pytest.raises(UnreachableError, match=r"robots\.txt keeps us out"):
            await visited(town)
    assert town.paths == [ROBOTS]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451])
async def test_rules_that_are_not_there_forbid_nothing(status: int) -> None:
    async with opened({ROBOTS: reply("no", status), FAULT: STRUCTURE}) as town:
        seen = await visited(town, BRIEF, retries=0)
    assert seen.reasons == {}
    assert seen.status(HEALTHY) is Status.MET


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_rules_that_cannot_be_had_forbid_everything(status: int) -> None:
    async with opened({ROBOTS: reply("oops", status)}) as town:
        with pytest.raises(UnreachableError, match=r"robots\.txt") as caught:
            await visited(town)
    assert set(town.paths) == {ROBOTS}
    assert caught.value.hint


async def _hang_up(_: Asked, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def _be_silent(_: Asked, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(20)
    writer.close()


@pytest.mark.parametrize(
    "route", [reply("oops", 500), _hang_up, _be_silent], ids=["500", "reset", "silence"]
)
async def test_a_host_whose_rules_cannot_be_had_is_left_and_said(
    route: Route, names: Names
) -> None:
    async with (
        opened({ROBOTS: route, FAULT: STRUCTURE}, host=DATA) as other,
        opened({"/": home(fault=f"{other.url}structure")}, host=HOST) as town,
    ):
        seen = await visited(town, BRIEF, read_timeout_s=0.3)
    assert set(other.paths) == {ROBOTS}
    assert FAULT in seen.reasons
    assert not seen.reasons[FAULT].is_absence
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)


async def test_rules_behind_a_broken_server_are_said_in_the_reach(names: Names) -> None:
    async with (
        opened({ROBOTS: reply("oops", 500)}, host=DATA) as other,
        opened({"/": home(fault=f"{other.url}structure")}, host=HOST) as town,
    ):
        seen = await visited(town)
    assert seen.audit.reach.completion is Completion.PARTLY
    assert DATA in (seen.audit.reach.reason or "")


async def test_rules_are_ignored_for_the_keeper_alone_and_never_in_silence() -> None:
    forbids = told("User-agent: *\nDisallow: /structure")
    async with opened({ROBOTS: forbids, FAULT: STRUCTURE}) as town:
        with pytest.raises(UsageError):
            await visited(town, BRIEF, ignore_robots=True, own_site=False)
        assert town.asked == []
        seen = await visited(town, BRIEF, ignore_robots=True, own_site=True)
    assert town.times(FAULT) == 1
    assert [finding.id for finding in seen.audit.site_findings] == ["robots_ignored"]
    assert seen.status(FAULTY) is not Status.MISSING


async def test_rules_that_forbid_nothing_we_asked_for_were_not_ignored() -> None:
    forbids = told("User-agent: *\nDisallow: /secret")
    async with opened({ROBOTS: forbids, FAULT: STRUCTURE}) as town:
        seen = await visited(town, BRIEF, ignore_robots=True, own_site=True)
    assert seen.audit.site_findings == ()


async def test_nothing_is_ever_sent() -> None:
    """Forms, logouts and carts are left alone; there is no method but GET."""
    acts = links("/logout", "/admin?do=delete&id=1", "/cart?add-to-cart=1", "/user/sign-out")
    form = "<form action='/send' method=get><input name=q><input type=submit></form>"
    async with opened({"/": home(acts, form), "/contact": CONTACT, FAULT: STRUCTURE}) as town:
        await visited(town)
    acted = ("/logout", "/admin", "/cart", "/user", "/send")
    assert not [path for path in town.paths if path.startswith(acted)]
    assert {asked.method for asked in town.asked} == {"GET"}
    assert all("oit-audit/" in asked.headers["user-agent"] for asked in town.asked)
