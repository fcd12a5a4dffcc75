"""Of which year papers are, as an assessor reads them, and whether that is what an item asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.judge import YearSource, judge, seen_years
from oit_audit.judge.freshness import read_years, wanted_year
from oit_audit.model import (
    Basis,
    Candidate,
    Freshness,
    Item,
    ItemKind,
    Status,
    Sureness,
    Table,
    Verdict,
)
from tests.judge.cases import BODY, candidate, case, item
from tests.match.sites import page, paper

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("years.yaml").read_text("utf-8")
)


def held(told: dict[str, Any]) -> Candidate:
    """Return the paper of a case, as the site leads to it."""
    rows = tuple(tuple(row) for row in told.get("rows", ()))
    lines = [line for line in (told["title"], *told.get("lines", ())) if line]
    document = paper(
        told.get("url", "/files/1.pdf"),
        *(lines or [BODY]),
        tables=(Table(rows, "table 1"),) if rows else (),
    )
    return candidate(
        document, label=told.get("label", "ดาวน์โหลด"), context=tuple(told.get("headings", ()))
    )


def asked(told: dict[str, Any]) -> Item:
    """Return the item of a case."""
    fresh = Freshness(told["fresh"])
    basis = Basis.INFERRED if fresh is Freshness.IN_FORCE else Basis.RULE
    return item(fresh=fresh, fresh_basis=basis, kind=ItemKind(told.get("kind", "document")))


def judged(told: dict[str, Any]) -> Verdict:
    """Return the verdict on the item of a case, on its day."""
    made = case(asked(told), held(told))
    checklist = replace(made.checklist, fiscal_year=told["year"])
    return judge(replace(made, checklist=checklist, today=told.get("today", date(2026, 6, 1))))[0]


@pytest.mark.parametrize("name", CASES)
def test_a_paper_is_of_the_year_that_an_assessor_reads(name: str) -> None:
    told = CASES[name]
    reading = read_years(held(told), kind=asked(told).kind)

    wanted = wanted_year(asked(told), told["year"])
    year = wanted if wanted in reading.years else reading.best
    assert year == (None if told["says"] == "none" else told["says"]), reading
    assert bool(reading.against) is told.get("conflict", False)


@pytest.mark.parametrize("name", CASES)
def test_a_paper_fits_what_the_item_asks_as_an_assessor_sees_it(name: str) -> None:
    told = CASES[name]
    status = judged(told).status

    fits = {Status.MET: "yes", Status.UNKNOWN: "unsure"}.get(status, "no")
    assert fits == told["fits"]


def test_a_label_that_disagrees_is_shown_and_makes_us_less_sure() -> None:
    agreed = judged(CASES["title_wins_over_file_name"] | {"url": "/files/1.pdf"})
    disputed = judged(CASES["title_wins_over_file_name"])

    assert (agreed.confidence, disputed.confidence) == (Sureness.HIGH, Sureness.MEDIUM)
    assert "ชื่อเอกสารระบุปี 2566 แต่ชื่อไฟล์ระบุปี 2564 (“plan2564.pdf”) ใช้ตามชื่อเอกสาร" in disputed.reason.th
    assert "its title says B.E. 2566, but its file name says 2564" in disputed.reason.en


def test_a_stale_paper_under_a_label_of_the_year_is_told_with_both_years() -> None:
    verdict = judged(CASES["title_wins_over_link_text"])

    assert verdict.status is Status.STALE
    assert "ชื่อเอกสารระบุปี 2565 แต่ลิงก์ระบุปี 2566" in verdict.reason.th


def test_a_file_name_turns_nothing_down_that_its_label_calls_of_the_year() -> None:
    told = {"title": "", "label": "แผนดำเนินงาน ปี 2566", "url": "/files/plan2564.pdf"}
    verdict = judged(told | {"fresh": "assessed_year", "year": 2566})

    assert verdict.status is Status.UNKNOWN
    assert "ชื่อไฟล์ระบุปี 2564" in verdict.reason.th
    assert "ใช้ตาม" not in verdict.reason.th


def test_a_file_name_of_the_year_counts_before_a_label_of_another() -> None:
    told = {"title": "", "label": "แผนดำเนินงาน ปี 2564", "url": "/files/plan2566.pdf"}
    verdict = judged(told | {"fresh": "assessed_year", "year": 2566})

    assert verdict.status is Status.MET
    assert "ชื่อไฟล์ระบุปี 2566 แต่ลิงก์ระบุปี 2564" in verdict.reason.th


def test_the_heading_of_the_year_above_a_report_of_the_year_before_is_no_dispute() -> None:
    told = {"title": "", "url": "/files/report2565.pdf", "headings": ["ITA ปีงบประมาณ 2566"]}
    verdict = judged(told | {"fresh": "previous_year", "year": 2566})

    assert verdict.status is Status.MET
    assert "แต่" not in verdict.reason.th


def test_the_year_beside_a_running_number_is_when_a_file_was_made() -> None:
    told = {"title": "", "label": "ประมวลจริยธรรม ปี 2566", "url": "/files/00710_2568.pdf"}
    verdict = judged(told | {"fresh": "assessed_year", "year": 2568})

    assert verdict.status is Status.STALE
    assert "แต่" not in verdict.reason.th.removeprefix("พบแต่")


@pytest.mark.parametrize("more", [{"url": "/report2566.pdf"}, {"label": "รายงาน 4 ตุลาคม 2565"}])
def test_when_a_report_was_written_and_put_up_is_no_dispute(more: dict[str, Any]) -> None:
    told = {"title": "รายงานผล ประจำปีงบประมาณ พ.ศ. 2565", "label": "รายงาน", "kind": "report"}
    assert not read_years(held(told | more), kind=ItemKind.REPORT).against


def test_the_number_of_an_assessment_in_a_label_is_no_dispute() -> None:
    told = CASES["title_wins_over_file_name"] | {"label": "ITA 2567 แผน", "url": "/1.pdf"}
    assert not read_years(held(told)).against


@pytest.mark.parametrize(
    ("kind", "signed", "years"),
    [
        ("plan", "ประกาศ ณ วันที่ 28 กันยายน 2565", (2565, 2566)),
        ("plan", "ประกาศ ณ วันที่ 10 มกราคม 2566", (2566,)),
        ("report", "รายงาน ณ วันที่ 20 พฤศจิกายน 2564", (2564, 2565)),
        ("policy", "ให้ไว้ ณ วันที่ ๑๐ ตุลาคม พ.ศ. ๒๕๖๕", (2566,)),
        ("policy", "ประกาศ ณ วันที่ ........ มกราคม พ.ศ. 2566", (2566,)),
    ],
)
def test_a_signature_says_which_years_a_paper_may_be_of(
    kind: str, signed: str, years: tuple[int, ...]
) -> None:
    paper_of_nothing = candidate(paper("/1.pdf", "แผนดำเนินงาน", *[BODY] * 14, signed), label="แผน")
    reading = read_years(paper_of_nothing, kind=ItemKind(kind))

    assert (reading.source, reading.years) == (YearSource.SIGNED, years)


def test_the_label_says_which_of_the_years_that_a_signature_leaves_open() -> None:
    signed = paper("/1.pdf", "แผนดำเนินงาน", BODY, "ประกาศ ณ วันที่ 28 กันยายน 2565")
    reading = read_years(candidate(signed, label="แผน ปี 2566"), kind=ItemKind.PLAN)

    assert (reading.source, reading.years) == (YearSource.LABEL, (2566,))


def test_a_declaration_of_an_older_signature_is_stale_whatever_its_label_says() -> None:
    told = CASES["signature_of_another_year_decides_where_nothing_else_does"]
    verdict = judged(told | {"label": "ประกาศ No Gift Policy ปี 2566", "kind": "policy"})

    assert verdict.status is Status.STALE
    assert "วันที่ลงนามระบุปี 2564 แต่ลิงก์ระบุปี 2566" in verdict.reason.th


def test_a_day_that_is_only_cited_is_no_signature() -> None:
    cited = paper("/1.pdf", "แผนดำเนินงาน", BODY, "ตามหนังสือจังหวัด ลงวันที่ 5 มกราคม 2563")
    assert read_years(candidate(cited, label="แผน ปี 2566")).years == (2566,)


def test_the_day_up_to_which_something_is_counted_is_of_its_own_year_only() -> None:
    counted = paper("/1.pdf", "รายงานผลการใช้จ่ายงบประมาณ ข้อมูล ณ วันที่ 31 มีนาคม 2566", BODY)
    reading = read_years(candidate(counted, label="รายงาน"), kind=ItemKind.REPORT)
    assert (reading.source, reading.years) == (YearSource.TITLE, (2566,))


def test_the_months_of_a_table_say_the_year_before_a_label_does() -> None:
    rows = (("เดือน", "ครั้ง"), *((f"{month} 64", "3") for month in ("ต.ค.", "พ.ย.", "ธ.ค.")))
    counted = paper("/1.xlsx", "สถิติ", tables=(Table(rows, "sheet 1"),))
    reading = read_years(candidate(counted, label="สถิติ ปี 2564"))

    assert (reading.source, reading.years) == (YearSource.TABLE, (2565,))


def test_when_a_file_was_put_up_decides_nothing() -> None:
    told = CASES["upload_path_alone_decides_nothing_for_sure"]
    assert read_years(held(told)).source is YearSource.UPLOAD
    assert judged(told).status is Status.UNKNOWN
    assert judged(told).evidence[0].fiscal_year is None
    assert judged(told | {"year": 2567}).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("today", "status"), [(date(2022, 3, 31), Status.UNKNOWN), (date(2022, 4, 1), Status.STALE)]
)
def test_six_months_are_asked_only_when_they_are_over(today: date, status: Status) -> None:
    told = CASES["half_year_window_is_the_first_half"]
    last_year = {"title": "รายงานรอบ 6 เดือนแรก ปีงบประมาณ 2564", "today": today}
    assert judged(told | last_year).status is status


def test_a_plan_that_ended_is_called_so() -> None:
    verdict = judged(CASES["plan_that_ended_before_the_year_is_not_surely_in_force"])
    assert "2561-2565 ซึ่งสิ้นสุดก่อนปีที่ประเมิน" in verdict.reason.th


def test_every_time_seen_is_listed_with_its_place_the_most_trusted_first() -> None:
    seen = seen_years(held(CASES["title_wins_over_file_name"]))

    assert [(each.years, each.source) for each in seen] == [
        ((2566,), YearSource.TITLE),
        ((2564,), YearSource.FILE_NAME),
    ]


def test_a_law_is_listed_as_such() -> None:
    seen = seen_years(held(CASES["law_year_is_not_the_papers_year"]))
    assert [each.kind.value for each in seen] == ["law"]


def test_no_more_than_forty_times_are_listed() -> None:
    lines = [f"{day} มกราคม {year}" for year in (2565, 2566) for day in range(1, 29)]
    assert len(seen_years(candidate(page("/a", "ข่าว", *lines)))) == 40


NOISE = (
    "โทร. 0-2564-2566",
    "ผู้เข้าชมวันนี้ 2565 คน",
    "ตามพระราชบัญญัติเทศบาล พ.ศ. 2496",
    "© 2021 สงวนลิขสิทธิ์",
    "เผยแพร่เมื่อ 5 มกราคม 2564",
    "วันที่พิมพ์ : 11/9/2564",
)
SAID = ("title", "label", "context", "file")


@given(
    st.dictionaries(st.sampled_from(SAID), st.integers(2560, 2570)),
    st.lists(st.sampled_from(NOISE), max_size=6),
    st.sampled_from(ItemKind),
)
def test_the_most_trusted_source_decides_whatever_noise_stands_around(
    said: dict[str, int], noise: list[str], kind: ItemKind
) -> None:
    title = f"แผนดำเนินงาน ประจำปี {said['title']}" if "title" in said else "แผนดำเนินงาน"
    document = paper(f"/plan{said.get('file', '')}.pdf", title, *noise)
    label = f"แผน ปี {said['label']}" if "label" in said else "แผน"
    context = (f"ปีงบประมาณ {said['context']}",) if "context" in said else ()
    reading = read_years(candidate(document, label=label, context=context), kind=kind)

    trusted = next(
        (said[name] for name in ("title", "file", "label", "context") if name in said), 0
    )
    assert reading.years == ((trusted,) if trusted else ())
    assert not any(set(seen.years) & set(reading.years) for seen in reading.against)
    listed = seen_years(candidate(document, label=label, context=context))
    assert {year for each in listed for year in each.years} >= set(said.values())


@pytest.mark.parametrize("title", ["ITA 2566 o12 แผนดำเนินงาน", "OIT2566: แผนดำเนินงาน"])
def test_the_year_of_a_round_in_a_title_yields_to_the_year_said_below(title: str) -> None:
    old = candidate(page("/p", title, "แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2564", BODY))
    silent = candidate(page("/p", title, BODY))
    assert read_years(old).years == (2564,)
    assert read_years(silent).years == (2566,)


def test_a_title_of_its_own_year_does_not_yield_to_what_is_said_below() -> None:
    held = page("/p", "แผนดำเนินงาน ปีงบประมาณ 2566", "ทบทวนจากปีงบประมาณ พ.ศ. 2564", BODY)
    assert read_years(candidate(held)).years == (2566,)
