"""Which fiscal years a candidate is about: what counts before what.

Its own title counts most, then the period that its first lines name, the day on which it was
signed, the months of its tables, its file name, the labels that lead to it and around it, and the
rest of its text. When it was put up decides nothing for sure. What disagrees is kept and shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from oit_audit.judge import years
from oit_audit.judge.rows import row_days
from oit_audit.judge.year_reading import NOT_ITS_OWN, YearReading
from oit_audit.judge.years import YEARLY, SeenYear, YearSource
from oit_audit.model import UNREAD, Candidate, ItemKind, Legibility
from oit_audit.thai import Mention, MentionKind, mentions

_YEARLY_VOTES = 3
"""What a fiscal year counts in the body against a date."""

_OPENING = 14
"""Blocks from the top of which a lost line leaves the text below in doubt."""

_PLANNED_FROM = 7
"""Month from which a plan is signed that begins with the next fiscal year."""

_REPORTS = frozenset({ItemKind.REPORT, ItemKind.STATISTICS})
"""Kinds that are written after the time that they are about."""

_ROUND_FILE = re.compile(r"(?<![a-z])(?:ita|oit|lpa|eit|iit)(?![a-z])", re.IGNORECASE)

_NO_YEAR = YearReading((), YearSource.NOWHERE)


def read_years(
    candidate: Candidate, *, put_up: bool = False, kind: ItemKind = ItemKind.DOCUMENT
) -> YearReading:
    """Return the fiscal years that the candidate is about, and where they were read.

    With `put_up` the day on which something was put up counts too, and every year named: a list
    of news is of all the years of its entries. `kind` says what a signature tells: a report is
    signed in the year after, a plan before its year begins.
    """
    candidate, in_doubt = _without_doubt(candidate)
    own = None if candidate.off_site else _own(candidate, kind)
    claims = _claims(candidate)
    rows = _of_rows(candidate) if put_up else None
    if rows is not None and (own is None or own.source is not YearSource.TITLE):
        return _disputed(rows, _without_context(claims), candidate, kind)
    if own is not None and own.source in (YearSource.TITLE, YearSource.OPENING):
        doubted = _contradicted(own, candidate, claims)
        return _NO_YEAR if doubted else _disputed(own, claims, candidate, kind)
    all_years = _put_up(candidate, _without_context(claims)) if put_up else None
    if all_years is not None:
        return all_years
    if own is not None:
        disputing = _without_context(claims) if put_up else claims
        return _disputed(_narrowed(own, claims), disputing, candidate, kind)
    if claims:
        return _disputed(claims[0], claims, candidate, kind)
    silent = candidate.off_site or in_doubt
    return (None if silent else _majority(mentions(years.body(candidate)))) or _stamped(candidate)


def _of_rows(candidate: Candidate) -> YearReading | None:
    """Return the years of the days that the rows of a list bear; None when it is no such list.

    They are those on which the entries were put up, whatever heading the list hangs under.
    """
    days = () if candidate.off_site else row_days(candidate.document)
    if not days:
        return None
    found = sorted({year for day in days for year in day.fiscal_years})
    newest = max(days, key=lambda day: day.start)
    return YearReading(tuple(found), YearSource.BODY, newest.quote)


def _without_context(claims: list[YearReading]) -> list[YearReading]:
    return [claim for claim in claims if claim.source is not YearSource.CONTEXT]


def _stamped(candidate: Candidate) -> YearReading:
    """Return when the file was made or put up, as its name or its address tell."""
    document = candidate.document
    for mention in years.put_up(document):
        in_name = mention.quote in document.file_name
        source = YearSource.FILE_NAME if in_name else YearSource.UPLOAD
        return YearReading(mention.fiscal_years, source, mention.quote)
    return _NO_YEAR


def _put_up(candidate: Candidate, claims: list[YearReading]) -> YearReading | None:
    """Return all years of a list of news; None when its labels name one, or it names none."""
    if claims or candidate.off_site:
        return None
    said = mentions(years.body(candidate))
    kept = [m for m in said if m.kind not in (MentionKind.LAW, MentionKind.UPLOAD)]
    found = tuple(sorted({year for mention in kept for year in mention.fiscal_years}))
    return YearReading(found, YearSource.BODY, kept[0].quote) if found else None


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


def _own(candidate: Candidate, kind: ItemKind) -> YearReading | None:
    """Return what the document itself says of its year; None when it does not."""
    titled = _in_titles(years.titles(candidate))
    if titled is not None and not titled[1]:
        return titled[0]
    below = _below(candidate, kind)
    if titled is None:
        return below
    says_more = below is not None and below.source in (YearSource.OPENING, YearSource.TABLE)
    return below if says_more else titled[0]


def _in_titles(titles: list[str]) -> tuple[YearReading, bool] | None:
    """Return what the first title that names a year says, and whether it only names a round."""
    for text in titles:
        found = _in_title(text)
        if found is not None:
            said = [m for m in mentions(text) if years.tells(m)]
            return found, all(years.is_of_a_round(text, m) for m in said)
    return None


def _below(candidate: Candidate, kind: ItemKind) -> YearReading | None:
    """Return what stands below the titles: a year in the opening, a signature, months."""
    opening = _in_opening(years.opening(candidate))
    if opening is not None:
        return opening
    signature = next(years.signatures(candidate), None)
    months = years.table_months(candidate)
    if signature is not None and not months:
        return YearReading(_signed_for(signature, kind), YearSource.SIGNED, signature.quote)
    if months:
        found_years = sorted({year for month in months for year in month.fiscal_years})
        return YearReading(tuple(found_years), YearSource.TABLE, months[0].quote)
    return None


def _signed_for(signature: Mention, kind: ItemKind) -> tuple[int, ...]:
    """Return the years that what was signed on a day may be of, ascending."""
    year = signature.fiscal_years[0]
    if kind in _REPORTS:
        return (year - 1, year)
    if kind is ItemKind.PLAN and _PLANNED_FROM <= signature.start.month < _PLANNED_FROM + 3:
        return (year, year + 1)
    return (year,)


def _narrowed(own: YearReading, claims: list[YearReading]) -> YearReading:
    """Return what was signed, of the year that the words around it name among the possible."""
    if own.source is YearSource.SIGNED and len(own.years) > 1:
        for claim in claims:
            if both := tuple(sorted(set(own.years) & set(claim.years))):
                return replace(claim, years=both)
    return own


def _claims(candidate: Candidate) -> list[YearReading]:
    """Return what the file name, the label and what encloses it say, in order of trust."""
    document = candidate.document
    found: list[YearReading | None] = []
    named = years.named_in_file(document)
    if named:
        found.append(YearReading(named[0].fiscal_years, YearSource.FILE_NAME, document.file_name))
    found.append(_first(YearSource.LABEL, [candidate.label]))
    found.append(_first(YearSource.CONTEXT, list(reversed(candidate.context)), yearly=True))
    return [claim for claim in found if claim is not None]


def _disputed(
    reading: YearReading, claims: list[YearReading], candidate: Candidate, kind: ItemKind
) -> YearReading:
    """Return the reading with what disagrees: what encloses a label says less than its own file.

    A day in a label says when something was put up, and the file of a report may carry the year
    in which it was written: that is no dispute.
    """
    weak = reading.source in NOT_ITS_OWN
    written = {year + 1 for year in reading.years} if kind in _REPORTS else set()
    against = tuple(
        SeenYear(claim.years, MentionKind.YEAR, claim.quote, claim.source)
        for claim in claims
        if not set(claim.years) & set(reading.years)
        and not _says_less(claim, candidate)
        and (weak or claim.source is not YearSource.CONTEXT)
        and not (claim.source is YearSource.FILE_NAME and set(claim.years) <= written)
    )
    return replace(reading, against=against) if against else reading


def _says_less(claim: YearReading, candidate: Candidate) -> bool:
    """Is it only a day, or the year of an assessment under which older papers are shown?"""
    if claim.source is YearSource.FILE_NAME:
        return _ROUND_FILE.search(candidate.document.file_name) is not None
    text = candidate.label if claim.source is YearSource.LABEL else ""
    said = [m for m in mentions(text) if " ".join(m.quote.split()) == claim.quote]
    return any(not years.is_period(m) or years.is_of_a_round(text, m) for m in said)


def _contradicted(own: YearReading, candidate: Candidate, claims: list[YearReading]) -> bool:
    """Do the labels name another year than words that are hard to read?"""
    document = candidate.document
    if not document.recognised or document.legibility is Legibility.GOOD:
        return False
    said = next((c for c in claims if c.source is not YearSource.FILE_NAME), None)
    return said is not None and not set(said.years) & set(own.years)


def _in_title(text: str) -> YearReading | None:
    """Return what the first line of a title says that names a year, else what any line says."""
    found = [m for m in _telling_mentions(text) if not years.is_day_of_a_letter(text, m)]
    periods = [m for m in found if years.is_period(m)]
    if periods:
        line = text.count("\n", 0, periods[0].position)
        beside = [m for m in periods if text.count("\n", 0, m.position) == line]
        return _reading(YearSource.TITLE, years.telling(text, beside))
    return _reading(YearSource.TITLE, found) if found else None


def _in_opening(lines: list[str]) -> YearReading | None:
    text = "\n".join(lines)
    kept = {m.position for m in _telling_mentions(text)}
    start = 0
    for line in lines:
        said = [m for m in mentions(line) if years.tells(m) and years.is_period(m)]
        chosen = [m for m in said if start + m.position in kept] if kept else said
        if chosen:
            return _reading(YearSource.OPENING, years.telling(line, chosen))
        start += len(line) + 1
    return None


def _telling_mentions(text: str) -> list[Mention]:
    """Return what tells of a period.

    Years of results that it starts from, and of the round under which it is shown, only tell
    without others.
    """
    found = [m for m in mentions(text) if years.tells(m)]
    own = [m for m in found if not (years.is_based_on(text, m) or years.is_of_a_round(text, m))]
    return own if any(map(years.is_period, own)) else found


def _first(source: YearSource, texts: Iterable[str], *, yearly: bool = False) -> YearReading | None:
    for text in (text[: years.LINE_LETTERS] for text in texts):
        said = [m for m in mentions(text) if years.tells(m)]
        chosen = [m for m in said if years.is_period(m)] or ([] if yearly else said)
        if chosen:
            return _reading(source, years.telling(text, chosen))
    return None


def _reading(source: YearSource, chosen: list[Mention]) -> YearReading:
    found = sorted({year for mention in chosen for year in mention.fiscal_years})
    is_range = all(m.kind is MentionKind.RANGE for m in chosen) and len(found) > 1
    quote = " ".join(chosen[0].quote.split())
    return YearReading(tuple(found), source, quote, is_range=is_range)


def _majority(found: Iterable[Mention]) -> YearReading | None:
    """Return the year that is named most, the newest of equals; None when none is."""
    votes: Counter[int] = Counter()
    quotes: dict[int, str] = {}
    for mention in filter(years.tells, found):
        weight = _YEARLY_VOTES if mention.kind in YEARLY else 1
        for year in mention.fiscal_years:
            votes[year] += weight
            quotes.setdefault(year, mention.quote)
    if not votes:
        return None
    year = max(sorted(votes, reverse=True), key=votes.__getitem__)
    return YearReading((year,), YearSource.BODY, quotes[year])
