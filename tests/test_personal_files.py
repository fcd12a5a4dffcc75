"""Numbers of people in real files: as workbooks, papers, lists and archives hold them."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from random import Random

import pytest
from docx import Document as Word
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from oit_audit import extract
from oit_audit.judge import personal_data
from oit_audit.model import Document, Resource
from tests.judge.people import citizen, grouped, person
from tests.worlds import SITES

CHANCE = Random("files")
PEOPLE = [(person(CHANCE), citizen(CHANCE)) for _ in range(4)]
HEAD = ("ชื่อ-สกุล", "เลขประจำตัวประชาชน")


def workbook() -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    for number, (name, digits) in enumerate(PEOPLE):
        sheet.append((name, (int, float, str, grouped)[number](digits)))
    book.save(file)
    return file.getvalue()


def paper() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for line, (_, digits) in enumerate(PEOPLE):
        canvas.drawString(
            72, 700 - 20 * line, f"{line}. Mr. Test Tester ID card no. {grouped(digits, '  ')}"
        )
    canvas.save()
    return file.getvalue()


def letter() -> bytes:
    word, file = Word(), io.BytesIO()
    table = word.add_table(0, 2)
    for cells in (HEAD, *PEOPLE):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    word.save(file)
    return file.getvalue()


def listed() -> bytes:
    return "\n".join(f"{name},{digits}" for name, digits in (HEAD, *PEOPLE)).encode("cp874")


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("รายชื่อ.csv", listed())
    return file.getvalue()


def documents(name: str, body: bytes) -> list[Document]:
    url = f"https://town.example/{name}"
    moment = datetime(2024, 4, 20, tzinfo=UTC)
    found = extract.extract(Resource(url, url, 200, "", None, moment, "0" * 64, len(body)), body)
    return [found, *found.members]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.xlsx", workbook()),
        ("a.pdf", paper()),
        ("a.docx", letter()),
        ("a.csv", listed()),
        ("a.zip", archive()),
    ],
)
def test_every_number_in_a_file_is_found_once(name: str, body: bytes) -> None:
    personal = personal_data(documents(name, body))

    (finding,) = personal.findings
    assert personal.numbers == {digits for _, digits in PEOPLE}
    assert finding.url == f"https://town.example/{name}"
    assert "4 เลข" in finding.says.th


@pytest.mark.parametrize("site", sorted(path.name for path in SITES.iterdir()))
def test_a_site_that_shows_nothing_of_people_is_told_nothing(site: str) -> None:
    files = sorted(path for path in (SITES / site / "www").rglob("*") if path.is_file())
    read = [each for path in files for each in documents(path.name, path.read_bytes())]

    assert personal_data(read).findings == ()
