"""A command that takes a value: its fields become options, written once for several commands."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Return `command` with the fields of a dataclass that it takes as options of their own.

    The parameter is known by its annotation, a dataclass; every field of that has a default and is
    annotated as a parameter of a command would be.
    """
    hints = get_type_hints(command, include_extras=True)
    within: dict[str, tuple[type, tuple[str, ...]]] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        kind = hints[name]
        if isinstance(kind, type) and is_dataclass(kind):
            shown = _options(kind)
            within[name] = (kind, tuple(each.name for each in shown))
            parameters += shown
        else:
            parameters.append(parameter.replace(annotation=hints[name]))

    @wraps(command)
    def taking(**given: Any) -> None:
        values = {
            name: kind(**{option: given.pop(option) for option in options})
            for name, (kind, options) in within.items()
        }
        command(**given, **values)

    # What typer reads of a command.
    taking.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    taking.__annotations__ = {each.name: each.annotation for each in parameters}
    return taking


def _options(kind: type) -> list[inspect.Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=each.default,
            annotation=hints[each.name],
        )
        for each in fields(kind)
    ]
