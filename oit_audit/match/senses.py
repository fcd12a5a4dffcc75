"""What a label may stand for, and how well each concept explains it."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit.match.labels import Label
from oit_audit.model import Sureness

ACCEPT = 0.62
"""From this share on a label stands for a concept."""

SURE = 0.85
"""From this share on there is no doubt."""

_BESIDE = 0.3
"""What a second concept must explain, by other words than the best, to be meant as well."""

_MOST_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Sense:
    """A concept that a label may stand for."""

    concept: str
    score: float
    """Share of the label that the concept explains, 0 to 1."""

    words: tuple[str, ...]
    """The wordings that spoke for it, as the label has them; unique.

    Of a title misspelt, the title.
    """

    explains: frozenset[int]
    """Indexes of the letters of the folded label that it explains, of those that count."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a label stands for."""

    label: Label
    senses: tuple[Sense, ...]
    """Best first, one a concept; may be empty."""

    other: str | None = None
    """The look-alike that the label stands for instead: a plan against disasters, a trial balance.

    None when it stands for none.
    """

    has_known_words: bool = False
    """Does it hold any word that means something to us?"""

    @property
    def concepts(self) -> tuple[str, ...]:
        """Return what the label stands for, best first; empty when for nothing we know.

        Beside the best stand those that explain other words than it does.
        """
        if not self.senses or self.other or self.senses[0].score < ACCEPT:
            return ()
        best = self.senses[0]
        beside = [
            sense.concept
            for sense in self.senses[1:]
            if sense.score >= _BESIDE and not (sense.explains & best.explains)
        ]
        return (best.concept, *beside[:_MOST_BESIDE])

    def score(self, concept: str) -> float:
        """Return how well `concept` explains the label; 0 when not at all."""
        return next((sense.score for sense in self.senses if sense.concept == concept), 0.0)

    @property
    def confidence(self) -> Sureness:
        """Return how sure `concepts` is: of the high ones 98 in 100 are right, on labels unseen."""
        if self.concepts:
            best = self.senses[0].score
            if best >= SURE:
                return Sureness.HIGH
            return Sureness.MEDIUM if best > ACCEPT else Sureness.LOW
        if self.other:
            return Sureness.HIGH
        if self.senses or self.label.number is not None:
            return Sureness.LOW  # words that nearly do, or a number that may be any year's
        return Sureness.MEDIUM if self.has_known_words else Sureness.HIGH
