"""What a Word document and a workbook say, as plain text that a person can read and compare."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph


def text_of_word(data: bytes) -> str:
    """Return each paragraph with its style, and each table row by row, in reading order."""
    return "\n".join(_lines(docx.Document(io.BytesIO(data)))) + "\n"


def _lines(document: docx.document.Document) -> Iterator[str]:
    section = document.sections[0]
    yield f"(header) {section.header.paragraphs[0].text}"
    yield f"(footer) {section.footer.paragraphs[0].text}"
    for block in document.iter_inner_content():
        match block:
            case Paragraph() if block.text.strip():
                yield f"[{block.style.name}] {block.text}"
            case Table():
                yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        different = dict.fromkeys(row.cells)
        cells = [" / ".join(p.text for p in cell.paragraphs if p.text) for cell in different]
        yield "| " + " | ".join(cells) + " |"


def text_of_workbook(data: bytes) -> str:
    """Return each sheet, row by row; dates as they are kept."""
    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        lines.append(f"== {sheet.title} ==")
        for row in sheet.iter_rows(values_only=True):
            values = ("" if cell is None else str(cell).replace("\n", " / ") for cell in row)
            lines.append("| " + " | ".join(values) + " |")
    return "\n".join(lines) + "\n"
