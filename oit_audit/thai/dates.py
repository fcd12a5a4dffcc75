"""Which days, months and years a text names: any text in, periods of the common era out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import itemgetter

from oit_audit.thai import _date_patterns as patterns
from oit_audit.thai._periods import MentionKind, Period, part_of_year, period_of
from oit_audit.thai.fiscal import fiscal_years_of
from oit_audit.thai.light import LightText

__all__ = ["Mention", "MentionKind", "mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One time that a text names."""

    kind: MentionKind
    start: date
    end: date
    """The last day of the period meant."""

    quote: str
    position: int
    """Of the quote in the text."""

    fiscal_years: tuple[int, ...]
    """Buddhist Era, ascending: the fiscal years the period touches."""

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError("a period cannot end before it starts")


_LAW_REACH = 160
"""Characters between the words of a law and its year."""

_NEAR = 60
"""Characters between `รอบ 6 เดือน` and its fiscal year."""


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the times that `text` names, in order, not overlapping.

    >>> [(m.kind.value, m.fiscal_years) for m in mentions("แผนพัฒนา (พ.ศ. ๒๕61 – ๒๕๖4)")]
    [('range', (2561, 2562, 2563, 2564))]
    >>> [(m.kind.value, m.quote) for m in mentions("รอบ 6 เดือน ปีงบ 65 (ต.ค.64 - มี.ค.65)")]
    [('half', 'รอบ 6 เดือน'), ('fiscal', 'ปีงบ 65'), ('range', 'ต.ค.64 - มี.ค.65')]
    """
    if len(text) <= _SHORT:
        return _mentions_short(text)
    return _mentions_long(text) if len(text) <= _LONG else _mentions(text)


def _mentions(text: str) -> tuple[Mention, ...]:
    reading = LightText(text)
    found = [(match, _mention(reading, match)) for match in _matches(reading.text)]
    years = [
        (match.start(), match.end(), mention.fiscal_years[0])
        for match, mention in found
        if mention is not None and mention.kind in _YEARS and len(mention.fiscal_years) == 1
    ]
    whole = (mention or _near(reading, match, years) for match, mention in found)
    return tuple(mention for mention in whole if mention is not None)


_SHORT, _LONG = 1_000, 20_000
"""Characters up to which a line, and the text of a document, are remembered with their times."""

_mentions_short = lru_cache(maxsize=8_192)(_mentions)
_mentions_long = lru_cache(maxsize=256)(_mentions)

_YEARS = frozenset({MentionKind.FISCAL, MentionKind.YEAR, MentionKind.RANGE})


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what can be read, and the halves and quarters that need a year from nearby."""
    position, digit = 0, -1
    words_alone = patterns.WORDS_ALONE.search(text) is not None
    while start := patterns.START.search(text, position):
        position = start.start()
        if digit < position and not words_alone:
            following = _DIGIT.search(text, position)
            if following is None:
                return
            digit = following.start()
            if digit - position > _LONGEST_LEAD:
                position = digit - _LONGEST_LEAD
                continue
        match = _match(text, position)
        if match is not None:
            yield match
            position = match.end()
        else:
            position += 1


def _match(text: str, position: int) -> re.Match[str] | None:
    """Return the longest reading at `position`, or the next one when that makes no sense."""
    match = patterns.MENTION.match(text, position)
    if match is None or _makes_sense(match):
        return match
    others = (pattern.match(text, position) for pattern in patterns.SHORTER)
    return next((other for other in others if other is not None and _makes_sense(other)), None)


def _makes_sense(match: re.Match[str]) -> bool:
    return match.lastgroup in {"half", "quarter"} or period_of(match) is not None


_DIGIT = re.compile(r"\d")
_LONGEST_LEAD = 80
"""Characters of a mention before its first digit."""


def _mention(reading: LightText, match: re.Match[str]) -> Mention | None:
    period = period_of(match)
    if period is None:
        return None
    return _quoted(reading, match, replace(period, kind=_kind(reading.text, match, period.kind)))


def _quoted(reading: LightText, match: re.Match[str], period: Period) -> Mention:
    return Mention(
        period.kind,
        period.start,
        period.end,
        reading.quote(*match.span()),
        reading.position(match.start()),
        fiscal_years_of(period.start, period.end),
    )


def _near(
    reading: LightText, match: re.Match[str], years: list[tuple[int, int, int]]
) -> Mention | None:
    """Return the half or quarter of the fiscal year named next to it; the year after wins."""
    first = bisect_left(years, match.start() - _NEAR, key=itemgetter(1))
    years = years[first : bisect_right(years, match.end() + _NEAR, key=itemgetter(0))]
    after = [year for start, _, year in years if 0 <= start - match.end() <= _NEAR]
    before = [year for _, end, year in years if 0 <= match.start() - end <= _NEAR]
    near = [*after, *reversed(before)]
    return _quoted(reading, match, part_of_year(match, near[0])) if near else None


def _kind(text: str, match: re.Match[str], kind: MentionKind) -> MentionKind:
    """Return `kind`, or LAW or PUBLISHED when the words before say so."""
    if kind in {MentionKind.DATE, MentionKind.MONTH}:
        lead = text[max(0, match.start() - _NEAR) : match.start()]
        return MentionKind.PUBLISHED if patterns.PUT_UP.search(lead) else kind
    if kind in {MentionKind.YEAR, MentionKind.RANGE}:
        lead = text[max(0, match.start() - _NEAR) : match.start()]
        if patterns.COPYRIGHT.search(lead):
            return MentionKind.PUBLISHED
    if kind is MentionKind.YEAR and not match.groupdict().get("year_cue"):
        lead = text[max(0, match.start() - _LAW_REACH) : match.start()]
        if _names_a_law(lead, has_era=match.lastgroup == "year"):
            return MentionKind.LAW
    return kind


def _names_a_law(lead: str, *, has_era: bool) -> bool:
    if has_era and patterns.AMENDED.search(lead):
        return True
    words = patterns.LAW if has_era else patterns.STRONG_LAW
    return any(not patterns.NO_LAW.search(lead, law.end()) for law in words.finditer(lead))
