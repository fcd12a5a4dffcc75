"""Bodies that lie in WARC files, read one at a time when somebody asks."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from oit_audit.errors import SnapshotError
from oit_audit.model import Resource
from oit_audit.words import worded

DAMAGED = worded("The snapshot is damaged: make a new one with `oit-audit scan --save`.")

BROKEN = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    AttributeError,  # warcio, of a record without headers
    TypeError,
)
"""What a file that is no WARC file, or no whole one, makes of its reader."""

_WITH_BODY = frozenset({"response", "resource"})

Place = tuple[str, int]
"""Name of a file of the snapshot, and where in it the record begins, in bytes."""


@dataclass(frozen=True, slots=True)
class WarcBodies:
    """The bodies of one snapshot."""

    directory: Path
    places: Mapping[tuple[str, str], Place]
    """By final address and digest."""

    def body(self, resource: Resource) -> bytes:
        """Return the body of `resource`, its digest verified.

        Raises:
            SnapshotError: It is not there, or it is not what was fetched.
        """
        place = self.places.get((resource.final_url, resource.sha256))
        if place is None:
            directory, url = self.directory, resource.final_url
            raise SnapshotError(
                worded("{directory}: holds no body of {url}", directory=directory, url=url),
                hint=DAMAGED,
            )
        with record_at(self.directory, place) as record:
            if record.rec_type not in _WITH_BODY:
                path, at = self.directory / place[0], place[1]
                raise SnapshotError(
                    worded("{path}: no answer at byte {at}", path=path, at=at),
                    hint=DAMAGED,
                )
            body = at_most(record.raw_stream, resource.length + 1)
        if hashlib.sha256(body).hexdigest() != resource.sha256:
            path, url = self.directory / place[0], resource.final_url
            raise SnapshotError(
                worded("{path}: the body of {url} was changed", path=path, url=url),
                hint=DAMAGED,
            )
        return body


@contextmanager
def record_at(directory: Path, place: Place) -> Iterator[ArcWarcRecord]:
    """Give the record at `place`, to be read inside the block.

    Raises:
        SnapshotError: there is none, or it cannot be read to its end.
    """
    path, at = directory / place[0], place[1]
    try:
        with path.open("rb") as file:
            file.seek(at)
            with closing(iter(ArchiveIterator(file))) as records:  # open, it holds itself alive
                record = next(records, None)
                if record is None:
                    raise SnapshotError(
                        worded("{path}: no record at byte {at}", path=path, at=at),
                        hint=DAMAGED,
                    )
                yield record
    except BROKEN as error:
        raise SnapshotError(
            worded("{path}: cannot be read: {error}", path=path, error=error), hint=DAMAGED
        ) from error


def at_most(stream: object, size: int) -> bytes:
    """Read up to `size` bytes; a stream may give less at a time."""
    body = bytearray()
    while len(body) < size:
        piece = stream.read(min(size - len(body), 1 << 20))  # type: ignore[attr-defined]  # warcio has no types
        if not piece:
            break
        body += piece
    return bytes(body)
