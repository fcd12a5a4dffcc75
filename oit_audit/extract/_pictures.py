"""The pictures of a page, and whose they are."""

from __future__ import annotations

import re

from oit_audit.extract._addresses import Addresses
from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._layout import Layout
from oit_audit.extract._sections import Outline
from oit_audit.extract._surroundings import Surroundings
from oit_audit.extract._tree import Tree
from oit_audit.model import Picture

MAX_PICTURES = 5_000
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-large_image")
_BACKGROUND = re.compile(r"""background[^;]{0,200}?url\(\s*["']?([^"')]{1,2000})""", re.IGNORECASE)

_DRAWN = re.compile(r"url\(\s*[\"']?([^\"')]{1,300})")
_CODE = re.compile(r"(?:^|/)((?:oit|o)[-_ ]?\d{1,2})\.\w{3,4}(?:\?|$)", re.IGNORECASE)
_LONGEST_STYLE = 600


def read_pictures(
    tree: Tree, layout: Layout, outline: Outline, addresses: Addresses, around: Surroundings
) -> tuple[Picture, ...]:
    """Return the pictures in reading order, painted backgrounds too; each once in its place."""
    pictures: dict[tuple[str, int], Picture] = {}
    for node in _picture_nodes(tree, layout):
        source, alt = _source(tree, node)
        url = addresses.absolute(source)
        if not source or (url, layout.places[node].node) in pictures:
            continue
        where = f"picture {len(pictures) + 1}"
        key = (url, layout.places[node].node) if url else ("", node)
        pictures[key] = Picture(
            url,
            folded(alt)[:MAX_LABEL],
            where,
            outline.of[node],
            layout.places[node].region,
            around.near(node),
        )
        if len(pictures) >= MAX_PICTURES:
            break
    return tuple(pictures.values())


def _picture_nodes(tree: Tree, layout: Layout) -> list[int]:
    painted = [
        index
        for index, own in enumerate(tree.attributes)
        if own and "style" in own and "url(" in (own["style"] or "")
    ]
    return sorted({*layout.pictures, *painted})


def _source(tree: Tree, node: int) -> tuple[str, str]:
    """Return the address as written, and what is said in place of the picture."""
    own = tree.attributes[node]
    if tree.tags[node] not in {"img", "input"}:
        found = _BACKGROUND.search(own.get("style") or "")
        return (found.group(1) if found else "", tree.get(node, "aria-label"))
    lazy = next((value for key in _LAZY if (value := tree.get(node, key))), "")
    listed = tree.get(node, "data-srcset") or tree.get(node, "srcset")
    source = lazy or tree.get(node, "src") or listed.split(" ")[0].rstrip(",")
    return source, tree.get(node, "alt") or tree.get(node, "title")


def code_of_picture(tree: Tree, start: int, end: int) -> str:
    """Return the code of an item after which the one picture in an element is named, such as `o12`.

    Empty when there is none, or pictures of several.
    """
    shown = [_source(tree, node)[0] for node in range(start, end) if tree.tags[node] == "img"]
    shown += (drawn[1] for drawn in _DRAWN.finditer(tree.get(start, "style")[:_LONGEST_STYLE]))
    codes = {found[1] for source in shown if (found := _CODE.search(source))}
    return codes.pop() if len(codes) == 1 else ""
