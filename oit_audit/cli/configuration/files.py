"""The file of settings: where it lies, what it says, and on which line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from oit_audit.cli.configuration.complaints import Wrong, checked
from oit_audit.cli.configuration.keys import Key, all_keys
from oit_audit.cli.configuration.lines import line_of
from oit_audit.errors import InputError
from oit_audit.model import Text
from oit_audit.words import worded

OWN, SHARED = "oit-audit.toml", "pyproject.toml"
_TABLE = ("tool", "oit-audit")

_LONGEST = 256_000
"""Bytes of the file."""

_BOMB = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){50}""", re.ASCII)
"""A key of very many parts, for which the parser takes memory by the square of their number."""

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file of settings, checked."""

    path: Path
    """As seen from the working directory."""

    values: Mapping[str, object]
    """By the names of keys; places are as seen from the working directory."""

    text: str
    table: tuple[str, ...]
    """Where in the file its keys stand."""

    def place(self, *path: str) -> Text:
        """Return where a key is written, for a reader: `oit-audit.toml: line 3`."""
        line = line_of(self.text, (*self.table, *path))
        file = str(self.path)
        if not line:
            return Text(file, file)
        return worded("{file}: line {line}", file=file, line=line)


def found_from(folder: Path) -> ConfigFile | None:
    """Return the nearest file of settings in `folder` or above; None if there is none.

    One looks up to the top of the repository or the home of the user, whichever is nearer, and
    where there is neither only in `folder`: what lies further up may be anybody's.

    Raises:
        InputError: the nearest file cannot be used.
    """
    for each in _upward(folder):
        own, shared = each / OWN, each / SHARED
        if os.path.lexists(own):
            return read(_from_here(own))
        if os.path.lexists(shared) and (found := _shared(_from_here(shared))):
            return found
    return None


def read(path: Path) -> ConfigFile:
    """Return what the file `path` says.

    Raises:
        InputError: it cannot be read, or says what cannot be used; names file, line and key.
    """
    text = _text(path)
    whole = _parsed(path, text)
    if path.name == SHARED:
        if not isinstance(_own_table(whole), dict):
            raise InputError(
                worded("{path}: there is no [tool.oit-audit] in it", path=path),
                hint=_like_it(whole) or "",
            )
        return _file(path, text, _TABLE, _own_table(whole))
    return _file(path, text, (), whole)


def _shared(path: Path) -> ConfigFile | None:
    """Return what a `pyproject.toml` says to us; None if nothing, or if it is not readable."""
    try:
        text = _text(path)
        if "oit-audit" not in text and "oit_audit" not in text:
            return None
    except InputError:
        return None
    whole = _parsed(path, text)
    return read(path) if _own_table(whole) is not None or _like_it(whole) else None


def _own_table(whole: Mapping[str, object]) -> object:
    tools = whole.get(_TABLE[0])
    return tools.get(_TABLE[1]) if isinstance(tools, dict) else None


def _like_it(whole: Mapping[str, object]) -> Text | None:
    tools = whole.get(_TABLE[0])
    names = tools if isinstance(tools, dict) else {}
    misspelt = [each for each in names if each.lower().replace("_", "-") == _TABLE[1]]
    if not misspelt:
        return None
    said = misspelt[0]
    return worded("it says [tool.{said}]: write [tool.oit-audit]", said=said)


def _file(path: Path, text: str, table: tuple[str, ...], said: object) -> ConfigFile:
    unplaced = ConfigFile(path, {}, text, table)
    try:
        values = checked(said if isinstance(said, dict) else {})
        placed = {name: _placed(all_keys()[name], value, path) for name, value in values.items()}
    except Wrong as wrong:
        raise wrong.at(unplaced.place(*wrong.path)) from wrong
    return ConfigFile(path, placed, text, table)


def _placed(key: Key, value: object, path: Path) -> object:
    """Return a value with its places as seen from here.

    Raises:
        Wrong: it is not for a file to say.
    """
    if key.mark.door:
        name, option, variable = key.name, key.option.replace("_", "-"), key.variable
        raise Wrong(
            key.path,
            worded("{name} is not for a file, which others may change", name=name),
            worded(
                "say --{option}, or set {variable}, where you run it",
                option=option,
                variable=variable,
            ),
        )
    if isinstance(value, dict):
        return {name: _place((*key.path, name), key, each, path) for name, each in value.items()}
    if key.mark.reads or key.mark.writes:
        return _place(key.path, key, value, path)
    return value


def _place(path: tuple[str, ...], key: Key, value: object, file: Path) -> str:
    text, name = str(value), ".".join(path)
    if key.shape == "table" and text == STDOUT:
        return text
    try:
        place = file.parent / Path(text).expanduser()
    except RuntimeError as error:
        said = text[:60]
        raise Wrong(
            path,
            worded("{name}: there is no such home: {said}", name=name, said=said),
        ) from error
    if key.mark.writes and not _is_ours(place, file.parent):
        raise Wrong(
            path,
            worded("{name} would write outside of the folder of this file", name=name),
            worded("name a place below it, or say it on the command line"),
        )
    return str(place)


def _is_ours(place: Path, folder: Path) -> bool:
    """May a file in `folder`, which strangers may have changed, have this place written?"""
    try:
        inside = place.resolve().relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False
    return ".git" not in (part.lower() for part in inside.parts)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
    except OSError as error:
        why = error.strerror
        raise InputError(worded("cannot read {path}: {why}", path=path, why=why)) from error
    if len(data) > _LONGEST:
        most = f"{_LONGEST:,}"
        raise InputError(
            worded("{path}: more than {most} bytes are no settings", path=path, most=most)
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            worded("{path}: line {line} is not UTF-8", path=path, line=line),
            hint=worded("save the file as UTF-8: in Notepad, Save as, Encoding"),
        ) from error


def _parsed(path: Path, text: str) -> dict[str, object]:
    if _BOMB.search(text):
        raise InputError(worded("{path}: a key of too many parts", path=path))
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InputError(worded("{path}: lists within lists, too deep", path=path)) from error
    except ValueError as error:  # also a number of thousands of digits
        said = str(error)
        hint = worded('texts stand in quotes, for example: name = "เทศบาลตำบลตัวอย่าง"')
        if "overwrite" in said or "twice" in said:
            hint = worded("a key is written twice: keep one of them")
        raise InputError(
            worded("{path}: not readable as TOML: {said}", path=path, said=said),
            hint=hint,
        ) from error


def _from_here(path: Path) -> Path:
    try:
        return Path(os.path.relpath(path))
    except (OSError, ValueError):  # another drive of Windows
        return path


def _upward(folder: Path) -> Iterator[Path]:
    every = (folder, *folder.parents)
    home = _home()
    last = next((each for each in every if each == home or (each / ".git").exists()), folder)
    for each in every:
        yield each
        if each == last:
            return


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
