"""The plan that an office filled in: what it decided of items, and what ails the other rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from oit_audit.lists.days import day_of
from oit_audit.lists.items import item_named
from oit_audit.lists.links import Fault, no_such_item
from oit_audit.lists.tables import Column, Row, read_table
from oit_audit.model import Checklist, State, Text, Waiver
from oit_audit.report import PLAN_COLUMNS, PLAN_STATES
from oit_audit.thai import fold

MAX_ROWS = 3_000
_SAID = 1_000
"""Characters of a reason or a name that are kept."""

_SHOWN = 60
"""Characters of a wrong cell that are shown."""

_ALIKE = 60.0
"""Likeness, 0 to 100, from which another state may have been meant."""

_ALSO_COLUMNS = {
    "item": ("ข้อที่", "เลขข้อ", "OIT"),
    "due": ("กำหนดเสร็จ", "กำหนดแล้วเสร็จ", "ครบกำหนด", "Due date"),
    "state": ("status", "ความคืบหน้า"),
    "reason": ("เหตุผล", "reason", "Decision reason"),
    "author": ("ผู้วินิจฉัย/ผู้บันทึก", "author", "ผู้บันทึก"),
    "date": ("วันที่", "date", "Decision date"),
    "expiry": ("วันหมดอายุ", "expiry", "Expires"),
    "note": ("notes", "remark"),
}
_ALSO_STATES = {
    State.NOT_STARTED: ("ยังไม่ดำเนินการ", "ยังไม่ได้เริ่ม", "รอดำเนินการ", "todo", "-", "–"),
    State.IN_PROGRESS: ("อยู่ระหว่างดำเนินการ", "ระหว่างดำเนินการ", "กำลังทำ", "doing"),
    State.DONE: (
        "เสร็จ", "แล้วเสร็จ", "เสร็จสิ้น", "เสร็จเรียบร้อย", "ดำเนินการแล้ว", "ดำเนินการเสร็จแล้ว",
        "ดำเนินการแล้วเสร็จ", "เรียบร้อยแล้ว", "ครบถ้วน", "ครบถ้วนแล้ว", "ผ่าน", "met", "complete",
        "completed", "finished",
    ),
    State.NOT_APPLICABLE: ("ไม่เข้าข่าย", "ไม่มีภารกิจนี้", "n/a", "na"),
    State.EXCUSED: ("ผ่อนผัน", "ขอผ่อนผัน", "excused", "waived"),
    State.NOT_MET: ("ยังไม่ครบถ้วน", "ยังไม่ครบ", "ไม่ครบ", "ไม่ผ่าน", "not done"),
}  # fmt: skip
"""What people type instead of choosing from the list."""

_WANTED = ("item", "due", "state", "reason", "author", "date", "expiry", "note")


@dataclass(frozen=True, slots=True)
class Answers:
    """A filled-in plan, read."""

    waivers: Mapping[str, Waiver]
    """What was decided, by item, in the order of the rows."""

    faults: tuple[Fault, ...]
    """In the order of their rows."""

    states: Mapping[State, int]
    """How many rows that could be read have each state."""


def read_answers(path: Path, checklist: Checklist, today: date) -> Answers:
    """Return what people wrote into the plan that `plan -o PLAN.xlsx` made; CSV will do as well.

    Args:
        path: The file.
        checklist: Knows the items of the year.
        today: The day of a decision that names none.

    Raises:
        InputError: the file cannot be used at all; names file and row.
    """
    waivers: dict[str, Waiver] = {}
    rows: dict[str, tuple[int, Waiver | None]] = {}
    faults: list[Fault] = []
    states: Counter[State] = Counter()
    for row in read_table(path, _columns(), max_rows=MAX_ROWS):
        if not (row.cells["item"] or row.cells["state"]):
            continue
        item = item_named(row.cells["item"], checklist)
        if item is None:
            faults.append(no_such_item(row, checklist))
            continue
        match _answer(row, today):
            case Fault() as fault:
                faults.append(fault)
            case state, waiver if item not in rows:
                rows[item] = row.number, waiver
                states[state] += 1
                if waiver is not None:
                    waivers[item] = waiver
            case _, waiver if waiver != rows[item][1]:
                faults.append(_twice(row, item, rows[item][0]))
    return Answers(waivers, tuple(faults), dict(states))


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            name,
            (PLAN_COLUMNS[name].th, PLAN_COLUMNS[name].en, *_ALSO_COLUMNS[name]),
            required=name in ("item", "state"),
        )
        for name in _WANTED
    )


@cache
def _states() -> Mapping[str, State]:
    """Return which state each word means, folded."""
    return {
        fold(word): state
        for state in State
        for word in (PLAN_STATES[state].th, PLAN_STATES[state].en, *_ALSO_STATES[state])
    }


def _answer(row: Row, today: date) -> tuple[State, Waiver | None] | Fault:
    written = row.cells["state"]
    state = _states().get(fold(written)) if fold(written) else State.NOT_STARTED
    if state is None:
        return _no_such_state(row)
    if not state.decides:
        return state, None
    fault = _wrong(row, state)
    if fault is not None:
        return fault
    until = _until(row, state)
    decided = day_of(row.cells["date"]) or min(today, until or today)
    if until is not None and until < decided:
        return _ends_too_early(row)
    reason = row.cells["reason"] or row.cells["note"]
    author = row.cells["author"]
    return state, Waiver(reason[:_SAID], state.decision, author[:_SAID], decided, until)


def _wrong(row: Row, state: State) -> Fault | None:
    """Return what keeps a row that decides something from being used."""
    for name in ("due", "date", "expiry") if state is State.EXCUSED else ("date", "expiry"):
        if row.cells[name] and day_of(row.cells[name]) is None:
            return _no_day(row, name)
    if not (row.cells["reason"] or row.cells["note"]):
        return _lacks(row, "reason", Text("ไม่มีเหตุผล", "no reason is given"))
    if not row.cells["author"]:
        return _lacks(row, "author", Text("ไม่บอกว่าใครวินิจฉัย", "it is not said who decided"))
    if state is State.EXCUSED and _until(row, state) is None:
        return _lacks(row, "expiry", Text("ไม่บอกว่าผ่อนผันถึงวันใด", "it is not said until when"))
    return None


def _until(row: Row, state: State) -> date | None:
    """Return the last day of what was decided; of what is excused, else the day it is due."""
    last = day_of(row.cells["expiry"])
    return day_of(row.cells["due"]) if last is None and state is State.EXCUSED else last


def _no_such_state(row: Row) -> Fault:
    written = row.cells["state"][:_SHOWN]
    near = process.extractOne(fold(written), _states().keys(), scorer=fuzz.ratio)
    meant = _states()[near[0]] if near[1] >= _ALIKE else None
    th, en = (", ".join(getattr(t, lang) for t in PLAN_STATES.values()) for lang in ("th", "en"))
    return Fault(
        row.number,
        Text(f"ไม่มีสถานะ “{written}”", f"there is no state “{written}”"),
        Text(
            f"หมายถึง “{PLAN_STATES[meant].th}” หรือไม่" if meant else f"เลือกจาก: {th}",
            f"did you mean “{PLAN_STATES[meant].en}”?" if meant else f"choose from: {en}",
        ),
    )


def _no_day(row: Row, name: str) -> Fault:
    written, column = row.cells[name][:_SHOWN], PLAN_COLUMNS[name]
    return Fault(
        row.number,
        Text(
            f"“{written}” ในช่อง {column.th} ไม่ใช่วันที่", f"“{written}” under “{column.en}” is no day"
        ),
        Text("เขียนเช่น 21/11/2569 หรือ 21 พ.ย. 69", "write it like 2026-11-21 or 21/11/2569"),
    )


def _lacks(row: Row, name: str, says: Text) -> Fault:
    column = PLAN_COLUMNS[name]
    return Fault(
        row.number,
        says,
        Text(f"กรอกช่อง “{column.th}” ของแถวนี้", f"fill in “{column.en}” of this row"),
    )


def _ends_too_early(row: Row) -> Fault:
    return Fault(
        row.number,
        Text("สิ้นสุดก่อนวันที่วินิจฉัย", "it ends before it was decided"),
        Text("แก้วันที่ในแถวนี้", "correct the days of this row"),
    )


def _twice(row: Row, item: str, first: int) -> Fault:
    return Fault(
        row.number,
        Text(
            f"ข้อ {item} ตอบไว้แล้วในแถว {first} ไม่ตรงกัน", f"{item} has another answer in row {first}"
        ),
        Text("เหลือไว้เพียงแถวเดียว", "keep one of the two rows"),
    )
