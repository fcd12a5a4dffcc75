"""Plain text and comma separated lists."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace

from oit_audit.extract._extractor import (
    MAX_BLOCKS,
    MAX_CELL_TEXT,
    MAX_CELLS,
    Extractor,
    blank,
    file_name,
    folded,
    pieces,
)
from oit_audit.extract._grid import MAX_COLUMNS, MAX_ROWS, read_rows
from oit_audit.extract.charset import decode
from oit_audit.model import Block, Document, Legibility, Media, Resource, Table

_LISTS = frozenset({"text/csv", "text/tab-separated-values", "application/csv"})
_SAMPLE = 8_192
_SEPARATORS = ("\t", ";", ",", "|")
_SAID = re.compile(r'"?sep=([,;|\t])"?', re.IGNORECASE)
"""What Excel writes above a list to say how it is cut."""


def read(resource: Resource, body: bytes) -> Document:
    """Return the lines of a text, or the rows of a list."""
    text = decode(body, resource.charset)
    name = file_name(resource).lower()
    listed = resource.media_type in _LISTS or name.endswith((".csv", ".tsv"))
    blocks, tables, whole = _listed(text) if listed else _lines(text)
    document = replace(
        blank(resource, Media.TEXT, media_type="text/csv" if listed else "text/plain"),
        blocks=tuple(blocks[:MAX_BLOCKS]),
        tables=tuple(tables),
    )
    if not blocks and not tables:
        return blank(resource, Media.TEXT, media_type="text/plain", note="the file is empty")
    if whole and len(blocks) <= MAX_BLOCKS:
        return document
    note = "the file is too long: only its beginning was read"
    return replace(document, legibility=Legibility.POOR, legibility_note=note)


def _lines(text: str) -> tuple[list[Block], list[Table], bool]:
    lines = (
        (number, folded(line)) for number, line in enumerate(text.splitlines()[: MAX_BLOCKS + 1], 1)
    )
    blocks = [Block(piece, f"line {number}") for number, line in lines for piece in pieces(line)]
    return blocks, [], True


def _listed(text: str) -> tuple[list[Block], list[Table], bool]:
    rows: list[list[str]] = []
    left = MAX_CELLS
    lines = text.splitlines(keepends=True)
    if lines and (said := _SAID.fullmatch(lines[0].strip())):
        separator, lines = said[1], lines[1:]
    else:
        separator = _separator(text[:_SAMPLE].splitlines())
    try:
        for row in csv.reader(lines, delimiter=separator):
            rows.append([folded(cell[:MAX_CELL_TEXT]) for cell in row[:MAX_COLUMNS]])
            left -= len(rows[-1])
            if left <= 0 or len(rows) >= MAX_ROWS:
                break
    except csv.Error:
        return _lines(text)
    blocks, tables = read_rows(rows, "list", 0)
    return blocks, tables, left > 0 and len(rows) < MAX_ROWS


def _separator(lines: list[str]) -> str:
    """Return what stands between the cells: what cuts most lines into equally many.

    >>> _separator(["ที่;รายการ, วงเงิน", "1;จ้าง;5,000"])
    ';'
    """
    return max(_SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return count, width


EXTRACTOR = Extractor(Media.TEXT, ("text/plain", *sorted(_LISTS)), (".txt", ".csv", ".tsv"), read)
