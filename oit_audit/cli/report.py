"""`oit-audit report`: the same audit in other formats, later, without network."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from oit_audit.errors import InputError, UsageError
from oit_audit.model import Audit, Language
from oit_audit.report import FORMATS, Format, format_named, read_audit, terminal

STDOUT = "-"
KNOWN = ", ".join(known.name for known in FORMATS)


class Lang(StrEnum):
    """What `--lang` may be."""

    TH = "th"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Output:
    """One report that the caller asked for."""

    format: Format
    path: Path | None
    """None for standard output."""


def requested(values: Iterable[str]) -> tuple[Output, ...]:
    """Return what `--output FORMAT=PATH` asks for, before any work is done.

    Raises:
        UsageError: a value without `=` or path, an unknown format, or two for standard output.
    """
    outputs = tuple(map(_output, values))
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError(
            "only one report can go to standard output", hint="give the others a file name"
        )
    return outputs


def _output(value: str) -> Output:
    name, equals, path = value.partition("=")
    if not equals or not path:
        hint = f"for example --output html=report.html; known formats: {KNOWN}"
        raise UsageError(f"--output {value[:80]!r} is not FORMAT=PATH", hint=hint)
    return Output(format_named(name.strip()), None if path == STDOUT else Path(path))


def deliver(audit: Audit, outputs: Iterable[Output], language: Language) -> None:
    """Write every report that was asked for; show the table where standard output is free.

    Without any output the table is shown even when standard output is no terminal.

    Raises:
        UsageError: a file cannot be written.
    """
    wanted = tuple(outputs)
    for output in wanted:
        write(output, audit, language)
    taken = any(output.path is None for output in wanted)
    if not taken and (sys.stdout.isatty() or not wanted):
        terminal(audit, Console(file=sys.stdout, highlight=False), language)


def write(output: Output, audit: Audit, language: Language) -> None:
    """Write one report.

    Raises:
        UsageError: the file cannot be written.
    """
    data = output.format.render(audit, language)
    if output.path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot write {output.path}: {error.strerror}") from error


def _read(path: Path) -> Audit:
    if str(path) == STDOUT:
        return read_audit(sys.stdin.buffer.read(), "standard input")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    return read_audit(data, str(path))


def report(
    audit: Annotated[
        Path,
        typer.Argument(metavar="AUDIT.json", help="ไฟล์ผลการตรวจ · an audit as JSON; - is stdin"),
    ],
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT=PATH",
            help=f"เขียนรายงาน (สั่งซ้ำได้) · write a report; repeatable; - is stdout: {KNOWN}",
        ),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="ภาษา · language")] = Lang.TH,
) -> None:
    """แสดงผลการตรวจเดิมในรูปแบบอื่น · Show the same audit in other formats, without network."""
    outputs = requested(output or ())
    deliver(_read(audit), outputs, lang.value)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("report")(report)
