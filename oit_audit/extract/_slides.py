"""What stands on the slides of a presentation: words, tables, pictures, links."""

from __future__ import annotations

from dataclasses import dataclass, field
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

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADS = frozenset({"title", "ctrTitle"})
_CHROME = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Places of a slide that repeat on each: number, date, footer."""


@dataclass(slots=True)
class Slides:
    """Gathers what a presentation says, slide by slide."""

    address: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [Section("", -1, 0)])
    cells: int = 0

    @property
    def is_full(self) -> bool:
        """Is there more than we take?"""
        return len(self.blocks) > MAX_BLOCKS or self.cells >= MAX_CELLS

    def slide(self, root: Any, number: int, relations: dict[str, Relation]) -> None:
        """Add a slide: what stands in each of its shapes, in their order."""
        where = f"slide {number}"
        heads = (words_of(shape) for shape in root.iter(f"{P}sp") if _place(shape) in _HEADS)
        label = next((" ".join(head) for head in heads if head), "")
        self.sections.append(Section((label or where)[:MAX_LABEL], 0, 1))
        section = len(self.sections) - 1
        for shape in root.iter(f"{P}sp", f"{P}pic", f"{_A}tbl"):
            if next(shape.iterancestors(_FALLBACK), None) is not None:
                continue
            if shape.tag == f"{P}sp":
                self.lines(words_of(shape), where, int(_place(shape) in _HEADS))
            elif shape.tag == f"{P}pic":
                self._picture(shape, section, label)
            elif self.cells < MAX_CELLS:
                self._table(shape, where, section)
        self._links(root, relations, section, label)

    def lines(self, lines: list[str], where: str, heading: int = 0) -> None:
        """Add lines to the slide that was begun last."""
        section = len(self.sections) - 1
        for line in lines:
            if len(self.blocks) <= MAX_BLOCKS:
                said = (Block(piece, where, section, heading) for piece in pieces(line))
                self.blocks.extend(said)

    def _picture(self, shape: Any, section: int, label: str) -> None:
        named = shape.find(f"{P}nvPicPr/{P}cNvPr")
        if len(self.pictures) < MAX_PICTURES and named is not None:
            alt = folded(named.get("descr") or "")[:MAX_LABEL].strip()
            where = f"picture {len(self.pictures) + 1}"
            self.pictures.append(Picture("", alt, where, section, near=label[:MAX_LABEL]))

    def _table(self, table: Any, where: str, section: int) -> None:
        rows: list[list[str]] = []
        for line in table.iterfind(f"{_A}tr"):
            row: list[str] = []
            for at, cell in enumerate(line.iterfind(f"{_A}tc")):
                said = folded(" ".join(words_of(cell)))[:MAX_CELL_TEXT].strip()
                if cell.get("hMerge") in {"1", "true"} and row:
                    said = row[-1]
                elif cell.get("vMerge") in {"1", "true"} and rows and at < len(rows[-1]):
                    said = rows[-1][at]
                row.append(said)
            rows.append(row)
            self.cells += len(row)
            if self.cells >= MAX_CELLS:
                break
        width = max(map(len, rows), default=0)
        if any(map(any, rows)):
            filled = tuple((*row, *([""] * (width - len(row)))) for row in rows)
            self.tables.append(Table(filled, where, section))

    def _links(self, root: Any, relations: dict[str, Relation], section: int, label: str) -> None:
        for found in root.iter(f"{_A}hlinkClick"):
            said = relations.get(found.get(R_ID, ""))
            if said is None or not said.external or not said.target.lower().startswith("http"):
                continue
            url = resolve(self.address, said.target)
            line = next(found.iterancestors(f"{_A}p"), None)
            run = next(found.iterancestors(f"{_A}r"), None)
            text = folded(_text(run) if run is not None else "")[:MAX_LABEL].strip()
            row = folded(_text(line) if line is not None else "")[:MAX_LABEL].strip()
            if url and len(self.links) < MAX_LINKS:
                path = (label[:MAX_LABEL],) if label else ()
                self.links.append(Link(url, text, "", row, path, section))


def _place(shape: Any) -> str:
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return found.get("type", "") if found is not None else ""


def words_of(container: Any) -> list[str]:
    """Return the lines of a shape or cell, without empty ones and what repeats on each slide."""
    if _place(container) in _CHROME:
        return []
    lines = (folded(_text(line)) for line in container.iter(f"{_A}p"))
    return [line for line in lines if line]


def _text(element: Any) -> str:
    pieces = (
        (piece.text or "") if piece.tag == f"{_A}t" else " "
        for piece in element.iter(f"{_A}t", f"{_A}br", f"{_A}tab")
    )
    return "".join(pieces)
