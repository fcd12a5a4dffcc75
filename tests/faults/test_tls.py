"""Certificates that browsers warn of: overlooked knowingly at most, and never in silence."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from oit_audit.errors import UnreachableError
from oit_audit.model import RemarkKind, SkipReason, Status
from tests.crawl.town import Asked, Reply, Town
from tests.faults.certificates import Authority
from tests.faults.names import DATA, HOST, Names
from tests.faults.relay import relayed
from tests.faults.scene import (
    BRIEF,
    FAULT,
    FAULTY,
    HEALTHY,
    PATIENT,
    STRUCTURE,
    Seen,
    home,
    opened,
    reply,
    visited,
)

Make = Callable[[Authority], ssl.SSLContext]
FAULTS: dict[str, tuple[Make, SkipReason]] = {
    "expired": (Authority.expired, SkipReason.TLS_EXPIRED),
    "of another host": (Authority.wrong_host, SkipReason.TLS_WRONG_HOST),
    "incomplete": (Authority.incomplete, SkipReason.TLS_INCOMPLETE),
    "self-signed": (Authority.self_signed, SkipReason.TLS_UNTRUSTED),
    "of a stranger": (Authority.stranger, SkipReason.TLS_UNTRUSTED),
}
each_fault = pytest.mark.parametrize(("make", "reason"), FAULTS.values(), ids=FAULTS)


async def beside(other: ssl.SSLContext, names: Names, *, strict: bool) -> tuple[Seen, Town]:
    """Visit an honest town with one more host, which shows `other`."""
    async with opened({FAULT: STRUCTURE}, tls=other, host=DATA) as faulty:
        fault = f"{faulty.url}structure"
        async with opened({"/": home(fault=fault)}, host=HOST) as town:
            seen = await visited(town, BRIEF, strict_tls=strict)
    assert seen.status(HEALTHY) is Status.MET
    return seen, faulty


@each_fault
async def test_a_fault_that_must_not_be_overlooked(
    make: Callable[[Authority], ssl.SSLContext],
    reason: SkipReason,
    trusted: Authority,
    names: Names,
) -> None:
    seen, faulty = await beside(make(trusted), names, strict=True)
    assert seen.reasons == {FAULT: reason}
    assert seen.status(FAULTY) is Status.UNKNOWN
    assert faulty.asked == []
    assert (seen.audit.reach.remarks, seen.audit.site_findings) == ((), ())


@each_fault
async def test_a_fault_that_is_overlooked_is_said(
    make: Callable[[Authority], ssl.SSLContext],
    reason: SkipReason,
    trusted: Authority,
    names: Names,
) -> None:
    seen, _ = await beside(make(trusted), names, strict=False)
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MISSING
    (remark,) = seen.audit.reach.remarks
    (finding,) = seen.audit.site_findings
    assert remark.kind is RemarkKind(reason.value)
    assert remark.url == finding.url
    assert remark.url.startswith(f"https://{DATA}:")
    assert finding.id == reason.value


@each_fault
async def test_a_home_page_that_nobody_can_trust(
    make: Callable[[Authority], ssl.SSLContext],
    reason: SkipReason,
    trusted: Authority,
    names: Names,
) -> None:
    async with opened({FAULT: STRUCTURE}, tls=make(trusted), host=HOST) as town:
        with pytest.raises(UnreachableError, match=f"cannot reach {HOST}: it") as caught:
            await visited(town, strict_tls=True)
        assert town.asked == []
        seen = await visited(town)
    assert "--strict-tls" in caught.value.hint
    assert [finding.id for finding in seen.audit.site_findings] == [reason.value]
    assert seen.status(HEALTHY) is Status.MET


async def test_a_good_certificate_is_passed_over_in_silence(
    trusted: Authority, names: Names
) -> None:
    seen, faulty = await beside(trusted.good(), names, strict=False)
    assert seen.reasons == {}
    assert seen.audit.site_findings == ()
    assert faulty.times(FAULT) == 1


OLD = {"TLS 1.1": ssl.TLSVersion.TLSv1_1, "TLS 1.0": ssl.TLSVersion.TLSv1}


@pytest.mark.parametrize("version", OLD.values(), ids=OLD)
async def test_a_server_that_speaks_an_old_protocol(
    version: ssl.TLSVersion, trusted: Authority, names: Names
) -> None:
    async with opened({FAULT: STRUCTURE}, host=DATA) as plain:
        with relayed(plain.port, trusted.old(version)) as port:
            async with opened(
                {"/": home(fault=f"https://{DATA}:{port}{FAULT}")}, host=HOST
            ) as town:
                strict = await visited(town, BRIEF, strict_tls=True)
                relaxed = await visited(town, PATIENT)  # the relay hangs up after each answer
            with pytest.raises(UnreachableError, match="speaks an old HTTPS") as caught:
                await visited(f"https://{DATA}:{port}/", BRIEF, strict_tls=True)
    assert strict.reasons == {FAULT: SkipReason.TLS_OLD}
    assert (strict.status(HEALTHY), strict.status(FAULTY)) == (Status.MET, Status.UNKNOWN)
    assert relaxed.reasons == {}
    assert [finding.id for finding in relaxed.audit.site_findings] == ["tls_old_protocol"]
    assert (relaxed.status(HEALTHY), relaxed.status(FAULTY)) != (Status.MET, Status.MISSING)
    assert "--strict-tls" in caught.value.hint


async def test_an_old_server_that_only_hangs_up(trusted: Authority, names: Names) -> None:
    old = trusted.old(ssl.TLSVersion.TLSv1_1)
    async with (
        opened({FAULT: STRUCTURE}, tls=old, host=DATA) as faulty,
        opened({"/": home(fault=f"{faulty.url}structure")}, host=HOST) as town,
    ):
        strict = await visited(town, BRIEF, strict_tls=True)
        relaxed = await visited(town)
    assert strict.reasons == {FAULT: SkipReason.TLS}
    assert relaxed.reasons == {}
    assert [finding.id for finding in relaxed.audit.site_findings] == ["tls_old_protocol"]


@asynccontextmanager
async def answering(data: bytes | None) -> AsyncIterator[int]:
    """Open a port that answers whatever it hears with `data`: nothing at all when None."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1 if data is not None else -1)
        writer.write(data or b"")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()


async def beside_port(port: int, **changes: float) -> Seen:
    """Visit an honest town whose other host does not get through its handshake."""
    async with opened({"/": home(fault=f"https://{DATA}:{port}{FAULT}")}, host=HOST) as town:
        seen = await visited(town, BRIEF, **changes)
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)
    assert seen.audit.site_findings == ()
    return seen


async def test_plain_http_on_the_port_of_https(names: Names) -> None:
    async with answering(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") as port:
        seen = await beside_port(port)
        with pytest.raises(UnreachableError, match="no secure connection") as caught:
            await visited(f"https://{DATA}:{port}/")
    assert seen.reasons == {FAULT: SkipReason.TLS}
    assert "http://" in caught.value.hint


async def test_https_on_the_port_of_http(trusted: Authority, names: Names) -> None:
    async with opened({}, tls=trusted.good(), host=HOST) as town:
        with pytest.raises(UnreachableError, match="cannot reach"):
            await visited(f"http://{HOST}:{town.port}/")


async def test_a_server_that_hangs_up_in_the_handshake(names: Names) -> None:
    async with answering(b"") as port:
        seen = await beside_port(port)
    assert seen.reasons == {FAULT: SkipReason.TLS}


async def test_a_server_that_is_silent_in_the_handshake(names: Names) -> None:
    async with answering(None) as port:
        seen = await beside_port(port, connect_timeout_s=0.3)
    assert seen.reasons == {FAULT: SkipReason.CONNECT_TIMEOUT}


async def test_what_is_behind_a_bad_certificate_is_asked_without_a_password(
    trusted: Authority, names: Names
) -> None:
    """Nothing that could be stolen goes out: no cookie of another host, no credentials."""
    heard: list[dict[str, str]] = []

    def listen(asked: Asked) -> Reply:
        heard.append(asked.headers)
        return reply(STRUCTURE)

    async with opened({FAULT: listen}, tls=trusted.expired(), host=DATA) as faulty:
        front = reply(home(fault=f"{faulty.url}structure"), Set_Cookie="secret=1; Path=/")
        async with opened({"/": front}, host=HOST) as town:
            await visited(town)
    assert heard
    assert all(not {"cookie", "authorization"} & set(headers) for headers in heard)
