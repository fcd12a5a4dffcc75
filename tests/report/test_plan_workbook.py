"""The plan as a workbook, read by openpyxl as Excel would."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from rich.cells import cell_len

from oit_audit.checklists import load_checklist
from oit_audit.model import Completion, Language, State
from oit_audit.report import PLAN_COLUMNS, PLAN_STATES, plan_as_workbook, plan_of
from oit_audit.report.plan.workbook import WIDTHS
from tests.report.accepted import agrees
from tests.report.audits import every_status
from tests.report.papers import text_of_workbook

DAY = date(2026, 11, 21)
TOP = 2
"""The row of the names: below the warning that the audit is incomplete."""


def written(language: Language = "th") -> bytes:
    return plan_as_workbook(plan_of(every_status(), DAY, load_checklist(2569)), language)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_workbook_says_what_was_accepted(language: Language) -> None:
    agrees(f"plan.{language}.xlsx.txt", text_of_workbook(written(language)).encode())


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert written() == written()


@pytest.mark.parametrize("language", ["th", "en"])
def test_states_are_chosen_from_a_list_below_the_plan_too(language: Language) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(language))).worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    column = [cell.value for cell in sheet[TOP]].index(PLAN_COLUMNS["state"].in_language(language))
    letter = openpyxl.utils.get_column_letter(column + 1)
    names = [PLAN_STATES[state].in_language(language) for state in State]

    assert choice.formula1 == f'"{",".join(names)}"'
    assert len(choice.formula1) <= 257  # more is too long for Excel
    assert str(choice.sqref).startswith(f"{letter}{TOP + 1}:{letter}")
    assert next(iter(choice.sqref.ranges)).max_row > sheet.max_row


def test_names_stay_in_view_rows_can_be_filtered_and_nothing_is_locked() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written())).worksheets[0]

    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == f"A{TOP}:P{sheet.max_row}"
    assert not sheet.protection.sheet


def test_what_strangers_wrote_stays_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written()))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}

    assert "f" not in kinds


def test_a_due_day_is_a_day_and_shows_the_buddhist_era() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written())).worksheets[0]
    due = sheet.cell(TOP + 1, list(PLAN_COLUMNS).index("due") + 1)

    assert due.is_date
    assert due.value.date() == date(2026, 12, 4)
    assert "107041E" in due.number_format


def test_what_is_decided_already_stands_in_its_row() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("en"))).worksheets[0]
    names = [cell.value for cell in sheet[TOP]]
    rows = [
        dict(zip(names, values, strict=True))
        for values in sheet.iter_rows(TOP + 1, values_only=True)
    ]
    (row,) = [row for row in rows if row["Item"] == "o4"]

    assert row["State"] == "Excused until due"
    assert row["Reason of the decision"] == "รอสภาท้องถิ่นเห็นชอบ"
    assert row["Holds until"].date() == date(2026, 12, 31)


def test_an_incomplete_audit_is_told_above_the_plan() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("en"))).worksheets[0]

    assert sheet["A1"].value.startswith("Caution")
    whole = replace(every_status(), reach=replace(every_status().reach, completion=Completion.FULL))
    data = plan_as_workbook(plan_of(whole, DAY, None), "en")
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value == "Item"


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    plan = plan_of(every_status(), DAY, load_checklist(2569))
    sheet = openpyxl.load_workbook(io.BytesIO(plan_as_workbook(plan, "th"))).worksheets[0]

    for row in sheet.iter_rows(min_row=TOP + 1, max_row=sheet.max_row):
        needed = max(
            sum(-(-cell_len(line) // WIDTHS[name]) or 1 for line in str(cell.value).split("\n"))
            for name, cell in zip(PLAN_COLUMNS, row, strict=True)
            if isinstance(cell.value, str)
        )
        assert sheet.row_dimensions[row[0].row].height >= min(409, 23 * needed)
