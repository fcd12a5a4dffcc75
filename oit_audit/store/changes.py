"""What moved between two audits of one website. In: two audits. Out: their `Changes`.

A function of the two alone: no clock, no network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from oit_audit.model import (
    Audit,
    Cause,
    Changes,
    Completion,
    FindingChange,
    LinkChange,
    NotComparable,
    Note,
    NoteId,
    PointsChange,
    Score,
    SiteFinding,
    Skip,
    Status,
    host_of,
)
from oit_audit.store.causes import Sides, item_change
from oit_audit.store.pairing import paired
from oit_audit.store.places import place

_EXPIRED = "waiver_expired"
"""The finding about a person's word that holds no longer."""


def changes(old: Audit, new: Audit) -> Changes:
    """Return what differs between an audit and a later one of the same website.

    Audits of different websites are compared all the same, and the notes say so.
    """
    notes = tuple(_notes(old, new))
    sides = _sides(old, new, {note.id for note in notes})
    pairing = paired(old, new)
    return Changes(
        old,
        new,
        notes,
        _points(old, new),
        tuple(item_change(then, now, sides) for then, now in pairing.pairs),
        pairing.regrouped,
        tuple(_findings(sides)),
        tuple(_links(sides)),
    )


def is_same_site(old: Audit, new: Audit) -> bool:
    """Are both of one organisation: one name, or one host, with or without `www.`?

    One host may serve several, at ports and in folders of their own: there two names are two.
    """
    homes = [each.organisation.url for each in (old, new)]
    names = [" ".join((each.organisation.name or "").split()) for each in (old, new)]
    hosts = [host_of(home).removeprefix("www.") for home in homes]
    doors = [_behind_host(home) for home in homes]
    if all(names) and (names[0] == names[1] or doors[0] != doors[1]):
        return names[0] == names[1]
    return hosts[0] == hosts[1]


def _behind_host(home: str) -> str:
    """Return port and folder of an address, as it writes them."""
    written = home.lower().partition("://")[2].partition("?")[0]
    return written.removeprefix(host_of(home)).strip("/")


def _notes(old: Audit, new: Audit) -> Iterator[Note]:
    homes = old.organisation.url, new.organisation.url
    reasons = old.reach.reason or "", new.reach.reason or ""
    ways = tuple("links" if each.links else "site" for each in (old, new))
    same_year = _is_same_year(old, new)
    is_same = is_same_site(old, new)
    when = old.finished_at.isoformat(), new.finished_at.isoformat()
    backwards = (new.finished_at, new.today) < (old.finished_at, old.today)
    digests = old.checklist_digest, new.checklist_digest
    visits = old.snapshot_id, new.snapshot_id
    facts: tuple[tuple[bool, NoteId, tuple[str, ...]], ...] = (
        (backwards, NoteId.WRONG_ORDER, when),
        (not is_same, NoteId.OTHER_SITE, homes),
        (is_same and homes[0] != homes[1], NoteId.SITE_MOVED, homes),
        (visits[0] == visits[1], NoteId.SAME_VISIT, visits),
        (not new.is_whole, NoteId.INCOMPLETE_NOW, reasons),
        (not old.is_whole, NoteId.INCOMPLETE_THEN, reasons),
        (not same_year, NoteId.YEAR, (str(old.fiscal_year), str(new.fiscal_year))),
        (same_year and digests[0] != digests[1], NoteId.CHECKLIST, digests),
        (old.tool_version != new.tool_version, NoteId.TOOL, (old.tool_version, new.tool_version)),
        (ways[0] != ways[1], NoteId.WAY, ways),
        (_named(old) != _named(new), NoteId.ORGANISATION, (_named(old), _named(new))),
        (old.today != new.today, NoteId.DAY, (old.today.isoformat(), new.today.isoformat())),
    )
    return (Note(name, *said) for holds, name, said in facts if holds)


def _is_same_year(old: Audit, new: Audit) -> bool:
    return (old.scheme, old.fiscal_year) == (new.scheme, new.fiscal_year)


def _named(audit: Audit) -> str:
    """Return what was said of the organisation, by which its own papers are known."""
    kind = audit.organisation.kind
    said = (" ".join((audit.organisation.name or "").split()), kind.value if kind else "")
    return ", ".join(filter(None, said))


_RULES = frozenset({NoteId.CHECKLIST, NoteId.TOOL, NoteId.WAY, NoteId.ORGANISATION})


def _sides(old: Audit, new: Audit, notes: set[NoteId]) -> Sides:
    return Sides(
        old,
        new,
        same_visit=NoteId.SAME_VISIT in notes,
        rules_differ=bool(_RULES & notes),
        year_turned=NoteId.YEAR in notes,
        day_moved=NoteId.DAY in notes,
        skipped_then=_skipped(old),
        skipped_now=_skipped(new),
        whole_then=old.is_whole,
        whole_now=new.is_whole,
        names_of_many=_names_of_many(old) | _names_of_many(new),
    )


def _skipped(audit: Audit) -> dict[str, Skip]:
    return {place(skip.url, audit.organisation.url): skip for skip in audit.reach.skipped}


def _names_of_many(audit: Audit) -> frozenset[str]:
    places: dict[str, set[str]] = defaultdict(set)
    for shown in chain.from_iterable(verdict.evidence for verdict in audit.verdicts):
        places[shown.title.strip()].add(shown.url.partition("#")[0])
    return frozenset(title for title, urls in places.items() if len(urls) > 1)


def _points(old: Audit, new: Audit) -> PointsChange:
    then, now = _score(old), _score(new)
    why_not = tuple(_why_not(old, new))
    moved = None if why_not or not (then and now) else round(now.points - then.points, 2) + 0.0
    return PointsChange(then, now, moved, why_not)


def _score(audit: Audit) -> Score | None:
    return None if audit.reach.completion is Completion.NONE else audit.score


def _why_not(old: Audit, new: Audit) -> Iterator[NotComparable]:
    same_year = _is_same_year(old, new)
    facts = (
        (not same_year, NotComparable.YEAR),
        (same_year and old.checklist_digest != new.checklist_digest, NotComparable.CHECKLIST),
        (old.tool_version != new.tool_version, NotComparable.TOOL),
        (bool(old.links) != bool(new.links), NotComparable.WAY),
        (_named(old) != _named(new), NotComparable.ORGANISATION),
        (not old.is_whole, NotComparable.INCOMPLETE_THEN),
        (not new.is_whole, NotComparable.INCOMPLETE_NOW),
        (same_year and _undecided(old) != _undecided(new), NotComparable.UNDECIDED),
    )
    return (why for holds, why in facts if holds)


def _undecided(audit: Audit) -> set[str]:
    return {each.id for each in audit.verdicts if each.status is Status.UNKNOWN}


def _findings(sides: Sides) -> Iterator[FindingChange]:
    old, new = sides.old, sides.new
    before, after = _told(old), _told(new)
    for name, finding in after.items():
        if name not in before:
            yield FindingChange(finding, is_new=True, cause=_whose(finding, sides, old))
    for name, finding in before.items():
        if name not in after:
            yield FindingChange(finding, is_new=False, cause=_whose(finding, sides, new))


def _told(audit: Audit) -> dict[tuple[str, str, str], SiteFinding]:
    home = audit.organisation.url
    return {
        (each.id, place(each.url, home), each.says.th if each.id == _EXPIRED else ""): each
        for each in audit.site_findings
    }


def _whose(finding: SiteFinding, sides: Sides, without: Audit) -> Cause:
    """Return who made a finding come or go; `without` is the audit that lacks it."""
    if finding.id == _EXPIRED:
        return Cause.PEOPLE if without is sides.new else Cause.CALENDAR
    return _whose_fact(sides, without)


def _whose_fact(sides: Sides, without: Audit) -> Cause:
    if sides.same_visit:
        return Cause.RULES
    if not without.is_whole:
        return Cause.NETWORK
    if sides.rules_differ or sides.year_turned:
        return Cause.UNCLEAR
    return Cause.SITE


def _links(sides: Sides) -> Iterator[LinkChange]:
    before, after = _dead(sides.skipped_then), _dead(sides.skipped_now)
    for where in after:
        if where not in before:
            cause = _whose_link(where, sides.skipped_then, sides, sides.old)
            yield LinkChange(after[where], is_new=True, cause=cause)
    for where in before:
        if where not in after:
            cause = _whose_link(where, sides.skipped_now, sides, sides.new)
            yield LinkChange(before[where], is_new=False, cause=cause)


def _dead(skipped: Mapping[str, Skip]) -> dict[str, Skip]:
    return {where: skip for where, skip in skipped.items() if skip.reason.is_absence}


def _whose_link(where: str, skipped: Mapping[str, Skip], sides: Sides, without: Audit) -> Cause:
    """Return who made a link die or open; `without` is the audit in which it is not dead."""
    return Cause.NETWORK if where in skipped else _whose_fact(sides, without)
