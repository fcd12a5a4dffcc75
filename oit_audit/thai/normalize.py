"""Fold Thai text so that one wording has one spelling, with a way back to the original.

Folding removes what differs between two people who type the same words: digits, case, the six
broken forms of sara am, the order of marks, tone marks, zero-width characters, look-alike letters,
punctuation and spaces.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPELLINGS = {
    "ำ": "า",  # sara am; its nikhahit half is dropped below, so that all its forms meet
    "ฏ": "ฎ",
    "ๆ": "",
    "ฯ": "",
    "ๅ": "า",
}
_DROPPED = "็่้๊๋์ํฺ๎"
_MARKS = "ัิีึืุู"
_WINDOWS_GLYPHS = {
    0xF700: "ฐ", 0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF70F: "ญ", 0xF710: "ั",
    0xF718: "ุ", 0xF719: "ู",
}  # fmt: skip
"""What older Thai fonts keep in the private use area and old PDF files print.

Their tone marks stand there too (U+F705 and on); like all that is no letter they are dropped.
"""

_BELONGS_TO_THE_LETTER = frozenset(_DROPPED + _MARKS)


class _Fold(dict[int, str]):
    """What each character becomes; learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        kept: list[str] = []
        for part in unicodedata.normalize("NFKC", chr(code)).lower():
            kept.extend(filter(_is_kept, self.get(ord(part), part)))
        self[code] = "".join(kept)
        return self[code]


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or character in _MARKS


_TABLE = _Fold({ord(source): target for source, target in _SPELLINGS.items()})
_TABLE |= dict.fromkeys(map(ord, _DROPPED), "")
_TABLE |= {ord("๐") + digit: str(digit) for digit in range(10)}
_TABLE |= _WINDOWS_GLYPHS
_REPEATED = re.compile(rf"เเ|([{_MARKS}า])\1+")


def _merge(match: re.Match[str]) -> str:
    return match[1] or "แ"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back."""

    text: str
    origin: tuple[int, ...]
    """For each folded character, the index of its original character; ascending."""

    original: str

    def quote(self, start: int, end: int) -> str:
        """Return the original text behind `text[start:end]`, with the marks of its last letter."""
        if start >= end:
            return ""
        stop = self.origin[end - 1] + 1
        limit = self.origin[end] if end < len(self.origin) else len(self.original)
        while stop < limit and self.original[stop] in _BELONGS_TO_THE_LETTER:
            stop += 1
        return self.original[self.origin[start] : stop]


def fold(text: str) -> str:
    """Return `text` folded. Idempotent; lower case; letters, digits and Thai vowels only.

    >>> fold("สํานักงาน") == fold("สำนักงาน") == fold("ส านักงาน")
    True
    >>> fold("แผนปฏิบัติการ พ.ศ. ๒๕๖๖")
    'แผนปฎิบัติการพศ2566'
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


_SHORT = 300
"""Longer texts are rarely folded twice and would fill the memory."""


def _fold(text: str) -> str:
    return _REPEATED.sub(_merge, text.translate(_TABLE))


_fold_short = lru_cache(maxsize=32_768)(_fold)


def folded(text: str) -> Folded:
    """Return `text` folded, with the way back to the original."""
    pieces = [_TABLE[ord(character)] for character in text]
    origin = [index for index, piece in enumerate(pieces) for _ in piece]
    parts: list[str] = []
    kept: list[int] = []
    plain, done = "".join(pieces), 0
    for match in _REPEATED.finditer(plain):
        parts += plain[done : match.start()], _merge(match)
        kept += origin[done : match.start() + 1]
        done = match.end()
    return Folded("".join((*parts, plain[done:])), (*kept, *origin[done:]), text)
