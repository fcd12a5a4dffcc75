"""What became of one item between two audits, and who did it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model.evidence import Evidence, Outcome
from oit_audit.model.skip import Skip
from oit_audit.model.text import Text
from oit_audit.model.verdict import Verdict
from oit_audit.model.waiver import Waiver


class Cause(StrEnum):
    """Who did it. Only `site` is the website's own doing."""

    SITE = "site"
    RULES = "rules"
    """Our program, the checklist, or what it was told of the organisation."""

    NETWORK = "network"
    """Could not look, then or now."""

    CALENDAR = "calendar"
    """A year has turned, or a day has passed."""

    PEOPLE = "people"
    """A person decided, or took it back."""

    UNCLEAR = "unclear"
    """Several at once, and none can be told apart."""


class ChangeKind(StrEnum):
    """What became of an item, the most urgent first."""

    REGRESSED = "regressed"
    """Worse, and the website's own doing."""

    NEWLY_STALE = "newly_stale"
    """It was enough then; time has passed, and the website has not moved on."""

    NEWLY_UNKNOWN = "newly_unknown"
    """It was known then; now a person must look."""

    UNCLEAR = "unclear"
    """Better or worse, and nobody can tell whether the website changed."""

    FIXED = "fixed"
    """Met now, and the website's own doing."""

    IMPROVED = "improved"
    """Better and not yet met, and the website's own doing."""

    FIRST_KNOWN = "first_known"
    """It could not be told then; what it is now may have been so before."""

    JUDGED_OTHERWISE = "judged_otherwise"
    """Better or worse by our rules alone: the website is as it was."""

    APPLICABILITY = "applicability"
    """It has begun or ceased to count."""

    ELEMENTS = "elements"
    """The same status, and other elements are shown."""

    EVIDENCE_REPLACED = "evidence_replaced"
    """The same status, shown by another page or document."""

    EVIDENCE_MOVED = "evidence_moved"
    """The same status, shown by the same page or document at another address."""

    WAIVER = "waiver"
    """The same status, and a person has decided, or no longer."""

    CONFIDENCE = "confidence"
    """The same status, surer or less sure."""

    UNCHANGED = "unchanged"


class Why(StrEnum):
    """Why we say who did it."""

    SITE_CHANGED = "site_changed"
    """Same rules, looked at in full, and what shows it is not what it was."""

    EVIDENCE_GONE = "evidence_gone"
    """At the address that showed it the website says that nothing is there."""

    SAME_VISIT = "same_visit"
    """Both audits judge one visit."""

    SAME_EVIDENCE = "same_evidence"
    """What shows it has not changed by a byte, nor have rules and day."""

    RULES_CHANGED = "rules_changed"
    """What shows it has not changed by a byte; the rules have."""

    BOTH_CHANGED = "both_changed"
    """What shows it and the rules have both changed."""

    YEAR_TURNED = "year_turned"
    """Another fiscal year is asked for."""

    TIME_PASSED = "time_passed"
    """Nothing but the day has changed."""

    NOT_SEEN_NOW = "not_seen_now"
    NOT_SEEN_THEN = "not_seen_then"
    UNDECIDED_NOW = "undecided_now"
    """It was looked at, and a person must say."""

    UNDECIDED_THEN = "undecided_then"
    OTHER_ADDRESS = "other_address"
    OTHER_PAPER = "other_paper"
    PERSON_DECIDED = "person_decided"
    WORD_EXPIRED = "word_expired"
    """A person's word held until a day that has passed."""

    COUNTED_OTHERWISE = "counted_otherwise"
    """One audit leaves it out of the score."""

    NO_DIFFERENCE = "no_difference"


class Step(StrEnum):
    """Which way something went."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    OTHER = "other"
    """Neither: one of the two is not known, or does not count."""


@dataclass(frozen=True, slots=True)
class ElementChange:
    """An element of which something else is said now."""

    id: str
    says: Text
    binds: bool
    then: Outcome | None
    """None when it was not asked."""

    now: Outcome | None
    """None when it is no longer asked."""

    @property
    def step(self) -> Step:
        """Return whether it was lost or won."""
        if (self.then, self.now) == (Outcome.FOUND, Outcome.ABSENT):
            return Step.WORSE
        if (self.then, self.now) == (Outcome.ABSENT, Outcome.FOUND):
            return Step.BETTER
        return Step.OTHER


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """The best evidence, which is not where it was."""

    then: Evidence
    now: Evidence
    is_same: bool
    """Is it the same page or document, at another address?"""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item that both audits ask in the same way, then and now."""

    then: Verdict
    now: Verdict
    kind: ChangeKind
    cause: Cause | None
    """None when nothing changed."""

    why: Why
    step: Step
    elements: tuple[ElementChange, ...] = ()
    """Those of which something else is said, in checklist order."""

    evidence: EvidenceChange | None = None
    unopened: Skip | None = None
    """Why the address that showed it could not be opened in the audit that shows less."""

    waiver_then: Waiver | None = None
    waiver_now: Waiver | None = None

    @property
    def is_renumbered(self) -> bool:
        """Has it another number in the other list?"""
        return self.then.id != self.now.id

    @property
    def is_excused(self) -> bool:
        """Did a person excuse the item for now?"""
        return self.waiver_now is not None and self.waiver_now.excuses
