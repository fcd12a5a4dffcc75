"""Each scan of `fixtures/documents` says what its note promises, once it is recognised."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from PIL import Image

from oit_audit.extract import (
    Asked,
    Engine,
    _ocr,
    extract,
    recognise,
    recogniser,
    with_recognised,
)
from oit_audit.model import Document, Legibility
from oit_audit.thai import fold
from tests.extract.conftest import Send
from tests.extract.test_documents import FOLDER, NOTES

SCANS = [note for note in NOTES if note.parent.name == "scan"]


def read(file: Path, send: Send, engine: Engine, pages: range = range(1, 3)) -> Document:
    resource = send(f"https://town.example/files/{file.name}", media_type="")
    body = file.read_bytes()
    document = extract(resource, body)
    first = recognise(resource, body, pages[:1], engine)
    whole = recognise(resource, body, pages[: first.pages[0].of], engine)
    return with_recognised(document, whole)


def text_of(document: Document) -> str:
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    return fold("\n".join([*(block.text for block in document.blocks), *cells]))


@pytest.mark.parametrize("note", SCANS, ids=lambda note: note.stem)
def test_a_scan_says_what_its_note_promises(note: Path, send: Send, engine: Engine) -> None:
    expected = yaml.safe_load(note.read_text(encoding="utf-8"))["ocr_says"]

    document = read(note.with_suffix(""), send, engine)

    text = text_of(document)
    assert [words for words in expected if fold(words) not in text] == []
    assert document.recognised
    assert all(block.where.endswith("(OCR)") for block in document.blocks)


def test_what_is_no_picture_or_too_large_says_so(send: Send, engine: Engine) -> None:
    bomb = io.BytesIO()
    Image.new("1", (30_000, 3_000)).save(bomb, "PNG")
    small = io.BytesIO()
    Image.new("L", (40, 40)).save(small, "PNG")
    bodies = (b"\x89PNG\r\n\x1a\nnothing", bomb.getvalue(), small.getvalue(), b"%PDF-1.4 broken")

    notes = [
        recognise(send("https://town.example/a", media_type=""), body, [1], engine).pages[0].note
        for body in bodies
    ]

    assert "damaged" in notes[0]
    assert "million pixels" in notes[1]
    assert "too small" in notes[2]
    assert "cannot be drawn" in notes[3]


def test_an_engine_that_hangs_costs_one_page(
    send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec sleep 30\n")
    program.chmod(0o755)
    monkeypatch.setattr(_ocr, "SECONDS_A_PAGE", 1.0)
    engine = Engine(str(program), "asleep", "tha", can_turn=False)
    file = SCANS[0].with_suffix("")

    read = recognise(send(f"https://town.example/{file.name}"), file.read_bytes(), [1], engine)

    assert read.pages[0].note == "recognising it took too long"
    assert read.pages[0].words == ()


def test_thai_digits_are_read_or_left_out_but_never_guessed(send: Send, engine: Engine) -> None:
    document = read(FOLDER / "scan" / "thai_digits.pdf", send, engine)

    found = {year for block in document.blocks for year in re.findall("๒[๐-๙]{3}", block.text)}

    assert "๒๕๖๖" in found
    assert found <= {"๒๕๖๕", "๒๕๖๖"}


def test_pages_that_were_not_read_leave_the_rest_in_doubt(send: Send, engine: Engine) -> None:
    file = FOLDER / "scan" / "two_pages.tif"
    resource = send(f"https://town.example/{file.name}", media_type="")
    first = recognise(resource, file.read_bytes(), [1], engine)

    document = with_recognised(extract(resource, file.read_bytes()), first)

    assert document.legibility is Legibility.POOR
    assert document.legibility_note == "read by OCR, pages 1 of 2"
    assert document.pages == 2


def test_a_scan_in_an_archive_is_found_there(send: Send, engine: Engine) -> None:
    scan = (FOLDER / "scan" / "faint.jpg").read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2566/faint.jpg", scan)
    outer = send("https://town.example/year.zip", media_type="")
    member = extract(outer, packed.getvalue()).members[0]
    asked = Asked(outer, member.final_url, 1, packed.getvalue)

    with recogniser(engine) as reading:
        pages = list(reading.pages([asked, replace(asked, address="https://town.example/other")]))

    assert "".join(word.text for word in pages[0].words)
    assert pages[1].note == "the file is no longer there"
