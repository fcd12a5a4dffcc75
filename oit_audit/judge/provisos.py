"""With what a verdict is to be read: sources that disagree on the year, reports not yet due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from oit_audit.judge.sift import Sieve
from oit_audit.judge.sureness import lowered, ruled
from oit_audit.judge.year_reading import YearReading
from oit_audit.judge.years import SeenYear, YearSource
from oit_audit.model import Freshness, Item, Status, Sureness, Text, Verdict
from oit_audit.thai import first_six_months
from oit_audit.words import worded

_QUOTE = 80
"""Characters of a quote."""

_NAMES: dict[YearSource, Text] = {
    YearSource.TITLE: worded("its title"),
    YearSource.OPENING: worded("the period it names"),
    YearSource.SIGNED: worded("the day it was signed"),
    YearSource.TABLE: worded("the months of its table"),
    YearSource.FILE_NAME: worded("its file name"),
    YearSource.LABEL: worded("the link"),
    YearSource.CONTEXT: worded("the heading above the link"),
    YearSource.BODY: worded("its text"),
    YearSource.UPLOAD: worded("its address"),
}
_LOWER = {Sureness.HIGH: Sureness.MEDIUM, Sureness.MEDIUM: Sureness.LOW}
_UNDATED = frozenset({Status.UNKNOWN})


def with_provisos(
    verdict: Verdict, item: Item, sieve: Sieve, fiscal_year: int, today: date
) -> Verdict:
    """Return `verdict` with what a reader must know of the years that stand behind it.

    Sources that disagree lower the confidence by one step; what is not due yet accuses nobody.
    """
    verdict = _perhaps_in_force(_disputed(verdict, sieve), item, sieve)
    return _not_due(verdict, item, fiscal_year, today)


def _perhaps_in_force(verdict: Verdict, item: Item, sieve: Sieve) -> Verdict:
    """Return `verdict`, which says so when all that was found ended before the year."""
    asked = item.fresh is Freshness.IN_FORCE and verdict.status is Status.UNKNOWN
    if not asked or not sieve.wrong or sieve.right or sieve.undated or sieve.unreadable:
        return verdict
    over = max((sifted.reading for sifted in sieve.wrong), key=lambda reading: reading.years)
    span, label = _span(over.years), sieve.wrong[0].candidate.label[:_QUOTE]
    reason = worded(
        "found “{label}” of B.E. {span}, which ends before the assessed year: whether it is"
        " still in force, a person must look",
        label=label,
        span=span,
    )
    return ruled(replace(verdict, reason=reason), "perhaps_in_force")


def _disputed(verdict: Verdict, sieve: Sieve) -> Verdict:
    if not verdict.evidence or verdict.status is Status.MISSING:
        return verdict
    shown = verdict.evidence[0].url
    found = (*sieve.right, *sieve.undated, *sieve.wrong, *sieve.unreadable)
    sifted = next((s for s in found if s.candidate.document.address == shown), None)
    if sifted is None or not (against := _worth_telling(sifted.reading, verdict.status)):
        return verdict
    clause = _clause(sifted.reading, against, undecided=verdict.status is Status.UNKNOWN)
    reason = worded("{reason} ({clause})", reason=verdict.reason, clause=clause)
    lower = _LOWER.get(verdict.confidence, Sureness.LOW)
    return lowered(replace(verdict, reason=reason), lower, "years_disagree")


def _worth_telling(reading: YearReading, status: Status) -> tuple[SeenYear, ...]:
    """Return what disagrees; a heading above a link only where nothing is decided."""
    return tuple(
        seen
        for seen in reading.against
        if status in _UNDATED or seen.source is not YearSource.CONTEXT
    )


def _clause(reading: YearReading, against: Iterable[SeenYear], *, undecided: bool) -> Text:
    """Say which source names which year, and which was believed."""
    own = _NAMES[reading.source]
    first = next(iter(against))
    other, quote = _NAMES[first.source], first.quote[:_QUOTE]
    mine, theirs = _span(reading.years), _span(first.years)
    clause = worded(
        "{own} says B.E. {mine}, but {other} says {theirs} (“{quote}”)",
        own=own,
        mine=mine,
        other=other,
        theirs=theirs,
        quote=quote,
    )
    return clause if undecided else worded("{clause}: {own} counts", clause=clause, own=own)


def _span(years: tuple[int, ...]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def _not_due(verdict: Verdict, item: Item, fiscal_year: int, today: date) -> Verdict:
    """Return `verdict`, unknown instead of an accusation while the six months still run."""
    end = first_six_months(fiscal_year)[1]
    if item.fresh is not Freshness.FIRST_6_MONTHS or today > end:
        return verdict
    if verdict.status not in (Status.STALE, Status.MISSING):
        return verdict
    reason = worded(
        "{reason}; the first six months of fiscal year B.E. {fiscal_year} (October to "
        "March) are not over, so it is not due yet",
        fiscal_year=fiscal_year,
        reason=verdict.reason,
    )
    verdict = ruled(replace(verdict, status=Status.UNKNOWN, reason=reason), "not_due")
    return lowered(verdict, Sureness.LOW, "undecided")
