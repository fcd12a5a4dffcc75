"""What was looked at before an item was decided: all of it, with the numbers that were used."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.judge.considered import MOST_CANDIDATES, MOST_DEAD_ENDS
from oit_audit.judge.marked_years import MOST_OF_ONE
from oit_audit.model import (
    Basis,
    Candidate,
    Conclusion,
    Considered,
    DeadEnd,
    DeadEndKind,
    Freshness,
    ItemKind,
    Legibility,
    Signal,
    Skip,
    SkipReason,
    Status,
    Verdict,
    Weighed,
)
from tests.judge.cases import BODY, TOWN, YEAR, candidate, element, item, plan, verdict
from tests.match.sites import HOME, link, page, paper, url

BUDGET = element("งบประมาณรายโครงการ")
WHOLE = candidate(plan("/1.pdf", YEAR, "งบประมาณรายโครงการ"), label_words=("แผนดำเนินงาน",))
PART = candidate(plan("/2.pdf", YEAR))
OLD = candidate(plan("/3.pdf", 2564))
UNDATED = candidate(plan("/4.pdf", None))
SCAN = candidate(paper("/5.pdf", legibility=Legibility.NONE, legibility_note="a scan"))
EMPTY = candidate(page("/6", "แผนดำเนินงาน", "อยู่ระหว่างปรับปรุง"))
OUTSIDE = candidate(
    page("/7", "แผนดำเนินงาน", links=[link("https://drive.test/1", "แผนดำเนินงาน")]),
    off_site=True,
)
LIST = candidate(page("/8", "แผนดำเนินงาน", links=[link("/1.pdf", "เล่ม")]), offers=1)
EVERY = (WHOLE, PART, OLD, UNDATED, SCAN, EMPTY, OUTSIDE, LIST)


def behind(said: Verdict) -> Considered:
    assert said.considered is not None
    return said.considered


def weighed(*candidates: Candidate, **more: object) -> dict[str, Weighed]:
    """Return the candidates as written down, by their address without the host."""
    asked = item(BUDGET, **more)
    found = behind(verdict(asked, *candidates)).candidates
    return {one.url.removeprefix(HOME.rstrip("/")): one for one in found}


def signal(one: Weighed, id: str) -> Signal:
    return next(each for each in one.signals if each.id == id)


def dead(number: int, reason: SkipReason = SkipReason.NOT_FOUND, score: float = 1.0) -> DeadEnd:
    gone = url(f"/gone{number}")
    label, path = "แผนดำเนินงาน", ("หน้าหลัก", "แผนดำเนินงาน")
    return DeadEnd(
        "action_plan", DeadEndKind.NOT_SEEN, gone, label, score, HOME, Skip(gone, reason), (), path
    )


def test_every_candidate_is_written_down_once_with_what_became_of_it() -> None:
    found = weighed(*EVERY)

    assert {path: one.conclusion for path, one in found.items()} == {
        "/1.pdf": Conclusion.JUDGED,
        "/2.pdf": Conclusion.JUDGED,
        "/3.pdf": Conclusion.OTHER_YEAR,
        "/4.pdf": Conclusion.UNDATED,
        "/5.pdf": Conclusion.UNREADABLE,
        "/6": Conclusion.REJECTED,
        "https://drive.test/1": Conclusion.OFF_SITE,
        "/8": Conclusion.LIST,
    }
    assert [path for path, one in found.items() if one.chosen] == ["/1.pdf"]


def test_a_paper_that_only_stands_in_a_list_says_why_a_person_must_look() -> None:
    strange = replace(WHOLE, is_stranger=True, inherited=True, own_score=0.0)
    said = verdict(item(), strange)

    (one,) = behind(said).candidates
    assert (behind(said).rule, one.conclusion, one.chosen) == (
        "strangers",
        Conclusion.STRANGER,
        True,
    )
    assert one.reason is not None
    assert signal(one, "stranger").weight is None


def test_the_chosen_one_comes_first_whatever_the_order_they_were_found_in() -> None:
    found = list(weighed(*EVERY[::-1]).values())

    assert found[0].chosen
    assert [one.conclusion for one in found[:2]] == [Conclusion.JUDGED, Conclusion.JUDGED]


def test_what_was_turned_down_says_why() -> None:
    (one,) = weighed(EMPTY).values()

    assert one.reason is not None
    assert "อยู่ระหว่างปรับปรุง" in one.reason.th


def test_the_signals_are_the_scores_that_were_used() -> None:
    shown = replace(
        WHOLE, own_score=0.8412, label_score=0.93, own_words=("แผนดำเนินงาน", "ดำเนินงาน")
    )
    one = weighed(replace(shown, numbers=(10,)))["/1.pdf"]

    assert signal(one, "own_title") == Signal("own_title", 0.84, "แผนดำเนินงาน")
    assert signal(one, "label") == Signal("label", 0.93, "แผนดำเนินงาน")
    assert signal(one, "number").quote == "o10"
    assert signal(one, "clicks").weight == 1
    assert signal(one, "own_name").quote == "ทุ่งสมมติ"
    assert signal(one, "year_right").quote == f"ปีงบประมาณ พ.ศ. {YEAR}"


def test_a_label_that_says_nothing_by_its_words_is_told_apart() -> None:
    found = weighed(WHOLE, replace(PART, label_score=0.62))

    assert signal(found["/1.pdf"], "label").quote == "แผนดำเนินงาน"
    assert signal(found["/2.pdf"], "label_granted") == Signal("label_granted", 0.62)


def test_what_speaks_against_a_candidate_is_a_signal_too() -> None:
    doubtful = replace(
        WHOLE,
        own_score=0.0,
        inherited=True,
        rival="risk_plan",
        rival_says="แผนความเสี่ยง",
        numbers=(11, 12),
        host="drive.test",
        subjects=3,
        dead_links=2,
        is_part=True,
        document=replace(
            WHOLE.document, recognised=True, legibility=Legibility.POOR, legibility_note="smudged"
        ),
    )
    one = weighed(doubtful)["/1.pdf"]

    assert {(each.id, each.weight, each.quote) for each in one.signals} >= {
        ("silent_title", 0.0, ""),
        ("label_around", 1.0, "แผนดำเนินงาน"),
        ("rival", None, "แผนความเสี่ยง"),
        ("other_number", None, "o11, o12"),
        ("host", None, "drive.test"),
        ("other_subjects", 3, ""),
        ("dead_links", 2, ""),
        ("part", None, ""),
        ("recognised", None, ""),
        ("poor_words", None, "smudged"),
    }


def test_a_bare_page_and_a_scan_are_told() -> None:
    found = weighed(LIST, SCAN)

    assert signal(found["/8"], "bare").weight is None
    assert signal(found["/8"], "leads_on").weight == 1
    assert signal(found["/5.pdf"], "no_words").quote == "a scan"
    assert "own_name" not in {each.id for each in found["/8"].signals}


def test_where_the_chosen_one_is_ahead_is_told() -> None:
    found = weighed(WHOLE, PART, OLD)

    assert (found["/1.pdf"].behind, found["/2.pdf"].behind) == ("", "elements")
    assert found["/3.pdf"].behind == "year"


def test_of_equal_showings_the_first_difference_in_rank_decides() -> None:
    also = replace(WHOLE, document=plan("/9.pdf", YEAR, "งบประมาณรายโครงการ"), own_score=0.7)
    deep = replace(also, own_score=1.0, click_path=("หน้าหลัก", "ก", "ข", "แผน"))

    assert weighed(WHOLE, also)["/9.pdf"].behind == "own_title"
    assert weighed(WHOLE, deep)["/9.pdf"].behind == "clicks"


def test_what_each_shows_alone_is_counted() -> None:
    found = weighed(WHOLE, PART, OLD)

    whole, part = found["/1.pdf"].elements, found["/2.pdf"].elements
    assert whole is not None
    assert part is not None
    assert (whole.found, whole.absent, whole.untold) == (1, 0, 0)
    assert (part.found, part.absent, part.untold) == (0, 1, 0)
    assert found["/3.pdf"].elements is None


def test_the_home_page_alone_shows_too_little() -> None:
    frame = candidate(page("/", "หน้าหลัก", BODY), own_score=0.0, is_frame=True)
    asked = item(BUDGET, fresh=Freshness.CURRENT, kind=ItemKind.PAGE)

    said = verdict(asked, frame)

    assert said.status is Status.MISSING
    assert [one.conclusion for one in behind(said).candidates] == [Conclusion.TOO_LITTLE]


def test_the_years_of_a_candidate_are_told_with_their_places() -> None:
    named = replace(plan("/2564/plan.pdf", YEAR, "ณ วันที่ 5 มกราคม 2565"), file_name="plan2564.pdf")
    one = weighed(candidate(named, context=("ปี 2563",)))["/2564/plan.pdf"]

    told = {(seen.source, seen.years, seen.decides) for seen in one.years}
    assert told >= {
        ("title", (YEAR,), True),
        ("title", (2565,), False),
        ("file_name", (2564,), False),
        ("context", (2563,), False),
    }
    assert one.years[0].quote == f"ปีงบประมาณ พ.ศ. {YEAR}"


def test_what_disagrees_with_the_year_that_was_read_is_marked() -> None:
    named = replace(plan("/plan.pdf", YEAR), file_name="แผนดำเนินงาน ปี 2564.pdf")
    one = weighed(candidate(named))["/plan.pdf"]

    assert [(seen.source, seen.years) for seen in one.years if seen.against] == [
        ("file_name", (2564,))
    ]


def test_what_was_read_is_marked_even_where_the_list_is_full() -> None:
    days = " ".join(f"{day} มกราคม {2550 + day}" for day in range(1, 15))
    one = weighed(candidate(plan("/1.pdf", YEAR, days)))["/1.pdf"]

    assert any(seen.decides and seen.years == (YEAR,) for seen in one.years)
    assert all(
        sum(seen.source == source for seen in one.years) <= MOST_OF_ONE
        for source in {seen.source for seen in one.years}
    )


def test_many_candidates_are_counted_beyond_the_first() -> None:
    many = [candidate(plan(f"/{n}.pdf", 2560)) for n in range(40)]
    ends = tuple(dead(n) for n in range(30))

    found = behind(verdict(item(BUDGET), *many, dead=ends))

    assert len(found.candidates) == MOST_CANDIDATES
    assert len(found.dead_ends) == MOST_DEAD_ENDS
    assert found.left_out == 40 - MOST_CANDIDATES + 30 - MOST_DEAD_ENDS


def test_a_dead_end_says_where_its_label_stands_and_why_nothing_was_seen() -> None:
    ends = (dead(1, score=0.7), dead(2, SkipReason.TIMEOUT, 0.9))

    first, second = behind(verdict(item(BUDGET), dead=ends)).dead_ends

    assert (first.url, first.weight, first.source) == (url("/gone2"), 0.9, HOME)
    assert first.click_path == ("หน้าหลัก", "แผนดำเนินงาน")
    assert "did not answer" in first.reason.en
    assert second.kind is DeadEndKind.NOT_SEEN


def test_long_words_of_the_site_are_cut() -> None:
    long = "ก" * 5_000
    endless = replace(
        WHOLE, label=long, click_path=(long,) * 50, label_words=(long,), own_words=(long,)
    )
    one = weighed(replace(endless, document=replace(WHOLE.document, title=long)))["/1.pdf"]

    texts = [one.title, one.label, *one.click_path, *(each.quote for each in one.signals)]
    assert max(map(len, texts)) <= 120
    assert len(one.click_path) <= 8


SITES = st.lists(
    st.sampled_from(EVERY).flatmap(
        lambda one: st.tuples(st.just(one), st.integers(1, 9), st.booleans())
    ),
    max_size=18,
)
FRESH = st.sampled_from([Freshness.ASSESSED_YEAR, Freshness.PREVIOUS_YEAR, Freshness.CURRENT])
BASES = st.sampled_from([Basis.RULE, Basis.PRACTICE])


@given(SITES, FRESH, BASES)
@settings(max_examples=80, deadline=None)
def test_every_candidate_is_written_down_or_counted_and_evidence_is_chosen(
    site: list[tuple[Candidate, int, bool]], fresh: Freshness, basis: Basis
) -> None:
    placed = [
        replace(
            one,
            inherited=silent,
            document=replace(one.document, url=f"{one.document.url}?{n}-{index}"),
        )
        for index, (one, n, silent) in enumerate(site)
    ]

    said = verdict(item(BUDGET, fresh=fresh, fresh_basis=basis), *placed)

    found = behind(said)
    assert found.rule
    assert len(found.candidates) + found.left_out == len(placed)
    chosen = {one.url for one in found.candidates if one.chosen}
    assert bool(chosen) == bool(said.evidence)
    if said.evidence and said.evidence[0].url.startswith(HOME) and "?" in said.evidence[0].url:
        outside = {one.url for one in found.candidates if one.conclusion is Conclusion.OFF_SITE}
        assert said.evidence[0].url in chosen or outside
    assert all(
        bool(one.reason) == (one.conclusion is Conclusion.REJECTED) for one in found.candidates
    )


def test_the_name_of_the_town_is_not_sought_when_there_is_none() -> None:
    found = behind(verdict(item(BUDGET), WHOLE, own_name="")).candidates

    assert TOWN
    assert all(each.id != "own_name" for one in found for each in one.signals)
