"""Round by round: which scans may settle an item, their next pages, and the verdicts anew.

Recognising a page takes a thousand times as long as reading one. So only what may settle an item is
recognised, first pages first, and nothing more of an item once it is settled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Protocol

from oit_audit._scans import File, Files, Reading, Scan
from oit_audit.extract import find_engine, recogniser
from oit_audit.judge import Case, Unread, judge, masked_documents, personal_data, unread
from oit_audit.model import (
    OVER_BUDGET,
    Document,
    Legibility,
    Matches,
    Snapshot,
    Status,
    Verdict,
)
from oit_audit.progress import Watcher
from oit_audit.settings import OcrSettings
from oit_audit.store import recognised_pages

_WIDTH = 3
"""Documents of one item that are read in one round; in its first only the best one."""


class Renewing(Protocol):
    """Gives matches anew."""

    def renew(self, documents: Iterable[Document]) -> Matches:
        """Return the matches with other words in some documents."""
        ...


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a case and its scans."""

    verdicts: tuple[Verdict, ...]
    """In checklist order."""

    recognised: tuple[Document, ...] = ()
    """Documents with words that were recognised, by address; numbers of people are not masked."""


def settle(
    case: Case,
    matching: Renewing,
    documents: Iterable[Document],
    snapshot: Snapshot,
    settings: OcrSettings,
    watcher: Watcher,
) -> Settled:
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
    if not (wanted or case.matches.silent_scans):
        return Settled(verdicts)
    engine = find_engine()
    known = recognised_pages(snapshot)
    if engine is None and not known:
        return Settled(verdicts)
    read: dict[str, Document] = {}
    with ExitStack() as stack:
        reading = stack.enter_context(recogniser(engine)) if engine else None
        scans = _Scans(Files(documents, snapshot), settings, Reading(known, reading, watcher))
        while pages := scans.next_pages(wanted) or scans.nameless(case, verdicts):
            if changed := scans.read(pages):
                read.update((document.final_url, document) for document in changed)
                case = replace(case, matches=matching.renew(_masked(changed)))
                verdicts = judge(case)
                wanted = unread(case, verdicts)
        if given_up := scans.given_up(wanted):
            case = replace(case, matches=matching.renew(given_up))
            verdicts = judge(case)
    return Settled(verdicts, tuple(read[url] for url in sorted(read)))


def _masked(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents without the numbers of people that were recognised in them."""
    return masked_documents(documents, personal_data(documents).numbers)


class _Scans:
    """The scans of one visit, as far as they were read."""

    def __init__(self, files: Files, settings: OcrSettings, reading: Reading) -> None:
        self._files = files
        self._settings = settings
        self._reading = reading
        self._left = settings.max_pages
        self._scans: dict[str, Scan] = {}
        self._of_item: dict[str, set[str]] = defaultdict(set)

    def next_pages(self, wanted: Iterable[Unread]) -> list[tuple[str, File, int]]:
        """Return the pages of the next round: by document, file and number."""
        chosen: dict[str, list[tuple[File, int]]] = {}
        for item in wanted:
            chosen.update(self._chosen(item))
        pages = [(url, file, n) for url, more in chosen.items() for file, n in more]
        return self._taken(pages)

    def nameless(self, case: Case, verdicts: Sequence[Verdict]) -> list[tuple[str, File, int]]:
        """Return the first pages of scans that nothing names, where something is missing."""
        if all(verdict.status is not Status.MISSING for verdict in verdicts):
            return []
        shown = case.matches.silent_scans[: self._settings.nameless_documents]
        new = [document for document in shown if document.final_url not in self._scans]
        pages = [(d.final_url, f, n) for d in new for f, n in self._scan(d).next_pages(1)]
        return self._taken(pages)

    def _taken(self, pages: list[tuple[str, File, int]]) -> list[tuple[str, File, int]]:
        """Return as many of `pages` as the budget lasts for, and count them."""
        pages = pages[: self._left]
        self._left -= len(pages)
        for url in {url for url, _, _ in pages}:
            self._scans[url].rounds += 1
        for url, file, number in pages:
            self._scans[url].tried.add((file.address, number))
        return pages

    def _chosen(self, wanted: Unread) -> Iterator[tuple[str, list[tuple[File, int]]]]:
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

    def _scan(self, shown: Document) -> Scan:
        known = self._scans.get(shown.final_url)
        if known is None:
            files = self._files.of(shown, self._settings.pictures_a_page)
            known = Scan(self._files.documents[shown.final_url], files)
            self._scans[shown.final_url] = known
        return known

    def read(self, pages: Sequence[tuple[str, File, int]]) -> list[Document]:
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
