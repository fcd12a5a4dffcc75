"""What became of one item, and who did it. The website is blamed last, and never on a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oit_audit.model import (
    Audit,
    Cause,
    ChangeKind,
    Completion,
    ElementChange,
    Evidence,
    EvidenceChange,
    ItemChange,
    Skip,
    Status,
    Step,
    Verdict,
    Waiver,
    Why,
)
from oit_audit.store.places import moved, place

_RANKS = {Status.MISSING: 0, Status.STALE: 1, Status.PARTIAL: 2, Status.MET: 3}
"""How near an item is to being met; the others have no place in this order."""

_OF_ANOTHER_YEAR = frozenset({"perhaps_other_year", "perhaps_in_force"})
"""Rules of a verdict that leave it to a person whether an older paper still holds."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What two audits have in common, and what not, besides the website."""

    old: Audit
    new: Audit
    same_visit: bool
    rules_differ: bool
    year_turned: bool
    day_moved: bool
    skipped_then: Mapping[str, Skip]
    """By place."""

    skipped_now: Mapping[str, Skip]
    whole_then: bool
    """Was all seen that was to be seen?"""

    whole_now: bool
    names_of_many: frozenset[str]
    """Titles that pages of several items have: the name of the website, and not of a page."""


def item_change(then: Verdict, now: Verdict, sides: Sides) -> ItemChange:
    """Return what became of an item."""
    step = _step(then.status, now.status)
    elements = tuple(_elements(then, now, sides))
    homes = sides.old.organisation.url, sides.new.organisation.url
    evidence = moved(then, now, homes, sides.names_of_many)
    unopened = _unopened(then, now, step, sides)
    cause: Cause | None
    if then.status is not now.status:
        cause, why = _cause(then, now, step, unopened, sides)
        kind = _kind(then, now, step, cause)
    elif elements:
        kind, step = ChangeKind.ELEMENTS, _steps(elements)
        unopened = _unopened(then, now, step, sides)
        cause, why = _cause(then, now, step, unopened, sides)
    elif evidence is not None:
        kind = ChangeKind.EVIDENCE_MOVED if evidence.is_same else ChangeKind.EVIDENCE_REPLACED
        cause, why = _cause_of_move(evidence, sides)
    elif _word(then.waiver) != _word(now.waiver):
        kind = ChangeKind.WAIVER
        cause, why = _cause_of_word(then.waiver, now.waiver, sides)
    elif then.confidence is not now.confidence:
        kind = ChangeKind.CONFIDENCE
        cause, why = _cause(then, now, step, unopened, sides)
    else:
        kind, cause, why = ChangeKind.UNCHANGED, None, Why.NO_DIFFERENCE
    return ItemChange(
        then, now, kind, cause, why, step, elements, evidence, unopened, then.waiver, now.waiver
    )


def _step(then: Status, now: Status) -> Step:
    if then is now:
        return Step.SAME
    if then not in _RANKS or now not in _RANKS:
        return Step.OTHER
    return Step.BETTER if _RANKS[now] > _RANKS[then] else Step.WORSE


def _steps(elements: Iterable[ElementChange]) -> Step:
    """Return which way an item went whose elements went these ways."""
    steps = {element.step for element in elements}
    return steps.pop() if len(steps) == 1 else Step.OTHER


_KINDS = {
    (Cause.SITE, Step.WORSE): ChangeKind.REGRESSED,
    (Cause.SITE, Step.BETTER): ChangeKind.IMPROVED,
    (Cause.CALENDAR, Step.WORSE): ChangeKind.NEWLY_STALE,
    (Cause.CALENDAR, Step.BETTER): ChangeKind.JUDGED_OTHERWISE,
    (Cause.RULES, Step.WORSE): ChangeKind.JUDGED_OTHERWISE,
    (Cause.RULES, Step.BETTER): ChangeKind.JUDGED_OTHERWISE,
}


def _kind(then: Verdict, now: Verdict, step: Step, cause: Cause) -> ChangeKind:
    """Return what to call a change of status."""
    if Status.NOT_APPLICABLE in (then.status, now.status):
        return ChangeKind.APPLICABILITY
    if now.status is Status.UNKNOWN:
        return ChangeKind.NEWLY_UNKNOWN
    if then.status is Status.UNKNOWN:
        return ChangeKind.FIRST_KNOWN
    if cause is Cause.SITE and now.status is Status.MET:
        return ChangeKind.FIXED
    return _KINDS.get((cause, step), ChangeKind.UNCLEAR)


def _cause(
    then: Verdict, now: Verdict, step: Step, unopened: Skip | None, sides: Sides
) -> tuple[Cause, Why]:
    """Return who did it: the first that holds, from what is certain to what is left."""
    statuses = (then.status, now.status)
    turned, same_visit = sides.year_turned, sides.same_visit
    rules = sides.rules_differ or turned
    same = _is_same_content(then, now, step)
    aged = turned and (_is_of_another_year(now, step) or (same and now.status is Status.UNKNOWN))
    answers: tuple[tuple[object, tuple[Cause, Why] | None], ...] = (
        (Status.NOT_APPLICABLE in statuses, (Cause.RULES, Why.COUNTED_OTHERWISE)),
        (same_visit and aged, (Cause.CALENDAR, Why.YEAR_TURNED)),
        (same_visit and sides.day_moved and not rules, (Cause.CALENDAR, Why.TIME_PASSED)),
        (same_visit, (Cause.RULES, Why.SAME_VISIT)),
        (unseen := _unseen(then, now, step, unopened, sides), unseen),
        (aged, (Cause.CALENDAR, Why.YEAR_TURNED)),
        (rules and same, (Cause.RULES, Why.RULES_CHANGED)),
        (rules, (Cause.UNCLEAR, Why.BOTH_CHANGED)),
        (same and sides.day_moved, (Cause.CALENDAR, Why.TIME_PASSED)),
        (same, (Cause.UNCLEAR, Why.SAME_EVIDENCE)),
        (now.status is Status.UNKNOWN, (Cause.SITE, Why.UNDECIDED_NOW)),
        (then.status is Status.UNKNOWN, (Cause.SITE, Why.UNDECIDED_THEN)),
        (step is Step.WORSE and unopened, (Cause.SITE, Why.EVIDENCE_GONE)),
        (True, (Cause.SITE, Why.SITE_CHANGED)),
    )
    return next(answer for holds, answer in answers if holds and answer)


def _is_of_another_year(now: Verdict, step: Step) -> bool:
    """Is it what it is because its papers are of another year than is asked?"""
    if now.status is Status.STALE:
        return step is Step.WORSE
    rule = now.considered.rule if now.considered else ""
    return now.status is Status.UNKNOWN and rule in _OF_ANOTHER_YEAR


def _unseen(
    then: Verdict, now: Verdict, step: Step, unopened: Skip | None, sides: Sides
) -> tuple[Cause, Why] | None:
    """Return that it could not be seen where that may be all; None when it was seen.

    Looked at in full must be the audit that shows less: what it does not show may be unseen.
    """
    if Completion.NONE in (now.completion, sides.new.reach.completion):
        return Cause.NETWORK, Why.NOT_SEEN_NOW
    if Completion.NONE in (then.completion, sides.old.reach.completion):
        return Cause.NETWORK, Why.NOT_SEEN_THEN
    is_closed = unopened is not None and not unopened.reason.is_absence
    is_less = _shows_less(then, now, step)
    is_same = then.status is now.status
    for verdict, whole, why in (
        (then, sides.whole_then, Why.NOT_SEEN_THEN),
        (now, sides.whole_now, Why.NOT_SEEN_NOW),
    ):
        seen = verdict.completion is Completion.FULL and (whole or not is_same)
        if verdict in is_less and (not seen or is_closed):
            return Cause.NETWORK, why
    return None


def _shows_less(then: Verdict, now: Verdict, step: Step) -> tuple[Verdict, ...]:
    """Return the verdicts that may be what they are because something was not seen."""
    if step is Step.BETTER or then.status is Status.UNKNOWN:
        return (then,)
    if step is Step.WORSE or now.status is Status.UNKNOWN:
        return (now,)
    return (then, now)


def _is_same_content(then: Verdict, now: Verdict, step: Step) -> bool:
    """Is all that shows it in the better audit there in the other, byte for byte?"""
    before, after = _digests(then), _digests(now)
    match step:
        case Step.WORSE:
            return bool(before) and before <= after
        case Step.BETTER:
            return bool(after) and after <= before
        case _:
            return before == after


def _digests(verdict: Verdict) -> set[str]:
    return {each.sha256 for each in _shown(verdict) if each.sha256}


def _shown(verdict: Verdict) -> Iterator[Evidence]:
    yield from verdict.evidence
    for element in verdict.elements:
        if element.finding.evidence is not None:
            yield element.finding.evidence


def _unopened(then: Verdict, now: Verdict, step: Step, sides: Sides) -> Skip | None:
    """Return why an address could not be opened that shows the item, or leads to what does."""
    better = then if step is Step.WORSE or now.status is Status.UNKNOWN else now
    if step is Step.SAME or better.status is Status.UNKNOWN:
        return None
    audit = sides.old if better is then else sides.new
    skipped = sides.skipped_now if better is then else sides.skipped_then
    addresses = [each.url for each in _shown(better)]
    behind = better.considered.candidates if better.considered else ()
    addresses += [each.hub for each in behind if each.chosen and each.hub]
    places = (place(url, audit.organisation.url) for url in addresses)
    return next((skipped[each] for each in places if each in skipped), None)


def _elements(then: Verdict, now: Verdict, sides: Sides) -> Iterator[ElementChange]:
    """Yield the elements of which something else is said; none where one audit tested none.

    What only one of two years asks is left out.
    """
    if not (then.elements and now.elements):
        return
    before = {element.id: element for element in then.elements}
    after = {element.id: element for element in now.elements}
    for name in dict.fromkeys((*after, *before)):
        said = [side[name].finding.outcome if name in side else None for side in (before, after)]
        if said[0] is not said[1] and not (sides.year_turned and None in said):
            asked = after.get(name) or before[name]
            yield ElementChange(name, asked.says, asked.binds, said[0], said[1])


def _cause_of_move(change: EvidenceChange, sides: Sides) -> tuple[Cause, Why]:
    if sides.same_visit:
        return Cause.RULES, Why.SAME_VISIT
    if not sides.whole_now:
        return Cause.NETWORK, Why.NOT_SEEN_NOW
    if not sides.whole_then:
        return Cause.NETWORK, Why.NOT_SEEN_THEN
    if change.is_same:
        return Cause.SITE, Why.OTHER_ADDRESS
    if sides.rules_differ or sides.year_turned:
        return Cause.UNCLEAR, Why.BOTH_CHANGED
    return Cause.SITE, Why.OTHER_PAPER


def _word(waiver: Waiver | None) -> object:
    return None if waiver is None else (waiver.decision, waiver.reason, waiver.expires_on)


def _cause_of_word(then: Waiver | None, now: Waiver | None, sides: Sides) -> tuple[Cause, Why]:
    if then is not None and now is None and not then.holds_on(sides.new.today):
        return Cause.CALENDAR, Why.WORD_EXPIRED
    return Cause.PEOPLE, Why.PERSON_DECIDED
