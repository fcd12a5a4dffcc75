"""From words on a picture to lines of text and ruled tables."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from oit_audit.extract._ruled import Ruled, ruled
from oit_audit.model import UNREAD, RecognisedPage, Word

_SPACE = 0.62
"""Distance of two words from which there is a space, in heights of small letters."""

_SAME_ROW = 0.5
"""Distance of the middles of two lines that stand beside each other, in heights."""

_LEVEL = 0.1
"""Rise by run up to which a line of text lies; more is no skewed scan."""

_LONG = 8
"""Words from which a line says how the page is skewed."""

_SURE_DIGITS = 75
_SURE_PAGE = 88
_SURER_DIGITS = 90
"""Confidence from which digits count: more on a page that is hard to read."""

_FAINT = 50
"""Mean confidence below which a line is a stamp, a picture or dirt."""

_LEAST_CELLS = 4
"""Filled cells from which rules make a table."""

_MERGES = (("ํา", "ำ"), ("ํ้า", "้ำ"), ("ํ่า", "่ำ"), ("้ํา", "้ำ"), ("่ํา", "่ำ"), ("เเ", "แ"))
_MISREAD = (
    (re.compile(r"\b[Ww]\.?[Aa]\.?(?= ?[\d…])"), "พ.ศ."),
    (re.compile("พ[.,]? ?ศ[ิ-ู่-้]*[.,](?= ?[\\d…])"), "พ.ศ."),
    (re.compile(r"(?<=\d) ?(?:[uU][wvVyIilm1]{1,2}|UIN|บา)\b(?!\w)"), " บาท"),
)
"""Short words that the engine takes for English beside digits."""

_DIGITS = re.compile(r"\d")
_WORD = re.compile(r"[ก-ฮ][ก-๎]{2}|[A-Za-z]{3}|\d{2}")
"""What a line has at least; marks that stand far from their letters are read as a line."""

_NUMBER = re.compile(r"\d[\d.,]*")
_SPACES = re.compile(r" +")
_TIGHT = re.compile(r" (?=[ฯๆ.,):;%…])|(?<=[(]) ")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other."""

    text: str
    top: float
    """Pixels, as if the page lay level."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table."""

    rows: tuple[tuple[str, ...], ...]
    top: float


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    confidence: float
    """Mean of its letters, 0 to 100; 0 when there are none."""

    letters: int
    numbers: int
    unread: int
    """How many of the numbers could not be read for sure."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word as if the page lay level."""

    text: str
    left: float
    right: float
    middle: float
    high: int
    confidence: int


def page_text(page: RecognisedPage) -> PageText:
    """Return the lines and tables of a page, in reading order."""
    words = [word for word in page.words if word.text]
    letters = sum(len(word.text) for word in words)
    if not letters:
        return PageText((), (), 0.0, 0, 0, 0)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters
    least = _SURE_DIGITS if confidence >= _SURE_PAGE else _SURER_DIGITS
    kept = [_without_doubt(word, least) for word in words]
    slope = _slope(words)
    grids, outside = _grids([w for w in page.words if not w.text], kept, slope)
    lines = tuple(line for line in _lines(outside, slope) if _WORD.search(line.text))
    cells = (cell for grid in grids for row in grid.rows for cell in row)
    said = "\n".join((*(line.text for line in lines), *cells))
    unread = said.count(UNREAD)
    numbers = len(_NUMBER.findall(said)) + unread
    return PageText(lines, tuple(grids), confidence, letters, numbers, unread)


def _without_doubt(word: Word, least: int) -> Word:
    """Return the word; digits that may be others give way."""
    if word.confidence >= least or not _DIGITS.search(word.text):
        return word
    text = re.sub(rf"[\d{UNREAD}][\d.,/{UNREAD}]*", UNREAD, word.text)
    return Word(text, 0, word.left, word.top, word.right, word.bottom, word.line)


def _slope(words: Sequence[Word]) -> float:
    """Return the rise of the page's lines by their run."""
    found = []
    for line in _by_line(words):
        if len(line) >= _LONG:
            first, last = line[: _LONG // 2], line[-_LONG // 2 :]
            run = statistics.mean(w.left for w in last) - statistics.mean(w.left for w in first)
            rise = statistics.median(map(_middle, last)) - statistics.median(map(_middle, first))
            if run > 0 and abs(rise) < _LEVEL * run:
                found.append((rise / run, len(line)))
    if not found:
        return 0.0
    return statistics.median(value for value, count in found for _ in range(count))


def _by_line(words: Iterable[Word]) -> list[list[Word]]:
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return list(lines.values())


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _lines(words: Sequence[Word], slope: float) -> Iterator[Line]:
    """Give the lines from top to bottom; what stands beside each other becomes one."""
    rows: list[list[_Placed]] = []
    lines = [_placed(line, slope) for line in _by_line(words)]
    for line in sorted(lines, key=lambda line: (_at(line), line[0].left)):
        last = rows[-1] if rows else None
        if last is not None and _beside(last, line):
            last.extend(line)
            last.sort(key=lambda word: word.left)
        else:
            rows.append(line)
    for row in rows:
        text = _joined(row)
        if text and _is_firm(row):
            yield Line(text, _at(row))


def _placed(line: Sequence[Word], slope: float) -> list[_Placed]:
    """Return the words of a line, levelled, from left to right."""
    placed = [
        _Placed(
            word.text,
            word.left,
            word.right,
            _middle(word) - slope * (word.left + word.right) / 2,
            word.bottom - word.top,
            word.confidence,
        )
        for word in line
    ]
    return sorted(placed, key=lambda word: word.left)


def _at(line: Sequence[_Placed]) -> float:
    return statistics.median(word.middle for word in line)


def _small(line: Sequence[_Placed]) -> float:
    """Return the height of small letters; the engine claims too much for some words."""
    heights = sorted(word.high for word in line)
    return max(1, heights[len(heights) // 3])


def _beside(row: Sequence[_Placed], line: Sequence[_Placed]) -> bool:
    near = abs(_at(row) - _at(line)) <= _SAME_ROW * max(_small(row), _small(line))
    left, right = line[0].left, max(word.right for word in line)
    return near and not any(word.left < right and left < word.right for word in row)


def _is_firm(row: Sequence[_Placed]) -> bool:
    """Are these words, rather than what the engine makes of a stamp?"""
    said = sum(len(word.text) for word in row if word.text != UNREAD)
    sure = sum(len(word.text) * word.confidence for word in row if word.text != UNREAD)
    return said > 0 and sure >= _FAINT * said


def _joined(words: Sequence[_Placed]) -> str:
    """Return words that stand beside each other as text: a space only where there is room.

    The engine takes Thai apart letter by letter, and says nothing of spaces.
    """
    room = _SPACE * _small(words)
    text, edge = "", 0.0
    for word in words:
        if text and word.left - edge >= room:
            text += " "
        text += word.text
        edge = max(edge, word.right) if word.left < edge else word.right
    for apart, together in _MERGES:
        text = text.replace(apart, together)
    for wrong, right in _MISREAD:
        text = wrong.sub(right, text)
    return _TIGHT.sub("", _SPACES.sub(" ", text)).strip()


def _grids(
    rules: Sequence[Word], words: Sequence[Word], slope: float
) -> tuple[list[Grid], list[Word]]:
    """Return the ruled tables, and the words that stand outside of them."""
    grids: list[Grid] = []
    outside = list(words)
    for table in ruled(rules, slope):
        inside: dict[tuple[int, int], list[Word]] = {}
        rest: list[Word] = []
        for word in outside:
            x, y = (word.left + word.right) / 2, _middle(word)
            cell = table.cell(x + slope * y, y - slope * x)
            (rest if cell is None else inside.setdefault(cell, [])).append(word)
        if len(inside) >= _LEAST_CELLS:
            grids.append(Grid(_rows(table, inside, slope), table.rows[0]))
            outside = rest
    return grids, outside


def _rows(
    table: Ruled, inside: Mapping[tuple[int, int], Sequence[Word]], slope: float
) -> tuple[tuple[str, ...], ...]:
    """Return what stands in the cells; rows without any words are left out."""
    rows = (
        tuple(
            " ".join(line.text for line in _lines(inside.get((row, column), ()), slope))
            for column in range(len(table.columns) - 1)
        )
        for row in range(len(table.rows) - 1)
    )
    return tuple(row for row in rows if any(row))
