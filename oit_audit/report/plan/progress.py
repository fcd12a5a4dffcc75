"""The progress report as a Word document: measure by measure, before and now."""

from __future__ import annotations

from docx.table import _Cell

from oit_audit.model import Advance, Language, Measured, NoteId, Progress, Text, Verdict
from oit_audit.report.locale.planning import SAYS as PLANNING
from oit_audit.report.locale.progressing import ADVANCES, NOT_COMPARABLE, SAYS, WHY
from oit_audit.report.plan import _styles as styles
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
    table,
)
from oit_audit.report.plan.advances import remains, won
from oit_audit.report.plan.rows import lacks_of
from oit_audit.report.plan.word import write_decided, write_looks, write_measures, write_monitoring

VERSION = 1
"""Of the structure that programs rely on, as `Format` has it."""

_WIDTHS = (5.4, 5.2, 2.6, 5.0, 4.8, LANDSCAPE_CM - 23.0)


def render(progress: Progress, language: Language) -> bytes:
    """Return `progress` as a .docx file; the same progress gives the same bytes."""
    book = Book(progress.plan.audit, language, SAYS["title"], SAYS["subtitle"])
    _summary(book, progress)
    next_section(book.document, landscape=True)
    _results(book, progress)
    _not_compared(book, progress)
    write_measures(book, progress.plan, SAYS["next"])
    write_looks(book, progress.plan)
    next_section(book.document, landscape=False)
    write_decided(book, progress.plan)
    write_monitoring(book)
    book.signatures()
    write_appendix(book, progress.plan)
    return finished(book.document)


def _summary(book: Book, progress: Progress) -> None:
    voice, changes = book.voice, progress.changes
    old, new = changes.old, changes.new
    book.heading(SAYS["summary"])
    book.say(SAYS["compared"], then=voice.day(old.today), now=voice.day(new.today))
    book.say(PLANNING["estimate"], style=styles.NOTE)
    if changes.has(NoteId.YEAR):
        book.say(SAYS["other_year"], then=old.fiscal_year, now=new.fiscal_year)
    points = changes.points
    if points.then and points.now and points.moved is not None:
        moved = _moved(points.moved)
        then, now = voice.points(points.then.points), voice.points(points.now.points)
        book.say(SAYS["points_moved"], then=then, now=now, moved=moved)
    elif points.why_not:
        reasons = [voice.text(NOT_COMPARABLE[reason]) for reason in points.why_not]
        book.say(SAYS["points_not"], style=styles.WARNING, why=", ".join(reasons))
    _points(book, progress)
    for advance in Advance:
        found = progress.of(advance)
        items = ", ".join(voice.clean(each.change.now.id, 20) for each in found)
        book.say(
            SAYS["count"],
            style="List Bullet",
            advance=voice.text(ADVANCES[advance]),
            count=len(found),
            items=f"({items})" if items else "",
        )


def _points(book: Book, progress: Progress) -> None:
    voice, changes = book.voice, progress.changes
    book.caption(SAYS["summary_caption"])
    heads = ("what", "then_column", "now_column")
    made = table(
        book.document, tuple(voice.text(SAYS[head]) for head in heads), (PORTRAIT_CM - 9, 4.5, 4.5)
    )
    rows: list[tuple[str, str, str]] = [
        (
            voice.text(SAYS["day_row"]),
            voice.day(changes.old.today),
            voice.day(changes.new.today),
        )
    ]
    then, now = changes.points.then, changes.points.now
    none = voice.text(SAYS["not_told"])
    before = {one.id: one.points for one in then.indicators} if then else {}
    for one in now.indicators if now else ():
        name = f"{one.id} {voice.text(one.title, 160) if one.title else ''}".strip()
        was = voice.points(before[one.id]) if one.id in before else none
        rows.append((name, was, voice.points(one.points)))
    rows.append(
        (
            voice.says("oit_row"),
            voice.points(then.points) if then else none,
            voice.points(now.points) if now else none,
        )
    )
    total = progress.plan.reckoning.total
    if total is not None:
        rows.append((voice.says("total_row"), none, voice.points(total)))
    for name, was, is_now in rows:
        cells = add_row(made)
        bold(cells[0], name)
        first(cells[1], was, styles.CELL_NUMBER)
        first(cells[2], is_now, styles.CELL_NUMBER)
    keep_short_rows_whole(made)


def _results(book: Book, progress: Progress) -> None:
    voice = book.voice
    book.heading(SAYS["results"])
    shown = progress.of(Advance.FIXED, Advance.IMPROVED, Advance.OPEN, Advance.WORSE)
    if not progress.measured and not progress.dropped:
        book.say(SAYS["no_results"])
    if not shown:
        return
    book.caption(SAYS["results_caption"], count=len(shown))
    heads = ("measure", "before", "after", "done", "left", "gained")
    made = table(book.document, tuple(voice.text(SAYS[head]) for head in heads), _WIDTHS)
    for advance in Advance:
        group = progress.of(advance)
        if not group or advance is Advance.NOT_COMPARABLE:
            continue
        name = voice.text(ADVANCES[advance])
        add_group(made, voice.filled(SAYS["group"], advance=name, count=len(group)))
        for measured in group:
            _result(book, measured, add_row(made))
    keep_short_rows_whole(made)


def _result(book: Book, measured: Measured, cells: tuple[_Cell, ...]) -> None:
    voice, then, now = book.voice, measured.change.then, measured.change.now
    item, before, after, done, left, gained = cells
    bold(item, voice.item(now.id, now.title))
    if measured.change.is_renumbered:
        more(item, voice.filled(SAYS["was"], item=voice.clean(then.id, 20)))
    more(item, voice.unit(now.unit))
    first(before, voice.words.statuses[then.status])
    for lack in lacks_of(then) if then.status is not now.status or remains(then) else ():
        more(before, voice.text(lack), styles.CELL_STEP)
    first(after, voice.words.statuses[now.status])
    fixed = won(measured.change)
    if measured.advance is Advance.FIXED and not fixed:
        fixed = (SAYS["all_met"],)
    _list(book, done, fixed)
    _list(book, left, remains(now))
    value = measured.gained
    first(gained, "–" if value is None else _moved(value), styles.CELL_NUMBER)


def _moved(points: float) -> str:
    """Return points with their sign; nothing has none."""
    value = round(points, 2) + 0.0
    return f"{value:+.2f}" if value else "0.00"


def _list(book: Book, cell: _Cell, texts: tuple[Text, ...]) -> None:
    said = [book.voice.text(text) for text in texts] or [book.voice.text(SAYS["nothing"])]
    style = styles.CELL_STEP if len(said) > 1 else styles.CELL
    first(cell, said[0], style)
    for line in said[1:]:
        more(cell, line, style)


def _not_compared(book: Book, progress: Progress) -> None:
    voice = book.voice
    found = progress.of(Advance.NOT_COMPARABLE)
    if not found and not progress.dropped:
        return
    book.heading(SAYS["not_compared"])
    book.say(SAYS["not_compared_intro"], style=styles.NOTE)
    book.caption(SAYS["not_compared_caption"], count=len(found) + len(progress.dropped))
    heads = ("measure", "then_column", "now_column", "why")
    widths = (8.0, 4.0, 4.0, LANDSCAPE_CM - 16.0)
    made = table(book.document, tuple(voice.text(SAYS[head]) for head in heads), widths)
    for measured in found:
        change = measured.change
        why = WHY.get(change.why, SAYS["why_other"])
        _other(book, add_row(made), change.then, change.now, why)
    for verdict in progress.dropped:
        _other(book, add_row(made), verdict, None, SAYS["dropped"])
    keep_short_rows_whole(made)


def _other(
    book: Book, cells: tuple[_Cell, ...], then: Verdict, now: Verdict | None, why: Text
) -> None:
    voice, statuses = book.voice, book.voice.words.statuses
    shown = now or then
    bold(cells[0], voice.item(shown.id, shown.title))
    first(cells[1], statuses[then.status])
    first(cells[2], statuses[now.status] if now else "–")
    first(cells[3], voice.text(why))
