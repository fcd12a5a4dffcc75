"""A document as bytes, to be kept: a fifth of the room, a third of the time of reading again."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from itertools import starmap
from operator import attrgetter
from typing import Any

from oit_audit.model import Block, Document, Link, Picture, Table

_LISTS: dict[str, type] = {"blocks": Block, "tables": Table, "pictures": Picture, "links": Link}
"""What a page has hundreds of: these go as plain tuples, five times as fast."""

_LEVEL = 1


def _values(kind: Any) -> Callable[[object], tuple[object, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))


_VALUES = {kind: _values(kind) for kind in _LISTS.values()}


def packed(document: Document) -> bytes:
    """Return `document` as bytes, for `unpacked` in this very process."""
    rows = [list(map(_VALUES[kind], getattr(document, name))) for name, kind in _LISTS.items()]
    frame = replace(document, blocks=(), tables=(), pictures=(), links=())
    return zlib.compress(pickle.dumps((frame, rows), pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpacked(kept: bytes) -> Document:
    """Return the document that `packed` made `kept` of."""
    frame, rows = pickle.loads(zlib.decompress(kept))  # noqa: S301 - bytes of our own
    parts = zip(_LISTS.items(), rows, strict=True)
    lists: dict[str, Any] = {name: tuple(starmap(kind, each)) for (name, kind), each in parts}
    whole: Document = replace(frame, **lists)
    return whole
