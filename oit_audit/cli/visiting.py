"""A visit from the command line: Ctrl-C ends it, and what was seen is audited."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from oit_audit.crawl import Given
from oit_audit.extract import reader
from oit_audit.model import Audit, Organisation, Snapshot
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.progress import Watcher
from oit_audit.settings import CrawlSettings, OcrSettings

_OCR = OcrSettings()
_NONE = Given()


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a visit is kept, and what it builds upon."""

    save: Path | None = None
    """Gets the snapshot; None when nobody wants it."""

    resume: bool = False
    """Go on with the visit that was cut off there."""

    previous: Path | None = None
    """Snapshot of an earlier visit."""


def visited(
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    today: date,
    watcher: Watcher,
    keeping: Keeping = Keeping(),
    ocr: OcrSettings | None = _OCR,
    *,
    named: Given = _NONE,
    judging: Callable[..., Audit] = assess,
) -> Audit:
    """Visit and audit; a snapshot that nobody wants goes when the audit is done.

    `named` are addresses to ask for first; `judging` takes what `assess` takes.
    """
    with ExitStack() as stack:
        directory = keeping.save
        if directory is None:
            folder = tempfile.TemporaryDirectory(prefix="oit-audit-", ignore_cleanup_errors=True)
            directory = Path(stack.enter_context(folder)) / "snapshot"
        pages = stack.enter_context(reader())
        going = partial(
            visit,
            watcher=watcher,
            resume=keeping.resume,
            previous=keeping.previous,
            pages=pages,
            named=named,
        )
        snapshot = asyncio.run(_visit(going, organisation, settings, rules, directory))
        return judging(snapshot, rules, today, watcher=watcher, pages=pages, ocr=ocr)


async def _visit(
    going: Callable[..., Awaitable[Snapshot]],
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    directory: Path,
) -> Snapshot:
    with _ctrl_c_sets(stop := asyncio.Event()):
        return await going(organisation, settings, rules.lexicon, directory, stop=stop)


@contextmanager
def _ctrl_c_sets(stop: asyncio.Event) -> Iterator[None]:
    """Let the first Ctrl-C inside the block set `stop`; the second one ends the command."""
    loop = asyncio.get_running_loop()

    def heard(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.call_soon_threadsafe(stop.set)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
