"""Which addresses may be asked at all. Looked at after the name is resolved, before it is dialled.

Source: IANA special-purpose address registries (RFC 6890), as `ipaddress` knows them.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Host and port to IP addresses, the preferred one first; raises `OSError` when there are none."""

_METADATA = frozenset(
    map(ip_address, ("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16"))
)
"""Where clouds keep the secrets of a machine."""

_NAT64 = ip_network("64:ff9b::/96")
_PUBLIC_V6 = ip_network("2000::/3")
"""All that is given out of IPv6. Outside lie old ways to write an IPv4 address, and local ones."""


_NOT_FOR_THE_WEB = frozenset(
    {
        19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
        101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
        389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
        636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000,
        6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211,
    }
)  # fmt: skip
"""Ports behind which something else than a website listens, and might obey what it hears.

Source: WHATWG Fetch, section 2.9, bad ports, without the smallest, behind which nothing obeys;
with those of Redis (6379) and memcached (11211).
"""


class RefusedError(Exception):
    """The address must not be asked."""


class UnresolvedError(Exception):
    """The name of the host leads nowhere."""


async def system_resolve(host: str, port: int) -> tuple[str, ...]:
    """Ask the machine's resolver."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides over addresses; private and loopback ones pass only when the caller allowed them."""

    allow_private: bool
    resolve: Resolve = system_resolve
    is_own: Callable[[str], bool] = lambda _: True
    """Is this web address of the site that is visited? Only then private ones are allowed."""

    def check(self, url: str) -> None:
        """Pass, or refuse what can be refused without asking anybody.

        Raises:
            RefusedError: not http or https, a port of something else, or an IP address that must
                not be asked.
        """
        parts = urlsplit(url)
        if parts.port in _NOT_FOR_THE_WEB:
            raise RefusedError(f"port {parts.port} is not one of a website")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RefusedError(f"not a web address: {url[:200]}")
        literal = _literal(parts.hostname)
        if literal is not None and not self.permits(literal):
            raise RefusedError(f"{literal} is not a public address")

    def permits(self, address: Address) -> bool:
        """May `address` be dialled?"""
        inner = _embedded(address)
        if inner is not None and not self.permits(inner):
            return False
        if address in _METADATA or address.is_link_local or address.is_multicast:
            return False
        if address.is_unspecified:
            return False
        if address.is_global and (address.version == 4 or inner or address in _PUBLIC_V6):
            return True
        return self.allow_private and (
            address.is_loopback or address.is_private or inner is not None
        )

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Return the addresses behind `host` that may be dialled, never empty.

        Raises:
            RefusedError: it has addresses, and none may be dialled.
            UnresolvedError: it has none.
        """
        literal = _literal(host)
        if literal is not None:
            found: tuple[str, ...] = (str(literal),)
        else:
            try:
                found = await self.resolve(host, port)
            except (OSError, UnicodeError) as error:
                raise UnresolvedError(f"no address for {host}") from error
        if not found:
            raise UnresolvedError(f"no address for {host}")
        name = f"[{host}]" if ":" in host else host
        guard = self._over(f"http://{name}:{port}/")
        allowed = tuple(text for text in found if guard.permits(ip_address(text)))
        if not allowed:
            raise RefusedError(f"{host} is {found[0]}, which is not a public address")
        return allowed

    def _over(self, url: str) -> Guard:
        """Return who decides over `url`: of other sites nothing private is asked, ever."""
        lenient = not self.allow_private or self.is_own(url)
        return self if lenient else replace(self, allow_private=False)


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _embedded(address: Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
