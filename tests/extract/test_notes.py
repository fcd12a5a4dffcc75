"""What a document says of itself when it cannot be read reaches the reader in Thai."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import oit_audit.extract
from oit_audit.thai import note_in_thai

ROOM = Path(oit_audit.extract.__file__).parent
FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents"
_CLAUSE = re.compile(r"[a-zT2][\w.,:'()/-]*(?: [\w.,:'()/-]+){2,}")
_NO_NOTE = re.compile(
    r"2 2 2|2 row 2|slide 2 notes|(?:page|picture) 2 \(OCR\)|tesseract 2 2 2"
    r"|.*:(?:MS|Impress MS) .*"
)
"""Places, and names of and for other programs."""


def notes() -> Iterator[str]:
    """Give every note that a part of the room may write, with a word or number for each blank."""
    for path in sorted(ROOM.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        pieces = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
        for node in ast.walk(tree):
            if id(node) in prose | pieces:
                continue
            text = _text(node)
            if not _CLAUSE.fullmatch(text) or _NO_NOTE.fullmatch(text):
                continue
            if not _is_error(node, tree):
                yield text


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "2" for part in node.values)
    return ""


def _is_error(node: ast.AST, tree: ast.AST) -> bool:
    """Is it the message of an exception, which stays within the room, or of the log?"""
    raised = (n for n in ast.walk(tree) if isinstance(n, ast.Raise | ast.Call))
    calls = (n for n in raised if isinstance(n, ast.Raise) or _logs(n))
    return any(node is inner for call in calls for inner in ast.walk(call))


def _logs(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and (call.func.value.id == "logger")
    )


FOUND = sorted(set(notes()))


def test_the_notes_are_found() -> None:
    assert len(FOUND) > 40
    assert "the document holds no text" in FOUND


@pytest.mark.parametrize("note", FOUND)
def test_every_note_has_its_words_in_thai(note: str) -> None:
    assert re.search("[ก-๙]", note_in_thai(note)), f"{note!r} is missing in oit_audit/thai/notes.py"


def test_the_notes_of_the_sample_files_have_their_words_in_thai() -> None:
    said = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*/*.yaml")]
    written = {each["note"] for each in said if each.get("note")}
    assert [note for note in written if not note_in_thai(note)] == []


def test_what_varies_is_kept() -> None:
    assert note_in_thai("2 of 3 pages have no text layer") == "2 จาก 3 หน้าไม่มีชั้นข้อความ"
    assert "ต.ค. 65" in note_in_thai("a sheet cannot be read: ต.ค. 65")


def test_an_unknown_note_has_no_words() -> None:
    assert note_in_thai("something new") == ""
    assert note_in_thai("") == ""
