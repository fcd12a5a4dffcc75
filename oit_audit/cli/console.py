"""Standard error, logging and exit codes: the only place that sets them up."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import typer
from rich.console import Console

from oit_audit import __version__
from oit_audit.cli import logs
from oit_audit.cli.logs import Volume
from oit_audit.cli.workflow import tame_streams
from oit_audit.errors import Bilingual, OitAuditError, UsageError
from oit_audit.model import Text
from oit_audit.words import worded

INTERRUPTED = 130
"""What a shell expects of a command that Ctrl-C has ended."""

CLOSED = 141
"""The exit code when whoever read standard output went away, as a shell has it."""

_ITS_MARK = ": Value error, "
"""What Typer leaves in a message before its own words."""

_HELP = worded("oit-audit --help lists the commands, and COMMAND --help its options")

_logger = logging.getLogger(logs.SAID)


class _Said:
    """What the options say of how much is said; they stand before the command and after it."""

    volume = Volume()


def stderr() -> Console:
    """Return the console for what is neither a report nor an error; quiet where that is wanted."""
    return _console(quiet=_Said.volume.quiet)


def stdout() -> Console:
    """Return the console for tables on standard output."""
    return Console(highlight=False, emoji=False)


def is_verbose() -> bool:
    """Return whether the caller wants to hear what is done, line by line."""
    return _Said.volume.verbose > 0


def say(line: str | Bilingual, hint: str | Bilingual = "", level: int = logging.WARNING) -> None:
    """Say one line of the tool on standard error, and below it what to do next.

    What is no more than good to know, of `level` INFO, is not said where the caller wants quiet.
    """
    console = _console(quiet=_Said.volume.quiet and level < logging.WARNING)
    told, advice = logs.one_line(_in_both(line)), logs.one_line(_in_both(hint))
    with suppress(OSError):  # of a full disk, who could be told?
        console.print(f"oit-audit: {told}", markup=False)
        if advice:
            console.print(f"  {advice}", markup=False)
    _logger.log(level, "%s (%s)" if advice else "%s", *filter(None, (told, advice)))


def _console(*, quiet: bool) -> Console:
    return Console(stderr=True, highlight=False, emoji=False, soft_wrap=True, quiet=quiet)


def set_up() -> None:
    """Speak UTF-8 wherever we are, and send warnings and worse to standard error."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows pipe would take the local code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    tame_streams()
    _Said.volume = Volume()
    logs.log(_Said.volume)


def _open_closed() -> None:
    """Let what is closed lead nowhere: a task of Windows without a console has no stream at all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)


def speak(*, quiet: bool = False, verbose: int = 0, file: Path | None = None) -> None:
    """Say as much as the caller wants, together with what was wanted before.

    Raises:
        UsageError: the wishes do not go together, or the file cannot be written.
    """
    before = _Said.volume
    wanted = Volume(before.quiet or quiet, before.verbose + verbose, file or before.file)
    if wanted.quiet and wanted.verbose:
        raise UsageError(
            worded("--quiet and --verbose do not go together"),
            hint=worded("say one of them"),
        )
    if wanted == before:
        return
    logs.log(wanted)
    _Said.volume = wanted
    if file is not None:
        _logger.info("oit-audit %s", __version__)


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; what ends it early becomes one line and a hint.

    Args:
        app: The commands.
        arguments: What was typed after the name of the program; None for what this process got.
    """
    code = _ended(app, arguments)
    _logger.info("ended with exit code %d", code)
    logs.end()
    return code


def _in_both(said: str | Bilingual) -> str:
    if isinstance(said, str):
        return said
    return said.en if said.th == said.en else f"{said.th} · {said.en}"


def _ended(app: typer.Typer, arguments: Sequence[str] | None) -> int:
    try:
        code = app(arguments, standalone_mode=False, prog_name="oit-audit")
        sys.stdout.flush()
    except OitAuditError as error:
        say(Text(error.th, error.en), Text(error.hint_th, error.hint), logging.ERROR)
        return error.exit_code
    except typer.TyperException as error:
        if message := error.format_message():  # none when the help was shown instead
            said = message.replace(_ITS_MARK, ": ", 1)
            wrong = worded("a command or option is not right")
            say(Text(wrong.th, said), _HELP, logging.ERROR)
        return error.exit_code
    except (BrokenPipeError, SystemExit) as left:
        if isinstance(left, SystemExit) and not left.code:
            return 0  # a shell was told how to complete a line
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    except OSError as error:
        why = error.strerror or error
        told = worded("cannot write: {why}", why=why)
        hint = worded("is the disk full?")
        say(told, hint, logging.ERROR)
        return OitAuditError.exit_code
    if code == INTERRUPTED:
        say("ถูกยกเลิก · interrupted")
    return int(code or 0)
