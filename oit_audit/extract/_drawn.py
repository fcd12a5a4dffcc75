"""What a workbook says beside its cells: words in drawn boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from oit_audit.extract._extractor import MAX_BLOCKS, MAX_LABEL, folded
from oit_audit.extract._package import Package, PackageError

_DRAWING = re.compile(r"xl/(?:drawings/drawing|diagrams/data)[^/]*\.xml")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def drawn_lines(body: bytes) -> list[str]:
    """Return the words of the boxes that are drawn on the sheets of an `.xlsx`."""
    return [line for root in _parts(body, _DRAWING) for line in _lines(root)][:MAX_BLOCKS]


def _parts(body: bytes, pattern: re.Pattern[str]) -> Iterator[Any]:
    if not body.startswith(b"PK"):
        return
    try:
        package = Package(body)
        for name in filter(pattern.fullmatch, package.names):
            root = package.xml(name)
            if root is not None:
                yield root
    except PackageError:
        return


def _lines(root: Any) -> Iterator[str]:
    for line in root.iter(f"{_A}p"):
        words = folded("".join(piece.text or "" for piece in line.iter(f"{_A}t")))
        if words:
            yield words[:MAX_LABEL].strip()
