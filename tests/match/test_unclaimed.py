"""Pages in words of their own are kept for where nothing else is found."""

from __future__ import annotations

from oit_audit.model import Candidate
from tests.match.sites import LONG, link, matches, page, paper
from tests.match.test_following import home

TEAM = page("/team", "ทำเนียบนายก ปลัด และผู้อำนวยการกอง", LONG)


def unclaimed(*documents: object) -> dict[str, set[str]]:
    """Return, by path, what the unclaimed pages may be evidence of."""
    found: dict[str, set[str]] = {}
    for each in matches(*documents).unclaimed:  # type: ignore[arg-type]
        assert isinstance(each, Candidate)
        found.setdefault(each.document.url.removeprefix("https://town.test"), set()).add(
            each.concept
        )
    return found


def test_a_page_with_a_faint_label_is_kept_for_what_it_may_mean() -> None:
    found = unclaimed(home(link("/team", "ทำเนียบนายก ปลัด และผู้อำนวยการกอง")), TEAM)

    assert "executives" in found["/team"]


def test_a_page_that_speaks_of_a_topic_is_kept_for_it() -> None:
    tell = page("/tell", "พบเห็นแล้วทำอย่างไร", "แจ้งเรื่องร้องเรียนการทุจริตของเจ้าหน้าที่ได้ทุกวัน", LONG)

    found = unclaimed(home(link("/tell", "พบเห็นแล้วทำอย่างไร")), tell)

    assert {"complaint_channel", "complaint_guideline"} <= found["/tell"]


def test_what_any_label_or_name_stands_for_is_not_kept() -> None:
    found = unclaimed(
        home(link("/s", "โครงสร้าง"), link("/p", "แผนป้องกันและบรรเทาสาธารณภัย"), link("/n", "อ่านต่อ")),
        page("/s", "ของเรา", "ทำเนียบนายกและปลัด", LONG),
        page("/p", "งานของเรา", "แผนดำเนินงาน", LONG),
        page("/n", "ข่าวประชาสัมพันธ์", LONG),
    )

    assert found == {}


def test_what_lies_far_from_home_is_not_kept() -> None:
    chain = [page(f"/{n}", "", links=[link(f"/{n + 1}", "ต่อไป")]) for n in range(6)]
    last = paper("/6", "ทำเนียบนายก ปลัด และผู้อำนวยการกอง", LONG)

    assert unclaimed(home(link("/0", "ไป")), *chain, last) == {}
