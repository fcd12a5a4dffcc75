"""Logs: on standard error as loud as the caller wants them, and in a file."""

from __future__ import annotations

import logging
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from oit_audit.errors import UsageError
from oit_audit.report import tame
from oit_audit.thai import without_citizen_numbers
from oit_audit.words import worded

SAID = "oit_audit.said"
"""Logs what was said on standard error already, for the file alone."""

_NOISY = ("httpx", "httpcore", "asyncio")
_EVERYTHING = 3
"""`-v` that many times: whatever any library logs."""


@dataclass(frozen=True, slots=True)
class Volume:
    """How much is said, and where."""

    quiet: bool = False
    """Nothing but errors and reports."""

    verbose: int = 0
    """1 for what is done, 2 for more of it, 3 for everything."""

    file: Path | None = None
    """Gets what is done, whatever standard error shows."""


class Discreet(logging.Formatter):
    """One event a line, without what nobody should read.

    Numbers of citizens are masked: addresses and traces may hold what a website should not show.
    A stranger's text begins no line, moves no cursor and commands no workflow.
    """

    converter = staticmethod(time.gmtime)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - as logging has it
        """Return the line."""
        record.message = one_line(record.message)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the trace below it, further in."""
        first, *trace = super().format(record).splitlines()
        lines = (first, *(f"  {_printable(line)}" for line in trace))
        return without_citizen_numbers(tame("\n".join(lines)))


class _StandardError(logging.Handler):
    """Writes to standard error as it is at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one event."""
        if record.name != SAID:
            sys.stderr.write(f"{self.format(record)}\n")


def one_line(text: str) -> str:
    """Return `text` without line ends and without what a terminal or a workflow would obey."""
    return tame(" ".join(_printable(text).split()))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def log(volume: Volume) -> None:
    """Log as much as the caller wants, and no more where it was wanted before.

    Without a wish it is warnings and worse; `OIT_AUDIT_LOG` asks for more, such as `INFO`.

    Raises:
        UsageError: the file cannot be written.
    """
    levels = logging.getLevelNamesMapping()
    usual = levels.get(os.environ.get("OIT_AUDIT_LOG", "").upper(), logging.WARNING)
    asked = {0: usual, 1: logging.INFO}.get(volume.verbose, logging.DEBUG)
    shown = _StandardError(logging.ERROR if volume.quiet else min(asked, usual))
    shown.setFormatter(Discreet("%(levelname)s %(name)s: %(message)s"))
    handlers: list[logging.Handler] = [shown]
    if volume.file is not None:
        handlers.append(_file(volume.file, min(asked, logging.INFO)))
    end()
    logging.raiseExceptions = False  # a log that the disk does not take stops nothing
    root = logging.getLogger()
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(min(handler.level for handler in handlers))
    noise = logging.DEBUG if volume.verbose >= _EVERYTHING else logging.WARNING
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(noise)


def _file(path: Path, level: int) -> logging.Handler:
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="replace")
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            worded("--log-file: cannot write {path}: {why}", path=path, why=why),
            hint=worded("choose another place"),
        ) from error
    handler.setLevel(level)
    handler.setFormatter(
        Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    )
    return handler


def end() -> None:
    """Close the file, where there is one, and log no more."""
    root = logging.getLogger()
    for handler in tuple(root.handlers):
        if isinstance(handler.formatter, Discreet):
            root.removeHandler(handler)
            with suppress(OSError):
                handler.close()
