"""Which addresses belong to one site, and which two of them are one page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "in", "mi", "mil", "net", "nom", "or", "org"}
    | {name.encode("idna").decode() for name in ("ธุรกิจ", "รัฐบาล", "ทหาร", "ศึกษา", "เน็ต", "องค์กร")}
)
"""Labels under a country's domain below which names are registered."""

_THAI_COUNTRY = "ไทย".encode("idna").decode()

_SHARED = frozenset(
    {
        "000webhostapp.com", "appspot.com", "blogspot.com", "business.site", "dla.go.th",
        "dopa.go.th", "firebaseapp.com", "github.io", "gitlab.io", "herokuapp.com", "moi.go.th",
        "moph.go.th", "netlify.app", "pages.dev", "readyplanet.com", "site123.me",
        "sites.google.com", "vercel.app", "web.app", "weebly.com", "wixsite.com",
        "wordpress.com",
    }
)  # fmt: skip
"""Domains under which many organisations live side by side."""

_SHARED_BY_PATH = frozenset({"sites.google.com"})


def registered_domain(host: str) -> str:
    """Return the part of `host` that an organisation registers.

    >>> registered_domain("www.tessaban.go.th"), registered_domain("e.town.com")
    ('tessaban.go.th', 'town.com')
    """
    labels = host.split(".")
    for shared in _SHARED:
        if host.endswith("." + shared):
            return ".".join(labels[-shared.count(".") - 2 :])
    country = len(labels[-1]) == 2 or labels[-1] == _THAI_COUNTRY
    size = 3 if len(labels) > 2 and country and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


@lru_cache(maxsize=8_192)
def host_key(url: str) -> str:
    """Return the host that must be treated politely: `www` and the scheme make no difference."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


def is_bare(host: str) -> bool:
    """Is `host` an IP address or a name without a domain, such as `localhost`?"""
    try:
        ip_address(host)
    except ValueError:
        return "." not in host
    return True


@dataclass(frozen=True, slots=True)
class Site:
    """The addresses that are one organisation's website."""

    domain: str
    """Registered domain; for a bare host, host and port."""

    bare: bool
    prefix: str = "/"
    """All paths begin so, where organisations share a host."""

    @classmethod
    def around(cls, url: str) -> Site:
        """Return the site whose home page is `url`, a canonical address."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if is_bare(host):
            return cls(_host_and_port(url), bare=True)
        if host in _SHARED_BY_PATH:
            found = re.match(r"(/a)?/[^/]+/[^/]+", parts.path)
            return cls(host, bare=False, prefix=found.group() if found else "/")
        return cls(registered_domain(host), bare=False)

    def includes(self, url: str) -> bool:
        """Is `url`, a canonical address, on this site?

        Of a domain: any host in it, http or https. Of a bare host: the same host and port.
        """
        parts = urlsplit(url)
        if self.bare:
            return _host_and_port(url) == self.domain
        host = parts.hostname or ""
        inside = host == self.domain or host.endswith("." + self.domain)
        path = parts.path
        prefix = self.prefix.rstrip("/")
        return inside and (path == prefix or path.startswith(prefix + "/"))

    def twin(self, url: str) -> str:
        """Return what `url` has in common with the addresses that show the same page.

        With and without `www`, by http and by https, are one page. A bare host has no twins.
        """
        if self.bare:
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"//{host_key(url)}{parts.path}{query}"


def _host_and_port(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
