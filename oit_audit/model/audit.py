"""All that a report may print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from oit_audit.model.entered import ONLY_ENTERED, LinkVerdict
from oit_audit.model.site import Completion, Organisation, Reach
from oit_audit.model.text import Text
from oit_audit.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class SubIndicatorScore:
    """The mean of the items that count."""

    id: str
    points: float
    met: int
    counted: int
    title: Text | None = None
    """As the checklist says it."""


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """The mean of its sub-indicators."""

    id: str
    points: float
    sub_indicators: tuple[SubIndicatorScore, ...]
    title: Text | None = None
    """As the checklist says it."""


@dataclass(frozen=True, slots=True)
class Score:
    """The official arithmetic, rounded to two decimals only here."""

    points: float
    low: float
    """If every unknown were missing."""

    high: float
    """If every unknown were met."""

    level: str | None
    """None where the facts of the year confirm no levels."""

    indicators: tuple[IndicatorScore, ...]


class Severity(StrEnum):
    """How urgent a finding about the whole site is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """Something about the site that no single item holds."""

    id: str
    severity: Severity
    url: str
    says: Text


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything one run found out."""

    tool_version: str
    organisation: Organisation
    scheme: str
    fiscal_year: int
    checklist_digest: str
    today: date
    snapshot_id: str
    started_at: datetime
    finished_at: datetime
    reach: Reach
    score: Score
    verdicts: tuple[Verdict, ...]
    """In checklist order."""

    site_findings: tuple[SiteFinding, ...] = ()
    links: tuple[LinkVerdict, ...] = ()
    """What the links show by which the items were judged; empty where the whole site was."""

    @property
    def is_of_links(self) -> bool:
        """Was nothing to be seen but the links of a list?"""
        return bool(self.links) and self.reach.reason == ONLY_ENTERED

    @property
    def is_whole(self) -> bool:
        """Was all seen that was to be seen? For a list of links that is its links."""
        return self.reach.completion is Completion.FULL or self.is_of_links
