"""Standard error, logging and exit codes: the only place that sets them up."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Sequence

import typer
from rich.console import Console

from oit_audit.cli.workflow import tame_streams
from oit_audit.errors import OitAuditError
from oit_audit.thai import without_citizen_numbers

INTERRUPTED = 130
"""What a shell expects of a command that Ctrl-C has ended."""

CLOSED = 141
"""The exit code when whoever read standard output went away, as a shell has it."""


def stderr() -> Console:
    """Return the console for everything that is not a report."""
    return Console(stderr=True, highlight=False, emoji=False, soft_wrap=True)


def stdout() -> Console:
    """Return the console for tables on standard output."""
    return Console(highlight=False, emoji=False)


def say(line: str, hint: str = "") -> None:
    """Say one line of the tool on standard error, and below it what to do next."""
    console = stderr()
    console.print(f"oit-audit: {_one_line(line)}", markup=False)
    if hint:
        console.print(f"  {_one_line(hint)}", markup=False)


class _Discreet(logging.Formatter):
    """Masks numbers of citizens: addresses and traces may hold what a website should not show."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the trace below it."""
        return without_citizen_numbers(super().format(record))


def set_up() -> None:
    """Speak UTF-8 wherever we are, and send warnings and worse to standard error.

    `OIT_AUDIT_LOG` asks for more, for example `INFO`.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows pipe would take the local code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    tame_streams()
    levels = logging.getLevelNamesMapping()
    level = levels.get(os.environ.get("OIT_AUDIT_LOG", "").upper(), logging.WARNING)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
    for noisy in ("httpx", "httpcore", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; what ends it early becomes one line and a hint.

    Args:
        app: The commands.
        arguments: What was typed after the name of the program; None for what this process got.
    """
    try:
        code = app(arguments, standalone_mode=False, prog_name="oit-audit")
        sys.stdout.flush()
    except OitAuditError as error:
        say(str(error), error.hint)
        return error.exit_code
    except typer.TyperException as error:
        if message := error.format_message():  # none when the help was shown instead
            say(message, "oit-audit --help lists the commands, and COMMAND --help its options")
        return error.exit_code
    except (BrokenPipeError, SystemExit):  # typer leaves by the latter when a pipe breaks
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    except OSError as error:
        say(f"cannot write: {error.strerror or error}", "is the disk full?")
        return OitAuditError.exit_code
    if code == INTERRUPTED:
        say("ถูกยกเลิก · interrupted")
    return int(code or 0)


def _one_line(text: str) -> str:
    """Return `text` without line ends and without what a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
