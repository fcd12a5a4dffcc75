"""What was recognised in scans, beside the visit: a later audit needs no engine, and no time.

`recognised.warc.gz` holds a conversion record for each page. It is no part of the snapshot: it may
be deleted, and one that cannot be read counts as deleted. Pages are found by the digest of their
file, so that it does not matter where the file lay.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

from oit_audit.model import RecognisedPage, Snapshot, Word
from oit_audit.store.bodies import BROKEN, WarcBodies, at_most
from oit_audit.store.packing import Packed
from oit_audit.store.records import instant
from oit_audit.store.unfinished import whole

logger = logging.getLogger(__name__)

NAME = "recognised.warc.gz"
SCHEMA = "oit-audit/recognised/v1"
MAX_RECORD = 8_000_000
"""Bytes of one record, unpacked."""

MAX_PAGES = 20_000
"""Of one file of ours."""

_Key = tuple[str, int]


@dataclass(slots=True)
class RecognisedPages:
    """The pages that were recognised in the scans of one visit."""

    directory: Path | None
    """Where they are kept; None when nowhere."""

    whole: int | None = None
    """Bytes of its file up to the first damage; None when there is no file."""

    _pages: dict[_Key, dict[str, RecognisedPage]] = field(default_factory=dict)
    """By digest and number, then by engine, the latest last."""

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, sha256: str, number: int, engine: str | None) -> RecognisedPage | None:
        """Return a page as `engine` read it; without an engine, as it was read last.

        None when it was not.
        """
        known = self._pages.get((sha256, number), {})
        if engine is None:
            return next(reversed(known.values()), None)
        return known.get(engine)

    def keep(self, url: str, sha256: str, engine: str, page: RecognisedPage) -> None:
        """Keep a page of the file from `url`; where the disk does not take it, for this run."""
        self.take(sha256, engine, page)
        if self.directory is None:
            return
        try:
            with (self.directory / NAME).open("ab") as file:
                if self.whole is not None:
                    file.truncate(self.whole)
                    self.whole = None
                warc = WARCWriter(Packed(file), gzip=False, warc_version="WARC/1.1")
                warc.write_record(_record(warc, url, sha256, engine, page))
        except OSError as error:
            logger.warning("what was recognised is not kept: %s: %s", self.directory, error)
            self.directory = None

    def take(self, sha256: str, engine: str, page: RecognisedPage) -> None:
        """Remember a page, in place of what the same engine read before."""
        known = self._pages.setdefault((sha256, page.number), {})
        known.pop(engine, None)
        known[engine] = page


def recognised_pages(snapshot: Snapshot) -> RecognisedPages:
    """Return what was recognised in the scans of a visit; nothing for one that lies nowhere.

    What follows a damaged record is left out, and goes when something is added.
    """
    if not isinstance(snapshot.bodies, WarcBodies):
        return RecognisedPages(None)
    directory = snapshot.bodies.directory
    found = RecognisedPages(directory)
    path = directory / NAME
    if path.is_symlink() or not path.is_file():
        return found
    try:
        found.whole = whole(path)
        if found.whole < path.stat().st_size:
            logger.warning("what was recognised before is damaged, and left out: %s", path)
        if found.whole:
            _take_all(found, path)
    except BROKEN as error:
        logger.warning("what was recognised before is left out: %s: %s", path, error)
        found.whole = 0
    return found


def _take_all(found: RecognisedPages, path: Path) -> None:
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        for at, record in enumerate(records):
            if record.rec_type == "conversion":
                try:
                    found.take(*_read(record))
                except (KeyError, TypeError, ValueError, RecursionError) as error:
                    logger.warning("a recognised page is left out: %s: %s", path, error)
            records.read_to_end()
            if records.offset >= found.whole or at >= MAX_PAGES:
                break


def _record(
    warc: WARCWriter, url: str, sha256: str, engine: str, page: RecognisedPage
) -> ArcWarcRecord:
    said = {
        "schema": SCHEMA,
        "sha256": sha256,
        "engine": engine,
        "page": page.number,
        "of": page.of,
        "dpi": page.dpi,
        "turned": page.turned,
        "note": page.note,
        "words": [
            [w.text, w.confidence, w.left, w.top, w.right, w.bottom, w.line] for w in page.words
        ],
    }
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return warc.create_warc_record(
        f"x-recognised:{sha256}/{page.number}",
        "conversion",
        payload=BytesIO(body),
        length=len(body),
        warc_content_type="application/json",
        warc_headers_dict={
            "WARC-Date": instant(datetime.now(UTC)),
            "WARC-Refers-To-Target-URI": url,
        },
    )


def _read(record: ArcWarcRecord) -> tuple[str, str, RecognisedPage]:
    """Return digest, engine and page.

    Raises:
        KeyError, TypeError, ValueError: it is none of our records.
    """
    body = at_most(record.content_stream(), MAX_RECORD)
    said: dict[str, Any] = json.loads(body)
    if said["schema"] != SCHEMA:
        raise ValueError(f"unknown schema {str(said['schema'])[:80]!r}")
    words = tuple(Word(str(text), *map(int, numbers)) for text, *numbers in said["words"])
    page = RecognisedPage(
        int(said["page"]), words, int(said["dpi"]), int(said["turned"]), int(said["of"]),
        str(said["note"]),
    )  # fmt: skip
    return str(said["sha256"]), str(said["engine"]), page
