"""A table that somebody made in a spreadsheet: its rows by the names of its columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oit_audit.errors import InputError
from oit_audit.extract import decode, sheet_rows
from oit_audit.model import Text
from oit_audit.thai import fold
from oit_audit.words import joined, worded

MAX_BYTES = 50_000_000
MAX_ROWS = 100_000
MAX_CELL = 20_000
"""Characters of one cell that are kept."""

_HEADER_WITHIN = 10
"""Rows among which the names of the columns stand: titles may stand above them."""

_DELIMITERS = ",;\t"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Text of two bytes a letter, as Excel writes `Unicode Text`."""

_HOW = worded("save it as CSV UTF-8 or XLSX")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is looked for."""

    name: str
    also: tuple[str, ...] = ()
    """Other names of it; case, spaces and signs make no difference."""

    required: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the names of the columns."""

    number: int
    """As a spreadsheet counts, from 1."""

    cells: Mapping[str, str]
    """By `Column.name`, without spaces around; empty where there is nothing."""

    @property
    def is_blank(self) -> bool:
        """Is nothing in any of the columns?"""
        return not any(self.cells.values())


def read_table(
    path: Path, columns: Sequence[Column], *, max_rows: int = MAX_ROWS
) -> tuple[Row, ...]:
    """Return the rows of a CSV or XLSX file, blank ones too, in order.

    CSV may be UTF-8, UTF-16 or windows-874, with comma, semicolon or tab. Of a workbook the first
    sheet counts that has the columns.

    Raises:
        InputError: it cannot be read, is neither, is too large or lacks a column; names file and
            row.
    """
    data = _read(path)
    if data.startswith(_WORKBOOKS):
        try:
            tables: Iterable[Sequence[Sequence[str]]] = sheet_rows(data)
        except InputError as error:
            raise InputError(
                Text(f"{path}: {error.th}", f"{path}: {error.en}"),
                hint=Text(error.hint_th, error.hint) if error.hint else _HOW,
            ) from error
    else:
        tables = _of_text(path, data)
    lacking = tuple(column for column in columns if column.required)
    for rows in tables:
        found, missing = _header(rows, columns)
        if not missing:
            return _below(path, rows, found, columns, max_rows)
        lacking = missing if len(missing) < len(lacking) else lacking
    lacks = worded("{path}: row 1: no column named", path=path)
    names = joined((Text(column.name, column.name) for column in lacking), " และ ", " and ")
    wanted = ",".join(column.name for column in columns)
    raise InputError(
        Text(f"{lacks.th} {names.th}", f"{lacks.en} {names.en}"),
        hint=worded("the first row must name the columns: {wanted}", wanted=wanted),
    )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror
        raise InputError(worded("cannot read {path}: {why}", path=path, why=why)) from error
    if len(data) > MAX_BYTES:
        most = f"{MAX_BYTES:,}"
        raise InputError(
            worded("{path}: is over {most} bytes", path=path, most=most),
            hint=worded("is it the right file?"),
        )
    return data


def _of_text(path: Path, data: bytes) -> Iterator[list[list[str]]]:
    """Give the table that the text is with each delimiter that its beginning holds."""
    if b"\0" in data and not data.startswith(_WIDE):
        raise InputError(
            worded("{path}: neither a CSV nor an XLSX file", path=path),
            hint=_HOW,
        )
    text = decode(data, "windows-874")
    if text.lstrip()[:1] == "<":
        raise InputError(
            worded("{path}: a web page, neither a CSV nor an XLSX file", path=path),
            hint=_HOW,
        )
    top = "\n".join(text.splitlines()[:_HEADER_WITHIN])
    delimiters = sorted((d for d in _DELIMITERS if d in top), key=lambda d: -top.count(d))
    failed: InputError | None = None
    for delimiter in delimiters or [","]:
        try:
            yield _split(path, text, delimiter)
        except InputError as error:
            failed = failed or error
    if failed:
        raise failed


def _split(path: Path, text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        number = len(rows) + 1
        raise InputError(
            worded("{path}: row {number}: {error}", path=path, number=number, error=error)
        ) from error
    return rows


def _header(
    rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> tuple[tuple[int, dict[str, int]], tuple[Column, ...]]:
    """Return the row of the names with the place of each column, and the columns it lacks."""
    best: tuple[int, dict[str, int]] = (0, {})
    fewest = tuple(column for column in columns if column.required)
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        names = [fold(cell[:MAX_CELL]) for cell in row]
        places = {
            column.name: names.index(name)
            for column in columns
            for name in [
                next((n for n in map(fold, (column.name, *column.also)) if n in names), "")
            ]
            if name
        }
        missing = tuple(
            column for column in columns if column.required and column.name not in places
        )
        if len(missing) < len(fewest):
            best, fewest = (index, places), missing
        if not fewest:
            break
    return best, fewest


def _below(
    path: Path,
    rows: Sequence[Sequence[str]],
    header: tuple[int, Mapping[str, int]],
    columns: Sequence[Column],
    max_rows: int,
) -> tuple[Row, ...]:
    index, places = header
    if len(rows) - index - 1 > max_rows:
        number, most = index + max_rows + 2, f"{max_rows:,}"
        raise InputError(
            worded(
                "{path}: row {number}: a list has {most} rows at most",
                path=path,
                number=number,
                most=most,
            ),
            hint=worded("split it into several lists"),
        )
    return tuple(
        Row(number, {column.name: _cell(row, places.get(column.name)) for column in columns})
        for number, row in enumerate(rows[index + 1 :], index + 2)
    )


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place][:MAX_CELL].strip() if place is not None and place < len(row) else ""
