"""All that differs between two audits of one website."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model.audit import Audit, Score, SiteFinding
from oit_audit.model.change import Cause, ChangeKind, ItemChange
from oit_audit.model.skip import Skip
from oit_audit.model.verdict import Verdict


class Regrouping(StrEnum):
    """How items of two lists that ask otherwise belong together."""

    ADDED = "added"
    DROPPED = "dropped"
    MERGED = "merged"
    SPLIT = "split"
    RESHAPED = "reshaped"
    """They share a part of what they ask."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Items that cannot be compared one by one, since the lists ask otherwise."""

    kind: Regrouping
    then: tuple[Verdict, ...]
    """In checklist order; empty when they were added."""

    now: tuple[Verdict, ...]
    """In checklist order; empty when they were dropped."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """Something about the whole site that is new, or gone."""

    finding: SiteFinding
    is_new: bool
    cause: Cause


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that leads nowhere now, or no longer."""

    link: Skip
    is_new: bool
    """Does it lead nowhere now, and did not then?"""

    cause: Cause


class NotComparable(StrEnum):
    """Why points cannot be compared."""

    YEAR = "year"
    CHECKLIST = "checklist"
    TOOL = "tool"
    WAY = "way"
    """One was judged by entered links alone, the other by the whole site."""

    ORGANISATION = "organisation"
    """What was said of the organisation, by which its own papers are known."""

    INCOMPLETE_THEN = "incomplete_then"
    INCOMPLETE_NOW = "incomplete_now"
    UNDECIDED = "undecided"
    """Other items are unknown now than then."""


@dataclass(frozen=True, slots=True)
class PointsChange:
    """The score then and now."""

    then: Score | None
    """None when nothing was seen."""

    now: Score | None
    moved: float | None
    """Points won since then, two decimals; None when they cannot be compared."""

    why_not: tuple[NotComparable, ...]


class NoteId(StrEnum):
    """What a reader must know before any of the rest."""

    WRONG_ORDER = "wrong_order"
    """What was called old is newer."""

    OTHER_SITE = "other_site"
    SITE_MOVED = "site_moved"
    """The home page has another address."""

    SAME_VISIT = "same_visit"
    INCOMPLETE_NOW = "incomplete_now"
    INCOMPLETE_THEN = "incomplete_then"
    YEAR = "year"
    CHECKLIST = "checklist"
    TOOL = "tool"
    WAY = "way"
    ORGANISATION = "organisation"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Note:
    """A difference between the audits that is none of the website's items."""

    id: NoteId
    then: str
    """As the audit has it: a version, a digest, a day; may be empty."""

    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two audits."""

    old: Audit
    new: Audit
    notes: tuple[Note, ...]
    """In the order of `NoteId`, each at most once."""

    points: PointsChange
    items: tuple[ItemChange, ...]
    """Every item that can be compared, unchanged ones too, in the order of the new checklist."""

    regrouped: tuple[Regrouped, ...]
    findings: tuple[FindingChange, ...]
    """New ones first."""

    links: tuple[LinkChange, ...]
    """New ones first."""

    def of(self, *kinds: ChangeKind) -> tuple[ItemChange, ...]:
        """Return the items of these kinds, in the order of the new checklist."""
        return tuple(each for each in self.items if each.kind in kinds)

    def has(self, note: NoteId) -> bool:
        """Is this to be said before the rest?"""
        return any(each.id is note for each in self.notes)

    @property
    def is_nothing(self) -> bool:
        """Is everything that is said of the website as it was?"""
        unchanged = all(each.kind is ChangeKind.UNCHANGED for each in self.items)
        return unchanged and not (self.regrouped or self.findings or self.links)
