"""`--quiet`, `--verbose` and `--log-file`: before a command and after it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from oit_audit.cli.console import speak

_PANEL = "ทั่วไป · General"

Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="แสดงเฉพาะข้อผิดพลาดและรายงาน · say nothing but errors and reports.",
        rich_help_panel=_PANEL,
    ),
]
Verbose = Annotated[
    int,
    typer.Option(
        "--verbose",
        "-v",
        count=True,
        show_default=False,
        help="แสดงสิ่งที่กำลังทำ สั่ง -vv ให้ละเอียดขึ้น · say what is done; -vv says more.",
        rich_help_panel=_PANEL,
    ),
]
LogFile = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help="บันทึกการทำงานต่อท้ายไฟล์นี้ (UTF-8 เวลา UTC) · append what is done to this file.",
        rich_help_panel=_PANEL,
    ),
]
_OPTIONS: dict[str, tuple[Any, Any]] = {
    "quiet": (Quiet, False),
    "verbose": (Verbose, 0),
    "log_file": (LogFile, None),
}
"""What it takes and its default, by name."""


def talkative(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return `command` with the options that say how much is said."""
    hints = get_type_hints(command, include_extras=True)
    own = [
        each.replace(annotation=hints.get(name, each.annotation))
        for name, each in inspect.signature(command).parameters.items()
    ]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _OPTIONS.items()
    ]

    @wraps(command)
    def talking(*, quiet: bool, verbose: int, log_file: Path | None, **given: Any) -> Any:
        speak(quiet=quiet, verbose=verbose, file=log_file)
        return command(**given)

    # What typer reads of a command.
    talking.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    talking.__annotations__ = {each.name: each.annotation for each in (*own, *added)}
    return talking


def let_all_talk(app: typer.Typer) -> None:
    """Give every command of `app`, and of the groups in it, these options."""
    for command in app.registered_commands:
        if command.callback is not None:
            command.callback = talkative(command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            let_all_talk(group.typer_instance)
