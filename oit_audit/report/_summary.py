"""The first sheet of a workbook: what an office must know, without knowing the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from oit_audit.model import Completion, Verdict
from oit_audit.report import _rows
from oit_audit.report._clean import plain
from oit_audit.report._columns import Telling, what_to_do
from oit_audit.report._say import points, said
from oit_audit.report._sheets import Sheets
from oit_audit.report._workbook import Address, Book, Points, Value, height
from oit_audit.report.locale import day
from oit_audit.report.locale.tables import HOLDS, SAYS

MAX_FIX = 10
"""Items in the list of what to fix first."""

_WIDTHS = (24, 40, 16, 58, 28, 14)
_ORDINARY = 10
"""Size of letters, in points."""

_LAST = len(_WIDTHS) - 1
_ALARM = {"bold": True, "bg_color": "#C00000", "font_color": "#FFFFFF", "font_size": 12}
_CAUTION = {"bg_color": "#FCE4D6", "font_color": "#7F2A00"}
_QUIET = {"font_color": "#595959", "italic": True}


class Summary:
    """Writes the sheet from above downwards."""

    def __init__(self, book: Book, sheets: Sheets) -> None:
        self.book = book
        self.sheets = sheets
        self.audit = sheets.audit
        self.words = sheets.words
        self.language = sheets.language
        self.row = 0
        self.sheet: Any = book.sheet(sheets.name("summary"))
        for number, width in enumerate(_WIDTHS):
            self.sheet.set_column(number, number, width)
        self.sheet.hide_gridlines(2)

    def write(self, others: Sequence[str]) -> None:
        """Write it all; `others` are the keys of the sheets that follow."""
        self._whose()
        self._alarms()
        self._score()
        self._fix_first()
        self._counts()
        self._indicators()
        self._others(others)
        self.line(self.words.disclaimer, **_QUIET)

    def line(self, text: str, **style: object) -> None:
        """Write `text` across the whole sheet, as many lines high as it needs."""
        scale = _scale(style)
        self.sheet.set_row(self.row, height([text], [sum(_WIDTHS) / scale]) * scale)
        self.sheet.merge_range(self.row, 0, self.row, _LAST, "", self.book.style(**style))
        self.book.put(self.sheet, self.row, 0, text, **style)
        self.row += 1

    def heading(self, text: str) -> None:
        """Write the heading of a part, with room above it."""
        self.row += 1
        self.line(text, bold=True, font_size=13, font_color="#1F3864")

    def fact(self, name: str, value: Value, **style: object) -> None:
        """Write a name and what there is to say of it."""
        self.sheet.set_row(self.row, height([name], _WIDTHS) * _scale(style))
        self.book.put(self.sheet, self.row, 0, name, bold=True, font_color="#404040")
        self.sheet.merge_range(self.row, 1, self.row, _LAST, "", self.book.style(**style))
        self.book.put(self.sheet, self.row, 1, value, **{"align": "left", **style})
        self.row += 1

    def table(self, headings: Sequence[str], rows: Iterator[Sequence[Value]]) -> int:
        """Write a small table; return the number of its first row below the headings."""
        names = [self.sheets.head(name) for name in headings]
        self.book.heads(self.sheet, self.row, names, _WIDTHS)
        first = self.row = self.row + 1
        for row in rows:
            self.book.line_up(self.sheet, self.row, row, _WIDTHS)
            self.row += 1
        return first

    def _whose(self) -> None:
        audit, words = self.audit, self.words
        organisation = audit.organisation
        name = plain(organisation.name or "", 200) or words.nameless
        self.line(words.eyebrow, font_color="#595959")
        self.line(name, bold=True, font_size=18, font_color="#1F3864")
        self.fact(words.website, Address(organisation.url))
        self.fact(words.fiscal_year, words.fiscal_year_value.format(year=audit.fiscal_year))
        self.fact(words.audit_date, day(audit.today, self.language))
        if organisation.kind:
            self.fact(words.organisation_kind, words.kinds[organisation.kind])
        if organisation.province:
            self.fact(words.province, organisation.province)

    def _alarms(self) -> None:
        audit, words = self.audit, self.words
        above = self.row = self.row + 1
        if not audit.is_whole:
            nothing = audit.reach.completion is Completion.NONE
            heading, text = (
                (words.none_heading, words.none_text)
                if nothing
                else (words.partly_heading, words.partly_text)
            )
            self.line(f"⚠ {heading}", **_ALARM)
            self.line(text, **_CAUTION)
            for cause in _rows.unseen(audit)[:3]:
                says = f"{words.skips[cause.reason]} ({cause.count:,})"
                self.line(f"• {says}: {words.skip_advice[cause.reason]}", **_CAUTION)
        if audit.links:
            self.line(words.by_links.format(count=len(_rows.entered(audit))), **_CAUTION)
        if unsure := _rows.unsure(audit):
            self.line(words.please_check_count.format(count=len(unsure)), **_CAUTION)
        if audit.site_findings:
            told = f"{words.site_findings}: {len(audit.site_findings):,}"
            self.line(f"{told} ({words.site_findings_intro})", **_CAUTION)
        self.row += self.row > above

    def _score(self) -> None:
        score, reach, words = self.audit.score, self.audit.reach, self.words
        opened = words.seen_value.format(pages=f"{reach.pages:,}", documents=f"{reach.documents:,}")
        big = {"bold": True, "font_size": 16, "font_color": "#1F3864"}
        if not _rows.has_score(self.audit):
            self.fact(words.score, words.score_none, **big)
        else:
            self.fact(words.score, f"{points(score.points)} {words.score_of}", **big)
            ends = {"low": points(score.low), "high": points(score.high)}
            is_range = score.low != score.high
            self.fact("", words.score_range.format(**ends) if is_range else words.score_exact)
            if score.level:
                level = words.level.format(level=plain(score.level, 20))
                self.fact("", f"{level} – {words.level_note}")
        self.fact("", words.estimate, **_QUIET)
        counted = (
            f"{words.statuses[status]} {count}"
            for status, count in _rows.counts(self.audit).items()
            if count
        )
        self.fact(words.counts, " · ".join(counted), bold=True)
        self.fact(words.completion, f"{words.completions[reach.completion]} ({opened})")

    def _counts(self) -> None:
        self.heading(self.words.counts)
        first = self.table(
            ("status", "meaning", "count"),
            (
                (self.words.statuses[status], self.words.status_meanings[status], count)
                for status, count in _rows.counts(self.audit).items()
            ),
        )
        self.book.colour(self.sheet, (first, 0, self.row - 1, 0), self.sheets.status_colours())

    def _fix_first(self) -> None:
        words, fix = self.words, _rows.to_fix(self.audit)
        self.heading(words.fix_first)
        if not fix:
            undecided = _rows.to_look_at(self.audit)
            self.line(words.fix_nothing_yet if undecided else words.fix_nothing)
            return
        self.line(words.fix_first_intro, **_QUIET)
        headings = ("item", "title", "status", "remedy", "unit", "gain")
        first = self.table(headings, map(self._to_fix, fix[:MAX_FIX]))
        self.book.colour(self.sheet, (first, 2, self.row - 1, 2), self.sheets.status_colours())
        if (more := len(fix) - MAX_FIX) > 0:
            told = SAYS["more_items"].in_language(self.language)
            self.line(told.format(count=more, sheet=self.sheets.name("items")))

    def _to_fix(self, verdict: Verdict) -> Sequence[Value]:
        telling = Telling(self.audit, verdict, self.language)
        return (
            verdict.id,
            said(verdict.title, self.language),
            self.words.statuses[verdict.status],
            what_to_do(telling),
            verdict.unit or self.words.no_unit,
            Points(verdict.gain),
        )

    def _indicators(self) -> None:
        if self.audit.score.indicators and _rows.has_score(self.audit):
            self.heading(self.words.indicators)
            self.table(("indicator", "title", "points", "met"), self._scores())

    def _scores(self) -> Iterator[Sequence[Value]]:
        words = self.words
        for one in self.audit.score.indicators:
            met = sum(sub.met for sub in one.sub_indicators)
            counted = sum(sub.counted for sub in one.sub_indicators)
            yield (
                words.indicator_name.format(id=one.id),
                said(one.title, self.language) if one.title else "",
                Points(one.points),
                words.met_of_counted_value.format(met=met, counted=counted),
            )
            for sub in one.sub_indicators:
                yield (
                    sub.id,
                    said(sub.title, self.language) if sub.title else "",
                    Points(sub.points),
                    words.met_of_counted_value.format(met=sub.met, counted=sub.counted),
                )

    def _others(self, others: Sequence[str]) -> None:
        self.heading(said(SAYS["sheets"], self.language))
        for key in others:
            name = self.sheets.name(key)
            aim = f"internal:'{name}'!A1"
            link = self.book.style(font_color="#0B5394", underline=1)
            self.sheet.write_url(self.row, 0, aim, link, name)
            self.sheet.merge_range(self.row, 1, self.row, _LAST, "", self.book.style())
            self.book.put(self.sheet, self.row, 1, HOLDS[key].in_language(self.language))
            self.row += 1
        self.row += 1


def _scale(style: Mapping[str, object]) -> float:
    """Return how much larger than ordinary the letters of `style` are."""
    size = style.get("font_size")
    return size / _ORDINARY if isinstance(size, int) else 1.0
