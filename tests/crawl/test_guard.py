from __future__ import annotations

from ipaddress import ip_address

import httpx
import pytest

from oit_audit.crawl.guard import Guard, RefusedError, UnresolvedError, system_resolve
from oit_audit.crawl.names import Names
from oit_audit.crawl.transport import GuardedTransport
from oit_audit.model import canonical, host_of
from tests.crawl.town import Reply, opened, page


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0",
        "169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
        "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fd00:ec2::254", "168.63.129.16",
        "::7f00:1", "::ffff:0:a00:1", "64:ff9b:1::a00:1", "fec0::1",
    ],
)  # fmt: skip
def test_no_address_inside_a_network_is_asked(text: str) -> None:
    assert not Guard(allow_private=False).permits(ip_address(text))


@pytest.mark.parametrize("text", ["203.150.10.1", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_asked(text: str) -> None:
    assert Guard(allow_private=False).permits(ip_address(text))


@pytest.mark.parametrize("text", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "::1", "::ffff:10.0.0.1"])
def test_private_addresses_are_asked_when_the_caller_allows_it(text: str) -> None:
    assert Guard(allow_private=True).permits(ip_address(text))


@pytest.mark.parametrize(
    "text", ["169.254.169.254", "fd00:ec2::254", "0.0.0.0", "fe80::1", "ff02::1"]
)
def test_secrets_of_a_cloud_are_never_asked_for(text: str) -> None:
    assert not Guard(allow_private=True).permits(ip_address(text))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http:///x", "http://[::1]/", "ftp://a.test/"]
)
def test_what_is_no_public_web_address_is_refused_at_sight(url: str) -> None:
    with pytest.raises(RefusedError):
        Guard(allow_private=False).check(url)


@pytest.mark.parametrize(
    "host", ["127.1", "0x7f.1", "2130706433", "0177.0.0.1", "10.1", "0xc0a80101", "localhost"]
)
async def test_no_odd_spelling_of_an_inner_address_slips_through(host: str) -> None:
    guard = Guard(allow_private=False)
    with pytest.raises(RefusedError, match="not a public address"):
        await guard.addresses(host, 80)
    with pytest.raises(RefusedError, match="not a public address"):
        await guard.addresses(host_of(canonical(f"http://{host}/")), 80)


async def test_a_name_that_leads_inside_is_refused() -> None:
    async def inside(host: str, port: int) -> tuple[str, ...]:
        return ("10.0.0.1", "192.168.0.1")

    with pytest.raises(RefusedError, match=r"town\.test is 10\.0\.0\.1"):
        await Guard(allow_private=False, resolve=inside).addresses("town.test", 80)


async def test_other_sites_may_not_lead_inside_even_where_the_own_site_lies_there() -> None:
    async def inside(_host: str, _port: int) -> tuple[str, ...]:
        return ("10.0.0.7",)

    guard = Guard(
        allow_private=True, resolve=inside, is_own=lambda url: url.startswith("http://own.test")
    )
    assert await guard.addresses("own.test", 80) == ("10.0.0.7",)
    for host in ("other.test", "127.0.0.1", "::1"):
        with pytest.raises(RefusedError):
            await guard.addresses(host, 80)


async def test_only_the_public_ones_of_several_addresses_are_dialled() -> None:
    async def both(host: str, port: int) -> tuple[str, ...]:
        return ("10.0.0.1", "203.150.10.1")

    found = await Guard(allow_private=False, resolve=both).addresses("town.test", 80)
    assert found == ("203.150.10.1",)


async def test_a_name_without_an_address_is_said_to_have_none() -> None:
    async def nobody(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no such host")

    async def nothing(host: str, port: int) -> tuple[str, ...]:
        return ()

    for resolve in (nobody, nothing):
        with pytest.raises(UnresolvedError):
            await Guard(allow_private=False, resolve=resolve).addresses("town.test", 80)


async def test_the_machine_knows_its_own_name() -> None:
    found = await system_resolve("localhost", 80)
    assert set(found) <= {"127.0.0.1", "::1"}
    assert found


async def test_the_checked_address_is_dialled_and_the_name_kept() -> None:
    calls: list[str] = []

    async def change_its_mind(host: str, port: int) -> tuple[str, ...]:
        calls.append(host)
        return ("127.0.0.1",) if len(calls) == 1 else ("169.254.169.254",)

    async with opened({"/": page(), "/b": Reply(b"b")}) as town:
        guard = Guard(allow_private=True, resolve=change_its_mind)
        transport = GuardedTransport(Names(guard), httpx.AsyncHTTPTransport(trust_env=False))
        async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
            first = await client.get(f"http://town.test:{town.port}/")
            second = await client.get(f"http://town.test:{town.port}/b")
    assert (first.status_code, second.content) == (200, b"b")
    assert town.asked[0].headers["host"] == f"town.test:{town.port}"
    assert calls == ["town.test"]


async def test_the_next_address_is_dialled_when_one_refuses() -> None:
    async def two(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.2", "127.0.0.1")

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "127.0.0.2":
            raise httpx.ConnectError("refused", request=request)
        assert request.extensions["sni_hostname"] == "town.test"
        return httpx.Response(200)

    guard = Guard(allow_private=True, resolve=two)
    transport = GuardedTransport(Names(guard), httpx.MockTransport(answer))
    async with httpx.AsyncClient(transport=transport) as client:
        assert (await client.get("https://town.test/")).status_code == 200


async def test_an_address_that_fails_is_looked_up_again() -> None:
    calls: list[int] = []

    async def one(host: str, port: int) -> tuple[str, ...]:
        calls.append(port)
        return ("127.0.0.1",)

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    transport = GuardedTransport(
        Names(Guard(allow_private=True, resolve=one)), httpx.MockTransport(refuse)
    )
    async with httpx.AsyncClient(transport=transport) as client:
        for _ in range(2):
            with pytest.raises(httpx.ConnectError):
                await client.get("http://town.test/")
    assert calls == [80, 80]


@pytest.mark.parametrize("port", [22, 25, 6379, 11211])
def test_a_port_of_something_else_is_refused_even_on_private_hosts(port: int) -> None:
    with pytest.raises(RefusedError, match=f"port {port}"):
        Guard(allow_private=True).check(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("port", [80, 443, 8000, 8080, 8443, 8900])
def test_a_port_of_websites_passes(port: int) -> None:
    Guard(allow_private=True).check(f"http://127.0.0.1:{port}/")
