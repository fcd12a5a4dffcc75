"""What to fix first, who has to, and what was not seen."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.model import Completion, Decision, Reach, SkipReason, Status, Waiver
from oit_audit.report import _rows
from tests.report import audits


def test_what_is_worth_most_comes_first_and_waived_items_are_left_in_peace() -> None:
    assert [v.id for v in _rows.to_fix(audits.every_status())] == ["o12", "o10", "o2"]


def test_what_a_person_says_is_not_met_is_to_be_fixed_whatever_was_found() -> None:
    audit = audits.every_status()
    met = next(v for v in audit.verdicts if v.status is Status.MET)
    said = {
        Decision.NOT_MET: Waiver("ไฟล์แนบเปิดไม่ได้", Decision.NOT_MET),
        Decision.MET: Waiver("เปิดดูแล้ว", Decision.MET),
    }
    listed = {
        decision: _rows.to_fix(replace(audit, verdicts=(replace(met, waiver=waiver),)))
        for decision, waiver in said.items()
    }

    assert [v.id for v in listed[Decision.NOT_MET]] == [met.id]
    assert listed[Decision.MET] == ()


def test_an_undecided_item_on_which_a_person_decided_needs_no_further_look() -> None:
    audit = audits.every_status()
    decided = tuple(replace(v, waiver=Waiver("ดูไฟล์สแกนแล้ว", Decision.MET)) for v in audit.verdicts)

    assert _rows.to_look_at(replace(audit, verdicts=decided)) == ()


def test_undecided_items_are_looked_at_not_fixed() -> None:
    assert [v.id for v in _rows.to_look_at(audits.every_status())] == ["o17"]


def test_equal_gains_keep_the_order_of_the_list() -> None:
    audit = audits.nothing_seen()

    assert [v.id for v in _rows.to_look_at(audit)] == ["o1", "o2", "o3"]


def test_a_unit_gets_all_its_items_and_their_points_together() -> None:
    one, two = audits.every_status().verdicts[1], audits.every_status().verdicts[3]
    items = (
        replace(one, unit="กองคลัง", gain=1.11),
        replace(two, unit="กองช่าง", gain=2.0),
        replace(two, id="o11", unit=" กองคลัง ", gain=1.25),
        replace(two, id="o13", unit="", gain=0.5),
    )

    shares = _rows.by_unit(items)

    assert [(share.unit, share.gain) for share in shares] == [
        ("กองคลัง", 2.36),
        ("กองช่าง", 2.0),
        ("", 0.5),
    ]
    assert [v.id for v in shares[0].verdicts] == ["o2", "o11"]


def test_every_status_is_counted_zero_or_not() -> None:
    counted = _rows.counts(audits.all_met())

    assert list(counted) == list(Status)
    assert counted[Status.MET] == 1
    assert counted[Status.MISSING] == 0


def test_items_stand_under_their_sub_indicator_in_order() -> None:
    parts = _rows.parts(audits.every_status())

    assert [(part.id, len(part.verdicts)) for part in parts] == [
        ("9.1", 3),
        ("9.2", 3),
        ("10.1", 1),
    ]


def test_skips_are_counted_by_reason_with_a_few_examples() -> None:
    shares = _rows.skips(audits.every_status())

    assert (shares[0].reason, shares[0].count) == (SkipReason.TIMEOUT, 21)
    assert len(shares[0].examples) == _rows.EXAMPLES
    assert sum(share.count for share in shares) == len(audits.every_status().reach.skipped)
    assert _rows.skips(replace(audits.all_met(), reach=Reach(Completion.FULL))) == ()


def test_pages_that_are_not_there_are_no_excuse_for_not_looking() -> None:
    reasons = {share.reason for share in _rows.unseen(audits.every_status())}

    assert SkipReason.TIMEOUT in reasons
    assert not reasons & {SkipReason.NOT_FOUND, SkipReason.LOGIN, SkipReason.OFF_SITE}


def test_only_absent_elements_that_bind_are_lacking() -> None:
    executives = audits.every_status().verdicts[1]

    assert [element.id for element in _rows.lacking(executives)] == ["photo", "contact"]


def test_the_year_read_is_that_of_the_best_evidence() -> None:
    by_id = {v.id: v for v in audits.every_status().verdicts}

    assert _rows.year_read(by_id["o4"]) == 2564
    assert _rows.year_read(by_id["o10"]) is None
