"""Where reports go: files, standard output, the terminal."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from oit_audit.cli.console import say, stdout
from oit_audit.cli.workflow import in_checkout
from oit_audit.errors import UsageError
from oit_audit.model import Audit, Language, Text
from oit_audit.report import FORMATS, Format, Reader, format_among, terminal
from oit_audit.words import worded

STDOUT = "-"

Subject = TypeVar("Subject")
"""What is reported: an audit, or the changes between two."""


@dataclass(frozen=True, slots=True)
class Output(Generic[Subject]):
    """One report that the caller asked for."""

    format: Format[Subject]
    path: Path | None
    """None for standard output."""


def requested(
    values: Iterable[str], sources: Iterable[Path | None] = ()
) -> tuple[Output[Audit], ...]:
    """Return the reports of an audit that the caller asks for, as `requested_of` does."""
    return requested_of(FORMATS, values, sources)


def requested_of(
    formats: Sequence[Format[Subject]],
    values: Iterable[str],
    sources: Iterable[Path | None] = (),
) -> tuple[Output[Subject], ...]:
    """Return what `--output FORMAT=PATH` asks for among `formats`, before any work is done.

    Raises:
        UsageError: a value without `=` or path, an unknown format, a file that cannot be written,
            two reports for one place, or one in the place of `sources`, which are read.
    """
    outputs = tuple(_output(formats, value) for value in values)
    see_apart((output.path for output in outputs), sources)
    return outputs


def see_apart(paths: Iterable[Path | None], sources: Iterable[Path | None] = ()) -> None:
    """See that nothing that is written takes the place of another one, or of what is read.

    Args:
        paths: What is written; None is standard output.
        sources: What is read; None is nothing.

    Raises:
        UsageError: something does.
    """
    written = tuple(paths)
    if written.count(None) > 1:
        raise UsageError(
            worded("only one report can go to standard output"),
            hint=worded("give the others a file name"),
        )
    files = [path for path in written if path is not None]
    for number, path in enumerate(files):
        if _is_file(path) and any(_is_same(path, other) for other in files[:number]):
            raise UsageError(
                worded("two outputs go to {path}", path=path),
                hint=worded("give each of them a file of its own"),
            )
        if any(_is_same(path, source) for source in sources if source is not None):
            raise UsageError(
                worded("cannot write {path}: it is what is read", path=path),
                hint=worded("give the output another name"),
            )


def _is_same(one: Path, other: Path) -> bool:
    """Do both lead to one file, whether it is there already or not?"""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


def _is_file(path: Path) -> bool:
    """Is this a file, or will it be one? A device such as /dev/null takes several reports."""
    return path.is_file() or not path.exists()


def _output(formats: Sequence[Format[Subject]], value: str) -> Output[Subject]:
    name, equals, path = value.partition("=")
    if not equals or not path:
        known = ", ".join(each.name for each in formats)
        said = repr(value[:80])
        hint = worded("for example --output html=report.html; known formats: {known}", known=known)
        raise UsageError(
            worded("--output {said} is not FORMAT=PATH", said=said),
            hint=hint,
        )
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
        raise UsageError(
            worded("cannot write {path}: it is a directory", path=path),
            hint=worded("name a file in it"),
        )
    if path.is_file() and not os.access(path, os.W_OK):
        raise UsageError(
            worded("cannot write {path}: it is there already, and read-only", path=path),
            hint=worded("choose another name, or let it be written"),
        )
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        folder = path.parent
        raise UsageError(
            worded(
                "cannot write {path}: {folder} is no directory that takes files",
                path=path,
                folder=folder,
            ),
            hint=worded("make it first, or choose another"),
        )
    return path


def _cannot_write(path: Path, error: OSError) -> UsageError:
    why = error.strerror
    return UsageError(
        worded("cannot write {path}: {why}", path=path, why=why),
        hint=worded("choose another place"),
    )


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

    Without any output that is shown even when standard output is no terminal. A file that
    cannot be written keeps no other report from being written.

    Raises:
        UsageError: a file cannot be written.
    """
    wanted = tuple(outputs)
    failed: list[UsageError] = []
    for output in wanted:
        try:
            write(output, subject, reader)
        except UsageError as error:
            failed.append(error)
    taken = any(output.path is None for output in wanted)
    if not taken and (sys.stdout.isatty() or not wanted):
        show()
    for other in failed[1:]:
        say(Text(other.th, other.en), Text(other.hint_th, other.hint), logging.ERROR)
    if failed:
        raise failed[0]


def write(output: Output[Subject], subject: Subject, reader: Reader) -> None:
    """Write one report.

    Raises:
        UsageError: the file cannot be written.
    """
    data = output.format.render(subject, reader)
    if output.path is None:
        print_bytes(data)
    else:
        save(output.path, data)


def print_bytes(data: bytes) -> None:
    """Write a report on standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def save(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all: what was there before stays until all of it is written.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of `path`, with the rights that it had.

    Raises:
        OSError: that cannot be done; nothing has changed.
    """
    rights = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask()
    handle, name = tempfile.mkstemp(prefix=".oit-audit-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(rights)
        Path(name).replace(path)
    except BaseException:  # Ctrl-C as well
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    """Return the rights that files of this process do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
