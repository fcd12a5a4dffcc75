"""Thai digits on a picture, compared with how fonts draw them.

The Thai data of tesseract know only ๐ ๑ ๒ ๓ ๕: it reads ๖ as ๒ and is sure of it. What it takes
for Thai digits is therefore looked at again, sign by sign, and goes when one is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageFilter

from oit_audit.extract._glyphs import Box, Features, features, ranked, spots
from oit_audit.model import UNREAD, Word

_LIKENESS = 0.7
"""Correlation from which a sign is the one it is most like."""

_LEAD = 0.09
"""By how much it must be more like it than like any other."""

_LEAD_OF_FIVE = 0.06
"""The same for ๕ before ๔: the small loop of ๕ may be lost, but none is ever added."""

_MOST_RUNS = 200
"""Of one page."""

_MOST_SIGNS = 12
_HIGH = 48
"""Pixels to which a run of small signs is enlarged."""

_BESIDE = 4
"""Words before and after a run that say how high the line is."""

_NEAR = 0.8
"""Distance of two words of which one number may be made, in heights."""

_CLOSE = 0.35
"""Distance of two signs of one number, in heights."""

_TALL = re.compile(r"[\dก-ฮa-zA-Z]")
"""Letters as high as digits."""

_DIGIT = re.compile(r"\d")
_THAI_DIGIT = re.compile("[๐-๙]")
_LETTERS = re.compile("[ก-ฺเ-๎A-Z]|[a-z]{4}")
"""What the engine does not make of Thai digits."""

_NO_YEAR = re.compile("[(]?๒[๐-๔๖-๙][๐-๙]{2}[)]?")
"""A year of another century: the picture shows ๕ where this says something else."""

_NOTHING: tuple[str, int, Box | None] = (UNREAD, 0, None)


def has_thai_digits(words: Iterable[Word]) -> bool:
    """Are there digits among `words` that must be looked at again?"""
    return any(_THAI_DIGIT.search(word.text) for word in words)


def with_thai_digits(
    picture: Image.Image, words: Sequence[Word], scale: float = 1.0
) -> tuple[Word, ...]:
    """Return `words` with the Thai digits that the picture shows.

    A run of which one is in doubt becomes `UNREAD`.

    Args:
        picture: In shades of grey.
        words: What the engine read.
        scale: By how much the picture is larger than the one that the engine was given.
    """
    larger = [_scaled(word, scale) for word in words]
    return tuple(_scaled(word, 1 / scale) for word in _read_again(picture, larger))


def _scaled(word: Word, scale: float) -> Word:
    if scale == 1.0:
        return word
    edges = (word.left, word.top, word.right, word.bottom)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    return Word(word.text, word.confidence, left, top, right, bottom, word.line)


def _read_again(picture: Image.Image, words: Sequence[Word]) -> Iterator[Word]:
    left = _MOST_RUNS
    for start, end in _runs(words):
        run = words[start:end]
        if not _THAI_DIGIT.search("".join(word.text for word in run)):
            yield from run
            continue
        left -= 1
        text, sure, box = _read(picture, words, start, end) if left >= 0 else _NOTHING
        left_, top, right, bottom = box or _around(run)
        yield Word(text, sure, left_, top, right, bottom, run[0].line)


def _around(words: Sequence[Word]) -> Box:
    return (
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Give the words one by one, and what may be digits side by side together: first and end."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not _goes_on(words[at - 1], words[at]):
            yield from _trimmed(words, start, at)
            start = at


def _trimmed(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a run without what stands before its first digit and after its last; that alone."""
    digits = [at for at in range(start, end) if _DIGIT.search(words[at].text)]
    first, last = (digits[0], digits[-1] + 1) if digits else (end, end)
    yield from ((at, at + 1) for at in range(start, first))
    if digits:
        yield first, last
        yield from ((at, at + 1) for at in range(last, end))


def _goes_on(before: Word, word: Word) -> bool:
    """Do both look like pieces of one number?"""
    high = min(before.bottom - before.top, word.bottom - word.top)
    near = word.left - before.right <= _NEAR * high
    return before.line == word.line and near and _like_digits(before) and _like_digits(word)


def _like_digits(word: Word) -> bool:
    """Is it what the engine makes of Thai digits: some, or strange signs next to some?"""
    return bool(word.text) and not _LETTERS.search(word.text)


def _read(
    picture: Image.Image, words: Sequence[Word], start: int, end: int
) -> tuple[str, int, Box | None]:
    """Return what a run says, how sure that is (0 to 100), and where it really stands.

    Small, ๕ is hard to tell from ๔; after a first ๒ it is a year, and those begin with ๒๕.
    """
    signs = _signs(_cut_out(picture, words, start, end), words, start, end)
    text, least = "", 1.0
    for at, (box, seen) in enumerate(signs):
        (likeness, sign), (second, other), *_ = ranked(seen)
        lead = _LEAD_OF_FIVE if (sign, other) == ("๕", "๔") else _LEAD
        a_year = (text, sign, other) == ("๒", "๕", "๔")
        if likeness < _LIKENESS or not (likeness - second >= lead or a_year):
            return _NOTHING
        apart = at > 0 and box[0] - signs[at - 1][0][2] > _CLOSE * (box[3] - box[1])
        text += f" {sign}" if apart else sign
        least = min(least, likeness)
    if not text or _NO_YEAR.fullmatch(text):
        return _NOTHING
    lefts, tops, rights, bottoms = zip(*(box for box, _ in signs), strict=True)
    return text, round(100 * least), (min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class _Cut:
    """The part of a picture around a run, perhaps enlarged."""

    picture: Image.Image
    left: int
    top: int
    scale: int

    def place(self, box: Box) -> Box:
        """Return where `box` lies on the whole picture."""
        left, top, right, bottom = box
        return (
            self.left + left // self.scale,
            self.top + top // self.scale,
            self.left - (-right // self.scale),
            self.top - (-bottom // self.scale),
        )


def _cut_out(picture: Image.Image, words: Sequence[Word], start: int, end: int) -> _Cut:
    run = words[start:end]
    top, bottom = _band(words, start, end)
    high = max(bottom - top, 1)
    left = max(0, run[0].left - 2 * high)
    right = max(word.right for word in run) + 2 * high
    above = max(0, top - high // 3)
    cut = picture.crop(
        (left, above, min(right, picture.width), min(bottom + high // 5, picture.height))
    )
    scale = max(1, round(_HIGH / max(1, cut.height)))
    if scale > 1:
        cut = cut.resize((cut.width * scale, cut.height * scale), Image.Resampling.BICUBIC)
        cut = cut.filter(ImageFilter.MedianFilter(3))
    return _Cut(cut, left, above, scale)


def _signs(cut: _Cut, words: Sequence[Word], start: int, end: int) -> list[tuple[Box, Features]]:
    """Return the signs of a run from left to right, with their places; empty when in doubt.

    The engine is rarely right about where a sign ends, so those next to the run belong to it
    when they stand close and no other word claims them.
    """
    run = words[start:end]
    left, right = run[0].left, max(word.right for word in run)
    others = [word for word in words[max(0, start - _BESIDE) : end + _BESIDE] if word not in run]
    found = [
        spot for spot in spots(cut.picture) if spot.box[0] > 0 and spot.box[2] < cut.picture.width
    ]
    places = [cut.place(spot.box) for spot in found]
    inside = [at for at, box in enumerate(places) if left <= (box[0] + box[2]) / 2 <= right]
    if not inside or len(inside) > _MOST_SIGNS:
        return []
    first, last, line = inside[0], inside[-1], run[0].line
    while first and _belongs(places[first - 1], places[first], others, line):
        first -= 1
    while last + 1 < len(places) and _belongs(places[last + 1], places[last], others, line):
        last += 1
    return [
        (places[at], features(cut.picture.crop(found[at].box))) for at in range(first, last + 1)
    ]


def _belongs(box: Box, beside: Box, others: Sequence[Word], line: int) -> bool:
    """Does the sign at `box` stand close to `beside`, in no other word of the line?"""
    middle = (box[0] + box[2]) / 2
    gap = max(box[0], beside[0]) - min(box[2], beside[2])
    claimed = any(o.line == line and o.text and o.left <= middle < o.right for o in others)
    return not claimed and gap <= _CLOSE * max(beside[3] - beside[1], 1)


def _band(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Return top and bottom of the letters around a run; some words claim too much height."""
    line = words[start].line
    near = [
        w
        for w in words[max(0, start - _BESIDE) : end + _BESIDE]
        if w.line == line and _TALL.search(w.text)
    ]
    near = near or list(words[start:end])
    heights = sorted(word.bottom - word.top for word in near)
    usual = heights[len(heights) // 3]
    fit = [w for w in near if usual <= w.bottom - w.top <= 1.3 * usual] or near
    return sorted(w.top for w in fit)[len(fit) // 2], sorted(w.bottom for w in fit)[len(fit) // 2]
