"""Elements looked for on groups of candidates, and checks that break."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from oit_audit.checks import bind
from oit_audit.judge import elements
from oit_audit.judge.around import look_around
from oit_audit.judge.elements import Bench, Showing
from oit_audit.model import (
    Document,
    Element,
    Evidence,
    Finding,
    Freshness,
    Organisation,
    Outcome,
    Scene,
)
from tests.judge.cases import TODAY, TOWN, YEAR, both, candidate, case, element, item, plan
from tests.match.sites import HOME, WHEN, paper

FOUND, ABSENT, CANNOT_TELL = Outcome


@dataclass(frozen=True)
class Made:
    """A check that answers as the test likes."""

    answer: Callable[[tuple[Document, ...], Scene], Finding]

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        return self.answer(documents, scene)


def broken(documents: tuple[Document, ...], _scene: Scene) -> Finding:
    raise ZeroDivisionError(documents[0].url)


class Curious:
    """A check that remembers what it was shown."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.seen: list[tuple[str, ...]] = []

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        self.scenes.append(scene)
        self.seen.append(tuple(document.url for document in documents))
        return Finding(Outcome.ABSENT, both("absent"))


def show(candidates: list[Any], *asked: Element, **more: Any) -> Showing:
    return Bench(item(*asked, **more), Organisation(HOME, TOWN), YEAR, TODAY).show(candidates)


def outcomes(showing: Showing) -> list[Outcome]:
    return [element.finding.outcome for element in showing.elements]


ONE = candidate(plan("/1.pdf", YEAR, "มีตัวชี้วัด"))
TWO = candidate(plan("/2.pdf", YEAR, "มีตัวชี้วัด และงบประมาณรายโครงการ"))


def test_the_candidate_that_shows_most_is_chosen() -> None:
    showing = show([ONE, TWO], element("ตัวชี้วัด"), element("รายโครงการ"))
    assert outcomes(showing) == [FOUND, FOUND]
    assert showing.candidates == (TWO,)


def test_of_candidates_that_show_as_much_the_first_is_chosen() -> None:
    assert show([TWO, ONE], element("ตัวชี้วัด")).candidates == (TWO,)
    assert show([ONE, TWO], element("ตัวชี้วัด")).candidates == (ONE,)


def test_what_one_page_lists_is_judged_together() -> None:
    other = candidate(plan("/3.pdf", YEAR, "มีงบประมาณรายโครงการ"))
    showing = show([ONE, other], element("ตัวชี้วัด"), element("รายโครงการ"))
    assert outcomes(showing) == [FOUND, FOUND]
    assert showing.candidates == (ONE, other)


def test_what_different_pages_list_is_not_judged_together() -> None:
    other = candidate(plan("/3.pdf", YEAR, "มีงบประมาณรายโครงการ"), hub=f"{HOME}elsewhere")
    showing = show([ONE, other], element("ตัวชี้วัด"), element("รายโครงการ"))
    assert outcomes(showing) == [FOUND, ABSENT]


def test_a_page_is_judged_with_what_it_lists() -> None:
    owner = candidate(paper("/list", "งบประมาณรายโครงการ"), hub="")
    listed = candidate(plan("/1.pdf", YEAR, "มีตัวชี้วัด"), hub=f"{HOME}list")
    showing = show([listed, owner], element("ตัวชี้วัด"), element("รายโครงการ"))
    assert outcomes(showing) == [FOUND, FOUND]


def months(number: int, hub: str) -> Any:
    names = ("ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม")
    year = 2565 if number < 3 else 2566
    document = paper(f"/{number}.pdf", f"สขร.1 เดือน {names[number]} {year}")
    return candidate(document, hub=hub)


def test_months_add_up_over_pages_that_list_them_apart() -> None:
    check = element("months", bind("months", {"window": "first_6_months"}), check_name="months")
    apart = [months(number, f"{HOME}{number}") for number in range(6)]
    showing = show(apart, check)
    assert outcomes(showing) == [FOUND]
    assert len(showing.candidates) == 6
    assert outcomes(show(apart[:5], check)) == [ABSENT]


def test_a_merged_item_is_shown_by_papers_that_lie_apart() -> None:
    budget = candidate(
        plan("/3.pdf", YEAR, "มีงบประมาณรายโครงการ"), hub=f"{HOME}b", concept="budget_plan"
    )
    asked = [
        element("ตัวชี้วัด", concept="action_plan"),
        element("รายโครงการ", concept="budget_plan"),
    ]
    merged = show([ONE, budget], *asked, concepts=("action_plan", "budget_plan"))
    assert outcomes(merged) == [FOUND, FOUND]


def test_an_element_of_one_concept_is_looked_for_there_first() -> None:
    check = Curious()
    other = candidate(plan("/3.pdf"), concept="budget_plan")
    show(
        [ONE, other],
        element("x", check, concept="budget_plan"),
        concepts=("action_plan", "budget_plan"),
    )
    assert (other.document.url,) in check.seen
    assert (ONE.document.url,) in check.seen  # alone it is all there is


def test_a_check_is_told_year_day_and_way_to_click() -> None:
    check = Curious()
    show([ONE], element("x", check), fresh=Freshness.PREVIOUS_YEAR)
    scene = check.scenes[0]
    assert (scene.fiscal_year, scene.evidence_year, scene.today) == (YEAR, YEAR - 1, TODAY)
    assert scene.click_path == ONE.click_path


def test_a_check_that_breaks_costs_one_element_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        showing = show([ONE], element("x", Made(broken)), element("ตัวชี้วัด"))

    assert outcomes(showing) == [CANNOT_TELL, FOUND]
    assert "ZeroDivisionError" in showing.elements[0].finding.reason.th
    assert "check made_up broke on https://town.test/1.pdf" in caplog.text
    assert "Traceback" in caplog.text


def test_a_check_that_breaks_can_be_seen_to_break(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "CATCH_ALL", False)
    with pytest.raises(ZeroDivisionError):
        show([ONE], element("x", Made(broken)))


def test_evidence_says_what_is_known_of_its_document() -> None:
    showing = show([ONE], element("ตัวชี้วัด"))
    evidence = showing.elements[0].finding.evidence
    assert evidence is not None
    assert evidence.quote
    assert (evidence.final_url, evidence.media_type) == (ONE.document.final_url, "application/pdf")
    assert evidence.fetched_at == WHEN


def test_evidence_on_another_page_stays_as_the_check_gave_it() -> None:
    elsewhere = Evidence("https://other.test/", "p", "quote")
    check = Made(lambda *_: Finding(Outcome.FOUND, both("found"), elsewhere))
    showing = show([ONE], element("x", check))
    assert showing.elements[0].finding.evidence == elsewhere


def test_absent_weighs_more_than_untold_when_as_many_are_lacking() -> None:
    def fussy(documents: tuple[Document, ...], _scene: Scene) -> Finding:
        told = CANNOT_TELL if documents[0].url.endswith("4.pdf") else ABSENT
        return Finding(told, both("no"))

    apart = [candidate(plan("/1.pdf"), hub="a"), candidate(plan("/4.pdf"), hub="b")]
    assert outcomes(show(apart, element("x", Made(fussy)))) == [CANNOT_TELL]


def _months_and_spending() -> tuple[Element, Element]:
    months = bind("months", {"window": "first_6_months"})
    return element("เบิกจ่าย"), element("months", months, check_name="months")


FIRST_QUARTER = candidate(
    plan("/q1.pdf", YEAR, f"ไตรมาสที่ 1 (ตุลาคม - ธันวาคม {YEAR - 1}) เบิกจ่ายร้อยละ 14")
)
HALF = f"รอบ 6 เดือน (ตุลาคม {YEAR - 1} - มีนาคม {YEAR})"


def test_the_paper_of_another_item_adds_nothing() -> None:
    lent = candidate(plan("/staff.pdf", YEAR, HALF, "ความก้าวหน้าของการอบรม"), own_score=0.9)
    theirs = replace(lent, concept="hr_policy", numbers=(24,))
    asked = item(element("ความก้าวหน้า"), *_months_and_spending())
    other = item(id="o24", concepts=("hr_policy",))
    looked_at = case(asked, FIRST_QUARTER, lent, theirs, more=(other,))
    around = look_around(looked_at.checklist, looked_at.matches, looked_at.reach)
    bench = Bench(asked, Organisation(HOME, TOWN), YEAR, TODAY, around)

    assert bench.show([FIRST_QUARTER, replace(lent, label_words=("แผน",))]).absent == 0
    assert bench.show([FIRST_QUARTER, lent]).absent > 0


def test_the_months_come_from_papers_that_tell_something_of_the_item() -> None:
    silent = candidate(plan("/other.pdf", YEAR, HALF))
    telling = candidate(plan("/q2.pdf", YEAR, f"มกราคม - มีนาคม {YEAR} เบิกจ่ายร้อยละ 30"))

    assert show([FIRST_QUARTER, silent], *_months_and_spending()).absent == 1
    assert show([FIRST_QUARTER, telling], *_months_and_spending()).absent == 0


def test_the_months_that_lack_are_those_of_everything_together() -> None:
    months = bind("months", {"window": "first_6_months"})
    papers = [
        candidate(plan(f"/{number}.pdf", YEAR, f"ประจำเดือน {name}"))
        for number, name in enumerate(
            (f"ตุลาคม {YEAR - 1}", f"พฤศจิกายน {YEAR - 1}", f"มกราคม {YEAR}")
        )
    ]
    (told,) = show(papers, element("months", months, check_name="months")).elements
    assert "ธันวาคม" in told.finding.reason.th
    assert "มกราคม" not in told.finding.reason.th
