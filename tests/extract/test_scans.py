"""Each scan of `fixtures/documents` says what its note promises, once it is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from oit_audit.extract import Engine, extract, recognise, with_recognised
from oit_audit.model import Document
from oit_audit.thai import fold
from tests.extract.conftest import Send
from tests.extract.test_documents import NOTES

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
    expected = yaml.safe_load(note.read_text(encoding="utf-8"))["recognised"]

    document = read(note.with_suffix(""), send, engine)

    text = text_of(document)
    assert [words for words in expected if fold(words) not in text] == []
    assert document.recognised
    assert all(block.where.endswith("(OCR)") for block in document.blocks)
