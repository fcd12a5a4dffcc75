"""Excel's own XML of 2003, as programs still put it out: the rows of its sheets."""

from __future__ import annotations

from typing import Any

from oit_audit.extract._extractor import MAX_CELL_TEXT, MAX_CELLS, folded
from oit_audit.extract._grid import MAX_COLUMNS, MAX_ROWS
from oit_audit.extract._package import PackageError, parsed

_S = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_MAX_MARKS = 2_500_000
_HIDDEN = frozenset({"SheetHidden", "SheetVeryHidden"})
Sheet = tuple[str, list[list[str]]]


def sheets_of(body: bytes) -> tuple[list[Sheet], bool]:
    """Return the sheets that are shown, each its name and rows, and whether that is all.

    Raises:
        PackageError: it is damaged, or too large to be read.
    """
    if body.count(b"<") + body.count(b"=") > _MAX_MARKS:
        raise PackageError("the file holds more than we open")
    left, sheets = MAX_CELLS, []
    for sheet in parsed(body).iter(f"{_S}Worksheet"):
        if sheet.findtext(f"{_X}WorksheetOptions/{_X}Visible") in _HIDDEN:
            continue
        rows: list[list[str]] = []
        for row in sheet.iterfind(f"{_S}Table/{_S}Row"):
            _skip(rows, row)
            rows.append(_cells(row))
            left -= len(rows[-1])
            if left <= 0 or len(rows) >= MAX_ROWS:
                break
        sheets.append((sheet.get(f"{_S}Name", ""), rows))
    return sheets, left > 0


def _skip(rows: list[list[str]], row: Any) -> None:
    """Add the empty row that stands between others when some are left out."""
    if _number(row, "Index") > len(rows) + 1:
        rows.append([])


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row.iterfind(f"{_S}Cell"):
        at = _number(cell, "Index")
        cells += [""] * (min(at - 1, MAX_COLUMNS) - len(cells))
        data = cell.find(f"{_S}Data")
        text = folded("".join(data.itertext())[:MAX_CELL_TEXT]) if data is not None else ""
        if data is not None and data.get(f"{_S}Type") == "DateTime":
            text = text.removesuffix("T00:00:00.000").replace("T", " ")
        across = min(_number(cell, "MergeAcross"), MAX_COLUMNS)
        cells += [text] + [""] * across
    return cells[:MAX_COLUMNS]


def _number(element: Any, name: str) -> int:
    said = element.get(f"{_S}{name}", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
