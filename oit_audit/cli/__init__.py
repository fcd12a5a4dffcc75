"""The command line: thin, one command a file. In: arguments. Out: reports, exit codes.

A command is a module with `register(app)`; it is listed in `COMMANDS` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable

import typer

from oit_audit.cli import checklist, demo, report, scan, score, which
from oit_audit.cli.console import guarded

COMMANDS: tuple[Callable[[typer.Typer], None], ...] = (
    scan.register,
    demo.register,
    report.register,
    which.register,
    score.register,
    checklist.register,
)

app = typer.Typer(
    name="oit-audit",
    help="ตรวจเว็บไซต์ของ อปท. ตามรายการ OIT · Checks a local government's website against the OIT list.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for register in COMMANDS:
    register(app)


def main() -> None:
    """Run the command line; the console script of the package."""
    guarded(app)
