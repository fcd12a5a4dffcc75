"""What a document says as a whole: asked again and again, found out once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from oit_audit.model import Document
from oit_audit.thai import AnyOf

KEPT = 256
"""Documents of which is remembered what depends on nothing else."""


def said(document: Document) -> Iterator[str]:
    """Yield the words of all blocks, then those of all cells; some may be empty."""
    yield from (block.text for block in document.blocks)
    yield from (cell for table in document.tables for row in table.rows for cell in row)


@lru_cache(maxsize=16)
def anchors(document: Document) -> AnyOf:
    """Return the words of all links."""
    return AnyOf(link.text for link in document.links)
