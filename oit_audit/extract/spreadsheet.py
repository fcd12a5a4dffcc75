"""A workbook (.xlsx, .xls, .ods): every sheet, its titles as text and its rows as tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from oit_audit.extract._bounds import refuse
from oit_audit.extract._extractor import MAX_BLOCKS, MAX_CELLS, MAX_LABEL, Extractor, blank, folded
from oit_audit.extract._grid import MAX_COLUMNS, MAX_ROWS, read_rows, shown
from oit_audit.model import Block, Document, Legibility, Media, Resource, Section, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_SHEETS = 100


def read(resource: Resource, body: bytes) -> Document:
    """Return what a workbook says; a locked or broken one says so."""
    if refusal := refuse(body):
        return blank(resource, Media.SPREADSHEET, note=refusal)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    except CalamineError as error:
        locked = "password" in str(error).lower()
        note = "the workbook is locked with a password" if locked else "the workbook is damaged"
        return blank(resource, Media.SPREADSHEET, note=note)
    names = book.sheet_names
    blocks: list[Block] = []
    tables: list[Table] = []
    sections = [Section("", -1, 0)]
    broken: list[str] = []
    left = MAX_CELLS
    for name in names[:MAX_SHEETS]:
        label = folded(name)[:MAX_LABEL]
        sections.append(Section(label, 0, 1))
        try:
            rows = list(_rows(book.get_sheet_by_name(name), left))
        except CalamineError:
            broken.append(label)
            continue
        left -= sum(map(len, rows))
        said, found = read_rows(rows, f"sheet {label}", len(sections) - 1)
        blocks += said
        tables += found
    cut = left <= 0 or len(names) > MAX_SHEETS or len(blocks) > MAX_BLOCKS
    legibility, note = _legibility(bool(blocks or tables), cut, broken)
    return replace(
        blank(resource, Media.SPREADSHEET, pages=max(1, len(names))),
        blocks=tuple(blocks[:MAX_BLOCKS]),
        tables=tuple(tables),
        sections=tuple(sections),
        legibility=legibility,
        legibility_note=note,
    )


def _legibility(filled: bool, cut: bool, broken: list[str]) -> tuple[Legibility, str]:  # noqa: FBT001 - three facts, one answer
    if broken:
        worst = Legibility.POOR if filled else Legibility.NONE
        return worst, f"a sheet cannot be read: {broken[0]}"
    if not filled:
        return Legibility.NONE, "the workbook is empty"
    if cut:
        return Legibility.POOR, "the workbook is too long: only its beginning was read"
    return Legibility.GOOD, ""


def _rows(sheet: CalamineSheet, left: int) -> Iterator[list[str]]:
    """Give the rows of a sheet as people see them; at most `left` cells."""
    rows: list[list[str]] = []
    for values in sheet.iter_rows():
        row = [shown(value) for value in values[:MAX_COLUMNS]]
        left -= len(row)
        if left < 0 or len(rows) >= MAX_ROWS:
            break
        rows.append(row)
    for start, end in sheet.merged_cell_ranges or ():
        _spread(rows, start, end)
    yield from rows


def _spread(rows: list[list[str]], start: Sequence[int], end: Sequence[int]) -> None:
    """Repeat a merged cell where other cells stand beside it; a line across stays in one cell."""
    top, left = start[0], start[1]
    if not (0 <= top < len(rows) and 0 <= left < len(rows[top])):
        return
    text = rows[top][left]
    for row in rows[top : min(end[0] + 1, len(rows))]:
        if any(cell for column, cell in enumerate(row) if not left <= column <= end[1]):
            for column in range(left, min(end[1] + 1, len(row))):
                row[column] = row[column] or text


EXTRACTOR = Extractor(
    Media.SPREADSHEET,
    (MEDIA_TYPE, "application/vnd.ms-excel", "application/vnd.oasis.opendocument.spreadsheet"),
    (".xlsx", ".xls", ".ods", ".xlsm"),
    read,
)
