"""Pages that Word and its kin saved: their titles become headings, their drawn bullets go."""

from __future__ import annotations

import re

from oit_audit.extract._tree import Tree

_NAMES = frozenset({"xmlns:o", "xmlns:w", "xmlns:v", "xmlns:x", "xmlns:p", "xmlns:st1"})
"""Name spaces that Office declares."""

_PARAGRAPHS = frozenset({"p", "div"})
_TITLES = {"msotitle": "h1", "msosubtitle": "h2"}
_OUTLINE = re.compile(r"mso-outline-level:\s*([1-6])")
_LONGEST_TITLE = 200


def tidy(tree: Tree) -> None:
    """Say plainly, in a page saved by Word, what is a heading and what only a drawn bullet."""
    if not _is_saved(tree):
        return
    for node, own in enumerate(tree.attributes):
        if not own:
            continue
        style = (own.get("style") or "").lower()
        if "mso-list:" in style and "ignore" in style:
            _drop_bullet(tree, node)
        elif (
            tree.tags[node] in _PARAGRAPHS
            and (level := _level(own.get("class"), style))
            and 0 < len(tree.words(node)) <= _LONGEST_TITLE
        ):
            tree.tags[node] = level


def _is_saved(tree: Tree) -> bool:
    """Does the page itself bear the names of Office?"""
    return bool(tree.attributes) and not _NAMES.isdisjoint(tree.attributes[0])


def _level(classes: str | None, style: str) -> str:
    """Return the heading that a paragraph is; empty when it is none."""
    found = _OUTLINE.search(style)
    titled = (_TITLES.get(name, "") for name in (classes or "").lower().split())
    return f"h{found.group(1)}" if found else next(filter(None, titled), "")


def _drop_bullet(tree: Tree, node: int) -> None:
    """Leave out the sign before an entry of a list, unless it counts: `1.`, `ก)`.

    It is one character of a font of signs, whatever letter bears its code.
    """
    inside = range(node, tree.ends[node])
    sign = tree.words(node)
    if len(sign) == 1 and not sign.isdigit():
        for index in inside:
            tree.texts[index] = " " if tree.texts[index] else ""
