"""What is told under a label: the cells below or beside it, the lines that follow, its own line.

A label alone tells nothing: a form that nobody filled in has all of them.
"""

from __future__ import annotations

import re

from oit_audit.checks._reading import Line, Reading
from oit_audit.model import Media, Table

_FILLED = re.compile(r"[^\W_]|[-–—]")
"""Something is written: a letter, a digit, a dash for none; not the dots of a form."""

_HEADER_ROWS = 4
_LIST_ROWS = 200
"""Rows by which a table of labels and values is told from others."""

_VALUE = 25
"""Characters from which a cell is a text of its own, and no label."""

_FOLLOWING = 8
"""Lines of a paper, after a label, in which what is told stands."""


def is_filled(text: str) -> bool:
    """Is anything written there?"""
    return _FILLED.search(text) is not None


def told(reading: Reading, start: int) -> str:
    """Return what is told under the label at `start` of the folded text; empty for none.

    What stands in a line of text tells itself.
    """
    first = reading.whole.origin[start]
    at = reading.line_of(first)
    line = reading.lines[at]
    if table := line.table:
        column = _column(table.rows[line.row], first - reading.starts[at])
        return told_in(table, line.row, column, media=reading.document.media)
    if line.heading:
        return _below_heading(reading, at)
    return f"{line.text} {_next(reading, at)}"


def passage(reading: Reading, start: int) -> str:
    """Return the line that holds a position of the folded text, with its surroundings.

    These are the lines around it, of a paper two on each side, and the nearest heading above; not
    the title nor the first heading of a page, which name the subject of everything on it.
    """
    at = reading.line_at(start)
    reach = 1 if reading.document.media is Media.WEBPAGE else 2
    around = (*reading.lines[max(0, at - reach) : at], *reading.lines[at + 1 : at + reach + 1])
    above = next((each for each in reversed(reading.lines[:at]) if each.heading), None)
    said = (each.text for each in (*around, *((above,) if above else ())) if not _is_subject(each))
    return " ".join((reading.lines[at].text, *said))


def subject(reading: Reading) -> str:
    """Return the title and the first headings of a document."""
    return " ".join(line.text for line in reading.lines if _is_subject(line))


def _is_subject(line: Line) -> bool:
    return line.where == "title" or (line.heading and line.level == 1)


def told_in(table: Table, row: int, column: int, *, media: Media) -> str:
    """Return what a table tells under or beside one of its cells; a cell of text tells itself."""
    cells = table.rows[row]
    cell = cells[column]
    below = _below(table, row, column) if row < _HEADER_ROWS else ""
    beside = " ".join(each for each in cells[column + 1 :] if each != cell and is_filled(each))
    is_list = len(set(cells)) <= 2 and all(len(set(each)) <= 2 for each in table.rows[:_LIST_ROWS])
    if is_list and column == 0 and len(cells) > 1:
        return f"{beside} {below if row == 0 else ''}".strip() or _value(cell)
    if row == 0 and len(table.rows) > 1:
        return below
    if row == 0:
        return "" if media is Media.WEBPAGE else cell
    if row < _HEADER_ROWS and len(cell) <= _VALUE and row + 1 < len(table.rows):
        return below or (beside if column <= 1 else "")
    return f"{cell} {beside}"


def _below(table: Table, row: int, column: int) -> str:
    cell = table.rows[row][column]
    return " ".join(
        each[column]
        for each in table.rows[row + 1 :]
        if column < len(each) and each[column] != cell and is_filled(each[column])
    )


def _value(cell: str) -> str:
    """Return a cell that says its own value after a colon; empty when it does not."""
    return cell if is_filled(cell.partition(":")[2]) or len(cell) > 2 * _VALUE else ""


def _column(cells: tuple[str, ...], position: int) -> int:
    """Return the column of a row that holds a position of its line."""
    end = 0
    for column, cell in enumerate(cells):
        end += len(cell) + 1
        if position < end:
            return column
    return len(cells) - 1


def _below_heading(reading: Reading, at: int) -> str:
    """Return the text between a heading and the next of the same rank."""
    line = reading.lines[at]
    if not line.level:
        return line.text
    below: list[str] = []
    for each in reading.lines[at + 1 : at + 1 + 2 * _FOLLOWING]:
        if each.heading and 0 < each.level <= line.level:
            break
        if not each.heading:
            below.append(each.text)
    return " ".join(below)


def _next(reading: Reading, at: int) -> str:
    """Return the lines after line `at`: of a paper several, of a page the next."""
    count = 2 if reading.document.media is Media.WEBPAGE else _FOLLOWING
    below: list[str] = []
    for each in reading.lines[at + 1 : at + 1 + count]:
        if each.heading:
            break
        below.append(each.text)
    return " ".join(below)
