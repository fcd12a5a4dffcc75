"""Fill the holes of a year from the year it extends, and check what no single key can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from oit_audit._checklist_file import (
    ElementPart,
    ItemPart,
    Part,
    Words,
    YearPart,
    nearest,
    strange_placeholders,
)
from oit_audit.model import Sureness

_Kind = TypeVar("_Kind", bound=Part)
_ITEM_HOLES = ("kind", "unit", "remedy")
_ELEMENT_HOLES = ("says", "check", "remedy")


@dataclass(frozen=True, slots=True)
class Pool:
    """What a year that extends another may inherit."""

    elements: Mapping[tuple[str, str], ElementPart] = field(default_factory=dict)
    """By concept and id of the element."""

    items: Mapping[frozenset[str], ItemPart] = field(default_factory=dict)
    """By the concepts of the item."""


def resolve(year: YearPart, pool: Pool) -> tuple[YearPart, Pool, tuple[str, ...]]:
    """Return `year` filled from `pool`, the pool for the next year, and what is missing."""
    elements, items = dict(pool.elements), dict(pool.items)
    filled: list[ItemPart] = []
    problems: list[str] = []
    for item in year.items:
        base = pool.items.get(frozenset(item.slugs))
        parts = [_element(item, element, pool) for element in item.elements]
        whole = _with_holes_filled(item, base, _ITEM_HOLES).model_copy(update={"elements": parts})
        filled.append(whole)
        problems += [f"{item.id}: {problem}" for problem in _holes(whole)]
        items[frozenset(item.slugs)] = whole
        for part in parts:
            for slug in (part.concept,) if part.concept else item.slugs:
                elements[slug, part.id] = part
    whole_year = year.model_copy(update={"items": filled, "extends": None})
    return whole_year, Pool(elements, items), tuple(problems)


def _element(item: ItemPart, element: ElementPart, pool: Pool) -> ElementPart:
    slugs = (element.concept,) if element.concept else item.slugs
    found = (pool.elements.get((slug, element.id)) for slug in slugs)
    base = next((part for part in found if part is not None), None)
    basis = element.basis or item.basis
    own = item.confidence if basis is item.basis else Sureness.LOW
    update: dict[str, object] = {"basis": basis, "confidence": element.confidence or own}
    if element.with_ is None:
        inherits = base is not None and element.check in (None, base.check)
        update["with_"] = base.with_ if base is not None and inherits else {}
    return _with_holes_filled(element, base, _ELEMENT_HOLES).model_copy(update=update)


def _with_holes_filled(part: _Kind, base: _Kind | None, names: tuple[str, ...]) -> _Kind:
    holes = [name for name in names if getattr(part, name) is None] if base else []
    return part.model_copy(update={name: getattr(base, name) for name in holes})


def _holes(item: ItemPart) -> Iterator[str]:
    for name in _ITEM_HOLES:
        if getattr(item, name) is None:
            yield f"{name}: is missing, and no year extended has it for {' + '.join(item.slugs)}"
    for index, element in enumerate(item.elements):
        for name in _ELEMENT_HOLES:
            if getattr(element, name) is None:
                where = f"elements[{index}] ({element.id}).{name}"
                yield f"{where}: is missing, and no year extended has this element"


def complaints(year: YearPart, stem: str, concepts: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with a resolved `year` whose file is called `stem`.

    Args:
        year: with its holes filled.
        stem: the file's name; four digits must be the year.
        concepts: the slugs allowed; empty allows all.
    """
    if stem.isdigit() and stem != str(year.fiscal_year):
        yield f"fiscal_year: {year.fiscal_year}, but the file is called {stem}"
    minima = [level.minimum for level in year.levels]
    if minima != sorted(set(minima), reverse=True):
        yield "levels: expected the best first, each minimum once"
    yield from _numbering(year)
    yield from _grouping(year)
    for item in year.items:
        for problem in _item(item, year, concepts):
            yield f"{item.id}: {problem}"
    asked = Counter(slug for item in year.items for slug in item.slugs)
    yield from (f"concept {slug}: asked by {n} items" for slug, n in asked.items() if n > 1)


def _numbering(year: YearPart) -> Iterator[str]:
    for number, item in enumerate(year.items, start=1):
        if item.id != f"o{number}":
            yield f"items[{number - 1}]: is {item.id}, expected o{number}"
            return


def _grouping(year: YearPart) -> Iterator[str]:
    used = {item.sub_indicator for item in year.items}
    indicators = Counter(indicator.id for indicator in year.indicators)
    parts = Counter(part.id for one in year.indicators for part in one.sub_indicators)
    for name, count in (indicators + parts).items():
        if count > 1:
            yield f"indicators: {name} stands there {count} times"
    for indicator in year.indicators:
        for part in indicator.sub_indicators:
            if not part.id.startswith(f"{indicator.id}."):
                yield f"indicators: {part.id} stands under {indicator.id}"
            if part.id not in used:
                yield f"indicators: {part.id} has no item"


def _item(item: ItemPart, year: YearPart, concepts: Collection[str]) -> Iterator[str]:
    parts = [part.id for one in year.indicators for part in one.sub_indicators]
    if item.sub_indicator not in parts:
        yield f"sub_indicator: {item.sub_indicator!r}: expected one of {', '.join(parts)}"
    if (item.concept is None) is (item.concepts is None):
        yield "concept: expected one `concept`, or several `concepts`, not both"
    for slug in item.slugs:
        if concepts and slug not in concepts:
            yield f"concept: {slug!r} is not in the lexicon{nearest(slug, concepts)}"
    for key in item.source:
        if key not in year.sources:
            expected = ", ".join(year.sources)
            yield f"source: {key!r}: expected one of {expected}{nearest(key, year.sources)}"
    yield from _strange("remedy", item.remedy)
    for name, count in Counter(element.id for element in item.elements).items():
        if count > 1:
            yield f"elements: {name} stands there {count} times"
    for index, element in enumerate(item.elements):
        where = f"elements[{index}] ({element.id})"
        if element.concept and element.concept not in item.slugs:
            expected = ", ".join(item.slugs)
            yield f"{where}.concept: {element.concept!r}: expected one of {expected}"
        yield from _strange(f"{where}.says", element.says)
        yield from _strange(f"{where}.remedy", element.remedy)


def _strange(where: str, words: Words | None) -> Iterator[str]:
    for language, text in (("th", words.th), ("en", words.en)) if words else ():
        for name in strange_placeholders(text):
            yield f"{where}.{language}: {{{name}}}: expected {{year}} or {{unit}}"
