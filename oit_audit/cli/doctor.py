"""`oit-audit doctor`: which optional parts are there, what each adds, and how to get it."""

from __future__ import annotations

import json

import typer
from rich.console import Console
from rich.text import Text as Styled

from oit_audit import __version__
from oit_audit.cli import options
from oit_audit.cli.console import stdout
from oit_audit.cli.equipment import Part, equipment
from oit_audit.model import Language, Text
from oit_audit.words import worded

SCHEMA = "oit-audit/doctor/v1"
_READY = worded("ready")
_LACKING = worded("not ready")
_HOW = worded("how to get it")


def doctor(*, lang: options.Lang = "th", as_json: options.AsJson = False) -> None:
    """ดูว่าส่วนเสริมใดพร้อมใช้ · Which optional parts are there, and how to get them."""
    parts = equipment()
    if as_json:
        typer.echo(json.dumps(_plain(parts), ensure_ascii=False, indent=2))
        return
    console = stdout()
    console.print(f"oit-audit {__version__}", markup=False)
    for part in parts:
        _print(console, part, lang)


def _print(console: Console, part: Part, lang: Language) -> None:
    state = _READY if part.is_ready else _LACKING
    head = f"{part.title.in_language(lang)}: {state.in_language(lang)}"
    console.print()
    console.print(Styled(head, style="bold green" if part.is_ready else "bold yellow"))
    console.print(Styled(f"  {part.adds.in_language(lang)}"), soft_wrap=True)
    for sign in part.signs:
        console.print(
            Styled(f"  {'✔' if sign.found else '✘'} {sign.says.in_language(lang)}"), soft_wrap=True
        )
    if part.is_ready:
        return
    console.print(Styled(f"  {_HOW.in_language(lang)}:"))
    for system, commands in part.how.items():
        console.print(Styled(f"    {system}"))
        for command in commands:
            console.print(Styled(f"      {command}"), soft_wrap=True)


def _plain(parts: tuple[Part, ...]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "tool": {"name": "oit-audit", "version": __version__},
        "parts": [
            {
                "id": part.id,
                "ready": part.is_ready,
                "title": _both(part.title),
                "adds": _both(part.adds),
                "signs": [
                    {"id": sign.id, "found": sign.found, "says": _both(sign.says)}
                    for sign in part.signs
                ],
                "how": {system: list(commands) for system, commands in part.how.items()},
            }
            for part in parts
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("doctor")(doctor)
