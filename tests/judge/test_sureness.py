"""Why a status is as sure as it is: the conditions that were asked stand beside it."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.judge import judge
from oit_audit.model import (
    Basis,
    Candidate,
    Completion,
    Document,
    Freshness,
    Item,
    Reach,
    Status,
    Sureness,
    Verdict,
)
from tests.judge.cases import YEAR, candidate, case, element, item, plan, verdict
from tests.match.sites import paper

BUDGET = element("งบประมาณรายโครงการ")
USUAL = replace(BUDGET, basis=Basis.PRACTICE)
WHOLE = candidate(plan("/1.pdf", YEAR, "งบประมาณรายโครงการ"))
SILENT = replace(WHOLE, own_score=0.2)
OLD = candidate(plan("/3.pdf", 2564))


def told(said: Verdict) -> tuple[Sureness, str, dict[str, bool]]:
    """Return confidence, rule and grounds."""
    assert said.considered is not None
    grounds = {ground.id: ground.holds for ground in said.considered.grounds}
    return said.confidence, said.considered.rule, grounds


def of(asked: Item, *candidates: Candidate) -> tuple[Sureness, str, dict[str, bool]]:
    return told(verdict(asked, *candidates))


def test_a_title_a_year_and_tested_elements_are_sure() -> None:
    assert of(item(BUDGET), WHOLE) == (
        Sureness.HIGH,
        "elements_found",
        {"says_itself": True, "year_said": True, "elements_tested": True},
    )


def test_a_silent_title_makes_it_less_sure() -> None:
    assert of(item(BUDGET), SILENT) == (
        Sureness.MEDIUM,
        "elements_found",
        {"says_itself": False, "year_said": True, "elements_tested": True},
    )


def test_an_item_that_asks_for_no_year_says_so() -> None:
    _, _, grounds = of(item(BUDGET, fresh=Freshness.CURRENT), WHOLE)

    assert grounds["year_not_asked"]


def test_customary_elements_that_are_absent_make_it_doubtful() -> None:
    other = [replace(USUAL, id=name, check=element(name).check) for name in ("หนึ่ง", "สอง")]

    assert of(item(USUAL, *other), WHOLE) == (
        Sureness.LOW,
        "content_found",
        {
            "says_itself": True,
            "year_said": True,
            "elements_tested": False,
            "usual_elements": False,
        },
    )


def test_without_elements_the_label_must_speak() -> None:
    sure, rule, grounds = of(item(), replace(WHOLE, inherited=True))

    assert (sure, rule) == (Sureness.MEDIUM, "content_found")
    assert grounds == {
        "says_itself": True,
        "year_said": True,
        "elements_tested": False,
        "own_label": False,
    }


def test_recognised_words_and_services_of_others_are_named() -> None:
    scanned = replace(WHOLE, document=replace(WHOLE.document, recognised=True), host="drive.test")

    sure, _, grounds = of(item(BUDGET), scanned)

    assert sure is Sureness.MEDIUM
    assert grounds["recognised"]
    assert grounds["kept_by_others"]


def test_lacking_elements_are_the_rule_of_a_partial_verdict() -> None:
    assert of(item(BUDGET), candidate(plan("/2.pdf", YEAR)))[1] == "elements_absent"


def test_another_year_in_the_title_is_sure_where_a_rule_asks() -> None:
    assert of(item(BUDGET), OLD) == (
        Sureness.HIGH,
        "other_year",
        {"year_rule": True, "year_in_opening": True, "says_itself": True},
    )
    assert of(item(BUDGET, fresh_basis=Basis.PRACTICE), OLD) == (
        Sureness.LOW,
        "perhaps_other_year",
        {"year_rule": False},
    )


def test_nothing_is_surer_where_something_was_turned_down() -> None:
    empty = candidate(paper("/e.pdf", "แผนดำเนินงาน lorem ipsum dolor sit amet"))

    assert of(item(BUDGET), empty)[2] == {"seen_whole": True, "turned_down": True}
    assert of(item(BUDGET)) == (
        Sureness.MEDIUM,
        "nothing_there",
        {"seen_whole": True, "turned_down": False},
    )


def test_scans_that_nothing_names_are_a_ground_for_doubt() -> None:
    scan = Document("https://town.test/s.pdf", "https://town.test/s.pdf", WHOLE.document.media, "")
    asked = case(item(BUDGET))
    (said,) = judge(replace(asked, matches=replace(asked.matches, silent_scans=(scan,))))

    assert told(said)[0] is Sureness.LOW
    assert told(said)[2]["silent_scans"]


def test_a_look_cut_short_gives_an_old_paper_another_rule() -> None:
    said = verdict(item(BUDGET), OLD, reach=Reach(Completion.PARTLY, "cut short"))

    assert said.status is Status.UNKNOWN
    assert told(said)[1] == "perhaps_newer"
    assert told(said)[2]["seen_in_part"]


def test_an_address_that_many_items_rest_on_is_named() -> None:
    more = tuple(item(BUDGET, id=f"o{n}") for n in range(11, 15))

    for said in judge(case(item(BUDGET), WHOLE, more=more)):
        assert told(said)[0] is Sureness.LOW
        assert told(said)[2]["shared_address"]
