"""Files that would take all memory or never end are refused before anybody reads them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import olefile
import pytest

from oit_audit.errors import InputError
from oit_audit.extract import (
    _bounds,
    _members,
    _ole,
    _package,
    _tar,
    _zip,
    archive,
    extract,
    sheet_rows,
)
from oit_audit.extract._package import Package, PackageError
from oit_audit.model import Legibility
from tests.extract.conftest import Send

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents"
XLS = (FOLDER / "old_office/plan.xls").read_bytes()
XLSB = (FOLDER / "spreadsheet/binary.xlsb").read_bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, body in files.items():
            target.writestr(name, body)
    return out.getvalue()


def changed(body: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(body)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    assert old in files[part]
    files[part] = files[part].replace(old, new)
    return zipped(files)


def in_a_circle(body: bytes) -> bytes:
    """Let the sectors of an old file lead back to the first of them."""
    table = 512 * (1 + struct.unpack_from("<I", body, 0x4C)[0])
    twisted = bytearray(body)
    for sector in range(1, 4):
        struct.pack_into("<I", twisted, table + 4 * sector, sector - 1)
    struct.pack_into("<I", twisted, table, 3)
    return bytes(twisted)


def test_sound_workbooks_are_let_in() -> None:
    assert [_bounds.refuse(body) for body in (XLS, XLSB)] == ["", ""]


def test_an_old_workbook_whose_sectors_run_in_a_circle_is_refused() -> None:
    assert _bounds.refuse(in_a_circle(XLS)) == "the workbook is damaged"
    listed = bytearray(XLS)
    struct.pack_into("<I", listed, 0x44, 1)  # the list of lists leads to itself
    struct.pack_into("<I", listed, 3 * 512 - 4, 1)
    assert _bounds.refuse(bytes(listed)) == "the workbook is damaged"


def test_a_cell_at_the_far_end_of_an_old_workbook_is_refused() -> None:
    with olefile.OleFileIO(io.BytesIO(XLS)) as disk:
        book = bytes(disk.openstream("Workbook").read())
    at = 0
    while struct.unpack_from("<H", book, at)[0] != 0x00FD:  # the first cell with a text
        at += 4 + struct.unpack_from("<H", book, at + 2)[0]
    place = XLS.index(book[at : at + 14]) + 4
    far = bytearray(XLS)
    struct.pack_into("<2H", far, place, 0xFFFF, 0x7FFF)
    assert _bounds.refuse(bytes(far)) == "a sheet is too large to open"


def test_a_row_at_the_far_end_of_a_binary_workbook_is_refused() -> None:
    far = struct.pack("<I", 0xFFFFF)
    row = b"\x00\x11" + struct.pack("<I", 2)
    column = b"\x06" + bytes([8 + 4 + 2 * len("98500")]) + struct.pack("<I", 2)
    body = changed(XLSB, "xl/worksheets/sheet1.bin", row, row[:2] + far)
    assert _bounds.refuse(body) == ""
    body = changed(body, "xl/worksheets/sheet1.bin", column, column[:2] + far)
    assert _bounds.refuse(body) == "a sheet is too large to open"


def test_a_workbook_that_is_no_archive_inside_is_refused() -> None:
    assert _bounds.refuse(XLSB[:-40]) == "the workbook is damaged"
    assert not _bounds.lacks_results(XLSB[:-40])
    assert not _bounds.lacks_results(XLS)


def test_the_marks_of_all_parts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(zipped({"a.xml": b"<a><b/><b/></a>", "b.xml": b"<a x='1'/>"}))
    monkeypatch.setattr(_package, "MAX_MARKS", 5)
    small = Package(zipped({"a.xml": b"<a><b/><b/></a>", "b.xml": b"<a x='1'/>"}))
    assert package.xml("/A.XML").tag == small.xml("a.xml").tag == "a"
    assert package.xml("b.xml").tag == "a"
    with pytest.raises(PackageError):
        small.xml("b.xml")


def test_a_part_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch, send: Send) -> None:
    body = (FOLDER / "word/tables.docx").read_bytes()
    monkeypatch.setattr(Package.bytes_of, "__defaults__", (500,))
    found = extract(send("https://town.example/a.docx", ""), body)
    assert found.legibility_note == "the Word document is too large to open"


def test_a_list_of_files_without_end_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_zip, "MAX_ENTRIES", 3)
    body = zipped({f"{number}.txt": b"x" for number in range(4)})
    assert list(archive.unpack(body, 1_000)) == []


def test_a_file_that_is_packed_out_of_all_proportion_is_not_unpacked() -> None:
    bomb, list_ = archive.unpack(
        zipped({"bomb.csv": bytes(6_000_000), "a.csv": b"1,2\n" * 9}), 10**8
    )
    assert (bomb.body, bomb.note) == (b"", "the file unpacks to more than we open")
    assert list_.note == ""


def test_a_packed_file_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tar, "MAX_STREAM", 5_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = packer.compress(bytes(10_000)) + packer.flush()
    (found,) = archive.unpack(body, 2_000)
    assert found.note == "the file unpacks to more than we open"


def test_archives_in_archives_are_opened_to_the_third(send: Send) -> None:
    body = (FOLDER / "archive/nested.zip").read_bytes()
    found, depth = extract(send("https://town.example/nested.zip", ""), body), 0
    while found.members:
        found, depth = found.members[0], depth + 1
    assert (depth, found.legibility) == (_members.MAX_DEPTH, Legibility.NONE)


def test_a_way_that_ends_is_no_circle() -> None:
    assert not _ole._runs_in_a_circle([1, 2, 0xFFFFFFFE, 1])
    assert _ole._runs_in_a_circle([0xFFFFFFFE, 2, 3, 1])
    assert _ole._runs_in_a_circle([0])
    assert not _ole._runs_in_a_circle([])


def test_a_workbook_that_unpacks_to_more_than_can_be_held_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(_bounds.MAX_UNPACKED // 10_000_000):
                part.write(b" " * 10_000_000)

    with pytest.raises(InputError, match="too large"):
        sheet_rows(packed.getvalue())
