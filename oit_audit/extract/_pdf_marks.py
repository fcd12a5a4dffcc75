"""Thai vowels and tone marks of a PDF page, put back on the letters that they are drawn over.

Word, Crystal Reports and others draw them when they please: read in that order, `มัธยม` is `มธัยม`
and `ลักษณะ` is `ลกษณะ ั`. Where each is drawn says which letter it belongs to.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from pypdfium2 import raw

from oit_audit.extract._mended import STAND_INS

_THAI = re.compile("[\u0e01-\u0e2e]")
_LETTER = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_VOWEL = frozenset("ัิีึืฺุูํ")
_TONE = frozenset("็่้๊๋์๎")
_MARKS = _VOWEL | _TONE | set(STAND_INS)
_A_MARK = re.compile(f"[{''.join(sorted(_MARKS))}]")
_SPACE = re.compile(r"\s")
_CLUSTER = re.compile("[ก-ฮ][ัิ-ฺ็-๎]+")

_FAR = 40
"""Characters before and after a mark among which its letter is sought."""

_MOST = 50_000
"""Characters of a page that are put in order."""

_SLACK = 0.05
"""Share of a letter's width by which the middle of its mark may miss it."""

_GAP = 0.25
"""Share of a letter's height: less room than that between two letters is no space."""

_SMALL = 0.6
"""Share of a letter's height that the ink of a mark stays below."""

_ASTRAY = re.compile(
    "(?:^|[^\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    "|[\u0e31\u0e37][\u0e47-\u0e4b]?(?![\u0e01-\u0e2e\u0e47-\u0e4e])"
    "|[\u0e31\u0e34-\u0e37]{2}|[\u0e48-\u0e4b]{2}"
    "|[\u0e01-\u0e4e][ÉÊËÌÍ]|[ÉÊËÌÍ][\u0e01-\u0e4e]"
    "|[๐-๙]\\s*\\n\\s*[0-9]{1,3}\\s*\\n"
    "|([ก-ฮ][ัิ-ฺ็-๎]+).{0,2}\\1"
)
"""What hardly any Thai writes.

A mark on no letter, an unfinished vowel, two marks in one place, a letter with its marks twice.
"""

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def astray(text: str) -> int:
    """Return in how many places the marks of `text` stand where no Thai puts them.

    >>> astray("มัธยม และมั่นใจ"), astray("มธัยม และมนั่ ใจ")
    (0, 1)
    """
    return sum(1 for _ in _ASTRAY.finditer(text))


def settled(page: Any, text: str) -> str:  # the library has no types
    """Return `text`, the text of the text page `page`, with its marks on their letters.

    As it is when nothing is wrong with it, or when it would not get better.
    """
    if _THAI.search(text) is None:
        return text
    before = astray(text)
    if not before or page.count_chars() > _MOST:
        return text
    better = _Page(page, text).text()
    return better if astray(better) < before else text


@dataclass(slots=True)
class _Page:
    """The characters of a page and where they are drawn."""

    handle: Any
    said: str
    """The text that the library makes of it."""

    letters: str = field(init=False)
    """One for each character that it counts."""

    homes: dict[int, list[int]] = field(init=False)
    """By letter: the marks that are drawn over it."""

    moved: set[int] = field(init=False)
    """Marks that are given with their letters, and what is not given at all."""

    _boxes: dict[int, _Box] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = self.handle.count_chars()
        self.letters = self.said
        if len(self.said) != count:
            codes = (raw.FPDFText_GetUnicode(self.handle, index) for index in range(count))
            self.letters = "".join(chr(code) if code <= 0xFFFF else "\ufffd" for code in codes)
        self.homes, self.moved = {}, set(self._echoes())
        for found in _A_MARK.finditer(self.letters):
            index = found.start()
            if index not in self.moved:
                home = self._home(index, self._before(index))
                if home is not None:
                    self.homes.setdefault(home, []).append(index)
                    self.moved.add(index)

    def _before(self, mark: int) -> int:
        """Return the letter or sign that a mark follows; -1 when there is none."""
        index = mark - 1
        while index >= 0 and (
            index in self.moved or self.letters[index] in _MARKS or self.letters[index].isspace()
        ):
            index -= 1
        return index

    def _echoes(self) -> Iterator[int]:
        """Give the characters that only name a mark.

        Browsers let the glyph of a mark say the whole syllable, which its letter has said before.
        """
        for found in _CLUSTER.finditer(self.letters):
            start, end = found.span()
            first = self.letters.rfind(found[0], max(0, start - _FAR), start)
            if first >= 0 and self._is_echo(start, first, first + len(found[0]) - 1):
                yield from range(start, end)

    def _is_echo(self, echo: int, first: int, last: int) -> bool:
        """Is a character drawn small, above or below those from `first` to `last`?"""
        left, bottom, right, top = self._drawn(first)
        x, low, _, high = self._drawn(echo)
        height, middle = top - bottom, (top + bottom) / 2
        return (
            high - low < height * _SMALL
            and (low > middle or high < middle)
            and abs((low + high) / 2 - middle) < 1.5 * height
            and left - (right - left) <= x <= self._drawn(last)[2]
        )

    def text(self) -> str:
        """Return the text with each mark behind its letter."""
        out: list[str] = []
        run: list[int] = []
        told = 0
        spaces = (found.start() for found in _SPACE.finditer(self.letters))
        for index in sorted({*self.moved, *self.homes, *spaces}):
            if index > told:
                out += self._between(told - 1 - len(run), run, told), self.letters[told:index]
                run = []
            told = index + 1
            if index in self.moved or (index not in self.homes and self._is_made_up(index)):
                run.append(index)
                continue
            out += self._between(index - 1 - len(run), run, index), self.letters[index]
            out += self._marks(index)
            run = []
        if told < len(self.letters):
            out += self._between(told - 1 - len(run), run, told), self.letters[told:]
        return "".join(out).replace("\0", "")

    def _is_made_up(self, index: int) -> bool:
        """Did the library add this white space for room that it saw?"""
        return bool(raw.FPDFText_IsGenerated(self.handle, index) == 1)

    def _marks(self, home: int) -> list[str]:
        marks = [self.letters[index] for index in self.homes.get(home, ())]
        return sorted((STAND_INS.get(mark, mark) for mark in marks), key=_TONE.__contains__)

    def _between(self, left: int, run: list[int], right: int) -> str:
        """Return the white space between two characters, now that the marks are gone."""
        blanks = "".join(self.letters[index] for index in run if index not in self.moved)
        if left < 0 or not blanks or (len(blanks) == len(run) and "\n" not in blanks):
            return blanks
        one, other = self._box(left), self._box(right)
        height = one[3] - one[1]
        beside = min(one[3], other[3]) - max(one[1], other[1]) >= height / 2
        if beside and abs(other[0] - one[2]) < height * _GAP:
            return ""
        return "\n" if "\n" in blanks else " "

    def _home(self, mark: int, before: int) -> int | None:
        """Return the letter that a mark is drawn over; None when there is none."""
        left, bottom, right, top = self._drawn(mark)
        if right <= left:
            return None
        middle, line = (left + right) / 2, self._line(mark)
        if before >= 0 and self._is_at(before, middle, line, _SLACK):
            return before
        if before >= 0 and (bottom, top) == self._drawn(before)[1::2]:
            return before  # both are said by one glyph, whose room they share
        for index in chain(range(mark - 1, mark - _FAR, -1), range(mark + 1, mark + _FAR)):
            if 0 <= index < len(self.letters) and self._is_at(index, middle, line, 0.0):
                return index
        return None

    def _is_at(self, letter: int, x: float, y: float, slack: float) -> bool:
        """Does a letter of the line at `y` stand at `x`?"""
        if self.letters[letter] not in _LETTER or letter in self.moved:
            return False
        left, bottom, right, top = self._box(letter)
        wide, high = (right - left) * slack, (top - bottom) / 2
        return left - wide <= x < right + wide and abs(self._line(letter) - y) < high

    def _line(self, index: int) -> float:
        """Return the height of the line on which a character stands."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.handle, index, x, y)
        return y.value

    def _box(self, index: int) -> _Box:
        """Return the room that a character takes in its line."""
        if index not in self._boxes:
            rect = raw.FS_RECTF()
            raw.FPDFText_GetLooseCharBox(self.handle, index, rect)
            self._boxes[index] = (rect.left, rect.bottom, rect.right, rect.top)
        return self._boxes[index]

    def _drawn(self, index: int) -> _Box:
        """Return what a character covers with ink."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value
