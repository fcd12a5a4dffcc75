"""Reads each page once: a visit asks for its links, the audit after it for the rest."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from oit_audit.extract import _choose
from oit_audit.extract._extractor import Extractor
from oit_audit.extract._packed import packed, unpacked
from oit_audit.model import Document, Link, Resource

MAX_KEPT = 800
"""Pages that wait to be asked for as they are, 30 MB of them."""

MAX_PACKED = 2_700
"""Pages of a larger site that wait packed, 20 MB of them; the rest is read again."""

MAX_PARTS = 20_000
"""Links and blocks that are compared with those of later pages: the menu is among the first."""

_Part = TypeVar("_Part", bound=Hashable)
_Key = tuple[str, str, datetime]


class Reader:
    """Keeps what it has read until it is asked for, and equal parts of pages once.

    The menu of a site stands on every page: kept apart, the pages of a large site fill the memory.
    """

    def __init__(
        self,
        extractors: tuple[Extractor, ...],
        most: int = MAX_KEPT,
        most_packed: int = MAX_PACKED,
    ) -> None:
        self._extractors = extractors
        self._most = most
        self._most_packed = most_packed
        self._kept: dict[_Key, Document] = {}
        self._packed: dict[_Key, bytes] = {}
        self._parts: dict[Hashable, Hashable] = {}

    def links(self, resource: Resource, body: bytes) -> tuple[Link, ...]:
        """Return only the links of a page, in reading order; empty for anything else."""
        full = len(self._kept) >= self._most and len(self._packed) >= self._most_packed
        page = None if full else _choose.page(self._extractors, resource, body)
        if page is None or not page.links:  # no page, or one that broke its reader
            return _choose.links(self._extractors, resource, body)
        page = self._sparing(page)
        if len(self._kept) < self._most:
            self._kept[_key(resource)] = page
        else:
            self._packed[_key(resource)] = packed(page)
        return page.links

    def document(self, resource: Resource, body: Callable[[], bytes]) -> Document:
        """Return what a page or file says; `body` is called when it was not read before."""
        kept = self._kept.pop(_key(resource), None)
        if kept is None:
            small = self._packed.pop(_key(resource), None)
            read = unpacked(small) if small else None
            kept = self._sparing(read or _choose.read(self._extractors, resource, body()))
        return kept if kept.url == resource.url else replace(kept, url=resource.url)

    def _sparing(self, document: Document) -> Document:
        """Return the document with the parts that others have as well."""
        links, blocks = map(self._same, document.links), map(self._same, document.blocks)
        return replace(document, links=tuple(links), blocks=tuple(blocks))

    def _same(self, part: _Part) -> _Part:
        if len(self._parts) < MAX_PARTS:
            return self._parts.setdefault(part, part)  # type: ignore[return-value]  # an equal one
        return self._parts.get(part, part)  # type: ignore[return-value]  # an equal one


def _key(resource: Resource) -> _Key:
    return resource.final_url, resource.sha256, resource.fetched_at
