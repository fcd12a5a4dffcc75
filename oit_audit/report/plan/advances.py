"""What became of each measure since an earlier audit. Pure; credits only what the website did."""

from __future__ import annotations

from oit_audit.model import (
    Advance,
    Cause,
    ChangeKind,
    Changes,
    ItemChange,
    Measured,
    NotComparable,
    Outcome,
    Plan,
    Progress,
    Step,
    Text,
    Verdict,
)
from oit_audit.report._rows import TO_FIX, to_fix

_ADVANCES = {
    ChangeKind.FIXED: Advance.FIXED,
    ChangeKind.IMPROVED: Advance.IMPROVED,
    ChangeKind.REGRESSED: Advance.WORSE,
    ChangeKind.NEWLY_STALE: Advance.WORSE,
    ChangeKind.NEWLY_UNKNOWN: Advance.NOT_COMPARABLE,
    ChangeKind.FIRST_KNOWN: Advance.NOT_COMPARABLE,
    ChangeKind.UNCLEAR: Advance.NOT_COMPARABLE,
    ChangeKind.JUDGED_OTHERWISE: Advance.NOT_COMPARABLE,
    ChangeKind.APPLICABILITY: Advance.NOT_COMPARABLE,
}
"""What else became of an item leaves it as open as it was."""


def progress_of(plan: Plan, changes: Changes) -> Progress:
    """Return how far the measures got that `changes.old` asked for.

    Args:
        plan: Of `changes.new`.
        changes: Between the earlier audit and that of the plan.
    """
    wanted = {verdict.id: place for place, verdict in enumerate(to_fix(changes.old))}
    measured = [
        Measured(advance, change, _gained(advance, change, changes))
        for change in changes.items
        if (advance := advance_of(change)) is not Advance.OPEN or change.then.id in wanted
        if change.then.id in wanted or _is_worse(advance, change)
    ]
    order = list(Advance)
    measured.sort(key=lambda m: (order.index(m.advance), wanted.get(m.change.then.id, len(wanted))))
    dropped = tuple(
        verdict for group in changes.regrouped for verdict in group.then if verdict.id in wanted
    )
    return Progress(plan, changes, tuple(measured), dropped)


def advance_of(change: ItemChange) -> Advance:
    """Return how far an item got, as far as the website tells."""
    if change.kind is ChangeKind.ELEMENTS and _won(change):
        return Advance.IMPROVED
    return _ADVANCES.get(change.kind, Advance.OPEN)


def won(change: ItemChange) -> tuple[Text, ...]:
    """Return the elements that the website shows now and did not then, in checklist order."""
    if change.cause is not Cause.SITE:
        return ()
    return tuple(element.says for element in change.elements if element.step is Step.BETTER)


def remains(verdict: Verdict) -> tuple[Text, ...]:
    """Return what is still wanting; nothing when nothing is."""
    if verdict.status not in TO_FIX:
        return ()
    absent = tuple(
        element.says
        for element in verdict.elements
        if element.binds and element.finding.outcome is Outcome.ABSENT
    )
    return absent or (verdict.reason,)


def _won(change: ItemChange) -> bool:
    return bool(won(change)) and all(e.step is not Step.WORSE for e in change.elements)


def _is_worse(advance: Advance, change: ItemChange) -> bool:
    """Did it get worse, or may it have?"""
    lost = advance is Advance.NOT_COMPARABLE and change.now.status in TO_FIX
    return advance is Advance.WORSE or lost


def _gained(advance: Advance, change: ItemChange, changes: Changes) -> float | None:
    """Return the points won by an item: its own share, as it was worth then."""
    if NotComparable.YEAR in changes.points.why_not and advance in (Advance.FIXED, Advance.WORSE):
        return None
    match advance:
        case Advance.FIXED:
            return change.then.gain
        case Advance.WORSE:
            return change.then.gain - change.now.gain
        case Advance.NOT_COMPARABLE:
            return None
        case _:
            return 0.0
