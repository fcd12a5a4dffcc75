"""The pictures of a page, and whose they are."""

from __future__ import annotations

import re

from oit_audit.extract._addresses import Addresses
from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._layout import Layout
from oit_audit.extract._sections import Outline
from oit_audit.extract._surroundings import Surroundings
from oit_audit.extract._tree import Tree
from oit_audit.model import Picture, without_fragment

MAX_PICTURES = 5_000
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-large_image")
_PICTURE_FILE = re.compile(
    r"\S{1,1500}\.(?:jpe?g|png|webp|gif|avif)(?:\?\S{0,400})?", re.IGNORECASE
)
_WAITING = re.compile(
    r"^data:image/(?:gif|svg)|load(?:ing|er)|blank|spacer|pixel|placeholder|lazy", re.IGNORECASE
)
_PAINTED_LATE = ("data-bg", "data-background", "data-background-image", "data-setbg", "data-bgset")
_PIXEL = re.compile(r"\s*[0-2](?:\.0+)?(?:px)?\s*", re.IGNORECASE)
_SOURCES = 8
"""Sources of one picture that are looked at."""

_BACKGROUND = re.compile(r"""background[^;]{0,200}?url\(\s*["']?([^"')]{1,2000})""", re.IGNORECASE)

_DRAWN = re.compile(r"url\(\s*[\"']?([^\"')]{1,300})")
_CODE = re.compile(r"(?:^|/)((?:oit|o)[-_ ]?\d{1,2})\.\w{3,4}(?:\?|$)", re.IGNORECASE)
_LONGEST_STYLE = 600


def read_pictures(
    tree: Tree, layout: Layout, outline: Outline, addresses: Addresses, around: Surroundings
) -> tuple[Picture, ...]:
    """Return the pictures in reading order, painted backgrounds too; each once in its place.

    An image without an address that anybody else can open shows nothing, nor does one of a pixel.
    """
    pictures: dict[tuple[str, int], Picture] = {}
    for node in _picture_nodes(tree, layout):
        source, alt = _source(tree, node)
        url = addresses.absolute(source)
        nowhere = not url or without_fragment(url) == addresses.page
        is_hollow = nowhere and not source.lower().startswith("data:")
        if is_hollow or _is_pixel(tree, node) or (url, layout.places[node].node) in pictures:
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
    drawn = [
        index
        for index, own in enumerate(tree.attributes)
        if own and (tree.tags[index] == "image" or not own.keys().isdisjoint(_PAINTED_LATE))
    ]
    return sorted({*layout.pictures, *painted, *drawn})


def _source(tree: Tree, node: int) -> tuple[str, str]:
    """Return the address as written, and what is said in place of the picture."""
    own = tree.attributes[node]
    if tree.tags[node] not in {"img", "input"}:
        if tree.tags[node] == "image":
            return tree.get(node, "href") or tree.get(node, "xlink:href"), ""
        found = _BACKGROUND.search(own.get("style") or "")
        late = next((value for key in _PAINTED_LATE if (value := tree.get(node, key))), "")
        drawn = _DRAWN.match(late)
        source = found.group(1) if found else drawn.group(1) if drawn else late
        return source, tree.get(node, "aria-label")
    lazy = next((value for key in _LAZY if (value := tree.get(node, key))), "")
    listed = tree.get(node, "data-srcset") or tree.get(node, "srcset")
    source = lazy or tree.get(node, "src") or _first_of(listed)
    if not source or _WAITING.search(source[:300]):
        source = _late(tree, node) or source
    return source, tree.get(node, "alt") or tree.get(node, "title")


def _first_of(listed: str) -> str:
    return listed.strip().split(" ")[0].rstrip(",")


def _late(tree: Tree, node: int) -> str:
    """Return the address that a script or the browser takes instead of the one in `src`."""
    own = tree.attributes[node]
    data = (value.strip() for key, value in own.items() if key.startswith("data-") and value)
    if late := next((value for value in data if _PICTURE_FILE.fullmatch(value)), ""):
        return late
    parent = tree.parents[node]
    if parent < 0 or tree.tags[parent] != "picture":
        return ""
    sources = (at for at in range(parent + 1, node)[:_SOURCES] if tree.tags[at] == "source")
    return next(
        (
            listed
            for at in sources
            if (listed := _first_of(tree.get(at, "srcset") or tree.get(at, "data-srcset")))
        ),
        "",
    )


def _is_pixel(tree: Tree, node: int) -> bool:
    sides = (tree.get(node, "width"), tree.get(node, "height"))
    return tree.tags[node] == "img" and any(_PIXEL.fullmatch(side) for side in sides if side)


def code_of_picture(tree: Tree, start: int, end: int) -> str:
    """Return the code of an item after which the one picture in an element is named, such as `o12`.

    Empty when there is none, or pictures of several.
    """
    shown = [_source(tree, node)[0] for node in range(start, end) if tree.tags[node] == "img"]
    shown += (drawn[1] for drawn in _DRAWN.finditer(tree.get(start, "style")[:_LONGEST_STYLE]))
    codes = {found[1] for source in shown if (found := _CODE.search(source))}
    return codes.pop() if len(codes) == 1 else ""
