"""Labels that a program cut off: a title that ends in the middle of a wording still names it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CUT_FROM = 34
"""Characters from which a label may have been cut off; programs cut at about 40 and 50."""

_CUT_FILE = re.compile(r"^.{30,}\.\w{3,4}$")
_DOTS = ("…", "..")
_LEAST = 4
"""Folded letters of a wording that must be left; half of it at least."""


def is_cut(raw: str) -> bool:
    """Does the label look as if a program had cut it off?"""
    text = raw.rstrip()
    return text.endswith(_DOTS) or len(text) >= _CUT_FROM or bool(_CUT_FILE.search(text))


def broken_off(text: str, reached: int, wordings: Iterable[str]) -> tuple[int, str] | None:
    """Return where `text` breaks off in the middle of a wording, and which; None when it does not.

    Args:
        text: the label, folded.
        reached: where the last whole wording ends; when that is the end, nothing broke off.
        wordings: folded; of several the longest remainder wins, then the first.
    """
    if len(text) <= reached:
        return None
    best, found = 0, ""
    for wording in wordings:
        shortest = max(_LEAST, len(wording) // 2, best + 1)
        for length in range(min(len(wording) - 1, len(text)), shortest - 1, -1):
            if text.endswith(wording[:length]):
                best, found = length, wording
                break
    return (len(text) - best, found) if found else None
