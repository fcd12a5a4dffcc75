"""Programs that read files for us: one file each, an end to their time, and nothing left behind."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from oit_audit.extract import _converters, extract
from oit_audit.extract._converters import ConverterError
from oit_audit.model import Document, Legibility, Media
from tests.extract.conftest import Send

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents"
LEAD = "เทศบาลตำบลทุ่งข้าวหอม จัดทำแผนฉบับนี้ตามระเบียบกระทรวงมหาดไทย"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose programs a test writes; with the tools that these need."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", "/no/such/program")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return folder


def program(folder: Path, name: str, does: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path


def left_behind(folder: Path) -> list[Path]:
    return list(folder.parent.glob("oit-audit-*"))


def read(send: Send, name: str) -> Document:
    body = (FOLDER / name).read_bytes()
    return extract(send(f"https://town.example/{Path(name).name}", ""), body)


def test_without_libreoffice_antiword_reads_a_doc_with_its_table(
    send: Send, programs: Path
) -> None:
    if shutil.which("antiword") is None:
        pytest.skip("antiword is not installed")
    found = read(send, "old_office/plan.doc")
    assert (found.media, found.legibility) == (Media.WORD, Legibility.GOOD)
    assert found.media_type == "application/msword"
    assert LEAD in [block.text for block in found.blocks]
    assert found.tables[0].rows[1] == ("1", "ก่อสร้างถนนคอนกรีต", "450,000")
    assert left_behind(programs) == []


def test_catdoc_does_as_well(send: Send, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(programs))
    text = f"{LEAD}\\n1\\tถนน\\n"
    program(programs, "catdoc", f"printf '{text}'")
    found = read(send, "old_office/plan.doc")
    assert [block.text for block in found.blocks] == [LEAD]
    assert found.tables[0].rows == (("1", "ถนน"),)


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    send: Send, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = programs / "child"
    hangs = program(programs, "soffice", f"sleep 60 & echo $! > {mark}\nsleep 60")
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", str(hangs))
    monkeypatch.setattr(_converters, "OFFICE_S", 0.5)
    began = time.monotonic()
    found = read(send, "old_office/plan.odt")
    assert time.monotonic() - began < 10
    assert found.legibility_note == "the document is damaged, or locked with a password"
    assert left_behind(programs) == []
    child = int(mark.read_text())
    deadline = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(child)


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


@pytest.mark.parametrize(
    "does", ["exit 1", "exit 0", 'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"']
)
def test_a_program_that_gives_nothing_costs_one_document(
    send: Send, programs: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", str(program(programs, "soffice", does)))
    assert read(send, "old_office/plan.odp").legibility_note == (
        "the presentation is damaged, or locked with a password"
    )
    assert left_behind(programs) == []


def test_what_a_program_gives_back_is_bounded(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gives = (
        'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; echo 123456789 > "$2/file.docx"'
    )
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", str(program(programs, "soffice", gives)))
    assert _converters.by_office(b"x", ".odt", "docx") == b"123456789\n"
    monkeypatch.setattr(_converters, "MAX_OUTPUT", 5)
    with pytest.raises(ConverterError):
        _converters.by_office(b"x", ".odt", "docx")


def test_a_program_sees_no_more_of_our_surroundings_than_it_needs(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    gives = 'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; env > "$2/file.docx"'
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", str(program(programs, "soffice", gives)))
    said = _converters.by_office(b"x", ".odt", "docx").decode()
    assert "SECRET_TOKEN" not in said
    home = next(line for line in said.splitlines() if line.startswith("HOME="))
    assert "oit-audit-" in home


def test_an_archive_that_its_program_cannot_open_was_not_opened(send: Send, programs: Path) -> None:
    program(programs, "bsdtar", "echo no; exit 1")
    found = read(send, "archive/months.rar")
    assert (found.members, found.legibility) == ((), Legibility.NONE)
    assert left_behind(programs) == []


def test_an_archive_whose_program_hangs_ends(
    send: Send, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "bsdtar", "exec sleep 60")
    monkeypatch.setattr(_converters, "ARCHIVE_S", 0.5)
    began = time.monotonic()
    assert read(send, "archive/months.7z").members == ()
    assert time.monotonic() - began < 10


def test_a_folder_that_a_process_left_behind_is_removed(programs: Path) -> None:
    old, visit = programs.parent / "oit-audit-converting-left", programs.parent / "oit-audit-x1y2"
    for folder in (old, visit):
        folder.mkdir()
        os.utime(folder, (0, 0))
    with pytest.raises(ConverterError):
        _converters.by_word_reader(b"x")
    assert not old.exists()
    assert visit.exists(), "a long visit keeps its own folder"


def test_a_locked_doc_says_so(send: Send, bare: None) -> None:
    body = bytearray((FOLDER / "old_office/plan.doc").read_bytes())
    at = body.index(b"\xec\xa5")  # where the Word stream begins
    body[at + 11] |= 0x01
    found = extract(send("https://town.example/plan.doc", ""), bytes(body))
    assert found.legibility_note == "the Word document is locked with a password"


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server on loopback: its port, and what it was asked for."""
    paths: list[str] = []

    class Hears(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - names of the library

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Hears) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, paths
        server.shutdown()


def test_libreoffice_asks_no_network(send: Send, asked: tuple[int, list[str]]) -> None:
    if not _converters.office():
        pytest.skip("LibreOffice is not installed")
    port, paths = asked
    picture = f'<draw:frame text:anchor-type="as-char"><draw:image xlink:href="http://127.0.0.1:{port}/spy.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'  # noqa: E501 - markup
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(FOLDER / "old_office/plan.odt") as source,
        zipfile.ZipFile(changed, "w") as target,
    ):
        for name in source.namelist():
            body = source.read(name)
            if name == "content.xml":
                body = body.replace(b"</text:p>", f"{picture}</text:p>".encode(), 1)
            target.writestr(name, body)
    found = extract(send("https://town.example/plan.odt", ""), changed.getvalue())
    assert LEAD in [block.text for block in found.blocks]
    assert paths == []
