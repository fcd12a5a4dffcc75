"""Labels that say nothing by themselves: `ดาวน์โหลด`, `2`, `เดือนตุลาคม 2564`, a bare file name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_audit.match.labels import read_label
from oit_audit.thai import Finder, MentionKind, fold, mentions

_NUMBERS = re.compile(r"\d+")
_RAW_ADDRESS = re.compile(
    r"https?://\S+|(?<!\S)[!-~]+\.(?:pdf|docx?|xlsx?|zip|rar)\b", re.IGNORECASE
)
"""Addresses and bare Latin file names; a Thai file name says what it is."""

_LATIN_NAME = re.compile(r"[\w\-.%]*\d[\w\-.%]*\.\w{2,5}|[a-z0-9_\-]{1,24}", re.IGNORECASE)
_LEFT_OVER = 2
"""Folded letters beyond the neutral words that still say nothing."""

_LONGEST_NAME = 24
"""Folded letters of a bare Latin name that says nothing."""


class Neutral:
    """Knows the words of which a label consists that says nothing."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._words = Finder(wordings)

    def is_all_of(self, text: str) -> bool:
        """Is nothing left of the label without these words, numbers, dates and addresses?"""
        words = fold(_without_dates(read_label(_RAW_ADDRESS.sub(" ", text)).text))
        said = set(range(len(words)))
        for hit in self._words.all(words):
            said.difference_update(range(hit.start, hit.end))
        for number in _NUMBERS.finditer(words):
            said.difference_update(range(*number.span()))
        return len(said) <= _LEFT_OVER or (
            len(said) <= _LONGEST_NAME and _LATIN_NAME.fullmatch(text.strip()) is not None
        )


def _without_dates(text: str) -> str:
    for mention in mentions(text):
        if mention.kind is not MentionKind.LAW:
            text = text.replace(mention.quote, " ")
    return text
