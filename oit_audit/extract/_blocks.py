"""The visible runs of text of a page, each once, without what stands in tables of data."""

from __future__ import annotations

import re

from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, folded
from oit_audit.extract._layout import HEADINGS, Layout, Place
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
_OUT_OF_WEB = re.compile(r"(?:tel|mailto):(?:%20|\s)*([\w@.+ ()-]{3,100})", re.IGNORECASE)
_NAMED = frozenset({"p", "li", "dt", "dd", "summary", "address", "blockquote", "pre"})


def read_blocks(
    tree: Tree, layout: Layout, outline: Outline, tables: dict[int, DataTable]
) -> tuple[Block, ...]:
    """Return the runs of text in reading order."""
    writer = _Writer(tree, layout, outline)
    skipped_to = breaks = 0
    for index, tag in enumerate(tree.tags):
        if index < skipped_to:
            continue
        if not tag:
            writer.take(index)
            breaks = breaks if tree.texts[index].isspace() else 0
        elif tag == "br":
            breaks += 1
            if breaks > 1:
                writer.close()
        elif tag == "a" and (spoken := _address_behind(tree, index)):
            writer.say(index, spoken)
        elif tag in BLOCKS:
            writer.close()
            skipped_to = tree.ends[index] if index in tables else 0
        if len(writer.blocks) >= MAX_BLOCKS:
            break
    writer.close()
    return tuple(writer.blocks[:MAX_BLOCKS])


class _Writer:
    """Gathers one run of text after the other."""

    def __init__(self, tree: Tree, layout: Layout, outline: Outline) -> None:
        self.blocks: list[Block] = []
        self._tree, self._layout, self._outline = tree, layout, outline
        self._levels = _levels(outline)
        self._pieces: list[str] = []
        self._place = Place()
        self._first = 0

    def take(self, index: int) -> None:
        """Add a text node; one of another block begins a new run."""
        place = self._layout.places[index]
        if place is not self._place:
            self.close()
            self._place = place
        if not self._pieces:
            self._first = index
        self._pieces.append(self._tree.texts[index])

    def say(self, index: int, words: str) -> None:
        """Add words that stand at a node without being written there."""
        place = self._layout.places[index]
        if place is not self._place:
            self.close()
            self._place = place
        if not self._pieces:
            self._first = index
        self._pieces.append(f" {words} ")

    def close(self) -> None:
        """End the run."""
        if not self._pieces:
            return
        text = folded("".join(self._pieces))
        self._pieces.clear()
        if not text:
            return
        tag = self._tree.tags[self._place.node]
        level, where = HEADINGS.get(tag, 0), tag
        if not level:
            parent = self._tree.parents[self._first]
            level = self._levels.get(self._place.node, 0) or self._levels.get(parent, 0)
            where = tag if tag in _NAMED else _NAMES.get(tag, "text")
        section = self._outline.of[self._first]
        region = self._place.region
        if len(text) <= MAX_BLOCK_TEXT:
            self.blocks.append(Block(text, where, section, level, region))
            return
        for start in range(0, len(text), MAX_BLOCK_TEXT):
            if part := text[start : start + MAX_BLOCK_TEXT].strip():
                self.blocks.append(Block(part, where, section, level, region))


def _address_behind(tree: Tree, index: int) -> str:
    """Return the number or mail address of a link whose own words are only a picture or `call`."""
    address = _OUT_OF_WEB.match((tree.attributes[index].get("href") or "").strip())
    if address is None:
        return ""
    words = "".join(tree.texts[index : tree.ends[index]])
    return "" if "@" in words or any(map(str.isdecimal, words)) else address[1]


def _levels(outline: Outline) -> dict[int, int]:
    """Return the level of each element that labels a panel, as a heading would."""
    levels: dict[int, int] = {}
    for panel in outline.panels.by_node.values():
        levels[panel.opener] = panel.level or outline.sections[outline.of[panel.opener]].level
    return levels
