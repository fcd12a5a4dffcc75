"""What lies in a directory, without a network and without an audit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from oit_audit.errors import SnapshotError
from oit_audit.model import Completion, SkipReason
from oit_audit.store import manifest as contents
from oit_audit.store.bodies import BROKEN
from oit_audit.store.snapshots import read_snapshot
from oit_audit.store.unfinished import Unfinished, look_at_unfinished


@dataclass(frozen=True, slots=True)
class Summary:
    """A snapshot, or a visit that was cut off, at a glance."""

    directory: Path
    seed: str
    finished: bool
    """Is there a manifest? Without it a visit can only be gone on with."""

    started_at: datetime | None
    finished_at: datetime | None
    id: str | None
    tool_version: str
    completion: Completion
    reason: str | None
    requests: int
    pages: int
    documents: int
    bytes: int
    """Of all bodies."""

    answers: int
    """Of a visit that was cut off: what it need not ask for again."""

    skipped: tuple[tuple[SkipReason, int], ...]
    """The commonest first."""

    remarks: tuple[tuple[str, str], ...]
    """Kind and address."""

    files: tuple[tuple[str, int], ...]
    """Name and length in bytes."""

    options: tuple[tuple[str, contents.Option], ...] = ()


def summary(directory: Path) -> Summary:
    """Say what lies in `directory`. Changes nothing.

    Raises:
        SnapshotError: there is no visit, or it is damaged.
    """
    if (directory / contents.NAME).exists() or not any(directory.glob("data-*.warc.gz")):
        return _finished(directory)
    return _cut_off(look_at_unfinished(directory))


def check(directory: Path) -> tuple[str, ...]:
    """Read every body and every record; return what is wrong, nothing when all is sound.

    Raises:
        SnapshotError: there is no finished visit to check.
    """
    snapshot = read_snapshot(directory)
    wrong = []
    for resource in snapshot.resources:
        try:
            snapshot.bodies.body(resource)
        except SnapshotError as error:
            wrong.append(str(error))
    for file in contents.read(directory).files:
        wrong += _digests(directory / file.name)
    return tuple(dict.fromkeys(wrong))


def _digests(path: Path) -> list[str]:
    wrong = []
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests=True):
                record.content_stream().read()
                if record.digest_checker.passed is False:
                    address = record.rec_headers.get_header("WARC-Target-URI")
                    wrong.append(f"{path}: the record of {address} was changed")
    except BROKEN as error:
        wrong.append(f"{path}: cannot be read: {error}")
    return wrong


def _finished(directory: Path) -> Summary:
    snapshot = read_snapshot(directory)
    found = contents.read(directory)
    reach = snapshot.reach
    return Summary(
        directory=directory,
        seed=found.seed,
        finished=True,
        started_at=snapshot.started_at,
        finished_at=snapshot.finished_at,
        id=snapshot.id,
        tool_version=found.tool.version,
        completion=reach.completion,
        reason=reach.reason,
        requests=reach.requests,
        pages=reach.pages,
        documents=reach.documents,
        bytes=reach.bytes,
        answers=0,
        skipped=tuple(Counter(skip.reason for skip in reach.skipped).most_common()),
        remarks=tuple((remark.kind.value, remark.url) for remark in reach.remarks),
        files=tuple((file.name, file.size) for file in found.files),
        options=tuple(found.options.items()),
    )


def _cut_off(found: Unfinished) -> Summary:
    return Summary(
        directory=found.directory,
        seed=found.seed,
        finished=False,
        started_at=found.started_at,
        finished_at=None,
        id=None,
        tool_version=found.tool_version,
        completion=Completion.PARTLY,
        reason="the visit was cut off",
        requests=0,
        pages=0,
        documents=0,
        bytes=0,
        answers=len(found),
        skipped=(),
        remarks=(),
        files=tuple((name, (found.directory / name).stat().st_size) for name in found.files),
    )
