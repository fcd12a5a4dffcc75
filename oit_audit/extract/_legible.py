"""Can the words of a paper be read, or has its file lost them?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_audit.model import Legibility

_ALMOST_NONE = 20
"""Characters of a page that has no more than a number or a stamp."""

_HEAVY = 0.02
"""Share of damaged places among Thai characters from which the absence of a word proves nothing."""

_ORPHANS = 0.15
"""Share of Thai marks that stand on no letter."""

_THAI = re.compile("[\u0e01-\u0e5b]")
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_ORPHAN = re.compile(
    "(?:^|[^\u0e01-\u0e5b ]|(?:^|[^\u0e01-\u0e5b]) )[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_JUNK = re.compile(r"""[\u0e01-\u0e3a][!"#$&'*+;<=>?@\\^_`{|}~][\u0e01-\u0e4e]""")
_LOST = re.compile("[\ufffd\ue000-\uf6ff\uf71b-\uf8ff]")
"""Replacement characters and private glyphs, save those of old Thai fonts: folding knows them."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LATIN_THAI = re.compile("[\u00a1-\u00fb]")
_TO_THAI = {code: code - 0xA0 + 0x0E00 for code in (*range(0xA1, 0xDB), *range(0xDF, 0xFC))}


def judge(pages: Sequence[str]) -> tuple[Legibility, str]:
    """Return how well the text of a paper can be read, and why not better.

    >>> judge(["", ""])
    (<Legibility.NONE: 'none'>, 'no text layer: probably a scan')
    """
    sizes = [len("".join(page.split())) for page in pages]
    empty = sum(size < _ALMOST_NONE for size in sizes)
    if sum(sizes) < _ALMOST_NONE * max(1, min(len(sizes), 3)) and empty == len(sizes):
        return Legibility.NONE, "no text layer: probably a scan"
    if note := _damage("\n".join(pages)):
        return Legibility.POOR, note
    if empty * 2 > len(sizes):
        return Legibility.POOR, f"{empty} of {len(sizes)} pages have no text layer"
    return Legibility.GOOD, ""


def lost_letters(text: str) -> str:
    """Name why letters of a page are lost: bad bytes, or glyphs of its own font; else empty.

    >>> lost_letters("แผน")
    ''
    """
    lost = len(_LOST.findall(text))
    letters = len("".join(text.split()))
    return "many characters of the page are damaged" if lost > letters * _HEAVY else ""


def _damage(text: str) -> str:
    """Name what is wrong with the Thai of `text`; empty when nothing is, or little."""
    letters = len("".join(text.split()))
    thai = len(_THAI.findall(text))
    lost = len(_LOST.findall(text))
    if len(_CONTROL.findall(text)) > letters * 0.1:
        return "the text layer holds codes instead of letters"
    if lost > max(thai, letters // 2) * _HEAVY:
        return "many characters are lost: the file's fonts do not say which letters they show"
    return _damaged_thai(text, thai) if thai >= 100 else ""


def _damaged_thai(text: str, thai: int) -> str:
    if len(_JUNK.findall(text)) > thai * _HEAVY:
        return "many Thai letters are damaged"
    marks = len(_MARK.findall(text))
    if marks < thai * 0.03:
        return "Thai vowels and tone marks are lost"
    if len(_ORPHAN.findall(text)) > marks * _ORPHANS:
        return "many Thai marks stand apart from their letters"
    return ""


def mended(text: str) -> str:
    """Return `text` with Thai letters where an old font hid them behind Latin ones.

    >>> mended("á¼¹¾Ñ²¹Ò")
    'แผนพัฒนา'
    """
    hidden = len(_LATIN_THAI.findall(text))
    if hidden < 5 or hidden * 10 < 3 * len("".join(text.split())) or _THAI.search(text):
        return text
    return text.translate(_TO_THAI)
