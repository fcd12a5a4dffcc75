"""The shape of the JSON when it comes back from a stranger: checked, then turned into values."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)

from oit_audit.model import (
    Audit,
    Completion,
    Decision,
    ElementVerdict,
    Evidence,
    Finding,
    IndicatorScore,
    Kind,
    LinkVerdict,
    Organisation,
    Outcome,
    Reach,
    Rejected,
    Score,
    SiteFinding,
    Skip,
    Status,
    SubIndicatorScore,
    Sureness,
    Text,
    Verdict,
    Waiver,
)
from oit_audit.report._behind import ConsideredShape


def _in_utc(value: datetime) -> datetime:
    """Return an instant in UTC that every zone has a day for.

    Raises:
        ValueError: it is of the first or the last year that there is.
    """
    if not MINYEAR < value.year < MAXYEAR:
        raise ValueError(f"no website was visited in the year {value.year}")
    return value.astimezone(UTC)


Instant = Annotated[datetime, AwareDatetime, AfterValidator(_in_utc)]
Day = date
_Points = Annotated[float, Field(ge=0, le=100)]
EMPTY = Text(th="", en="")
"""The remedy of an element is in the checklist, not in the file."""


class _Shape(BaseModel):
    """Types as written; keys that a later version may add are passed over."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", allow_inf_nan=False)


class _Tool(_Shape):
    name: str
    version: str


class _Organisation(_Shape):
    name: str | None
    url: str
    kind: Kind | None
    province: str | None


class _Checklist(_Shape):
    scheme: str
    fiscal_year: Annotated[int, Field(ge=2500, lt=3000)]
    digest: str


class _Snapshot(_Shape):
    id: str
    started_at: Instant
    finished_at: Instant


class _Reach(_Shape):
    completion: Completion
    reason: str | None
    requests: int
    pages: int
    documents: int
    bytes: int
    skipped: tuple[Skip, ...]

    def value(self) -> Reach:
        return Reach(
            self.completion,
            self.reason,
            self.requests,
            self.pages,
            self.documents,
            self.bytes,
            self.skipped,
        )


class _SubIndicator(_Shape):
    id: str
    points: _Points
    met: int
    counted: int

    def value(self) -> SubIndicatorScore:
        return SubIndicatorScore(self.id, self.points, self.met, self.counted)


class _Indicator(_Shape):
    id: str
    points: _Points
    sub_indicators: tuple[_SubIndicator, ...]

    def value(self) -> IndicatorScore:
        subs = tuple(sub.value() for sub in self.sub_indicators)
        return IndicatorScore(self.id, self.points, subs)


class _Score(_Shape):
    points: _Points
    low: _Points
    high: _Points
    level: str | None
    indicators: tuple[_Indicator, ...]

    def value(self) -> Score:
        indicators = tuple(indicator.value() for indicator in self.indicators)
        return Score(self.points, self.low, self.high, self.level, indicators)


class _Evidence(_Shape):
    url: str
    final_url: str = ""
    title: str = ""
    anchor_text: str = ""
    click_path: tuple[str, ...] = ()
    quote: str
    where: str
    fiscal_year: int | None = None
    media_type: str = ""
    fetched_at: Instant | None = None
    sha256: str = ""

    def value(self) -> Evidence:
        return Evidence(**{name: getattr(self, name) for name in type(self).model_fields})


class _Element(_Shape):
    id: str
    says: Text
    outcome: Outcome
    reason: Text
    evidence: _Evidence | None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        self.value()
        return self

    def value(self) -> ElementVerdict:
        evidence = self.evidence.value() if self.evidence else None
        finding = Finding(self.outcome, self.reason, evidence)
        return ElementVerdict(self.id, self.says, finding, binds=True, remedy=EMPTY)


class _Waiver(_Shape):
    decision: Decision | None
    reason: str
    author: str
    date: Day | None
    expiry: Day | None

    def value(self) -> Waiver:
        return Waiver(self.reason, self.decision, self.author, self.date, self.expiry)


class _Item(_Shape):
    id: str
    concepts: tuple[str, ...]
    title: Text
    sub_indicator: str
    status: Status
    completion: Completion
    confidence: Sureness
    reason: Text
    elements: tuple[_Element, ...]
    evidence: tuple[_Evidence, ...]
    rejected: tuple[Rejected, ...]
    remedy: Text
    unit: str
    gain: _Points
    waiver: _Waiver | str | None
    """Earlier programs wrote the reason alone."""

    considered: ConsideredShape | None = None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        self.value()
        return self

    def value(self) -> Verdict:
        return Verdict(
            id=self.id,
            concepts=self.concepts,
            title=self.title,
            sub_indicator=self.sub_indicator,
            status=self.status,
            completion=self.completion,
            confidence=self.confidence,
            reason=self.reason,
            elements=tuple(element.value() for element in self.elements),
            evidence=tuple(evidence.value() for evidence in self.evidence),
            rejected=self.rejected,
            remedy=self.remedy,
            unit=self.unit,
            gain=self.gain,
            waiver=self._waiver(),
            considered=self.considered.value() if self.considered else None,
        )

    def _waiver(self) -> Waiver | None:
        if isinstance(self.waiver, str):
            return Waiver(self.waiver)
        return self.waiver.value() if self.waiver else None


class AuditShape(_Shape):
    """The whole file."""

    schema_: Literal["oit-audit/audit/v1"]
    tool: _Tool
    organisation: _Organisation
    checklist: _Checklist
    today: Annotated[date, Field(ge=date(1900, 1, 1), lt=date(2400, 1, 1))]
    snapshot: _Snapshot
    reach: _Reach
    score: _Score
    items: tuple[_Item, ...]
    site_findings: tuple[SiteFinding, ...]
    links: tuple[LinkVerdict, ...] = ()

    model_config = ConfigDict(alias_generator=lambda name: name.removesuffix("_"))

    def value(self) -> Audit:
        """Return the audit that the file holds."""
        return Audit(
            tool_version=self.tool.version,
            organisation=Organisation(
                self.organisation.url,
                self.organisation.name,
                self.organisation.kind,
                self.organisation.province,
            ),
            scheme=self.checklist.scheme,
            fiscal_year=self.checklist.fiscal_year,
            checklist_digest=self.checklist.digest,
            today=self.today,
            snapshot_id=self.snapshot.id,
            started_at=self.snapshot.started_at,
            finished_at=self.snapshot.finished_at,
            reach=self.reach.value(),
            score=self.score.value(),
            verdicts=tuple(item.value() for item in self.items),
            site_findings=self.site_findings,
            links=self.links,
        )
