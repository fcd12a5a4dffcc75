"""A workbook (.xlsx, .xls, .ods): every sheet that is shown, as text and tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from oit_audit.extract._bounds import lacks_results, refuse
from oit_audit.extract._drawn import drawn_lines
from oit_audit.extract._excel_xml import sheets_of
from oit_audit.extract._extractor import MAX_BLOCKS, MAX_CELLS, MAX_LABEL, Extractor, blank, folded
from oit_audit.extract._grid import MAX_COLUMNS, MAX_ROWS, read_rows, shown
from oit_audit.extract._package import PackageError
from oit_audit.extract._sheet_links import sheet_links
from oit_audit.extract._types import BINARY_EXCEL, EXCEL_XML, OLD_EXCEL
from oit_audit.model import Block, Document, Legibility, Link, Media, Resource, Section, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_SHEETS = 100
_VISIBLE = SheetVisibleEnum.Visible


def read(resource: Resource, body: bytes) -> Document:
    """Return what a workbook says; a locked or broken one says so."""
    if refusal := refuse(body):
        return blank(resource, Media.SPREADSHEET, note=refusal)
    if resource.media_type == EXCEL_XML:
        return _from_xml(resource, body)
    try:
        with one_error():
            book = CalamineWorkbook.from_filelike(io.BytesIO(body))
            shown_sheets = [s.name for s in book.sheets_metadata if s.visible == _VISIBLE]
    except CalamineError as error:
        locked = "password" in str(error).lower()
        note = "the workbook is locked with a password" if locked else "the workbook is damaged"
        return blank(resource, Media.SPREADSHEET, note=note)
    found = _Sheets(unsaved=lacks_results(body))
    for name in shown_sheets[:MAX_SHEETS]:
        try:
            with one_error():
                sheet = book.get_sheet_by_name(name)
                rows = list(rows_of(sheet, found.left))
        except CalamineError:
            found.broken = found.broken or folded(name)[:MAX_LABEL].strip() or "?"
            continue
        found.add(name, rows)
        found.rows[name] = rows
        found.cut |= sheet.start is not None and len(rows) < sheet.start[0] + sheet.height
    found.cut |= len(shown_sheets) > MAX_SHEETS
    found.hidden = len(shown_sheets) < len(book.sheet_names)
    for line in drawn_lines(body):
        found.blocks.append(Block(line, "drawing"))
    links = sheet_links(body, resource.final_url, found.rows)
    return replace(found.document(resource, len(book.sheet_names)), links=links)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of a workbook, sheet by sheet."""
    return read(resource, body).links


@contextmanager
def one_error() -> Iterator[None]:
    """Let the library fail in one way: at damaged files it also panics, which is no `Exception`."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise CalamineError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise CalamineError("the workbook is damaged") from error


def _from_xml(resource: Resource, body: bytes) -> Document:
    try:
        sheets, whole = sheets_of(body)
    except PackageError as error:
        damaged = "damaged" in str(error)
        note = "the workbook is damaged" if damaged else "a sheet is too large to open"
        return blank(resource, Media.SPREADSHEET, note=note)
    found = _Sheets(cut=not whole or len(sheets) > MAX_SHEETS)
    for name, rows in sheets[:MAX_SHEETS]:
        found.add(name, rows)
    return found.document(resource, len(sheets))


@dataclass(slots=True)
class _Sheets:
    """Gathers what the sheets say."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [Section("", -1, 0)])
    rows: dict[str, list[list[str]]] = field(default_factory=dict)
    """Of each sheet that could be read."""

    left: int = field(default_factory=lambda: MAX_CELLS)
    broken: str = ""
    """The first sheet that cannot be read."""

    cut: bool = False
    hidden: bool = False
    """Are there sheets that are not shown?"""

    unsaved: bool = False
    """Are there formulas without their results?"""

    def add(self, name: str, rows: list[list[str]]) -> None:
        """Add a sheet."""
        label = folded(name)[:MAX_LABEL].strip()
        self.sections.append(Section(label, 0, 1))
        self.left -= sum(map(len, rows))
        said, found = read_rows(rows, f"sheet {label}", len(self.sections) - 1)
        self.blocks += said
        self.tables += found

    def document(self, resource: Resource, count: int) -> Document:
        """Return the workbook of `count` sheets."""
        legibility, note = self._legibility()
        return replace(
            blank(resource, Media.SPREADSHEET, pages=max(1, count)),
            blocks=tuple(self.blocks[:MAX_BLOCKS]),
            tables=tuple(self.tables),
            sections=tuple(self.sections),
            legibility=legibility,
            legibility_note=note,
        )

    def _legibility(self) -> tuple[Legibility, str]:
        filled = bool(self.blocks or self.tables)
        if self.broken:
            worst = Legibility.POOR if filled else Legibility.NONE
            return worst, f"a sheet cannot be read: {self.broken}"
        if self.unsaved:
            worst = Legibility.POOR if filled else Legibility.NONE
            return worst, "cells hold formulas whose results were not saved"
        if not filled and self.hidden:
            return Legibility.NONE, "the workbook shows nothing: what it holds is hidden"
        if not filled:
            return Legibility.NONE, "the workbook is empty"
        if self.cut or self.left <= 0 or len(self.blocks) > MAX_BLOCKS:
            return Legibility.POOR, "the workbook is too long: only its beginning was read"
        return Legibility.GOOD, ""


def rows_of(sheet: CalamineSheet, left: int) -> Iterator[list[str]]:
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
    (
        MEDIA_TYPE,
        OLD_EXCEL,
        BINARY_EXCEL,
        EXCEL_XML,
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.spreadsheet-template",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
        "application/vnd.ms-excel.sheet.macroenabled.12",
    ),
    (".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".xltx", ".xlt", ".ots"),
    read,
    links=read_links,
)
