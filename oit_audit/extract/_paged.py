"""Pages that pdf2htmlEX made of a PDF: every line lies at its own place, page by page.

Where a gap between letters is wide, the line holds a spacer with a space in it; in Thai such gaps
also stand before marks that were drawn apart from their letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from oit_audit.extract._extractor import MAX_BLOCKS, folded, pieces
from oit_audit.extract._layout import Layout
from oit_audit.extract._mended import mended
from oit_audit.extract._tree import Tree
from oit_audit.model import Block

_HOLDER = "page-container"
_TORN = re.compile(
    "(?<=[\u0e40-\u0e44]) +(?=[\u0e01-\u0e2e])| +(?=[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])"
)
"""Spaces that cannot be: after a vowel that leads, and before a mark or a vowel that follows."""


@dataclass(frozen=True, slots=True)
class Paged:
    """The text of a paper that was made a web page."""

    pages: tuple[str, ...]
    """One line of the page a line."""

    blocks: tuple[Block, ...]


def read_paged(tree: Tree, layout: Layout) -> Paged | None:
    """Return the lines of a page that pdf2htmlEX made; None for all other pages."""
    holder = layout.ids.get(_HOLDER)
    if holder is None:
        return None
    end = tree.ends[holder]
    starts = [node for node in range(holder + 1, end) if "pf" in _classes(tree, node)]
    if not starts:
        return None
    ends = [*starts[1:], end]
    pages = tuple(_page(tree, start, stop) for start, stop in zip(starts, ends, strict=True))
    blocks = tuple(
        Block(piece, f"page {number}")
        for number, page in enumerate(pages, 1)
        for line in page.splitlines()
        for piece in pieces(line)
    )
    return Paged(pages, blocks[:MAX_BLOCKS])


def _page(tree: Tree, start: int, end: int) -> str:
    lines: list[str] = []
    node = start
    while node < end:
        if "t" not in _classes(tree, node):
            node += 1
            continue
        stop = min(tree.ends[node], end)
        if line := folded("".join(tree.texts[node:stop])):
            lines.append(_TORN.sub("", mended(line)))
        node = max(stop, node + 1)
    return "\n".join(lines)


def _classes(tree: Tree, node: int) -> list[str]:
    own = tree.attributes[node]
    return (own.get("class") or "").split() if own else []
