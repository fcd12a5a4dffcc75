"""The sentences of a verdict: never empty, in both languages, and they say what to do."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.judge import words
from oit_audit.judge.freshness import YearReading, YearSource
from oit_audit.model import (
    Basis,
    Completion,
    DeadEnd,
    DeadEndKind,
    Document,
    ElementVerdict,
    Evidence,
    Finding,
    Link,
    Media,
    Outcome,
    Reach,
    Rejected,
    Skip,
    SkipReason,
    Status,
    Text,
)
from tests.judge.cases import both, candidate, item
from tests.match.sites import HOME, url

LABEL = "แผนดำเนินงาน"


def is_said(text: Text) -> bool:
    return bool(text.th.strip() and text.en.strip())


def told(outcome: Outcome, id: str = "budget", basis: Basis = Basis.RULE) -> ElementVerdict:
    evidence = Evidence(HOME, "p", "x") if outcome is Outcome.FOUND else None
    finding = Finding(outcome, Text(f"เหตุ {id}", f"why {id}"), evidence)
    return ElementVerdict(id, both(id), finding, basis.binds, both(f"add {id}"))


def end(kind: DeadEndKind, reason: SkipReason | None = None) -> DeadEnd:
    skip = Skip(url("/s"), reason) if reason else None
    return DeadEnd("action_plan", kind, url("/s"), LABEL, 1.0, HOME, skip)


@pytest.mark.parametrize("reason", SkipReason)
def test_every_reason_why_a_page_was_not_seen_is_said(reason: SkipReason) -> None:
    said = words.dead_end(end(DeadEndKind.NOT_SEEN, reason))
    assert is_said(said)
    assert LABEL in said.th
    assert LABEL in said.en


def test_a_dead_link_is_told_from_a_label_without_a_link_and_from_a_page_never_asked() -> None:
    ends = [
        end(DeadEndKind.NOT_SEEN, SkipReason.NOT_FOUND),
        end(DeadEndKind.NO_ADDRESS),
        end(DeadEndKind.UNASKED),
    ]
    said = [words.dead_end(each).en for each in ends]
    assert "404" in said[0]
    assert "no link" in said[1]
    assert "did not open" in said[2]


def test_a_long_label_is_cut() -> None:
    long = DeadEnd("x", DeadEndKind.NO_ADDRESS, HOME, "ก" * 500, 1.0, HOME)
    assert len(words.dead_end(long).th) < 200


def test_what_is_lacking_is_named_with_its_reason() -> None:
    elements = [told(Outcome.ABSENT), told(Outcome.ABSENT, "hint", Basis.PRACTICE)]
    said = words.shown(Status.PARTIAL, elements, candidate())
    assert "budget (why budget)" in said.en
    assert "budget (เหตุ budget)" in said.th
    assert "hint" not in said.en


def test_what_cannot_be_told_is_named_with_its_reason() -> None:
    said = words.shown(Status.UNKNOWN, [told(Outcome.CANNOT_TELL)], candidate())
    assert "a person must look: budget (why budget)" in said.en


def test_evidence_without_anything_usually_shown_is_for_a_person() -> None:
    said = words.shown(Status.UNKNOWN, [told(Outcome.ABSENT, basis=Basis.PRACTICE)], candidate())
    assert is_said(said)
    assert not said.en.rstrip().endswith(":")


def test_what_is_met_says_how_much_was_looked_for() -> None:
    assert "all 2 elements" in words.shown(Status.MET, [told(Outcome.FOUND)] * 2, candidate()).en
    assert "no rule" in words.shown(Status.MET, [], candidate()).en


def test_only_an_item_whose_year_is_a_rule_is_called_of_another_year() -> None:
    reading = YearReading((2564, 2565), YearSource.TITLE, "ปี 2565")
    sure, unsure = (words.stale(reading, 2566, binds=binds) for binds in (True, False))
    assert "2564, 2565" in sure.th
    assert "2566 is asked" in sure.en
    assert "probably" in unsure.en
    assert "ต้องให้คนตรวจ" in unsure.th


def test_missing_says_where_we_looked_and_what_was_rejected() -> None:
    plain = words.missing([], 12, 30)
    assert "12" in plain.th
    assert "30 documents" in plain.en
    rejected = words.missing([Rejected(HOME, Text("ลิงก์เสีย", "dead link"))], 12, 30)
    assert "ลิงก์เสีย" in rejected.th
    assert "dead link" in rejected.en


def test_a_site_that_was_not_seen_whole_is_not_called_empty() -> None:
    known = words.not_looked(Reach(Completion.PARTLY, "page budget spent"))
    assert "page budget spent" in known.en
    assert "unknown reason" in words.not_looked(Reach(Completion.NONE)).en
    assert "ไม่ครบ" in known.th


def test_what_could_not_be_opened_may_be_there() -> None:
    said = words.unseen(end(DeadEndKind.NOT_SEEN, SkipReason.TIMEOUT))
    assert said.en.startswith("it may be there")
    assert said.th.startswith("อาจมี")


def test_a_link_to_another_host_is_named_with_its_address() -> None:
    outside = Document(HOME, HOME, Media.WEBPAGE, LABEL, links=(Link("https://x.test/", LABEL),))
    assert "https://x.test/" in words.off_site(candidate(outside)).en
    assert is_said(words.off_site(candidate(Document(HOME, HOME, Media.WEBPAGE, LABEL))))


def test_what_names_no_year_or_cannot_be_read_is_for_a_person() -> None:
    assert "no year" in words.undated(candidate()).en
    scan = Document(HOME, HOME, Media.PDF, "", legibility_note="a scan without text")
    assert "a scan without text" in words.unreadable(candidate(scan)).en
    assert "no readable text" in words.unreadable(candidate()).en


def test_the_next_step_is_what_is_lacking_each_once() -> None:
    lacking = [
        told(Outcome.ABSENT),
        told(Outcome.ABSENT),
        told(Outcome.ABSENT, "b"),
        told(Outcome.FOUND, "c"),
        told(Outcome.ABSENT, "d", Basis.PRACTICE),
    ]
    assert words.remedy(item(), Status.PARTIAL, lacking).en == "add budget add b"


def test_the_next_step_for_what_was_not_found_is_to_publish_it() -> None:
    for status in (Status.MISSING, Status.STALE, Status.UNKNOWN):
        assert words.remedy(item(), status, []) == item().remedy
    assert words.remedy(item(), Status.MET, []).en == "Nothing to do."


@given(
    st.sampled_from([Status.MET, Status.PARTIAL, Status.UNKNOWN]),
    st.lists(st.sampled_from(list(product(Outcome, (Basis.RULE, Basis.PRACTICE)))), max_size=4),
    st.text(max_size=300),
)
def test_a_verdict_always_says_something_in_both_languages(
    status: Status, outcomes: list[tuple[Outcome, Basis]], label: str
) -> None:
    elements = [told(outcome, basis=basis) for outcome, basis in outcomes]
    assert is_said(words.shown(status, elements, candidate(label=label)))
    assert is_said(words.remedy(item(), status, elements))
