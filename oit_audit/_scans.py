"""Scans and how far they were read: the files they lie in, their pages, what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from oit_audit.extract import Asked, Recogniser, with_pictures, with_recognised
from oit_audit.model import (
    Document,
    Media,
    Recognised,
    RecognisedPage,
    Resource,
    Snapshot,
    without_fragment,
)
from oit_audit.progress import Watcher
from oit_audit.store import RecognisedPages

_FIRST_PAGES = (1, 3)
"""How far a document is read in its first rounds."""


@dataclass(frozen=True, slots=True)
class File:
    """A file with pictures of words."""

    address: str
    """Final address; of a file in an archive, the one that it has as a document."""

    sha256: str
    asked: Asked
    """For its first page."""

    url: str = ""
    """How a page shows it, when it is one of its pictures."""


@dataclass(slots=True)
class Scan:
    """A document, and how far it was read."""

    document: Document
    """As it was before anything was recognised in it."""

    files: tuple[File, ...]
    """Itself; of a page, its pictures."""

    read: dict[tuple[str, int], RecognisedPage] = field(default_factory=dict)
    """By address and number."""

    tried: set[tuple[str, int]] = field(default_factory=set)
    rounds: int = 0

    def next_pages(self, most: int) -> list[tuple[File, int]]:
        """Return what is read next; nothing when all is read, or cannot be."""
        if any(page.note for page in self.read.values()):
            return []
        rounds = (*_FIRST_PAGES, most)
        until = min(rounds[min(self.rounds, len(rounds) - 1)], self._length())
        numbers = range(1, max(1, until) + 1)
        return [(f, n) for f in self.files for n in numbers if (f.address, n) not in self.tried]

    def _length(self) -> int:
        if self.document.media is Media.WEBPAGE:
            return 1
        return max([self.document.pages, *(page.of for page in self.read.values())])

    def renewed(self, engine: str) -> Document:
        """Return the document with the words that were recognised so far."""
        by_file: dict[str, list[RecognisedPage]] = defaultdict(list)
        for (address, _), page in sorted(self.read.items()):
            by_file[address].append(page)
        seen = {url: Recognised(engine, tuple(pages)) for url, pages in by_file.items()}
        if self.document.media is not Media.WEBPAGE:
            return with_recognised(self.document, seen[self.document.final_url])
        shown = {file.url: seen.get(file.address) for file in self.files}
        pictures = {
            picture.url: found
            for picture in self.document.pictures
            if (found := shown.get(without_fragment(picture.url)))
        }
        return with_pictures(self.document, pictures)


class Files:
    """Where the pictures of words lie."""

    def __init__(self, documents: Iterable[Document], snapshot: Snapshot) -> None:
        self.documents = {document.final_url: document for document in documents}
        self._resources: dict[str, Resource] = {}
        for resource in snapshot.resources:
            self._resources.setdefault(resource.final_url, resource)
        for resource in snapshot.resources:
            self._resources.setdefault(resource.url, resource)
        self._bodies = snapshot.bodies

    def of(self, shown: Document, most_pictures: int) -> tuple[File, ...]:
        """Return the files in which the words of a candidate's document are drawn."""
        if shown.media is not Media.WEBPAGE:
            resource = self._resources.get(shown.within or shown.final_url)
            return (self._file(resource, shown.final_url, shown.sha256),) if resource else ()
        urls = dict.fromkeys(without_fragment(p.url) for p in shown.pictures if p.url)
        found = [(url, self._resources[url]) for url in urls if url in self._resources]
        return tuple(self._file(r, r.final_url, r.sha256, url) for url, r in found[:most_pictures])

    def _file(self, resource: Resource, address: str, sha256: str, url: str = "") -> File:
        body = partial(self._bodies.body, resource)
        return File(address, sha256, Asked(resource, address, 1, body), url)


class Reading:
    """Gives pages: those that were recognised before, and those an engine recognises now."""

    def __init__(self, known: RecognisedPages, engine: Recogniser | None, watcher: Watcher) -> None:
        self.engine = engine.name if engine else ""
        self._known = known
        self._recogniser = engine
        self._watcher = watcher
        self._done = 0

    def pages(
        self, wanted: Sequence[tuple[File, int]]
    ) -> Iterator[tuple[File, int, RecognisedPage]]:
        """Give the pages that can be had, in no order that matters."""
        new: dict[tuple[str, int], list[File]] = {}
        total = self._done + len(wanted)
        for file, number in wanted:
            page = self._known.find(file.sha256, number, self.engine or None)
            if page is not None:
                self._say(total)
                yield file, number, page
            elif self._recogniser is not None:
                new.setdefault((file.sha256, number), []).append(file)
            else:
                self._say(total)
        if self._recogniser is None or not new:
            return
        asked = (replace(files[0].asked, number=number) for (_, number), files in new.items())
        for ((sha256, number), files), page in zip(
            new.items(), self._recogniser.pages(asked), strict=True
        ):
            self._known.keep(files[0].asked.resource.final_url, sha256, self.engine, page)
            for file in files:
                self._say(total)
                yield file, number, page

    def _say(self, total: int) -> None:
        self._done += 1
        self._watcher.stage("ocr", self._done, total)
