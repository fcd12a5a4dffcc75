"""The corrective-action plan: who does what by when, and what it wins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oit_audit.model.audit import Audit, SubIndicatorScore
from oit_audit.model.change import ItemChange
from oit_audit.model.changes import Changes
from oit_audit.model.checklist import Level
from oit_audit.model.text import Text
from oit_audit.model.verdict import Verdict
from oit_audit.model.waiver import Decision


class Effort(StrEnum):
    """How much work a row of the plan is, as far as the audit can tell."""

    SMALL = "small"
    """Something is added to what is there."""

    MEDIUM = "medium"
    """What is there is made anew, or much is added to it."""

    LARGE = "large"
    """Something is made that is not there."""


class Season(StrEnum):
    """Where the day of a plan stands in the calendar of its year."""

    OPEN = "open"
    """The last day for evidence is known and ahead."""

    CLOSED = "closed"
    """It is known and past."""

    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the dates of a plan come from."""

    fiscal_year: int
    """Of the audit, Buddhist Era."""

    day: date
    """From which the plan runs."""

    season: Season
    deadline: date | None
    """Last day for evidence of the audited year; None when not known."""

    until: date | None
    """The day by which everything should stand on the website; None when no calendar gives one."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a plan: an item, what it lacks, what to do, and by when."""

    verdict: Verdict
    order: int
    """In which order to work, from 1."""

    lacks: tuple[Text, ...]
    """Never empty."""

    steps: tuple[Text, ...]
    """Never empty."""

    effort: Effort
    due: date


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What one unit has to do."""

    unit: str
    """Empty when the checklist names none."""

    tasks: tuple[Task, ...]
    """In working order, never empty."""

    gain: float
    """OIT points of all of them together."""


class Instrument(StrEnum):
    """The three instruments of the assessment."""

    IIT = "iit"
    EIT = "eit"
    OIT = "oit"


@dataclass(frozen=True, slots=True)
class Standing:
    """The points of one indicator."""

    instrument: Instrument
    id: str
    title: Text | None
    points: float
    parts: tuple[SubIndicatorScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the official arithmetic says besides the score of the audit."""

    iit: tuple[float, ...] = ()
    """Points of the indicators of IIT; empty when they were not given."""

    eit: tuple[float, ...] = ()
    total: float | None = None
    """Points of the whole assessment; None without IIT and EIT."""

    level: Level | None = None
    """That of the total."""

    has_levels: bool = False
    """Does the year confirm levels?"""

    target: float | None = None
    """Points that an indicator should reach; None where the year confirms none."""

    oit_after: float | None = None
    """OIT points once every row of the plan is done; None when it cannot be told."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a plan may print."""

    audit: Audit
    calendar: Calendar
    reckoning: Reckoning
    standings: tuple[Standing, ...]
    """By number; those of IIT and EIT only when they were given."""

    units: tuple[UnitTasks, ...]
    """The unit with most points first."""

    looks: tuple[Task, ...]
    """Items that a person has to look at, apart from what is wanting; worth most first."""

    decided: tuple[Verdict, ...]
    """Items on which a person has decided, in checklist order."""

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return what is wanting, in working order."""
        tasks = (task for unit in self.units for task in unit.tasks)
        return tuple(sorted(tasks, key=lambda task: task.order))


class Advance(StrEnum):
    """How far a measure got between two audits, as far as the website tells."""

    FIXED = "fixed"
    IMPROVED = "improved"
    """Better, and something is still wanting."""

    OPEN = "open"
    WORSE = "worse"
    NOT_COMPARABLE = "not_comparable"
    """The network, our rules or the calendar changed what can be said."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of one item."""

    advance: Advance
    change: ItemChange
    gained: float | None
    """OIT points won since then; None when they cannot be told."""


@dataclass(frozen=True, slots=True)
class Progress:
    """All that a progress report may print."""

    plan: Plan
    """Of what is wanting now."""

    changes: Changes
    measured: tuple[Measured, ...]
    """Items that were wanting then or got worse; what is fixed first, of equals worth most."""

    dropped: tuple[Verdict, ...]
    """Items that were wanting then and are asked otherwise now; in checklist order."""

    def of(self, *advances: Advance) -> tuple[Measured, ...]:
        """Return what became of items in one of these ways, in order."""
        return tuple(each for each in self.measured if each.advance in advances)


class State(StrEnum):
    """How far somebody got with a row of a plan."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"
    EXCUSED = "excused"
    """Left in peace until a day."""

    NOT_MET = "not_met"
    """A person looked, and it is not met."""

    @property
    def decides(self) -> bool:
        """Does it say something of the item that stands beside what the audit found?"""
        return self not in (State.NOT_STARTED, State.IN_PROGRESS)

    @property
    def decision(self) -> Decision | None:
        """Return what it decides; None when the item is only excused, or nothing is decided."""
        return _DECISIONS.get(self)


_DECISIONS = {
    State.DONE: Decision.MET,
    State.NOT_APPLICABLE: Decision.NOT_APPLICABLE,
    State.NOT_MET: Decision.NOT_MET,
}
