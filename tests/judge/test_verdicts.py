"""One item, one verdict: each status, what must hold for it, and what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.judge import judge
from oit_audit.judge.exhibits import exhibit
from oit_audit.judge.freshness import wanted_year
from oit_audit.model import (
    Basis,
    Candidate,
    Completion,
    DeadEnd,
    DeadEndKind,
    Document,
    Finding,
    Freshness,
    Item,
    ItemKind,
    Legibility,
    Media,
    Outcome,
    Reach,
    Scene,
    Skip,
    SkipReason,
    Status,
    Sureness,
    Table,
    Verdict,
)
from tests.judge.cases import (
    BODY,
    REACH,
    YEAR,
    both,
    candidate,
    case,
    element,
    item,
    plan,
    section_page,
    verdict,
)
from tests.match.sites import HOME, link, page, paper, url

BUDGET = element("งบประมาณรายโครงการ")
WHOLE = candidate(plan("/1.pdf", YEAR, "งบประมาณรายโครงการ"))
PART = candidate(plan("/2.pdf", YEAR))
OLD = candidate(plan("/3.pdf", 2564))
UNDATED = candidate(plan("/4.pdf", None))
SCAN = candidate(paper("/5.pdf", legibility=Legibility.NONE, legibility_note="a scan"))
EMPTY = candidate(page("/6", "แผนดำเนินงาน", "อยู่ระหว่างปรับปรุง"))
OUTSIDE = candidate(
    page("/7", "แผนดำเนินงาน", links=[link("https://drive.test/1", "แผนดำเนินงาน")]),
    off_site=True,
)


def dead(reason: SkipReason | None = SkipReason.NOT_FOUND) -> DeadEnd:
    skip = Skip(url("/gone"), reason) if reason else None
    kind = DeadEndKind.NOT_SEEN if reason else DeadEndKind.UNASKED
    return DeadEnd("action_plan", kind, url("/gone"), "แผนดำเนินงาน", 1.0, HOME, skip)


def test_an_item_that_shows_everything_of_the_right_year_is_met() -> None:
    said = verdict(item(BUDGET), WHOLE)

    assert (said.status, said.completion) == (Status.MET, Completion.FULL)
    assert said.confidence is Sureness.HIGH
    assert [e.finding.outcome for e in said.elements] == [Outcome.FOUND]
    assert said.remedy.en == "Nothing to do."
    assert (said.id, said.unit, said.sub_indicator) == ("o10", "กองยุทธศาสตร์", "9.2")


def test_an_item_that_lacks_an_element_is_partial_and_says_what_to_add() -> None:
    said = verdict(item(BUDGET), PART)

    assert said.status is Status.PARTIAL
    assert said.evidence
    assert "งบประมาณรายโครงการ" in said.reason.th
    assert said.remedy == BUDGET.remedy


def test_what_no_rule_asks_cannot_fail_an_item() -> None:
    hint = replace(BUDGET, basis=Basis.PRACTICE)
    said = verdict(item(hint, element("ตำบล")), PART)
    assert said.status is Status.MET
    assert [e.binds for e in said.elements] == [False, True]


def test_an_item_with_hints_only_and_none_of_them_there_is_for_a_person() -> None:
    hint = replace(BUDGET, basis=Basis.PRACTICE)
    assert verdict(item(hint), PART).status is Status.UNKNOWN
    assert verdict(item(hint), WHOLE).status is Status.MET


def test_an_item_without_elements_is_met_by_real_content() -> None:
    said = verdict(item(), PART)
    assert said.status is Status.MET
    assert "no rule" in said.reason.en


def test_an_item_found_of_another_year_only_is_stale() -> None:
    said = verdict(item(BUDGET), OLD)

    assert (said.status, said.completion) == (Status.STALE, Completion.FULL)
    assert said.confidence is Sureness.HIGH
    assert [e.url for e in said.evidence] == [OLD.document.url]
    assert said.evidence[0].fiscal_year == 2564
    assert said.rejected == ()
    assert "2566" in said.reason.th
    assert said.remedy == item().remedy


def test_of_several_old_papers_the_newest_is_shown_first() -> None:
    older = candidate(plan("/8.pdf", 2562))
    said = verdict(item(), older, OLD)
    assert [e.fiscal_year for e in said.evidence] == [2564, 2562]
    assert [r.url for r in said.rejected] == [older.document.url]


def test_the_year_of_a_label_alone_makes_a_stale_item_less_sure() -> None:
    labelled = candidate(paper("/9.pdf", "แผนดำเนินงาน", *[BODY] * 14), label="แผน ปีงบประมาณ 2564")
    assert verdict(item(), labelled).confidence is Sureness.MEDIUM


def test_an_item_whose_year_no_rule_asks_is_never_stale() -> None:
    asked = item(BUDGET, fresh_basis=Basis.PRACTICE)
    said = verdict(asked, OLD)
    assert (said.status, said.confidence) == (Status.UNKNOWN, Sureness.LOW)
    assert "2564" in said.reason.en


def test_an_undated_paper_is_for_a_person_where_a_rule_asks_the_year() -> None:
    said = verdict(item(BUDGET), UNDATED)
    assert said.status is Status.UNKNOWN
    assert said.evidence[0].fiscal_year is None
    assert [e.finding.outcome for e in said.elements] == [Outcome.CANNOT_TELL]
    assert "no year" in said.reason.en


def test_an_undated_paper_is_judged_where_no_rule_asks_the_year() -> None:
    asked = item(element("ตำบล"), fresh_basis=Basis.PRACTICE)
    assert verdict(asked, UNDATED).status is Status.MET


def test_a_scan_is_for_a_person_and_no_absence() -> None:
    said = verdict(item(BUDGET), SCAN)
    assert (said.status, said.confidence) == (Status.UNKNOWN, Sureness.LOW)
    assert said.evidence[0].url == SCAN.document.url
    assert "a scan" in said.reason.en


def scan_of(year: int) -> Candidate:
    return candidate(
        paper(f"/s{year}.pdf", legibility=Legibility.NONE), label=f"แผนดำเนินงาน ปี {year}"
    )


def test_a_scan_that_is_labelled_with_another_year_is_stale() -> None:
    assert verdict(item(), scan_of(2564)).status is Status.STALE
    assert verdict(item(), scan_of(2564), OLD).status is Status.STALE
    assert verdict(item(), scan_of(2566)).status is Status.UNKNOWN
    unruled = item(fresh_basis=Basis.PRACTICE)
    assert verdict(unruled, scan_of(2564)).status is Status.UNKNOWN


def test_what_a_scan_beside_readable_papers_may_hide_is_not_called_absent() -> None:
    class Reads:
        def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
            hidden = any(d.legibility is Legibility.NONE for d in documents)
            told = Outcome.CANNOT_TELL if hidden else Outcome.ABSENT
            return Finding(told, both(f"{scene.fiscal_year}"))

    asked = item(element("x", Reads()))
    assert verdict(asked, PART).status is Status.PARTIAL
    assert verdict(asked, PART, SCAN).status is Status.UNKNOWN
    inherited = replace(SCAN, inherited=True)
    assert verdict(asked, PART, inherited).status is Status.PARTIAL


def test_nothing_after_a_complete_look_is_missing() -> None:
    said = verdict(item(BUDGET))

    assert (said.status, said.completion) == (Status.MISSING, Completion.FULL)
    assert (said.evidence, said.elements) == ((), ())
    assert "12" in said.reason.th
    assert said.remedy == item().remedy


def test_missing_lists_what_was_rejected_and_why() -> None:
    said = verdict(item(), EMPTY, dead=(dead(),))
    assert said.status is Status.MISSING
    assert said.confidence is Sureness.HIGH
    assert {r.url for r in said.rejected} == {EMPTY.document.url, url("/gone")}
    assert "404" in "".join(r.reason.en for r in said.rejected)


def test_a_link_that_leads_nowhere_is_missing() -> None:
    assert verdict(item(), dead=(dead(),)).status is Status.MISSING


@pytest.mark.parametrize("reason", [SkipReason.TIMEOUT, SkipReason.SERVER_ERROR, SkipReason.ROBOTS])
def test_what_could_not_be_opened_is_not_missing(reason: SkipReason) -> None:
    said = verdict(item(), dead=(dead(reason),))
    assert (said.status, said.completion) == (Status.UNKNOWN, Completion.PARTLY)
    assert "may be there" in said.reason.en


def test_what_was_never_asked_is_not_missing() -> None:
    assert verdict(item(), dead=(dead(None),)).status is Status.UNKNOWN


@pytest.mark.parametrize("completion", [Completion.PARTLY, Completion.NONE])
def test_nothing_after_an_incomplete_look_is_unknown(completion: Completion) -> None:
    said = verdict(item(), reach=Reach(completion, "the budget ended"))
    assert (said.status, said.completion) == (Status.UNKNOWN, completion)
    assert "the budget ended" in said.reason.en


def test_what_is_met_is_met_however_the_look_ended() -> None:
    reach = Reach(Completion.PARTLY, "the budget ended")
    assert verdict(item(BUDGET), WHOLE, reach=reach) == verdict(item(BUDGET), WHOLE)


def test_after_an_incomplete_look_a_fuller_or_newer_paper_may_be_there() -> None:
    reach = Reach(Completion.PARTLY, "the budget ended")
    part, old = (verdict(item(BUDGET), found, reach=reach) for found in (PART, OLD))
    assert (part.status, old.status) == (Status.PARTIAL, Status.UNKNOWN)
    assert "a newer one may be there" in old.reason.en
    assert old.evidence
    for said in (part, old):
        assert (said.completion, said.confidence) == (Completion.PARTLY, Sureness.LOW)


def test_what_lies_on_another_host_is_for_a_person() -> None:
    said = verdict(item(), OUTSIDE)
    assert (said.status, said.confidence) == (Status.UNKNOWN, Sureness.LOW)
    assert "https://drive.test/1" in said.reason.en
    assert said.evidence[0].url == url("/7")


@pytest.mark.parametrize("newer", [(OUTSIDE,), ()], ids=["another host", "not opened"])
def test_an_old_paper_beside_one_that_was_not_seen_is_not_called_stale(
    newer: tuple[Candidate, ...],
) -> None:
    said = verdict(item(), OLD, *newer, dead=() if newer else (dead(SkipReason.TIMEOUT),))
    assert said.status is Status.UNKNOWN


def frame(*text: str) -> Candidate:
    home = page("/", "เทศบาลตำบลทุ่งสมมติ", *text)
    return candidate(home, is_frame=True, own_score=0.0, label_score=0.0)


def test_the_frame_of_the_site_counts_only_when_it_shows_half() -> None:
    asked = item(element("โทรศัพท์"), element("แผนที่ตั้ง"), fresh=Freshness.CURRENT)
    assert verdict(asked, frame(BODY)).status is Status.MISSING
    assert verdict(asked, frame(BODY, "โทรศัพท์ 0-2000-0000")).status is Status.PARTIAL
    assert verdict(asked, frame("โทรศัพท์", "แผนที่ตั้ง", BODY)).status is Status.MET


def test_the_first_evidence_is_the_best_and_quotes_the_site() -> None:
    said = verdict(item(BUDGET), PART, WHOLE)

    first = said.evidence[0]
    assert first.url == WHOLE.document.url
    assert first.click_path == WHOLE.click_path
    assert first.anchor_text == WHOLE.label
    assert first.fiscal_year == YEAR
    assert first.quote in {block.text for block in WHOLE.document.blocks}
    assert WHOLE.document.url not in {r.url for r in said.rejected}


def test_of_several_years_the_wanted_one_is_shown() -> None:
    long = candidate(paper("/1.pdf", "แผนพัฒนา (พ.ศ. 2566 - 2570) เทศบาลตำบลทุ่งสมมติ", BODY))
    assert verdict(item(), long).evidence[0].fiscal_year == 2566


@pytest.mark.parametrize(
    ("document", "where", "quote"),
    [
        (page("/a", "แผนดำเนินงาน", BODY), "p", BODY),
        (page("/a", "แผนดำเนินงาน", "แผนดำเนินงาน"), "h1", "แผนดำเนินงาน"),
        (
            page("/a", tables=(Table((("เดือน", "", "คน"), ("1", "", "2")), "table 1"),)),
            "table 1",
            "เดือน คน",
        ),
        (replace(page("/a"), media=Media.IMAGE, file_name="a.png"), "link", "แผนดำเนินงาน"),
    ],
    ids=["line", "heading", "table", "label"],
)
def test_evidence_quotes_the_first_line_that_says_more_than_its_label(
    document: Document, where: str, quote: str
) -> None:
    shown = exhibit(candidate(document), None, YEAR)
    assert (shown.where, shown.quote) == (where, quote)
    assert shown.title in (document.title, document.file_name, quote)


def test_at_most_twelve_pieces_of_evidence_and_twenty_rejections_are_shown() -> None:
    old = [candidate(plan(f"/{n}.pdf", 2560)) for n in range(40)]
    said = verdict(item(), *old)
    assert len(said.evidence) == 12
    assert len(said.rejected) == 20


@pytest.mark.parametrize(
    ("candidate", "sure"),
    [
        (WHOLE, Sureness.HIGH),
        (replace(WHOLE, own_score=0.0), Sureness.MEDIUM),
        (
            replace(
                WHOLE,
                document=paper("/1.pdf", "แผน", *[BODY] * 14, "งบประมาณรายโครงการ ปี 2566"),
                own_score=0.0,
            ),
            Sureness.LOW,
        ),
    ],
    ids=["says so itself", "says its year", "says it deep in its text"],
)
def test_how_sure_we_are_depends_on_what_the_paper_says_itself(
    candidate: Candidate, sure: Sureness
) -> None:
    assert verdict(item(BUDGET), candidate).confidence is sure


def test_an_address_that_many_items_rest_on_is_doubtful() -> None:
    asked = [item(BUDGET, id=f"o{n}") for n in range(10, 14)]
    alone = judge(case(asked[0], WHOLE, more=tuple(asked[1:3])))
    shared = judge(case(asked[0], WHOLE, more=tuple(asked[1:])))
    assert {said.confidence for said in alone} == {Sureness.HIGH}
    assert {said.confidence for said in shared} == {Sureness.LOW}
    assert {said.status for said in shared} == {Status.MET}


def test_verdicts_come_in_checklist_order_one_an_item() -> None:
    asked = [item(id=f"o{n}", concepts=(f"c{n}",)) for n in (3, 1, 2)]
    assert [v.id for v in judge(case(asked[0], more=tuple(asked[1:])))] == ["o3", "o1", "o2"]


KINDS = st.sampled_from([WHOLE, PART, OLD, UNDATED, SCAN, EMPTY, OUTSIDE, frame(BODY)])
ITEMS = st.builds(
    item,
    st.sampled_from([BUDGET, replace(BUDGET, basis=Basis.PRACTICE), element("ตำบล")]),
    fresh=st.sampled_from(Freshness),
    fresh_basis=st.sampled_from(Basis),
    kind=st.sampled_from(ItemKind),
)
DEAD = st.lists(st.sampled_from([dead(), dead(SkipReason.TIMEOUT), dead(None)]), max_size=2)
SITES = st.lists(st.tuples(KINDS, st.integers(0, 9)), max_size=5)


def placed(site: list[tuple[Candidate, int]]) -> list[Candidate]:
    """Return the candidates, each at an address of its own."""
    return [
        replace(c, document=replace(c.document, url=f"{c.document.url}?{n}.{at}"))
        for at, (c, n) in enumerate(site)
    ]


@given(ITEMS, SITES, DEAD, st.sampled_from(Completion))
@settings(max_examples=150, deadline=None)
def test_every_verdict_holds_what_its_status_promises(
    asked: Item, site: list[tuple[Candidate, int]], ends: list[DeadEnd], completion: Completion
) -> None:
    reach = replace(REACH, completion=completion)
    said = verdict(asked, *placed(site), dead=tuple(ends), reach=reach)

    assert said == verdict(asked, *placed(site), dead=tuple(ends), reach=reach)
    assert all((said.reason.th, said.reason.en, said.remedy.th, said.remedy.en))
    if said.status in (Status.MET, Status.PARTIAL, Status.STALE):
        assert said.evidence
    if said.status is Status.MISSING:
        assert completion is Completion.FULL
        assert all(end.is_absence for end in ends)
    if said.status is Status.STALE:
        assert asked.fresh_basis.binds
        assert completion is Completion.FULL
    if said.status is Status.PARTIAL:
        assert any(e.binds and e.finding.outcome is Outcome.ABSENT for e in said.elements)


ORDER = [Status.MISSING, Status.STALE, Status.UNKNOWN, Status.PARTIAL, Status.MET]


def rank(said: Verdict) -> int:
    return ORDER.index(said.status)


@given(ITEMS, SITES)
@settings(max_examples=100, deadline=None)
def test_a_second_right_paper_never_lowers_a_verdict(
    asked: Item, site: list[tuple[Candidate, int]]
) -> None:
    there = placed(site)
    right = plan("/second.pdf", wanted_year(asked, YEAR), "งบประมาณรายโครงการ")
    second = replace(WHOLE, document=right)
    assert rank(verdict(asked, *there, second)) >= rank(verdict(asked, *there))


@given(ITEMS, SITES)
@settings(max_examples=100, deadline=None)
def test_a_page_about_something_else_never_changes_a_verdict(
    asked: Item, site: list[tuple[Candidate, int]]
) -> None:
    there = placed(site)
    other = candidate(section_page("/other", BODY), concept="procurement_plan")
    assert verdict(asked, *there, other) == verdict(asked, *there)
    rival = candidate(section_page("/rival", BODY), rival="risk_plan", rival_says="ความเสี่ยง")
    assert verdict(asked, *there, rival).status is verdict(asked, *there).status


@given(ITEMS, SITES)
@settings(max_examples=60, deadline=None)
def test_a_verdict_does_not_depend_on_the_order_of_dead_ends(
    asked: Item, site: list[tuple[Candidate, int]]
) -> None:
    ends = (dead(), dead(None))
    one = verdict(asked, *placed(site), dead=ends)
    other = verdict(asked, *placed(site), dead=ends[::-1])
    assert one == other


@pytest.mark.parametrize(
    ("is_stranger", "says", "status"),
    [
        (True, "เทศบาลจัดซื้อเครื่องสูบน้ำ", Status.UNKNOWN),
        (True, "เทศบาลจัดซื้อเครื่องสูบน้ำ โครงการ งบประมาณ", Status.MET),
        (False, "เทศบาลจัดซื้อเครื่องสูบน้ำ งบประมาณ", Status.MET),
    ],
)
def test_a_name_that_says_nothing_of_the_item_needs_most_of_what_is_usual(
    is_stranger: bool, says: str, status: Status
) -> None:
    usual = [element(each, basis=Basis.PRACTICE) for each in ("งบประมาณ", "โครงการ", "ระยะเวลา")]
    held = candidate(plan("/p.pdf", YEAR, says), is_stranger=is_stranger)
    assert verdict(item(*usual), held).status is status
