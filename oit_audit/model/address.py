"""Addresses: when two of them name the same page."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

SESSION_KEYS = frozenset(
    {"phpsessid", "sid", "jsessionid", "aspsessionid", "cfid", "cftoken", "zenid"}
)
"""Query keys that name a visit, not a page; lower case."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "/:@!$&'()*+,;=-._~"
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


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
    name = host.rstrip(".").lower()
    if ":" in name:
        return f"[{name}]"
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(f"not a host name: {host[:200]!r}") from error


def _path(path: str) -> str:
    plain = unquote(_SESSION_IN_PATH.sub("", path), errors="surrogateescape")
    plain = "".join(character for character in plain if character >= " ")
    if "/." in plain or "//" in plain:
        slash = "/" if plain.endswith(("/", "/.", "/..")) and plain != "/" else ""
        plain = posixpath.normpath("/" + plain.lstrip("/")).rstrip("/") + slash
    return quote(plain or "/", safe=_SAFE_PATH, errors="surrogateescape")


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(key, value) for key, value in pairs if key.lower() not in SESSION_KEYS]
    if not kept:
        return ""
    text = urlencode(kept, quote_via=quote, safe="/:,@", errors="surrogateescape")
    return re.sub(r"=(?=&|$)", "", text) if "=" not in query else text


def resolve(base: str, reference: str) -> str | None:
    """Return what `reference` means on the page `base`, fragment kept.

    None when it is no web address.

    >>> resolve("http://town.example/a/", "b.pdf#p2")
    'http://town.example/a/b.pdf#p2'
    >>> resolve("http://town.example/", "javascript:void(0)") is None
    True
    """
    cleaned = re.sub(r"[\t\r\n]", "", reference.strip())
    try:
        joined = urljoin(base, cleaned)
        address = canonical(joined)
        fragment = urlsplit(joined).fragment
    except ValueError:
        return None
    return f"{address}#{fragment}" if fragment else address


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
