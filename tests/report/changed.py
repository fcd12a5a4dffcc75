"""Two audits between which everything moved that can move, strangers' text included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oit_audit.model import (
    Audit,
    Changes,
    Completion,
    Organisation,
    Outcome,
    Severity,
    SiteFinding,
    Skip,
    SkipReason,
    Status,
    Sureness,
    Text,
    Waiver,
)
from oit_audit.store import changes
from tests.report.items import HOSTILE
from tests.two_audits import HOME, audit, closed, item, later, paper, part, reach, unseen

_GONE = SkipReason.NOT_FOUND


def _finding(name: str, th: str, en: str) -> SiteFinding:
    return SiteFinding(name, Severity.HIGH, HOME + name, Text(th, en))


def _old() -> Audit:
    word = Waiver("รอสภาท้องถิ่นเห็นชอบ", author="ปลัด", expires_on=date(2025, 5, 1))
    return audit(
        item("o1"),
        item("o2", Status.MISSING),
        item("o3", Status.MISSING),
        item("o4", evidence=(paper("o4"),)),
        item("o5"),
        item("o6", Status.PARTIAL, completion=Completion.FULL),
        unseen("o7"),
        item(
            "o8",
            Status.PARTIAL,
            elements=(part("photo", Outcome.FOUND), part("phone", Outcome.ABSENT)),
        ),
        item("o9", evidence=(paper("old/o9"),)),
        item("o10", evidence=(paper("o10"),)),
        item("o11", Status.MISSING, waiver=word),
        item("o12"),
        item("o13", Status.NOT_APPLICABLE),
        item("o14"),
        item("o15", concepts=("split",)),
        item("o16", Status.STALE),
        reach=reach(Completion.FULL, closed("dead-then", _GONE)),
        site_findings=(_finding("no_https", "ไม่ใช้ HTTPS", "no HTTPS"),),
    )


def _new() -> Audit:
    hostile = paper("x", "d", url="javascript:alert(1)", title=HOSTILE, quote=HOSTILE)
    return later(
        item("o1", Status.MISSING),
        item("o2", evidence=(paper("o2", "b"),)),
        item(
            "o3",
            Status.PARTIAL,
            title=Text(HOSTILE, HOSTILE),
            unit=HOSTILE,
            remedy=Text(HOSTILE, HOSTILE),
        ),
        item("o4", Status.PARTIAL),
        unseen("o5"),
        item("o6", Status.MISSING),
        item("o7"),
        item(
            "o8",
            Status.PARTIAL,
            elements=(part("photo", Outcome.ABSENT), part("phone", Outcome.FOUND)),
            evidence=(paper("o8", "c"),),
        ),
        item("o9", evidence=(paper("new/o9", title="เรื่อง old/o9"),)),
        item("o10", evidence=(hostile,)),
        item("o11", Status.MISSING),
        item("o12", confidence=Sureness.LOW),
        item("o13", Status.MISSING),
        item("o14"),
        item("o151", concepts=("split",)),
        item("o152", concepts=("split",), evidence=(paper("o152", "e"),)),
        item("o16", Status.PARTIAL, evidence=(paper("o16", "f"),)),
        reach=reach(
            Completion.FULL,
            closed("o1", _GONE),
            closed("o6", SkipReason.TIMEOUT),
            Skip("javascript:alert(5)", SkipReason.INVALID_URL, HOSTILE, HOSTILE),
            *(closed(f"gallery/{n}", _GONE) for n in range(70)),
        ),
        site_findings=(
            _finding("personal", "พบเลขประจำตัวประชาชน", "national ID numbers"),
            SiteFinding("odd", Severity.LOW, "javascript:alert(6)", Text(HOSTILE, HOSTILE)),
        ),
    )


def everything() -> Changes:
    """Return changes of every kind but those that need other rules."""
    return changes(_old(), _new())


def by_rules() -> Changes:
    """Return the same with another program, another list and another year's day."""
    newer = replace(
        _new(),
        tool_version="0.2.0",
        checklist_digest="sha256:" + "9" * 64,
        organisation=Organisation("https://baansuanmok.example/", HOSTILE),
    )
    return changes(_old(), newer)


def nothing() -> Changes:
    """Return the changes between an audit and itself."""
    return changes(_old(), _old())


def year_turned() -> Changes:
    """Return changes from one fiscal year to the next."""
    old = audit(
        item("o1", concepts=("structure",)),
        item("o2", concepts=("powers",)),
        item("o12", concepts=("annual_report",)),
        item("o13", concepts=("staff_manual",)),
        item("o14", Status.MISSING, concepts=("laws",)),
    )
    new = later(
        item("o1", concepts=("structure", "powers")),
        item("o9", Status.STALE, concepts=("annual_report",), evidence=(paper("o12"),)),
        item("o10", concepts=("staff_manual",), evidence=(paper("o13"),)),
        item("o11", Status.MISSING, concepts=("pdpa",)),
        fiscal_year=2569,
        checklist_digest="sha256:" + "9" * 64,
        today=date(2026, 4, 20),
    )
    return changes(old, new)


def nothing_seen() -> Changes:
    """Return changes to an audit of a website that never answered."""
    names = [verdict.id for verdict in _old().verdicts]
    dead = tuple(replace(unseen(name), completion=Completion.NONE) for name in names)
    home = Skip(HOME, SkipReason.CONNECT_TIMEOUT, "ConnectTimeout", None)
    return changes(_old(), later(*dead, reach=replace(reach(Completion.NONE, home), pages=0)))


def backwards() -> Changes:
    """Return changes whose files were given in the wrong order, the older one incomplete."""
    partly = replace(_old(), reach=reach(Completion.PARTLY))
    return changes(_new(), partly)


ALL = (everything, by_rules, nothing, year_turned, nothing_seen, backwards)
