"""Where reports go: files, standard output, the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from oit_audit.cli.console import stdout
from oit_audit.cli.workflow import in_checkout
from oit_audit.errors import UsageError
from oit_audit.model import Audit, Language
from oit_audit.report import FORMATS, Format, Reader, format_among, terminal

STDOUT = "-"

Subject = TypeVar("Subject")
"""What is reported: an audit, or the changes between two."""


@dataclass(frozen=True, slots=True)
class Output(Generic[Subject]):
    """One report that the caller asked for."""

    format: Format[Subject]
    path: Path | None
    """None for standard output."""


def requested(values: Iterable[str]) -> tuple[Output[Audit], ...]:
    """Return the reports of an audit that the caller asks for, as `requested_of` does."""
    return requested_of(FORMATS, values)


def requested_of(
    formats: Sequence[Format[Subject]], values: Iterable[str]
) -> tuple[Output[Subject], ...]:
    """Return what `--output FORMAT=PATH` asks for among `formats`, before any work is done.

    Raises:
        UsageError: a value without `=` or path, an unknown format, a file that cannot be written,
            or two reports for standard output.
    """
    outputs = tuple(_output(formats, value) for value in values)
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError(
            "only one report can go to standard output", hint="give the others a file name"
        )
    return outputs


def _output(formats: Sequence[Format[Subject]], value: str) -> Output[Subject]:
    name, equals, path = value.partition("=")
    if not equals or not path:
        known = ", ".join(each.name for each in formats)
        hint = f"for example --output html=report.html; known formats: {known}"
        raise UsageError(f"--output {value[:80]!r} is not FORMAT=PATH", hint=hint)
    chosen = format_among(formats, name.strip())
    return Output(chosen, None if path == STDOUT else writable(Path(path)))


def writable(path: Path) -> Path:
    """Return `path`, which names a file that can be written.

    Raises:
        UsageError: it does not, as far as can be told before it is tried.
    """
    try:
        is_directory = path.is_dir()
    except OSError as error:
        raise _cannot_write(path, error) from error
    if is_directory:
        raise UsageError(f"cannot write {path}: it is a directory", hint="name a file in it")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise UsageError(
            f"cannot write {path}: {path.parent} is no directory that takes files",
            hint="make it first, or choose another",
        )
    return path


def _cannot_write(path: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot write {path}: {error.strerror}", hint="choose another place")


def deliver(
    audit: Audit,
    outputs: Iterable[Output[Audit]],
    language: Language,
    source: str | None = None,
) -> None:
    """Write every report of an audit that was asked for, or show its table, as `hand_out` does.

    `source` is the caller's own file that said what to audit, as `Reader` has it.
    """
    reader = Reader(language, in_checkout(source))
    hand_out(audit, outputs, reader, lambda: terminal(audit, stdout(), language))


def hand_out(
    subject: Subject,
    outputs: Iterable[Output[Subject]],
    reader: Reader,
    show: Callable[[], None],
) -> None:
    """Write every report that was asked for; `show` the rest where standard output is free.

    Without any output that is shown even when standard output is no terminal.

    Raises:
        UsageError: a file cannot be written.
    """
    wanted = tuple(outputs)
    for output in wanted:
        write(output, subject, reader)
    taken = any(output.path is None for output in wanted)
    if not taken and (sys.stdout.isatty() or not wanted):
        show()


def write(output: Output[Subject], subject: Subject, reader: Reader) -> None:
    """Write one report.

    Raises:
        UsageError: the file cannot be written.
    """
    data = output.format.render(subject, reader)
    if output.path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    save(output.path, data)


def save(path: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _cannot_write(path, error) from error
