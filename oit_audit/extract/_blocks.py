"""The visible runs of text of a page, each once, without what stands in tables of data."""

from __future__ import annotations

from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, folded
from oit_audit.extract._layout import HEADINGS, Layout
from oit_audit.extract._sections import Outline
from oit_audit.extract._tables import DataTable
from oit_audit.extract._tree import BLOCKS, Tree
from oit_audit.model import Block

_NAMES = {
    "td": "table",
    "th": "table",
    "caption": "table",
    "label": "form",
    "legend": "form",
    "button": "button",
    "figcaption": "figure",
}
_NAMED = frozenset({"p", "li", "dt", "dd", "summary", "address", "blockquote", "pre"})


def read_blocks(
    tree: Tree, layout: Layout, outline: Outline, tables: dict[int, DataTable]
) -> tuple[Block, ...]:
    """Return the runs of text in reading order."""
    levels = _levels(tree, outline)
    blocks: list[Block] = []
    pieces: list[str] = []
    first = here = -1
    skipped_to = breaks = 0
    texts = tree.texts
    for index, tag in enumerate(tree.tags):
        if index < skipped_to:
            continue
        if not tag:
            node = layout.places[index].node
            if node != here:
                _close(tree, layout, outline, blocks, pieces, first, levels)
                here = node
            if not texts[index].isspace():
                first = index if not pieces else first
                breaks = 0
            pieces.append(texts[index])
        elif tag == "br":
            breaks += 1
            if breaks == 2:
                _close(tree, layout, outline, blocks, pieces, first, levels)
        elif tag in BLOCKS:
            _close(tree, layout, outline, blocks, pieces, first, levels)
            skipped_to = tree.ends[index] if index in tables else 0
        if len(blocks) >= MAX_BLOCKS:
            break
    _close(tree, layout, outline, blocks, pieces, first, levels)
    return tuple(blocks[:MAX_BLOCKS])


def _levels(tree: Tree, outline: Outline) -> dict[int, int]:
    """Return the level of each element that is a heading, or labels a panel as a heading would."""
    levels: dict[int, int] = {}
    for panel in outline.panels.by_node.values():
        levels[panel.opener] = panel.level or outline.sections[outline.of[panel.opener]].level
    return levels


def _close(
    tree: Tree,
    layout: Layout,
    outline: Outline,
    blocks: list[Block],
    pieces: list[str],
    first: int,
    levels: dict[int, int],
) -> None:
    """End a run of text; `first` is its first node with words."""
    if not pieces:
        return
    text = folded("".join(pieces))
    pieces.clear()
    if not text:
        return
    place = layout.places[first]
    tag = tree.tags[place.node]
    level, where = HEADINGS.get(tag, 0), tag
    if not level:
        level = levels.get(place.node, 0) or levels.get(tree.parents[first], 0)
        where = tag if tag in _NAMED else _NAMES.get(tag, "text")
    for start in range(0, len(text), MAX_BLOCK_TEXT):
        part = text[start : start + MAX_BLOCK_TEXT].strip()
        if part:
            blocks.append(Block(part, where, outline.of[first], level, place.region))
