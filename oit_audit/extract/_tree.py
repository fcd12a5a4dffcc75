"""A page as flat lists in reading order, with bounds, so that every later look is a single pass.

Node `i` and all below it are the slice `i:ends[i]`; the text of any part is the joined slice of `texts`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from oit_audit.extract._extractor import MAX_LABEL, folded

MAX_NODES = 300_000
MAX_DEPTH = 200
"""What lies deeper counts as lying at this depth."""

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html iframe label legend li main map marquee menu nav "
    "noscript ol p pre section select summary table tbody td text tfoot th thead tr ul".split()
)
"""Elements that begin and end a run of text."""

_UNSEEN = frozenset(
    "script style template noframes noembed textarea datalist defs desc metadata math xmp".split()
)
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
    """What the options of a list box say; nobody sees them unasked, so they are not among `texts`."""

    scripts: int = 0
    """How many scripts the page has."""

    cut: bool = False
    """The page has more nodes than we read."""

    contents: list[int] = field(default_factory=list)
    """`contents[i]` is the number of runs of words and pictures before node `i`."""

    anchors: list[int] = field(default_factory=list)
    """`anchors[i]` is the number of `a` elements before node `i`."""

    def words(self, start: int, end: int | None = None) -> str:
        """Return the text of node `start`, or of the nodes from `start` up to `end`, on one line."""
        return folded("".join(self.texts[start : self.ends[start] if end is None else end]))

    def label(self, start: int, limit: int = MAX_LABEL) -> str:
        """Return the text of node `start`, at most `limit` characters."""
        return self.words(start, min(self.ends[start], start + 400))[:limit].rstrip()

    def get(self, index: int, name: str) -> str:
        """Return an attribute without white space around it; empty when it is not there."""
        return (self.attributes[index].get(name) or "").strip()

    def has_content(self, start: int, end: int) -> bool:
        """Is there a word or a picture from `start` up to `end`?"""
        return self.contents[end] > self.contents[start]

    def count(self) -> None:
        """Count the words, pictures and anchors, once all nodes are there."""
        contents = (
            tag == "img" or (not tag and not text.isspace())
            for tag, text in zip(self.tags, self.texts, strict=True)
        )
        self.contents = list(accumulate(contents, initial=0))
        self.anchors = list(accumulate((tag == "a" for tag in self.tags), initial=0))


def flatten(html: str) -> Tree:
    """Return the nodes of the page `html`; comments, scripts and styles are left out."""
    tree = Tree()
    node: LexborNode | None = LexborHTMLParser(html).root
    open_nodes: list[tuple[int, LexborNode]] = []
    gap = False
    while node is not None:
        child = None
        if (tag := node.tag or "-") == "-text":
            gap = _take_text(tree, node, open_nodes, gap=gap)
        elif _is_seen(tree, tag, node, open_nodes):
            gap = gap or tag in BLOCKS or tag == "br" or "-" in tag
            _take(tree, tag, node, open_nodes)
            if tag != "option":
                child = node.first_child
        if len(tree.tags) >= MAX_NODES:
            tree.cut = True
            break
        if child is not None:
            open_nodes.append((len(tree.tags) - 1, node))
            node = child
            continue
        following = node.next if open_nodes else None
        while following is None and open_nodes:
            index, node = open_nodes.pop()
            tree.ends[index] = len(tree.tags)
            gap = gap or tree.tags[index] in BLOCKS
            following = node.next if open_nodes else None
        node = following
    for index, _ in open_nodes:
        tree.ends[index] = len(tree.tags)
    tree.count()
    return tree


def _take(
    tree: Tree, tag: str, node: LexborNode, open_nodes: list[tuple[int, LexborNode]], text: str = ""
) -> None:
    depth = len(open_nodes)
    tree.parents.append(open_nodes[min(depth, MAX_DEPTH) - 1][0] if depth else -1)
    tree.tags.append(tag)
    tree.texts.append(text)
    tree.attributes.append(node.attributes if tag else _EMPTY)
    tree.ends.append(len(tree.tags))
    if tag == "option":
        tree.options[len(tree.tags) - 1] = folded(node.text())[:MAX_LABEL]


def _take_text(
    tree: Tree, node: LexborNode, open_nodes: list[tuple[int, LexborNode]], *, gap: bool
) -> bool:
    """Add a run of text; say whether the next run still needs a space in front."""
    text = node.text_content or ""
    if not text:
        return gap
    _take(tree, "", node, open_nodes, f" {text}" if gap else text)
    return False


def _is_seen(
    tree: Tree, tag: str, node: LexborNode, open_nodes: list[tuple[int, LexborNode]]
) -> bool:
    if tag.startswith("-"):
        return False
    if tag == "title":
        if not tree.title and open_nodes and open_nodes[-1][1].tag in {"head", "body", "html"}:
            tree.title = folded(node.text())[:MAX_LABEL]
        return False
    if tag == "script":
        tree.scripts += 1
    return tag not in _UNSEEN
