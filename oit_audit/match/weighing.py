"""How much of a label a reading explains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from oit_audit.match.senses import ACCEPT, Sense
from oit_audit.match.wordbook import Reading

_ONLY = 0.78
"""What a reading must explain when it holds only where nothing else is said."""

_WEAK = 0.85
"""What the share of a weak reading counts."""

_PER_ASPECT = 0.02
"""Added for each aspect a reading asks for: of two that explain the same, the stricter wins."""

_LEADS = 0.7
"""What a leading wording is worth at least."""

_PARTLY = 0.5
"""What a reading must explain that is named in part, when the item's number speaks for it."""

_PARTS = 2
"""Aspects that it must have named, of those it asks for and those that may be there."""

LEAD = 2
"""Folded letters that may stand before a leading wording, or one that names only at first."""

_OPENING = 0.05
"""What the share of the whole adds to a label that begins with what a reading explains."""

_OPENING_LETTERS = 8
"""Letters in a row from the beginning by which a label says what it is."""

_NOTICES = "notices"
"""The aspect of announcing, which may stand before anything."""


class Place(NamedTuple):
    """Where a wording stands in the folded label."""

    start: int
    end: int
    quote: str
    """As the label has it."""

    guessed: bool = False
    """The label breaks off in the middle of it: it may speak for a reading, never against one."""


Named = Mapping[str, list[Place]]
"""For each aspect that a label names, where."""


def read(reading: Reading, named: Named, counted: frozenset[int]) -> Sense | None:
    """Return what the reading explains of the label; None when it does not hold."""
    if any(aspect not in named for aspect in reading.all):
        return None
    if any(aspect in named and not named[aspect][0].guessed for aspect in reading.never):
        return None
    asked = (*reading.all, *(aspect for aspect in sorted(reading.also) if aspect in named))
    places = [place for aspect in asked for place in named[aspect]]
    letters = (index for place in places for index in range(place.start, place.end))
    explains = counted.intersection(letters)
    share = len(explains) / len(counted)
    if reading.only and share < _ONLY:
        return None
    worth = _WEAK if reading.weak else 1.0
    score = share * worth + _PER_ASPECT * len(reading.all) + reading.weight
    first = min(counted)
    if reading.leads and any(place.start <= first + LEAD for place in named[reading.all[0]]):
        score = max(score, _LEADS)
    if not (reading.weak or reading.only or reading.whole) and _opens(explains, named, counted):
        score = max(score, ACCEPT + _OPENING * share)
    words = tuple(dict.fromkeys(place.quote for place in places))
    return Sense(reading.concept, min(1.0, round(score, 4)), words, explains)


def partly(reading: Reading, named: Named, counted: frozenset[int]) -> Sense | None:
    """Return what the reading explains when only some of what it asks for is named.

    None when nothing of it is, when something forbids it, or when it explains too little.
    """
    if reading.weak or any(aspect in named for aspect in reading.never):
        return None
    asked = [aspect for aspect in reading.all if aspect in named]
    beside = [aspect for aspect in sorted(reading.also) if aspect in named]
    places = [place for aspect in (*asked, *beside) for place in named[aspect]]
    letters = (index for place in places for index in range(place.start, place.end))
    explains = counted.intersection(letters)
    if not asked or len(asked) + len(beside) < _PARTS or len(explains) < _PARTLY * len(counted):
        return None
    words = tuple(dict.fromkeys(place.quote for place in places))
    return Sense(reading.concept, ACCEPT, words, explains)


def _opens(explains: frozenset[int], named: Named, counted: frozenset[int]) -> bool:
    """Does the label begin with what the reading explains?

    What stands first is the thing; what follows is whose, where or which.
    """
    announced = {i for place in named.get(_NOTICES, ()) for i in range(place.start, place.end)}
    run = 0
    for index in sorted(counted):
        if index in explains:
            run += 1
        elif index not in announced:
            break
    return run >= _OPENING_LETTERS
