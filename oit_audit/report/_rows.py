"""What the page and the terminal both show: what to fix first, who has to, what was not seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from oit_audit.model import (
    Audit,
    Completion,
    ElementVerdict,
    LinkVerdict,
    Outcome,
    Skip,
    SkipReason,
    Status,
    Sureness,
    Verdict,
)

EXAMPLES = 8
"""Addresses shown for one reason."""

TO_FIX = frozenset({Status.PARTIAL, Status.STALE, Status.MISSING})


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What one unit has to fix."""

    unit: str
    """Empty when the checklist names none."""

    verdicts: tuple[Verdict, ...]
    """Those worth most first."""

    gain: float
    """Points won by all of them together: gains add up, since the score is a mean of means."""


@dataclass(frozen=True, slots=True)
class SkipShare:
    """The addresses that were not seen for one reason."""

    reason: SkipReason
    count: int
    examples: tuple[Skip, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one sub-indicator, in checklist order."""

    id: str
    verdicts: tuple[Verdict, ...]


def to_fix(audit: Audit) -> tuple[Verdict, ...]:
    """Return what is wanting, worth most first, then in checklist order.

    A person's word comes first: what is waived is left in peace, what is said not to be met is not.
    """
    return _most_first(v for v in audit.verdicts if _is_wanting(v))


def _is_wanting(verdict: Verdict) -> bool:
    if verdict.waiver is not None:
        return not verdict.waiver.excuses
    return verdict.status in TO_FIX


def to_look_at(audit: Audit) -> tuple[Verdict, ...]:
    """Return the undecided items, worth most first, else in checklist order."""
    undecided = (v for v in audit.verdicts if v.status is Status.UNKNOWN)
    return _most_first(v for v in undecided if v.waiver is None or v.waiver.decision is None)


def decided(audit: Audit) -> tuple[Verdict, ...]:
    """Return the items on which a person has decided, in checklist order."""
    return tuple(v for v in audit.verdicts if v.waiver is not None)


def unsure(audit: Audit) -> tuple[Verdict, ...]:
    """Return the items of low confidence, in checklist order."""
    return tuple(v for v in audit.verdicts if v.confidence is Sureness.LOW)


def by_unit(verdicts: Iterable[Verdict]) -> tuple[UnitShare, ...]:
    """Return `verdicts` by the unit that has to act, the unit with most points first."""
    units: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        units[" ".join(verdict.unit.split())].append(verdict)
    shares = (
        UnitShare(unit, tuple(listed), round(sum(verdict.gain for verdict in listed), 2))
        for unit, listed in units.items()
    )
    return tuple(sorted(shares, key=lambda share: (-share.gain, share.unit)))


def counts(audit: Audit) -> dict[Status, int]:
    """Return how many items have each status; every status is there, zero or not."""
    seen = Counter(verdict.status for verdict in audit.verdicts)
    return {status: seen[status] for status in Status}


def parts(audit: Audit) -> tuple[Part, ...]:
    """Return the items by sub-indicator, both in checklist order."""
    grouped: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in audit.verdicts:
        grouped[verdict.sub_indicator].append(verdict)
    return tuple(Part(name, tuple(verdicts)) for name, verdicts in grouped.items())


def skips(audit: Audit) -> tuple[SkipShare, ...]:
    """Return why addresses were not seen, the commonest reason first, with a few examples each."""
    grouped: dict[SkipReason, list[Skip]] = defaultdict(list)
    for skip in audit.reach.skipped:
        grouped[skip.reason].append(skip)
    shares = (
        SkipShare(reason, len(listed), tuple(listed[:EXAMPLES]))
        for reason, listed in grouped.items()
    )
    return tuple(sorted(shares, key=lambda share: (-share.count, share.reason)))


def unseen(audit: Audit) -> tuple[SkipShare, ...]:
    """Return what kept us from looking: `skips` without those that say *nothing here*."""
    return tuple(
        share
        for share in skips(audit)
        if not share.reason.is_absence and share.reason is not SkipReason.OFF_SITE
    )


def entered(audit: Audit) -> tuple[LinkVerdict, ...]:
    """Return the links that were entered, without what stands for items that have none."""
    return tuple(link for link in audit.links if link.url is not None)


def links_of(audit: Audit, item: str) -> tuple[LinkVerdict, ...]:
    """Return what was entered for `item`, and what the visit found for it instead."""
    return tuple(link for link in audit.links if link.item == item)


def lacking(verdict: Verdict) -> tuple[ElementVerdict, ...]:
    """Return the elements that are absent and count against the item."""
    return tuple(e for e in verdict.elements if e.binds and e.finding.outcome is Outcome.ABSENT)


def has_score(audit: Audit) -> bool:
    """Was anything seen that points could stand for?"""
    return audit.reach.completion is not Completion.NONE


def year_read(verdict: Verdict) -> int | None:
    """Return the fiscal year of the best evidence, None when it names none."""
    return verdict.evidence[0].fiscal_year if verdict.evidence else None


def _most_first(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    return tuple(sorted(verdicts, key=lambda verdict: -verdict.gain))
