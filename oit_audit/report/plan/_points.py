"""The table of points, instrument by instrument, as the official sheet has them."""

from __future__ import annotations

from docx.table import Table

from oit_audit.model import Instrument, Plan, Standing
from oit_audit.report.locale.planning import SAYS
from oit_audit.report.plan import _styles as styles
from oit_audit.report.plan._book import Book
from oit_audit.report.plan._paper import PORTRAIT_CM
from oit_audit.report.plan._pieces import add_row, bold, first, keep_short_rows_whole, table

_WIDTHS = (2.5, PORTRAIT_CM - 8.1, 2.8, 2.8)


def write_points(book: Book, plan: Plan) -> None:
    """Write the points of indicators and sub-indicators, of OIT, and the total with its level."""
    voice = book.voice
    book.caption(SAYS["indicators_caption"])
    heads = ("instrument", "indicator", "met", "points")
    made = table(book.document, tuple(voice.says(head) for head in heads), _WIDTHS)
    for standing in plan.standings:
        _standing(book, made, standing)
    _sum(book, made, "oit_row", voice.points(plan.audit.score.points))
    reckoning = plan.reckoning
    if reckoning.total is not None:
        _sum(book, made, "total_row", voice.points(reckoning.total))
        if reckoning.level is not None:
            _sum(book, made, "level_row", voice.level(reckoning.level))
    keep_short_rows_whole(made)
    if reckoning.total is not None and not reckoning.has_levels:
        book.say(SAYS["level_none"], year=plan.audit.fiscal_year)


def _standing(book: Book, made: Table, standing: Standing) -> None:
    voice = book.voice
    instrument, name, met, points = add_row(made)
    first(instrument, standing.instrument.upper(), styles.CELL_NUMBER)
    bold(name, voice.standing(standing))
    first(met, "" if standing.instrument is Instrument.OIT else "–", styles.CELL_NUMBER)
    first(points, voice.points(standing.points), styles.CELL_NUMBER)
    for part in standing.parts:
        _, name, met, points = add_row(made)
        title = voice.text(part.title, 160) if part.title else ""
        first(name, f"{part.id} {title}".strip())
        of = voice.words.met_of_counted_value.format(met=part.met, counted=part.counted)
        first(met, of, styles.CELL_NUMBER)
        first(points, voice.points(part.points), styles.CELL_NUMBER)


def _sum(book: Book, made: Table, name: str, value: str) -> None:
    cells = add_row(made)
    bold(cells[0].merge(cells[2]), book.voice.says(name))
    first(cells[3], value, styles.CELL_NUMBER)
