"""Of which year a candidate is: which words count before which."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from oit_audit.judge.freshness import (
    Fit,
    YearReading,
    YearSource,
    fit,
    read_years,
    stale_reason,
    wanted_year,
)
from oit_audit.model import Candidate, Document, Freshness, Table
from tests.judge.cases import BODY, YEAR, candidate, item
from tests.match.sites import page, paper

LATE = "อนุมัติตามปีงบประมาณ พ.ศ. 2563"
PAD = [BODY] * 14


def years(document: Document, **more: Any) -> tuple[tuple[int, ...], YearSource]:
    reading = read_years(candidate(document, **{"label": "แผน", **more}))
    return reading.years, reading.source


def test_the_title_counts_before_everything_else() -> None:
    document = paper("/2561.pdf", "แผน ประจำปีงบประมาณ 2566", *PAD, LATE)
    found = years(document, label="แผน ปี 2564", context=("ปีงบประมาณ 2562",))
    assert found == ((2566,), YearSource.TITLE)


def test_the_opening_counts_before_the_label() -> None:
    document = paper("/1.pdf", "แผน", BODY, BODY, BODY, "ประจำปีงบประมาณ 2565", *PAD)
    assert years(document, label="แผน ปี 2564") == ((2565,), YearSource.OPENING)


def test_a_day_in_the_opening_is_no_period() -> None:
    document = paper("/1.pdf", "แผน", BODY, BODY, BODY, "เมื่อวันที่ 5 มกราคม 2564", *PAD)
    assert years(document, label="แผน ปี 2566") == ((2566,), YearSource.LABEL)


def test_the_label_counts_before_what_encloses_it() -> None:
    document = paper("/1.pdf", "แผน", *PAD)
    found = years(document, label="แผน ปี 2566", context=("ปีงบประมาณ 2564",))
    assert found == ((2566,), YearSource.LABEL)


def test_the_nearest_of_what_encloses_it_counts_before_the_body() -> None:
    document = paper("/1.pdf", "แผน", *PAD, LATE)
    found = years(document, context=("ปีงบประมาณ 2564", "ปีงบประมาณ 2566", "ข้อ 10"))
    assert found == ((2566,), YearSource.CONTEXT)


def test_the_file_name_counts_before_the_body() -> None:
    assert years(paper("/plan_2561.pdf", "แผน", *PAD, LATE)) == ((2561,), YearSource.FILE_NAME)


@pytest.mark.parametrize("stamped", ["/IMG_20170518_0001.pdf", "/scan-2018.pdf"])
def test_when_a_file_was_made_counts_after_all_that_is_said(stamped: str) -> None:
    assert years(paper(stamped, "แผน", *PAD, LATE)) == ((2563,), YearSource.BODY)
    assert years(paper(stamped, "แผน", *PAD))[1] is YearSource.FILE_NAME


def test_what_names_no_year_is_of_none() -> None:
    reading = read_years(candidate(paper("/plan.pdf", "แผน", *PAD), label="แผน"))
    assert reading == YearReading((), YearSource.NOWHERE)
    assert reading.best is None


@pytest.mark.parametrize("silent", ["พระราชบัญญัติเทศบาล พ.ศ. 2496", "เผยแพร่เมื่อ 5 มกราคม 2564"])
def test_years_of_laws_and_of_publication_say_nothing(silent: str) -> None:
    document = paper("/plan.pdf", "แผน", silent, *PAD, silent)
    assert years(document, label=silent) == ((), YearSource.NOWHERE)


def test_the_body_is_of_the_year_that_it_names_most() -> None:
    told = ["งบประมาณ พ.ศ. 2566", "งบประมาณ พ.ศ. 2566", "งบประมาณ พ.ศ. 2564"]
    assert years(paper("/plan.pdf", "แผน", *PAD, *told))[0] == (2566,)


def test_a_fiscal_year_counts_more_than_a_day_in_the_body() -> None:
    told = ["ปีงบประมาณ พ.ศ. 2566", "5 มกราคม 2564", "6 มกราคม 2564"]
    assert years(paper("/plan.pdf", "แผน", *PAD, *told))[0] == (2566,)


def test_cells_of_tables_count_as_body() -> None:
    table = Table((("รายการ", ""), ("ปีงบประมาณ พ.ศ. 2566", "1")), "table 1")
    assert years(paper("/plan.pdf", "แผน", *PAD, tables=(table,)))[1] is YearSource.BODY


def test_a_table_without_text_above_it_has_its_title_in_its_first_rows() -> None:
    table = Table((("สถิติ", "ปีงบประมาณ 2566"), ("ก", "1")), "sheet 1")
    assert years(paper("/s.xlsx", tables=(table,))) == ((2566,), YearSource.TITLE)


def test_a_page_is_of_the_year_in_its_heading_and_then_in_its_title() -> None:
    heading = page("/a", "แผน ปี 2566", BODY)
    assert years(heading) == ((2566,), YearSource.TITLE)
    titled = replace(page("/a", "แผน", BODY), title="แผน ปี 2564")
    assert years(titled) == ((2564,), YearSource.TITLE)


def test_a_range_is_of_every_year_in_it() -> None:
    found = years(paper("/1.pdf", "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", *PAD))
    assert found[0] == (2566, 2567, 2568, 2569, 2570)


def test_a_range_tells_more_than_a_single_year_beside_it() -> None:
    found = years(paper("/1.pdf", "แผน (พ.ศ. 2566 - 2570) แก้ไข พ.ศ. 2565", *PAD))
    assert 2565 not in found[0]


def test_a_month_in_the_title_is_of_its_fiscal_year() -> None:
    assert years(paper("/1.pdf", "สขร.1 เดือน ตุลาคม 2565", *PAD))[0] == (2566,)


def test_a_link_to_another_host_is_of_the_year_in_its_label() -> None:
    document = page("/a", "หน้า ปี 2561", "ปีงบประมาณ 2562")
    found = years(document, off_site=True, label="แผน ปี 2566")
    assert found == ((2566,), YearSource.LABEL)
    assert years(document, off_site=True)[1] is YearSource.NOWHERE


def test_a_list_of_news_is_of_every_year_of_its_entries() -> None:
    entries = ["เผยแพร่เมื่อ 5 มกราคม 2566", "เผยแพร่เมื่อ 5 มกราคม 2565", "พ.ร.บ. เทศบาล พ.ศ. 2496"]
    held: Candidate = candidate(page("/news", "ข่าว", *PAD, *entries), label="ข่าว")
    assert read_years(held, put_up=True).years == (2565, 2566)
    assert read_years(held).years == ()


def test_the_newest_year_is_shown() -> None:
    assert YearReading((2564, 2566), YearSource.TITLE).best == 2566


@pytest.mark.parametrize(
    ("fresh", "read", "said"),
    [
        (Freshness.CURRENT, (2560,), Fit.NOT_ASKED),
        (Freshness.IN_FORCE, (), Fit.NOT_ASKED),
        (Freshness.ASSESSED_YEAR, (2566,), Fit.RIGHT),
        (Freshness.ASSESSED_YEAR, (2565, 2566, 2567), Fit.RIGHT),
        (Freshness.ASSESSED_YEAR, (2565,), Fit.WRONG),
        (Freshness.ASSESSED_YEAR, (), Fit.UNDATED),
        (Freshness.FIRST_6_MONTHS, (2566,), Fit.RIGHT),
        (Freshness.PREVIOUS_YEAR, (2565,), Fit.RIGHT),
        (Freshness.PREVIOUS_YEAR, (2566,), Fit.WRONG),
    ],
)
def test_a_year_fits_what_the_item_asks(fresh: Freshness, read: tuple[int, ...], said: Fit) -> None:
    assert fit(YearReading(read, YearSource.TITLE), item(fresh=fresh), YEAR) is said


def test_a_report_on_the_year_before_is_wanted_of_the_year_before() -> None:
    assert wanted_year(item(fresh=Freshness.PREVIOUS_YEAR), YEAR) == 2565
    assert wanted_year(item(), YEAR) == 2566


def test_what_is_of_another_year_says_which_and_quotes_it() -> None:
    said = stale_reason(YearReading((2564, 2565), YearSource.TITLE, "ปี 2565"), 2566)
    assert "2564, 2565" in said.th
    assert "2564, 2565" in said.en
    assert "“ปี 2565”" in said.th
    assert "2566" in said.en
