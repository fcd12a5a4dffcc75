"""Plain text and comma separated lists."""

from __future__ import annotations

import csv
from dataclasses import replace

from oit_audit.extract._extractor import (
    MAX_BLOCK_TEXT,
    MAX_BLOCKS,
    MAX_CELL_TEXT,
    MAX_CELLS,
    Extractor,
    blank,
    file_name,
    folded,
)
from oit_audit.extract._grid import MAX_COLUMNS, MAX_ROWS, read_rows
from oit_audit.extract.charset import decode
from oit_audit.model import Block, Document, Legibility, Media, Resource, Table

_LISTS = frozenset({"text/csv", "text/tab-separated-values", "application/csv"})
_SAMPLE = 8_192


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
    blocks = [
        Block(line[start : start + MAX_BLOCK_TEXT], f"line {number}")
        for number, line in lines
        for start in range(0, len(line), MAX_BLOCK_TEXT)
    ]
    return blocks, [], True


def _listed(text: str) -> tuple[list[Block], list[Table], bool]:
    rows: list[list[str]] = []
    left = MAX_CELLS
    try:
        dialect = csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        for row in csv.reader(text.splitlines(), dialect):
            rows.append([folded(cell[:MAX_CELL_TEXT]) for cell in row[:MAX_COLUMNS]])
            left -= len(rows[-1])
            if left <= 0 or len(rows) >= MAX_ROWS:
                break
    except csv.Error:
        return _lines(text)
    blocks, tables = read_rows(rows, "list", 0)
    return blocks, tables, left > 0 and len(rows) < MAX_ROWS


EXTRACTOR = Extractor(Media.TEXT, ("text/plain", *sorted(_LISTS)), (".txt", ".csv", ".tsv"), read)
