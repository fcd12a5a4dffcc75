"""Slips of the pen: `ทุจจริต` is `ทุจริต`, and `จนท.` is `เจ้าหน้าที่`.

Only words that carry a meaning of ours are mended, and only where nothing stands that is
understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from oit_audit.thai import Folded, fold

_SHORTEST = 5
"""Folded letters of a word that is mended: shorter ones are too near to others."""

_LIKELY_ALONE = 9
"""Folded letters from which a word is known even when its first letter is wrong."""

_LONG = 12
"""Folded letters from which a word may hold two slips."""

_LONGEST_TEXT = 200
"""Folded letters of a label that is mended."""

_LIKENESS = 80.0
"""Likeness, 0 to 100, that a place must have to be looked at closely."""

_LEADING_VOWELS = frozenset("เแโใไ")
_FOLLOWING_VOWELS = frozenset("ะัาิีึืุู")

_SAFE_INSIDE = 3
"""Letters from which a short form is told from the end and the beginning of other words."""


class _Slip(NamedTuple):
    slips: int
    start: int
    end: int


class Slips:
    """Knows the words that are mended."""

    def __init__(self, words: Iterable[str]) -> None:
        keys = {key for key in map(fold, words) if len(key) >= _SHORTEST}
        self._keys = sorted(keys, key=lambda key: (-len(key), key))

    def mended(self, words: Folded, known: Iterable[tuple[int, int]]) -> Folded:
        """Return `words` with its misspelt words as they should be; itself when there are none.

        Args:
            words: a label.
            known: where it is understood as it stands; there nothing is mended.
        """
        if len(words.text) > _LONGEST_TEXT:
            return words
        taken = {index for start, end in known for index in range(start, end)}
        found: list[tuple[_Slip, str]] = []
        for key in self._keys:
            slip = _slip(key, words.text, taken)
            if slip:
                found.append((slip, key))
                taken.update(range(slip.start, slip.end))
        for slip, key in sorted(found, reverse=True):
            words = _replaced(words, slip, key)
        return words


def _slip(key: str, text: str, taken: set[int]) -> _Slip | None:
    """Return where `text` has `key` misspelt; None when it has not, or has it as it should be."""
    if key in text:
        return None
    near = fuzz.partial_ratio_alignment(key, text, score_cutoff=_LIKENESS)
    if near is None:
        return None
    allowed = 2 if len(key) >= _LONG else 1
    first = range(max(0, near.dest_start - allowed), near.dest_start + allowed + 1)
    lengths = range(len(key) - allowed, len(key) + allowed + 1)
    slips = (
        _Slip(OSA.distance(key, text[start : start + length]), start, start + length)
        for start in first
        for length in lengths
        if start + length <= len(text) and _may_be(key, text, start, start + length)
    )
    best = min(slips, default=None)
    if best is None or best.slips > allowed or not taken.isdisjoint(range(best.start, best.end)):
        return None
    return best


def _may_be(key: str, text: str, start: int, end: int) -> bool:
    """Is it a run of whole syllables, which begins as the word does if that is short?"""
    if len(key) < _LIKELY_ALONE and text[start] != key[0]:
        return False
    if text[start] in _FOLLOWING_VOWELS or (start and text[start - 1] in _LEADING_VOWELS):
        return False
    return text[end : end + 1] not in _FOLLOWING_VOWELS


def _replaced(words: Folded, slip: _Slip, key: str) -> Folded:
    was = words.origin[slip.start : slip.end]
    origin = tuple(was[min(index, len(was) - 1)] for index in range(len(key)))
    return Folded(
        words.text[: slip.start] + key + words.text[slip.end :],
        (*words.origin[: slip.start], *origin, *words.origin[slip.end :]),
        words.original,
    )


class ShortForms:
    """Writes out short forms: `งป.67` is `งบประมาณ 67`."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._pattern = re.compile("|".join(map(_short_form, longest_first)) or r"(?!)")

    def written_out(self, text: str) -> str:
        """Return `text` with its short forms written out.

        >>> ShortForms({"งป": "งบประมาณ"}).written_out("แผนใช้จ่าย งป.67 ของปี 2567")
        'แผนใช้จ่าย งบประมาณ 67 ของปี 2567'
        """
        return self._pattern.sub(self._long_form, text)

    def _long_form(self, match: re.Match[str]) -> str:
        space = " " if match[0].endswith(".") else ""
        return f"{self._forms[match[0].strip('.').replace('.', '')]}{space}"


def _short_form(form: str) -> str:
    """Return a pattern: with a dot, or before what is no Thai letter; no unit after a number."""
    letters = r"\.?".join(map(re.escape, form))
    before = "" if len(form) >= _SAFE_INSIDE else r"(?<![ก-๎.])(?<!\d)(?<!\d )"
    return rf"{before}{letters}(?:\.(?!\w\.)|(?![ก-๎.]))"
