"""A Word document (.docx): paragraphs, lists, tables and pictures, in the parts of its headings."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from oit_audit.extract._extractor import (
    MAX_BLOCK_TEXT,
    MAX_BLOCKS,
    MAX_CELL_TEXT,
    MAX_CELLS,
    MAX_LABEL,
    Extractor,
    blank,
    folded,
)
from oit_audit.extract._legible import judge
from oit_audit.model import Block, Document, Legibility, Media, Picture, Resource, Section, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAX_COLUMNS = 100
_DAMAGES = (
    OpcError, BadZipFile, LxmlError, zlib.error, KeyError, ValueError, EOFError, OSError,
    NotImplementedError, AttributeError, TypeError,
)  # fmt: skip
"""What the library raises for damaged packages; the last two where it finds no part it expects."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)


@dataclass(slots=True)
class _Writer:
    """Gathers what a document says, in order."""

    styles: dict[str, int]
    """The heading level of each style that is one."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [Section("", -1, 0)])
    section: int = 0
    cells: int = 0

    def paragraph(self, element: Any) -> None:
        """Add a paragraph, and the text boxes and pictures that hang on it."""
        text = _text(element)
        level = _level(element, self.styles)
        if text and level:
            self._open(text, level)
        where = (
            f"h{level}"
            if level
            else "li"
            if element.find(f"{_W}pPr/{_W}numPr") is not None
            else "p"
        )
        for start in range(0, len(text), MAX_BLOCK_TEXT):
            part = text[start : start + MAX_BLOCK_TEXT].strip()
            self.blocks.append(Block(part, where, self.section, level))
        for box in _boxes(element):
            if said := _text(box):
                self.blocks.append(Block(said[:MAX_BLOCK_TEXT], "text box", self.section))
        self.add_pictures(element, text)

    def _open(self, label: str, level: int) -> None:
        parent = self.section
        while self.sections[parent].level >= level:
            parent = self.sections[parent].parent
        self.sections.append(Section(label[:MAX_LABEL], parent, level))
        self.section = len(self.sections) - 1

    def table(self, element: Any) -> None:
        """Add a table with its spans filled in."""
        rows: list[list[str]] = []
        for row in element.iter(f"{_W}tr"):
            if self.cells >= MAX_CELLS:
                break
            rows.append(self._row(row, rows[-1] if rows else []))
            self.cells += len(rows[-1])
        width = max(map(len, rows), default=0)
        if any(map(any, rows)):
            where = f"table {len(self.tables) + 1}"
            filled = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
            self.tables.append(Table(filled, where, self.section))

    def _row(self, row: Any, above: list[str]) -> list[str]:
        texts: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            across = cell.find(f"{_W}tcPr/{_W}gridSpan")
            down = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = folded(" ".join(_text(part) for part in cell.iter(f"{_W}p")))[:MAX_CELL_TEXT]
            if down is not None and down.get(f"{_W}val") != "restart" and len(texts) < len(above):
                text = above[len(texts)]
            self.add_pictures(cell, text)
            said = across.get(f"{_W}val", "1") if across is not None else "1"
            count = min(int(said), _MAX_COLUMNS) if said.isascii() and said.isdigit() else 1
            texts += [text] * max(1, min(count, _MAX_COLUMNS - len(texts)))
        return texts

    def add_pictures(self, element: Any, near: str) -> None:
        """Add the pictures that stand in `element`."""
        for found in element.iter(_PICTURE):
            alt = folded(found.get("descr") or "")[:MAX_LABEL]
            where = f"picture {len(self.pictures) + 1}"
            self.pictures.append(Picture("", alt, where, self.section, near=near[:MAX_LABEL]))


def read(resource: Resource, body: bytes) -> Document:
    """Return what a Word document says; a broken one says so."""
    try:
        paper = docx.Document(io.BytesIO(body))
        writer = _Writer(_heading_styles(paper))
        title = folded(paper.core_properties.title or "")[:MAX_LABEL]
    except _DAMAGES:
        return blank(
            resource, Media.WORD, media_type=MEDIA_TYPE, note="the Word document is damaged"
        )
    for element in paper.element.body.iterchildren():
        if len(writer.blocks) > MAX_BLOCKS:
            break
        _take(writer, element)
    text = "\n".join(block.text for block in writer.blocks)
    cells = " ".join(cell for table in writer.tables for row in table.rows for cell in row)
    cut = len(writer.blocks) > MAX_BLOCKS or writer.cells >= MAX_CELLS
    legibility, note = judge([f"{text}\n{cells}"])
    if legibility is Legibility.NONE:
        empty = not (text or cells)
        note = "the document holds no text" if empty else ""
        legibility = Legibility.NONE if empty else Legibility.GOOD
    if legibility is Legibility.GOOD and cut:
        legibility = Legibility.POOR
        note = "the document is too long: only its beginning was read"
    return replace(
        blank(resource, Media.WORD, media_type=MEDIA_TYPE),
        title=title,
        blocks=tuple(writer.blocks[:MAX_BLOCKS]),
        tables=tuple(writer.tables),
        pictures=tuple(writer.pictures),
        sections=tuple(writer.sections),
        legibility=legibility,
        legibility_note=note,
    )


def _take(writer: _Writer, element: Any) -> None:
    if element.tag == f"{_W}p":
        writer.paragraph(element)
    elif element.tag == f"{_W}tbl":
        writer.table(element)
    elif element.tag == f"{_W}sdt":
        for inner in element.iterfind(f"{_W}sdtContent/*"):
            _take(writer, inner)


def _heading_styles(paper: Any) -> dict[str, int]:
    """Return the level of each style that makes headings: by its name or outline level."""
    levels: dict[str, int] = {}
    for style in paper.styles.element.iterfind(f"{_W}style"):
        name = style.find(f"{_W}name")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        said = _HEADING.match(name.get(f"{_W}val", "")) if name is not None else None
        if said:
            levels[style.get(f"{_W}styleId", "")] = min(int(said.group(1)), 6)
        elif name is not None and name.get(f"{_W}val", "").lower() == "title":
            levels[style.get(f"{_W}styleId", "")] = 1
        elif outline is not None and outline.get(f"{_W}val", "") in set("012345"):
            levels[style.get(f"{_W}styleId", "")] = int(outline.get(f"{_W}val")) + 1
    return levels


def _level(paragraph: Any, styles: dict[str, int]) -> int:
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is not None and outline.get(f"{_W}val", "") in set("012345"):
        return int(outline.get(f"{_W}val")) + 1
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return styles.get(style.get(f"{_W}val", ""), 0) if style is not None else 0


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph on one line, without its text boxes."""
    pieces: list[str] = []
    for run in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        owner = next(run.iterancestors(f"{_W}p"), None)
        if owner is paragraph:
            pieces.append((run.text or "") if run.tag == f"{_W}t" else " ")
    return folded("".join(pieces))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Give the paragraphs of the text boxes that hang on a paragraph; each box once."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from box.iter(f"{_W}p")


EXTRACTOR = Extractor(Media.WORD, (MEDIA_TYPE,), (".docx", ".docm"), read)
