"""A paper that lists the items with their links is an index like any page."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from fixtures.build_sites.pictures import FONTS
from oit_audit.extract import extract
from oit_audit.judge.freshness import read_years
from oit_audit.model import Document, Matches, Resource, Via
from tests.match.shapes import ENTRIES, ITA, at
from tests.match.sites import LONG, link, matches, page, paper, url

WHEN = datetime(2023, 1, 9, tzinfo=UTC)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def given(path: str, media_type: str, body: bytes) -> Document:
    address = url(path)
    return extract(Resource(address, address, 200, media_type, None, WHEN, "0", 1), body)


def add_link(paragraph: Paragraph, address: str, text: str) -> None:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    place = OxmlElement("w:hyperlink")
    place.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    place.append(run)
    paragraph._p.append(place)


def word_table() -> Document:
    made = docx.Document()
    made.add_paragraph(f"แบบรายการ OIT {ITA}")
    table = made.add_table(rows=0, cols=3)
    for e in ENTRIES:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"O{e.number}", e.title
        add_link(cells[2].paragraphs[0], url(at(e)), url(at(e)))
    body = io.BytesIO()
    made.save(body)
    return given("/oit.docx", WORD, body.getvalue())


def word_lines() -> Document:
    made = docx.Document()
    made.add_paragraph(f"แบบรายการ OIT {ITA}")
    for e in ENTRIES:
        made.add_paragraph(f"O{e.number} {e.title}")
        add_link(made.add_paragraph(), url(at(e)), "คลิกที่นี่")
    body = io.BytesIO()
    made.save(body)
    return given("/oit.docx", WORD, body.getvalue())


def workbook(*, clickable: bool) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "OIT 2566"
    sheet.append(["ข้อ", "รายการ", "ลิงก์"])
    for row, e in enumerate(ENTRIES, 2):
        sheet.append([f"O{e.number}", e.title, "เปิด" if clickable else url(at(e))])
        if clickable:
            sheet.cell(row, 3).hyperlink = url(at(e))
    body = io.BytesIO()
    book.save(body)
    return given("/oit.xlsx", EXCEL, body.getvalue())


def printed(*, apart: bool) -> Document:
    pdfmetrics.registerFont(TTFont("Garuda", str(FONTS / "Garuda.ttf"), asciiReadable=False))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Garuda", 12)
    canvas.drawString(60, 800, f"แบบรายการ OIT {ITA}")
    for row, e in enumerate(ENTRIES):
        high = 760 - 50 * row
        low = high - 18 * apart
        canvas.drawString(60, high, f"O{e.number} {e.title}")
        canvas.drawString(480 - 400 * apart, low, "คลิกที่นี่")
        canvas.linkURL(url(at(e)), (478 - 400 * apart, low - 3, 560, low + 11))
    canvas.save()
    return given("/oit.pdf", "application/pdf", out.getvalue())


def seen(index: Document) -> Matches:
    home = page("/", "เทศบาลตำบลสมมติ", links=[link(index.url, "แบบรายการ OIT")])
    return matches(home, index, *(paper(at(e), LONG) for e in ENTRIES))


INDEXES = {
    "a table of Word": word_table(),
    "lines of Word": word_lines(),
    "rows of a PDF": printed(apart=False),
    "lines of a PDF": printed(apart=True),
    "a workbook": workbook(clickable=True),
    "a workbook of addresses": workbook(clickable=False),
}


@pytest.mark.parametrize("name", INDEXES)
def test_the_papers_that_a_paper_lists_are_found(name: str) -> None:
    found = seen(INDEXES[name])

    for e in ENTRIES:
        (candidate,) = (c for c in found.of((e.concept,)) if c.document.url == url(at(e)))
        assert e.number in candidate.numbers
        assert read_years(candidate).years == (2566,)
        assert candidate.click_path[:2] == ("หน้าหลัก", "แบบรายการ OIT")


@pytest.mark.parametrize("name", INDEXES)
def test_what_a_paper_lists_are_claims(name: str) -> None:
    found = seen(INDEXES[name])

    assert {(c.number, c.target, c.year_be) for c in found.claims} == {
        (e.number, url(at(e)), 2566) for e in ENTRIES
    }
    assert found.disagreements == ()


def test_an_address_typed_into_a_cell_cannot_be_clicked() -> None:
    assert {link.via for link in workbook(clickable=False).links} == {Via.WORDS}
    assert {link.via for link in workbook(clickable=True).links} == {Via.HREF}
