"""The words of a label and the item's number in front of it, read together."""

from __future__ import annotations

from oit_audit.match.cut_labels import is_cut
from oit_audit.match.index_pages import Numbering
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.senses import Understanding


def understand_numbered(
    lexicon: Lexicon, numbering: Numbering, raw: str, kind: LabelKind, year: int | None = None
) -> Understanding:
    """Return what the label `raw` stands for. Never fails.

    Words that are enough alone are trusted: lists of other years number otherwise. Where they are
    not, or where a program cut them off, the number helps, as it stands in the list of `year`, or
    of any year when that is None.
    """
    understood = lexicon.understand(raw, kind)
    number = understood.label.number
    if number is None or (understood.concepts and not is_cut(raw)):
        return understood
    lists = numbering.values() if year is None else [numbering.get(year, {})]
    meant = frozenset(concept for items in lists for concept in items.get(number, ()))
    return lexicon.understand_among(raw, kind, meant)
