"""Pages that repeat their label at the top and name something else right below it.

A template prints the label of the menu as title and first heading, whatever an office puts there.
"""

from __future__ import annotations

from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Block, Document, Media

_LONGEST = 140
"""Characters of a line that names what stands below it."""

_TOP = 6
"""Blocks among which the label is repeated."""

_MOST_LINES = 400
"""Lines in which the concept would be spoken of."""

_NO_MATTER = frozenset({"unit", "disaster_unit", "indicator_heading", "circular"})
"""Look-alikes that name who or where, no other matter: a page may begin with any of them."""


def named_below(document: Document, concept: str, lexicon: Lexicon) -> str | None:
    """Return the look-alike that the first line below the repeated label names.

    None where another line, a second table or a form may still be about the concept.
    """
    if document.media is not Media.WEBPAGE or document.forms or len(document.tables) > 1:
        return None
    below = _below_its_label(document, concept, lexicon)
    if not below or len(below[0].text) > _LONGEST or len(below) > _MOST_LINES:
        return None
    other = lexicon.understand(below[0].text, LabelKind.HEADING).other
    topics = lexicon.topics(concept)
    lines = [block.text for block in below[1:]]
    lines += [cell for table in document.tables for row in table.rows[:_MOST_LINES] for cell in row]
    if (
        other is None
        or other in _NO_MATTER
        or any(lexicon.aspects(line) & topics for line in lines)
    ):
        return None
    return other


def _below_its_label(document: Document, concept: str, lexicon: Lexicon) -> tuple[Block, ...]:
    """Return what stands below the last of the blocks at the top that repeat the label."""
    named = [
        index
        for index, block in enumerate(document.blocks[:_TOP])
        if concept in lexicon.understand(block.text, LabelKind.HEADING).concepts
        and (block.heading == 1 or block.text.strip() in document.title)
    ]
    if not named:
        return ()
    return tuple(
        block for block in document.blocks[named[-1] + 1 :] if not lexicon.is_neutral(block.text)
    )
