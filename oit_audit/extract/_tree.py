"""A page as flat lists in reading order, with bounds, so that every later look is a single pass.

Node `i` and all below it are the slice `i:ends[i]`; the text of any part is the joined slice of
`texts`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._viewer_scripts import Script, read_script
from oit_audit.markup import tamed

MAX_NODES = 300_000
MAX_DEPTH = 200
"""What lies deeper counts as lying at this depth."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe",
        "label", "legend", "li", "main", "map", "marquee", "menu", "nav", "noscript", "ol", "p",
        "pre", "section", "select", "summary", "table", "tbody", "td", "text", "textarea", "tfoot",
        "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin and end a run of text."""

_UNSEEN = frozenset(
    {
        "-", "-comment", "-document", "-doctype", "script", "style", "template", "title",
        "noframes", "noembed", "datalist", "defs", "desc", "metadata", "math", "xmp",
    }
)  # fmt: skip
_LEAVES = frozenset({"option", "textarea"})
"""Elements whose text is not read as text of the page."""

_FRAMES = frozenset({"iframe", "object", "embed", "frame"})
_NOTED = frozenset({"a", "img", "option"}) | _FRAMES
_BREAKS = BLOCKS | {"br"}
_EMPTY: dict[str, str | None] = {}


@dataclass(slots=True)
class Tree:
    """The nodes of a page in reading order."""

    tags: list[str] = field(default_factory=list)
    """Lower case; empty for a run of text."""

    texts: list[str] = field(default_factory=list)
    """Of runs of text, with a space in front where a block begins or ends; else empty."""

    attributes: list[dict[str, str | None]] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    title: str = ""
    options: dict[int, str] = field(default_factory=dict)
    """What the options of a list box say: hidden until asked for, so not in `texts`."""

    scripts: int = 0
    """How many scripts the page has."""

    shown: list[tuple[int, Script]] = field(default_factory=list)
    """What scripts show in viewers, each with how many nodes come before the script."""

    frames: list[int] = field(default_factory=list)
    """The elements that show something of another address, ascending."""

    cut: bool = False
    """The page has more nodes than we read."""

    contents: list[int] = field(default_factory=list)
    """The runs of words and the pictures, ascending."""

    anchors: list[int] = field(default_factory=list)
    """The `a` elements, ascending."""

    def words(self, start: int, end: int | None = None) -> str:
        """Return the text of node `start`, or of the nodes from `start` to `end`, on one line."""
        return folded("".join(self.texts[start : self.ends[start] if end is None else end]))

    def label(self, start: int, limit: int = MAX_LABEL) -> str:
        """Return the text of node `start`, at most `limit` characters."""
        return self.words(start, min(self.ends[start], start + 400))[:limit].rstrip()

    def get(self, index: int, name: str) -> str:
        """Return an attribute without white space around it; empty when it is not there."""
        return (self.attributes[index].get(name) or "").strip()

    def has_content(self, start: int, end: int) -> bool:
        """Is there a word or a picture from `start` up to `end`?"""
        return _any_between(self.contents, start, end)

    def has_anchor(self, start: int, end: int) -> bool:
        """Is there an `a` element from `start` up to `end`?"""
        return _any_between(self.anchors, start, end)


def _any_between(ascending: list[int], start: int, end: int) -> bool:
    found = bisect_left(ascending, start)
    return found < len(ascending) and ascending[found] < end


def flatten(html: str) -> Tree:
    """Return the nodes of the page `html`; comments, scripts and styles are left out."""
    tree = Tree()
    tags, texts, attributes, parents = tree.tags, tree.texts, tree.attributes, tree.parents
    ends, contents = tree.ends, tree.contents
    indexes: dict[int, int] = {}
    stack = [-1]
    gap = False
    count = 0
    for node in _nodes(html):
        tag, above = node.tag or "-", node.parent
        parent = indexes.get(above.mem_id, -2) if count and above is not None else -1
        if parent == -2 or tag in _UNSEEN:
            _overhear(tree, tag, node)
            continue
        while stack[-1] != parent:
            ended = stack.pop()
            ends[ended] = count
            gap = gap or tags[ended] in BLOCKS
        if tag == "-text":
            text = node.text_content or ""
            if not text.isspace():
                contents.append(count)
            elif gap:
                continue
            tags.append("")
            texts.append(f" {text}" if gap else text)
            attributes.append(_EMPTY)
            gap = False
        else:
            if tag not in _LEAVES:
                indexes[node.mem_id] = count
                stack.append(count)
            if tag in _NOTED:
                _note(tree, tag, node)
            gap = gap or tag in _BREAKS or "-" in tag
            tags.append(tag)
            texts.append("")
            attributes.append(node.attributes)
        parents.append(parent if len(stack) <= MAX_DEPTH else stack[MAX_DEPTH - 1])
        count += 1
        ends.append(count)
        if count >= MAX_NODES:
            tree.cut = True
            break
    for ended in stack[1:]:
        ends[ended] = count
    for frame in tree.frames:
        _mute(tree, frame)
    return tree


def _nodes(html: str) -> Iterator[LexborNode]:
    root = LexborHTMLParser(tamed(html)).root
    return root.traverse(include_text=True) if root is not None else iter(())


def _note(tree: Tree, tag: str, node: LexborNode) -> None:
    """Remember what an element is or says beside its place among the nodes."""
    if tag == "a":
        tree.anchors.append(len(tree.tags))
    elif tag == "img":
        tree.contents.append(len(tree.tags))
    elif tag in _FRAMES:
        tree.frames.append(len(tree.tags))
    else:
        tree.options[len(tree.tags)] = folded(node.text())[:MAX_LABEL]


def _overhear(tree: Tree, tag: str, node: LexborNode) -> None:
    """Remember what an element says that is no part of the page's text."""
    if tag == "script":
        tree.scripts += 1
        if found := read_script(node.text()):
            tree.shown.append((len(tree.tags), found))
    elif tag == "title" and not tree.title:
        around = node.parent
        if around is not None and around.tag in {"head", "body", "html"}:
            tree.title = folded(node.text())[:MAX_LABEL]


def _mute(tree: Tree, frame: int) -> None:
    """Forget what a frame says to browsers that cannot show it; one never closed says more."""
    inside = range(frame + 1, tree.ends[frame])
    if len(tree.words(frame)) > MAX_LABEL:
        return
    for index in inside:
        tree.texts[index] = " " if tree.texts[index] else ""
    if inside:
        first, last = (bisect_left(tree.contents, end) for end in (inside.start, inside.stop))
        del tree.contents[first:last]
