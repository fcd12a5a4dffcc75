"""A format of changes: what it is called, and how changes become its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from oit_audit.errors import UsageError
from oit_audit.model import Changes, Text
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
        names, asked = ", ".join(known), repr(name[:60])
        there = Text(f"รูปแบบที่มี: {names}", f"known formats: {names}")
        near = get_close_matches(name[:60].lower(), known, 1)
        meant = near[0] if near else ""
        hint = Text(f"ท่านหมายถึง {meant} หรือไม่", f"did you mean {meant}?") if near else there
        said = Text(f"ไม่มีรูปแบบรายงานการเปลี่ยนแปลง {asked}", f"no such format of changes: {asked}")
        raise UsageError(
            Text(f"{said.th} ({there.th})", f"{said.en} ({there.en})"), hint=hint
        ) from None
