"""A filled-in plan, read: by people, by LibreOffice, in whatever order."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from oit_audit.checklists import load_checklist
from oit_audit.errors import InputError
from oit_audit.lists import Answers, read_answers
from oit_audit.model import Decision, Language, State, Waiver
from oit_audit.report import PLAN_COLUMNS, plan_as_workbook, plan_of
from tests.report.audits import every_status

TODAY = date(2026, 11, 22)
CHECKLIST = load_checklist(2569)
SAID: Mapping[str, object] = {"reason": "เผยแพร่แล้ว", "author": "ปลัด", "date": "22/11/2569"}


def workbook(language: Language = "th") -> openpyxl.Workbook:
    plan = plan_of(every_status(), TODAY, CHECKLIST)
    return openpyxl.load_workbook(io.BytesIO(plan_as_workbook(plan, language)))


def fill(book: openpyxl.Workbook, named: str, **values: object) -> openpyxl.Workbook:
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(3):
        if row[0].value == named:
            for name, value in values.items():
                row[list(PLAN_COLUMNS).index(name)].value = value
    return book


def read(book: openpyxl.Workbook, folder: Path) -> Answers:
    path = folder / "plan.xlsx"
    book.save(path)
    return read_answers(path, CHECKLIST, TODAY)


def test_a_plan_that_nobody_touched_decides_only_what_was_decided(tmp_path: Path) -> None:
    found = read(workbook(), tmp_path)

    assert found.faults == ()
    assert list(found.waivers) == ["o4"]
    assert found.waivers["o4"] == Waiver(
        "รอสภาท้องถิ่นเห็นชอบ", None, "นักวิเคราะห์นโยบายและแผน", date(2026, 11, 2), date(2026, 12, 31)
    )
    assert found.states[State.NOT_STARTED] == 4


@pytest.mark.parametrize(
    ("written", "decision"),
    [
        ("เสร็จแล้ว", Decision.MET), ("แล้วเสร็จ", Decision.MET), (" done ", Decision.MET),
        ("ไม่เกี่ยวข้อง", Decision.NOT_APPLICABLE), ("Not applicable", Decision.NOT_APPLICABLE),
        ("ตรวจแล้วยังไม่ครบถ้วน", Decision.NOT_MET), ("ไม่ครบ", Decision.NOT_MET),
    ],
)  # fmt: skip
def test_a_state_becomes_a_decision(tmp_path: Path, written: str, decision: Decision) -> None:
    found = read(fill(workbook(), "o2", state=written, **SAID), tmp_path)

    assert found.faults == ()
    assert found.waivers["o2"] == Waiver("เผยแพร่แล้ว", decision, "ปลัด", date(2026, 11, 22), None)


def test_what_is_excused_holds_until_it_is_due_or_as_long_as_is_said(tmp_path: Path) -> None:
    book = fill(workbook(), "o2", state="ผ่อนผัน", due="21 ธ.ค. 69", **SAID)
    fill(book, "o10", state="ผ่อนผัน", expiry=datetime(2027, 1, 31), **SAID)  # noqa: DTZ001 - a cell

    found = read(book, tmp_path)

    assert found.waivers["o2"].expires_on == date(2026, 12, 21)
    assert found.waivers["o10"].expires_on == date(2027, 1, 31)
    assert found.waivers["o2"].decision is None


def test_what_is_being_done_is_no_decision(tmp_path: Path) -> None:
    found = read(fill(workbook(), "o2", state="กำลังดำเนินการ", **SAID), tmp_path)

    assert "o2" not in found.waivers
    assert found.states[State.IN_PROGRESS] == 1


def test_a_decision_without_a_day_is_of_the_day_of_reading(tmp_path: Path) -> None:
    said = {**SAID, "date": None}
    found = read(fill(workbook(), "o2", state="เสร็จแล้ว", **said), tmp_path)

    assert found.waivers["o2"].decided_on == TODAY


def test_a_note_stands_in_for_a_reason(tmp_path: Path) -> None:
    said = {**SAID, "reason": None, "note": "ดูแล้วครบ"}
    found = read(fill(workbook(), "o2", state="เสร็จแล้ว", **said), tmp_path)

    assert found.waivers["o2"].reason == "ดูแล้วครบ"


@pytest.mark.parametrize(
    ("values", "says", "remedy"),
    [
        ({"state": "เสร็จแร้ว"}, "no state", "did you mean “Done”?"),
        ({"state": "หกดฟ"}, "no state", "choose from: Not started"),
        ({"state": "เสร็จแล้ว", "reason": None}, "no reason", "Reason of the decision"),
        ({"state": "เสร็จแล้ว", "author": None}, "who decided", "Decided by"),
        ({"state": "เสร็จแล้ว", "date": "เมื่อวาน"}, "is not a date", "2026-11-21"),
        ({"state": "เสร็จแล้ว", "expiry": "1/1/2569"}, "ends before", "correct the dates"),
        ({"state": "ผ่อนผัน", "due": None}, "until when", "Holds until"),
        ({"state": "เสร็จแล้ว", "item": "o99"}, "no item", "there are o1 to o26"),
        ({"state": "เสร็จแล้ว", "item": None}, "no item", "column `item`"),
    ],
)
def test_a_bad_row_is_told_with_its_number_and_remedy_and_the_good_ones_are_kept(
    tmp_path: Path, values: dict[str, object], says: str, remedy: str
) -> None:
    book = fill(workbook(), "o10", state="เสร็จแล้ว", **SAID)
    found = read(fill(book, "o2", **{**SAID, **values}), tmp_path)

    (fault,) = found.faults
    assert fault.row == 5
    assert says in fault.says.en
    assert remedy in fault.remedy.en
    assert found.waivers["o10"].decision is Decision.MET
    assert "o2" not in found.waivers


def test_an_item_with_two_answers_is_told_and_the_first_one_holds(tmp_path: Path) -> None:
    book = fill(workbook(), "o2", state="เสร็จแล้ว", **SAID)
    sheet = book.worksheets[0]
    names = list(PLAN_COLUMNS)
    for state in ("เสร็จแล้ว", "ไม่เกี่ยวข้อง"):
        row = {"item": "ข้อ ๒", "state": state, **SAID}
        sheet.append([row.get(name) for name in names])

    found = read(book, tmp_path)

    (fault,) = found.faults
    assert "another answer in row 5" in fault.says.en
    assert found.waivers["o2"].decision is Decision.MET


@pytest.mark.parametrize("language", ["th", "en"])
def test_rows_and_columns_in_any_order_say_the_same(tmp_path: Path, language: Language) -> None:
    book = fill(workbook(language), "o2", state="Done", **SAID)
    rows = [list(row) for row in book.worksheets[0].iter_rows(2, values_only=True)]
    order = list(range(len(rows[0])))
    shuffle = random.Random(3).shuffle
    shuffle(order)
    head, body = rows[0], rows[1:]
    shuffle(body)
    mixed = openpyxl.Workbook()
    for row in (head, *body, [None] * len(head)):
        mixed.worksheets[0].append([row[place] for place in order])

    assert dict(read(mixed, tmp_path).waivers) == dict(read(book, tmp_path).waivers)


def test_rows_that_were_added_count(tmp_path: Path) -> None:
    book = workbook()
    row = {"item": "ข้อ ๑", "state": "ไม่เกี่ยวข้อง", **SAID}
    book.worksheets[0].append([row.get(name) for name in PLAN_COLUMNS])

    assert read(book, tmp_path).waivers["o1"].decision is Decision.NOT_APPLICABLE


def test_a_file_that_is_no_plan_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"other\.csv: row 1: no column named item and state"):
        read_answers(path, CHECKLIST, TODAY)


@pytest.mark.parametrize("name", ["reason", "author"])
@pytest.mark.parametrize("invisible", ["\u202e\u200b", "\u200b", "\u2060 \u200d"])
def test_what_nobody_can_see_says_nothing(tmp_path: Path, name: str, invisible: str) -> None:
    book = fill(workbook(), "o2", state="done", **{**SAID, name: invisible})

    found = read(book, tmp_path)

    assert "o2" not in found.waivers
    assert len(found.faults) == 1


def test_what_was_written_is_kept_as_one_can_see_it(tmp_path: Path) -> None:
    seen = {"reason": "ประกาศแล้ว\n\u202eเลขที่ 1", "author": "นาย ก\tข"}
    book = fill(workbook(), "o2", state="done", **{**SAID, **seen})

    found = read(book, tmp_path).waivers["o2"]

    assert (found.reason, found.author) == ("ประกาศแล้ว เลขที่ 1", "นาย ก ข")
