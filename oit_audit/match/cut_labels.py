"""Labels that a program cut off: a title that ends in the middle of a wording still names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from oit_audit.thai import fold

_CUT_FROM = 34
"""Characters from which a label may have been cut off; programs cut at about 40 and 50."""

_CUT_FILE = re.compile(r"^.{30,}\.\w{3,4}$")
_DOTS = ("…", "..")
_LEAST = 3
"""Folded letters of a wording that must be left; half of it at least."""

_LONGEST = 400
"""Letters from the end in which a wording may begin."""

_NEARLY = 90.0
"""Likeness, 0 to 100, of a label to the beginning of a title that the number speaks for."""

_SAME = 5
"""Folded letters that such a label and the title begin with: a plan is no result."""

_TITLE_LEAST = 12
"""Folded letters of an official title that must be left."""


class CutTitle(NamedTuple):
    """An official title of which a label has the beginning."""

    title: str
    concept: str


class CutTitles:
    """Knows official titles by their beginnings."""

    def __init__(self, titles: Mapping[str, Sequence[str]], words: Iterable[str]) -> None:
        """Take the official titles of each concept, and the folded `words` that are whole."""
        known = ((fold(title), title, concept) for concept in titles for title in titles[concept])
        self._titles = sorted(known)
        self._keys = [key for key, _, _ in self._titles]
        self._words = frozenset(words)

    def whole(self, text: str) -> CutTitle | None:
        """Return the title that `text` breaks off from, in the middle of a word.

        None when it ends where a word ends, or when titles of several concepts begin so.
        """
        if len(text) < _TITLE_LEAST:
            return None
        first = bisect_left(self._keys, text)
        begun = []
        for key, title, concept in self._titles[first:]:
            if not key.startswith(text):
                break
            begun.append((key, CutTitle(title, concept)))
        if len({title.concept for _, title in begun}) != 1:
            return None
        key, nearest = begun[0]
        return nearest if self._is_inside_a_word(key, len(text)) else None

    def nearly(self, text: str, concepts: frozenset[str]) -> CutTitle | None:
        """Return the title of one of `concepts` that `text` is the beginning of, or nearly."""
        if len(text) < _TITLE_LEAST:
            return None
        likest = max(
            (
                (fuzz.ratio(text, key[: len(text)]), CutTitle(title, concept))
                for key, title, concept in self._titles
                if concept in concepts and len(key) > len(text) and key[:_SAME] == text[:_SAME]
            ),
            default=None,
        )
        return likest[1] if likest and likest[0] >= _NEARLY else None

    def _is_inside_a_word(self, key: str, at: int) -> bool:
        """Does no known word of the title end or begin there?"""
        starts = (key[at:end] for end in range(at + 1, len(key) + 1))
        ends = (key[start:at] for start in range(at))
        return self._words.isdisjoint(starts) and self._words.isdisjoint(ends)


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
