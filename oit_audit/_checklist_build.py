"""From a resolved file to a `Checklist`: sentences filled in, elements bound to their checks."""

from __future__ import annotations

import hashlib
import json
from typing import TypeVar

from oit_audit import checks
from oit_audit._checklist_file import ElementPart, IndicatorPart, ItemPart, Words, YearPart
from oit_audit.model import (
    Basis,
    Checklist,
    Element,
    Freshness,
    Indicator,
    Item,
    Level,
    SubIndicator,
    Text,
)

_Value = TypeVar("_Value")


def build(year: YearPart) -> Checklist | tuple[str, ...]:
    """Return the checklist of a resolved and sound `year`, or every element that cannot look."""
    items: list[Item] = []
    problems: list[str] = []
    for part in year.items:
        elements: list[Element] = []
        for index, element in enumerate(part.elements):
            bound = _element(element, part, year)
            if isinstance(bound, Element):
                elements.append(bound)
            else:
                problems.append(f"{part.id}: elements[{index}] ({element.id}): {bound}")
        items.append(_item(part, tuple(elements), year))
    if problems:
        return tuple(problems)
    return Checklist(
        scheme=year.scheme,
        fiscal_year=year.fiscal_year,
        digest=_digest(year),
        indicators=tuple(_indicator(one, year) for one in year.indicators),
        items=tuple(items),
        levels=tuple(Level(one.name, one.minimum, one.confidence) for one in year.levels),
        source=year.source,
        deadline=year.deadline,
    )


def _digest(year: YearPart) -> str:
    content = year.model_dump(mode="json", by_alias=True)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _indicator(part: IndicatorPart, year: YearPart) -> Indicator:
    subs = tuple(
        SubIndicator(
            id=sub.id,
            title=Text(sub.title.th, sub.title.en),
            items=tuple(item.id for item in year.items if item.sub_indicator == sub.id),
            confidence=sub.confidence,
        )
        for sub in part.sub_indicators
    )
    return Indicator(part.id, Text(part.title.th, part.title.en), subs)


def _item(part: ItemPart, elements: tuple[Element, ...], year: YearPart) -> Item:
    bases = [element.basis for element in elements]
    return Item(
        id=part.id,
        concepts=part.slugs,
        title=Text(part.title.th, part.title.en),
        sub_indicator=part.sub_indicator,
        fresh=part.fresh,
        fresh_basis=part.fresh_basis,
        kind=_given(part.kind),
        unit=_given(part.unit),
        basis=min(bases, key=list(Basis).index, default=Basis.INFERRED),
        confidence=part.confidence,
        elements=elements,
        remedy=_text(part.remedy, part, year),
        source="; ".join(year.sources[key] for key in part.source),
        aliases=tuple(part.aliases),
        title_confidence=part.title_confidence,
    )


def _element(part: ElementPart, item: ItemPart, year: YearPart) -> Element | str:
    """Return the element with its check, or what is wrong with the check."""
    name = _given(part.check)
    try:
        check = checks.bind(name, part.with_ or {})
    except ValueError as error:
        return str(error)
    return Element(
        id=part.id,
        says=_text(part.says, item, year),
        check_name=name,
        check=check,
        basis=_given(part.basis),
        confidence=_given(part.confidence),
        remedy=_text(part.remedy, item, year),
        concept=part.concept,
    )


def _text(words: Words | None, item: ItemPart, year: YearPart) -> Text:
    previous = item.fresh is Freshness.PREVIOUS_YEAR
    values = {
        "{year}": str(year.fiscal_year - (1 if previous else 0)),
        "{unit}": _given(item.unit),
    }
    th, en = _given(words).th, _given(words).en
    for name, value in values.items():
        th, en = th.replace(name, value), en.replace(name, value)
    return Text(th, en)


def _given(value: _Value | None) -> _Value:
    """Return what `resolve` has filled in."""
    if value is None:
        raise ValueError("a hole that was not filled")
    return value
