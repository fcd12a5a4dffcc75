"""What a file of settings may say, and what stands only with whoever runs the command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from oit_audit.model import Kind, Language, Status, Text
from oit_audit.words import worded

PREFIX = "OIT_AUDIT_"


@dataclass(frozen=True, slots=True)
class Mark:
    """What holds for a key beside its type."""

    reads: bool = False
    """It is a place that is read; in a file it is told from the folder of that file."""

    writes: bool = False
    """It is a place that is written, so a file may only name one beside or below itself."""

    one_site: bool = False
    """It is true of one website only."""

    door: bool = False
    """It opens what is closed to strangers: a file that others may change does not say it."""

    secret: bool = False
    """It is never shown."""

    lines: bool = False
    """A variable holds one a line, since they may hold commas."""

    says: Text | None = None
    """What it must be, where its type does not say it."""


_Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=1_000, pattern=r"^[^\x00-\x1f\x7f]*$"
    ),
]
_Header = Annotated[_Line, Field(pattern=r"^[\x20-\x7e]*$")]
_Kind = Annotated[Kind, Field(strict=False)]
_Status = Annotated[Status, Field(strict=False)]
_Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]

_STATUSES = ", ".join(Status)
_ON = Mark(says=worded('a list like ["missing", "stale"], of: {statuses}', statuses=_STATUSES))
_TOLD = Mark(
    door=True,
    secret=True,
    lines=True,
    says=worded("addresses as apprise writes them, one a line"),
)
"""Such an address holds a password, and whoever may change a file must not choose who is told."""


_YEAR = worded("a fiscal year (B.E.), like 2568")
_CONTACT = worded("a web or mail address")


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Verify(_Keys):
    """What only `oit-audit verify` asks."""

    links: Annotated[_Line | None, Mark(reads=True, one_site=True)] = None
    links_only: bool | None = None


class Keys(_Keys):
    """The settings of one website. A key is called as the option is, with `_` for `-`."""

    url: _Line | None = None
    name: Annotated[_Line | None, Mark(one_site=True)] = None
    kind: Annotated[_Kind | None, Mark(one_site=True)] = None
    year: Annotated[int | _Line | None, Mark(says=_YEAR)] = None
    lang: Language | None = None
    waivers: Annotated[_Line | None, Mark(reads=True, one_site=True)] = None
    fail_under: Annotated[float | None, Field(ge=0, le=100, allow_inf_nan=False)] = None
    fail_on: Annotated[tuple[_Status, ...] | None, _ON] = Field(None, strict=False)
    save: Annotated[_Line | None, Mark(writes=True, one_site=True)] = None
    previous: Annotated[_Line | None, Mark(reads=True, one_site=True)] = None
    contact: Annotated[_Header | None, Mark(says=_CONTACT)] = None
    delay: _Seconds | None = None
    jitter: Annotated[_Seconds | None, Field(le=60)] = None
    concurrency: Annotated[int | None, Field(ge=1, le=2)] = None
    max_pages: Annotated[int | None, Field(ge=1)] = None
    max_documents: Annotated[int | None, Field(ge=0)] = None
    max_foreign: Annotated[int | None, Field(ge=0)] = None
    max_seconds: Annotated[float | None, Field(ge=0.1, allow_inf_nan=False)] = None
    max_bytes: Annotated[int | None, Field(ge=1_000)] = None
    max_rendered: Annotated[int | None, Field(ge=0)] = None
    max_ocr_pages: Annotated[int | None, Field(ge=0)] = None
    no_browser: bool | None = None
    no_ocr: bool | None = None
    strict_tls: bool | None = None
    allow_private: Annotated[bool | None, Mark(door=True)] = None
    i_own_this_site: Annotated[bool | None, Mark(door=True)] = None
    ignore_robots: Annotated[bool | None, Mark(door=True)] = None
    output: Annotated[dict[str, _Line] | None, Mark(writes=True)] = None
    notify: Annotated[tuple[_Line, ...] | None, _TOLD] = Field(None, strict=False)
    notify_on: Literal["always", "change", "failure"] | None = None
    compare: Annotated[_Line | None, Mark(reads=True, one_site=True)] = None
    verify: Verify | None = None


_MODELS: Mapping[str, type[BaseModel]] = {"verify": Verify}
"""The tables that hold keys of their own."""

Shape = Literal["text", "number", "whole number", "truth", "list", "table"]

_SHAPES: Mapping[str, Shape] = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "truth",
    "array": "list",
    "object": "table",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a file."""

    path: tuple[str, ...]
    """`("max_pages",)`, `("verify", "links")`."""

    shape: Shape
    mark: Mark
    known: tuple[str, ...] = ()
    """The words that it may be, where those are few."""

    least: float | None = None
    most: float | None = None

    @property
    def name(self) -> str:
        """Return `verify.links`."""
        return ".".join(self.path)

    @property
    def option(self) -> str:
        """Return the word that the option of the command has, with `_`: `links`."""
        return self.path[-1]

    @property
    def variable(self) -> str:
        """Return the variable of the environment: `OIT_AUDIT_VERIFY_LINKS`."""
        return PREFIX + "_".join(self.path).upper()


@cache
def schema() -> dict[str, Any]:
    """Return the JSON schema of a file of settings, without words; no value is ever null."""
    return cast("dict[str, Any]", _without_null(Keys.model_json_schema()))


@cache
def all_keys() -> Mapping[str, Key]:
    """Return every key by its name, in the order in which they are shown."""
    return {key.name: key for key in _keys(Keys, schema(), ())}


def sections() -> tuple[str, ...]:
    """Return the names of tables that hold keys of their own."""
    return tuple(dict.fromkeys(key.path[0] for key in all_keys().values() if len(key.path) > 1))


def _without_null(part: object) -> object:
    if isinstance(part, list):
        return [_without_null(each) for each in part]
    if not isinstance(part, dict):
        return part
    plain = {
        name: _without_null(each) for name, each in part.items() if name not in ("default", "title")
    }
    either = cast("list[dict[str, Any]]", plain.pop("anyOf", []))
    kinds = [each for each in either if each != {"type": "null"}]
    if len(kinds) == 1:
        return {**plain, **kinds[0]}
    return {**plain, "anyOf": kinds} if kinds else plain


def _keys(
    model: type[BaseModel], described: dict[str, Any], within: tuple[str, ...]
) -> Iterator[Key]:
    for name, field in model.model_fields.items():
        one = _resolved(described["properties"][name])
        inner = _MODELS.get(name)
        if inner is not None:
            yield from _keys(inner, one, (*within, name))
            continue
        marks = [each for each in field.metadata if isinstance(each, Mark)]
        kind = one["anyOf"][0] if "anyOf" in one else one
        known = _resolved(kind.get("items", kind)).get("enum", ())
        yield Key(
            (*within, name),
            _SHAPES[kind["type"]],
            marks[0] if marks else Mark(),
            tuple(known),
            kind.get("minimum"),
            kind.get("maximum"),
        )


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that a `$ref` means."""
    if "$ref" not in part:
        return part
    return cast("dict[str, Any]", schema()["$defs"][part["$ref"].rpartition("/")[2]])
