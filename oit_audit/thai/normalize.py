"""Fold Thai text so that one wording has one spelling, with a way back to the original.

Folding removes what differs between two people who type the same words: digits, case, the four broken forms of
sara am, the order of marks, tone marks, zero-width characters, look-alike letters, punctuation and spaces.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPELLINGS = {
    "ำ": "า",  # sara am; its nikhahit half is dropped below, so that all four forms meet
    "ฏ": "ฎ",
    "ๆ": "",
    "ฯ": "",
    "ฺ": "",
    "ๅ": "า",
}
_DROPPED = set("็่้๊๋์ํ๎")
_TABLE: dict[int, str] = {ord(source): target for source, target in _SPELLINGS.items()}
_TABLE |= dict.fromkeys(map(ord, _DROPPED), "")
_TABLE |= {ord("๐") + digit: str(digit) for digit in range(10)}
_PRIVATE_GLYPHS = {
    0xF700: "ฐ", 0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF705: "", 0xF706: "", 0xF707: "", 0xF708: "",
    0xF709: "", 0xF70A: "", 0xF70B: "", 0xF70C: "", 0xF70D: "", 0xF70E: "", 0xF70F: "ญ", 0xF710: "ั", 0xF711: "",
    0xF712: "", 0xF713: "", 0xF714: "", 0xF715: "", 0xF716: "", 0xF717: "", 0xF718: "ุ", 0xF719: "ู", 0xF71A: "",
}  # fmt: skip
"""The glyphs that older Thai fonts keep in the private use area (Windows and Macintosh sets); tone marks are dropped anyway."""
_TABLE |= _PRIVATE_GLYPHS
_MARKS_ABOVE_BELOW = "ัิีึืุู"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back."""

    text: str
    origin: tuple[int, ...]
    """For each folded character, the index of the original character it comes from; ascending."""

    original: str

    def quote(self, start: int, end: int) -> str:
        """Return the original text behind `text[start:end]`, with the marks that belong to its last letter."""
        if start >= end:
            return ""
        first, last = self.origin[start], self.origin[end - 1]
        stop = last + 1
        while stop < len(self.original) and (
            self.original[stop] in _DROPPED or self.original[stop] == "ำ"
        ):
            stop += 1
        return self.original[first:stop]


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` folded. Idempotent; lower case; letters, digits and Thai vowels only.

    >>> fold("สํานักงาน") == fold("สำนักงาน") == fold("ส านักงาน")
    True
    >>> fold("แผนปฏิบัติการ พ.ศ. ๒๕๖๖")
    'แผนปฎิบัติการพศ2566'
    """
    return folded(text).text


def folded(text: str) -> Folded:
    """Return `text` folded, with the way back to the original."""
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for kept in _keep(character):
            if kept == "เ" and characters and characters[-1] == "เ":
                characters[-1] = "แ"
                continue
            if kept in _MARKS_ABOVE_BELOW and characters and characters[-1] == kept:
                continue
            characters.append(kept)
            origin.append(index)
    return Folded("".join(characters), tuple(origin), text)


@lru_cache(maxsize=8_192)
def _keep(character: str) -> str:
    mapped = _TABLE.get(ord(character))
    if mapped is not None:
        return mapped
    out: list[str] = []
    for part in unicodedata.normalize("NFKC", character).lower():
        replaced = _TABLE.get(ord(part), part)
        out.extend(piece for piece in replaced if _is_kept(piece))
    return "".join(out)


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or character in _MARKS_ABOVE_BELOW
