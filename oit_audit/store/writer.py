"""Keeps a visit as it goes: records as they come, the manifest at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warcio.warcwriter import WARCWriter

from oit_audit import __version__
from oit_audit.errors import SnapshotError, UnreachableError
from oit_audit.model import Exchange, Organisation, Reach, Resource, Snapshot, canonical
from oit_audit.store import manifest as contents
from oit_audit.store import records
from oit_audit.store.bodies import Place, WarcBodies
from oit_audit.store.packing import Packed
from oit_audit.store.snapshots import places_of, snapshot_id
from oit_audit.store.unfinished import Unfinished, check_seed, read_unfinished
from oit_audit.words import worded


@dataclass(frozen=True, slots=True)
class _First:
    """The record in which a body lies."""

    place: Place
    url: str
    date: datetime
    digest: str
    """As WARC-Payload-Digest has it; empty where the record was written by an earlier run."""


class SnapshotWriter:
    """Keeps exchanges as they come, and closes with the manifest.

    Each exchange is on its way to the disk before the next one is asked for: a run that is killed
    loses what is under way. Use it as a context manager: a visit that fails leaves the exchanges
    and no manifest, one whose first page never came leaves nothing.
    """

    def __init__(self, directory: Path, *, seed: str = "", resume: bool = False) -> None:
        """Open `directory`.

        Args:
            directory: Is made where it is not there.
            seed: The home page, for whoever goes on with this visit.
            resume: Go on with the visit that lies there, if one does.

        Raises:
            SnapshotError: It holds a snapshot already, or cannot be read or written.
        """
        self._directory = directory
        self._places: dict[tuple[str, str], Place] = {}
        self._firsts: dict[str, _First] = {}
        if not resume:
            _refuse_what_is_there(directory)
        self.unfinished = read_unfinished(directory) if resume else Unfinished(directory)
        """What the visit has got already, to be used instead of asking again."""

        check_seed(self.unfinished, seed)
        self._name = f"data-{len(self.unfinished.files):05d}.warc.gz"
        self._file = self._opened(seed)

    def _opened(self, seed: str) -> BinaryIO:
        info = {"software": f"oit-audit/{__version__}", "format": "WARC File Format 1.1"}
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            file = (self._directory / self._name).open("xb")
            self._warc = WARCWriter(Packed(file), gzip=False, warc_version="WARC/1.1")
            about = self._warc.create_warcinfo_record(self._name, {**info, "seed": seed})
            self._warc.write_record(about)
        except OSError as error:
            raise _cannot_write(self._directory, error) from error
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if isinstance(error, UnreachableError):
            (self._directory / self._name).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; nothing can be stored any more."""
        self._file.close()

    def store(self, exchange: Exchange) -> None:
        """Keep one exchange. A body that lies here already is referred to, not repeated.

        Raises:
            SnapshotError: The disk does not take it.
        """
        digest = hashlib.sha256(exchange.body).hexdigest()
        key = (canonical(exchange.url), digest)
        recalled = self.unfinished.recalled.get((exchange.url, exchange.fetched_at))
        if recalled is not None:
            self._places.setdefault(key, recalled)
            return
        try:
            place = self._write(exchange, digest)
        except OSError as error:
            raise _cannot_write(self._directory, error) from error
        self._places.setdefault(key, place)

    def _write(self, exchange: Exchange, digest: str) -> Place:
        if exchange.rendered:
            place = self._here()
            self._warc.write_record(records.rendered(self._warc, exchange))
            return place
        first = self._firsts.get(digest) if exchange.body else None
        if exchange.unchanged_since is not None and first is None:
            first = self._write_body(exchange, digest, exchange.unchanged_since, alone=True)
        if first is None:
            return self._write_body(exchange, digest, exchange.fetched_at, alone=False).place
        self._warc.write_request_response_pair(
            records.request(self._warc, exchange),
            records.revisit(
                self._warc,
                exchange,
                digest=first.digest,
                first_url=first.url,
                first_date=first.date,
            ),
        )
        return first.place

    def _write_body(
        self, exchange: Exchange, digest: str, date: datetime, *, alone: bool
    ) -> _First:
        """Write a response, `alone` when nobody asked for it today."""
        place = self._here()
        record = records.response(self._warc, exchange, date)
        if alone:
            self._warc.write_record(record)
        else:
            question = records.request(self._warc, exchange)
            self._warc.write_request_response_pair(question, record)
        named = record.rec_headers.get_header("WARC-Payload-Digest") or ""
        first = _First(place, exchange.url, date, named)
        self._firsts.setdefault(digest, first)
        return first

    def _here(self) -> Place:
        return (self._name, self._file.tell())

    def finish(
        self,
        organisation: Organisation,
        resources: tuple[Resource, ...],
        reach: Reach,
        *,
        started_at: datetime,
        finished_at: datetime,
        options: Mapping[str, contents.Option],
        tool_version: str = __version__,
    ) -> Snapshot:
        """Write the manifest and give the visit back as a snapshot.

        Args:
            organisation: Whose website it is.
            resources: What was seen; each body was stored before.
            reach: How much was seen.
            started_at: In UTC, as `finished_at`; of a visit that was resumed, its first start
                counts.
            finished_at: When the visit ended.
            options: Settings that a reader may want to know.
            tool_version: Of this program.

        Raises:
            SnapshotError: The disk does not take it.
        """
        self.close()
        places = self._places
        parts = tuple(
            contents.resource_part(part, *places[part.final_url, part.sha256]) for part in resources
        )
        snapshot = Snapshot(
            id=snapshot_id(resources, reach),
            organisation=organisation,
            resources=resources,
            reach=reach,
            started_at=self.unfinished.started_at or started_at,
            finished_at=finished_at,
            bodies=WarcBodies(self._directory, places_of(parts)),
        )
        try:
            sizes = {
                name: (self._directory / name).stat().st_size
                for name in (*self.unfinished.files, self._name)
            }
            written = contents.manifest(snapshot, parts, sizes, dict(options), tool_version)
            contents.write(written, self._directory)
        except OSError as error:
            raise _cannot_write(self._directory, error) from error
        return snapshot


def _refuse_what_is_there(directory: Path) -> None:
    if (directory / contents.NAME).exists():
        raise SnapshotError(
            worded("{directory}: holds a snapshot already", directory=directory),
            hint=worded(
                "Choose another directory, or go on with an incomplete visit with --resume."
            ),
        )
    if any(directory.glob("data-*.warc.gz")):
        raise SnapshotError(
            worded("{directory}: holds a visit that was cut off", directory=directory),
            hint=worded("Go on with it with --resume, or choose another directory."),
        )


def _cannot_write(directory: Path, error: OSError) -> SnapshotError:
    why = error.strerror or error
    return SnapshotError(
        worded("{directory}: cannot be written: {why}", directory=directory, why=why),
        hint=worded("Choose a directory with room that you may write to."),
    )
