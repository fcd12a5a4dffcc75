"""Can the words of a paper be read, or has its file lost them?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
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

_IMPOSSIBLE = re.compile(
    "[\u0e40-\u0e44](?![\u0e01-\u0e2e\u0e40])"
    "|[\u0e31\u0e37][\u0e47-\u0e4b]?(?![\u0e01-\u0e2e\u0e47-\u0e4e])"
    "|[^\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    "|[\u0e31\u0e34-\u0e39]{2}|[\u0e48-\u0e4c]{2}"
)
"""What Thai never writes: a vowel before or over nothing, two marks in one place."""

_MISPLACED = 0.015
"""Share of impossible places among Thai characters from which words are lost."""

_WRONG_LETTERS = 0.05
"""The same from which the letters are not those that the paper shows."""

_MANY_SCRIPTS = 0.3
"""Share of the letters that are of no script used in Thailand, and of several."""

_SAMPLED = 3_000
"""Characters that are asked of which script they are."""

_FOREIGN = re.compile("[\u0400-\u0dff\u0e80-\u1cff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufefc]")

_EASTERN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "HALFWIDTH"})
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")
_COMMON_WORDS = frozenset(
    ("the", "of", "and", "to", "in", "for", "is", "by", "on", "with", "a", "or", "no", "as", "at")
)
"""Words of which any running text in Latin letters has some."""

_VOWEL = re.compile("[aeiouyà-æè-ïò-öù-ýąęěőűů]")
_VOWELS = (0.28, 0.6)
_LEAST_WORDS = 20
_FEW_COMMON = 0.02
_LONG_WORD = 14
"""Letters of a word that no language has as a mean."""

_SOME, _MOST = 0.1, 0.5
"""Shares of codes among the characters: words are lost, nothing is left."""

_ENOUGH = 100
"""Thai characters from which shares mean something."""

_WRONG = "the Thai letters of the text layer are not those of the paper"
_CODES = "the text layer holds codes instead of letters"
_NAMELESS = "the file's fonts do not say which letters they show"

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def judge(pages: Sequence[str]) -> tuple[Legibility, str]:
    """Return how well the text of a paper can be read, and why not better.

    >>> judge(["", ""])
    (<Legibility.NONE: 'none'>, 'no text layer: probably a scan')
    """
    sizes = [_size(page) for page in pages]
    empty = sum(size < _ALMOST_NONE for size in sizes)
    if sum(sizes) < _ALMOST_NONE * max(1, min(len(sizes), 3)) and empty == len(sizes):
        return Legibility.NONE, "no text layer: probably a scan"
    harm = _harm("\n".join(pages))
    if harm[1]:
        return harm
    if empty * 2 > len(sizes):
        return Legibility.POOR, f"{empty} of {len(sizes)} pages have no text layer"
    return Legibility.GOOD, ""


def judge_recognised(pages: Sequence[str]) -> tuple[Legibility, str]:
    """Return the same of a scan whose words a machine has recognised: never better than poor.

    >>> judge_recognised(["แผนพัฒนาท้องถิ่นของเทศบาล"])[0]
    <Legibility.POOR: 'poor'>
    """
    legibility, note = judge(pages)
    if legibility is Legibility.NONE:
        return legibility, note
    text = "\n".join(pages)
    if _harm(text)[1] or not _is_language(text):
        return Legibility.NONE, "a scan, and what a machine recognised in it is garbled"
    return Legibility.POOR, note or "a scan: a machine recognised its words, some of them wrongly"


def judge_nameless(pages: Sequence[str]) -> tuple[Legibility, str]:
    """Return the same of a paper most of whose letters are guessed from their numbers."""
    legibility, note = judge(pages)
    text = "\n".join(pages)
    if legibility is Legibility.NONE or _is_language(text) or _has_vowels(text):
        return legibility, note
    return Legibility.NONE, _NAMELESS


def _has_vowels(text: str) -> bool:
    """Are there as many vowels among the Latin letters as languages have?"""
    words = "".join(_LATIN_WORD.findall(text)).lower()
    share = len(_VOWEL.findall(words)) / max(1, len(words))
    return _VOWELS[0] <= share <= _VOWELS[1]


def lost_letters(text: str) -> str:
    """Name why letters of a page are lost: bad bytes, or glyphs of its own font; else empty.

    >>> lost_letters("แผน")
    ''
    """
    lost = len(_LOST.findall(text))
    letters = _size(text)
    return "many characters of the page are damaged" if lost > letters * _HEAVY else ""


def _size(text: str) -> int:
    """Count the characters that are no white space, nearly."""
    return len(text) - sum(map(text.count, " \n\r\t\xa0"))


def _harm(text: str) -> tuple[Legibility, str]:
    """Return how much of `text` is not what the paper shows, and what is wrong with it."""
    letters = _size(text)
    codes = len(_CONTROL.findall(text))
    if codes > letters * _SOME:
        return (Legibility.NONE if codes > letters * _MOST else Legibility.POOR), _CODES
    if _is_of_many_scripts(text):
        return Legibility.NONE, _NAMELESS
    thai = len(_THAI.findall(text))
    if len(_LOST.findall(text)) > max(thai, letters // 2) * _HEAVY:
        return Legibility.POOR, f"many characters are lost: {_NAMELESS}"
    note = _damaged_thai(text, thai) if thai >= _ENOUGH else ""
    return Legibility.NONE if note == _WRONG else Legibility.POOR if note else Legibility.GOOD, note


def _is_of_many_scripts(text: str) -> bool:
    """Are the letters from so many alphabets that they cannot be what the paper shows?"""
    sample = text[:_SAMPLED]
    foreign = Counter(map(_script, _FOREIGN.findall(sample)))
    total = sum(foreign.values())
    return (
        len(foreign) >= 3
        and total > sum(map(str.isalpha, sample)) * _MANY_SCRIPTS
        and max(foreign.values()) < total * 0.7
    )


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "NAMELESS").partition(" ")[0]
    return "EASTERN" if name in _EASTERN else name


def _is_language(text: str) -> bool:
    """Does `text` look like words of some language? In doubt it does."""
    letters = sum(map(str.isalpha, text))
    if len(_THAI.findall(text)) > letters * 0.2:
        return True
    words = _LATIN_WORD.findall(text)
    latin = sum(map(len, words))
    if latin > max(_ENOUGH, len(words) * _LONG_WORD):
        return False
    if len(words) < _LEAST_WORDS or latin < letters * 0.5:
        return True
    common = sum(word.lower() in _COMMON_WORDS for word in words)
    return common >= len(words) * _FEW_COMMON


def _damaged_thai(text: str, thai: int) -> str:
    if len(_JUNK.findall(text)) > thai * _HEAVY:
        return "many Thai letters are damaged"
    impossible = len(_IMPOSSIBLE.findall(text))
    if impossible > thai * _WRONG_LETTERS:
        return _WRONG
    if impossible > thai * _MISPLACED:
        return "many Thai marks stand where they do not belong"
    marks = len(_MARK.findall(text))
    if marks < thai * 0.03:
        return "Thai vowels and tone marks are lost"
    if len(_ORPHAN.findall(text)) > marks * _ORPHANS:
        return "many Thai marks stand apart from their letters"
    return ""
