"""What a document says about time, leaving out what says nothing about its own year."""

from __future__ import annotations

from functools import lru_cache

from oit_audit.checks._reading import Hit, Reading, read
from oit_audit.model import Document
from oit_audit.thai import Mention, MentionKind, mentions

_NOT_ITS_OWN = frozenset({MentionKind.LAW, MentionKind.PUBLISHED, MentionKind.UPLOAD})


@lru_cache(maxsize=256)
def times_of(document: Document) -> tuple[Mention, ...]:
    """Return the times that the text of `document` names, in order; no law, no day of upload."""
    return tuple(each for each in mentions(read(document).plain) if each.kind not in _NOT_ITS_OWN)


def hit_of(reading: Reading, mention: Mention) -> Hit:
    """Return the place of `mention` in `reading`."""
    return reading.spot(mention.position, mention.position + len(mention.quote))
