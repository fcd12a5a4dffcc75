"""Does a document say one of these wordings, and something under it?"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import (
    Hit,
    Reading,
    finder,
    found,
    not_found,
    read,
    readings_of,
)
from oit_audit.checks._shapes import Shape, shown
from oit_audit.checks._told import is_filled, passage, subject, told, told_in
from oit_audit.checks._words import any_of
from oit_audit.model import Document, Finding, Outcome, Scene
from oit_audit.thai import fold
from oit_audit.words import worded

_BULLET = re.compile(r"^[\W\d๐-๙]+")
"""What stands before the words of a line: a number, a dot."""

_MOST_HITS = 400
_SHORT = 11
"""Folded letters up to which a wording must stand as a word of its own to name a part."""

_LEADS = (
    *("ไม่มี", "ไม่พบ", "พบ", "มี", "สรุป", "ด้าน", "ประเด็น", "ข้อ", "ผล", "รายงาน", "ระบุ", "การ"),
    *("เรื่อง", "เกณฑ์", "หลักเกณฑ์", "นโยบาย", "แผน", "และ", "หรือ"),
)
_LEAD = re.compile(f"(?:{any_of(*_LEADS)})+$")
"""What may be written together with the name of a part, before it."""

_JOINED = re.compile(f"(?:{any_of('และ', 'หรือ')})$")
_RUNS_ON = 12
"""Letters by which a label may go on after its wording, as `ระยะเวลา` in `ระยะเวลาดำเนินการ`."""


class Place(StrEnum):
    """Where a wording must stand."""

    TEXT = "text"
    """Anywhere in what the page or paper says itself."""

    HEADING = "heading"
    """In the title, a heading, the label of a panel or the caption of a table."""

    NAME = "name"
    """In the head of a column, or where a line or cell begins: it names a part, and is not said of
    something in passing, such as `ลดขั้นตอน` in the name of a measure."""


class Told(StrEnum):
    """What must be told under the wording or beside it."""

    ANYTHING = "anything"
    DURATION = "duration"
    """How long: `7 วันทำการ`, `ทันที`."""

    AMOUNT = "amount"
    """A number that is no year, or that there was none."""

    LEVEL = "level"
    """`สูง`, `ปานกลาง`, a score."""


_TOLD = {
    Told.ANYTHING: re.compile(r"[^\W_]|[-–—]"),
    Told.DURATION: re.compile(
        r"(?:\d|หนึ่ง|สอง|สาม|ห้า|เจ็ด|สิบ|ครึ่ง|ยี่สิบ)[\s.)-]{0,4}(?:วัน(?!ที่)|ชั่วโมง|ชม|นาที|สัปดาห์|เดือน|ปี(?!\s*25))|ทันที"
        r"|ภายใน(?:หนึ่ง)?วัน|ทุกวัน|ตลอดปี|โดยพลัน|วันเดียว|วันทำการ"
    ),
    Told.AMOUNT: re.compile(
        r"(?<![\d/.])(?!25[4-9]\d(?!\d))\d[\d,_]*(?:\.\d+)?|ไม่(?:ได้|มีการ|มี|ต้อง)?\s?(?:ใช้|งบ|ค่าใช้จ่าย)|(?:^|\s)[-–—]+(?:\s|$)|ไม่มี"
    ),
    Told.LEVEL: re.compile(r"สูง|ปานกลาง|กลาง|ต่ำ|น้อย|มาก|รุนแรง|ยอมรับ|\d|เขียว|เหลือง|ส้ม|แดง"),
}


_SHOWN = {
    Shape.STEPS: worded("tells steps in order"),
    Shape.SERVICE: worded("names a service"),
    Shape.WORK: worded("the manual names its work"),
    Shape.PURCHASES: worded("names what is bought, for how much and how"),
    Shape.WAYS: worded("tells several ways to complain"),
    Shape.ACTS: worded("tells what was done on which day"),
}


@dataclass(frozen=True, slots=True)
class Phrases(Part):
    """Look for any of `any_of` in what the documents say; spelling and line breaks are forgiven.

    A label alone is not enough: something must be written in the cells under it or beside it, or in
    the lines below. A page that only leads to a paper among the documents says nothing itself.
    """

    name: ClassVar[str] = "phrases"

    any_of: tuple[str, ...]
    """Wordings as a person would write them."""

    within: Place = field(default=Place.TEXT, metadata={"key": "in"})
    tells: Told = Told.ANYTHING
    """What must be written under the wording or beside it."""

    heads: tuple[str, ...] = ()
    """Wordings that count only as the whole of a cell or heading, such as `เวลา`."""

    beside: tuple[str, ...] = ()
    """Wordings of which one must stand in the same passage: the line, those around it, the heading
    above."""

    along: tuple[str, ...] = ()
    """Wordings of which one must stand anywhere in the same document, its title included."""

    shape: Shape = Shape.NONE
    """What shows it too, without any of the wordings."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND at the first wording that tells something, and quote it."""
        heads = (read(document, headings=True) for document in documents)
        without = False
        for reading in heads if self.within is Place.HEADING else readings_of(documents):
            if said := self._find(reading):
                if self.along and not finder(self.along).has(reading.whole):
                    without = True
                    continue
                wording, hit = said
                return found(hit, worded("says “{wording}”", wording=wording))
        for reading in readings_of(documents):
            if by_shape := shown(reading, self.shape):
                return found(by_shape, _SHOWN[self.shape])
        if self.beside and (doubtful := self._doubtful(documents)):
            return doubtful
        asked = " / ".join((self.along if without else self.any_of)[:3])
        return not_found(documents, worded("says nothing of {asked}", asked=asked))

    def _doubtful(self, documents: tuple[Document, ...]) -> Finding | None:
        """Say that it cannot be told where only the subject of the page is what is asked beside."""
        for reading in readings_of(documents):
            about = finder(self.beside).has(subject(reading))
            if about and (said := self._find(reading, anywhere=True)):
                what = " / ".join(self.beside[:2])
                says = worded("says “{words}”, and not clearly of {what}", words=said[0], what=what)
                return Finding(Outcome.CANNOT_TELL, says)
        return None

    def _find(self, reading: Reading, *, anywhere: bool = False) -> tuple[str, Hit] | None:
        """Return the first wording that stands where it must and tells something, and where."""
        has_columns = self.within is Place.NAME and _has_columns(reading.document)
        for hit in islice(finder(self.any_of).all(reading.whole), _MOST_HITS):
            if self.within is Place.NAME and not _names(reading, hit.start, hit.end, has_columns):
                continue
            if not (anywhere or self._is_beside(reading, hit.start)):
                continue
            if self.within is Place.HEADING or self._tells(reading, hit.start):
                return hit.phrase, reading.hit(hit.start, hit.end)
        return self._headed(reading.document)

    def _is_beside(self, reading: Reading, start: int) -> bool:
        return not self.beside or finder(self.beside).has(passage(reading, start))

    def _headed(self, document: Document) -> tuple[str, Hit] | None:
        heads = {fold(head): head for head in self.heads}
        if heads and (below := self._below(read(document), heads)):
            return below
        for table in document.tables if heads else ():
            for at, row in enumerate(table.rows):
                for column, cell in enumerate(row):
                    said = told_in(table, at, column, media=document.media)
                    if fold(cell) in heads and _TOLD[self.tells].search(said):
                        return heads[fold(cell)], Hit(document, table.where, " | ".join(row))
        return None

    def _below(self, reading: Reading, heads: dict[str, str]) -> tuple[str, Hit] | None:
        """Return the heading of a page that is one of `heads`, with something told below it."""
        for line, start in zip(reading.lines, reading.starts, strict=True):
            if line.level > 1 and (named := heads.get(fold(line.text))):
                at = bisect_left(reading.whole.origin, start)
                if self._tells(reading, at):
                    return named, reading.spot(start, start + len(line.text))
        return None

    def _tells(self, reading: Reading, start: int) -> bool:
        said = told(reading, start)
        return is_filled(said) and _TOLD[self.tells].search(said) is not None


def _names(reading: Reading, start: int, end: int, has_columns: bool) -> bool:  # noqa: FBT001 - of the document
    """Does what stands at `start` to `end` of the folded text name a part?

    Beside a table with columns a label stands in the head of a column or begins its cell or line;
    elsewhere a short wording must be a word of its own.
    """
    first, last = reading.whole.origin[start], reading.whole.origin[end - 1] + 1
    at = reading.line_of(first)
    line = reading.lines[at]
    if line.heading or (line.table is not None and line.row == 0):
        return True
    begin = reading.starts[at]
    if line.table is not None:
        begin = _cell_start(line.table.rows[line.row], begin, first)
    before = _BULLET.sub("", reading.plain[begin:first])
    leads = _LEAD.fullmatch(fold(before)) if before.strip() else True
    if has_columns:
        alone = line.table is not None or _ends_label(reading.plain[last : last + 2 * _RUNS_ON])
        return bool(leads) and alone
    if end - start > _SHORT or leads:
        return True
    tail = reading.plain[max(begin, first - 20) : first]
    if not tail[-1:].isalnum() and not _is_mark(tail[-1:]):
        return True
    lead = _LEAD.search(fold(tail.rpartition(" ")[2]))
    return lead is not None and (lead.start() == 0 or _JOINED.search(lead.group()) is None)


def _is_mark(letter: str) -> bool:
    """Is it a Thai vowel or tone mark, which no word border follows?"""
    return "\u0e30" <= letter <= "\u0e4e"


def _cell_start(cells: tuple[str, ...], begin: int, position: int) -> int:
    """Return where the cell begins that holds a position of a row."""
    for cell in cells:
        if position <= begin + len(cell):
            break
        begin += len(cell) + 1
    return begin


def _ends_label(after: str) -> bool:
    """Does a label end soon after its wording?"""
    letters = re.match(r"[^\s:：]*", after)
    return letters is not None and letters.end() <= _RUNS_ON


def _has_columns(document: Document) -> bool:
    """Does the document say what it says in a table with several columns?"""
    return any(len(table.rows) > 1 and len(table.rows[0]) > 1 for table in document.tables)


CHECK = Phrases
