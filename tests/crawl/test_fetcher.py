from __future__ import annotations

import asyncio
import gzip
import ssl
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import brotli
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl.answers import Fault
from oit_audit.crawl.decoding import BadEncodingError, BombError, Decoder, TooLargeError
from oit_audit.crawl.fetcher import Fetcher
from oit_audit.crawl.guard import Guard
from oit_audit.model import Exchange, SkipReason
from tests.crawl.town import QUICK, Asked, Reply, opened


def fetcher(transport: httpx.AsyncBaseTransport | None = None) -> Fetcher:
    return Fetcher(QUICK, Guard(allow_private=True), lambda: datetime.now(UTC), transport)


async def ask(url: str, transport: httpx.AsyncBaseTransport | None = None) -> Exchange | Fault:
    asking = fetcher(transport)
    try:
        return await asking.get(url, lambda _: True, max_bytes=1_000_000)
    finally:
        await asking.aclose()


def failing(error: Exception) -> httpx.MockTransport:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    return httpx.MockTransport(fail)


async def test_an_answer_comes_decoded_with_all_that_was_said() -> None:
    reply = Reply("เทศบาล".encode(), headers=(("X-Town", "หนึ่ง"),)).packed()
    async with opened({"/": reply}) as town:
        answer = await ask(town.url)
    assert isinstance(answer, Exchange)
    assert answer.body == "เทศบาล".encode()
    assert ("Content-Encoding", "gzip") in answer.headers
    assert dict(answer.headers)["X-Town"].encode("latin-1") == "หนึ่ง".encode()
    assert dict(answer.request_headers)["Accept-Encoding"] == "gzip, deflate, br"
    assert answer.ip == "127.0.0.1"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ConnectTimeout("slow"), SkipReason.CONNECT_TIMEOUT),
        (httpx.ReadTimeout("slow"), SkipReason.TIMEOUT),
        (httpx.PoolTimeout("busy"), SkipReason.TIMEOUT),
        (httpx.UnsupportedProtocol("odd"), SkipReason.NETWORK),
        (httpx.ReadError(""), SkipReason.RESET),
        (httpx.InvalidURL("odd"), SkipReason.INVALID_URL),
    ],
)
async def test_every_fault_of_the_network_has_its_reason(
    error: Exception, reason: SkipReason
) -> None:
    answer = await ask("http://town.test/", failing(error))
    assert isinstance(answer, Fault)
    assert answer.reason is reason
    assert answer.detail


async def test_a_certificate_that_cannot_be_trusted_is_its_own_reason() -> None:
    error = httpx.ConnectError("failed")
    error.__cause__ = ExceptionGroup("all attempts", [ssl.SSLCertVerificationError("self-signed")])
    answer = await ask("https://town.test/", failing(error))
    assert isinstance(answer, Fault)
    assert (answer.reason, answer.passing) == (SkipReason.TLS_UNTRUSTED, False)


async def test_speaking_tls_to_a_plain_server_is_a_tls_fault() -> None:
    async def plain(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    answer = await ask(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    server.close()
    assert isinstance(answer, Fault)
    assert answer.reason is SkipReason.TLS


async def test_a_name_that_does_not_exist_is_a_dns_fault() -> None:
    async def nobody(host: str, port: int) -> tuple[str, ...]:
        raise OSError(host, port)

    asking = Fetcher(QUICK, Guard(allow_private=True, resolve=nobody), lambda: datetime.now(UTC))
    answer = await asking.get("http://town.test/", lambda _: True, max_bytes=1)
    await asking.aclose()
    assert isinstance(answer, Fault)
    assert (answer.reason, answer.passing) == (SkipReason.DNS, True)


async def test_a_name_that_leads_inside_is_refused_before_anything_is_sent() -> None:
    async def inside(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    asking = Fetcher(QUICK, Guard(allow_private=False, resolve=inside), lambda: datetime.now(UTC))
    async with opened({}) as town:
        url = f"http://town.test:{town.port}/"
        answer = await asking.get(url, lambda _: True, max_bytes=1)
        await asking.aclose()
    assert isinstance(answer, Fault)
    assert answer.reason is SkipReason.PRIVATE_ADDRESS
    assert town.asked == []


async def test_a_jar_full_of_cookies_is_emptied() -> None:
    def many(asked: Asked) -> Reply:
        return Reply(b"x", headers=tuple(("Set-Cookie", f"k{n}=1") for n in range(60)))

    asking = fetcher()
    async with opened({"/": many}) as town:
        await asking.get(town.url, lambda _: True, max_bytes=100)
        kept = asking.cookies(town.url)
        await asking.aclose()
    assert kept == ""


async def test_an_unwanted_body_is_not_downloaded() -> None:
    sent = 0

    async def film(_: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: Video/MP4; x=y\r\n\r\n")
        while not writer.is_closing() and sent < 1_000:
            sent += 1
            writer.write(b"0" * 65_536)
            await writer.drain()

    asking = fetcher()
    async with opened({"/": film}) as town:
        answer = await asking.get(town.url, lambda kind: kind != "video/mp4", max_bytes=10**9)
        await asking.aclose()
    assert answer == Fault(SkipReason.WRONG_TYPE, "video/mp4 is not read")
    assert sent < 1_000


@given(
    st.binary(max_size=3_000),
    st.sampled_from(["", "gzip", "x-gzip", "deflate"]),
    st.integers(1, 99),
)
def test_a_body_is_the_same_however_it_is_packed_and_cut(
    body: bytes, encoding: str, size: int
) -> None:
    bits = {"": 0, "gzip": 31, "x-gzip": 31, "deflate": 15}[encoding]
    packed = body
    if bits:
        pack = zlib.compressobj(wbits=bits)
        packed = pack.compress(body) + pack.flush()
    decoder = Decoder(encoding, 3_000)
    for start in range(0, len(packed), size):
        decoder.feed(packed[start : start + size])
    assert decoder.body() == body


def test_raw_deflate_several_members_and_padding_are_understood() -> None:
    raw = zlib.compressobj(wbits=-15)
    decoder = Decoder("deflate", 100)
    decoder.feed(raw.compress(b"a" * 50) + raw.flush())
    assert decoder.body() == b"a" * 50
    two = Decoder("gzip", 100)
    two.feed(zlib.compress(b"a", wbits=31) + zlib.compress(b"b", wbits=31) + b"\0\0")
    two.feed(b"")
    assert two.body() == b"ab"


def test_what_is_not_packed_as_it_says_is_refused() -> None:
    for encoding, piece in (("gzip", b"plain text"), ("deflate", b"\xff\xff\xff\xff")):
        with pytest.raises(BadEncodingError):
            Decoder(encoding, 100).feed(piece)
    with pytest.raises(BadEncodingError):
        Decoder("gzip, gzip", 100)
    short = Decoder("gzip", 100)
    short.feed(zlib.compress(b"a" * 50, wbits=31)[:12])
    with pytest.raises(BadEncodingError, match="ends in the middle"):
        short.body()


def test_a_name_that_is_no_encoding_is_taken_as_none() -> None:
    decoder = Decoder("UTF-8", 100)
    decoder.feed(b"plain")
    assert decoder.body() == b"plain"


def test_a_bomb_goes_off_no_further_than_allowed() -> None:
    bomb = zlib.compress(b" " * 50_000_000, 9, wbits=31)
    decoder = Decoder("gzip", 10_000)
    with pytest.raises(TooLargeError):
        decoder.feed(bomb)
    assert len(decoder._body) <= 10_001


@given(st.binary(max_size=3_000), st.integers(1, 700))
def test_brotli_comes_off_whatever_the_pieces(plain: bytes, size: int) -> None:
    packed = brotli.compress(plain)
    decoder = Decoder("br", 100_000)
    for start in range(0, len(packed), size):
        decoder.feed(packed[start : start + size])
    assert decoder.body() == plain


def test_brotli_that_ends_in_the_middle_or_is_none_is_a_bad_encoding() -> None:
    decoder = Decoder("br", 100_000)
    decoder.feed(brotli.compress(bytes(range(256)) * 40)[:-9])
    with pytest.raises(BadEncodingError, match="middle"):
        decoder.body()
    with pytest.raises(BadEncodingError, match="brotli"):
        Decoder("br", 100_000).feed(b"<html>not packed at all</html>" * 9)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, brotli.compress])
@pytest.mark.parametrize("size", [700, 1 << 20])
def test_an_answer_made_to_grow_is_a_bomb(pack: Callable[[bytes], bytes], size: int) -> None:
    bomb = pack(bytes(50_000_000))
    name = {gzip.compress: "gzip", zlib.compress: "deflate", brotli.compress: "br"}[pack]
    decoder = Decoder(name, 1_000_000)
    pieces = (bomb[start : start + size] for start in range(0, len(bomb), size))
    with pytest.raises(BombError):
        sum(map(decoder.feed, pieces))


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress])
def test_an_honest_answer_that_is_too_large_is_no_bomb(pack: Callable[[bytes], bytes]) -> None:
    text = "".join(f"<tr><td>{n * 7919 % 10_007}</td></tr>" for n in range(60_000)).encode()
    decoder = Decoder("gzip" if pack is gzip.compress else "br", 1_000_000)
    with pytest.raises(TooLargeError) as caught:
        decoder.feed(pack(text))
    assert not isinstance(caught.value, BombError)
