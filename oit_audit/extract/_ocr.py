"""One page of a scan: drawn, turned upright, and read.

A page is read as it comes at a low resolution first. Only when the engine is unsure of what it sees
is the page turned, or drawn larger: that takes three times as long.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from oit_audit.extract._engine import Engine, EngineError
from oit_audit.model import RecognisedPage, Resource, Word

if TYPE_CHECKING:
    from PIL.Image import Image

logger = logging.getLogger(__name__)

SECONDS_A_PAGE = 60.0
_DPI = 150
_LARGER_DPI = 300

_UPRIGHT = 80.0
"""Mean confidence from which a page stands upright; upside down it is 68 at most."""

_SURE = 91.0
"""Mean confidence from which it is large enough."""

_FEW = 12
"""Letters up to which a page has no words to speak of."""

_GUESS = 50
"""Confidence of what is no better than a guess."""

_INK = 0.002
"""Share of dark pixels below which a page is blank."""

_DARK = 160
_A_LINE = 5
"""Words from which a line says whether it runs down the page."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the engine made of a page once."""

    words: tuple[Word, ...]
    picture: Image
    dpi: int
    turned: int

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def confidence(self) -> float:
        """Return the mean of its letters, 0 to 100."""
        return sum(w.confidence * len(w.text) for w in self.words) / max(1, self.letters)

    @property
    def worth(self) -> float:
        """Return how much was read, guesses left out."""
        return sum(max(0, w.confidence - _GUESS) * len(w.text) for w in self.words)

    @property
    def is_upright(self) -> bool:
        return self.confidence >= _UPRIGHT and not _runs_down(self.words)


def recognise_page(
    resource: Resource, body: bytes, *, number: int, engine: Engine
) -> RecognisedPage:
    """Return the words of page `number` (from 1) of a scan, or why there are none.

    Needs Pillow. May be called in another process: all it takes and gives can be pickled.

    Args:
        resource: A PDF or a picture, by its media type.
        body: Its bytes.
        number: The page; of a picture file with many pictures, the picture.
        engine: Reads it.
    """
    from oit_audit.extract import _pixels  # noqa: PLC0415 - only there with the extra

    is_paper = b"%PDF-" in body[:1_024]
    of = _pixels.pages_in(body, is_paper=is_paper)
    draw = (_pixels.paper if is_paper else _pixels.picture)(body, number)
    until = monotonic() + SECONDS_A_PAGE
    try:
        look = _looked(engine, draw, until)
        words = _with_digits(look, draw)
    except (EngineError, _pixels.PixelsError) as error:
        logger.warning("page %d was not recognised: %s %s", number, error, resource.final_url)
        return RecognisedPage(number, of=of, note=str(error))
    return RecognisedPage(number, words, look.dpi, look.turned, of)


def _with_digits(look: _Look, draw: Callable[[int], Image]) -> tuple[Word, ...]:
    """Return the words of a look, their Thai digits read from a larger picture."""
    from oit_audit.extract import _thai_digits  # noqa: PLC0415 - only there with the extra

    if not _thai_digits.has_thai_digits(look.words):
        return look.words
    larger = look.picture
    if look.dpi < _LARGER_DPI:
        larger = draw(_LARGER_DPI).rotate(-look.turned, expand=True)
    scale = larger.width / max(1, look.picture.width)
    return _thai_digits.with_thai_digits(larger, look.words, scale)


def _looked(engine: Engine, draw: Callable[[int], Image], until: float) -> _Look:
    """Return the best look at a page."""
    best = _look(engine, draw(_DPI), _DPI, 0, until)
    if _is_blank(best.picture):
        return best
    if best.letters > _FEW and not best.is_upright:
        turned = engine.turn(best.picture, until)
        upright = best.picture.rotate(-turned, expand=True)
        best = _better(best, _look(engine, upright, _DPI, turned, until)) if turned else best
    if best.confidence >= _SURE:
        return best
    try:
        larger = draw(_LARGER_DPI).rotate(-best.turned, expand=True)
        return _better(best, _look(engine, larger, _LARGER_DPI, best.turned, until))
    except EngineError:  # a large page took too long; what was seen before stands
        return best


def _look(engine: Engine, picture: Image, dpi: int, turned: int, until: float) -> _Look:
    return _Look(engine.words(picture, dpi, until), picture, dpi, turned)


def _better(one: _Look, other: _Look) -> _Look:
    if _runs_down(one.words) != _runs_down(other.words):
        return other if _runs_down(one.words) else one
    return other if other.worth > one.worth else one


def _is_blank(picture: Image) -> bool:
    dark = sum(picture.histogram()[:_DARK])
    return dark < _INK * picture.width * picture.height


def _runs_down(words: Sequence[Word]) -> bool:
    """Do most lines run down the page? The engine reads some pages that lie on their side."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        if word.text:
            lines.setdefault(word.line, []).append(word)
    votes = 0
    for line in lines.values():
        if len(line) >= _A_LINE:
            wide = max(w.right for w in line) - min(w.left for w in line)
            high = max(w.bottom for w in line) - min(w.top for w in line)
            votes += 1 if high > 2 * wide else -1
    return votes > 0
