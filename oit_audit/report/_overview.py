"""What a reader takes in at a glance: how many are met, what to do first, how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from oit_audit.model import Audit, Status, SubIndicatorScore, Sureness, Verdict
from oit_audit.report import _rows

FIRST = 3
"""Things to do first: what one remembers."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The audit in a few numbers."""

    met: int
    counted: int
    """Items that are not left out of the score."""

    fix: int
    look: int
    settled: int
    """Wanting or undecided items that a person has excused or attested."""

    first: tuple[Verdict, ...]
    """What to do first, worth most first; at most `FIRST`."""

    gain: float
    """Points won by the first together."""

    then: float
    """The score with them, at most 100."""

    sureness: Mapping[Sureness, int]
    """Items of each confidence, the surest first; every confidence is there."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A sub-indicator as a bar, in points between 0 and 100."""

    got: float
    maybe: float
    """What its undecided items may add."""

    is_weakest: bool


def overview(audit: Audit) -> Overview:
    """Return `audit` in a few numbers."""
    counts = _rows.counts(audit)
    counted = len(audit.verdicts) - counts[Status.NOT_APPLICABLE]
    fix, look = _rows.to_fix(audit), _rows.to_look_at(audit)
    open_items = {verdict.id for verdict in (*fix, *look)}
    settled = sum(
        verdict.status not in (Status.MET, Status.NOT_APPLICABLE) and verdict.id not in open_items
        for verdict in audit.verdicts
    )
    first = fix[:FIRST]
    gain = round(sum(verdict.gain for verdict in first), 2)
    sure = Counter(verdict.confidence for verdict in audit.verdicts)
    return Overview(
        met=counts[Status.MET],
        counted=counted,
        fix=len(fix),
        look=len(look),
        settled=settled,
        first=first,
        gain=gain,
        then=min(100.0, audit.score.points + gain),
        sureness={each: sure[each] for each in (Sureness.HIGH, Sureness.MEDIUM, Sureness.LOW)},
    )


def bars(audit: Audit) -> dict[str, Bar]:
    """Return the bar of each sub-indicator by its id."""
    subs = [sub for one in audit.score.indicators for sub in one.sub_indicators]
    unknown = Counter(
        verdict.sub_indicator for verdict in audit.verdicts if verdict.status is Status.UNKNOWN
    )
    lowest = min((sub.points for sub in subs), default=0.0)
    has_lowest = any(sub.points > lowest for sub in subs)
    return {
        sub.id: _bar(sub, unknown[sub.id], is_weakest=has_lowest and sub.points == lowest)
        for sub in subs
    }


def _bar(sub: SubIndicatorScore, unknown: int, *, is_weakest: bool) -> Bar:
    got = min(100.0, max(0.0, sub.points))
    share = 100.0 * unknown / sub.counted if sub.counted else 0.0
    return Bar(got, round(min(share, 100.0 - got), 2), is_weakest)
