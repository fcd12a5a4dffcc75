"""Labels that name two things: `ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม`.

Read as a whole, one of the two often explains the other's words as well. Read apart, each half is a
title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from oit_audit.match.labels import LabelKind
from oit_audit.match.senses import SURE, Understanding

_AND = re.compile(r"\s*(?:และ|&|\band\b)\s*", re.IGNORECASE)
_LEAST = 6
"""Characters of a half that may be a title."""


def conjoined(
    raw: str, kind: LabelKind, read: Callable[[str, LabelKind], Understanding]
) -> Understanding:
    """Return what `raw` stands for, and beside it what its other half surely stands for.

    `read` understands a label as a whole.
    """
    whole = read(raw, kind)
    halves = _AND.split(whole.label.text)
    if len(halves) != 2 or len(whole.concepts) != 1 or min(map(len, halves)) < _LEAST:
        return whole
    parts = [read(half, kind) for half in halves]
    best = whole.senses[0]
    meant = {part.senses[0].concept for part in parts if _is_sure(part)}
    if len(meant) != 2 or best.concept not in meant:
        return whole
    (other,) = (p.senses[0] for p in parts if p.senses[0].concept != best.concept)
    rest = [s for s in whole.senses[1:] if s.concept != other.concept]
    beside = replace(other, explains=frozenset())
    return replace(whole, senses=(best, beside, *rest))


def _is_sure(part: Understanding) -> bool:
    return len(part.concepts) == 1 and part.senses[0].score >= SURE
