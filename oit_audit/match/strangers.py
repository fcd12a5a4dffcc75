"""Papers whose own names speak, and say nothing of what they are held out as.

A list that is about a report may hold a form beside it: what stands in a list is not all of one
kind. A name that we understand as something else is a rival; this is for names that we do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from oit_audit.match.item_numbers import item_number
from oit_audit.match.labels import LabelKind, without_organisations
from oit_audit.match.lexicon import Lexicon

_SPEAKS = 10
"""Folded letters from which a name speaks, beyond what `_LETTERHEAD` holds, fillers, numbers, names
of organisations, and words for any plan or report."""

_FORM = "form"
"""The aspect of papers that are to be filled in."""

_LETTERHEAD = re.compile(
    r"(?:ตำบล|อำเภอ|จังหวัด|[ตอจ]\.)\s?[ก-๎]{2,24}|Microsoft (?:Word|Excel|PowerPoint) -"
    r"|บันทึกข้อความ|ส่วนราชการ(?:\s*(?:สำนัก|กอง|ฝ่าย|งาน)[ก-๎]{2,24})?"
    r"|ที่\s*[ก-๎]{2,4}\s*[\d๐-๙]{3,6}(?:\.[\d๐-๙]+)?\s*/\s*[\d๐-๙]*"
)
"""What stands above any paper: places, kinds of letter, numbers of letters."""


def is_stranger(names: Iterable[str], lexicon: Lexicon, concept: str) -> bool:
    """Do `names`, the lines in which a paper names itself, speak, but none of the concept's topic?

    A paper that does not name itself is no stranger.
    """
    speaking = [
        name
        for name in names
        if not lexicon.is_neutral(name) and lexicon.letters(_bare(name)) >= _SPEAKS
    ]
    topics = lexicon.topics(concept)
    return bool(speaking) and not any(lexicon.aspects(name) & topics for name in speaking)


def is_usual(names: Iterable[str], headings: Iterable[str], lexicon: Lexicon, concept: str) -> bool:
    """Do `names` speak of what is usually done for the concept, under its number and title?

    `ประชุมประชาคม` alone is about no participation; under `O30 การเปิดโอกาสให้เกิดการมีส่วนร่วม` it is
    how people took part. A form is never what was done.
    """
    usual = lexicon.usual(concept)
    named = frozenset[str]().union(*map(lexicon.aspects, names))
    if named.isdisjoint(usual) or _FORM in named:
        return False
    numbered = (heading for heading in headings if item_number(heading) is not None)
    read = (lexicon.understand(heading, LabelKind.HEADING) for heading in numbered)
    return any(concept in understood.concepts for understood in read)


@lru_cache(maxsize=8_192)
def _bare(name: str) -> str:
    return _LETTERHEAD.sub(" ", without_organisations(name))
