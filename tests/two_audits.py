"""Two audits of one invented website, a month apart, and ways to change the later one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from oit_audit.model import (
    Audit,
    Completion,
    ElementVerdict,
    Evidence,
    Finding,
    Organisation,
    Outcome,
    Reach,
    Score,
    Skip,
    SkipReason,
    Status,
    Sureness,
    Text,
    Verdict,
)

HOME = "https://www.baansuanmok.example/"
RANKS = (Status.MISSING, Status.STALE, Status.PARTIAL, Status.MET)
THEN = datetime(2025, 4, 20, 3, 0, tzinfo=UTC)
LATER = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)


def paper(name: str, content: str = "a", **changes: object) -> Evidence:
    """Return a page; `content` stands for its bytes."""
    shown = Evidence(
        url=HOME + name,
        where="h1",
        quote=f"เรื่อง {name}",
        title=f"เรื่อง {name}",
        fiscal_year=2568,
        sha256=content * 64,
    )
    return replace(shown, **changes)  # type: ignore[arg-type]  # the caller names fields of Evidence


def part(name: str, outcome: Outcome, shown: Evidence | None = None) -> ElementVerdict:
    """Return what was found of an element."""
    is_found = outcome is Outcome.FOUND
    finding = Finding(outcome, Text("", ""), (shown or paper("shown")) if is_found else None)
    return ElementVerdict(name, Text(f"ส่วน {name}", f"part {name}"), finding, True, Text("", ""))


def item(name: str, status: Status = Status.MET, **changes: object) -> Verdict:
    """Return a verdict; its page is named after it."""
    is_seen = status in (Status.MET, Status.PARTIAL, Status.STALE)
    made = Verdict(
        id=name,
        concepts=(f"topic_{name}",),
        title=Text(f"รายการ {name}", f"Item {name}"),
        sub_indicator="9.1",
        status=status,
        completion=Completion.FULL,
        confidence=Sureness.HIGH,
        reason=Text("เหตุผล", "a reason"),
        elements=(),
        evidence=(paper(name),) if is_seen else (),
        rejected=(),
        remedy=Text(f"เผยแพร่ {name}", f"publish {name}"),
        unit="สำนักปลัด",
        gain=0.0 if status is Status.MET else 25.0,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the caller names fields of Verdict


def unseen(name: str) -> Verdict:
    """Return an item at which nobody could look."""
    return item(name, Status.UNKNOWN, completion=Completion.PARTLY, confidence=Sureness.LOW)


def audit(*verdicts: Verdict, **changes: object) -> Audit:
    """Return the audit of April; `points` are those that its items have."""
    met = sum(each.status is Status.MET for each in verdicts)
    undecided = sum(each.status is Status.UNKNOWN for each in verdicts)
    each_is_worth = 100 / max(len(verdicts), 1)
    low = round(met * each_is_worth, 2)
    high = round((met + undecided) * each_is_worth, 2)
    made = Audit(
        tool_version="0.1.0",
        organisation=Organisation(HOME, "เทศบาลตำบลบ้านสวนหมอก"),
        scheme="oit",
        fiscal_year=2568,
        checklist_digest="sha256:" + "1" * 64,
        today=date(2025, 4, 20),
        snapshot_id="sha256:" + "2" * 64,
        started_at=THEN,
        finished_at=THEN,
        reach=Reach(Completion.FULL, None, 40, 30, 10, 5_000),
        score=Score(low, low, high, None, ()),
        verdicts=verdicts,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the caller names fields of Audit


def later(*verdicts: Verdict, **changes: object) -> Audit:
    """Return the audit of May: another visit, the same rules."""
    visited = {
        "snapshot_id": "sha256:" + "3" * 64,
        "started_at": LATER,
        "finished_at": LATER,
        "today": date(2025, 5, 20),
    }
    return audit(*verdicts, **{**visited, **changes})


def reach(completion: Completion, *skipped: Skip) -> Reach:
    """Return how far a look got."""
    reason = None if completion is Completion.FULL else "20 of 60 addresses did not answer"
    return Reach(completion, reason, 40, 30, 10, 5_000, skipped)


def closed(name: str, reason: SkipReason = SkipReason.TIMEOUT) -> Skip:
    """Return why the page of an item could not be opened."""
    return Skip(HOME + name, reason, "", HOME)
