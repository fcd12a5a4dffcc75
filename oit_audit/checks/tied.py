"""Do the acts follow what another paper sets?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import (
    Hit,
    Reading,
    finder,
    found,
    not_found,
    read,
    readings_of,
)
from oit_audit.checks._told import told, told_in
from oit_audit.model import Document, Finding, Media, Scene, Text
from oit_audit.thai import fold
from oit_audit.words import worded

_GRAM = 6
"""Letters of the pieces by which two wordings of one thing are compared."""

_SHORTEST = 14
"""Folded letters from which what is set can be told from anything else."""

_SHARE = 0.5
"""Share of the pieces from which a document says the same."""

_MOST = 60
_LONGEST = 300
_NEAR = 60
_BREAK = re.compile(r"[\n;]|(?:^|\s)[-•]\s|(?<=\D)\d{1,2}[.)]\s|\sและ")


@dataclass(frozen=True, slots=True)
class Tied(Part):
    """Look whether the documents say again what the evidence of another item sets.

    What is set stands there under one of `labels`: in the cells of a column, in the lines below.
    Where that cannot be read, or where the documents name it themselves in other words, one of
    `refers` must stand near one of `about`.
    """

    name: ClassVar[str] = "tied"

    to: str
    """The concept whose evidence sets it."""

    labels: tuple[str, ...]
    """What it is called there."""

    refers: tuple[str, ...]
    """Wordings that refer to it."""

    about: tuple[str, ...]
    """What it must be about, near the wording."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND where the documents say what was set, or refer to it; quote that."""
        own = {document.url for document in documents}
        for source in scene.elsewhere.get(self.to, ()):
            if source.url in own:
                continue
            for thing, written in _set_in(source, self.labels):
                for reading in readings_of(documents):
                    if hit := _says_again(reading, thing):
                        shown = written[:_NEAR]
                        return found(hit, worded("follows “{shown}”", shown=shown))
        for reading in readings_of(documents):
            if hit := self._reference(reading):
                return found(hit, worded("refers to what was set"))
        what = Text(self.labels[0], "")  # its labels are Thai
        return not_found(documents, worded("does not follow what{what} was set", what=what))

    def _reference(self, reading: Reading) -> Hit | None:
        about = finder(self.about)
        for hit in finder(self.refers).all(reading.whole):
            at = reading.line_at(hit.start)
            line = reading.lines[at]
            if not told(reading, hit.start) or (line.heading and line.where == "title"):
                continue
            near = " ".join(_beside(reading, at))
            if about.has(near):
                return reading.hit(hit.start, hit.end)
        return None


def _beside(reading: Reading, at: int) -> Iterator[str]:
    """Yield line `at`; of a paper, whose lines break anywhere, also those around it."""
    reach = 0 if reading.document.media is Media.WEBPAGE else 1
    for each in reading.lines[max(0, at - reach) : at + reach + 1]:
        if each.where != "title":
            yield each.text


@lru_cache(maxsize=16)
def _set_in(source: Document, labels: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what stands under the labels, each once, not the shortest: folded, and as written."""
    things: dict[str, str] = {}
    for text in _under(source, labels):
        for piece in _BREAK.split(text):
            thing = fold(piece)
            if len(thing) >= _SHORTEST:
                things.setdefault(thing[:_LONGEST], " ".join(piece.split()))
    return tuple(things.items())[:_MOST]


def _under(source: Document, labels: tuple[str, ...]) -> Iterator[str]:
    names = finder(labels)
    for table in source.tables:
        for at, row in enumerate(table.rows[:4]):
            for column, cell in enumerate(row):
                if names.has(cell):
                    yield from (each[column] for each in table.rows[at + 1 :] if column < len(each))
                    yield told_in(table, at, column, media=source.media)
    reading = read(source)
    for hit in names.all(reading.whole):
        line = reading.lines[reading.line_at(hit.start)]
        if line.table is None and line.where != "title":
            last = reading.whole.origin[hit.end - 1] + 1
            end = reading.starts[reading.line_of(last - 1)] + len(line.text)
            yield reading.plain[last:end] or told(reading, hit.start)


def _says_again(reading: Reading, thing: str) -> Hit | None:
    """Return where the documents say most of `thing`, by pieces of its letters."""
    text = reading.whole.text
    grams = [thing[at : at + _GRAM] for at in range(len(thing) - _GRAM + 1)]
    places = [place for gram in grams if (place := text.find(gram)) >= 0]
    if len(places) < _SHARE * len(grams):
        return None
    first = places[0]
    return reading.hit(first, min(len(text), first + len(thing)))


CHECK = Tied
