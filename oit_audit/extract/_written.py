"""Addresses that a page writes out as mere words, which people must copy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from oit_audit.extract._tree import Tree

_WRITTEN = re.compile(r"https?://[!#-;=?-Z\[\]_a-z~]{4,500}")
_AFTER = ".,;:)]'"
"""What ends a sentence rather than an address."""

_MOST = 20
"""Addresses of one run of words."""


def written(tree: Tree) -> Iterator[tuple[int, str]]:
    """Give each address that stands in no link, with the node of its words."""
    anchors = [(anchor, tree.ends[anchor]) for anchor in tree.anchors]
    for index, said in enumerate(tree.texts):
        if "://" in said and not _inside(anchors, index):
            for found in islice(_WRITTEN.finditer(said), _MOST):
                yield index, found[0].rstrip(_AFTER)


def _inside(spans: list[tuple[int, int]], index: int) -> bool:
    at = bisect_left(spans, (index, 0)) - 1
    return at >= 0 and index < spans[at][1]
