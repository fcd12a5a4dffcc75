"""Does a page list enough entries?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, found, not_found, read
from oit_audit.model import Document, Finding, Media, Region, Scene
from oit_audit.thai import MentionKind, fold, mentions
from oit_audit.words import worded

_SHORTEST = 8
"""Letters that the title of an entry has at least."""

_NO_ENTRY = re.compile(
    r"หน้าแรก|หน้าหลัก|home|ถัดไป|ก่อนหน้า|next|prev|previous|อ่านต่อ|read\s?more|ดูทั้งหมด|ย้อนกลับ|"
    r"ดาวน์โหลด(?:เอกสาร|ไฟล์)?|download|แชร์|share|print|พิมพ์|เข้าสู่ระบบ|login|สมัครสมาชิก|"
    r"(?:ไฟล์แนบ|เอกสารแนบ|ดาวน์โหลด|จำนวนผู้ชม|เปิดอ่าน|อ่าน)[\s(:]*(?:ดาวน์โหลด)?\s*\d*\s*(?:ครั้ง)?\)?|"
    r"แผนผังเว็บไซต์|site\s?map|facebook|line|youtube|rss|\d+|»|«",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:ข้อ\s*)?(?:\d{1,3}|[๐-๙]{1,3})\s*[.)\s]\s*\S")
_POINTED = re.compile(r"\s*(?:(?:\d{1,3}|[๐-๙]{1,3})\s*[.)]|[-•▪➢►*·✓])\s*[^\d\s]")
_NO_TIME = frozenset({MentionKind.LAW, MentionKind.UPLOAD})


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    document: Document
    where: str
    years: frozenset[int]
    """Fiscal years that it names, or that stand around it."""

    own: bool = False
    """It is the document itself."""

    @property
    def key(self) -> str:
        """Return what tells it from other entries."""
        return self.document.url if self.own else fold(self.title)


@dataclass(frozen=True, slots=True)
class Listing(Part):
    """Count the different entries of all documents: linked titles, table rows or list items.

    A document without entries is one itself, such as a page with one piece of news. The year of an
    entry is read from its row and the headings around it; the day it was put up counts.
    """

    name: ClassVar[str] = "listing"

    at_least: int
    """How many entries."""

    dated: bool = False
    """Count only entries of the year of the evidence."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND when there are enough, and quote the first."""
        year = scene.evidence_year if self.dated else None
        entries: dict[str, _Entry] = {}
        for document in documents:
            for entry in _most(document, year):
                entries.setdefault(entry.key, entry)
        lists = worded("lists {count} entries", count=len(entries))
        if year:
            lists = worded("{lists} of fiscal year {year}", lists=lists, year=year)
        first = next(iter(entries.values()), None)
        if first is not None and len(entries) >= self.at_least:
            hit = Hit(first.document, first.where, first.title)
            return found(hit, lists)
        fewer = worded("{lists}, fewer than {at_least}", lists=lists, at_least=self.at_least)
        return not_found(documents, fewer)


def _most(document: Document, year: int | None) -> list[_Entry]:
    """Return the entries of `document`, read in the one way that gives most of them."""
    ways = (_links(document), _rows(document), _items(document), _itself(document))
    kept = ({e.key: e for e in way if year is None or year in e.years} for way in ways)
    return list(max(kept, key=len).values())


def _links(document: Document) -> Iterator[_Entry]:
    for link in document.links:
        if link.region is Region.MAIN and link.url and (title := _title_of(link.text, link.row)):
            said = " ".join((*link.context, link.text, link.title, link.row))
            yield _Entry(title, document, "link", _years(said))


def _rows(document: Document) -> Iterator[_Entry]:
    for table in document.tables:
        for row in table.rows[1:]:
            said = " ".join(cell for cell in row if cell)
            if _is_title(said):
                yield _Entry(said, document, table.where, _years(f"{table.caption} {said}"))


def _items(document: Document) -> Iterator[_Entry]:
    begins = _POINTED if document.media is Media.WEBPAGE else _NUMBERED
    for line in read(document).lines:
        item = line.where.startswith("li") or begins.match(line.text)
        if item and not line.heading and _is_title(line.text):
            yield _Entry(line.text, document, line.where, _years(line.text))


def _itself(document: Document) -> Iterator[_Entry]:
    """Yield a document that is one entry, such as a page with one piece of news."""
    heading = next((block.text for block in document.blocks if block.heading), document.title)
    if _is_title(heading):
        yield _Entry(heading, document, "title", _years(read(document).plain), own=True)


def _title_of(text: str, row: str) -> str:
    return next((each for each in (text, row) if _is_title(each)), "")


def _is_title(text: str) -> bool:
    return len(fold(text)) >= _SHORTEST and not _NO_ENTRY.fullmatch(text.strip())


def _years(said: str) -> frozenset[int]:
    return frozenset(
        year for each in mentions(said) if each.kind not in _NO_TIME for year in each.fiscal_years
    )


CHECK = Listing
