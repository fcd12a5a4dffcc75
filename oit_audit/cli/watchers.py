"""Where a scan is, on standard error: one live line on a terminal, else a plain line at times."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.status import Status

from oit_audit.cli.console import is_verbose, stderr
from oit_audit.progress import CrawlState, Watcher

_EVERY = 50
"""Addresses between two plain lines."""


class LineWatcher:
    """Says a plain line every so many addresses."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said = 0

    def crawled(self, state: CrawlState) -> None:
        """Say where the crawl is, now and then."""
        done = state.pages + state.documents
        if done >= self._said + _EVERY:
            self._said = done
            self._console.print(_line(state), markup=False)

    def stage(self, name: str, done: int, total: int) -> None:
        """Say when a station is through."""
        if done == total:
            self._console.print(f"{name}: {done}", markup=False)


class LiveWatcher:
    """Keeps one line up to date."""

    def __init__(self, status: Status) -> None:
        self._status = status

    def crawled(self, state: CrawlState) -> None:
        """Show where the crawl is."""
        self._status.update(escape(_line(state)))

    def stage(self, name: str, done: int, total: int) -> None:
        """Show how far a station is."""
        self._status.update(escape(f"{name}: {done}/{total}"))


def _line(state: CrawlState) -> str:
    return (
        f"หน้า · pages {state.pages}  เอกสาร · documents {state.documents}  "
        f"รอ · queue {state.queued}  ข้าม · skipped {state.skipped}  {state.host}"
    )


@contextmanager
def watching() -> Iterator[Watcher]:
    """Watch on standard error for as long as the block runs."""
    console = stderr()
    if console.is_terminal and not _keeps_lines():
        with console.status("…") as status:
            yield LiveWatcher(status)
    else:
        yield LineWatcher(console)


def _keeps_lines() -> bool:
    """Would a live line be in the way: of other lines, or where only colours were asked for?"""
    only_colours = bool(os.environ.get("FORCE_COLOR")) and not sys.stderr.isatty()
    return is_verbose() or only_colours
