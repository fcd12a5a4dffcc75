"""Is the organisation drawn or laid out: top, sides and internal units?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._pictures import content_pictures, file_of
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._words import PERMANENT, POLITICAL, POSITION, TOP, UNIT, any_of
from oit_audit.model import Document, Finding, Outcome, Picture, Scene, Text
from oit_audit.thai import fold
from oit_audit.words import worded

_CHART_WORD = re.compile(
    any_of("แผนผัง", "แผนภูมิ", "โครงสร้าง", "ผังองค์กร", "organization chart", "organisation chart")
    + "|(?<!info)structure|orgchart|chart"
)
_NOT_CHART = re.compile(any_of("โครงสร้างพื้นฐาน", "แผนผังเว็บไซต์", "แผนผังที่ตั้ง", "sitemap"))
_SIDES = (
    re.compile(f"{POLITICAL.pattern}|{any_of('ฝ่ายการเมือง', 'ฝ่ายนิติบัญญัติ')}"),
    re.compile(f"{PERMANENT.pattern}|{any_of('ฝ่ายประจำ', 'ฝ่ายข้าราชการประจำ', 'ข้าราชการประจำ')}"),
)
_UNITS_OF_CHART = 3
_UNITS_NAMED = 2


class Aspect(StrEnum):
    """What is looked for."""

    CHART = "chart"
    UNITS = "units"
    BOTH_SIDES = "both_sides"


_LACKS = {
    Aspect.CHART: worded("shows no chart of the organisation"),
    Aspect.UNITS: worded("names no internal units such as divisions"),
}


@dataclass(frozen=True, slots=True)
class Chart(Part):
    """Look for a chart of the organisation, as a picture, a list or a table.

    `units` and `both_sides` are read from the words of the page. When the page has the chart only
    as a picture and its words lay nothing out, what the picture shows cannot be told.
    """

    name: ClassVar[str] = "chart"

    part: Aspect
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer by the first document that shows the part."""
        match self.part:
            case Aspect.CHART:
                return _chart(documents)
            case Aspect.UNITS:
                return _units(documents)
            case Aspect.BOTH_SIDES:
                return _both_sides(documents)


def _chart(documents: tuple[Document, ...]) -> Finding:
    says = worded("shows how the organisation is divided")
    for document in documents:
        if picture := _picture(document):
            hit = Hit(document, picture.where, picture.alt or file_of(picture) or picture.near)
            return found(hit, says)
    for document in documents:
        reading = read(document)
        top, units = reading.search_folded(TOP), _named_units(reading)
        headed = read(document, headings=True).search_folded(_CHART_WORD)
        laid_out = len(units) >= _UNITS_OF_CHART
        if top and (laid_out or (headed and _positions(reading) > 1)):
            return found(headed or top, says)
        if headed and laid_out and _positions(reading) > 1:
            return found(headed, says)
    return not_found(documents, _LACKS[Aspect.CHART])


def _units(documents: tuple[Document, ...]) -> Finding:
    for document in documents:
        units = _named_units(read(document))
        if len(units) >= _UNITS_NAMED:
            hit = next(iter(units.values()))
            count = len(units)
            return found(hit, worded("names {count} internal units", count=count))
    named = worded("internal units")
    return _only_drawn(documents, named) or not_found(documents, _LACKS[Aspect.UNITS])


def _both_sides(documents: tuple[Document, ...]) -> Finding:
    shown: list[Hit | None] = [None, None]
    for document in documents:
        for at, side in enumerate(_SIDES):
            shown[at] = shown[at] or read(document).search_folded(side)
    political, permanent = shown
    if political and permanent:
        return found(permanent, worded("shows the political and the permanent side"))
    lacking = [
        worded("the political side"),
        worded("the permanent side"),
    ]
    lacks = [each for each, hit in zip(lacking, shown, strict=True) if hit is None]
    sides = (
        worded("{first} and {second}", first=lacks[0], second=lacks[1]) if lacks[1:] else lacks[0]
    )
    says = worded("does not show {sides}", sides=sides)
    return _only_drawn(documents, sides) or not_found(documents, says)


def _only_drawn(documents: tuple[Document, ...], lacks: Text) -> Finding | None:
    """Return CANNOT_TELL when the chart is a picture and no page lays anything out in words.

    `lacks` is what the words do not say and the picture may show.
    """
    drawn = next((each for each in documents if _picture(each)), None)
    if drawn is None or any(_positions(read(each)) > 1 for each in documents):
        return None
    return Finding(
        Outcome.CANNOT_TELL,
        worded(
            "the chart is a picture whose words cannot be read, so whether it shows {lacks} cannot "
            "be told",
            lacks=lacks,
        ),
    )


def _picture(document: Document) -> Picture | None:
    """Return the picture that is said to be the chart; None when there is none."""
    titled = read(document, headings=True).search_folded(_CHART_WORD)
    for picture in content_pictures(document):
        said = fold(f"{picture.alt} {file_of(picture)} {picture.near[:120]}")
        if _CHART_WORD.search(said) and not _NOT_CHART.search(said):
            return picture
        if titled and not picture.alt and not POSITION.search(said):
            return picture
    return None


def _positions(reading: Reading) -> int:
    """Return how many different positions the words of a document name."""
    return len({match.group() for match in POSITION.finditer(reading.whole.text)})


def _named_units(reading: Reading) -> dict[str, Hit]:
    units: dict[str, Hit] = {}
    for match in UNIT.finditer(reading.whole.text):
        units.setdefault(match.group(), reading.hit(match.start(), match.end()))
    return units


CHECK = Chart
