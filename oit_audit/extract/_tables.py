"""Tables that hold data, told apart from tables that lay out a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from oit_audit.extract._extractor import MAX_CELL_TEXT, MAX_CELLS, MAX_LABEL
from oit_audit.extract._layout import Grid, Layout
from oit_audit.extract._tree import Tree

MAX_COLUMNS = 200
_BULKY = 600
"""Characters of a cell that is more likely a part of a page than a value."""

_YEAR = re.compile(r"2[05]\d\d|๒๕[๐-๙]{2}")
"""What names a column although it is a number."""

_SPANS = frozenset({"colspan", "rowspan"})
"""What a cell has that fills more than one place."""

_PARAGRAPHS = frozenset({"p", "div", "ul", "ol", "center", "article", "section"})


@dataclass(slots=True)
class DataTable:
    """A table of data with its spans filled in."""

    node: int
    rows: list[list[str]]
    """All of one width."""

    caption: str
    header: tuple[str, ...] = ()
    """The texts of the first row; empty when there is none to speak of."""

    positions: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Row and column of each cell element."""

    groups: list[str] = field(default_factory=list)
    """For each row, the last line above it that spans all columns."""


def data_tables(tree: Tree, layout: Layout) -> dict[int, DataTable]:
    """Return the tables of `tree` that hold data, by their element, in reading order."""
    found: dict[int, DataTable] = {}
    left = MAX_CELLS
    for node, grid in layout.grids.items():
        if left <= 0 or not _holds_data(tree, grid):
            continue
        table = _fill(tree, grid, left)
        left -= sum(map(len, table.rows))
        if any(any(row) for row in table.rows):
            found[node] = table
    return found


def _holds_data(tree: Tree, grid: Grid) -> bool:
    if grid.nested or grid.role in {"presentation", "none"} or grid.fields > 1:
        return False
    rows = [cells for _, cells in grid.rows if cells]
    width = max((sum(1 for cell in row if _is_filled(tree, cell)) for row in rows), default=0)
    if len(rows) < 2 or width < 2:
        return False
    if grid.headers:
        return True
    return not grid.headings and not any(_is_bulky(tree, cell) for row in rows for cell in row)


def _is_filled(tree: Tree, cell: int) -> bool:
    return tree.has_content(cell, tree.ends[cell])


def _is_bulky(tree: Tree, cell: int) -> bool:
    """Does a cell hold several paragraphs, and much text?"""
    end = tree.ends[cell]
    if end - cell < 4 or sum(tag in _PARAGRAPHS for tag in tree.tags[cell:end]) < 2:
        return False
    return sum(map(len, tree.texts[cell:end])) > _BULKY


def _span(tree: Tree, cell: int, name: str, most: int) -> int:
    if name not in tree.attributes[cell]:
        return 1
    text = tree.get(cell, name)[:6]
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() else 1


def _fill(tree: Tree, grid: Grid, left: int) -> DataTable:
    """Return the table with every spanned place filled; at most `left` cells."""
    rows: list[list[str]] = []
    positions: dict[int, tuple[int, int]] = {}
    wide: set[int] = set()
    hanging: dict[int, tuple[int, str]] = {}
    for number, (_, cells) in enumerate(grid.rows):
        row: list[str] = []
        for cell in cells:
            if hanging:
                _hang(row, hanging)
            text = tree.words(cell)[:MAX_CELL_TEXT]
            positions[cell] = (number, len(row))
            if _SPANS.isdisjoint(tree.attributes[cell]) and len(row) < MAX_COLUMNS:
                row.append(text)
                continue
            across = _span(tree, cell, "colspan", MAX_COLUMNS)
            down = _span(tree, cell, "rowspan", len(grid.rows))
            if across > 1 and len(cells) == 1:
                wide.add(number)
            for _ in range(min(across, MAX_COLUMNS - len(row))):
                if down > 1:
                    hanging[len(row)] = (down - 1, text)
                row.append(text)
        _hang(row, hanging)
        rows.append(row)
        left -= len(row)
        if left <= 0:
            break
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    caption = tree.words(grid.caption)[:MAX_LABEL] if grid.caption >= 0 else ""
    table = DataTable(grid.node, rows, caption, positions=positions)
    table.groups = _groups(rows, wide)
    table.header = _header(rows, wide)
    return table


def _hang(row: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Put into `row` what hangs down from the rows above at this place."""
    while (held := hanging.pop(len(row), None)) is not None:
        left, text = held
        if left > 1:
            hanging[len(row)] = (left - 1, text)
        row.append(text)


def _groups(rows: list[list[str]], wide: set[int]) -> list[str]:
    groups: list[str] = []
    current = ""
    for number, row in enumerate(rows):
        if number in wide and row and row[0]:
            current = row[0][:MAX_LABEL]
        groups.append(current)
    return groups


def _header(rows: list[list[str]], wide: set[int]) -> tuple[str, ...]:
    """Return the first row that is no line across, when it names most of its columns."""
    first = next((row for number, row in enumerate(rows) if number not in wide), [])
    named = sum(1 for text in first if text and (not text.isdigit() or _YEAR.fullmatch(text)))
    return tuple(text[:MAX_LABEL] for text in first) if named * 2 > len(first) else ()
