"""Answers that are packed wrongly, packed wickedly, or too large; and those that are only odd."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest

from oit_audit.model import SkipReason, Status
from tests.crawl.town import Asked, Reply
from tests.faults.scene import (
    BRIEF,
    CONTACT,
    FAULT,
    FAULTY,
    STRUCTURE,
    Send,
    beside,
    fault_of,
    opened,
    reply,
    visited,
)

PAGE = STRUCTURE.encode()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def in_two_members(data: bytes) -> bytes:
    return gzip.compress(data[:100]) + gzip.compress(data[100:])


def packed(data: bytes, name: str) -> Reply:
    return reply(data, Content_Encoding=name)


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", in_two_members),
        ("gzip", lambda data: gzip.compress(data) + b"\x00" * 40),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("br", brotli.compress),
        ("identity", bytes),
        ("utf-8", bytes),
    ],
)
async def test_what_is_packed_well_is_read(name: str, pack: Callable[[bytes], bytes]) -> None:
    seen = await beside(packed(pack(PAGE), name))
    assert seen.bodies[FAULT] == PAGE
    assert seen.status(FAULTY) is not Status.MISSING


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("gzip", PAGE, id="not packed at all"),
        pytest.param("gzip", gzip.compress(PAGE)[:-20], id="gzip, cut"),
        pytest.param("gzip", gzip.compress(PAGE)[:30] + b"\xff" * 60, id="gzip, damaged"),
        pytest.param("deflate", b"\xff" * 60, id="deflate, damaged"),
        pytest.param("deflate", zlib.compress(PAGE)[:-20], id="deflate, cut"),
        pytest.param("br", brotli.compress(PAGE)[:-20], id="brotli, cut"),
        pytest.param("br", b"\xff" * 60, id="brotli, damaged"),
        pytest.param("br", PAGE, id="brotli, not packed at all"),
        pytest.param("compress", b"\x1f\x9d\x90abc", id="a packing that nobody uses"),
    ],
)
async def test_what_is_packed_badly(name: str, data: bytes) -> None:
    assert await fault_of(packed(data, name)) is SkipReason.BAD_ENCODING


MEMBER = gzip.compress(b"\x00" * 10_000_000, 9)
TEN_GIGABYTES = gzip.compress(MEMBER * 1_000, 9)
"""Ten gigabytes of zeros, packed twice: forty thousand bytes."""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("gzip", MEMBER * 1_000, id="gzip"),
        pytest.param("deflate", zlib.compress(b"\x00" * 50_000_000, 9), id="deflate"),
        pytest.param("br", brotli.compress(b"\x00" * 200_000_000, quality=1), id="brotli"),
        pytest.param("gzip", gzip.compress(b"<p>" * 20_000_000), id="gzip of text"),
    ],
)
async def test_a_bomb(name: str, data: bytes) -> None:
    route = packed(data, name)
    tracemalloc.start()
    try:
        reason = await fault_of(route, max_body_bytes=2_000_000, total_timeout_s=15.0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert reason is SkipReason.BOMB
    assert peak < 60_000_000


async def test_a_bomb_in_a_bomb_is_not_opened() -> None:
    route = packed(TEN_GIGABYTES, "gzip, gzip")
    assert await fault_of(route) is SkipReason.BAD_ENCODING


async def test_a_page_that_only_says_more_than_allowed() -> None:
    text = b"<p>" + b" ".join(b"%d" % number for number in range(100_000))
    for route in (reply(text), packed(gzip.compress(text), "gzip")):
        assert await fault_of(route, max_body_bytes=300_000) is SkipReason.TOO_LARGE


async def test_a_page_that_announces_more_than_allowed() -> None:
    sent = 0

    async def endless(_: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999999999\r\n\r\n"
        )
        while not writer.is_closing():
            writer.write(b" " * 65_536)
            await writer.drain()
            sent += 65_536

    assert await fault_of(endless, max_body_bytes=1_000_000) is SkipReason.TOO_LARGE
    assert sent < 30_000_000


async def test_a_thousand_cookies_are_not_all_carried_around() -> None:
    cookies = tuple(("Set-Cookie", f"c{number}={'x' * 60}; Path=/") for number in range(1_000))
    async with opened({"/contact": replace(reply(CONTACT), headers=cookies)}) as town:
        town.routes[FAULT] = replace(reply(STRUCTURE), headers=cookies)
        seen = await visited(town, BRIEF, concurrency=1)
    assert seen.reasons == {}
    assert max(len(asked.headers.get("cookie", "")) for asked in town.asked) < 8_000


THIRTY_MEGABYTES = PAGE + b"<img src='data:image/png;base64," + b"iVBORw0K" * 3_750_000 + b"'>"
"""Pictures of a scanner, pasted into the page itself."""


async def test_a_page_of_thirty_megabytes_is_read_where_it_may_be() -> None:
    seen = await beside(reply(THIRTY_MEGABYTES), total_timeout_s=20.0)
    assert len(seen.bodies[FAULT]) == len(THIRTY_MEGABYTES)
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_page_of_thirty_megabytes_is_left_where_it_must_be() -> None:
    reason = await fault_of(reply(THIRTY_MEGABYTES), max_body_bytes=5_000_000)
    assert reason is SkipReason.TOO_LARGE


@pytest.mark.parametrize(
    ("status", "reason"),
    [(204, SkipReason.STATUS), (206, SkipReason.STATUS), (304, SkipReason.STATUS)],
)
async def test_statuses_that_nobody_asked_for(status: int, reason: SkipReason) -> None:
    assert await fault_of(reply(b"", status)) is reason


def http(head: str, body: bytes = PAGE) -> Send:
    """Return a route with its own status line and headers, closed at the end."""

    async def send(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
        await writer.drain()
        writer.close()

    return send


OK = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n"
LENGTH = f"Content-Length: {len(PAGE)}"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("HTTP/1.0 200 OK\nContent-Type: text/html", id="HTTP/1.0, no length"),
        pytest.param("HTTP/1.1 200 OK\nContent-Type: text/html", id="no length"),
        pytest.param(f"HTTP/1.1 200 \nContent-Type: text/html\n{LENGTH}", id="no reason"),
        pytest.param(f"HTTP/1.1 200 OK\n{LENGTH}", id="no type"),
        pytest.param(f"HTTP/1.1 100 Continue\n\n{OK}{LENGTH}", id="100 Continue"),
        pytest.param(f"HTTP/1.1 103 Early Hints\nLink: </a.css>\n\n{OK}{LENGTH}", id="103"),
        pytest.param(f"{OK}X-Junk: \xe0\xb9\x81\xff\n{LENGTH}", id="junk in a header"),
        pytest.param(f"{OK}{LENGTH}\n{LENGTH}", id="length twice"),
        pytest.param(f"{OK}Content-Type: text/plain\n{LENGTH}", id="type twice"),
        pytest.param(f"{OK}X-Long: {'a' * 50_000}\n{LENGTH}", id="a long header"),
        pytest.param(
            OK + "".join(f"X-{number}: a\n" for number in range(1_000)) + LENGTH, id="1000 headers"
        ),
        pytest.param(f"{OK}Set-Cookie: broken\n{LENGTH}", id="a broken cookie"),
        pytest.param(f"{OK}Content-Type:\n{LENGTH}", id="an empty header"),
    ],
)
async def test_odd_heads_before_a_good_page(head: str) -> None:
    seen = await beside(http(head))
    assert seen.reasons == {}
    assert seen.bodies[FAULT] == PAGE
    assert seen.status(FAULTY) is not Status.MISSING


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"{OK}Content-Length: many", id="a length in words"),
        pytest.param(f"{OK}{LENGTH}\nContent-Length: 3", id="two lengths"),
        pytest.param(f"{OK}Bad Header Name: 1\n{LENGTH}", id="a name with spaces"),
    ],
)
async def test_heads_that_nobody_can_follow(head: str) -> None:
    assert await fault_of(http(head)) in {SkipReason.RESET, SkipReason.NETWORK}
