"""The progress report: what became of each measure, and who gets the credit."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import docx
import pytest

from oit_audit.model import (
    Advance,
    Audit,
    Completion,
    Outcome,
    Progress,
    Reckoning,
    Status,
    Verdict,
)
from oit_audit.report import plan_of, progress_as_word, progress_of
from oit_audit.store import changes
from tests.report.accepted import agrees
from tests.report.audits import every_status
from tests.report.papers import text_of_word
from tests.two_audits import audit, closed, item, later, paper, part, reach, unseen


def progress(old: Audit, new: Audit) -> Progress:
    return progress_of(plan_of(new, new.today, None), changes(old, new))


def advances(old: Audit, new: Audit) -> dict[str, Advance]:
    return {m.change.now.id: m.advance for m in progress(old, new).measured}


def lacking(*names: str) -> Verdict:
    """Return an item that lacks these parts of two; its page has other bytes for each."""
    shown = paper("o1", "abc"[len(names)])
    outcomes = {n: Outcome.ABSENT if n in names else Outcome.FOUND for n in ("one", "two")}
    return item(
        "o1",
        Status.PARTIAL if names else Status.MET,
        elements=tuple(part(name, outcome, shown) for name, outcome in outcomes.items()),
        evidence=(shown,),
        gain=2.5 if names else 0.0,
    )


def test_what_the_website_added_is_fixed_and_wins_its_points() -> None:
    found = progress(audit(lacking("one")), later(lacking()))

    (measured,) = found.measured
    assert (measured.advance, measured.gained) == (Advance.FIXED, 2.5)


def test_a_part_of_what_lacked_is_an_improvement_without_points() -> None:
    found = progress(audit(lacking("one", "two")), later(lacking("two")))

    (measured,) = found.measured
    assert (measured.advance, measured.gained) == (Advance.IMPROVED, 0.0)


def test_what_stayed_as_it_was_is_open() -> None:
    assert advances(audit(lacking("one")), later(lacking("one"))) == {"o1": Advance.OPEN}


def test_what_was_never_wanting_is_not_told() -> None:
    assert advances(audit(lacking()), later(lacking())) == {}


def test_what_got_worse_is_told_though_no_measure_asked_for_it() -> None:
    assert advances(audit(lacking()), later(lacking("one"))) == {"o1": Advance.WORSE}


def test_what_only_our_rules_changed_is_neither_fixed_nor_worse() -> None:
    same = paper("o1")
    old = audit(item("o1", Status.PARTIAL, evidence=(same,), gain=2.5))
    changed = "sha256:" + "9" * 64
    new = later(item("o1", Status.MET, evidence=(same,)), checklist_digest=changed)

    found = progress(old, new)
    assert [(m.advance, m.gained) for m in found.measured] == [(Advance.NOT_COMPARABLE, None)]
    said = text_of_word(progress_as_word(found, "en"))
    assert "the checklist has changed" in said
    assert "Fixed: 0" in said


def test_what_the_network_hid_is_neither_fixed_nor_worse() -> None:
    old = audit(lacking("one"))
    seen = reach(Completion.PARTLY, closed("o1"))
    new = later(unseen("o1"), reach=seen)

    found = progress(old, new)
    assert [m.advance for m in found.measured] == [Advance.NOT_COMPARABLE]
    said = text_of_word(progress_as_word(found, "en"))
    assert "this time the website was not seen whole" in said
    assert "Caution" in said


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_report_says_what_was_accepted(language: str) -> None:
    old = every_status()
    fixed = replace(old.verdicts[1], status=Status.MET, gain=0.0, evidence=(paper("new", "b"),))
    new = replace(
        old,
        today=old.today + timedelta(days=30),
        finished_at=old.finished_at + timedelta(days=30),
        snapshot_id="sha256:" + "7" * 64,
        verdicts=(old.verdicts[0], fixed, *old.verdicts[2:]),
    )

    data = progress_as_word(progress(old, new), "th" if language == "th" else "en")

    agrees(f"progress.{language}.docx.txt", text_of_word(data).encode())


def test_the_same_progress_gives_the_same_bytes_of_the_later_day() -> None:
    found = progress(audit(lacking("one")), later(lacking()))
    data = progress_as_word(found, "th")

    assert data == progress_as_word(found, "th")
    created = docx.Document(io.BytesIO(data)).core_properties.created
    assert created.date() == found.plan.audit.today != date.min


def test_a_list_of_another_year_is_told_and_credits_nobody() -> None:
    old = audit(lacking("one"), item("o9", Status.MISSING, gain=25.0))
    renumbered = replace(lacking(), id="o3")
    new = later(renumbered, fiscal_year=2569, checklist_digest="sha256:" + "9" * 64)

    found = progress(old, new)

    assert [(m.advance, m.gained) for m in found.measured] == [(Advance.NOT_COMPARABLE, None)]
    assert [verdict.id for verdict in found.dropped] == ["o9"]
    said = text_of_word(progress_as_word(found, "en"))
    assert "The last audit was by the list of 2568 B.E., this one by that of 2569" in said
    assert "they are of different years" in said
    assert "the list of this year does not ask it as it was" in said


def test_a_total_that_was_given_stands_beside_the_points() -> None:
    old, new = audit(lacking("one")), later(lacking())
    plan = plan_of(new, new.today, None, Reckoning((80.0,), (80.0,), 88.0))

    said = text_of_word(progress_as_word(progress_of(plan, changes(old, new)), "en"))

    assert "| ITA total (IIT 30 + EIT 30 + OIT 40) | none | 88.00 |" in said


def test_an_item_keeps_its_own_points_where_the_scores_cannot_be_compared() -> None:
    old = audit(lacking("one"), item("o9"))

    found = progress(old, later(lacking(), unseen("o9")))

    assert found.changes.points.moved is None
    assert {m.change.now.id: m.gained for m in found.measured} == {"o1": 2.5}
