"""Where nothing else was found, a page may show what is asked under a name of its own."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.judge import judge
from oit_audit.model import Candidate, Item, Status, Sureness, Verdict
from tests.judge.cases import TOWN, candidate, case, element, item
from tests.match.sites import page

ASKED = item(element("โครงการ"), element("งบประมาณ"))
SHOWS_ALL = page("/work", "งานที่เราจะทำ 2566", f"โครงการซ่อมถนน ใช้งบประมาณ 20,000 บาท {TOWN}")
SHOWS_ONE = page("/more", "เรื่องเล่า 2566", f"โครงการซ่อมถนนในหมู่บ้านของเราทุกสาย {TOWN}")


def unnamed(document: object, score: float = 0.0) -> Candidate:
    return replace(candidate(document), label="งานของเรา", label_score=score, own_score=0.0)  # type: ignore[arg-type]


def judged(asked: Item, *unclaimed: Candidate, claimed: tuple[Candidate, ...] = ()) -> Verdict:
    made = case(asked, *claimed)
    return judge(replace(made, matches=replace(made.matches, unclaimed=unclaimed)))[0]


def test_a_page_that_shows_all_that_is_asked_counts_and_asks_for_a_look() -> None:
    verdict = judged(ASKED, unnamed(SHOWS_ONE), unnamed(SHOWS_ALL))

    assert (verdict.status, verdict.confidence) == (Status.MET, Sureness.LOW)
    assert verdict.evidence[0].url == SHOWS_ALL.url
    assert "โปรดเปิดดูให้แน่ใจ" in verdict.reason.th


def test_what_two_pages_show_is_not_put_together() -> None:
    other = page("/cost", "เงินของเรา 2566", f"งบประมาณทั้งปีของตำบลสามล้านบาทถ้วน {TOWN}")

    assert judged(ASKED, unnamed(SHOWS_ONE), unnamed(other)).status is Status.MISSING


def test_one_element_is_too_little_to_go_by_without_a_faint_label() -> None:
    asked = item(element("โครงการ"))

    assert judged(asked, unnamed(SHOWS_ALL)).status is Status.MISSING
    assert judged(asked, unnamed(SHOWS_ALL, 0.5)).status is Status.MET


def test_a_faint_label_alone_is_for_a_person_to_look_at() -> None:
    verdict = judged(item(), unnamed(SHOWS_ALL, 0.5))

    assert (verdict.status, verdict.confidence) == (Status.UNKNOWN, Sureness.LOW)
    assert judged(item(), unnamed(SHOWS_ALL, 0.3)).status is Status.MISSING


def test_where_the_site_holds_something_out_nothing_else_is_looked_at() -> None:
    old = candidate(page("/old", "แผนดำเนินงาน 2564", f"โครงการ งบประมาณ {TOWN}"))

    verdict = judged(ASKED, unnamed(SHOWS_ALL), claimed=(old,))

    assert verdict.status is Status.STALE


def test_what_is_of_another_year_does_not_count() -> None:
    old = page("/work", "งานที่เราจะทำ 2564", "โครงการซ่อมถนน ใช้งบประมาณ 20,000 บาท")

    assert judged(ASKED, unnamed(old)).status is Status.MISSING
