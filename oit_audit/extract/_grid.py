"""Rows of a sheet or list as people read them: titles and notes as text, the rest as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from oit_audit.extract._extractor import MAX_CELL_TEXT, folded, pieces
from oit_audit.model import Block, Table

MAX_ROWS = 50_000
"""Of one sheet."""

MAX_COLUMNS = 200


def shown(value: object) -> str:
    """Return a cell as a person sees it.

    >>> shown(1234.0), shown(0.1 + 0.2), shown(dt.datetime(2023, 4, 20))
    ('1234', '0.3', '2023-04-20')
    """
    text = ""
    match value:
        case bool():
            text = "TRUE" if value else "FALSE"
        case float():
            whole = value.is_integer() and abs(value) < 1e15
            text = f"{value:.0f}" if whole else f"{value:.10g}"
        case dt.datetime() if value.time() == dt.time():
            text = value.date().isoformat()
        case dt.datetime():
            text = value.replace(microsecond=0).isoformat(" ")
        case dt.date() | dt.time():
            text = value.isoformat()
        case _:
            text = "" if value is None else folded(str(value)[:MAX_CELL_TEXT])
    return text


def read_rows(
    rows: Iterable[Sequence[str]], where: str, section: int
) -> tuple[list[Block], list[Table]]:
    """Return the text and the tables of `rows`.

    A table is a run of rows without an empty row between, from the first to the last that has two
    filled cells; what stands above and below it in one cell is text.
    """
    blocks: list[Block] = []
    tables: list[Table] = []
    run: list[tuple[int, Sequence[str]]] = []
    for number, row in enumerate(rows, 1):
        if any(row):
            run.append((number, row))
        elif run:
            _close(run, where, section, blocks, tables)
            run = []
    _close(run, where, section, blocks, tables)
    return blocks, tables


def _close(
    run: list[tuple[int, Sequence[str]]],
    where: str,
    section: int,
    blocks: list[Block],
    tables: list[Table],
) -> None:
    wide = [at for at, (_, row) in enumerate(run) if sum(map(bool, row)) > 1]
    if len(wide) < 2:
        wide = []
    first, last = (wide[0], wide[-1] + 1) if wide else (len(run), len(run))
    for number, row in [*run[:first], *run[last:]]:
        text = " ".join(filter(None, row))
        blocks += [Block(piece, f"{where} row {number}", section) for piece in pieces(text)]
    if wide:
        tables.append(Table(_trimmed([row for _, row in run[first:last]]), where, section))


def _trimmed(rows: list[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows in one width, without columns that are empty to the left or right."""
    width = max(map(len, rows))
    filled = [any(column < len(row) and row[column] for row in rows) for column in range(width)]
    left, right = filled.index(True), width - filled[::-1].index(True)
    return tuple(
        tuple(row[column] if column < len(row) else "" for column in range(left, right))
        for row in rows
    )
