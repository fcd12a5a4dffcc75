"""The appendix of a plan: what was opened, where, and what it says."""

from __future__ import annotations

from collections.abc import Iterable

from docx.table import _Cell

from oit_audit.model import Evidence, Plan, Rejected, Verdict
from oit_audit.report.locale.planning import SAYS
from oit_audit.report.plan import _styles as styles
from oit_audit.report.plan._book import Book
from oit_audit.report.plan._paper import PORTRAIT_CM, next_section
from oit_audit.report.plan._pieces import (
    add_row,
    bold,
    first,
    keep_short_rows_whole,
    link,
    more,
    table,
)

_MOST = 3
"""Pieces of evidence of one item; the audit itself holds all."""

_QUOTE, _PATH = 240, 240
_WIDTHS = (3.6, 5.0, PORTRAIT_CM - 11.2, 2.6)


def write_appendix(book: Book, plan: Plan) -> None:
    """Write what was found of every item that is wanting or has to be looked at."""
    rows = sorted((*plan.tasks, *plan.looks), key=lambda task: _place(plan, task.verdict))
    shown = [task.verdict for task in rows if task.verdict.evidence or task.verdict.rejected]
    bare = [task.verdict.id for task in rows if task.verdict not in shown]
    if not rows:
        return
    next_section(book.document, landscape=False)
    book.plain_heading(SAYS["appendix"])
    book.say(SAYS["appendix_intro"], style=styles.NOTE)
    if shown:
        _table(book, shown)
    if bare:
        book.say(SAYS["no_evidence"], items=", ".join(book.voice.clean(item, 20) for item in bare))


def _table(book: Book, verdicts: Iterable[Verdict]) -> None:
    voice = book.voice
    book.caption(SAYS["appendix_caption"])
    heads = ("item_column", "what_found", "where_found", "when_found")
    made = table(book.document, tuple(voice.says(head) for head in heads), _WIDTHS)
    for verdict in verdicts:
        shown: tuple[Evidence | Rejected, ...] = verdict.evidence or verdict.rejected
        for number, one in enumerate(shown[:_MOST]):
            cells = add_row(made)
            if number == 0:
                bold(cells[0], voice.item(verdict.id, verdict.title))
                more(cells[0], voice.words.statuses[verdict.status])
            else:
                first(cells[0], voice.clean(verdict.id, 20))
            match one:
                case Evidence():
                    _evidence(book, one, cells)
                case Rejected():
                    _rejected(book, one, cells)
    keep_short_rows_whole(made)


def _place(plan: Plan, verdict: Verdict) -> int:
    return next(n for n, each in enumerate(plan.audit.verdicts) if each.id == verdict.id)


def _evidence(book: Book, one: Evidence, cells: tuple[_Cell, ...]) -> None:
    voice = book.voice
    _, found, where, when = cells
    title = voice.clean(one.title or one.anchor_text, 160)
    first(found, title or voice.address(one.url))
    if quote := voice.clean(one.quote, _QUOTE):
        more(found, f"“{quote}”")
    link(first(where, ""), one.url, voice.address(one.url))
    if one.click_path:
        path = voice.clean(" > ".join(voice.clean(step, 80) for step in one.click_path), _PATH)
        more(where, voice.says("path", path=path))
    if one.fetched_at is not None:
        first(when, voice.day(one.fetched_at.date()))
    year = one.fiscal_year
    more(when, voice.says("year_read", year=year) if year else voice.says("no_year"))


def _rejected(book: Book, one: Rejected, cells: tuple[_Cell, ...]) -> None:
    voice = book.voice
    _, found, where, _ = cells
    first(found, voice.says("rejected", reason=voice.text(one.reason, _QUOTE)))
    link(first(where, ""), one.url, voice.address(one.url))
