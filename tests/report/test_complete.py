"""An audit that was read back gets back what only the checklist says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from oit_audit.checklists import load_checklist
from oit_audit.model import (
    Audit,
    Checklist,
    Completion,
    ElementVerdict,
    Finding,
    Item,
    Organisation,
    Outcome,
    Reach,
    Status,
    Sureness,
    Text,
    Verdict,
)
from oit_audit.report import completed, read_audit, render
from oit_audit.score import arithmetic

CHECKLIST = load_checklist(2567)
WHY = Text("อ่านไม่ได้", "it cannot be read")


def verdict(item: Item) -> Verdict:
    cannot_tell = Finding(Outcome.CANNOT_TELL, WHY)
    return Verdict(
        id=item.id,
        concepts=item.concepts,
        title=item.title,
        sub_indicator=item.sub_indicator,
        status=Status.UNKNOWN,
        completion=Completion.PARTLY,
        confidence=Sureness.LOW,
        reason=WHY,
        elements=tuple(
            ElementVerdict(e.id, e.says, cannot_tell, e.basis.binds, e.remedy)
            for e in item.elements
        ),
        evidence=(),
        rejected=(),
        remedy=item.remedy,
        unit=item.unit,
    )


def audit(checklist: Checklist) -> Audit:
    verdicts = tuple(map(verdict, checklist.items))
    return Audit(
        tool_version="0.1.0",
        organisation=Organisation("https://www.baansuanmok.example/"),
        scheme=checklist.scheme,
        fiscal_year=checklist.fiscal_year,
        checklist_digest=checklist.digest,
        today=date(2026, 11, 21),
        snapshot_id="sha256:" + "2" * 64,
        started_at=datetime(2026, 11, 20, tzinfo=UTC),
        finished_at=datetime(2026, 11, 20, tzinfo=UTC),
        reach=Reach(Completion.PARTLY, "the budget of 5 pages is spent"),
        score=arithmetic(checklist, {each.id: each.status for each in verdicts}),
        verdicts=verdicts,
    )


def test_an_audit_written_read_back_and_completed_is_equal() -> None:
    whole = audit(CHECKLIST)
    assert {e.binds for v in whole.verdicts for e in v.elements} == {True, False}

    read = read_audit(render("json", whole, "th"), "audit.json")

    assert read != whole
    assert completed(read, CHECKLIST) == whole


def test_another_checklist_is_refused() -> None:
    with pytest.raises(ValueError, match="the checklist it was judged by"):
        completed(audit(CHECKLIST), load_checklist(2566))


def test_what_the_checklist_does_not_know_stays_as_it_was_read() -> None:
    whole = audit(CHECKLIST)
    first, *others = whole.verdicts
    strange = replace(first.elements[0], id="strange", remedy=WHY)
    edited = replace(
        whole, verdicts=(replace(first, id="o99"), replace(others[0], elements=(strange,)))
    )

    again = completed(edited, CHECKLIST)

    assert again.verdicts == edited.verdicts
