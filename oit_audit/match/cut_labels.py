"""Labels that a program cut off: a title that ends in the middle of a wording still names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_CUT_FROM = 34
"""Characters from which a label may have been cut off; programs cut at about 40 and 50."""

_CUT_FILE = re.compile(r"^.{30,}\.\w{3,4}$")
_DOTS = ("…", "..")
_LEAST = 4
"""Folded letters of a wording that must be left; half of it at least."""

_LONGEST = 400
"""Letters from the end in which a wording may begin."""


def is_cut(raw: str) -> bool:
    """Does the label look as if a program had cut it off?"""
    text = raw.rstrip()
    return text.endswith(_DOTS) or len(text) >= _CUT_FROM or bool(_CUT_FILE.search(text))


def beginnings(wordings: Iterable[str]) -> Mapping[str, str]:
    """Return what may be left of each wording when it is cut off, with the first such wording.

    Args:
        wordings: folded.
    """
    found: dict[str, str] = {}
    for wording in wordings:
        for length in range(max(_LEAST, len(wording) // 2), len(wording)):
            found.setdefault(wording[:length], wording)
    return found


def broken_off(text: str, reached: int, begun: Mapping[str, str]) -> tuple[int, str] | None:
    """Return where `text` breaks off in the middle of a wording, and which; None when it does not.

    Args:
        text: the label, folded.
        reached: where the last whole wording ends; when that is the end, nothing broke off.
        begun: as `beginnings` gives them; the longest remainder wins.
    """
    if len(text) <= reached:
        return None
    for start in range(max(0, len(text) - _LONGEST), len(text) - _LEAST + 1):
        if wording := begun.get(text[start:]):
            return start, wording
    return None
