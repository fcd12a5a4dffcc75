"""`oit-audit config`: which settings hold here, and who said them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
import typer.core
import typer.main
from rich.cells import cell_len

from oit_audit.cli import options, scan, verify
from oit_audit.cli.arguments import home_address
from oit_audit.cli.auditing import Wanted, of_another_site
from oit_audit.cli.configuration import (
    Key,
    Settled,
    Source,
    all_keys,
    described_schema,
    key_of,
    settled_by,
    shown,
)
from oit_audit.cli.rules import year_named
from oit_audit.cli.spread import spread

SCHEMA = "oit-audit/config/v1"

_WIDEST = 48
"""Cells up to which the remarks of `config show` stand below each other."""

commands = typer.Typer(help="ดูการตั้งค่าที่ใช้อยู่ · See which settings hold here.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class Effective:
    """One setting as a command would find it."""

    key: Key
    value: object
    """None when nobody said anything and there is no default."""

    source: Source
    place: str
    """Where it was said, for a reader; empty for a default."""


@commands.command("show")
@spread
def show(
    context: typer.Context,
    url: options.Url = None,
    *,
    as_json: options.AsJson = False,
    wanted: Wanted,
) -> None:
    """แสดงค่าที่ใช้และที่มาของแต่ละค่า · Show each setting and where it came from.

    รับตัวเลือกของ scan ได้ด้วย · Takes the options of scan, to see what they would change.
    """
    settled = settled_by(context)
    settings = list(_effective(context, settled, url, wanted))
    _check(settled, settings)
    if as_json:
        typer.echo(json.dumps(_plain(settled, settings), ensure_ascii=False, indent=2))
        return
    for line in _lines(settings):
        typer.echo(line)


@commands.command("schema")
def schema_() -> None:
    """พิมพ์ JSON schema ของไฟล์ตั้งค่า · Print the JSON schema of the file, for editors."""
    typer.echo(json.dumps(described_schema(helps()), ensure_ascii=False, indent=2))


def helps() -> dict[str, str]:
    """Return what the options of the commands say of themselves, by the names of keys."""
    probe = typer.Typer()
    for command in (scan, verify):
        command.register(probe)
    commands: Mapping[str, typer.core.TyperCommand] = vars(typer.main.get_command(probe))[
        "commands"
    ]
    return {
        key.name: getattr(parameter, "help", "") or ""
        for name, command in commands.items()
        for parameter in command.params
        if (key := key_of(parameter, name))
    }


def _effective(
    context: typer.Context, settled: Settled, url: str | None, wanted: Wanted
) -> Iterator[Effective]:
    parameters = {key_of(each, ""): each.name for each in context.command.params}
    home = url or settled.text("url")
    foreign = of_another_site(home, settled) if home else []
    for name, key in all_keys().items():
        parameter = parameters.get(key)
        source, value = settled.source(name), settled.value(name)
        if name in foreign:
            yield Effective(key, None, Source.DEFAULT, "")
            continue
        if name == "url" and url:
            source, value = Source.COMMAND_LINE, url
        elif parameter is not None and source not in (Source.FILE, Source.ENVIRONMENT):
            value = _typed(key, getattr(wanted, parameter, None))
        place = settled.place(name).en if source != "command line" else ""
        yield Effective(key, value, source, place)


def _typed(key: Key, value: Any) -> object:
    """Return what an option holds as a file would say it."""
    match value:
        case Path():
            return str(value)
        case list() if key.shape == "table":
            return dict(each.partition("=")[::2] for each in value)
        case _:
            return None if value == "" else value


def _check(settled: Settled, settings: list[Effective]) -> None:
    """See that what was said can be used, as far as it can be told without a visit.

    Raises:
        UsageError: no checklist of that year.
        AddressError: the address is none.
    """
    said = {each.key.name: each.value for each in settings}
    if said["url"] is not None:
        with settled.blaming("url"):
            home_address(str(said["url"]))
    if said["year"] is not None:
        with settled.blaming("year"):
            year_named(str(said["year"]))


def _lines(settings: list[Effective]) -> Iterator[str]:
    """Yield the settings as a file would say them, each with a remark that says who said it.

    What nobody said and has no default is a remark as a whole.
    """
    rows: list[tuple[str, str]] = []
    for each in sorted(settings, key=lambda one: one.key.shape == "table"):
        remark = f"{each.source.value}: {each.place}" if each.place else each.source.value
        rows.append((_as_toml(each), remark))
    width = min(_WIDEST, max(cell_len(left) for left, _ in rows))
    for left, remark in rows:
        yield f"{left}{' ' * max(0, width - cell_len(left))}  # {remark}"


def _as_toml(each: Effective) -> str:
    if each.value is None:
        return f"# {each.key.name} ="
    if isinstance(each.value, dict):
        pairs = ", ".join(f"{name} = {shown(place)}" for name, place in each.value.items())
        return f"{each.key.name} = {{{pairs}}}"
    return f"{each.key.name} = {shown(each.value, each.key)}"


def _plain(settled: Settled, settings: list[Effective]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "file": settled.file.path.as_posix() if settled.file else None,
        "settings": [
            {
                "key": each.key.name,
                "value": None if each.value is None else json.loads(shown(each.value, each.key)),
                "source": each.source.value,
                "place": each.place or None,
            }
            for each in settings
        ],
    }


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.add_typer(commands, name="config")
