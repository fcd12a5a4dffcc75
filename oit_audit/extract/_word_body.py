"""The body of a Word document: its paragraphs, tables and pictures, as a reader sees them.

What was deleted while changes are tracked, moved away or hidden does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from oit_audit.extract._extractor import (
    MAX_BLOCKS,
    MAX_CELL_TEXT,
    MAX_CELLS,
    MAX_LABEL,
    MAX_LINKS,
    MAX_PICTURES,
    folded,
    pieces,
)
from oit_audit.extract._package import Relation
from oit_audit.model import Block, Link, Picture, Section, Table, resolve

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_COLUMNS = 100
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PAINTED = "{urn:schemas-microsoft-com:vml}imagedata"
_LETTERS = frozenset({f"{W}t", _MATH})
_GAPS = frozenset({f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"})
_UNSEEN = frozenset({f"{W}del", f"{W}moveFrom"})
_APART = frozenset({f"{W}p", f"{W}txbxContent", f"{W}pPr", f"{W}rPr", f"{W}rt", *_UNSEEN})
_WRAPS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml",
                    f"{W}smartTag", f"{_MC}Choice"})  # fmt: skip
_OFF = frozenset({"0", "false", "off"})
_ABOVE = 4
"""Lines above a link that may name it."""

_ADDRESS = re.compile(r'\bHYPERLINK\s+(?:\\\w\s+)?"(https?:[^"]{1,2000})"', re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """Gathers what a document says, in order."""

    address: str
    """Of the document itself."""

    styles: dict[str, int]
    """The heading level of each style that is one."""

    relations: dict[str, Relation] = field(default_factory=dict)
    """Of the part that is being read."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [Section("", -1, 0)])
    above: list[str] = field(default_factory=list)
    """The last lines and rows before what is read now."""

    section: int = 0
    cells: int = 0

    @property
    def is_full(self) -> bool:
        """Is there more than we take?"""
        return len(self.blocks) > MAX_BLOCKS or self.cells >= MAX_CELLS

    def take(self, container: Any, where: str = "") -> None:
        """Add all that stands in `container`; `where` names the place when it is not the text."""
        for element in container:
            if len(self.blocks) > MAX_BLOCKS:
                return
            if element.tag == f"{W}p":
                self.paragraph(element, where)
            elif element.tag == f"{W}tbl":
                self.table(element, where)
            elif element.tag in _WRAPS:
                self.take(element, where)
            elif element.tag == f"{_MC}AlternateContent":
                self.take(element[:1], where)

    def paragraph(self, element: Any, where: str = "") -> None:
        """Add a paragraph, and the text boxes and pictures that hang on it."""
        text = text_of(element)
        level = 0 if where else _level(element, self.styles)
        if text and level:
            self._open(text, level)
        listed = element.find(f"{W}pPr/{W}numPr") is not None
        place = where or (f"h{level}" if level else "li" if listed else "p")
        self._say(text, place, level)
        links = len(self.links)
        self._hanging(element, text)
        if len(self.links) == links:
            self._pass(text)

    def _pass(self, line: str) -> None:
        if line:
            self.above = [*self.above, line[:MAX_LABEL].strip()][-_ABOVE:]

    def _say(self, text: str, where: str, level: int = 0) -> None:
        self.blocks.extend(Block(piece, where, self.section, level) for piece in pieces(text))

    def _hanging(self, element: Any, near: str) -> None:
        for box in _boxes(element):
            self.take(box, "text box")
        self._add_pictures(element, near)
        self._add_links(element, near)

    def _open(self, label: str, level: int) -> None:
        parent = self.section
        while self.sections[parent].level >= level:
            parent = self.sections[parent].parent
        self.sections.append(Section(label[:MAX_LABEL], parent, level))
        self.section = len(self.sections) - 1

    def table(self, element: Any, where: str = "") -> None:
        """Add a table with its spans filled in, then the tables in it; a frame is no table."""
        lines = list(_rows(element))
        cells = [list(_cells(line)) for line in lines]
        if sum(map(len, cells)) == 1:
            self.take(next(filter(None, cells))[0], where)
            return
        rows: list[list[str]] = []
        for line in cells:
            if self.cells >= MAX_CELLS:
                break
            links = len(self.links)
            rows.append(self._row(line, rows[-1] if rows else []))
            self.cells += len(rows[-1])
            row = folded(" ".join(dict.fromkeys(filter(None, rows[-1]))))[:MAX_LABEL].strip()
            self.links[links:] = [replace(link, row=row) for link in self.links[links:]]
            self._pass(row)
        width = max(map(len, rows), default=0)
        if any(map(any, rows)):
            place = f"table {len(self.tables) + 1}"
            filled = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
            self.tables.append(Table(filled, place, self.section))
        for cell in (cell for line in cells[: len(rows)] for cell in line):
            for inner in cell.iterfind(f"{W}tbl"):
                self.table(inner, where)

    def _row(self, cells: list[Any], above: list[str]) -> list[str]:
        texts: list[str] = []
        for cell in cells:
            across = cell.find(f"{W}tcPr/{W}gridSpan")
            down = cell.find(f"{W}tcPr/{W}vMerge")
            parts = list(_paragraphs(cell))
            text = folded(" ".join(map(text_of, parts)))[:MAX_CELL_TEXT].strip()
            if down is not None and down.get(f"{W}val") != "restart" and len(texts) < len(above):
                text = above[len(texts)]
            for part in parts:
                self._hanging(part, text)
            said = across.get(f"{W}val", "1") if across is not None else "1"
            count = min(int(said), _MAX_COLUMNS) if said.isascii() and said.isdigit() else 1
            texts += [text] * max(1, min(count, _MAX_COLUMNS - len(texts)))
        return texts

    def _add_pictures(self, element: Any, near: str) -> None:
        for found in element.iter(_DRAWN, _PAINTED):
            if len(self.pictures) >= MAX_PICTURES or not _is_picture_of(element, found):
                continue
            alt = folded(found.get("descr") or "")[:MAX_LABEL]
            where = f"picture {len(self.pictures) + 1}"
            self.pictures.append(Picture("", alt, where, self.section, near=near[:MAX_LABEL]))

    def _add_links(self, element: Any, near: str) -> None:
        for found in element.iter(f"{W}hyperlink"):
            said = self.relations.get(found.get(_R_ID, ""))
            if next(found.iterancestors(f"{W}p"), None) is not element:
                continue
            if said is not None and said.external:
                self._add_link(said.target, text_of(found), near)
        fields = "".join(
            found.get(f"{W}instr") or found.text or ""
            for found in element.iter(f"{W}instrText", f"{W}fldSimple")
            if next(found.iterancestors(f"{W}p"), None) is element
        )
        for address in _ADDRESS.findall(fields):
            self._add_link(address, near, near)

    def _add_link(self, address: str, text: str, near: str) -> None:
        url = resolve(self.address, address) if address.lower().startswith("http") else None
        if url and len(self.links) < MAX_LINKS:
            path = tuple(self._headings())
            shown = text[:MAX_LABEL].strip()
            row = near[:MAX_LABEL].strip()
            before = tuple(self.above)
            self.links.append(Link(url, shown, "", row, path, self.section, before=before))

    def _headings(self) -> list[str]:
        found: list[str] = []
        at = self.section
        while at > 0:
            found.insert(0, self.sections[at].label)
            at = self.sections[at].parent
        return found


def text_of(element: Any) -> str:
    """Return the text of a paragraph on one line, without its text boxes."""
    pieces: list[str] = []
    _gather(element, pieces)
    return folded("".join(pieces))


def _gather(element: Any, pieces: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _LETTERS:
            pieces.append(child.text or "")
        elif tag in _GAPS:
            pieces.append(" ")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{_MC}AlternateContent":
            _gather(child[:1], pieces)
        elif tag not in _APART and len(child) and not (tag == f"{W}r" and _is_hidden(child)):
            _gather(child, pieces)


def _is_hidden(run: Any) -> bool:
    hides = run.find(f"{W}rPr/{W}vanish")
    return hides is not None and hides.get(f"{W}val", "1") not in _OFF


def _level(paragraph: Any, styles: dict[str, int]) -> int:
    outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None and outline.get(f"{W}val", "") in set("012345"):
        return int(outline.get(f"{W}val")) + 1
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return styles.get(style.get(f"{W}val", ""), 0) if style is not None else 0


def _is_picture_of(paragraph: Any, found: Any) -> bool:
    """Does a picture, and no frame of a text box, hang on just this paragraph?"""
    owner = next(found.iterancestors(f"{W}p"), None)
    if owner is not paragraph or _in_fallback(found):
        return False
    frame = found.getparent() if found.tag == _DRAWN else None
    return frame is None or next(frame.iter(f"{W}txbxContent"), None) is None


def _in_fallback(element: Any) -> bool:
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Give the text boxes that hang on a paragraph; each box once."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}p"), None) is paragraph and not _in_fallback(box):
            yield box


def _within(container: Any, tag: str) -> Iterator[Any]:
    """Give what stands in `container` under `tag`, through wraps."""
    for element in container:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPS:
            yield from _within(element, tag)


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in _within(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None)


def _cells(row: Any) -> Iterator[Any]:
    return _within(row, f"{W}tc")


def _paragraphs(cell: Any) -> Iterator[Any]:
    return _within(cell, f"{W}p")
