"""A visit from the command line: Ctrl-C ends it, and what was seen is audited."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from oit_audit.extract import Reader, reader
from oit_audit.model import Audit, Organisation, Snapshot
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.progress import Watcher
from oit_audit.settings import CrawlSettings


def visited(
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    today: date,
    watcher: Watcher,
    *,
    save: Path | None = None,
) -> Audit:
    """Visit and audit; the snapshot stays in `save`, or goes when the audit is done."""
    with ExitStack() as stack:
        if save is None:
            folder = tempfile.TemporaryDirectory(prefix="oit-audit-", ignore_cleanup_errors=True)
            save = Path(stack.enter_context(folder)) / "snapshot"
        pages = reader()
        snapshot = asyncio.run(_visit(organisation, settings, rules, save, watcher, pages))
        return assess(snapshot, rules, today, watcher=watcher, pages=pages)


async def _visit(
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    directory: Path,
    watcher: Watcher,
    pages: Reader,
) -> Snapshot:
    with _ctrl_c_sets(stop := asyncio.Event()):
        return await visit(
            organisation,
            settings,
            rules.lexicon,
            directory,
            watcher=watcher,
            stop=stop,
            pages=pages,
        )


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
