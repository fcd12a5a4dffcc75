"""Tidy text lightly: digits, dashes, case and marks only, so that numbers keep their punctuation.

The fold removes spaces and points; dates cannot be read without them.
"""

from __future__ import annotations

import re
from functools import cached_property

_DROPPED = "็่้๊๋์ํ๎\u200b\u200c\u200d\u2060\ufeff\xad" + "".join(
    map(chr, (*range(0xF705, 0xF70F), *range(0xF711, 0xF718), 0xF71A))
)
_DASHES = "‐‑‒–—―−─﹘﹣－~～"
_SPACES = "\t\r\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_TABLE: dict[int, str] = dict.fromkeys(map(ord, _DROPPED), "")
_TABLE |= dict.fromkeys(map(ord, _DASHES), "-")
_TABLE |= dict.fromkeys(map(ord, _SPACES), " ")
_TABLE |= {ord("๐") + digit: str(digit) for digit in range(10)}
_TABLE |= {ord("０") + digit: str(digit) for digit in range(10)}
_TABLE |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_TABLE |= {
    ord("ำ"): "า", ord("ๅ"): "า", ord("ฏ"): "ฎ", ord("／"): "/", 0xF700: "ฐ", 0xF70F: "ญ",
    0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF710: "ั", 0xF718: "ุ", 0xF719: "ู",
}  # fmt: skip
_MARK = re.compile("[ัิีึืุูา]")


def light(text: str) -> str:
    """Return `text` with Arabic digits, plain dashes and spaces, small letters, no tone marks."""
    return text.translate(_TABLE)


def soft(word: str) -> str:
    """Return a pattern for the Thai `word` in light text: a space may stand before a mark.

    Old PDF files say `ก ุมภาพ ันธ์`.
    """
    return _MARK.sub(r" ?\g<0>", re.escape(light(word)))


class LightText:
    """Light text and the way back to the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = light(original)

    @cached_property
    def _origin(self) -> tuple[int, ...] | None:
        """For each light character its place in the original; None when nothing was dropped."""
        if len(self.text) == len(self.original):
            return None
        return tuple(i for i, letter in enumerate(self.original) if _TABLE.get(ord(letter)) != "")

    def position(self, index: int) -> int:
        """Return where the light character at `index` stands in the original."""
        return index if self._origin is None else self._origin[index]

    def quote(self, start: int, end: int) -> str:
        """Return the original behind `text[start:end]`, not empty, with its last marks."""
        stop = self.position(end - 1) + 1
        while stop < len(self.original) and self.original[stop] in _DROPPED:
            stop += 1
        return self.original[self.position(start) : stop]
