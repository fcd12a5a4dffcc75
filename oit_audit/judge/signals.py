"""What spoke for and against a candidate, each with what it counted, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator

from oit_audit.judge.freshness import Fit
from oit_audit.judge.ranking import Rank
from oit_audit.judge.sift import Sifted
from oit_audit.judge.substance import is_bare
from oit_audit.model import Candidate, Document, Item, Legibility, Media, Signal
from oit_audit.thai import fold, organisation_name

_QUOTE = 120
"""Characters of a quote."""

_TOP = 12
"""Blocks in which a paper names its author."""

_YEARS = {
    Fit.RIGHT: "year_right",
    Fit.NOT_ASKED: "year_not_asked",
    Fit.UNDATED: "year_none",
    Fit.WRONG: "year_other",
}


def signals(sifted: Sifted, rank: Rank, item: Item, own_name: str) -> tuple[Signal, ...]:
    """Return the signals of a candidate.

    Args:
        sifted: The candidate and its year.
        rank: What it is ordered by.
        item: What it may be evidence of.
        own_name: Of the organisation; may be empty.
    """
    candidate = sifted.candidate
    return (
        *_that_rank(sifted, rank, item),
        *_of_its_author(candidate.document, own_name),
        *_of_its_words(candidate.document),
        *_of_its_place(candidate),
    )


def _that_rank(sifted: Sifted, rank: Rank, item: Item) -> Iterator[Signal]:
    candidate = sifted.candidate
    if candidate.is_frame:
        yield Signal("frame")
    asked = sifted.fit is not Fit.NOT_ASKED
    yield Signal(_YEARS[sifted.fit], None, sifted.reading.quote[:_QUOTE] if asked else "")
    if not rank.number:
        yield Signal("number", None, item.id)
    elif candidate.numbers:
        yield Signal("other_number", None, ", ".join(f"o{n}" for n in candidate.numbers[:6]))
    own = "own_title" if candidate.own_score else "silent_title"
    yield Signal(own, round(candidate.own_score, 2), _quoted(candidate.own_words))
    if candidate.is_stranger:
        yield Signal("stranger")
    if candidate.label_score:
        weight = round(candidate.label_score, 2)
        yield Signal(_label(candidate), weight, _quoted(candidate.label_words))
    if candidate.rival and candidate.rival not in item.concepts:
        yield Signal("rival", None, candidate.rival_says[:_QUOTE])
    yield Signal("clicks", max(len(candidate.click_path) - 1, 0))


def _label(candidate: Candidate) -> str:
    if candidate.inherited:
        return "label_around"
    return "label" if candidate.label_words else "label_granted"


def _of_its_author(document: Document, own_name: str) -> Iterator[Signal]:
    """Say whether a paper names us at its top; a page of the site need not."""
    own = organisation_name(own_name)
    if own is None or document.media is Media.WEBPAGE:
        return
    top = (document.title, *(block.text for block in document.blocks[:_TOP]))
    place = fold(own.place)
    if any(place in fold(text) for text in top if text):
        yield Signal("own_name", None, own.place)


def _of_its_words(document: Document) -> Iterator[Signal]:
    if document.recognised:
        yield Signal("recognised")
    note = document.legibility_note[:_QUOTE]
    if document.legibility is Legibility.NONE:
        yield Signal("no_words", None, note)
    elif document.legibility is Legibility.POOR:
        yield Signal("poor_words", None, note)


def _of_its_place(candidate: Candidate) -> Iterator[Signal]:
    document = candidate.document
    if candidate.off_site:
        yield Signal("off_site")
    if candidate.host:
        yield Signal("host", None, candidate.host)
    if candidate.is_part:
        yield Signal("part")
    if document.media is Media.WEBPAGE and is_bare(document, candidate.label):
        yield Signal("bare")
    if candidate.offers:
        yield Signal("leads_on", candidate.offers)
    if candidate.subjects:
        yield Signal("other_subjects", candidate.subjects)
    if candidate.dead_links:
        yield Signal("dead_links", candidate.dead_links)


def _quoted(words: tuple[str, ...]) -> str:
    """Return the words that are no part of others."""
    whole = (word for word in words if not any(word in other for other in words if word != other))
    return ", ".join(whole)[:_QUOTE]
