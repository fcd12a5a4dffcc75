"""Ruled lines on a picture: where they make the cells of a table."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from oit_audit.model import Word

_THIN = 3
"""How many times longer than thick a rule is."""

_SAME = 6.0
"""Pixels between rules that are one."""

_ACROSS = 0.6
"""Share of a table that its rules cross."""

MAX_CELLS = 5_000
"""Of one page."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Where the rules of a table run, as if the page lay level."""

    columns: tuple[float, ...]
    """Left edges and, last, the right one."""

    rows: tuple[float, ...]
    """Upper edges and, last, the lowest one."""

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of a point; None when it lies outside."""
        row, column = bisect(self.rows, y) - 1, bisect(self.columns, x) - 1
        inside = 0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1
        return (row, column) if inside else None


def ruled(rules: Sequence[Word], slope: float) -> list[Ruled]:
    """Return the tables that `rules` make on a page skewed by `slope`, from top to bottom.

    Each has two columns and two rows at least; a frame around something is no table.
    """
    across = [rule for rule in rules if _width(rule) >= _THIN * _height(rule)]
    down = [rule for rule in rules if _height(rule) >= _THIN * _width(rule)]
    found = []
    while down:
        longest = max(down, key=_height)
        together = [rule for rule in down if _share(rule, longest) >= _ACROSS]
        down = [rule for rule in down if _share(rule, longest) <= 0]
        table = _table(together, across, slope)
        if table is not None and _cells(table) <= MAX_CELLS:
            found.append(table)
    return sorted(found, key=lambda table: table.rows[0])


def _table(down: Sequence[Word], across: Sequence[Word], slope: float) -> Ruled | None:
    columns = _edges([_middle_x(rule) + slope * _middle_y(rule) for rule in down])
    if len(columns) < 3:
        return None
    width = columns[-1] - columns[0]
    top = min(rule.top for rule in down) - 2 * _SAME
    bottom = max(rule.bottom for rule in down) + 2 * _SAME
    level = [
        _middle_y(rule) - slope * _middle_x(rule)
        for rule in across
        if top <= _middle_y(rule) <= bottom and _width(rule) >= _ACROSS * width
    ]
    rows = _edges(level)
    return Ruled(columns, rows) if len(rows) >= 3 else None


def _cells(table: Ruled) -> int:
    return (len(table.columns) - 1) * (len(table.rows) - 1)


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    """Return the places, ascending, those that are one only once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return tuple(edges)


def _share(rule: Word, of: Word) -> float:
    """Return how much of the height of `of` stands beside `rule`."""
    return (min(rule.bottom, of.bottom) - max(rule.top, of.top)) / max(1, _height(of))


def _width(rule: Word) -> int:
    return rule.right - rule.left


def _height(rule: Word) -> int:
    return rule.bottom - rule.top


def _middle_x(rule: Word) -> float:
    return (rule.left + rule.right) / 2


def _middle_y(rule: Word) -> float:
    return (rule.top + rule.bottom) / 2
