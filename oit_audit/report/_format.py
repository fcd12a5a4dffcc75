"""A format: what it is called, and how an audit, or what changed, becomes its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from oit_audit.errors import UsageError
from oit_audit.model import Audit, Language, Text
from oit_audit.words import worded

Subject = TypeVar("Subject")
"""What is written down: an audit, or the changes between two."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a report is written."""

    language: Language = "th"
    source: str | None = None
    """The caller's own file that said what to audit, as the caller names it: where a code host can
    hang a remark, since it takes no address of the web."""


@dataclass(frozen=True, slots=True)
class Format(Generic[Subject]):
    """One way to write something down."""

    name: str
    """As the caller asks for it: `--output NAME=PATH`."""

    suffix: str
    """Of a file of this format, with its dot."""

    media_type: str
    render: Callable[[Subject, Reader], bytes]
    version: int = 1
    """Of the structure that programs rely on; another structure is another version."""


def format_among(formats: Iterable[Format[Subject]], name: str) -> Format[Subject]:
    """Return the one of `formats` that is called `name`.

    Raises:
        UsageError: there is none; the message names those there are.
    """
    known = {each.name: each for each in formats}
    try:
        return known[name]
    except KeyError:
        names, asked = ", ".join(known), repr(name[:60])
        there = worded("known formats: {names}", names=names)
        near = get_close_matches(name[:60].lower(), known, 1)
        meant = near[0] if near else ""
        hint = worded("did you mean {meant}?", meant=meant) if near else there
        said = worded("no such report format: {asked}", asked=asked)
        raise UsageError(
            Text(f"{said.th} ({there.th})", f"{said.en} ({there.en})"), hint=hint
        ) from None


def rendered(
    formats: Iterable[Format[Audit]],
    name: str,
    audit: Audit,
    language: Language,
    source: str | None = None,
) -> bytes:
    """Return `audit` in the format called `name`, for a reader of `language`.

    Raises:
        UsageError: there is no such format.
    """
    return format_among(formats, name).render(audit, Reader(language, source))
