"""The table of contents of a snapshot, as it lies on disk.

A manifest may come from anybody: sizes, names and numbers are checked before they are used.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from oit_audit.errors import SnapshotError
from oit_audit.model import (
    Completion,
    Kind,
    Reach,
    Remark,
    RemarkKind,
    Resource,
    Skip,
    SkipReason,
    Snapshot,
)
from oit_audit.words import worded

NAME = "manifest.json"
MAX_BYTES = 256_000_000
MAX_ROWS = 1_000_000

Url = Annotated[str, Field(min_length=1, max_length=20_000)]
Count = Annotated[int, Field(ge=0)]
Words = Annotated[str, Field(max_length=10_000)]
Option = str | bool | int | float | None


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(_Part):
    """What wrote the snapshot."""

    name: Words
    version: Words


class OrganisationPart(_Part):
    """Whose website it is."""

    url: Url
    name: Words | None
    kind: Kind | None
    province: Words | None


class ReachPart(_Part):
    """How much was seen."""

    completion: Completion
    reason: Words | None
    requests: Count
    pages: Count
    documents: Count
    bytes: Count


class SkipPart(_Part):
    """What was not seen."""

    url: Url
    reason: SkipReason
    detail: Words
    referrer: Url | None


class RemarkPart(_Part):
    """What was noticed about a host."""

    kind: RemarkKind
    url: Url
    detail: Words = ""


FileName = Annotated[str, Field(pattern=r"^data-[0-9]{5}\.warc\.gz$", max_length=18)]


class FilePart(_Part):
    """A file beside the manifest."""

    name: FileName
    size: Count


class WarcPart(_Part):
    """Where a body lies."""

    file: FileName
    offset: Count


class ResourcePart(_Part):
    """What was seen."""

    url: Url
    final_url: Url
    redirects: Annotated[tuple[Url, ...], Field(max_length=100)]
    status: Annotated[int, Field(ge=100, le=999)]
    media_type: Words
    charset: Words | None
    fetched_at: AwareDatetime
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    length: Annotated[int, Field(ge=0, le=1 << 31)]
    file_name: Words | None
    depth: Count
    rendered: bool = False
    warc: WarcPart


class Manifest(_Part):
    """Everything about a visit but the bodies."""

    format: Literal["oit-audit/snapshot"]
    version: Literal[1]
    id: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
    tool: Tool
    seed: Url
    organisation: OrganisationPart
    options: dict[str, Option]
    started_at: AwareDatetime
    finished_at: AwareDatetime
    reach: ReachPart
    files: Annotated[tuple[FilePart, ...], Field(max_length=1_000)]
    resources: Annotated[tuple[ResourcePart, ...], Field(max_length=MAX_ROWS)]
    skipped: Annotated[tuple[SkipPart, ...], Field(max_length=MAX_ROWS)]
    remarks: Annotated[tuple[RemarkPart, ...], Field(max_length=10_000)] = ()


def write(manifest: Manifest, directory: Path) -> None:
    """Write the manifest into `directory`, whole or not at all.

    Raises:
        OSError: The disk does not take it.
    """
    text = manifest.model_dump_json(indent=1) + "\n"
    handle, name = tempfile.mkstemp(prefix=".manifest-", dir=directory)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(directory / NAME)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def read(directory: Path) -> Manifest:
    """Read the manifest of `directory`.

    Raises:
        SnapshotError: There is none, or it is not one that we understand.
    """
    path = directory / NAME
    if not directory.is_dir():
        raise SnapshotError(
            worded("{directory}: no such directory", directory=directory), hint=_HOW
        )
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SnapshotError(
            worded("{directory}: has no {name}", directory=directory, name=NAME), hint=_HOW
        ) from error
    except OSError as error:
        why = error.strerror
        raise SnapshotError(
            worded("{path}: cannot be read: {why}", path=path, why=why), hint=_HOW
        ) from error
    if len(text) > MAX_BYTES:
        raise SnapshotError(
            worded("{path}: is over {max_bytes} bytes", path=path, max_bytes=MAX_BYTES),
            hint=_HOW,
        )
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        raise SnapshotError(f"{path}: {_first(error)}", hint=_HOW) from error


_HOW = worded("Give a directory that `oit-audit scan --save` has written.")


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place}: {problem['msg']}" if place else problem["msg"]


def resource_part(resource: Resource, file: str, offset: int) -> ResourcePart:
    """Return `resource` as it stands in a manifest."""
    return ResourcePart(
        url=resource.url,
        final_url=resource.final_url,
        redirects=resource.redirects,
        status=resource.status,
        media_type=resource.media_type,
        charset=resource.charset,
        fetched_at=resource.fetched_at,
        sha256=resource.sha256,
        length=resource.length,
        file_name=resource.file_name,
        depth=resource.depth,
        rendered=resource.rendered,
        warc=WarcPart(file=file, offset=offset),
    )


def resource(part: ResourcePart) -> Resource:
    """Return the resource that `part` stands for."""
    return Resource(
        url=part.url,
        final_url=part.final_url,
        status=part.status,
        media_type=part.media_type,
        charset=part.charset,
        fetched_at=part.fetched_at,
        sha256=part.sha256,
        length=part.length,
        redirects=part.redirects,
        file_name=part.file_name,
        depth=part.depth,
        rendered=part.rendered,
    )


def reach(manifest: Manifest) -> Reach:
    """Return how much was seen."""
    part = manifest.reach
    return Reach(
        completion=part.completion,
        reason=part.reason,
        requests=part.requests,
        pages=part.pages,
        documents=part.documents,
        bytes=part.bytes,
        skipped=tuple(
            Skip(skip.url, skip.reason, skip.detail, skip.referrer) for skip in manifest.skipped
        ),
        remarks=tuple(Remark(part.kind, part.url, part.detail) for part in manifest.remarks),
    )


def manifest(
    snapshot: Snapshot,
    resources: tuple[ResourcePart, ...],
    sizes: dict[str, int],
    options: dict[str, Option],
    tool_version: str,
) -> Manifest:
    """Return the table of contents of one visit."""
    organisation, reach = snapshot.organisation, snapshot.reach
    return Manifest(
        format="oit-audit/snapshot",
        version=1,
        id=snapshot.id,
        tool=Tool(name="oit-audit", version=tool_version),
        seed=organisation.url,
        organisation=OrganisationPart(
            url=organisation.url,
            name=organisation.name,
            kind=organisation.kind,
            province=organisation.province,
        ),
        options=options,
        started_at=snapshot.started_at,
        finished_at=snapshot.finished_at,
        reach=ReachPart(
            completion=reach.completion,
            reason=reach.reason,
            requests=reach.requests,
            pages=reach.pages,
            documents=reach.documents,
            bytes=reach.bytes,
        ),
        files=tuple(FilePart(name=name, size=size) for name, size in sizes.items()),
        resources=resources,
        skipped=tuple(
            SkipPart(url=skip.url, reason=skip.reason, detail=skip.detail, referrer=skip.referrer)
            for skip in reach.skipped
        ),
        remarks=tuple(
            RemarkPart(kind=remark.kind, url=remark.url, detail=remark.detail)
            for remark in reach.remarks
        ),
    )
