"""What stands around a link or picture and says what it is: row, headings, menus, text near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._layout import HEADINGS, Layout, Place
from oit_audit.extract._sections import Outline
from oit_audit.extract._tables import DataTable
from oit_audit.extract._tree import Tree

_MAX_MENU = 150
"""Characters of a menu entry; what is longer is text."""

_WINDOW = 16
"""Nodes to either side that we read where a row would be too long."""

_MAX_ROW_NODES = 400
_MOST_BOXES = 4
"""Elements around a link that may be its box."""

_MAX_BOX = 160
"""Characters of a box; what is longer is text."""

_OUTER = frozenset({"body", "html", "main", "form", "nav"})
_ITEMS = frozenset({"li", "dd", "dt"})


class Surroundings:
    """Answers for one page; remembers what it has worked out."""

    def __init__(
        self, tree: Tree, layout: Layout, outline: Outline, tables: dict[int, DataTable]
    ) -> None:
        self._tree, self._layout, self._outline, self._tables = tree, layout, outline, tables
        self._rows: dict[int, str] = {}
        self._own: dict[int, str] = {}
        self._entries: dict[int, tuple[str, ...]] = {}
        self._titles: dict[int, tuple[str, ...]] = {}
        self._chains: dict[tuple[int, int, int], tuple[str, ...]] = {}

    def row(self, index: int) -> str:
        """Return the text of the smallest row, list item or card around a node."""
        place = self._layout.places[index]
        holder = max(self._row_of(place), place.item, place.card)
        if holder < 0:
            return self._box(index) or self._line(index, place.node)
        if holder == place.item and self._tree.tags[holder] not in _ITEMS:
            holder = index
        if holder not in self._rows:
            self._rows[holder] = self._row_text(holder)
        text = self._rows[holder]
        return text if len(text) <= MAX_LABEL else self._window(holder, index)

    def _box(self, index: int) -> str:
        """Return the text of the smallest element around a link alone of its kind that says more.

        Empty when there is none: such an element may hold no heading, no other link, and few words.
        """
        tree = self._tree
        own = tree.words(index)
        node = tree.parents[index]
        for _ in range(_MOST_BOXES):
            if node < 0 or tree.tags[node] in _OUTER or tree.ends[node] - node > _MAX_ROW_NODES:
                return ""
            end = tree.ends[node]
            if bisect_left(tree.anchors, end) - bisect_left(tree.anchors, node) > 1:
                return ""
            text = tree.words(node)
            if text != own:
                headed = any(tag in HEADINGS for tag in tree.tags[node:end])
                return "" if headed or len(text) > _MAX_BOX else text
            node = tree.parents[node]
        return ""

    def _line(self, index: int, block: int) -> str:
        """Return the line of a block that a node stands in, up to breaks and boxes."""
        tree, places = self._tree, self._layout.places
        first = max(block, index - _MAX_ROW_NODES)
        last = min(tree.ends[block], index + _MAX_ROW_NODES)
        start = index
        while start > first and places[start - 1].node == block and tree.tags[start - 1] != "br":
            start -= 1
        end = max(index + 1, min(tree.ends[index], last))
        while end < last and places[end].node == block and tree.tags[end] != "br":
            end += 1
        text = tree.words(start, end)
        return text if len(text) <= MAX_LABEL else self._window(start, index)

    def _row_of(self, place: Place) -> int:
        """Return the table row, unless it lays out a part of the page."""
        if place.row < 0 or place.table in self._tables:
            return place.row
        short = self._tree.ends[place.row] - place.row <= _MAX_ROW_NODES
        return place.row if short and not self._layout.grids[place.table].nested else place.cell

    def _row_text(self, holder: int) -> str:
        table = self._tables.get(self._layout.places[holder].table)
        if table is not None and self._tree.tags[holder] == "tr":
            cells = self._layout.grids[table.node].rows
            for number, (row, _) in enumerate(cells[: len(table.rows)]):
                if row == holder:
                    return " ".join(dict.fromkeys(filter(None, table.rows[number])))
        return self._own_words(holder)

    def _own_words(self, holder: int) -> str:
        """Return the text of an element without the lists that stand in it."""
        if holder not in self._own:
            tree = self._tree
            start, end = holder, min(tree.ends[holder], holder + _MAX_ROW_NODES)
            pieces: list[str] = []
            for sublist in self._layout.sublists.get(holder, ()):
                pieces += tree.texts[start : min(sublist, end)]
                start = max(start, tree.ends[sublist])
            pieces += tree.texts[start : max(start, end)]
            self._own[holder] = folded("".join(pieces))
        return self._own[holder]

    def _window(self, holder: int, index: int) -> str:
        tree = self._tree
        start = max(holder, index - _WINDOW)
        own = tree.words(index)[:MAX_LABEL]
        before = tree.words(start, index)[-(MAX_LABEL // 2) :]
        end = tree.ends[index]
        after = tree.words(end, max(end, min(tree.ends[holder], end + _WINDOW)))
        return folded(f"{before} {own} {after}")[:MAX_LABEL].rstrip()

    def context(self, index: int) -> tuple[str, ...]:
        """Return the headings, menu entries and column headers around a node, outermost first."""
        place = self._layout.places[index]
        key = (self._outline.of[index], place.item, place.cell)
        if key not in self._chains:
            labels = (*self._headings(key[0]), *self._cell(place), *self._menus(place))
            self._chains[key] = tuple(dict.fromkeys(filter(None, labels)))
        return self._chains[key]

    def _headings(self, section: int) -> tuple[str, ...]:
        if section not in self._titles:
            labels: list[str] = []
            above = section
            while above > 0:
                labels.append(self._outline.sections[above].label)
                above = self._outline.sections[above].parent
            self._titles[section] = tuple(labels[::-1])
        return self._titles[section]

    def _menus(self, place: Place) -> Sequence[str]:
        """Return the entries above a list item; the item itself is the row of the link."""
        if place.item < 0:
            return []
        named = self._layout.labels.get(place.item, -1)
        return (
            [*self._above(place.item), self._name(named)] if named >= 0 else self._above(place.item)
        )

    def _above(self, item: int) -> tuple[str, ...]:
        """Return the entries above a list item, outermost first; what it says itself left out."""
        holder = self._tree.parents[item]
        if holder not in self._entries:
            layout, tree = self._layout, self._tree
            labels: list[str] = []
            node = holder
            while True:
                labels.append(self._name(layout.labels.get(node, -1)))
                around = layout.places[node].item if node >= 0 else -1
                if around < 0:
                    break
                if (named := layout.labels.get(around, -1)) >= 0:
                    labels.append(self._name(named))
                if tree.tags[around] == "li":
                    labels.append(self._short(self._own_words(around)))
                node = tree.parents[around]
            self._entries[holder] = tuple(labels[::-1])
        return self._entries[holder]

    def _name(self, named: int) -> str:
        """Return what the element that names a list or item says; empty when there is none."""
        if named < 0:
            return ""
        return self._short(self._tree.words(named, min(self._tree.ends[named], named + 60)))

    def _short(self, text: str) -> str:
        return text if len(text) <= _MAX_MENU else ""

    def _cell(self, place: Place) -> list[str]:
        """Return the line across, the column's header and the first words of the row."""
        table = self._tables.get(place.table)
        if table is None or (found := table.positions.get(place.cell)) is None:
            return []
        row, column = found
        cells = table.rows[row]
        labels = [table.groups[row]]
        if row > 0 and column < len(table.header) and table.header != tuple(cells):
            labels.append(table.header[column])
        first = next((text for text in cells[:column] if len(text) > 3), "")
        if first and first != cells[column]:
            labels.append(self._short(first))
        return labels

    def near(self, index: int) -> str:
        """Return the text that belongs to a picture."""
        place = self._layout.places[index]
        holder = max(place.cell, place.card, place.item)
        node = self._tree.parents[index]
        for _ in range(5):
            if node < 0 or node == holder or self._words_in(node):
                break
            node = self._tree.parents[node]
        if node < 0:
            return ""
        if not self._words_in(node) and node == place.cell:
            return self._cell_below(place)
        return self._beside(index, node)

    def _words_in(self, node: int) -> bool:
        end = min(self._tree.ends[node], node + _MAX_ROW_NODES)
        return any(text and not text.isspace() for text in self._tree.texts[node:end])

    def _cell_below(self, place: Place) -> str:
        """Return the text under a picture in a table whose rows are pictures and names in turn."""
        table = self._tables.get(place.table)
        if table is None or (found := table.positions.get(place.cell)) is None:
            return ""
        row, column = found
        if row + 1 < len(table.rows) and (below := table.rows[row + 1][column]):
            return below[:MAX_LABEL]
        return next((text for text in table.rows[row] if text), "")[:MAX_LABEL]

    def _beside(self, index: int, node: int) -> str:
        """Return the text of `node`; where pictures share it, the text up to the next one."""
        tree = self._tree
        end = min(tree.ends[node], node + _MAX_ROW_NODES)
        following = next((i for i in range(index + 1, end) if tree.tags[i] == "img"), end)
        if following == end and "img" not in tree.tags[node:index]:
            return tree.words(node, end)[:MAX_LABEL]
        if after := tree.words(index, max(index, following)):
            return after[:MAX_LABEL]
        return tree.words(node, end)[:MAX_LABEL]
