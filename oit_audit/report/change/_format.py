"""A format of changes: what it is called, and how changes become its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from oit_audit.errors import UsageError
from oit_audit.model import Changes
from oit_audit.report._format import Reader


@dataclass(frozen=True, slots=True)
class ChangeFormat:
    """One way to write changes down."""

    name: str
    """As the caller asks for it: `--output NAME=PATH`."""

    suffix: str
    """Of a file of this format, with its dot."""

    media_type: str
    render: Callable[[Changes, Reader], bytes]
    version: int = 1
    """Of the structure that programs rely on, as `Format` has it."""


def named(formats: Iterable[ChangeFormat], name: str) -> ChangeFormat:
    """Return the format called `name`.

    Raises:
        UsageError: there is none; the message names those there are.
    """
    known = {each.name: each for each in formats}
    try:
        return known[name]
    except KeyError:
        there = f"known formats: {', '.join(known)}"
        near = get_close_matches(name[:60].lower(), known, 1)
        hint = f"did you mean {near[0]}?" if near else there
        raise UsageError(f"no such format of changes: {name[:60]!r} ({there})", hint=hint) from None
