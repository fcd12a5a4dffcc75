"""Which addresses a cell means: with stray spaces, without scheme, relative to the site."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from oit_audit.model import host_of, resolve

LONGEST = 4_000
"""Characters of an address."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]:[\\/]|\\\\", re.IGNORECASE)
_HOST = re.compile(r"[^\s/?#:@]+(?:\.[^\s/?#:@.]+)+(?::\d{1,5})?(?=[/?#]|$)")
_FILES = frozenset(
    {
        "asp", "aspx", "cfm", "cgi", "doc", "docx", "htm", "html", "jpeg", "jpg", "jsp", "pdf",
        "php", "png", "ppt", "pptx", "rar", "shtml", "txt", "xls", "xlsx", "zip",
    }
)  # fmt: skip
"""Ends of file names, which are no domains."""

_HIDDEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_LOCAL = ("local", "localhost", "internal", "lan", "home", "intranet")


def addresses_in(text: str, home: str) -> tuple[str, ...]:
    """Return the addresses that a cell means, canonical with their fragments, each once.

    Args:
        text: What stands in the cell; several addresses may stand below each other.
        home: The home page, to which relative addresses belong.

    Raises:
        ValueError: one of them is none; its message is a clause that says what it is instead.
    """
    plain = _HIDDEN.sub("", text).replace("\u00a0", " ").strip().strip("<>\"'“”")
    if len(plain) > LONGEST * 20:
        raise ValueError(f"longer than {LONGEST:,} characters")
    pieces = re.split(r"[\s,;]+(?=https?://)", plain, flags=re.IGNORECASE)
    return tuple(dict.fromkeys(_address(piece, home) for piece in pieces if piece.strip()))


def _address(written: str, home: str) -> str:
    text = written.strip().rstrip(",;")
    if len(text) > LONGEST:
        raise ValueError(f"longer than {LONGEST:,} characters")
    if _DRIVE.match(text) or text.lower().startswith("file:"):
        raise ValueError("a file on somebody's own machine")
    text = re.sub(r"^(https?)\s*[:;]\s*/\s*/\s*", r"\1://", text, flags=re.IGNORECASE)
    scheme = _SCHEME.match(text)
    if scheme and not text.lower().startswith(("http://", "https://")) and not _HOST.match(text):
        raise ValueError(f"`{scheme[0][:20]}` is no web address")
    url = _resolved(text, home)
    if url is None:
        raise ValueError("not a web address")
    return url


def _resolved(text: str, home: str) -> str | None:
    if text.lower().startswith(("http://", "https://")):
        return _with_host(resolve(home, _without_spaces(text)))
    if text.startswith(("/", "?", "#", "./", "../")):
        return resolve(home, _without_spaces(text))
    host = _HOST.match(text)
    if host is not None and host[0].rpartition(".")[2].lower() not in _FILES:
        return _with_host(resolve(home, f"{urlsplit(home).scheme}://{_without_spaces(text)}"))
    has_place = "/" in text or (host is not None and " " not in text)
    return resolve(home, text) if has_place else None


def _without_spaces(text: str) -> str:
    """Return an address without line breaks, and without spaces in its host."""
    joined = re.sub(r"\s*[\r\n]+\s*", "", text)
    head, slashes, rest = joined.partition("://")
    if not slashes:
        return joined
    end = re.search(r"[/?#]", rest)
    at = end.start() if end else len(rest)
    host = "".join(rest[:at].split())
    return f"{head}://{host}{rest[at:]}"


def _with_host(url: str | None) -> str | None:
    host = host_of(url) if url else ""
    return url if "." in host or ":" in host or host == "localhost" else None


def is_private(url: str) -> bool:
    """Does an address name a host that only a local network knows?"""
    host = host_of(url).rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _LOCAL
