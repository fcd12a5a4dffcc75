"""Round by round: which scans may settle an item, their next pages, and the verdicts anew.

Recognising a page takes a thousand times as long as reading one. So only what may settle an item is
recognised, first pages first, and nothing more of an item once it is settled.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial

from oit_audit.extract import (
    Asked,
    Recogniser,
    find_engine,
    recogniser,
    with_pictures,
    with_recognised,
)
from oit_audit.judge import Case, Unread, judge, unread
from oit_audit.match import Matching
from oit_audit.model import (
    OVER_BUDGET,
    Document,
    Legibility,
    Media,
    Recognised,
    RecognisedPage,
    Resource,
    Snapshot,
    Verdict,
    without_fragment,
)
from oit_audit.progress import Watcher
from oit_audit.settings import OcrSettings
from oit_audit.store import RecognisedPages, recognised_pages

logger = logging.getLogger(__name__)

_WIDTH = 3
"""Documents of one item that are read in one round; in its first only the best one."""

_FIRST_PAGES = (1, 3)
"""How far a document is read in its first rounds."""


def settle(
    case: Case,
    matching: Matching,
    documents: Iterable[Document],
    snapshot: Snapshot,
    settings: OcrSettings,
    watcher: Watcher,
) -> tuple[Verdict, ...]:
    """Return the verdicts of `case`, with the words of scans where they are wanted.

    Without an engine these are what was recognised before and lies beside the visit, if anything.

    Args:
        case: What is to be judged.
        matching: Gave its matches.
        documents: All that were read.
        snapshot: Where their bodies lie.
        settings: How much may be recognised.
        watcher: Hears of every page.
    """
    verdicts = judge(case)
    wanted = unread(case, verdicts)
    if not wanted:
        return verdicts
    engine = find_engine()
    known = recognised_pages(snapshot)
    if engine is None and not known:
        return verdicts
    with ExitStack() as stack:
        reading = stack.enter_context(recogniser(engine)) if engine else None
        scans = _Scans(_Files(documents, snapshot), settings, _Reading(known, reading, watcher))
        while pages := scans.next_pages(wanted):
            if changed := scans.read(pages):
                case = replace(case, matches=matching.renew(changed))
                verdicts = judge(case)
                wanted = unread(case, verdicts)
        if given_up := scans.given_up(wanted):
            case = replace(case, matches=matching.renew(given_up))
            verdicts = judge(case)
    return verdicts


@dataclass(frozen=True, slots=True)
class _File:
    """A file with pictures of words."""

    address: str
    """Final address; of a file in an archive, the one that it has as a document."""

    sha256: str
    asked: Asked
    """For its first page."""

    url: str = ""
    """How a page shows it, when it is one of its pictures."""


@dataclass(slots=True)
class _Scan:
    """A document, and how far it was read."""

    document: Document
    """As it was before anything was recognised in it."""

    files: tuple[_File, ...]
    """Itself; of a page, its pictures."""

    read: dict[tuple[str, int], RecognisedPage] = field(default_factory=dict)
    """By address and number."""

    tried: set[tuple[str, int]] = field(default_factory=set)
    rounds: int = 0

    def next_pages(self, most: int) -> list[tuple[_File, int]]:
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


class _Files:
    """Where the pictures of words lie."""

    def __init__(self, documents: Iterable[Document], snapshot: Snapshot) -> None:
        self.documents = {document.final_url: document for document in documents}
        self._resources: dict[str, Resource] = {}
        for resource in snapshot.resources:
            self._resources.setdefault(resource.final_url, resource)
        for resource in snapshot.resources:
            self._resources.setdefault(resource.url, resource)
        self._bodies = snapshot.bodies

    def of(self, shown: Document, most_pictures: int) -> tuple[_File, ...]:
        """Return the files in which the words of a candidate's document are drawn."""
        if shown.media is not Media.WEBPAGE:
            resource = self._resources.get(shown.within or shown.final_url)
            return (self._file(resource, shown.final_url, shown.sha256),) if resource else ()
        urls = dict.fromkeys(without_fragment(p.url) for p in shown.pictures if p.url)
        found = [(url, self._resources[url]) for url in urls if url in self._resources]
        return tuple(self._file(r, r.final_url, r.sha256, url) for url, r in found[:most_pictures])

    def _file(self, resource: Resource, address: str, sha256: str, url: str = "") -> _File:
        body = partial(self._bodies.body, resource)
        return _File(address, sha256, Asked(resource, address, 1, body), url)


class _Reading:
    """Gives pages: those that were recognised before, and those an engine recognises now."""

    def __init__(self, known: RecognisedPages, engine: Recogniser | None, watcher: Watcher) -> None:
        self.engine = engine.name if engine else ""
        self._known = known
        self._recogniser = engine
        self._watcher = watcher
        self._done = 0

    def pages(
        self, wanted: Sequence[tuple[_File, int]]
    ) -> Iterator[tuple[_File, int, RecognisedPage]]:
        """Give the pages that can be had, in no order that matters."""
        new: dict[tuple[str, int], list[_File]] = {}
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


class _Scans:
    """The scans of one visit, as far as they were read."""

    def __init__(self, files: _Files, settings: OcrSettings, reading: _Reading) -> None:
        self._files = files
        self._settings = settings
        self._reading = reading
        self._left = settings.max_pages
        self._scans: dict[str, _Scan] = {}
        self._of_item: dict[str, set[str]] = defaultdict(set)

    def next_pages(self, wanted: Iterable[Unread]) -> list[tuple[str, _File, int]]:
        """Return the pages of the next round: by document, file and number."""
        chosen: dict[str, list[tuple[_File, int]]] = {}
        for item in wanted:
            chosen.update(self._chosen(item))
        pages = [(url, file, n) for url, more in chosen.items() for file, n in more]
        pages = pages[: self._left]
        self._left -= len(pages)
        for url in {url for url, _, _ in pages}:
            self._scans[url].rounds += 1
        for url, file, number in pages:
            self._scans[url].tried.add((file.address, number))
        return pages

    def _chosen(self, wanted: Unread) -> Iterator[tuple[str, list[tuple[_File, int]]]]:
        """Give the documents of an item that are read next, and their pages."""
        looked_at = self._of_item[wanted.item]
        left = _WIDTH if looked_at else 1
        for shown in wanted.documents:
            url = shown.final_url
            full = len(looked_at) >= self._settings.documents_an_item
            if not left or (full and url not in looked_at):
                continue
            more = self._scan(shown).next_pages(self._settings.pages_a_document)
            if more:
                looked_at.add(url)
                left -= 1
                yield url, more

    def _scan(self, shown: Document) -> _Scan:
        known = self._scans.get(shown.final_url)
        if known is None:
            files = self._files.of(shown, self._settings.pictures_a_page)
            known = _Scan(self._files.documents[shown.final_url], files)
            self._scans[shown.final_url] = known
        return known

    def read(self, pages: Sequence[tuple[str, _File, int]]) -> list[Document]:
        """Read pages; return the documents that say more than before."""
        by_file: dict[tuple[str, int], list[str]] = defaultdict(list)
        for url, file, number in pages:
            by_file[file.address, number].append(url)
        once = {(file.address, number): file for _, file, number in pages}
        changed: dict[str, None] = {}
        for file, number, page in self._reading.pages([(f, n) for (_, n), f in once.items()]):
            for url in by_file[file.address, number]:
                self._scans[url].read[file.address, number] = page
                changed[url] = None
        return [self._scans[url].renewed(self._reading.engine) for url in sorted(changed)]

    def given_up(self, wanted: Iterable[Unread]) -> list[Document]:
        """Return the documents of which nothing was read because the budget has ended."""
        if self._left > 0:
            return []
        urls = dict.fromkeys(d.final_url for item in wanted for d in item.documents)
        documents = [
            self._files.documents[url]
            for url in urls
            if url not in self._scans or not self._scans[url].tried
        ]
        return [
            replace(document, legibility_note=OVER_BUDGET)
            for document in documents
            if document.legibility is Legibility.NONE
        ]
