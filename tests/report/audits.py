"""One audit that holds every status, and the worst that strangers write. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from oit_audit.model import (
    Audit,
    Completion,
    IndicatorScore,
    Kind,
    Organisation,
    Reach,
    Score,
    Severity,
    SiteFinding,
    Skip,
    SkipReason,
    Status,
    SubIndicatorScore,
    Text,
)
from tests.report.items import HOME, HOSTILE, SEEN, verdict, verdicts

__all__ = ["HOME", "HOSTILE", "all_met", "bare", "every_status", "nothing_seen"]


def _score() -> Score:
    data, corruption = (
        Text(th="การเปิดเผยข้อมูล", en="Open data"),
        Text(th="การป้องกันการทุจริต", en="Corruption prevention"),
    )
    return Score(
        points=73.41,
        low=73.41,
        high=78.41,
        level="C",
        indicators=(
            IndicatorScore(
                "9",
                78.06,
                (
                    SubIndicatorScore(
                        "9.1", 88.89, 8, 9, Text(th="ข้อมูลพื้นฐาน", en="Basic information")
                    ),
                    SubIndicatorScore(
                        "9.2", 75.0, 6, 8, Text(th="การบริหารงาน", en="Administration")
                    ),
                ),
                data,
            ),
            IndicatorScore("10", 68.75, (SubIndicatorScore("10.1", 37.5, 3, 8),), corruption),
        ),
    )


def _reach() -> Reach:
    timeouts = tuple(
        Skip(f"{HOME}gallery/{n}", SkipReason.TIMEOUT, "ReadTimeout", HOME) for n in range(20)
    )
    every = tuple(Skip(f"{HOME}{reason}", reason, "", None) for reason in SkipReason)
    return Reach(
        Completion.PARTLY,
        "20 addresses did not answer in time",
        412,
        310,
        96,
        51_234_567,
        (*timeouts, *every, Skip("javascript:alert(5)", SkipReason.INVALID_URL, HOSTILE, HOSTILE)),
    )


def every_status() -> Audit:
    """Return an audit with every status, a partial reach, rejected candidates and hostile text."""
    return Audit(
        tool_version="0.1.0",
        organisation=Organisation(HOME, "เทศบาลตำบลบ้านสวนหมอก", Kind.MUNICIPALITY, "เชียงสมมุติ"),
        scheme="oit",
        fiscal_year=2569,
        checklist_digest="sha256:" + "1" * 64,
        today=date(2026, 11, 21),
        snapshot_id="sha256:" + "2" * 64,
        started_at=SEEN,
        finished_at=datetime(2026, 11, 20, 3, 24, 5, tzinfo=UTC),
        reach=_reach(),
        score=_score(),
        verdicts=verdicts(),
        site_findings=(
            SiteFinding(
                "personal_id_exposed",
                Severity.HIGH,
                HOME + "list.pdf",
                Text(th="พบเลขประจำตัวประชาชนในเอกสาร", en="the document shows national ID numbers"),
            ),
            SiteFinding(
                "no_https",
                Severity.MEDIUM,
                "http://www.baansuanmok.example/",
                Text(th="เว็บไซต์ไม่ใช้ HTTPS", en="the website does not use HTTPS"),
            ),
            SiteFinding("odd", Severity.LOW, "javascript:alert(6)", Text(th=HOSTILE, en=HOSTILE)),
        ),
    )


def with_item(item: str, **changes: object) -> Audit:
    """Return the audit with every status, in which one item is otherwise."""
    audit = every_status()
    verdicts = tuple(
        replace(v, **changes) if v.id == item else v  # type: ignore[arg-type]  # fields of Verdict
        for v in audit.verdicts
    )
    return replace(audit, verdicts=verdicts)


def bare(audit: Audit) -> Audit:
    """Return `audit` without what its JSON leaves to the checklist."""
    indicators = (
        replace(
            one,
            title=None,
            sub_indicators=tuple(replace(sub, title=None) for sub in one.sub_indicators),
        )
        for one in audit.score.indicators
    )
    verdicts = (
        replace(
            one, elements=tuple(replace(e, binds=True, remedy=Text("", "")) for e in one.elements)
        )
        for one in audit.verdicts
    )
    score = replace(audit.score, indicators=tuple(indicators))
    return replace(audit, score=score, verdicts=tuple(verdicts))


def all_met() -> Audit:
    """Return an audit in which nothing is left to do, of a named site without further facts."""
    audit = every_status()
    return replace(
        audit,
        organisation=Organisation(HOME),
        reach=Reach(Completion.FULL, None, 12, 10, 2, 3_000),
        score=Score(100.0, 100.0, 100.0, None, audit.score.indicators),
        verdicts=(audit.verdicts[0],),
        site_findings=(),
    )


def nothing_seen() -> Audit:
    """Return an audit of a site that never answered."""
    audit = every_status()
    home = Skip(HOME, SkipReason.TIMEOUT, "ConnectTimeout", None)
    return replace(
        audit,
        reach=Reach(Completion.NONE, "the home page did not answer", 3, 0, 0, 0, (home,)),
        score=Score(0.0, 0.0, 100.0, None, ()),
        verdicts=tuple(
            verdict(f"o{n}", "รายการ", "Item", Status.UNKNOWN, completion=Completion.NONE)
            for n in range(1, 4)
        ),
        site_findings=(),
    )
