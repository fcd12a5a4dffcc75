"""The command line: thin, one command a file. In: arguments. Out: reports, exit codes.

A command is a module with `register(app)`; it is listed in `COMMANDS` and nowhere else.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from oit_audit import __version__
from oit_audit.cli import (
    checklist,
    config,
    demo,
    diff,
    doctor,
    explain,
    plan,
    report,
    scan,
    score,
    snapshot,
    verify,
    which,
)
from oit_audit.cli.console import run, set_up
from oit_audit.cli.talking import let_all_talk, talkative

COMMANDS: tuple[Callable[[typer.Typer], None], ...] = (
    scan.register,
    verify.register,
    demo.register,
    report.register,
    explain.register,
    plan.register,
    diff.register,
    which.register,
    score.register,
    checklist.register,
    config.register,
    snapshot.register,
    doctor.register,
)

app = typer.Typer(
    name="oit-audit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for register in COMMANDS:
    register(app)
let_all_talk(app)


def _say_version(asked: bool) -> None:  # noqa: FBT001 - typer hands over the flag
    if asked:
        typer.echo(f"oit-audit {__version__}")
        raise typer.Exit


@app.callback()
@talkative
def about(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="รุ่น · the version."),
    ] = False,
) -> None:
    """ตรวจเว็บไซต์ของ อปท. ตามรายการ OIT · Check a Thai local government's website against OIT."""
    del version


YOUNG_OBJECTS = 50_000
"""Objects between two searches for circles: what we read of a site makes many, and no circle.

At 700, as Python has it, a tenth of a visit went into searching what is kept of its pages.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; the console script of the package."""
    set_up()
    gc.set_threshold(YOUNG_OBJECTS)
    sys.exit(run(app, arguments))
