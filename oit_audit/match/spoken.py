"""Which words spoke for a concept: for people who ask why a label was understood so."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.match.labels import LabelKind
from oit_audit.match.leads import Lead
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.senses import Understanding


def words_for(concept: str, understood: Iterable[Understanding]) -> tuple[str, ...]:
    """Return the wordings by which the best of some labels stands for `concept`; may be empty."""
    senses = (sense for each in understood for sense in each.senses if sense.concept == concept)
    best = max(senses, key=lambda sense: sense.score, default=None)
    return best.words if best else ()


def label_words(lead: Lead, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the wordings by which the label of a lead stands for its concept.

    Where the label is silent, those of the nearest label around it.
    """
    own = words_for(lead.concept, (lexicon.understand(lead.label),))
    if own:
        return own
    around = (lexicon.understand(text, LabelKind.HEADING) for text in reversed(lead.context))
    found = (words_for(lead.concept, (each,)) for each in around)
    return next(filter(None, found), ())
