"""The plan as a Word document, in the form in which offices publish theirs."""

from __future__ import annotations

from docx.table import _Cell

from oit_audit.model import Calendar, Language, Plan, Season, Task, Text
from oit_audit.report._rows import has_score
from oit_audit.report._say import held
from oit_audit.report.locale.planning import SAYS
from oit_audit.report.plan import _styles as styles
from oit_audit.report.plan._analysis import analysed, highest, lowest
from oit_audit.report.plan._appendix import write_appendix
from oit_audit.report.plan._book import Book
from oit_audit.report.plan._paper import LANDSCAPE_CM, PORTRAIT_CM, finished, next_section
from oit_audit.report.plan._pieces import (
    add_group,
    add_row,
    bold,
    first,
    keep_short_rows_whole,
    more,
    paragraph,
    table,
)
from oit_audit.report.plan._points import write_points

VERSION = 1
"""Of the structure that programs rely on, as `Format` has it."""

_WIDTHS = (1.5, 5.1, 3.3, 5.8, 2.8, 2.9, 3.8)
"""Centimetres: order, what is lacking, measure, what to do, responsible, by when, follow-up."""


def render(plan: Plan, language: Language) -> bytes:
    """Return `plan` as a .docx file; the same plan gives the same bytes."""
    book = Book(plan.audit, language, SAYS["title"], SAYS["subtitle"])
    _background(book)
    _analysis(book, plan)
    next_section(book.document, landscape=True)
    write_measures(book, plan, SAYS["measures"])
    write_looks(book, plan)
    next_section(book.document, landscape=False)
    write_decided(book, plan)
    write_monitoring(book)
    book.signatures()
    write_appendix(book, plan)
    return finished(book.document)


def _background(book: Book) -> None:
    book.heading(SAYS["background"])
    name, year = book.voice.name_of(book.audit), book.audit.fiscal_year
    book.say(SAYS["background_1"], name=name, year=year)
    book.say(SAYS["background_2"])


def _analysis(book: Book, plan: Plan) -> None:
    voice = book.voice
    book.heading(SAYS["analysis"])
    book.say(SAYS["estimate"], style=styles.NOTE)
    book.say(SAYS["surveys_given" if plan.reckoning.iit else "surveys_lack"], style=styles.NOTE)
    if not has_score(plan.audit):
        book.say(SAYS["no_points"])
        return
    write_points(book, plan)
    score = plan.audit.score
    if score.low != score.high:
        low, high = voice.points(score.low), voice.points(score.high)
        book.say(SAYS["range"], low=low, high=high)
    for name, standing in (
        ("highest", highest(plan.standings)),
        ("lowest", lowest(plan.standings)),
    ):
        if standing is not None:
            title = voice.indicator(standing.id, standing.title)
            book.say(SAYS[name], name=title, points=voice.points(standing.points))
    after = plan.reckoning.oit_after
    if after is not None and after > score.points:
        book.say(SAYS["after"], before=voice.points(score.points), after=voice.points(after))
    _parts(book, plan)


def _parts(book: Book, plan: Plan) -> None:
    """Say what is strong and what is to be developed."""
    voice, found = book.voice, analysed(plan)
    if found is None:
        return
    how = "by_target" if found.has_target else "by_mean"
    for name, parts in (("strengths", found.strengths), ("to_develop", found.to_develop)):
        book.subheading(SAYS[name])
        if name == "strengths":
            book.say(SAYS[how], style=styles.NOTE, target=voice.points(found.divided_at))
        for part in parts:
            title = voice.indicator(part.id, part.title)
            say = "strength" if name == "strengths" else "weakness"
            if say == "weakness" and not part.items:
                say = "weakness_alone"
            items = ", ".join(part.items)
            points = voice.points(part.points)
            book.say(SAYS[say], style="List Bullet", name=title, points=points, items=items)
        if not parts:
            book.say(SAYS["nothing"], style="List Bullet")


def write_measures(book: Book, plan: Plan, heading: Text) -> None:
    """Write the table of measures, unit by unit."""
    voice = book.voice
    book.heading(heading)
    paragraph(book.document, _of_the_calendar(book, plan.calendar), styles.NOTE)
    if not plan.tasks:
        book.say(SAYS["no_tasks_yet" if plan.looks else "no_tasks"])
        return
    book.say(SAYS["order_note"], style=styles.NOTE)
    book.caption(SAYS["measures_caption"], count=len(plan.tasks))
    heads = ("order", "issue", "measure", "method", "owner", "period", "follow_up")
    made = table(book.document, tuple(voice.says(head) for head in heads), _WIDTHS)
    for unit in plan.units:
        gain, count = voice.points(unit.gain), len(unit.tasks)
        add_group(made, voice.says("unit_row", unit=voice.unit(unit.unit), count=count, gain=gain))
        for task in unit.tasks:
            _measure(book, task, add_row(made))
    keep_short_rows_whole(made)


def _measure(book: Book, task: Task, cells: tuple[_Cell, ...]) -> None:
    voice, verdict = book.voice, task.verdict
    number, issue, measure, method, owner, period, follow_up = cells
    first(number, str(task.order), styles.CELL_NUMBER)
    bold(issue, voice.item(verdict.id, verdict.title))
    more(issue, voice.says("status", status=voice.words.statuses[verdict.status]))
    for lack in task.lacks:
        more(issue, voice.text(lack), styles.CELL_STEP)
    if doubt := voice.doubt(task):
        more(issue, doubt)
    first(measure, voice.measure(task))
    more(measure, voice.words.gain_value.format(gain=voice.points(verdict.gain)))
    steps = [voice.text(step) for step in task.steps]
    first(method, steps[0], styles.CELL_STEP if len(steps) > 1 else styles.CELL)
    for step in steps[1:]:
        more(method, step, styles.CELL_STEP)
    first(owner, voice.unit(verdict.unit))
    first(period, voice.says("by_day", day=voice.day(task.due)))
    first(follow_up, voice.follow_up(task))


def _of_the_calendar(book: Book, calendar: Calendar) -> str:
    voice, year = book.voice, calendar.fiscal_year
    begins = voice.day(calendar.day)
    if calendar.season is Season.NOT_KNOWN or calendar.deadline is None:
        end = calendar.until
        if end is None:
            return voice.says("calendar_not_known", year=year, day=begins)
        until = voice.day(end)
        return voice.says("calendar_not_known_until", year=year, day=begins, until=until)
    name = "calendar_open" if calendar.season is Season.OPEN else "calendar_closed"
    return voice.says(name, year=year, day=begins, deadline=voice.day(calendar.deadline))


def write_looks(book: Book, plan: Plan) -> None:
    """Write what a person has to look at, apart from what is wanting."""
    if not plan.looks:
        return
    voice = book.voice
    book.heading(SAYS["looks"])
    book.say(SAYS["looks_intro"], style=styles.NOTE)
    book.caption(SAYS["looks_caption"], count=len(plan.looks))
    heads = ("item_column", "why", "if_not_there", "owner", "period")
    widths = (5.6, 6.4, 7.0, 3.4, LANDSCAPE_CM - 22.4)
    made = table(book.document, tuple(voice.says(head) for head in heads), widths)
    for task in plan.looks:
        item, why, otherwise, owner, period = add_row(made)
        bold(item, voice.item(task.verdict.id, task.verdict.title))
        more(item, voice.says("please_check"))
        first(why, voice.text(task.lacks[0]))
        first(otherwise, voice.text(task.steps[0]))
        first(owner, voice.unit(task.verdict.unit))
        first(period, voice.says("by_day", day=voice.day(task.due)))
    keep_short_rows_whole(made)


def write_decided(book: Book, plan: Plan) -> None:
    """Write the items on which people have decided."""
    if not plan.decided:
        return
    voice, words = book.voice, book.voice.words
    book.heading(SAYS["decided"])
    book.say(SAYS["decided_intro"], style=styles.NOTE)
    book.caption(SAYS["decided_caption"], count=len(plan.decided))
    heads = ("item_column", "found", "decision", "who_when")
    widths = (4.5, 2.2, 5.6, PORTRAIT_CM - 12.3)
    made = table(book.document, tuple(voice.says(head) for head in heads), widths)
    for verdict in plan.decided:
        waiver = verdict.waiver
        if waiver is None:
            continue
        item, found, decision, who = add_row(made)
        bold(item, voice.item(verdict.id, verdict.title))
        first(found, words.statuses[verdict.status])
        first(decision, words.decisions[waiver.decision])
        more(decision, voice.clean(waiver.reason))
        first(who, voice.clean(waiver.author, 160) or "–")
        more(who, held(waiver, words, voice.language))
    keep_short_rows_whole(made)


def write_monitoring(book: Book) -> None:
    """Write how the measures are followed up."""
    book.heading(SAYS["monitoring"])
    for name in ("monitoring_1", "monitoring_2", "monitoring_3"):
        book.say(SAYS[name], style="List Bullet")
