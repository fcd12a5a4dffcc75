"""Reads each page once: a visit asks for its links, the audit after it for the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Self, TypeVar

from oit_audit.extract import _choose
from oit_audit.extract._extractor import Extractor
from oit_audit.extract._packed import packed, unpacked
from oit_audit.extract._pictured import picture_links, portrait_links
from oit_audit.extract._sandbox import Sandbox, unread
from oit_audit.model import Document, Link, Resource

MAX_KEPT = 800
"""Pages that wait to be asked for as they are, 30 MB of them."""

MAX_PACKED = 2_700
"""Pages of a larger site that wait packed, 20 MB of them; the rest is read again."""

MAX_PARTS = 20_000
"""Links and blocks that are compared with those of later pages: the menu is among the first."""

_Part = TypeVar("_Part", bound=Hashable)
_Key = tuple[str, str, datetime]

Body = Callable[[], bytes]
"""Fetches the body of a resource from where it lies."""


class Reader:
    """Keeps what it has read until it is asked for, and equal parts of pages once.

    The menu of a site stands on every page: kept apart, the pages of a large site fill the memory.
    Ordinary pages are read here; files and huge pages in the sandbox, several at once.
    """

    def __init__(
        self,
        extractors: tuple[Extractor, ...],
        most: int = MAX_KEPT,
        most_packed: int = MAX_PACKED,
        sandbox: Sandbox | None = None,
    ) -> None:
        self._read = partial(_choose.read, extractors)
        self._read_links = partial(_choose.links, extractors)
        self._extractors = extractors
        self._most = most
        self._most_packed = most_packed
        self._sandbox = sandbox or Sandbox()
        self._kept: dict[_Key, Document] = {}
        self._packed: dict[_Key, bytes] = {}
        self._parts: dict[Hashable, Hashable] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the sandbox; what is asked for afterwards starts a new one."""
        self._sandbox.close()

    def links(self, resource: Resource, body: bytes) -> tuple[Link, ...]:
        """Return only the links of a page or file, in reading order.

        A page that says what it says in pictures leads to these as well, and one that shows people
        to their photos.
        """
        if not _choose.is_light(self._extractors, resource, body):
            begun = self._sandbox.begin(self._read_links, resource, body)
            return self._sandbox.end(begun, resource, _none)
        full = len(self._kept) >= self._most and len(self._packed) >= self._most_packed
        page = None if full else _choose.page(self._extractors, resource, body)
        if page is None or not (page.links or page.pictures):  # no page, or one that broke
            return self._read_links(resource, body)
        page = self._sparing(page)
        if len(self._kept) < self._most:
            self._kept[_key(resource)] = page
        else:
            self._packed[_key(resource)] = packed(page)
        return (*page.links, *picture_links(page), *portrait_links(page))

    def document(self, resource: Resource, body: Body) -> Document:
        """Return what a page or file says; `body` is called when it was not read before."""
        return next(self.documents([(resource, body)]))

    def documents(self, asked: Iterable[tuple[Resource, Body]]) -> Iterator[Document]:
        """Give what pages and files say, in the order in which they are asked for.

        A few are begun ahead. Each `body` is called when its resource was not read before.
        """
        ahead: deque[tuple[Resource, Callable[[], Document]]] = deque()
        for resource, body in asked:
            ahead.append((resource, self._begun(resource, body)))
            if len(ahead) > 2 * self._sandbox.workers:
                yield self._ended(*ahead.popleft())
        while ahead:
            yield self._ended(*ahead.popleft())

    def _begun(self, resource: Resource, body: Body) -> Callable[[], Document]:
        kept = self._kept.pop(_key(resource), None)
        if kept is not None:
            return lambda: kept
        small = self._packed.pop(_key(resource), None)
        if small is not None:
            return lambda: self._sparing(unpacked(small))
        content = body()
        if _choose.is_light(self._extractors, resource, content):
            return lambda: self._sparing(self._read(resource, content))
        future = self._sandbox.begin(self._read, resource, content)
        return lambda: self._sandbox.end(future, resource, unread(resource))

    def _ended(self, resource: Resource, finish: Callable[[], Document]) -> Document:
        document = finish()
        return document if document.url == resource.url else replace(document, url=resource.url)

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


def _none(_why: str) -> tuple[Link, ...]:
    return ()
