"""Addresses: when two of them name the same page."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote, unquote_plus, urljoin, urlsplit, urlunsplit

SESSION_KEYS = frozenset(
    {"phpsessid", "sid", "jsessionid", "aspsessionid", "cfid", "cftoken", "zenid"}
)
"""Query keys that name a visit, not a page; lower case."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "/:@!$&'()*+,;=-._~"
_SAFE_QUERY = "/:,@"
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SLASH_IN_NAME = re.compile(r"%2f", re.IGNORECASE)
_NO_HOST = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
"""What no host name holds. Source: WHATWG URL, section 3.1, forbidden domain code points."""

_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_START = re.compile(r"(https?:)?(/*)(.*)", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4_096)
def canonical(url: str) -> str:
    """Return the one spelling under which we remember an address, without its fragment.

    Scheme and host in lower case (IDNA), default port dropped, escapes undone and made again,
    dot segments resolved, session ids dropped. The order of the query is kept. Idempotent.

    Raises:
        ValueError: the text is not an absolute http or https address.

    >>> canonical("HTTP://Town.Example:80/a/../%e0%b8%81?PHPSESSID=1&id=2#top")
    'http://town.example/%E0%B8%81?id=2'
    """
    parts = urlsplit(url.strip())
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"not a web address: {url[:200]!r}")
    host = _host(parts.hostname)
    if parts.port is not None and parts.port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{parts.port}"
    return urlunsplit((scheme, host, _path(parts.path), _query(parts.query), ""))


def _host(host: str) -> str:
    try:
        return f"[{IPv6Address(host.partition('%')[0])}]" if ":" in host else _name(host)
    except ValueError as error:
        raise ValueError(f"not a host name: {host[:200]!r}") from error


def _name(host: str) -> str:
    name = unquote(host)
    name = (name if name.isascii() else name.encode("idna").decode("ascii")).rstrip(".").lower()
    if not name or _NO_HOST.search(name):
        raise ValueError(name)
    labels = name.split(".")
    return _ipv4(labels) if _NUMBER.fullmatch(labels[-1]) else name


def _ipv4(labels: list[str]) -> str:
    """Return the plain spelling of an address that ends in a number: `127.1` is `127.0.0.1`.

    Source: WHATWG URL, section 3.5, IPv4 parser.
    """
    *first, last = map(_number, labels)
    if len(first) > 3 or any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise ValueError(".".join(labels))
    return str(IPv4Address(int.from_bytes(bytes(first).ljust(4, b"\0")) + last))


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)


def _path(path: str) -> str:
    names = _SLASH_IN_NAME.split(_SESSION_IN_PATH.sub("", path))
    plain = "%2F".join(_requoted(unquote(name, errors="surrogateescape")) for name in names)
    if "/." in plain or "//" in plain:
        slash = "/" if plain.endswith(("/", "/.", "/..")) and plain != "/" else ""
        plain = posixpath.normpath("/" + plain.lstrip("/")).rstrip("/") + slash
    return plain or "/"


def _requoted(plain: str) -> str:
    return quote(plain, safe=_SAFE_PATH, errors="surrogateescape")


def _query(query: str) -> str:
    kept = []
    for pair in query.split("&"):
        key, mark, value = (
            unquote_plus(part, errors="surrogateescape") for part in pair.partition("=")
        )
        if pair and key.lower() not in SESSION_KEYS:
            kept.append(f"{_in_query(key)}{mark}{_in_query(value)}")
    return "&".join(kept)


def _in_query(plain: str) -> str:
    return quote(plain, safe=_SAFE_QUERY, errors="surrogateescape")


def resolve(base: str, reference: str) -> str | None:
    """Return what `reference` means on the page `base`, fragment kept.

    None when it is no web address.

    >>> resolve("http://town.example/a/", "b.pdf#p2")
    'http://town.example/a/b.pdf#p2'
    >>> resolve("http://town.example/", "javascript:void(0)") is None
    True
    """
    try:
        joined = _joined(base, reference)
        address = canonical(joined)
        fragment = urlsplit(joined).fragment
    except ValueError:
        return None
    return f"{address}#{fragment}" if fragment else address


def _joined(base: str, reference: str) -> str:
    """Return what `reference` means on the page `base`, as browsers read it.

    Tabs and line breaks are left out, the slashes of Windows are turned, and before a host there
    may be one slash or many. Source: WHATWG URL, section 4.4.
    """
    text = re.sub(r"[\t\r\n]", "", reference.strip())
    found = re.search(r"[?#]", text)
    end = found.start() if found else len(text)
    place, rest = text[:end].replace("\\", "/"), text[end:]
    start = _START.match(place)
    scheme, slashes, host = start.groups(default="") if start else ("", "", place)
    elsewhere = bool(scheme) and not base.lower().startswith(f"{scheme.lower()}/")
    if elsewhere or len(slashes) > 1:
        if not host:
            raise ValueError(f"no host: {reference[:200]!r}")
        place = f"{scheme}//{host}"
    if text.startswith("?"):
        base = base.partition("#")[0].partition("?")[0]
    return urljoin(base, place + rest)


def without_fragment(url: str) -> str:
    """Return `url` up to its fragment."""
    return url.partition("#")[0]


def host_of(url: str) -> str:
    """Return the host of `url` in lower case, without port; empty when there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def readable(url: str) -> str:
    """Return `url` with its escapes undone where they are UTF-8, for people to read."""
    try:
        return unquote(url, errors="strict")
    except UnicodeDecodeError:
        return url
