"""One visit on disk: `data-00000.warc.gz` with everything that was said, and `manifest.json`.

The WARC file (ISO 28500:2017, version 1.1) is packed record by record and holds a request and a
response for each exchange; a page as a browser drew it is a resource, `x-rendered:` before its
address. Bodies lie there without their transfer and content encodings, so that
any tool can read them; the headers that would no longer be true are kept with `X-Archive-Orig-`
before their names, as other archives do, and Content-Length is that of the stored body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from oit_audit import __version__
from oit_audit.errors import SnapshotError
from oit_audit.model import Exchange, Organisation, Reach, Resource, Skip, Snapshot, canonical
from oit_audit.store import manifest as contents
from oit_audit.store.bodies import DAMAGED, Place, WarcBodies

DATA = "data-00000.warc.gz"

_RENDERED = "x-rendered:"
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})


class SnapshotWriter:
    """Keeps exchanges as they come, and closes with the manifest.

    Use it as a context manager: a visit that fails leaves the exchanges, and no manifest.

    Raises:
        SnapshotError: The directory holds a snapshot already, or cannot be written.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._places: dict[tuple[str, str], Place] = {}
        if (directory / contents.NAME).exists():
            raise SnapshotError(
                f"{directory}: holds a snapshot already", hint="Choose another directory."
            )
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self._file = (directory / DATA).open("wb")
            self._warc = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
            self._warc.write_record(
                self._warc.create_warcinfo_record(
                    DATA, {"software": f"oit-audit/{__version__}", "format": "WARC File Format 1.1"}
                )
            )
        except OSError as error:
            raise _cannot_write(directory, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be stored any more."""
        self._file.close()

    def store(self, exchange: Exchange) -> None:
        """Keep one exchange.

        Raises:
            SnapshotError: The disk does not take it.
        """
        digest = hashlib.sha256(exchange.body).hexdigest()
        try:
            offset = self._file.tell()
            if exchange.rendered:
                self._warc.write_record(_rendered(self._warc, exchange))
            else:
                self._warc.write_request_response_pair(
                    _request(self._warc, exchange), _response(self._warc, exchange)
                )
        except OSError as error:
            raise _cannot_write(self._directory, error) from error
        self._places.setdefault((canonical(exchange.url), digest), (DATA, offset))

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
            started_at: In UTC, as `finished_at`.
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
            id=snapshot_id(resources, reach.skipped),
            organisation=organisation,
            resources=resources,
            reach=reach,
            started_at=started_at,
            finished_at=finished_at,
            bodies=WarcBodies(self._directory, _places(parts)),
        )
        self._write(snapshot, parts, options, tool_version)
        return snapshot

    def _write(
        self,
        snapshot: Snapshot,
        parts: tuple[contents.ResourcePart, ...],
        options: Mapping[str, contents.Option],
        tool_version: str,
    ) -> None:
        try:
            size = (self._directory / DATA).stat().st_size
            written = contents.manifest(snapshot, parts, {DATA: size}, dict(options), tool_version)
            contents.write(written, self._directory)
        except OSError as error:
            raise _cannot_write(self._directory, error) from error


def read_snapshot(directory: Path) -> Snapshot:
    """Return the visit that lies in `directory`. Bodies are read and verified when asked for.

    Raises:
        SnapshotError: It is not there, not whole, or not what was written.
    """
    found = contents.read(directory)
    _check_files(directory, found)
    resources = tuple(contents.resource(part) for part in found.resources)
    reach = contents.reach(found)
    if snapshot_id(resources, reach.skipped) != found.id:
        raise SnapshotError(
            f"{directory / contents.NAME}: id: does not fit what the manifest lists", hint=DAMAGED
        )
    whose = found.organisation
    return Snapshot(
        id=found.id,
        organisation=Organisation(whose.url, whose.name, whose.kind, whose.province),
        resources=resources,
        reach=reach,
        started_at=found.started_at,
        finished_at=found.finished_at,
        bodies=WarcBodies(directory, _places(found.resources)),
    )


def snapshot_id(resources: Iterable[Resource], skips: Iterable[Skip]) -> str:
    """Return `sha256:` and the digest over what was seen and what was not, order left out."""
    seen = sorted(f"{part.url}\t{part.final_url}\t{part.sha256}" for part in resources)
    skipped = sorted(f"{part.url}\t{part.reason}" for part in skips)
    text = "\n".join([*seen, "", *skipped])
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _places(parts: Iterable[contents.ResourcePart]) -> dict[tuple[str, str], Place]:
    return {(part.final_url, part.sha256): (part.warc.file, part.warc.offset) for part in parts}


def _check_files(directory: Path, found: contents.Manifest) -> None:
    """See that the files are there, are files of this directory, and are as long as they were."""
    for file in found.files:
        path = directory / file.name
        if path.is_symlink() or not path.is_file():
            raise SnapshotError(f"{path}: is missing", hint=DAMAGED)
        size = path.stat().st_size
        if size != file.size:
            raise SnapshotError(f"{path}: has {size} bytes, not {file.size}", hint=DAMAGED)
    named = {file.name for file in found.files}
    for part in found.resources:
        if part.warc.file not in named:
            raise SnapshotError(f"{directory / part.warc.file}: is not listed", hint=DAMAGED)


def _cannot_write(directory: Path, error: OSError) -> SnapshotError:
    return SnapshotError(
        f"{directory}: cannot be written: {error.strerror or error}",
        hint="Choose a directory with room that you may write to.",
    )


def _response(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in _CHANGED else name, value)
        for name, value in exchange.headers
    ]
    headers.append(("Content-Length", str(len(exchange.body))))
    line = f"{exchange.status} {exchange.reason}".strip()
    named = {"WARC-Date": _instant(exchange.fetched_at)}
    if exchange.ip:
        named["WARC-IP-Address"] = exchange.ip
    return warc.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        warc_headers_dict=named,
        http_headers=StatusAndHeaders(line, headers, protocol="HTTP/1.1"),
    )


def _rendered(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    """Return what a browser made of a page: no answer of the server, so under a name of its own."""
    return warc.create_warc_record(
        f"{_RENDERED}{exchange.url}",
        "resource",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        warc_content_type="text/html; charset=utf-8",
        warc_headers_dict={"WARC-Date": _instant(exchange.fetched_at)},
    )


def _request(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    first = f"{exchange.method} {target} HTTP/1.1"
    headers = list(exchange.request_headers)
    return warc.create_warc_record(
        exchange.url,
        "request",
        http_headers=StatusAndHeaders(first, headers, is_http_request=True),
    )


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
