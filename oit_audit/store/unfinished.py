"""A visit that was cut off: what it has got so far, to be used instead of asking again.

Files are read to the last record that is whole; what follows it was being written when the visit
ended, and goes.
"""

from __future__ import annotations

import logging
import zlib
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from oit_audit.errors import SnapshotError
from oit_audit.model import Exchange, canonical
from oit_audit.store.bodies import BROKEN, DAMAGED, Place, at_most, record_at
from oit_audit.store.records import NOT_MODIFIED, exchange_of, moment
from oit_audit.words import worded

logger = logging.getLogger(__name__)

MAX_BODY = 1 << 31
_MAX_WORDS = 10_000
_WORTH_ASKING_AGAIN = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class _Said:
    """Where an answer lies, and where its body."""

    place: Place
    body: Place
    date: str


@dataclass(slots=True)
class Unfinished:
    """What lies in the directory of a visit that did not end."""

    directory: Path
    files: tuple[str, ...] = ()
    """In the order in which they were written."""

    seed: str = ""
    started_at: datetime | None = None
    tool_version: str = ""
    recalled: dict[tuple[str, datetime], Place] = field(default_factory=dict)
    """Where the bodies lie of the answers that were given back, by address and instant."""

    _said: dict[str, deque[_Said]] = field(default_factory=lambda: defaultdict(deque))
    _bodies: dict[str, Place] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(map(len, self._said.values()))

    def said(self, url: str) -> Exchange | None:
        """Return the next answer to `url`, None when there is none (any more).

        One that cannot be read is one that is not there: it will be asked for again.
        """
        waiting = self._said.get(url)
        if not waiting:
            return None
        said = waiting.popleft()
        try:
            with record_at(self.directory, said.body) as record:
                body = at_most(record.raw_stream, MAX_BODY)
            with record_at(self.directory, said.place) as record:
                exchange = exchange_of(record, body)
        except SnapshotError as error:
            logger.warning("asked for again: %s", error)
            return None
        self.recalled[exchange.url, exchange.fetched_at] = said.body
        return exchange

    def take_in(self, record: ArcWarcRecord, place: Place) -> None:
        """Write down where `record` lies.

        Raises:
            ValueError: it is no record that a visit writes.
        """
        named = record.rec_headers
        url = named.get_header("WARC-Target-URI") or ""
        digest = named.get_header("WARC-Payload-Digest") or ""
        date = named.get_header("WARC-Date") or ""
        if record.rec_type == "warcinfo":
            self._begin(record, date)
        elif record.rec_type == "response":
            self._bodies.setdefault(digest, place)
            if _holds(record):
                self._said[url].append(_Said(place, place, date))
        elif record.rec_type == "revisit" and digest in self._bodies:
            waiting = self._said[url]
            unchanged = named.get_header("WARC-Profile") == NOT_MODIFIED
            earlier = named.get_header("WARC-Refers-To-Date")
            if unchanged and waiting and waiting[-1].date == earlier:
                waiting.pop()  # a copy from an earlier visit, not an answer of this one
            self._said[url].append(_Said(place, self._bodies[digest], date))

    def _begin(self, record: ArcWarcRecord, date: str) -> None:
        words = at_most(record.raw_stream, _MAX_WORDS).decode("utf-8", errors="replace")
        said = dict(line.split(": ", 1) for line in words.splitlines() if ": " in line)
        self.seed = self.seed or said.get("seed", "")
        self.started_at = self.started_at or moment(date)
        self.tool_version = said.get("software", "").partition("/")[2]


def read_unfinished(directory: Path) -> Unfinished:
    """Return what a visit has left in `directory`; nothing when there is nothing.

    What was half written goes.

    Raises:
        SnapshotError: a file is there and cannot be read, or is not what a visit writes.
    """
    return _found(directory, cut=True)


def look_at_unfinished(directory: Path) -> Unfinished:
    """Return the same, and leave everything as it is.

    Raises:
        SnapshotError: a file cannot be read.
    """
    return _found(directory, cut=False)


def _found(directory: Path, *, cut: bool) -> Unfinished:
    found = Unfinished(directory)
    names = sorted(path.name for path in directory.glob("data-[0-9][0-9][0-9][0-9][0-9].warc.gz"))
    found.files = tuple(names)
    for name in names:
        _read(found, directory / name, last=name == names[-1], cut=cut)
    if names:
        logger.info("resumed: %d answers %s", len(found), directory)
    return found


def check_seed(found: Unfinished, url: str) -> None:
    """See that the visit that was cut off is one of the website at `url`.

    Raises:
        SnapshotError: it is of another one.
    """
    if found.seed and canonical(found.seed) != canonical(url):
        directory, seed = found.directory, found.seed
        raise SnapshotError(
            worded(
                "{directory}: holds a visit to {seed}, not to {url}",
                directory=directory,
                seed=seed,
                url=url,
            ),
            hint=worded("Choose another directory, or give the address of that visit."),
        )


def _read(found: Unfinished, path: Path, *, last: bool, cut: bool) -> None:
    try:
        if path.is_symlink() or not path.is_file():
            raise SnapshotError(worded("{path}: is no file", path=path), hint=DAMAGED)
        end = whole(path) if last else path.stat().st_size
        if cut and path.stat().st_size > end:
            logger.warning("the last record is not whole, and is left out: %s", path)
            _cut(path, end)
        with path.open("rb") as file:
            records = ArchiveIterator(file)
            for record in records if end else ():
                found.take_in(record, (path.name, records.offset))
                records.read_to_end()
                if records.offset >= end:
                    break
    except BROKEN as error:
        raise SnapshotError(
            worded("{path}: cannot be read: {error}", path=path, error=error), hint=DAMAGED
        ) from error


def _cut(path: Path, size: int) -> None:
    """Leave out the record that was being written when the visit ended."""
    with path.open("rb+") as file:
        file.truncate(size)


def whole(path: Path) -> int:
    """Return where the last member of the gzip file at `path` ends that is whole."""
    end = read = 0
    member = zlib.decompressobj(zlib.MAX_WBITS + 16)
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            read += len(piece)
            while piece:
                try:
                    while piece and not member.eof:
                        member.decompress(piece, 1 << 20)
                        piece = member.unconsumed_tail
                except zlib.error:
                    return end
                if member.eof:
                    piece = member.unused_data
                    end = read - len(piece)
                    member = zlib.decompressobj(zlib.MAX_WBITS + 16)
    return end


def _holds(record: ArcWarcRecord) -> bool:
    """Is it an answer that would be the same if it were asked for again?"""
    status = int(record.http_headers.get_statuscode())
    return status < 500 and status not in _WORTH_ASKING_AGAIN
