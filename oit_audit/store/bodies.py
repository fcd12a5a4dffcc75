"""Bodies that lie in WARC files, read one at a time when somebody asks."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from oit_audit.errors import SnapshotError
from oit_audit.model import Resource

DAMAGED = "The snapshot is damaged: make a new one with `oit-audit scan --save`."

_BROKEN = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
)

_HOLD_BODIES = ("response", "resource")

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
            raise SnapshotError(
                f"{self.directory}: holds no body of {resource.final_url}", hint=DAMAGED
            )
        body = self._read(place, resource.length)
        if hashlib.sha256(body).hexdigest() != resource.sha256:
            raise SnapshotError(
                f"{self.directory / place[0]}: the body of {resource.final_url} was changed",
                hint=DAMAGED,
            )
        return body

    def _read(self, place: Place, length: int) -> bytes:
        """Return at most `length` bytes, and one more when there are more."""
        path = self.directory / place[0]
        try:
            with path.open("rb") as file:
                file.seek(place[1])
                record = next(iter(ArchiveIterator(file)), None)
                if record is None or record.rec_type not in _HOLD_BODIES:
                    raise SnapshotError(f"{path}: no answer at byte {place[1]}", hint=DAMAGED)
                return _at_most(record.raw_stream, length + 1)
        except _BROKEN as error:
            raise SnapshotError(f"{path}: cannot be read: {error}", hint=DAMAGED) from error


def _at_most(stream: object, size: int) -> bytes:
    """Read up to `size` bytes; a stream may give less at a time."""
    body = bytearray()
    while len(body) < size:
        piece = stream.read(min(size - len(body), 1 << 20))  # type: ignore[attr-defined]  # warcio has no types
        if not piece:
            break
        body += piece
    return bytes(body)
