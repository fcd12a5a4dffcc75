"""Each file of `fixtures/documents` says what the note beside it promises."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_audit import extract
from oit_audit.model import Document
from oit_audit.thai import fold
from tests.extract.conftest import Send

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents"
NOTES = sorted(FOLDER.glob("*/*.yaml"))
KEYS = {
    "about", "needs", "media", "legibility", "note", "pages", "title", "says", "lacks", "where",
    "table_rows", "links", "link_count", "members", "name", "recognised",
    "ocr_says",
}  # fmt: skip
"""`says` and `lacks` are compared folded, on all text and cells; `where` gives places of words;
`ocr_says` is what `test_scans` looks for."""


def _name(note: Path) -> str:
    return f"{note.parent.name}/{note.stem}"


@pytest.mark.parametrize("note", NOTES, ids=_name)
def test_a_file_says_what_its_note_promises(note: Path, send: Send) -> None:
    expected = yaml.safe_load(note.read_text(encoding="utf-8"))
    needed = expected.get("needs")
    if needed and shutil.which(needed) is None:
        pytest.skip(f"{needed} is not installed")
    file = note.with_suffix("")
    url = f"https://town.example/files/{file.name}"
    _compare(extract.extract(send(url, media_type=""), file.read_bytes()), expected)


def test_each_file_has_a_note() -> None:
    files = {path for path in FOLDER.glob("*/*") if path.suffix != ".yaml"}
    assert {note.with_suffix("") for note in NOTES} == files


def _compare(document: Document, expected: dict[str, Any]) -> None:
    assert set(expected) <= KEYS, "a key that nobody reads"
    for key, value in (
        ("media", document.media.value),
        ("legibility", document.legibility.value),
        ("note", document.legibility_note),
        ("pages", document.pages),
        ("title", document.title),
        ("name", document.file_name),
        ("recognised", document.recognised),
        ("link_count", len(document.links)),
    ):
        assert expected.get(key, value) == value, key
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    text = fold("\n".join([*(block.text for block in document.blocks), *cells]))
    assert [words for words in expected.get("says", ()) if fold(words) not in text] == []
    assert [words for words in expected.get("lacks", ()) if fold(words) in text] == []
    for words, place in expected.get("where", {}).items():
        places = {block.where for block in document.blocks if fold(words) in fold(block.text)}
        assert place in places, words
    if "table_rows" in expected:
        assert [len(table.rows) for table in document.tables] == expected["table_rows"]
    if "links" in expected:
        assert {link.url for link in document.links} >= set(expected["links"])
    if "members" in expected:
        for member, inner in zip(document.members, expected["members"], strict=True):
            _compare(member, inner)
