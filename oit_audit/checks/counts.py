"""Do numbers stand beside the words that are asked, or does the text say that there was none?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._words import any_of
from oit_audit.model import Document, Finding, Media, Scene, Table
from oit_audit.thai import fold
from oit_audit.words import worded

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-–—]+|ไม่มี|ไม่ปรากฏ|ศูนย์"
_CELL = re.compile(rf"\W*(?:{_AMOUNT})\s*(?:เรื่อง|ราย|ครั้ง|คน|รายการ|โครงการ|ข้อ|%|บาท)?\W*")
_YEAR = re.compile(r"25\d\d|20\d\d")
_PAGE = re.compile(r"หน้า(?:ที่)?\s*\d|page\s*\d", re.IGNORECASE)
_CALENDAR = any_of(
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม"),
    *("กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค."),
    *("มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.", "เดือน", "วัน", "ปี"),
)
_BESIDE = re.compile(rf"\D{{0,40}}?(\d+)(?!\d|{_CALENDAR})")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_UNITS = frozenset(map(fold, ("ราย", "คน", "ครั้ง", "เรื่อง", "ฉบับ", "หลัง", "แห่ง", "คำขอ", "ครัวเรือน")))
_COUNTED = re.compile(r"(?<![\d,./])(\d[\d,]*)[ \t]*(?:เรื่อง(?!ร้อง)|ราย(?!การ)|ครั้ง|กรณี)(?!ที่|\s*ที่)")
_MONTH = re.compile(
    any_of(
        *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม"),
        *("กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค."),
        *("มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.", "ไตรมาส"),
    )
)
_HEADER_ROWS = 4
_LONGEST_NUMBER = 60
"""Characters of a number with its unit: a line of dashes is none."""

_ROWS = 40
"""Lines after a header line in which the numbers of a paper's table stand."""

_SUPPOSED = tuple(
    map(
        fold,
        (
            *("กรณี", "หาก", "ถ้า", "ในกรณีที่", "กรณีที่", "ให้", "เพื่อให้", "เป้าหมาย", "มุ่งหวังว่า"),
            *("จะ", "ต้อง", "เป้าหมายคือ"),
        ),
    )
)
"""What stands before what is only supposed or wished."""

_TOLD = tuple(map(fold, ("ให้ระบุ", "ให้ชี้แจง", "ให้แสดง", "ให้หน่วยงาน")))


@dataclass(frozen=True, slots=True)
class Counts(Part):
    """Look for a number for each group of words, in one document.

    A number stands in the column under the word, in the row behind it, or after it in a sentence;
    the table of a paper comes as a line with the words and lines with numbers below. `0`, `-` and
    `ไม่มี` are numbers. A sentence that says that there was none answers all groups at once, unless
    it tells the reader what to write in such a case, or what is hoped; so does a document whose
    every count is `0 เรื่อง`, where wordings for none are given.
    """

    name: ClassVar[str] = "counts"

    of: tuple[tuple[str, ...], ...]
    """Groups of words: what is counted, under any of its names."""

    none: tuple[str, ...] = ()
    """Wordings that say that there was none."""

    by_month: bool = False
    """Do numbers count that stand under months or quarters, behind what the row names?"""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND for the first document that counts every group, and quote a number."""
        fewest = self.of
        for document in documents:
            reading = read(document)
            if hit := _says_none(reading, self.none):
                return found(hit, worded("says that there was none"))
            if self.by_month and (hit := _under_months(document)):
                return found(hit, worded("gives numbers by month or quarter"))
            hits = [_counted(document, reading, group) for group in self.of]
            if counted := [hit for hit in hits if hit]:
                lacking = tuple(g for g, hit in zip(self.of, hits, strict=True) if not hit)
                if not lacking:
                    return found(counted[0], worded("gives a number for each"))
                fewest = min(fewest, lacking, key=len)
        names = ", ".join(group[0] for group in fewest)
        return not_found(documents, worded("gives no number for {names}", names=names))


def _under_months(document: Document) -> Hit | None:
    """Return a row that counts what it names under months or quarters."""
    for table in document.tables:
        for at, head in enumerate(table.rows[:_HEADER_ROWS]):
            columns = [column for column, cell in enumerate(head) if _MONTH.search(fold(cell))]
            for row in table.rows[at + 1 :]:
                under = [row[column] for column in columns if 0 < column < len(row)]
                if any(map(_is_number, under)) and _names(row[: columns[0]]):
                    return Hit(document, table.where, " | ".join(row))
        for row in table.rows[1:]:
            if _MONTH.search(fold(row[0])) and any(map(_is_number, row[1:])):
                return Hit(document, table.where, " | ".join(row))
    return None


def _names(cells: tuple[str, ...]) -> bool:
    return any(not _is_number(cell) and len(fold(cell)) > 1 for cell in cells)


def _says_none(reading: Reading, wordings: tuple[str, ...]) -> Hit | None:
    counted = list(_COUNTED.finditer(reading.plain)) if wordings else []
    if counted and all(float(each.group(1).replace(",", "")) == 0 for each in counted):
        return reading.spot(counted[0].start(), counted[0].end())
    text = reading.whole.text
    for wording in map(fold, wordings):
        for at in _places(text, wording):
            end = at + len(wording)
            supposed = text[max(0, at - 20) : at].endswith(_SUPPOSED)
            if not supposed and not any(told in text[end : end + 20] for told in _TOLD):
                return reading.hit(at, end)
    return None


def _counted(document: Document, reading: Reading, group: tuple[str, ...]) -> Hit | None:
    wanted = tuple(map(fold, group))
    for table in document.tables:
        if row := _row_with_number(table, wanted):
            return Hit(document, table.where, " | ".join(row))
    for word in wanted:
        for start in _places(reading.whole.text, word):
            at = reading.line_at(start + len(word) - 1)
            if (
                _follows(reading.lines[at].text, word)
                or _stands_below(reading, at)
                or (word in _UNITS and _before(reading.whole.text, start))
            ):
                return reading.hit(start, start + len(word))
    return None


def _before(text: str, start: int) -> bool:
    """Does a number that is no year stand right before `start`?"""
    number = re.search(r"\d[\d,.]*$", text[max(0, start - 12) : start])
    return number is not None and not _YEAR.fullmatch(number.group())


def _places(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


def _stands_below(reading: Reading, at: int) -> bool:
    """Do rows of numbers, or the number of a card, stand below line `at`?"""
    below = reading.lines[at + 1 : at + 1 + _ROWS]
    if reading.document.media is Media.WEBPAGE:
        return any(_is_number(line.text) for line in below[:1])
    return not reading.document.tables and any(_is_row(line.text) for line in below)


def _is_row(text: str) -> bool:
    """Does a line of a paper end like a row of numbers: not in a year, not in a page number?"""
    words = text.split()
    return len(words) > 1 and _is_number(words[-1]) and not _PAGE.search(text)


def _row_with_number(table: Table, wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    barren: set[int] = set()
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if not any(word in fold(cell) for word in wanted):
                continue
            if _follows(cell, next(word for word in wanted if word in fold(cell))):
                return row
            if any(_is_number(other) for other in row[column + 1 :]):
                return row
            if column in barren:
                continue
            below = (later for later in table.rows[at + 1 :] if column < len(later))
            if numbered := next((later for later in below if _is_number(later[column])), None):
                return numbered
            barren.add(column)
    return None


def _is_number(cell: str) -> bool:
    text = cell.strip().translate(_ARABIC)
    return (
        len(text) <= _LONGEST_NUMBER
        and bool(_CELL.fullmatch(text))
        and not _YEAR.fullmatch(text.strip())
    )


def _follows(text: str, word: str) -> bool:
    """Does a number that is no year and no day follow `word` in `text`, close by?"""
    folded_text = fold(text)
    match = _BESIDE.match(folded_text.rpartition(word)[2])
    return match is not None and not _YEAR.fullmatch(match.group(1))


CHECK = Counts
