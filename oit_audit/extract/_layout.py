"""Where each node of a page stands: block, region, cell, list item, card and form around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from oit_audit.extract._traits import TELLING, Traits, traits
from oit_audit.extract._tree import BLOCKS, Tree
from oit_audit.model import Region

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_ITEMS = frozenset({"li", "dd", "dt"})
_SECTIONING = frozenset(
    {"article", "section", "main", "blockquote", "td", "li", "dialog", "details"}
)
_FIELDS = frozenset({"textarea", "select"})
_NAMING = frozenset({"a", "button", "span", "strong", "b", "font", "p", "label", "div", "center"})
"""Elements that may name the list after them."""

_BOLD = frozenset({"strong", "b"})
_NOTABLE = _BOLD | {"img", "input"}
_TABLE_PARTS = frozenset({"table", "tr", "td", "th", "caption"})
_BORDERS = frozenset({"main", "footer"})


@dataclass(slots=True)
class Place:
    """What encloses a node; -1 where there is no such thing.

    All of them are ancestors, so the largest number is the nearest.
    """

    node: int = 0
    """The block element itself."""

    region: Region = Region.MAIN
    item: int = -1
    """The list item, or the part of a menu that drops down."""

    card: int = -1
    cell: int = -1
    row: int = -1
    table: int = -1
    form: int = -1
    sectioned: bool = False
    """Inside an article, section or cell: a `header` there is no page header."""

    def inside(self, node: int) -> Place:
        """Return the place of what stands in block `node` here."""
        return Place(
            node,
            self.region,
            self.item,
            self.card,
            self.cell,
            self.row,
            self.table,
            self.form,
            self.sectioned,
        )


@dataclass(slots=True)
class Grid:
    """What a table element is made of."""

    node: int
    place: Place
    """Where the table stands."""

    rows: list[tuple[int, list[int]]] = field(default_factory=list)
    """Each `tr` with its cells."""

    nested: bool = False
    headers: int = 0
    headings: int = 0
    fields: int = 0
    caption: int = -1
    role: str = ""


@dataclass(slots=True)
class Layout:
    """Where each node stands, and the nodes of each kind in reading order."""

    places: list[Place] = field(default_factory=list)
    traits: dict[int, Traits] = field(default_factory=dict)
    """Of the block elements that have a class, id or role, or a telling tag."""

    grids: dict[int, Grid] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Every id and anchor name with its first element."""

    sublists: dict[int, list[int]] = field(default_factory=dict)
    """The lists and drop-downs that stand in an item."""

    labels: dict[int, int] = field(default_factory=dict)
    """For an item or list, the element before it that names it."""

    islands: list[int] = field(default_factory=list)
    """Where a header, footer or side bar begins."""

    headings: list[int] = field(default_factory=list)
    bold: list[int] = field(default_factory=list)
    """Blocks whose text is bold from beginning to end."""

    forms: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)

    def block(self, tree: Tree, node: int) -> int:
        """Return the block element around `node`, or the node itself when it is one."""
        return self.places[node].node if tree.tags[node] else self.places[tree.parents[node]].node


def lay_out(tree: Tree) -> Layout:
    """Return where each node of `tree` stands."""
    layout = Layout()
    places, parents, attributes = layout.places, tree.parents, tree.attributes
    ids = layout.ids
    borders = [i for i, tag in enumerate(tree.tags) if tag in _BORDERS]
    root = Place()
    previous: dict[int, int] = {}
    for index, tag in enumerate(tree.tags):
        parent = parents[index]
        place = places[parent] if parent >= 0 else root
        if not tag:
            places.append(place)
            continue
        if own := attributes[index]:
            if (name := own.get("id")) and name not in ids:
                ids[name] = index
            if tag == "a" and (name := own.get("name")) and name not in ids:
                ids[name] = index
        if tag in BLOCKS or "-" in tag:
            place = place.inside(index)
            _open_block(tree, layout, place, tag, previous.get(parent, -1), borders)
        elif tag in _NOTABLE:
            _open_inline(tree, layout, place, index, tag)
        places.append(place)
        previous[parent] = index
    return layout


def _open_inline(tree: Tree, layout: Layout, place: Place, index: int, tag: str) -> None:
    if tag == "img" or (tag == "input" and tree.get(index, "type").lower() == "image"):
        layout.pictures.append(index)
    if tag == "input":
        _take_field(layout, place, index)
    elif tag in _BOLD and place.node not in layout.bold[-1:]:
        block, end = place.node, tree.ends[index]
        if tree.has_content(index, end) and not (
            tree.has_content(block, index) or tree.has_content(end, tree.ends[block])
        ):
            layout.bold.append(block)


def _take_field(layout: Layout, place: Place, index: int) -> None:
    layout.fields.append(index)
    if place.table >= 0:
        layout.grids[place.table].fields += 1


def _open_block(
    tree: Tree, layout: Layout, place: Place, tag: str, before: int, borders: list[int]
) -> None:
    index = place.node
    if tag in _TABLE_PARTS:
        _open_table_part(tree, layout, place, tag)
    elif tag in _ITEMS:
        place.item = index
        if tag == "dd" and before >= 0:
            names = tree.tags[before] == "dt"
            layout.labels[index] = before if names else layout.labels.get(before, -1)
    elif tag in HEADINGS:
        layout.headings.append(index)
        if place.table >= 0:
            layout.grids[place.table].headings += 1
    elif tag in _LISTS:
        _open_list(tree, layout, place, before)
    elif tag == "form":
        place.form = index
        layout.forms.append(index)
    elif tag in _FIELDS:
        _take_field(layout, place, index)
    if tree.attributes[index] or tag in TELLING:
        _apply_traits(tree, layout, place, before, borders)
    if tag in _SECTIONING:
        place.sectioned = True


def _open_list(tree: Tree, layout: Layout, place: Place, before: int) -> None:
    if place.item >= 0:
        layout.sublists.setdefault(place.item, []).append(place.node)
    inside_item = tree.tags[tree.parents[place.node]] in _ITEMS
    if before >= 0 and tree.tags[before] in _NAMING and not inside_item:
        said = f"{tree.get(before, 'class')} {tree.get(before, 'id')}".lower()
        if "brand" not in said and "logo" not in said:
            layout.labels[place.node] = before


def _open_table_part(tree: Tree, layout: Layout, place: Place, tag: str) -> None:
    index = place.node
    if tag == "table":
        if place.table >= 0:
            layout.grids[place.table].nested = True
        around = place.inside(place.table)
        layout.grids[index] = Grid(index, around, role=tree.get(index, "role").lower())
        place.table, place.row, place.cell = index, -1, -1
    elif place.table < 0:
        return
    elif tag == "tr":
        place.row, place.cell = index, -1
        layout.grids[place.table].rows.append((index, []))
    elif tag == "caption":
        layout.grids[place.table].caption = index
    elif place.row >= 0:
        place.cell = index
        grid = layout.grids[place.table]
        grid.rows[-1][1].append(index)
        grid.headers += tag == "th"


def _apply_traits(
    tree: Tree, layout: Layout, place: Place, before: int, borders: list[int]
) -> None:
    index = place.node
    tag = tree.tags[index]
    own = tree.attributes[index]
    names = f"{own.get('id') or ''} {own.get('class') or ''}"
    role = (own.get("role") or "").strip().lower()
    said = traits(tag, names, role)
    layout.traits[index] = said
    if said.card and tag not in HEADINGS:
        place.card = index
    if said.submenu and tag not in _LISTS and tag not in _ITEMS:
        if place.item >= 0:
            layout.sublists.setdefault(place.item, []).append(index)
        place.item = index
        layout.labels[index] = before
    if said.region is not None and _is_region(tree, place, tag, said.region, borders):
        if said.region is not place.region and said.region is not Region.NAVIGATION:
            layout.islands.append(index)
        place.region = said.region


def _is_region(tree: Tree, place: Place, tag: str, region: Region, borders: list[int]) -> bool:
    """Is this a part of the page: neither of an article, nor an element that was never closed?"""
    if tag in {"header", "footer"} and place.sectioned:
        return False
    if tag == "header" and not tree.has_anchor(place.node, tree.ends[place.node]):
        return False
    if region in {Region.MAIN, Region.FOOTER}:
        return True
    found = bisect_left(borders, place.node + 1)
    return found == len(borders) or borders[found] >= tree.ends[place.node]
