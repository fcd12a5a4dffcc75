"""A format: what it is called, and how an audit becomes its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from oit_audit.errors import UsageError
from oit_audit.model import Audit, Language, Text


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a report is written."""

    language: Language = "th"
    source: str | None = None
    """The caller's own file that said what to audit, as the caller names it: where a code host can
    hang a remark, since it takes no address of the web."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write an audit down."""

    name: str
    """As the caller asks for it: `--output NAME=PATH`."""

    suffix: str
    """Of a file of this format, with its dot."""

    media_type: str
    render: Callable[[Audit, Reader], bytes]
    version: int = 1
    """Of the structure that programs rely on; another structure is another version."""


def named(formats: Iterable[Format], name: str) -> Format:
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
        said = Text(f"ไม่มีรายงานรูปแบบ {asked}", f"no such report format: {asked}")
        raise UsageError(
            Text(f"{said.th} ({there.th})", f"{said.en} ({there.en})"), hint=hint
        ) from None


def rendered(
    formats: Iterable[Format],
    name: str,
    audit: Audit,
    language: Language,
    source: str | None = None,
) -> bytes:
    """Return `audit` in the format called `name`, for a reader of `language`.

    Raises:
        UsageError: there is no such format.
    """
    return named(formats, name).render(audit, Reader(language, source))
