"""A workbook that people read and print: tables with a frozen head, filters, links and colours.

What a cell holds is said by its type: text stays text, a number is one, and only an `Address` of
the web becomes a link. Same content, same bytes: XlsxWriter gives every file in the archive the
same time, and the day of the audit is the day on which the workbook was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from io import BytesIO
from itertools import islice
from typing import Any, TypeAlias

from oit_audit.report._cells import begins_formula
from oit_audit.report._clean import address, plain
from oit_audit.report._target import target
from oit_audit.report._wrap import lines

MAX_CELL = 1_000
"""Characters of one text: what fits into the tallest row that Excel has."""

MAX_ROWS = 10_000
"""Rows of one table. With two links in each, Excel's 65,530 links a sheet are not reached."""

MAX_TARGET = 2_079
"""Characters of an address up to which Excel takes a link."""

FONT = "Tahoma"
"""Every Windows and macOS has it, with Thai letters that are readable when small."""

LINE = 14.0
"""Height of one line of text, in points."""

MAX_LINES = 14
"""Of a row: a longer text is whole in its cell, and one sees its beginning."""

_A4 = 9
_EVERYWHERE = "A1:XFD1048576"
_GRID = {"border": 1, "border_color": "#BFBFBF"}
_HEAD = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "valign": "vcenter"}
_LINK = {"font_color": "#0B5394", "underline": 1}


@dataclass(frozen=True, slots=True)
class Address:
    """An address as a stranger wrote it; a link where a reader may click it."""

    url: str
    as_is: bool = False
    """Is it shown with its escapes, to be copied, rather than readable?"""

    @property
    def shown(self) -> str:
        """The text of its cell."""
        return plain(self.url, MAX_TARGET) if self.as_is else address(self.url, MAX_CELL)


@dataclass(frozen=True, slots=True)
class Points:
    """Points, shown with two decimals."""

    value: float


Value: TypeAlias = "str | int | Address | Points | None"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: str
    width: float
    """Characters."""

    colours: Mapping[str, tuple[str, str]] | None = None
    """Background and letters of a cell by the word in it; colour never stands alone."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is one table."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    left_out: str
    """Says how many rows had no room, with `{count}`."""

    frozen: int = 1
    """Columns that stay when one scrolls to the right."""


class Book:
    """A workbook that grows sheet by sheet."""

    def __init__(self, about: Mapping[str, str], day: date, banner: tuple[str, str, str]) -> None:
        """Begin a workbook.

        Args:
            about: Properties of the document: `title`, `author`, …
            day: On which it counts as made.
            banner: Left, middle and right of the line above each printed page.
        """
        from xlsxwriter import Workbook  # noqa: PLC0415 - slow to load

        self._file = BytesIO()
        self._book: Any = Workbook(
            self._file,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_format_properties": {
                    "font_name": FONT,
                    "font_size": 10,
                    "font_scheme": False,  # else Excel takes the font of its theme
                },
            },
        )
        made = datetime.combine(day, time(), UTC).replace(tzinfo=None)
        clean = {key: plain(text, 200) for key, text in about.items()}
        self._book.set_properties({**clean, "created": made})
        self._banner = banner
        self._styles: dict[tuple[tuple[str, object], ...], Any] = {}

    def style(self, **properties: object) -> Any:
        """Return a format; equal properties give the same one."""
        base = {"valign": "top", "text_wrap": True, **properties}
        key = tuple(sorted(base.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(base)
        return self._styles[key]

    def sheet(self, name: str) -> Any:
        """Add a sheet that prints on A4 across, as wide as the paper."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        left, middle, right = (plain(text, 70).replace("&", "&&") for text in self._banner)
        sheet.set_header(f"&L{left}&C{middle}&R{right}")
        sheet.set_footer("&L&A&R&P / &N")
        sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})
        return sheet

    def put(self, sheet: Any, row: int, column: int, value: Value, **style: object) -> None:
        """Write one cell, as its type says."""
        match value:
            case Address():
                self._link(sheet, row, column, value, style)
            case Points(points):
                number = self.style(**{"num_format": "0.00", "align": "right", **style})
                sheet.write_number(row, column, round(points, 2) + 0.0, number)
            case int():
                sheet.write_number(row, column, value, self.style(**{"align": "center", **style}))
            case str() if text := _plain(value):
                # the mark of a text keeps it one when somebody edits the cell
                typed = {"quote_prefix": True} if begins_formula(text) else {}
                sheet.write_string(row, column, text, self.style(**typed, **style))
            case _:
                sheet.write_blank(row, column, None, self.style(**style))

    def _link(
        self, sheet: Any, row: int, column: int, value: Address, style: dict[str, object]
    ) -> None:
        aim = target(value.url)
        if aim is None or len(aim.encode("utf-16-le")) > 2 * MAX_TARGET:
            self.put(sheet, row, column, value.shown, **style)
        else:
            sheet.write_url(row, column, aim, self.style(**_LINK, **style), value.shown)

    def heads(self, sheet: Any, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
        """Write the names of columns."""
        self.line_up(sheet, row, headings, widths, **_HEAD)

    def line_up(
        self,
        sheet: Any,
        row: int,
        values: Sequence[Value],
        widths: Sequence[float],
        **style: object,
    ) -> None:
        """Write a row of a table, as high as its longest text needs."""
        sheet.set_row(row, height(values, widths))
        for column, value in enumerate(values):
            self.put(sheet, row, column, value, **{**_GRID, **style})

    def colour(
        self, sheet: Any, area: tuple[int, int, int, int], colours: Mapping[str, tuple[str, str]]
    ) -> None:
        """Let the cells of `area` take the colour of the word in them, also after an edit."""
        for word, (ground, letters) in colours.items():
            look = self._book.add_format({"bg_color": ground, "font_color": letters, "bold": True})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            sheet.conditional_format(*area, rule)

    def table(self, table: Table) -> Any:
        """Add a sheet with one table."""
        sheet = self.sheet(table.name)
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
        widths = [column.width for column in table.columns]
        self.heads(sheet, 0, [column.heading for column in table.columns], widths)
        rows = iter(table.rows)
        last = 0
        for last, row in enumerate(islice(rows, MAX_ROWS), start=1):
            self.line_up(sheet, last, row, widths)
        for number, column in enumerate(table.columns):
            if column.colours:
                self.colour(sheet, (1, number, max(last, 1), number), column.colours)
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
        sheet.freeze_panes(1, table.frozen)
        sheet.repeat_rows(0)
        if more := sum(1 for _ in rows):
            words = table.left_out.format(count=f"{more:,}")
            self.put(sheet, last + 2, 0, words, bold=True, text_wrap=False)
        return sheet

    def finished(self) -> bytes:
        """Return the bytes of the file."""
        self._book.close()
        return self._file.getvalue()


def height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """Return how high a row must be for `values` in columns of `widths`, in points."""
    most = max(map(_lines, values, widths), default=1)
    return min(most, MAX_LINES) * LINE + 3


def _lines(value: Value, width: float) -> int:
    room = max(int(width * 1.1) - 1, 1)  # letters are narrower than the digits of a width
    if isinstance(value, Address):
        return 1 if len(value.shown) <= room else 2  # the rest of it tells a reader nothing
    text = value if isinstance(value, str) else ""
    return 1 if len(text) <= room else _wrapped(text, room)


@lru_cache(maxsize=4_096)
def _plain(text: str) -> str:
    return plain(text, MAX_CELL)


@lru_cache(maxsize=4_096)
def _wrapped(text: str, room: int) -> int:
    return len(lines(plain(text, MAX_CELL), room))
