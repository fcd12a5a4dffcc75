"""What goes wrong before an answer is whole."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterator

import pytest

from oit_audit.errors import UnreachableError
from oit_audit.model import SkipReason, Status
from tests.crawl.town import Asked
from tests.faults.names import DATA, DOMAIN, HOST, Names
from tests.faults.scene import (
    BRIEF,
    FAULT,
    FAULTY,
    HEALTHY,
    PATIENT,
    STRUCTURE,
    Seen,
    Send,
    fault_of,
    home,
    opened,
    raw,
    visited,
)
from tests.worlds import closed_port

HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


async def beside_host(host: str, port: int, **changes: float) -> Seen:
    """Visit an honest town whose page on its structure lies on another host of its own."""
    async with opened({"/": home(fault=f"http://{host}:{port}{FAULT}")}, host=HOST) as town:
        seen = await visited(town, BRIEF, **changes)
    assert seen.status(HEALTHY) is Status.MET
    assert seen.status(FAULTY) is Status.UNKNOWN
    return seen


async def test_a_name_that_does_not_exist(names: Names) -> None:
    seen = await beside_host(f"old.{DOMAIN}", 80)
    assert seen.reasons == {FAULT: SkipReason.DNS}


async def test_a_home_page_whose_name_does_not_exist(names: Names) -> None:
    with pytest.raises(UnreachableError, match="there is no host of this name") as caught:
        await visited(f"http://nowhere.{DOMAIN}/")
    assert "spelling" in caught.value.hint


async def test_a_host_that_refuses(names: Names) -> None:
    seen = await beside_host(DATA, closed_port())
    assert seen.reasons == {FAULT: SkipReason.REFUSED}


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port whose queue of callers is full, so that nobody gets through."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        port = int(deaf.getsockname()[1])
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.1", port))
        yield port
        for caller in callers:
            caller.close()


async def test_a_host_at_which_nobody_picks_up(names: Names, deaf_port: int) -> None:
    seen = await beside_host(DATA, deaf_port, connect_timeout_s=0.3)
    assert seen.reasons == {FAULT: SkipReason.CONNECT_TIMEOUT}


async def test_a_home_page_at_which_nobody_picks_up(names: Names, deaf_port: int) -> None:
    with pytest.raises(UnreachableError, match="cannot reach") as caught:
        await visited(f"http://{HOST}:{deaf_port}/", connect_timeout_s=0.2)
    assert caught.value.hint


def cut_off(*said: bytes) -> Send:
    """Return a route that says something, then slams the door."""

    async def send(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.writelines(said)
        await writer.drain()
        plug = writer.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    return send


async def test_a_connection_that_is_reset_before_the_answer() -> None:
    assert await fault_of(cut_off()) is SkipReason.RESET


async def test_a_connection_that_is_reset_in_the_middle() -> None:
    route = cut_off(HTML, b"Content-Length: 999\r\n\r\n", b"half a page")
    assert await fault_of(route) in {SkipReason.RESET, SkipReason.TRUNCATED}


async def test_a_connection_that_is_closed_without_a_word() -> None:
    assert await fault_of(raw(b"")) is SkipReason.RESET


def silent(*said: bytes) -> Send:
    """Return a route that says something, then nothing more."""

    async def send(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.writelines(said)
        await writer.drain()
        await asyncio.sleep(20)

    return send


@pytest.mark.parametrize(
    "said",
    [b"", HTML[:20], HTML + b"Content-Length: 99\r\n\r\n<title>"],
    ids=["all", "head", "body"],
)
async def test_silence(said: bytes) -> None:
    assert await fault_of(silent(said), read_timeout_s=0.4) is SkipReason.TIMEOUT


async def drip(_: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(HTML + b"\r\n")
    while not writer.is_closing():
        writer.write(b"<p>")
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_head(_: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(HTML)
    while not writer.is_closing():
        writer.write(b"X-More: 1\r\n")
        await writer.drain()
        await asyncio.sleep(0.05)


async def test_an_answer_that_drips_for_ever() -> None:
    assert await fault_of(drip, total_timeout_s=0.8) is SkipReason.SLOW


async def test_an_answer_whose_head_drips_for_ever() -> None:
    assert await fault_of(drip_head, total_timeout_s=0.8) is SkipReason.TIMEOUT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Content-Length: 999\r\n\r\n<p>half", id="shorter than promised"),
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\n20\r\n<p>half", id="in a chunk"),
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n", id="between chunks"),
    ],
)
async def test_an_answer_that_is_cut_short(data: bytes) -> None:
    assert await fault_of(raw(HTML + data)) is SkipReason.TRUNCATED


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n0\r\n\r\n", id="no length"),
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\n-5\r\n<p>\r\n0\r\n\r\n", id="negative"),
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\n1\r\n<p>\r\n0\r\n\r\n", id="too long"),
    ],
)
async def test_chunks_that_are_none(data: bytes) -> None:
    assert await fault_of(raw(HTML + data)) is SkipReason.TRUNCATED


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x00\xff\xfe garbage \r\n\r\n", id="noise"),
        pytest.param(b"SSH-2.0-server\r\n\r\n", id="another protocol"),
        pytest.param(b"HTTP/1.1 banana OK\r\n\r\n", id="no number"),
        pytest.param(HTML + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n<p>", id="a head without end"),
    ],
)
async def test_an_answer_that_is_no_http(data: bytes) -> None:
    assert await fault_of(raw(data)) in {SkipReason.RESET, SkipReason.NETWORK}


async def test_a_fault_that_passes_is_healed() -> None:
    tries = 0

    async def once(asked: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal tries
        tries += 1
        body = STRUCTURE.encode()
        good = HTML + b"Content-Length: %d\r\n\r\n" % len(body) + body
        await (raw(good) if tries > 1 else cut_off())(asked, writer)

    async with opened({FAULT: once}) as town:
        seen = await visited(town, PATIENT)
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_server_that_hangs_up_on_idle_visitors() -> None:
    """Every answer promises to stay, and none does."""
    body = STRUCTURE.encode()
    head = HTML + b"Connection: keep-alive\r\nContent-Length: %d\r\n\r\n" % len(body)

    async def leave(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head + body)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.transport.abort()

    pages = {f"/p{number}": leave for number in range(6)}
    more = "".join(f"<a href='{path}'>หน้า {path}</a>" for path in pages)
    async with opened({"/": home(more), FAULT: STRUCTURE, **pages}) as town:
        seen = await visited(town, delay_s=0.1, retries=0)
    assert seen.reasons == {}
    assert seen.status(HEALTHY) is Status.MET
