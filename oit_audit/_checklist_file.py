"""What one file `checklists/2566.yaml` may say, and complaints where it says otherwise."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.config import JsonDict
from pydantic_core import ErrorDetails

from oit_audit.checks import CHECKS
from oit_audit.model import Basis, Freshness, ItemKind, Sureness

PLACEHOLDERS = ("year", "unit")
"""What may stand in braces in `says` and `remedy`."""

BasisName = Annotated[Basis, Field(strict=False)]
SurenessName = Annotated[Sureness, Field(strict=False)]
FreshnessName = Annotated[Freshness, Field(strict=False)]
KindName = Annotated[ItemKind, Field(strict=False)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """A piece of the file: unknown keys are refused, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=False)


class Words(Part):
    """One sentence in the two languages of our readers."""

    th: Sentence
    en: Sentence


def _name_checks(schema: JsonDict) -> None:
    schema["enum"] = [*(check.name for check in CHECKS), None]


class ElementPart(Part):
    """One thing an item must show. What is left out is inherited by `id` from the year extended."""

    id: Slug = Field(description="Names the element within its item.")
    says: Words | None = Field(None, description="What must be shown.")
    check: Slug | None = Field(
        None, description="The kind of look.", json_schema_extra=_name_checks
    )
    with_: dict[str, object] | None = Field(None, alias="with", description="Its parameters.")
    basis: BasisName | None = Field(None, description="Where it was read; else that of the item.")
    confidence: SurenessName | None = Field(None, description="Else that of the item.")
    remedy: Words | None = Field(None, description="What to publish when it is absent.")
    concept: Slug | None = Field(None, description="In a merged item: whose document shows it.")


class ItemPart(Part):
    """One line of the list."""

    id: Annotated[str, Field(pattern=r"^o[1-9][0-9]*$")]
    concept: Slug | None = Field(None, description="What it is about; or `concepts`.")
    concepts: list[Slug] | None = Field(None, min_length=2, description="Those of a merged item.")
    title: Words = Field(description="The official name.")
    sub_indicator: str
    fresh: FreshnessName = Field(description="Of which year the evidence must be.")
    fresh_basis: BasisName = Field(description="Where that was read.")
    kind: KindName | None = Field(None, description="What sort of thing shows it; inherited.")
    unit: Sentence | None = Field(None, description="Who usually answers for it; inherited.")
    basis: BasisName = Field(description="Where its elements were read, unless one says otherwise.")
    confidence: SurenessName = Field(description="The lower of title and elements.")
    title_confidence: SurenessName
    aliases: list[Sentence] = Field(default_factory=list, description="Other names seen on sites.")
    source: list[Slug] = Field(default_factory=list, description="Keys of `sources`.")
    elements: list[ElementPart] = Field(default_factory=list)
    remedy: Words | None = Field(None, description="What to publish when nothing was found.")

    @property
    def slugs(self) -> tuple[str, ...]:
        """Return the concepts, whichever key names them."""
        return tuple(self.concepts or ()) + ((self.concept,) if self.concept else ())


class SubIndicatorPart(Part):
    """A mean of items; the items name it."""

    id: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    title: Words
    confidence: SurenessName = Field(description="How sure its boundaries are.")


class IndicatorPart(Part):
    """A mean of sub-indicators."""

    id: Annotated[str, Field(pattern=r"^[0-9]+$")]
    title: Words
    sub_indicators: list[SubIndicatorPart] = Field(min_length=1)


class LevelPart(Part):
    """A rating level."""

    name: Sentence
    minimum: float = Field(ge=0, le=100, description="Points from which it holds.")
    confidence: SurenessName


class YearPart(Part):
    """Everything that is asked in one fiscal year."""

    scheme: Literal["oit"]
    fiscal_year: int = Field(ge=2500, le=2699, description="Buddhist Era.")
    extends: int | None = Field(None, description="The year from which holes are filled.")
    source: Sentence = Field(description="What the year as a whole rests on.")
    sources: dict[str, Sentence] = Field(description="Short name to what it is.")
    deadline: date | None = Field(None, description="Last day for evidence; left out if not known.")
    levels: list[LevelPart] = Field(default_factory=list, description="Best first.")
    indicators: list[IndicatorPart] = Field(min_length=1)
    items: list[ItemPart] = Field(min_length=1)


class _Loader(yaml.CSafeLoader):
    """The safe loader, which also refuses a key that is written twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, object]:
    seen: set[Hashable] = set()
    for key_node, _ in node.value:
        key: Hashable = loader.construct_object(key_node, deep=True)
        if key in seen:
            line = key_node.start_mark.line + 1
            raise yaml.constructor.ConstructorError(
                None, None, f"line {line}: key {key!r} is written twice", None
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> object | tuple[str, ...]:
    """Return what the YAML file `path` holds, or what is wrong with it as a tuple of lines."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        content: object = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        return (f"{path.name}: cannot be read: {error.strerror or error}",)
    except UnicodeDecodeError:
        return (f"{path.name}: is not UTF-8",)
    except (yaml.YAMLError, TypeError, ValueError) as error:
        return (f"{path.name}: is not valid YAML: {_one_line(error)}",)
    return content


def read_year(path: Path) -> YearPart | tuple[str, ...]:
    """Return the year that `path` describes, or every complaint about its form."""
    raw = read_yaml(path)
    if isinstance(raw, tuple):
        return raw
    if not isinstance(raw, dict):
        return (f"{path.name}: expected a mapping with scheme, fiscal_year, items …",)
    try:
        return YearPart.model_validate(raw)
    except ValidationError as error:
        return tuple(f"{path.name}: {_complaint(raw, detail)}" for detail in error.errors())


def nearest(word: object, names: Iterable[str]) -> str:
    """Return `; did you mean X?` for the valid name nearest to `word`, or nothing."""
    close = difflib.get_close_matches(str(word), tuple(names), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


def strange_placeholders(text: str) -> tuple[str, ...]:
    """Return what stands in braces in `text` and is none of `PLACEHOLDERS`."""
    return tuple(name for name in re.findall(r"\{([^{}]*)\}", text) if name not in PLACEHOLDERS)


def _one_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()


def _complaint(raw: Mapping[object, object], detail: ErrorDetails) -> str:
    location = list(detail["loc"])
    place = ""
    if location[:1] == ["items"] and len(location) > 1:
        place = f"{_item_name(raw, location[1])}: "
        location = location[2:]
    where = _path(location)
    return place + (f"{where}: " if where else "") + _expected(detail)


def _item_name(raw: Mapping[object, object], index: object) -> str:
    items = raw.get("items")
    if isinstance(items, list) and isinstance(index, int) and isinstance(items[index], dict):
        return str(items[index].get("id", f"items[{index}]"))
    return f"items[{index}]"


def _path(location: Sequence[int | str]) -> str:
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _expected(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "extra_forbidden":
            names = _keys_at(detail["loc"][:-1])
            hint = nearest(detail["loc"][-1], names)
            return f"unknown key, expected one of {', '.join(names)}{hint}"
        case "missing":
            return "is missing"
        case "enum":
            values = re.findall(r"'([^']+)'", str(detail["ctx"]["expected"]))
            hint = nearest(detail["input"], values)
            return f"{detail['input']!r}: expected one of {', '.join(values)}{hint}"
        case _:
            return f"{str(detail['input'])[:60]!r}: {detail['msg'].lower()}"


def _keys_at(location: Sequence[int | str]) -> tuple[str, ...]:
    """Return the keys that the part at `location` may have."""
    part: type[BaseModel] = YearPart
    for key in location:
        if isinstance(key, str):
            field = next(
                field for name, field in part.model_fields.items() if key in (name, field.alias)
            )
            part = _part_in(field.annotation)
    return tuple(field.alias or name for name, field in part.model_fields.items())


def _part_in(annotation: object) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) in (list, Union, UnionType) and inner:
        return _part_in(inner[0])
    raise TypeError(f"no part in {annotation!r}")
