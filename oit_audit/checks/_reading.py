"""What a document says, as lines to search: folded across line breaks, with the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from oit_audit.model import (
    Document,
    Evidence,
    Finding,
    Legibility,
    Media,
    Outcome,
    Region,
    Table,
    Text,
    Via,
)
from oit_audit.thai import Finder, Folded, fold, folded, note_in_thai
from oit_audit.words import worded

QUOTE_LENGTH = 200
"""Characters of a quote."""

_MARGIN = 60
"""Characters shown before and after a hit."""

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text that stands by itself: a block, a table row, the title."""

    text: str
    where: str
    heading: bool = False
    level: int = 0
    """1 to 6 for a heading on the page, else 0."""

    table: Table | None = None
    """Of which it is a row."""

    row: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in the text of a document."""

    document: Document
    where: str
    quote: str

    def evidence(self) -> Evidence:
        """Return the hit as evidence."""
        return evidence(self.document, self.where, self.quote)


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of one document, and all of them folded into one text.

    A paper breaks its lines in the middle of words and a table of a paper comes as lines, so a
    wording may run over the end of a line.
    """

    document: Document
    lines: tuple[Line, ...]
    whole: Folded
    starts: tuple[int, ...]
    """For each line, where it begins in `plain`."""

    plain: str
    """The lines as they are written, one below the other, with Arabic digits."""

    def find(self, wordings: tuple[str, ...]) -> tuple[str, Hit] | None:
        """Return the first place that has one of `wordings`, and which; None when there is none."""
        first = finder(wordings).first(self.whole)
        return (first.phrase, self.hit(first.start, first.end)) if first else None

    def hit(self, start: int, end: int) -> Hit:
        """Return what stands at `start` to `end` of the folded text, shortened around it."""
        return self.spot(self.whole.origin[start], self.whole.origin[end - 1] + 1)

    def spot(self, start: int, end: int) -> Hit:
        """Return what stands at `start` to `end` of `plain`, shortened around it."""
        line = self.lines[self.line_of(start)]
        return Hit(self.document, line.where, around(self.whole.original, start, end))

    def line_at(self, folded_position: int) -> int:
        """Return the index of the line that holds a position of the folded text."""
        return self.line_of(self.whole.origin[folded_position])

    def line_of(self, position: int) -> int:
        """Return the index of the line that holds a position of `plain`."""
        return bisect_right(self.starts, position) - 1

    def search(self, pattern: re.Pattern[str]) -> Hit | None:
        """Return the first place of `plain` that `pattern` matches; None when there is none."""
        match = pattern.search(self.plain)
        return self.spot(match.start(), match.end()) if match else None

    def search_folded(self, pattern: re.Pattern[str]) -> Hit | None:
        """Return the first place of the folded text that `pattern` matches."""
        match = pattern.search(self.whole.text)
        return self.hit(match.start(), match.end()) if match else None


_LONGER = {
    "งบประมาณ": ("ปีงบประมาณ",),
    "แผน": ("แผนก", "แผนที่", "แผนผัง", "แผนภูมิ"),
    "ติดต่อ": ("โรคติดต่อ",),
    "โครงสร้าง": ("โครงสร้างพื้นฐาน",),
    "ระยะเวลา": ("ในระยะเวลาที่ผ่านมา",),
    "เวลา": ("ตลอดเวลา",),
    "แล้วเสร็จ": ("จะแล้วเสร็จ", "ให้แล้วเสร็จ", "กำหนดแล้วเสร็จ", "ระยะเวลาแล้วเสร็จ", "วันแล้วเสร็จ"),
    "อยู่ระหว่าง": ("อยู่ระหว่างหมู่", "อยู่ระหว่างบ้าน", "อยู่ระหว่างซอย", "อยู่ระหว่างถนน"),
    "ยังไม่ได้": ("ยังไม่ได้รับอนุญาต",),
}
"""Words that do not count as part of these longer ones."""


@lru_cache(maxsize=1_024)
def finder(wordings: tuple[str, ...]) -> Finder:
    """Return what finds `wordings`, and not where they are part of a longer word."""
    return Finder(wordings, unless={each: _LONGER[each] for each in wordings if each in _LONGER})


@lru_cache(maxsize=24)
def read(document: Document, *, menus: bool = False, headings: bool = False) -> Reading:
    """Return the lines of `document` in the order they are read.

    Args:
        document: what was extracted.
        menus: with navigation, header, footer and aside; else only the page's own content.
        headings: only the title, headings, panel labels and captions.
    """
    lines = tuple(
        line
        for line in _lines(document, menus=menus)
        if line.text.strip() and (line.heading or not headings)
    )
    starts: list[int] = []
    length = 0
    for line in lines:
        starts.append(length)
        length += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    return Reading(document, lines, folded(text), tuple(starts), text.translate(_ARABIC))


def _lines(document: Document, *, menus: bool) -> Iterator[Line]:
    yield Line(document.title, "title", heading=True)
    parts = (document.blocks, document.tables, document.pictures, document.links, document.forms)
    filled = {each.section for group in parts for each in group}
    spoken = {document.title, *(block.text for block in document.blocks)}
    for index, section in enumerate(document.sections):
        if section.panel and index in filled and section.label not in spoken:
            yield Line(section.label, "panel", heading=True)
    for block in document.blocks:
        if menus or block.region is Region.MAIN:
            heading = block.heading
            yield Line(block.text, block.where, heading=heading > 0, level=heading)
    for table in document.tables:
        if menus or table.region is Region.MAIN:
            yield Line(table.caption, table.where, heading=True)
            for at, row in enumerate(table.rows):
                yield Line(" ".join(row), table.where, table=table, row=at)
    for form in document.forms:
        if menus or form.region is Region.MAIN:
            labels = (*(field.label for field in form.fields), *form.buttons)
            yield Line(" ".join(labels), form.where)
    for picture in document.pictures:
        if menus or picture.region is Region.MAIN:
            yield Line(picture.alt, picture.where)


_LITTLE = 200
"""Letters of a page's own words up to which it is only the label of the papers beside it."""


def readings_of(documents: tuple[Document, ...]) -> Iterator[Reading]:
    """Yield what `documents` say, without pages that only lead to the papers among them.

    A label is not a disclosure: the title of a page and the names of its links do not say what is
    in the paper behind them.
    """
    papers = {
        address
        for document in documents
        if document.media is not Media.WEBPAGE
        for address in (document.url, document.final_url)
    }
    for document in documents:
        if not (papers and _is_label(document, papers)):
            yield read(document)


_SENTENCE = 30
"""Letters from which a line of a page that leads to no paper tells something itself."""

_FRAMED = frozenset({Via.FRAME, Via.EMBED, Via.DATA})


def _is_label(document: Document, papers: set[str]) -> bool:
    """Is a page only the label of papers: few words, and these lead to some?"""
    if document.media is not Media.WEBPAGE or document.tables or document.forms:
        return False
    links = {fold(words) for link in document.links for words in (link.text, link.row)}
    own = [words for line in _own_lines(document) if (words := fold(line.text)) not in links]
    leads = any(link.url in papers or link.via in _FRAMED for link in document.links)
    if not leads and any(len(words) >= _SENTENCE for words in own):
        return False
    return sum(map(len, own)) <= _LITTLE


def _own_lines(document: Document) -> Iterator[Line]:
    return (line for line in read(document).lines if not line.heading)


def around(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` with a little of what stands before and after, on one line."""
    end = min(end, start + QUOTE_LENGTH - 2)
    margin = min(_MARGIN, (QUOTE_LENGTH - 2 - (end - start)) // 2)
    left, right = max(0, start - margin), min(len(text), end + margin)
    shown = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{shown}{'…' if right < len(text) else ''}"


def shorten(text: str) -> str:
    """Return the beginning of `text` on one line, as long as a quote may be."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_LENGTH else line[: QUOTE_LENGTH - 1] + "…"


def evidence(document: Document, where: str, quote: str) -> Evidence:
    """Return what can be shown of `document`."""
    return Evidence(
        url=document.url,
        where=where,
        quote=shorten(quote),
        final_url=document.final_url,
        title=document.title,
        media_type=document.media_type,
        fetched_at=document.fetched_at,
        sha256=document.sha256,
    )


def is_legible(document: Document) -> bool:
    """Can the words of `document` be read well enough to miss one?"""
    return document.legibility is Legibility.GOOD


def found(hit: Hit, says: Text) -> Finding:
    """Return FOUND with its evidence."""
    return Finding(Outcome.FOUND, says, hit.evidence())


def not_found(documents: Iterable[Document], says: Text) -> Finding:
    """Return ABSENT, or CANNOT_TELL when one of `documents` could not be read."""
    for document in documents:
        if not is_legible(document):
            return unreadable(document)
    return Finding(Outcome.ABSENT, says)


def unreadable(document: Document) -> Finding:
    """Return CANNOT_TELL because the words of `document` could not be read."""
    called = shorten(document.file_name or document.title or document.url)
    note = f": {document.legibility_note}" if document.legibility_note else ""
    known = note_in_thai(document.legibility_note)
    thai = f" ({known})" if known else ""
    return Finding(
        Outcome.CANNOT_TELL,
        worded(
            "the words of {called} cannot be read well enough to tell{why}",
            called=called,
            why=Text(thai, note),
        ),
    )
