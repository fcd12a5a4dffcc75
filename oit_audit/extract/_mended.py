"""Mend what fonts and programs do to the Thai of a text layer, as far as there is only one reading.

What stays doubtful is left as it is: folding forgives much, and `_legible` says when it is too
much. A page of a PDF has its marks put on their letters before (`_pdf_marks`).
"""

from __future__ import annotations

import re

_SUSPECT = re.compile("[\u00a1-\u00fb\u0e01-\u0e5b\uf0a1-\uf0fb\uf700-\uf71a]")
"""Thai, and what may stand for it."""

_THAI = re.compile("[\u0e01-\u0e5b]")
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONE = "\u0e48-\u0e4b"

_LATIN_THAI = re.compile("[\u00a1-\u00fb\uf0a1-\uf0fb]")
_TO_THAI = {code: code - 0xA0 + 0x0E00 for code in (*range(0xA1, 0xDB), *range(0xDF, 0xFC))}
_TO_THAI |= {0xF000 + code: letter for code, letter in _TO_THAI.items()}
"""TIS-620 read as Latin-1, or kept by a symbol font in the private use area."""

_GLYPHS = dict(
    zip(
        (*range(0xF700, 0xF71B),),
        "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู",
        strict=True,
    )
)
"""Letters and marks that older Thai fonts shape: shortened, or moved to the left or down."""

_SHAPED = re.compile("[\uf700-\uf71a]")
STAND_INS = dict(zip("ÉÊËÌÍ", "่้๊๋์", strict=True))
"""What fonts of old Thai Windows say for a tone mark that stands high."""

_HIGH_TONE = re.compile(f"(?<=[\u0e01-\u0e4e])[É-Í]|[É-Í](?=[{_MARK}])")
_DIGITS = re.compile("(?<![A-Za-zÀ-ŗŢ-ɏ])[Ř-š]+(?![A-Za-zÀ-ŗŢ-ɏ])")
_FROM_DIGITS = {0x0158 + digit: str(digit) for digit in range(10)}
"""The digits of the same fonts."""

_LOOSE = re.compile(f"(?<=[\u0e01-\u0e2e{_MARK}])[ \t\r\n]+(?=[{_MARK}])")
_LOST_RING = re.compile(f"(?<=[\u0e01-\u0e2e{_TONE}])\ufffd(?=\u0e32)")
_LOST_TONE = re.compile(f"(?<=[{_MARK}])\ufffd|\ufffd(?=\u0e33)")
_SARA_AM = re.compile(
    f"(?<=[\u0e01-\u0e2e{_TONE}]) \u0e33"
    f"|(?<=[\u0e01-\u0e2e{_TONE}]) \u0e32(?=[\u0e01-\u0e4e])"
    f"|(?<=[\u0e01-\u0e4e][\u0e01-\u0e2e]) \u0e32|\u0e4d([{_TONE}]?)\u0e32|\u0e33\u0e32"
)
_DOUBLED = re.compile(f"([{_MARK}\u0e33])\\1+")
_WORD = re.compile("[\u0e01-\u0e4e]{6,}")
_LEAST_LETTERS = 3
"""Different letters of a word that may be one drawn twice, rather than a row of dots."""


def mended(text: str) -> str:
    """Return `text` as the paper shows it, where its fonts or programs say something else.

    >>> mended("á¼¹¾Ñ²¹Ò")
    'แผนพัฒนา'
    >>> mended("ส านักงานทีÉดิน จํานวน ปีŚŝŞŞ ประจ�าปีี")
    'สำนักงานที่ดิน จำนวน ปี2566 ประจำปี'
    """
    if text.isascii() or _SUSPECT.search(text) is None:
        return text
    if _LATIN_THAI.search(text):
        text = "".join(map(_from_latin, text.splitlines(keepends=True)))
    if _SHAPED.search(text):
        text = text.translate(_GLYPHS)
    return _mended_thai(text) if _THAI.search(text) else text


def _from_latin(line: str) -> str:
    """Return a line with Thai letters where an old font hid them behind Latin ones."""
    hidden = len(_LATIN_THAI.findall(line))
    if hidden < 5 or hidden * 10 < 3 * len("".join(line.split())) or _THAI.search(line):
        return line
    return line.translate(_TO_THAI)


def _mended_thai(text: str) -> str:
    text = _WORD.sub(_once, text)
    text = _LOOSE.sub("", _HIGH_TONE.sub(lambda found: STAND_INS[found[0]], _LOOSE.sub("", text)))
    text = _DIGITS.sub(lambda found: found[0].translate(_FROM_DIGITS), text)
    if "\ufffd" in text:
        text = _LOST_TONE.sub("", _LOST_RING.sub("\u0e4d", text))
    text = _SARA_AM.sub(lambda found: f"{found[1] or ''}\u0e33", text)
    return _DOUBLED.sub(r"\1", text)


def _once(found: re.Match[str]) -> str:
    """Return a word once of which each letter stands twice, as programs draw bold ones."""
    word = found[0]
    once = word[::2]
    return once if once == word[1::2] and len(set(once)) >= _LEAST_LETTERS else word
