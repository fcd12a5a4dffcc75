"""Does a plan run over several years, this one among them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._times import hit_of, times_of
from oit_audit.model import Document, Finding, Scene
from oit_audit.thai import Mention, MentionKind
from oit_audit.words import worded

_LONG = re.compile(
    r"(?:แผน|ระยะ|ช่วง)[^\n]{0,60}?(?<!\d)(\d{1,2}|สาม|สี่|ห้า)\s*ปี(?!งบ)[^\n\d]{0,30}(25\d\d)(?!\s*[-–]\s*\d)"
)
"""`แผนพัฒนาสามปี พ.ศ. 2564`: how long, and the year it begins."""

_WORDS = {"สาม": 3, "สี่": 4, "ห้า": 5}
_COLUMNS = 3
"""Years in a row that together are a range, as in the header of a plan's table."""


@dataclass(frozen=True, slots=True)
class Span(Part):
    """Look for a range of at least `years` years that contains the assessed one."""

    name: ClassVar[str] = "span"

    years: int = 2
    """Fiscal years that the range has at least."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND at the first range, and quote it; else name the ranges that do not fit."""
        other = ""
        for document in documents:
            reading = read(document)
            for first, last, hit in _ranges(reading, times_of(document)):
                if last - first + 1 < self.years:
                    continue
                if first <= scene.fiscal_year <= last:
                    return found(hit, worded("covers {first} to {last}", first=first, last=last))
                other = other or f"{first}-{last}"
        year = scene.fiscal_year
        if other:
            only = worded("covers {other} and not {year}", other=other, year=year)
            return not_found(documents, only)
        return not_found(
            documents,
            worded(
                "names no period of {years} years or more that covers {year}",
                years=self.years,
                year=year,
            ),
        )


def _ranges(reading: Reading, times: tuple[Mention, ...]) -> Iterator[tuple[int, int, Hit]]:
    for each in times:
        if each.kind is MentionKind.RANGE and (each.end - each.start).days > 366:
            yield each.fiscal_years[0], each.fiscal_years[-1], hit_of(reading, each)
    for match in _LONG.finditer(reading.plain):
        length = _WORDS.get(match[1]) or int(match[1])
        first = int(match[2])
        yield first, first + length - 1, reading.spot(match.start(), match.end())
    yield from _columns(reading, times)


def _columns(reading: Reading, times: tuple[Mention, ...]) -> Iterator[tuple[int, int, Hit]]:
    """Yield the ranges of years that stand one after the other on a line."""
    run: list[Mention] = []
    for each in times:
        if each.kind not in (MentionKind.YEAR, MentionKind.FISCAL):
            continue
        follows = run and (
            each.fiscal_years[0] == run[-1].fiscal_years[0] + 1
            and reading.line_of(each.position) == reading.line_of(run[-1].position)
        )
        run = [*run, each] if follows else [each]
        if len(run) >= _COLUMNS:
            start, end = run[0].position, each.position + len(each.quote)
            yield run[0].fiscal_years[0], each.fiscal_years[0], reading.spot(start, end)


CHECK = Span
