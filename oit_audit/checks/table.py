"""Does a table have the columns that are asked?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, Reading, finder, found, not_found, read, readings_of
from oit_audit.checks._told import told_in
from oit_audit.model import Document, Finding, Media, Scene, Table
from oit_audit.thai import Finder, fold
from oit_audit.words import worded

_HEADER_ROWS = 4
"""Rows from the top that may belong to the header: a title row, a header over two rows."""

_PIECE = 5
"""Letters that a piece of a broken wording has at least."""

_REACH = 400
"""Letters within which the pieces of a broken wording stand."""

_WHOLE = 4
"""Folded letters up to which a name must be the whole cell, as `งาน`."""

_SENTENCE = 80
"""Characters from which a line of a page is running text, and names no column."""

_PAPERS = frozenset({Media.PDF, Media.PRESENTATION, Media.TEXT, Media.OTHER, Media.ARCHIVE})


@dataclass(frozen=True, slots=True)
class Columns(Part):
    """Look for every column group, by any of its names, in one document.

    Names are read from the first rows and the first column of its tables, those of a header over
    several rows also from top to bottom. Something must be filled in under the name or beside it.
    Papers that come without tables say the names in their lines, where a header that was set in
    narrow cells comes in pieces; a page without tables may name them as headings.
    """

    name: ClassVar[str] = "table"

    columns: tuple[tuple[str, ...], ...]
    """Groups of names; each group is one column."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND for the first document that names every group, and quote its header."""
        fewest = self.columns
        for document in (reading.document for reading in readings_of(documents)):
            hits = [_named(document, group) for group in self.columns]
            if found_all := [hit for hit in hits if hit is not None]:
                lacking = tuple(
                    group for group, hit in zip(self.columns, hits, strict=True) if hit is None
                )
                if not lacking:
                    names = ", ".join(group[0] for group in self.columns)
                    return found(found_all[0], worded("has {names}", names=names))
                fewest = min(fewest, lacking, key=len)
        names = ", ".join(group[0] for group in fewest)
        return not_found(documents, worded("has no {names}", names=names))


def _named(document: Document, group: tuple[str, ...]) -> Hit | None:
    for table in document.tables:
        if names := _in_table(table, group, document.media):
            return Hit(document, table.where, names)
    if document.tables and document.media not in _PAPERS:
        return None
    reading = read(document)
    for said in finder(group).all(reading.whole):
        line = reading.lines[reading.line_at(said.start)]
        if line.table is not None or fold(said.phrase) in _short(group):
            continue
        if document.media in _PAPERS or line.heading or len(line.text) <= _SENTENCE:
            return reading.hit(said.start, said.end)
    pieces = (_in_pieces(reading, word) for word in map(fold, group))
    return next((hit for hit in pieces if hit), None)


def _short(group: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in map(fold, group) if len(name) <= _WHOLE)


def _in_table(table: Table, group: tuple[str, ...], media: Media) -> str:
    """Return the cells that name the group in the head or the first column; empty for none."""
    names, short = finder(group), _short(group)
    for at, row in enumerate(table.rows):
        cells = row if at < _HEADER_ROWS else row[:2]
        for column, cell in enumerate(cells):
            named = _has(names, short, cell) or (
                0 < at < _HEADER_ROWS
                and _is_header(row)
                and names.has(_from_the_top(table, at, column))
            )
            if named and told_in(table, at, column, media=media):
                return " | ".join(cells)
    return ""


def _has(names: Finder, short: frozenset[str], cell: str) -> bool:
    first = next((said for said in names.all(cell) if fold(said.phrase) not in short), None)
    return first is not None or fold(cell) in short


def _is_header(row: tuple[str, ...]) -> bool:
    """May a row below the first belong to the header: no empty cell, and no number?"""
    return all(cell and not any(map(str.isdigit, cell)) for cell in row)


def _from_the_top(table: Table, at: int, column: int) -> str:
    """Return the header above a cell and the cell, from top to bottom, each text once."""
    above = (row[column] for row in table.rows[: at + 1] if column < len(row))
    return " ".join(dict.fromkeys(above))


def _in_pieces(reading: Reading, word: str) -> Hit | None:
    """Return where `word` stands in at most three pieces, in order and close together."""
    text, start = reading.whole.text, -1
    if reading.document.media not in _PAPERS or len(word) < 2 * _PIECE:
        return None
    while (start := text.find(word[:_PIECE], start + 1)) >= 0:
        at, done = start, 0
        for _ in range(3):
            done, at = _extend(text, word, done, at)
            if done == len(word):
                return reading.hit(start, at)
            at = text.find(word[done : done + _PIECE], at, start + _REACH)
            if at < 0 or len(word) - done < _PIECE:
                break
    return None


def _extend(text: str, word: str, done: int, at: int) -> tuple[int, int]:
    while done < len(word) and at < len(text) and text[at] == word[done]:
        done, at = done + 1, at + 1
    return done, at


CHECK = Columns
