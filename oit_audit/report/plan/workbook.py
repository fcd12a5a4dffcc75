"""The plan as a workbook that people fill in, and that can be read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from oit_audit.model import Language, Plan, State, Task, Text, Verdict, Waiver
from oit_audit.report._cells import begins_formula
from oit_audit.report._say import said
from oit_audit.report._wrap import lines
from oit_audit.report.locale.filling import COLUMNS, FILLING, STATES
from oit_audit.report.plan._voice import PlanVoice
from oit_audit.report.plan.rows import steps_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
VERSION = 1
"""Of the structure that programs rely on, as `Format` has it."""

WIDTHS = {
    "item": 7, "title": 34, "found": 15, "lacks": 40, "measure": 30, "method": 52, "unit": 24,
    "gain": 15, "owner": 22, "due": 15, "state": 22, "reason": 34, "author": 20, "date": 15,
    "expiry": 15, "note": 28,
}  # fmt: skip
"""In letters."""

FILLED_IN = frozenset({"owner", "due", "state", "reason", "author", "date", "expiry", "note"})
"""Columns that people fill in."""

_DATES = frozenset({"due", "date", "expiry"})
_TERM, _TOLD = 30, 100
"""Letters of the columns of the guide."""

_SPARE_ROWS = 60
"""Rows below the plan that know the list of states."""

_DAY_FORMAT = {"th": "[$-107041E]d mmm yyyy", "en": "d mmm yyyy"}
"""How a date is shown; in Thai in the Buddhist Era."""

_FONT = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top", "text_wrap": True}
_A3 = 8
_HIGHEST = 409
"""Points that a row can be high."""

_LINE = 24
"""Points of a line in this font; the fonts that stand in for it are no higher."""

Cell = str | float | date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the workbook, by column."""

    cells: dict[str, Cell]


def render(plan: Plan, language: Language) -> bytes:
    """Return `plan` as an .xlsx file; the same plan gives the same bytes."""
    made = io.BytesIO()
    voice = PlanVoice(language)
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    day = plan.audit.today
    title = f"{voice.says('title')} – {voice.name_of(plan.audit)} ({plan.audit.fiscal_year})"
    book.set_properties(
        {"title": title, "created": datetime(day.year, day.month, day.day)}  # noqa: DTZ001 - XlsxWriter writes it as UTC
    )
    sheet = book.add_worksheet(_in(language, FILLING["plan_sheet"]))
    entries = tuple(entries_of(plan, voice))
    warning = voice.filled(FILLING["incomplete"]) if voice.warning(plan.audit) else ""
    _Page(book, sheet, language).write(entries, warning)
    _guide(book, language, warning)
    book.close()
    return made.getvalue()


def entries_of(plan: Plan, voice: PlanVoice) -> Iterator[Entry]:
    """Yield the rows: what is wanting in working order, what to look at, what is decided."""
    shown: set[str] = set()
    for task in (*plan.tasks, *plan.looks):
        shown.add(task.verdict.id)
        yield _entry(task, voice, is_look=task in plan.looks)
    for verdict in plan.decided:
        if verdict.id not in shown:
            yield Entry(_of_item(verdict, voice) | _decision(verdict.waiver, voice))


def _entry(task: Task, voice: PlanVoice, *, is_look: bool) -> Entry:
    cells = _of_item(task.verdict, voice)
    lacks = [voice.text(lack) for lack in task.lacks]
    if doubt := voice.doubt(task):
        lacks.append(doubt)
    cells |= {
        "lacks": "\n".join(lacks),
        "measure": voice.measure(task),
        "method": "\n".join(voice.text(step) for step in task.steps),
        "due": task.due,
        "state": _in(voice.language, STATES[State.NOT_STARTED]),
    }
    if is_look:
        cells["measure"] = _in(voice.language, FILLING["look_yourself"])
    return Entry(cells | _decision(task.verdict.waiver, voice))


def _of_item(verdict: Verdict, voice: PlanVoice) -> dict[str, Cell]:
    return {
        "item": voice.clean(verdict.id, 20),
        "title": voice.text(verdict.title, 200),
        "found": voice.words.statuses[verdict.status],
        "lacks": voice.text(verdict.reason),
        "method": "\n".join(voice.text(step) for step in steps_of(verdict)),
        "unit": voice.unit(verdict.unit),
        "gain": verdict.gain,
    }


def _decision(waiver: Waiver | None, voice: PlanVoice) -> dict[str, Cell]:
    if waiver is None:
        return {}
    states = {State.EXCUSED: None} | {s: s.decision for s in State if s.decision}
    state = next(each for each, decision in states.items() if decision is waiver.decision)
    return {
        "state": _in(voice.language, STATES[state]),
        "reason": voice.clean(waiver.reason, 1_000),
        "author": voice.clean(waiver.author, 1_000),
        "date": waiver.decided_on,
        "expiry": waiver.expires_on,
    }


class _Page:
    """The sheet that people fill in."""

    def __init__(self, book: Workbook, sheet: Worksheet, language: Language) -> None:
        self._sheet, self._language = sheet, language
        self._head = book.add_format(
            {**_FONT, "bold": True, "bg_color": "#1F2A44", "font_color": "#FFFFFF", "border": 1}
        )
        self._warning = book.add_format(
            {
                "font_name": _FONT["font_name"],
                "font_size": 16,
                "bold": True,
                "font_color": "#9C1C1C",
            }
        )
        self._formats: dict[str, Format] = {}
        for name in COLUMNS:
            look: dict[str, object] = {**_FONT, "border": 1, "border_color": "#B7BDCB"}
            if name in FILLED_IN:
                look["bg_color"] = "#FFF8DC"
            if name in _DATES:
                look["num_format"] = _DAY_FORMAT[language]
                look["align"] = "left"
            if name == "gain":
                look["num_format"] = "0.00"
            self._formats[name] = book.add_format(look)
            self._formats[f"{name} quoted"] = book.add_format({**look, "quote_prefix": True})

    def write(self, entries: tuple[Entry, ...], warning: str) -> None:
        """Write names, rows, filter and the list of states; above them a warning, if any."""
        sheet = self._sheet
        top = 1 if warning else 0
        if warning:
            sheet.write_string(0, 0, warning, self._warning)
        for place, (name, title) in enumerate(COLUMNS.items()):
            sheet.set_column(place, place, WIDTHS[name])
            sheet.write_string(top, place, _in(self._language, title), self._head)
        sheet.set_row(top, 40)
        for number, entry in enumerate(entries, top + 1):
            sheet.set_row(number, _height(entry))
            for place, name in enumerate(COLUMNS):
                self._cell(number, place, name, entry.cells.get(name))
        last = top + max(len(entries), 1)
        sheet.freeze_panes(top + 1, 2)
        sheet.autofilter(top, 0, last, len(COLUMNS) - 1)
        place = list(COLUMNS).index("state")
        choices = [_in(self._language, text) for text in STATES.values()]
        sheet.data_validation(
            top + 1,
            place,
            last + _SPARE_ROWS,
            place,
            {
                "validate": "list",
                "source": choices,
                "error_type": "warning",
                "input_title": _in(self._language, COLUMNS["state"]),
                "input_message": _in(self._language, FILLING["choose_state"]),
            },
        )
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)

    def _cell(self, row: int, place: int, name: str, value: Cell) -> None:
        look = self._formats[name]
        match value:
            case None | "":
                self._sheet.write_blank(row, place, None, look)
            case date():
                self._sheet.write_datetime(row, place, value, look)
            case str():
                if begins_formula(value):
                    look = self._formats[f"{name} quoted"]
                self._sheet.write_string(row, place, value, look)
            case _:
                self._sheet.write_number(row, place, value, look)


def _height(entry: Entry) -> float:
    """Return how high a row is, in points, so that nothing in it is hidden."""
    most = max(
        sum(len(lines(line, WIDTHS[name] * 9 // 10)) for line in value.split("\n"))
        for name, value in entry.cells.items()
        if isinstance(value, str)
    )
    return min(_HIGHEST, 6 + _LINE * most)


def _guide(book: Workbook, language: Language, warning: str) -> None:
    """Write the sheet that says how to fill the other one in."""
    sheet = book.add_worksheet(_in(language, FILLING["guide_sheet"]))
    plain, strong = book.add_format(_FONT), book.add_format({**_FONT, "bold": True})
    sheet.set_column(0, 0, _TERM)
    sheet.set_column(1, 1, _TOLD)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    told = [("", name) for name in ("guide", "guide_keep", "guide_dates", "guide_status")]
    if warning:
        told.insert(0, ("", "incomplete"))
    told += [(_in(language, STATES[state]), f"guide_{state}") for state in State]
    for row, (term, name) in enumerate(told):
        sheet.write_string(row, 0, term, strong)
        said = _in(language, FILLING[name])
        sheet.write_string(row, 1, said, plain)
        sheet.set_row(row, 6 + _LINE * max(len(lines(term, _TERM)), len(lines(said, _TOLD))))


def _in(language: Language, text: Text) -> str:
    return said(text, language)
