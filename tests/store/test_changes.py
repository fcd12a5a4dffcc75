"""What moved between two audits, and who did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.model import (
    Audit,
    Cause,
    ChangeKind,
    Completion,
    Considered,
    ItemChange,
    NoteId,
    Organisation,
    Outcome,
    Regrouping,
    Severity,
    SiteFinding,
    SkipReason,
    Status,
    Step,
    Sureness,
    Text,
    Verdict,
    Waiver,
    Why,
)
from oit_audit.store import changes, is_same_site
from tests.two_audits import HOME, RANKS, audit, closed, item, later, paper, part, reach, unseen

KNOWN = st.sampled_from(RANKS)
ANY = st.sampled_from([*RANKS, Status.UNKNOWN])
RISES = {ChangeKind.FIXED, ChangeKind.IMPROVED}
NEWER_TOOL: dict[str, object] = {"tool_version": "0.2.0"}
OTHER_LIST: dict[str, object] = {"checklist_digest": "sha256:" + "9" * 64}


def only(old: Audit, new: Audit) -> ItemChange:
    (one,) = changes(old, new).items
    return one


def said(old: Audit, new: Audit) -> tuple[ChangeKind, Cause | None, Why]:
    one = only(old, new)
    return one.kind, one.cause, one.why


def test_the_same_audit_twice_is_no_change() -> None:
    same = audit(item("o1"), item("o2", Status.MISSING), unseen("o3"))

    assert changes(same, same).is_nothing
    assert changes(same, same).points.moved == 0


def test_a_page_that_was_taken_away_is_the_websites_regression() -> None:
    gone = later(item("o1", Status.MISSING))

    assert said(audit(item("o1")), gone) == (
        ChangeKind.REGRESSED,
        Cause.SITE,
        Why.SITE_CHANGED,
    )


def test_a_page_at_whose_address_nothing_is_any_more_is_told_with_its_address() -> None:
    dead = reach(Completion.FULL, closed("o1", SkipReason.NOT_FOUND))
    one = only(audit(item("o1")), later(item("o1", Status.MISSING), reach=dead))

    assert (one.kind, one.why) == (ChangeKind.REGRESSED, Why.EVIDENCE_GONE)
    assert one.unopened is not None
    assert one.unopened.url == HOME + "o1"


@pytest.mark.parametrize("status", RANKS[:3])
def test_what_is_met_now_and_was_not_is_fixed(status: Status) -> None:
    then = audit(item("o1", status))
    now = later(item("o1", evidence=(paper("o1", "b"),)))

    assert said(then, now) == (ChangeKind.FIXED, Cause.SITE, Why.SITE_CHANGED)


def test_half_of_what_was_missing_is_an_improvement() -> None:
    now = later(item("o1", Status.PARTIAL))

    assert said(audit(item("o1", Status.MISSING)), now)[0] is ChangeKind.IMPROVED


# Only our rules have changed.


@pytest.mark.parametrize("rules", [NEWER_TOOL, OTHER_LIST])
@pytest.mark.parametrize("status", [*RANKS, Status.UNKNOWN])
def test_the_same_visit_judged_again_is_our_doing(rules: dict[str, object], status: Status) -> None:
    one = only(audit(item("o1", Status.PARTIAL)), audit(item("o1", status), **rules))

    assert one.cause in (Cause.RULES, None)
    assert one.kind not in {ChangeKind.REGRESSED, *RISES}


@pytest.mark.parametrize("rules", [NEWER_TOOL, OTHER_LIST])
def test_the_same_bytes_judged_by_other_rules_are_not_held_against_the_website(
    rules: dict[str, object],
) -> None:
    now = later(item("o1", Status.PARTIAL), **rules)

    assert said(audit(item("o1")), now) == (
        ChangeKind.JUDGED_OTHERWISE,
        Cause.RULES,
        Why.RULES_CHANGED,
    )


@pytest.mark.parametrize("rules", [NEWER_TOOL, OTHER_LIST])
def test_other_bytes_and_other_rules_cannot_be_told_apart(rules: dict[str, object]) -> None:
    now = later(item("o1", Status.PARTIAL, evidence=(paper("o1", "b"),)), **rules)

    assert said(audit(item("o1")), now) == (ChangeKind.UNCLEAR, Cause.UNCLEAR, Why.BOTH_CHANGED)


def test_what_was_said_of_the_organisation_is_a_rule_too() -> None:
    named = Organisation(HOME, "เทศบาลอื่น")
    old, new = audit(item("o1")), later(item("o1", Status.PARTIAL), organisation=named)

    assert said(old, new)[:2] == (ChangeKind.JUDGED_OTHERWISE, Cause.RULES)
    assert changes(old, new).has(NoteId.ORGANISATION)


def test_the_same_bytes_judged_otherwise_by_the_same_rules_on_the_same_day_blame_nobody() -> None:
    now = later(item("o1", Status.PARTIAL), today=date(2025, 4, 20))

    assert said(audit(item("o1")), now) == (ChangeKind.UNCLEAR, Cause.UNCLEAR, Why.SAME_EVIDENCE)


def test_a_paper_that_is_no_longer_there_beside_one_that_is_was_taken_away() -> None:
    both = item("o1", evidence=(paper("o1"), paper("annex", "b")))

    assert said(audit(both), later(item("o1", Status.PARTIAL)))[0] is ChangeKind.REGRESSED


# Only the network has.


@pytest.mark.parametrize("completion", [Completion.PARTLY, Completion.NONE])
def test_what_was_not_seen_this_time_is_no_regression(completion: Completion) -> None:
    now = later(unseen("o1"), reach=reach(completion))

    assert said(audit(item("o1")), now) == (
        ChangeKind.NEWLY_UNKNOWN,
        Cause.NETWORK,
        Why.NOT_SEEN_NOW,
    )


def test_what_was_not_seen_then_is_known_for_the_first_time() -> None:
    then = audit(unseen("o1"), reach=reach(Completion.PARTLY))

    assert said(then, later(item("o1", Status.MISSING))) == (
        ChangeKind.FIRST_KNOWN,
        Cause.NETWORK,
        Why.NOT_SEEN_THEN,
    )
    assert said(then, later(item("o1")))[0] is ChangeKind.FIRST_KNOWN


def test_less_in_a_look_cut_short_is_no_regression() -> None:
    partly = item("o1", Status.PARTIAL, completion=Completion.PARTLY, confidence=Sureness.LOW)
    now = later(partly, reach=reach(Completion.PARTLY))

    assert said(audit(item("o1")), now) == (
        ChangeKind.UNCLEAR,
        Cause.NETWORK,
        Why.NOT_SEEN_NOW,
    )


def test_more_than_in_a_look_cut_short_is_nobodys_repair() -> None:
    partly = item("o1", Status.PARTIAL, completion=Completion.PARTLY)
    then = audit(partly, reach=reach(Completion.PARTLY))
    now = later(item("o1", evidence=(paper("elsewhere", "b"),)))

    assert said(then, now) == (ChangeKind.UNCLEAR, Cause.NETWORK, Why.NOT_SEEN_THEN)


def test_a_page_that_timed_out_in_an_otherwise_full_look_was_not_taken_away() -> None:
    slow = reach(Completion.FULL, closed("o1"))
    one = only(audit(item("o1")), later(item("o1", Status.MISSING), reach=slow))

    assert (one.kind, one.cause) == (ChangeKind.UNCLEAR, Cause.NETWORK)
    assert one.unopened is not None
    assert one.unopened.reason is SkipReason.TIMEOUT


def test_what_was_looked_at_and_cannot_be_told_is_the_websites_new_paper() -> None:
    scan = item("o1", Status.UNKNOWN, evidence=(paper("o1", "b"),))

    assert said(audit(item("o1")), later(scan)) == (
        ChangeKind.NEWLY_UNKNOWN,
        Cause.SITE,
        Why.UNDECIDED_NOW,
    )


# Time has passed.

NEXT_YEAR: dict[str, object] = {**OTHER_LIST, "fiscal_year": 2569, "today": date(2026, 4, 20)}


def test_the_paper_of_last_year_is_stale_when_the_year_has_turned() -> None:
    now = later(item("o1", Status.STALE), **NEXT_YEAR)

    assert said(audit(item("o1")), now) == (
        ChangeKind.NEWLY_STALE,
        Cause.CALENDAR,
        Why.YEAR_TURNED,
    )


def test_a_page_with_a_counter_is_stale_all_the_same_when_the_year_has_turned() -> None:
    now = later(item("o1", Status.STALE, evidence=(paper("o1", "b"),)), **NEXT_YEAR)

    assert said(audit(item("o1")), now)[0] is ChangeKind.NEWLY_STALE


def test_the_same_visit_judged_a_year_later_is_stale_by_the_calendar() -> None:
    now = audit(item("o1", Status.STALE), **NEXT_YEAR)

    assert said(audit(item("o1")), now)[:2] == (ChangeKind.NEWLY_STALE, Cause.CALENDAR)


def test_the_same_bytes_and_rules_on_a_later_day_are_the_calendars() -> None:
    now = later(item("o1", Status.PARTIAL))

    assert said(audit(item("o1")), now) == (
        ChangeKind.NEWLY_STALE,
        Cause.CALENDAR,
        Why.TIME_PASSED,
    )


def test_what_is_missing_in_another_years_list_is_held_against_nobody() -> None:
    now = later(item("o1", Status.MISSING), **NEXT_YEAR)

    assert said(audit(item("o1")), now)[:2] == (ChangeKind.UNCLEAR, Cause.UNCLEAR)


def test_an_old_paper_put_back_within_the_year_is_a_regression() -> None:
    old_one = paper("o1-old", "b", fiscal_year=2566)
    now = later(item("o1", Status.STALE, evidence=(old_one,)))

    assert said(audit(item("o1")), now)[0] is ChangeKind.REGRESSED


def test_what_a_person_must_look_at_since_it_is_of_last_year_is_the_calendars() -> None:
    older = item(
        "o1",
        Status.UNKNOWN,
        evidence=(paper("o1", "b"),),
        considered=Considered("perhaps_other_year", ()),
    )

    assert said(audit(item("o1")), later(older, **NEXT_YEAR)) == (
        ChangeKind.NEWLY_UNKNOWN,
        Cause.CALENDAR,
        Why.YEAR_TURNED,
    )


# Another year's list.


def listed(name: str, *concepts: str, status: Status = Status.MET) -> Verdict:
    return item(name, status, concepts=concepts)


def test_items_of_two_years_are_compared_by_what_they_ask_and_not_by_number() -> None:
    old = audit(listed("o12", "service_stats"), listed("o19", "complaint_stats"))
    new = later(
        listed("o11", "service_stats", status=Status.STALE),
        listed("o12", "procurement_plan", status=Status.MISSING),
        **NEXT_YEAR,
    )
    found = changes(old, new)

    assert [(each.then.id, each.now.id) for each in found.items] == [("o12", "o11")]
    assert found.items[0].is_renumbered
    assert [(each.kind, [v.id for v in (*each.then, *each.now)]) for each in found.regrouped] == [
        (Regrouping.ADDED, ["o12"]),
        (Regrouping.DROPPED, ["o19"]),
    ]


def test_merged_and_split_items_are_not_compared() -> None:
    old = audit(
        listed("o1", "structure"),
        listed("o3", "powers"),
        listed("o7", "plan", "budget"),
        listed("o9", "ethics"),
    )
    new = later(
        listed("o1", "structure", "powers", status=Status.MISSING),
        listed("o5", "plan"),
        listed("o6", "budget"),
        listed("o8", "ethics", "training"),
        **NEXT_YEAR,
    )
    found = changes(old, new)

    assert found.items == ()
    assert [each.kind for each in found.regrouped] == [
        Regrouping.MERGED,
        Regrouping.SPLIT,
        Regrouping.RESHAPED,
    ]
    assert found.points.moved is None


@settings(deadline=None)
@given(
    st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=8),
    st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=8),
)
def test_every_item_of_both_lists_is_told_once(
    then: list[frozenset[str]], now: list[frozenset[str]]
) -> None:
    old = audit(*(listed(f"o{n}", *sorted(each)) for n, each in enumerate(then)))
    new = later(*(listed(f"o{n}", *sorted(each)) for n, each in enumerate(now)), **NEXT_YEAR)
    found = changes(old, new)
    before = [one.then.id for one in found.items]
    after = [one.now.id for one in found.items]
    for group in found.regrouped:
        before += [each.id for each in group.then]
        after += [each.id for each in group.now]

    assert sorted(before) == sorted(each.id for each in old.verdicts)
    assert sorted(after) == sorted(each.id for each in new.verdicts)


# What else moves.


def test_an_element_that_was_lost_is_told_where_the_status_is_the_same() -> None:
    then = item(
        "o1", Status.PARTIAL, elements=(part("a", Outcome.FOUND), part("b", Outcome.ABSENT))
    )
    lost = item(
        "o1",
        Status.PARTIAL,
        elements=(part("a", Outcome.ABSENT), part("b", Outcome.ABSENT)),
        evidence=(paper("o1", "b"),),
    )
    one = only(audit(then), later(lost))

    assert (one.kind, one.cause, one.step) == (ChangeKind.ELEMENTS, Cause.SITE, Step.WORSE)
    assert [(each.id, each.then, each.now) for each in one.elements] == [
        ("a", Outcome.FOUND, Outcome.ABSENT)
    ]


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (paper("new-place"), ChangeKind.EVIDENCE_MOVED),
        (paper("new-place", "b", title="เรื่อง o1"), ChangeKind.EVIDENCE_MOVED),
        (
            paper("o1", "b", url="http://baansuanmok.example/o1/", title=""),
            ChangeKind.EVIDENCE_MOVED,
        ),
        (paper("new-place", "b"), ChangeKind.EVIDENCE_REPLACED),
        (paper("o1", "b"), ChangeKind.UNCHANGED),
    ],
)
def test_evidence_at_another_address_is_no_regression(now: object, kind: ChangeKind) -> None:
    one = only(audit(item("o1")), later(item("o1", evidence=(now,))))

    assert one.kind is kind
    assert (one.evidence is None) is (kind is ChangeKind.UNCHANGED)


def test_a_title_that_all_pages_have_names_none_of_them() -> None:
    old = audit(
        item("o1", evidence=(paper("o1", title="เทศบาล"),)),
        item("o2", evidence=(paper("o2", title="เทศบาล"),)),
    )
    new = later(
        item("o1", evidence=(paper("else", "b", title="เทศบาล"),)),
        item("o2", evidence=(paper("o2", title="เทศบาล"),)),
    )

    assert [each.kind for each in changes(old, new).items] == [
        ChangeKind.EVIDENCE_REPLACED,
        ChangeKind.UNCHANGED,
    ]


def test_a_website_that_moved_as_a_whole_is_said_once_and_not_for_each_item() -> None:
    home = "https://baansuanmok.example/"
    moved = later(
        item("o1", evidence=(paper("o1", url=home + "o1"),)),
        organisation=Organisation(home, "เทศบาลตำบลบ้านสวนหมอก"),
    )
    found = changes(audit(item("o1")), moved)

    assert found.of(ChangeKind.EVIDENCE_MOVED) == ()
    assert found.has(NoteId.SITE_MOVED)


def test_two_pages_that_change_places_have_not_moved() -> None:
    pages = (paper("o1"), paper("annex", "b"))
    one = only(
        audit(item("o1", evidence=pages)), later(item("o1", evidence=tuple(reversed(pages))))
    )

    assert one.kind is ChangeKind.UNCHANGED


def test_a_persons_word_is_a_persons() -> None:
    word = Waiver("รอสภาเห็นชอบ", expires_on=date(2025, 5, 1))
    plain, waived = item("o1", Status.MISSING), item("o1", Status.MISSING, waiver=word)

    assert said(audit(plain), later(waived))[:2] == (ChangeKind.WAIVER, Cause.PEOPLE)
    assert said(audit(waived), later(plain)) == (
        ChangeKind.WAIVER,
        Cause.CALENDAR,
        Why.WORD_EXPIRED,
    )


def test_less_confidence_is_told() -> None:
    now = later(item("o1", confidence=Sureness.LOW))

    assert said(audit(item("o1")), now)[0] is ChangeKind.CONFIDENCE


def finding(name: str) -> SiteFinding:
    return SiteFinding(name, Severity.HIGH, HOME + name, Text("พบ", "found"))


def test_findings_about_the_whole_site_come_and_go() -> None:
    old = audit(item("o1"), site_findings=(finding("a"), finding("b")))
    new = later(item("o1"), site_findings=(finding("b"), finding("c")))
    found = changes(old, new)

    assert [(each.finding.id, each.is_new, each.cause) for each in found.findings] == [
        ("c", True, Cause.SITE),
        ("a", False, Cause.SITE),
    ]
    partly = replace(new, reach=reach(Completion.PARTLY))
    assert changes(old, partly).findings[1].cause is Cause.NETWORK
    newer = changes(old, replace(new, tool_version="0.2.0"))
    assert newer.findings[0].cause is Cause.UNCLEAR


def test_dead_links_come_and_go_and_what_timed_out_is_not_repaired() -> None:
    gone = SkipReason.NOT_FOUND
    old = audit(reach=reach(Completion.FULL, closed("a", gone), closed("b", gone)))
    new = later(reach=reach(Completion.FULL, closed("b"), closed("c", gone)))

    assert [(each.link.url, each.is_new, each.cause) for each in changes(old, new).links] == [
        (HOME + "c", True, Cause.SITE),
        (HOME + "a", False, Cause.SITE),
        (HOME + "b", False, Cause.NETWORK),
    ]


# The score, and what is said before the rest.


def test_points_are_compared_when_both_audits_are_whole_and_alike() -> None:
    old = audit(item("o1", Status.MISSING), item("o2", Status.MISSING))
    new = later(item("o1"), item("o2", Status.MISSING))

    assert changes(old, new).points.moved == 50
    assert changes(old, new).points.why_not == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"reach": reach(Completion.PARTLY)},
        {"reach": reach(Completion.NONE)},
        NEWER_TOOL,
        OTHER_LIST,
        {**OTHER_LIST, "fiscal_year": 2569},
        {"verdicts": (item("o1", Status.UNKNOWN),)},
    ],
)
def test_points_that_mean_something_else_are_not_compared(changed: dict[str, object]) -> None:
    old, new = audit(item("o1")), later(item("o1"), **changed)

    assert changes(old, new).points.moved is None
    assert changes(new, old).points.moved is None
    assert changes(old, new).points.why_not


def test_a_younger_audit_given_first_is_said_before_the_rest() -> None:
    found = changes(later(item("o1")), audit(item("o1")))

    assert found.notes[0].id is NoteId.WRONG_ORDER


def test_a_website_is_the_same_by_host_or_by_name() -> None:
    ours = audit(item("o1"))

    def of(url: str, name: str | None) -> Audit:
        return later(item("o1"), organisation=Organisation(url, name))

    assert is_same_site(ours, of("http://baansuanmok.example/index.php", None))
    assert is_same_site(ours, of("https://new-name.example/", "เทศบาลตำบลบ้านสวนหมอก"))
    assert not is_same_site(ours, of("https://www.elsewhere.example/", None))
    other = "เทศบาลตำบลบ้านสวนหมาก"
    assert is_same_site(ours, of("http://baansuanmok.example/", other))
    assert not is_same_site(ours, of("https://www.baansuanmok.example/suanmak/", other))
    assert not is_same_site(ours, of("https://www.baansuanmok.example:8080/", other))
    assert changes(ours, of("https://www.elsewhere.example/", None)).has(NoteId.OTHER_SITE)


# What always holds.


def verdict_of(status: Status, content: str) -> Verdict:
    return item("o1", status, evidence=(paper("o1", content),) if status in RANKS[1:] else ())


@settings(deadline=None)
@given(ANY, st.sampled_from("ab"))
def test_nothing_differs_between_an_audit_and_itself(status: Status, content: str) -> None:
    same = audit(verdict_of(status, content))

    assert changes(same, same).is_nothing


@settings(deadline=None)
@given(KNOWN, KNOWN)
def test_what_is_better_one_way_is_worse_the_other(then: Status, now: Status) -> None:
    first = audit(verdict_of(then, "a"))
    second = later(verdict_of(now, "b"))
    there, back = only(first, second), only(second, first)

    assert (there.kind in RISES) is (back.kind is ChangeKind.REGRESSED)
    assert (back.kind in RISES) is (there.kind is ChangeKind.REGRESSED)
    assert there.cause is back.cause


@settings(deadline=None)
@given(
    ANY,
    st.sampled_from([Completion.NONE, Completion.PARTLY]),
    st.sampled_from(["", "tool", "list", "year", "way"]),
    st.booleans(),
    st.sampled_from(SkipReason),
)
def test_a_website_is_never_blamed_for_a_look_that_was_cut_short(
    then: Status, completion: Completion, rules: str, older: bool, reason: SkipReason
) -> None:
    more: dict[str, dict[str, object]] = {
        "": {},
        "tool": NEWER_TOOL,
        "list": OTHER_LIST,
        "year": NEXT_YEAR,
        "way": {"organisation": Organisation(HOME)},
    }
    old = audit(verdict_of(then, "a"), site_findings=(finding("a"),))
    new = later(unseen("o1"), reach=reach(completion, closed("o1", reason)), **more[rules])
    one = only(old, replace(new, snapshot_id=old.snapshot_id) if older else new)

    assert one.cause is not Cause.SITE
    assert one.kind is not ChangeKind.REGRESSED
    assert all(each.cause is not Cause.SITE for each in changes(old, new).findings)


@pytest.mark.parametrize("completion", [Completion.PARTLY, Completion.NONE])
@pytest.mark.parametrize(
    "seen",
    [
        item("o1", evidence=(paper("elsewhere", "b"),)),
        item("o1", evidence=(paper("elsewhere"),)),
        item("o1", confidence=Sureness.LOW, evidence=(paper("o1", "b"),)),
        item("o1", elements=(part("a", Outcome.ABSENT),), evidence=(paper("o1", "b"),)),
    ],
)
def test_nor_for_what_else_is_shown_in_a_look_that_was_cut_short(
    seen: Verdict, completion: Completion
) -> None:
    whole = item("o1", elements=(part("a", Outcome.FOUND),) if seen.elements else ())
    cut = reach(completion)

    assert only(audit(whole), later(seen, reach=cut)).cause is Cause.NETWORK
    assert only(audit(seen, reach=cut), later(whole)).cause is Cause.NETWORK


@settings(deadline=None)
@given(ANY, ANY, st.sampled_from("ab"), st.sampled_from("ab"), st.booleans())
def test_only_the_website_regresses(
    then: Status, now: Status, before: str, after: str, newer: bool
) -> None:
    old = audit(verdict_of(then, before))
    new = later(verdict_of(now, after), **(NEWER_TOOL if newer else {}))
    one = only(old, new)

    if one.kind is ChangeKind.REGRESSED:
        assert one.cause is Cause.SITE
        assert not newer
        assert RANKS.index(now) < RANKS.index(then)
