"""Which item of the checklist a cell means, however it is written."""

from __future__ import annotations

import re
from difflib import get_close_matches

from rapidfuzz import fuzz, process

from oit_audit.model import Checklist
from oit_audit.thai import fold

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_CODE = re.compile(
    r"[\W_]*(?:(?:ข้อ(?:ที่)?|item|no|oit|ita)[\s.:#_-]*)*[oO0โ]?[\s.:#_-]*0?(?P<number>\d{1,2})"
    r"(?![\d]|[.,]\d)(?:[\s.:)_–—-].*)?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 300
_ALIKE = 80.0
"""Likeness of titles, 0 to 100, from which one is named to whoever wrote the other."""


def item_named(text: str, checklist: Checklist) -> str | None:
    """Return the id of the item that `text` means; None when the year has no such item.

    `O12`, `o 12`, `ข้อ ๑๒`, `12`, `๐๑๒`, `OIT 12` and `12. title` are the same.
    """
    found = _CODE.fullmatch(text[:_LONGEST].strip().translate(_DIGITS))
    named = f"o{int(found['number'])}" if found else ""
    return named if any(item.id == named for item in checklist.items) else None


def nearest(text: str, checklist: Checklist) -> str:
    """Return the id of the item that somebody may have meant by `text`; empty when none is near."""
    titles = {item.id: fold(item.title.th) for item in checklist.items}
    said = fold(text[:_LONGEST])
    best = (
        process.extractOne(said, titles, scorer=fuzz.ratio, score_cutoff=_ALIKE) if said else None
    )
    if best is not None:
        return str(best[2])
    near = get_close_matches(said, list(titles), 1)
    return near[0] if near else ""
