"""Addresses that a site lists for machines. Source: sitemaps.org protocol 0.9."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from lxml import etree

from oit_audit.crawl.answers import Fault
from oit_audit.crawl.decoding import BadEncodingError, Decoder, TooLargeError
from oit_audit.model import Exchange, resolve

MAX_BYTES = 20_000_000
MAX_FILES = 50
MAX_ADDRESSES = 50_000
"""Of one file, as the protocol says."""

Ask = Callable[[str], Awaitable[Exchange | Fault]]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one sitemap file lists, canonical addresses in its order."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


async def listed(
    starts: Iterable[str], ask: Ask, follow: Callable[[str], bool], limit: int
) -> tuple[str, ...]:
    """Return the addresses that the sitemaps `starts`, and those they name, list.

    Args:
        starts: Canonical addresses of sitemaps.
        ask: Gets one file.
        follow: May this address be asked at all?
        limit: Most addresses to return.

    Returns:
        Canonical addresses in the order of the files, each once.
    """
    waiting = list(dict.fromkeys(starts))
    found: dict[str, None] = {}
    done = 0
    while done < min(len(waiting), MAX_FILES) and len(found) < limit:
        url = waiting[done]
        done += 1
        if not follow(url):
            continue
        answer = await ask(url)
        if isinstance(answer, Fault):
            continue
        sitemap = read(answer.body, url)
        found |= dict.fromkeys(page for page in sitemap.pages if follow(page))
        waiting = list(dict.fromkeys((*waiting, *sitemap.sitemaps)))[:MAX_FILES]
    return tuple(found)[:limit]


def read(body: bytes, base: str) -> Sitemap:
    """Return what the file `body` at `base` lists; nothing when it is no sitemap."""
    text = _unpacked(body)
    if not text.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Sitemap(tuple(_addresses(_lines(text), base)))
    parser = etree.XMLPullParser(
        events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    pages: list[str] = []
    sitemaps: list[str] = []
    parser.feed(text)
    for _, element in parser.read_events():
        parent, said = element.getparent(), _said(element)
        if not said or parent is None:
            continue
        if _name(parent) == "url":
            pages.append(said)
        elif _name(parent) == "sitemap":
            sitemaps.append(said)
    return Sitemap(tuple(_addresses(pages, base)), tuple(_addresses(sitemaps, base)))


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    decoder = Decoder("gzip", MAX_BYTES)
    try:
        decoder.feed(body)
        return decoder.body()
    except (BadEncodingError, TooLargeError):
        return b""


def _lines(text: bytes) -> list[str]:
    lines = text.decode("utf-8-sig", errors="replace").splitlines()
    return [line for line in lines[:MAX_ADDRESSES] if line.startswith(("http://", "https://"))]


def _addresses(texts: list[str], base: str) -> Iterable[str]:
    for text in texts[:MAX_ADDRESSES]:
        url = resolve(base, text)
        if url is not None:
            yield url.partition("#")[0]


def _said(element: etree._Element) -> str:
    """Return what a `loc` says; empty for any other, and for half of a surrogate pair."""
    try:
        return element.text or "" if _name(element) == "loc" else ""
    except UnicodeDecodeError:
        return ""


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
