"""One visit on disk: `data-00000.warc.gz` with everything that was said, and `manifest.json`.

The WARC files are packed record by record and hold a request and a response for each exchange, a
revisit where the body lies here already, and a resource for each page that a browser has made. A
visit that was resumed has one file for each run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from oit_audit.errors import SnapshotError
from oit_audit.model import Organisation, Reach, Resource, Snapshot
from oit_audit.store import manifest as contents
from oit_audit.store.bodies import DAMAGED, Place, WarcBodies
from oit_audit.words import worded


def read_snapshot(directory: Path) -> Snapshot:
    """Return the visit that lies in `directory`. Bodies are read and verified when asked for.

    Raises:
        SnapshotError: It is not there, not whole, or not what was written.
    """
    found = contents.read(directory)
    _check_files(directory, found)
    resources = tuple(contents.resource(part) for part in found.resources)
    reach = contents.reach(found)
    if snapshot_id(resources, reach) != found.id:
        path = directory / contents.NAME
        raise SnapshotError(
            worded("{path}: id: does not fit what the manifest lists", path=path),
            hint=DAMAGED,
        )
    whose = found.organisation
    return Snapshot(
        id=found.id,
        organisation=Organisation(whose.url, whose.name, whose.kind, whose.province),
        resources=resources,
        reach=reach,
        started_at=found.started_at,
        finished_at=found.finished_at,
        bodies=WarcBodies(directory, places_of(found.resources)),
    )


def snapshot_id(resources: Iterable[Resource], reach: Reach) -> str:
    """Return `sha256:` and the digest over what was seen and what was not, order left out."""
    seen = sorted(f"{part.url}\t{part.final_url}\t{part.sha256}" for part in resources)
    skipped = sorted(f"{part.url}\t{part.reason}" for part in reach.skipped)
    remarks = sorted(f"{part.url}\t{part.kind}" for part in reach.remarks)
    text = "\n".join([*seen, "", *skipped, *(["", *remarks] if remarks else [])])
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def places_of(parts: Iterable[contents.ResourcePart]) -> dict[tuple[str, str], Place]:
    """Return where bodies lie, by final address and digest."""
    return {(part.final_url, part.sha256): (part.warc.file, part.warc.offset) for part in parts}


def _check_files(directory: Path, found: contents.Manifest) -> None:
    """See that the files are there, are files of this directory, and are as long as they were."""
    for file in found.files:
        path = directory / file.name
        if path.is_symlink() or not path.is_file():
            raise SnapshotError(worded("{path}: is missing", path=path), hint=DAMAGED)
        size, wanted = path.stat().st_size, file.size
        if size != wanted:
            raise SnapshotError(
                worded(
                    "{path}: has {size} bytes, not {wanted}", path=path, size=size, wanted=wanted
                ),
                hint=DAMAGED,
            )
    named = {file.name for file in found.files}
    for part in found.resources:
        if part.warc.file not in named:
            path = directory / part.warc.file
            raise SnapshotError(worded("{path}: is not listed", path=path), hint=DAMAGED)
