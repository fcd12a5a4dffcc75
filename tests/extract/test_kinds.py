# ruff: noqa: E501 - a page or file is easier to read on one line
from __future__ import annotations

import gzip
import io
import logging
import struct
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pytest

from oit_audit import extract as room
from oit_audit.extract import EXTRACTORS, _choose, _kind, extract, read_links
from oit_audit.model import Document, Legibility, Media, Resource

Send = Callable[..., Resource]


def zipped(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def ole(part: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + part.encode("utf-16-le") + bytes(100)


def a_document() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def a_workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


PDF = b"%PDF-1.4\n%%EOF"


@pytest.mark.parametrize(
    ("body", "said", "name", "media"),
    [
        (PDF, "text/html", "31.html", Media.PDF),
        (b"\n\xef\xbb\xbf" + PDF, "", "download", Media.PDF),
        (b"<!DOCTYPE html><p>x", "application/pdf", "plan.pdf", Media.WEBPAGE),
        (b"<!-- saved --><HTML><p>x", "application/octet-stream", "plan.pdf", Media.WEBPAGE),
        (b"\xff\xfe" + "<html><p>x".encode("utf-16-le"), "", "x", Media.WEBPAGE),
        (b"<html><table><tr><td>1", "application/vnd.ms-excel", "report.xls", Media.WEBPAGE),
        (
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
            "text/xml",
            "x",
            Media.WEBPAGE,
        ),
        (b"<b>Warning</b>: x in y", "text/html", "index.php", Media.WEBPAGE),
        (b"plain words", "text/html", "index.php", Media.WEBPAGE),
        (b"<div>part</div>", "", "part", Media.WEBPAGE),
        (a_document(), "application/octet-stream", "a.bin", Media.WORD),
        (a_document(), "application/zip", "a.xlsx", Media.WORD),
        (a_workbook(), "application/vnd.ms-excel", "a.xls", Media.SPREADSHEET),
        (
            zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "",
            "a.ods",
            Media.SPREADSHEET,
        ),
        (ole("Workbook"), "application/octet-stream", "a.doc", Media.SPREADSHEET),
        (zipped("a.pdf", "b.pdf"), "application/pdf", "a.zip", Media.ARCHIVE),
        (b"PK\x03\x04 broken", "", "a.docx", Media.WORD),
        (b"PK\x03\x04 broken", "", "a.zip", Media.ARCHIVE),
        (b"Rar!\x1a\x07\x00", "", "a.rar", Media.ARCHIVE),
        (gzip.compress(b"x", mtime=0), "", "a.gz", Media.ARCHIVE),
        (b"\x89PNG\r\n\x1a\n", "text/html", "a.jpg", Media.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "", "", Media.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", "", "", Media.IMAGE),
        (b'<?xml version="1.0"?><svg xmlns="x">', "image/svg+xml", "", Media.IMAGE),
        (b"\x01\x02picture", "image/x-unknown", "photo.png", Media.OTHER),
        ("ชื่อ,จำนวน".encode("cp874"), "application/octet-stream", "list.csv", Media.TEXT),
        (b"hello", "text/plain", "readme", Media.TEXT),
        (b"hello", "", "", Media.TEXT),
        (b"hello", "application/pdf", "fake.pdf", Media.TEXT),
        (b"\x00\x01\x02\x03", "", "", Media.OTHER),
        (b"x", "video/mp4", "a.mp4", Media.OTHER),
    ],
)
def test_the_bytes_decide_then_the_server_then_the_name(
    send: Send, body: bytes, said: str, name: str, media: Media
) -> None:
    read = extract(send(url=f"http://town.test/{name}", media_type=said), body)
    assert read.media is media


@pytest.mark.parametrize(
    ("body", "said", "note"),
    [
        (ole("WordDocument"), "", "an old Word file (.doc), which LibreOffice or antiword would read: publish it as .docx or PDF"),
        (ole("PowerPoint Document"), "", "an old PowerPoint file, which LibreOffice would read: publish it as PDF"),
        (ole("EncryptedPackage"), "", "an Office file that is locked with a password: it cannot be read"),
        (ole("Something"), "", "an old Office file: it cannot be read"),
        (zipped("[Content_Types].xml", "ppt/x"), "", "the presentation is damaged"),
        (zipped("[Content_Types].xml", "xl/workbook.bin"), "", "the workbook is damaged"),
        (zipped("[Content_Types].xml", "what")[:-9], "", "an archive: the files in it were not opened"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "", "a text of another program, which LibreOffice would read: publish it as .docx or PDF"),
        (b"{\\rtf1 {\\fonttbl }}", "", "the document holds no text"),
        (b"Rar!\x1a\x07\x00", "", "a .rar archive, which bsdtar would open: publish the files one by one, or as .zip"),
        (b"7z\xbc\xaf\x27\x1c", "", "a .7z archive, which bsdtar would open: publish the files one by one, or as .zip"),
        (b"<rss><channel>", "text/html", "an XML file for programs: it cannot be read"),
        (b'{"a": 1}', "application/json", "a JSON file for programs: it cannot be read"),
        (b"", "text/html", "the answer is empty"),
        (b" \r\n ", "text/html", "the answer is empty"),
        (b"x", "video/mp4", "a file of a type that cannot be read: video/mp4"),
        (b"\xff\xd8\xff\xe0", "", "a picture: its text cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is(
    send: Send, bare: None, body: bytes, said: str, note: str
) -> None:
    read = extract(send(url="http://town.test/download", media_type=said), body)
    assert (read.legibility, read.legibility_note) == (Legibility.NONE, note)
    assert read.blocks == ()


def test_unknown_bytes_are_named_by_their_file_name(send: Send) -> None:
    read = extract(send(media_type="", file_name="แผน.xyz"), b"\x00\x01")
    assert read.legibility_note == "a file of a type that cannot be read: แผน.xyz"
    assert read.file_name == "แผน.xyz"


@pytest.mark.parametrize("limit", ["MAX_UNPACKED", "MAX_XML"])
def test_an_office_file_that_unpacks_to_too_much_is_not_opened(
    send: Send, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(_kind, limit, 1_000)
    read = extract(send(media_type=""), a_document())
    assert read.legibility_note.startswith("an Office file that unpacks to more than we open")


def test_an_address_that_is_none_still_has_a_document(send: Send) -> None:
    read = extract(send(url="http://[town/", media_type="text/plain"), b"x")
    assert read.file_name == ""


def test_every_part_is_listed_once_and_reads_what_it_names() -> None:
    assert [part.media for part in EXTRACTORS] == [
        Media.WEBPAGE, Media.WEBPAGE, Media.PDF, Media.WORD, Media.WORD, Media.PRESENTATION, Media.SPREADSHEET, Media.TEXT,
        Media.IMAGE, Media.ARCHIVE, Media.OTHER,
    ]  # fmt: skip
    named = [name for part in EXTRACTORS for name in (*part.media_types, *part.suffixes)]
    assert len(named) == len(set(named))
    assert room.__doc__


def _break(resource: Resource, body: bytes) -> Document:
    raise struct.error("bad")


@pytest.fixture
def one_bad_part(monkeypatch: pytest.MonkeyPatch) -> tuple[room.Extractor, ...]:
    bad = room.Extractor(Media.PDF, ("application/pdf",), (), _break)
    return (bad, EXTRACTORS[-1])


def test_a_file_that_breaks_its_reader_costs_one_document(
    send: Send,
    one_bad_part: tuple[room.Extractor, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(_choose, "CATCHES", (Exception,))
    with caplog.at_level(logging.ERROR):
        read = _choose.read(one_bad_part, send(), PDF)
    assert (read.media, read.legibility) == (Media.PDF, Legibility.NONE)
    assert read.legibility_note == "the file could not be read: it is damaged or unusual"
    assert "struct.error: bad" in caplog.text


def test_links_that_cannot_be_read_are_no_links(
    send: Send, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(_choose, "CATCHES", (Exception,))
    monkeypatch.setattr("oit_audit.extract.webpage._page", _break)
    assert read_links(send(), b"<html><a href=/x>x</a>") == ()
    assert "could not be read: http://town.test/office/page.html" in caplog.text


def test_tests_can_switch_the_catching_off(
    send: Send, one_bad_part: tuple[room.Extractor, ...]
) -> None:
    with pytest.raises(struct.error):
        _choose.read(one_bad_part, send(), PDF)
