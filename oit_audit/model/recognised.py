"""What character recognition saw in pictures of words."""

from __future__ import annotations

from dataclasses import dataclass

UNREAD = "…"
"""Stands in recognised words where digits could not be read for sure."""

OVER_BUDGET = "not recognised: as many pages as allowed were recognised before it"
"""`Document.legibility_note` of a scan for which the budget did not last."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters on a picture, or a ruled line.

    Of Thai, which has no spaces, an engine often gives a letter or two at a time.
    """

    text: str
    """Empty for a ruled line."""

    confidence: int
    """How sure the engine is, 0 to 100."""

    left: int
    top: int
    right: int
    bottom: int
    """Pixels from the upper left corner, `right` and `bottom` just outside."""

    line: int
    """Number of the line it stands in, ascending in reading order."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """One page of a paper, or one picture."""

    number: int
    """From 1."""

    words: tuple[Word, ...] = ()
    """In reading order."""

    dpi: int = 0
    """Pixels an inch at which it was read; 0 when it was not."""

    turned: int = 0
    """Degrees clockwise by which the page had to be turned to stand upright."""

    of: int = 1
    """Pages of the whole paper."""

    note: str = ""
    """Why nothing was read, one clause in English; empty when it was."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The pages of one paper that were recognised."""

    engine: str
    """Program, version, languages and settings: the same ones give the same words."""

    pages: tuple[RecognisedPage, ...]
    """Ascending by number, none twice."""
