"""What we say about one item."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model.checklist import Sureness
from oit_audit.model.considered import Considered
from oit_audit.model.evidence import Evidence, Finding
from oit_audit.model.site import Completion
from oit_audit.model.text import Text
from oit_audit.model.waiver import Waiver


class Status(StrEnum):
    """The answer for one item."""

    MET = "met"
    PARTIAL = "partial"
    STALE = "stale"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ElementVerdict:
    """What was found of one element."""

    id: str
    says: Text
    finding: Finding
    binds: bool
    """False when the element informs and cannot fail the item."""

    remedy: Text


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is not the evidence, and why."""

    url: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we say about one item."""

    id: str
    concepts: tuple[str, ...]
    title: Text
    sub_indicator: str
    status: Status
    completion: Completion
    confidence: Sureness
    reason: Text
    elements: tuple[ElementVerdict, ...]
    evidence: tuple[Evidence, ...]
    rejected: tuple[Rejected, ...]
    remedy: Text
    unit: str
    gain: float = 0.0
    """OIT points won if this item alone became met."""

    waiver: Waiver | None = None
    """What a person decided of it; it changes neither status nor score."""

    considered: Considered | None = None
    """What is behind it; None when it was read from a file that does not say."""

    def __post_init__(self) -> None:
        if self.status in (Status.MET, Status.PARTIAL, Status.STALE) and not self.evidence:
            raise ValueError(f"{self.id}: {self.status} must show its evidence")
        if self.status is Status.MISSING and self.completion is not Completion.FULL:
            raise ValueError(f"{self.id}: missing needs a complete look")
