"""Of which year is it?

What its own title and opening say counts most, then the labels that lead to it and around it, then
the rest of its text, and last its file name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from oit_audit.model import UNREAD, Candidate, Freshness, Item, Legibility, Media, Text
from oit_audit.thai import Mention, MentionKind, mentions, path_mentions

_TITLE_LINES = 4
"""Blocks of a paper that are its title."""

_OPENING = 14
"""Blocks from the top in which a document says its period."""

_BODY_LETTERS = 20_000
"""Characters of the text that are read."""

_SILENT = frozenset({MentionKind.LAW, MentionKind.PUBLISHED, MentionKind.UPLOAD})
"""Times that say nothing of the period a document is about."""

_YEARLY = frozenset({MentionKind.FISCAL, MentionKind.HALF, MentionKind.QUARTER})
_YEARLY_VOTES = 3
"""What a fiscal year counts in the body against a date."""


class YearSource(StrEnum):
    """Where a year was read, the most trusted first."""

    TITLE = "title"
    OPENING = "opening"
    LABEL = "label"
    CONTEXT = "context"
    BODY = "body"
    FILE_NAME = "file_name"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class YearReading:
    """The fiscal years a candidate is about."""

    years: tuple[int, ...]
    """Buddhist Era, ascending; empty when it names none."""

    source: YearSource
    quote: str = ""
    """The words that say so, as the site has them."""

    @property
    def best(self) -> int | None:
        """Return the year to show: the newest it names."""
        return self.years[-1] if self.years else None


_NO_YEAR = YearReading((), YearSource.NOWHERE)


class Fit(StrEnum):
    """Does the year fit what the item asks?"""

    RIGHT = "right"
    NOT_ASKED = "not_asked"
    """Any year will do."""

    UNDATED = "undated"
    """It names no year."""

    WRONG = "wrong"


def wanted_year(item: Item, fiscal_year: int) -> int:
    """Return the year (Buddhist Era) that the evidence must be of."""
    return fiscal_year - 1 if item.fresh is Freshness.PREVIOUS_YEAR else fiscal_year


def fit(reading: YearReading, item: Item, fiscal_year: int) -> Fit:
    """Return whether the year that was read fits the item."""
    if item.fresh in (Freshness.CURRENT, Freshness.IN_FORCE):
        return Fit.NOT_ASKED
    if not reading.years:
        return Fit.UNDATED
    return Fit.RIGHT if wanted_year(item, fiscal_year) in reading.years else Fit.WRONG


def read_years(candidate: Candidate, *, put_up: bool = False) -> YearReading:
    """Return the fiscal years that the candidate is about, and where they were read.

    With `put_up` the day on which something was put up counts too, and every year named: a list
    of news is of all the years of its entries.
    """
    candidate, in_doubt = _without_doubt(candidate)
    document = candidate.document
    if not candidate.off_site:
        found = _first(YearSource.TITLE, _titles(candidate)) or _first(
            YearSource.OPENING, [b.text for b in document.blocks[:_OPENING]], yearly=True
        )
        if found:
            return found if not _contradicted(found, candidate) else _NO_YEAR
    found = _first(YearSource.LABEL, [candidate.label]) or _first(
        YearSource.CONTEXT, list(reversed(candidate.context)), yearly=True
    )
    if found:
        return found
    body = "" if candidate.off_site or in_doubt else _body(candidate)
    said = mentions(body[:_BODY_LETTERS])
    if put_up and (years := _all_years(said)):
        return YearReading(years, YearSource.BODY, next(m.quote for m in said if m.fiscal_years))
    counted = _majority(said)
    if counted:
        return YearReading((counted[0],), YearSource.BODY, counted[1])
    named = next((m for m in path_mentions(document.file_name) if m.fiscal_years), None)
    if named:
        return YearReading(named.fiscal_years, YearSource.FILE_NAME, document.file_name)
    return _NO_YEAR


def _without_doubt(candidate: Candidate) -> tuple[Candidate, bool]:
    """Return the candidate without recognised lines of which some digits could not be read.

    Half a range of years says less than none. The second says whether its opening lost a line:
    then the text below must not speak for it.
    """
    document = candidate.document
    if not document.recognised:
        return candidate, False
    kept = tuple(block for block in document.blocks if UNREAD not in block.text)
    in_doubt = any(UNREAD in block.text for block in document.blocks[:_OPENING])
    return replace(candidate, document=replace(document, blocks=kept)), in_doubt


def _contradicted(found: YearReading, candidate: Candidate) -> bool:
    """Do the labels name another year than words that are hard to read?"""
    document = candidate.document
    if not document.recognised or document.legibility is Legibility.GOOD:
        return False
    said = _first(YearSource.LABEL, [candidate.label]) or _first(
        YearSource.CONTEXT, list(reversed(candidate.context)), yearly=True
    )
    return said is not None and not set(said.years) & set(found.years)


def _titles(candidate: Candidate) -> list[str]:
    document = candidate.document
    if document.media is Media.WEBPAGE:
        headings = [b.text for b in document.blocks if b.heading][:1]
        return [t for t in (*headings, document.title) if t]
    lines = [b.text for b in document.blocks[:_TITLE_LINES]]
    if not lines:
        lines = [" ".join(row) for table in document.tables[:1] for row in table.rows[:2]]
    return [" ".join(lines), document.title]


def _first(source: YearSource, texts: Iterable[str], *, yearly: bool = False) -> YearReading | None:
    for text in texts:
        said = [m for m in mentions(text) if m.kind not in _SILENT and m.fiscal_years]
        chosen = _telling(said, yearly=yearly)
        if chosen:
            years = sorted({year for mention in chosen for year in mention.fiscal_years})
            return YearReading(tuple(years), source, chosen[0].quote)
    return None


def _telling(said: list[Mention], *, yearly: bool) -> list[Mention]:
    """Return the mentions that tell most: fiscal years, else ranges, else years, else any.

    With `yearly` months and days tell nothing.
    """
    for kinds in (_YEARLY, {MentionKind.RANGE}, {MentionKind.YEAR}):
        chosen = [mention for mention in said if mention.kind in kinds]
        if chosen:
            return chosen
    return [] if yearly else said


def _all_years(found: Iterable[Mention]) -> tuple[int, ...]:
    kept = (m for m in found if m.kind not in (MentionKind.LAW, MentionKind.UPLOAD))
    return tuple(sorted({year for mention in kept for year in mention.fiscal_years}))


def _body(candidate: Candidate) -> str:
    document = candidate.document
    parts = [block.text for block in document.blocks]
    parts += [cell for table in document.tables for row in table.rows for cell in row if cell]
    return " \n".join(parts)


def _majority(found: Iterable[Mention]) -> tuple[int, str] | None:
    """Return the year that is named most, the newest of equals, and how; None when none is."""
    votes: Counter[int] = Counter()
    quotes: dict[int, str] = {}
    for mention in found:
        if mention.kind in _SILENT:
            continue
        weight = _YEARLY_VOTES if mention.kind in _YEARLY else 1
        for year in mention.fiscal_years:
            votes[year] += weight
            quotes.setdefault(year, mention.quote)
    if not votes:
        return None
    year = max(sorted(votes, reverse=True), key=votes.__getitem__)
    return year, quotes[year]


def stale_reason(reading: YearReading, wanted: int) -> Text:
    """Say of which year it is and which was wanted."""
    years = ", ".join(map(str, reading.years))
    return Text(
        f"เป็นข้อมูลของปีงบประมาณ {years} (“{reading.quote}”) ต้องเป็นของปี {wanted}",
        f"it is of fiscal year B.E. {years} (“{reading.quote}”), not of {wanted}",
    )


def is_begun_only(candidate: Candidate, reading: YearReading, wanted: int) -> bool:
    """Is it, by its own title, of a part of a year after the wanted one?

    A report on six months of this year is no late report on the year before.
    """
    if not reading.years or min(reading.years) <= wanted:
        return False
    said = (mention for title in _titles(candidate) for mention in mentions(title))
    return any(mention.kind in (MentionKind.HALF, MentionKind.QUARTER) for mention in said)


def part_of_year_reason(reading: YearReading) -> Text:
    """Say that it covers only a part of a year."""
    years = ", ".join(map(str, reading.years))
    return Text(
        f"เป็นรายงานของบางช่วงในปีงบประมาณ {years} ไม่ใช่รายงานทั้งปีของปีก่อน",
        f"it covers a part of fiscal year B.E. {years}, not the whole year before",
    )
