"""The cells and lines of a document that hold long numbers, each with what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_audit.judge import labels
from oit_audit.judge.labels import Label
from oit_audit.model import Document, Media, Table
from oit_audit.thai import Finder

_FEWEST = 10
"""Digits from which a text is looked at."""

_HEAD_ROWS = 5
_HEAD_LINES = 8
_CELL = 300
_ROW = 3_000
"""Characters of a cell that count for its row, and of the row."""

_LABEL = 60
"""Characters up to which a cell may be the label of the next."""

_DIGIT = re.compile(r"\d")
_CUT = re.compile(r"\d[ -]*$")
_GOES_ON = re.compile(r"^[ -]*\d")
_NAMES = Finder(
    (
        "สกุล", "รายชื่อ", "ชื่อผู้มีสิทธิ", "ชื่อผู้รับเงิน", "ชื่อผู้สูงอายุ", "ชื่อผู้พิการ", "ชื่อคนพิการ",
        "ชื่อผู้ป่วย", "ชื่อบุคคล", "ชื่อพนักงาน", "ชื่อเจ้าหน้าที่", "ชื่อนักเรียน", "ชื่อเด็ก", "ชื่อผู้ปกครอง",
        "first name", "last name", "surname", "full name",
    )
)  # fmt: skip
_NO_NAMES = Finder(
    (
        "บริษัท", "ร้าน", "ห้าง", "โครงการ", "รายการ", "ชื่อบัญชี", "ผู้ประกอบการ", "ผู้ขาย", "ผู้รับจ้าง",
        "ผู้เสนอราคา", "คู่สัญญา", "ผู้รับผิดชอบ",
    )
)  # fmt: skip
_MERGED = 3
"""Cells with the same words in one row from which they are one cell across columns."""

_LETTERS = re.compile(r"[ก-ฮa-z](?:[^ก-ฮa-z]*[ก-ฮa-z]){3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that holds enough digits to be looked at."""

    text: str
    where: str
    """As blocks and tables have it, with the row: `page 3`, `table 1 row 4`."""

    before: str = ""
    """The cell to the left, or the line above: it may say what the text is."""

    row: str = ""
    """The whole row of a table; empty for a line."""

    label: Label | None = None
    """What the head of the column, or a line above, calls the numbers."""

    series: tuple[int, int] = (-1, -1)
    """Table and column; the lines of a document are one series."""

    named: bool = False
    """Does a column of names hold something in this row?"""

    alone: bool = False
    """A title, a file name, a label of a link: nothing beside it belongs to it."""

    @property
    def in_table(self) -> bool:
        """Is it a cell?"""
        return self.series[0] >= 0

    def ahead(self, start: int) -> str:
        """Return the words right before `start`; of the passage before when there are none here."""
        here = self.text[max(0, start - 120) : start]
        cut = 0
        for match in re.finditer(r"\d[\d -]{7,}\d", here):
            cut = match.end()
        here = here[cut:]
        return here if cut or _LETTERS.search(here) else f"{self.before[-120:]} {here}"

    def around(self, start: int, end: int) -> str:
        """Return what is said of the one whose number stands there."""
        if self.row:
            return self.row
        here = self.text[max(0, start - 120) : end + 80]
        return here if _LETTERS.search(here) else f"{self.before[-120:]} {here}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A number of a person, and where it stands."""

    digits: str
    where: str


def passages(document: Document) -> Iterator[Passage]:
    """Give the passages of a document, in reading order: its own names, lines, then tables."""
    yield from _names(document)
    yield from _lines(document)
    for index, table in enumerate(document.tables):
        yield from _cells(index, table)


def _names(document: Document) -> Iterator[Passage]:
    texts = {document.title: "title", document.file_name.replace("_", " "): "file name"}
    texts |= {table.caption: table.where for table in document.tables}
    texts |= {text: "link" for link in document.links for text in (link.text, link.title)}
    texts |= {picture.alt: picture.where for picture in document.pictures}
    texts |= {section.label: "heading" for section in document.sections}
    for text, where in texts.items():
        if _is_dense(text):
            yield Passage(text, where, alone=True)


def _lines(document: Document) -> Iterator[Passage]:
    before = tail = ""
    label: Label | None = None
    above: list[str] = []
    listed = document.media is not Media.WEBPAGE
    for block in document.blocks:
        joint = _joint(tail, block.text)
        dense = _is_dense(block.text)
        if (dense or joint) and listed:
            label = _label(above) or label
            above.clear()
        if dense:
            yield Passage(block.text, block.where, before, label=label)
        if joint:
            yield Passage(joint, block.where, label=label)
        if not dense:
            above = [*above[1 - _HEAD_LINES :], block.text]
        before = "" if dense else block.text
        tail = block.text


def _label(above: Sequence[str]) -> Label | None:
    return next(filter(None, map(labels.of_list, reversed(above))), None)


def _joint(before: str, text: str) -> str:
    """Return the end of a line and the next when a number runs over from it; else empty."""
    if not (_CUT.search(before[-8:]) and _GOES_ON.search(text[:8])):
        return ""
    joint = f"{before[-120:]}\n{text[:120]}"
    return joint if _is_dense(joint) else ""


def _cells(index: int, table: Table) -> Iterator[Passage]:
    dense = [any(map(_is_dense, row)) for row in table.rows]
    if True not in dense:
        return
    heads = _heads(table.rows[: min(dense.index(True), _HEAD_ROWS)])
    marks = {column: labels.of_column(cells) for column, cells in heads.items()}
    names = [column for column, cells in heads.items() if _is_of_names(cells)]
    for number, row in enumerate(table.rows):
        if not dense[number]:
            continue
        said = " ".join(cell[:_CELL] for cell in dict.fromkeys(row))[:_ROW]
        named = any(column < len(row) and _LETTERS.search(row[column]) for column in names)
        for column, cell in enumerate(row):
            if _is_dense(cell) and cell not in row[:column]:
                label = marks.get(column)
                yield Passage(
                    cell,
                    f"{table.where} row {number + 1}",
                    "" if label else _left(row[:column]),
                    said,
                    label,
                    (index, column),
                    named,
                )


def _left(cells: Sequence[str]) -> str:
    """Return the words to the left when they are short enough to be a label."""
    left = next((each for each in reversed(cells) if each), "")
    return "" if len(left) > _LABEL or _is_dense(left) else left


def _heads(rows: Sequence[Sequence[str]]) -> dict[int, list[str]]:
    heads: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if cell and row.count(cell) < _MERGED:
                heads.setdefault(column, []).append(cell)
    return heads


def _is_of_names(head: Sequence[str]) -> bool:
    return any(_NAMES.has(cell[:_CELL]) and not _NO_NAMES.has(cell[:_CELL]) for cell in head)


def _is_dense(text: str) -> bool:
    return len(text) >= _FEWEST and len(_DIGIT.findall(text)) >= _FEWEST
