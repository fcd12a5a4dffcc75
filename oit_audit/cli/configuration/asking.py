"""`--config` and `--isolated`: what a command line takes from a file and from the environment."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from oit_audit.cli.configuration.keys import Key, all_keys
from oit_audit.cli.configuration.settled import NOTHING, Settled, settled
from oit_audit.cli.configuration.variables import unknown_variables
from oit_audit.cli.console import say
from oit_audit.errors import UsageError
from oit_audit.words import worded

_ISOLATED, _SETTLED = f"{__name__}.isolated", f"{__name__}.settled"


def _isolate(context: typer.Context, value: bool) -> bool:  # noqa: FBT001 - typer hands it over
    if value and context.params.get("config") is not None:
        raise _contradicting()
    context.meta[_ISOLATED] = value
    return value


def _settle(context: typer.Context, value: Path | None) -> Path | None:
    """Read file and environment, and let them stand for the options that are not said."""
    isolated = bool(context.meta.get(_ISOLATED))
    if isolated and value is not None:
        raise _contradicting()
    found = settled(value, os.environ, _here(), isolated=isolated)
    context.meta[_SETTLED] = found
    context.default_map = {
        option: _as_typed(key, found.value(key.name))
        for option, key in _options(context)
        if found.value(key.name) is not None
    }
    return value


def _contradicting() -> UsageError:
    return UsageError(
        worded("--config names a file, --isolated reads none"),
        hint=worded("say one of them"),
    )


Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        "--no-config",
        is_eager=True,
        callback=_isolate,
        help="ไม่อ่านไฟล์ตั้งค่าใด · read no file of settings.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        is_eager=True,
        callback=_settle,
        help="ไฟล์ตั้งค่า ถ้าไม่ระบุจะหา oit-audit.toml หรือ pyproject.toml ที่ใกล้ที่สุด · settings; else the"
        " nearest oit-audit.toml or pyproject.toml.",
    ),
]


def settled_by(context: typer.Context) -> Settled:
    """Return what file and environment say, and which of it the command line overrules.

    The file, and variables that mean nothing, are told on standard error.
    """
    found: Settled = context.meta.get(_SETTLED, NOTHING)
    if found.file:
        told = f"ใช้การตั้งค่าจาก {found.file.path} · settings from {found.file.path}"
        say(told, level=logging.INFO)
    for name, meant in unknown_variables(os.environ).items():
        say(f"ไม่รู้จักตัวแปร {name} · the variable {name} means nothing here", meant or "")
    said = {key.name for option, key in _options(context) if _is_typed(context, option)}
    return replace(found, overruled=frozenset(said))


class Parameter(Protocol):
    """An option or argument, as far as we ask."""

    opts: list[str]


def key_of(parameter: Parameter, command: str) -> Key | None:
    """Return the key that an option or argument of a command is; None if it is none."""
    word = word_of(parameter).replace("-", "_")
    return all_keys().get(f"{command}.{word}", all_keys().get(word))


def word_of(parameter: Parameter) -> str:
    """Return what an option or argument is called: `max-pages`."""
    long = [each for each in parameter.opts if each.startswith("--")]
    return (long or parameter.opts)[0].lstrip("-")


def _options(context: typer.Context) -> Iterator[tuple[str, Key]]:
    """Yield the options of a command that are keys too, by the names of their parameters."""
    for each in context.command.params:
        key = key_of(each, context.info_name or "")
        if key is not None and each.param_type_name == "option":
            yield each.name, key


def _is_typed(context: typer.Context, option: str) -> bool:
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def _as_typed(key: Key, value: Any) -> Any:
    """Return a value as the option takes it."""
    if key.shape == "table":
        return [f"{name}={each}" for name, each in value.items()]
    return str(value) if key.name == "year" else value


def _here() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the folder is gone
        return None
