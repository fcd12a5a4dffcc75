"""From what a checklist writes to a check, with messages that say what was expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from difflib import get_close_matches
from enum import StrEnum
from types import GenericAlias
from typing import get_args, get_type_hints

from oit_audit.checks._part import Part
from oit_audit.thai import fold

KEY = "key"
"""In a field's metadata: the parameter's name where Python reserves the word (`in`)."""


def bind_one_of(parts: Sequence[type[Part]], name: str, parameters: Mapping[str, object]) -> Part:
    """Return the one of `parts` that is called `name`, with `parameters`.

    Raises:
        ValueError: see `oit_audit.checks.bind`.
    """
    known = {part.name: part for part in parts}
    if name not in known:
        raise ValueError(f"check: {name!r} is no check; {_expected(name, known)}")
    part = known[name]
    wanted = parameters_of(part)
    for key in parameters:
        if key not in wanted:
            hint = _expected(key, wanted) if wanted else "expected none"
            raise ValueError(f"with.{key}: {name!r} has no such parameter; {hint}")
    hints = get_type_hints(part)
    values: dict[str, object] = {}
    for key, field in wanted.items():
        kind = hints[field.name]
        if key in parameters:
            values[field.name] = _read(f"with.{key}", parameters[key], kind)
        elif field.default is MISSING:
            raise ValueError(f"with.{key}: missing; {name!r} expects {_describe(kind)}")
    return part(**values)


def parameters_of(part: type[Part]) -> dict[str, Field[object]]:
    """Return the parameters of `part` by the name that a checklist writes."""
    return {str(field.metadata.get(KEY, field.name)): field for field in fields(part)}


def _read(key: str, value: object, kind: object) -> object:
    if isinstance(kind, GenericAlias):
        if not isinstance(value, list | tuple) or not value:
            raise ValueError(f"{key}: expected {_describe(kind)}, got {_shown(value)}")
        inner = get_args(kind)[0]
        return tuple(_read(f"{key}[{at}]", each, inner) for at, each in enumerate(value))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        choices = [member.value for member in kind]
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"{key}: {_shown(value)} is not known; {_expected(value, choices)}")
        return kind(value)
    if kind is str and (not isinstance(value, str) or not fold(value)):
        raise ValueError(f"{key}: expected {_describe(kind)}, got {_shown(value)}")
    if kind is int and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise ValueError(f"{key}: expected {_describe(kind)}, got {_shown(value)}")
    if kind is bool and not isinstance(value, bool):
        raise ValueError(f"{key}: expected {_describe(kind)}, got {_shown(value)}")
    return value


def _describe(kind: object) -> str:
    if isinstance(kind, GenericAlias):
        nested = isinstance(get_args(kind)[0], GenericAlias)
        return "a list of lists of wordings" if nested else "a list of wordings"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of " + ", ".join(member.value for member in kind)
    words = {str: "a wording", int: "a whole number from 1", bool: "true or false"}
    return words[kind] if isinstance(kind, type) and kind in words else str(kind)


def _expected(value: object, names: Mapping[str, object] | Sequence[str]) -> str:
    near = get_close_matches(str(value), list(names), n=1, cutoff=0.0)
    return f"expected one of {', '.join(names)}; nearest: {near[0]!r}"


def _shown(value: object) -> str:
    return f"{str(value)[:60]!r} ({type(value).__name__})"
