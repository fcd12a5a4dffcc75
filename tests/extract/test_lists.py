# ruff: noqa: E501 - a page or file is easier to read on one line
from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence

import openpyxl
import pytest

from oit_audit.extract import extract
from oit_audit.model import Block, Document, Legibility, Media, Resource

Send = Callable[..., Resource]


def workbook(sheets: dict[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for span in merged:
            sheet.merge_cells(span)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_rows(send: Send, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Document:
    return extract(send(media_type=""), workbook({"ข้อมูล": rows}, merged))


def test_titles_and_notes_are_text_and_the_rest_a_table(send: Send) -> None:
    read = read_rows(
        send,
        [
            ["สรุปผลการจัดซื้อจัดจ้าง"],
            ["ประจำเดือน ตุลาคม 2565"],
            [None, "ที่", "งาน", "วงเงิน"],
            [None, 1, "ซื้อวัสดุ", 12500.0],
            [None, "รวมเดือนตุลาคม"],
            [None, 2, "จ้างเหมา", 0.1 + 0.2],
            ["หมายเหตุ ข้อมูล ณ วันที่ 31"],
            [None],
            ["ลงชื่อ", "ผู้รายงาน"],
        ],
    )
    where = "sheet ข้อมูล"
    assert read.blocks == (
        Block("สรุปผลการจัดซื้อจัดจ้าง", f"{where} row 1", 1),
        Block("ประจำเดือน ตุลาคม 2565", f"{where} row 2", 1),
        Block("หมายเหตุ ข้อมูล ณ วันที่ 31", f"{where} row 7", 1),
        Block("ลงชื่อ ผู้รายงาน", f"{where} row 9", 1),
    )
    assert read.tables[0].rows == (
        ("ที่", "งาน", "วงเงิน"),
        ("1", "ซื้อวัสดุ", "12500"),
        ("รวมเดือนตุลาคม", "", ""),
        ("2", "จ้างเหมา", "0.3"),
    )
    assert (read.tables[0].where, read.tables[0].section) == (where, 1)


def test_cells_are_printed_as_people_see_them(send: Send) -> None:
    moment = dt.datetime(2022, 10, 1, 8, 30)  # noqa: DTZ001 - workbooks know no zones
    row = [dt.date(2022, 10, 1), moment, dt.time(8, 30), True, False, 1e20, -0.5, " ก\nข "]
    read = read_rows(send, [row, ["x", "y"]])
    assert read.tables[0].rows[0] == (
        "2022-10-01",
        "2022-10-01 08:30:00",
        "08:30:00",
        "TRUE",
        "FALSE",
        "1e+20",
        "-0.5",
        "ก ข",
    )


def test_merged_cells_are_filled_beside_others_but_a_line_across_stays_one(send: Send) -> None:
    read = read_rows(
        send,
        [["แผนปี 2566", None, None], ["ที่", "งบ", None], [1, 5, 6], [None, 7, 8]],
        merged=["A1:C1", "B2:C2", "A3:A4"],
    )
    assert [block.text for block in read.blocks] == ["แผนปี 2566"]
    assert read.tables[0].rows == (("ที่", "งบ", "งบ"), ("1", "5", "6"), ("1", "7", "8"))


def test_every_sheet_is_a_section(send: Send) -> None:
    rows = [["ก", "ข"], ["1", "2"]]
    read = extract(send(media_type=""), workbook({"ต.ค.": rows, "ว่าง": [], "พ.ย.": rows}))
    assert [part.label for part in read.sections] == ["", "ต.ค.", "ว่าง", "พ.ย."]
    assert [table.section for table in read.tables] == [1, 3]
    assert (read.pages, read.media) == (3, Media.SPREADSHEET)


def test_an_empty_workbook_cannot_be_read(send: Send) -> None:
    read = read_rows(send, [])
    assert (read.legibility, read.legibility_note) == (Legibility.NONE, "the workbook is empty")


def test_a_workbook_without_end_is_cut_and_says_so(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit_audit.extract.spreadsheet.MAX_CELLS", 6)
    read = read_rows(send, [[n, n] for n in range(20)])
    assert len(read.tables[0].rows) == 3
    assert read.legibility is Legibility.GOOD or read.legibility_note


def test_more_sheets_than_we_read_are_said(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit_audit.extract.spreadsheet.MAX_SHEETS", 1)
    read = extract(send(media_type=""), workbook({"a": [["x"]], "b": [["y"]]}))
    assert read.legibility_note == "the workbook is too long: only its beginning was read"


def changed(body: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if name == part else data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_cell_at_the_far_end_does_not_take_all_memory(send: Send) -> None:
    body = changed(workbook({"a": [["x", "y"], ["z", "w"]]}), SHEET, b'r="B2"', b'r="XFD1048576"')
    assert extract(send(media_type=""), body).legibility_note == "a sheet is too large to open"


def test_a_sheet_that_is_broken_leaves_the_others(send: Send) -> None:
    whole = workbook({"ดี": [["ก", "ข"], ["1", "2"]], "เสีย": [["x"]]})
    body = changed(whole, "xl/worksheets/sheet2.xml", b"</sheetData>", b"</nothing>")
    read = extract(send(media_type=""), body)
    assert len(read.tables) == 1
    assert (read.legibility, read.legibility_note) == (
        Legibility.POOR,
        "a sheet cannot be read: เสีย",
    )
    alone = changed(workbook({"เสีย": [["x"]]}), SHEET, b"</sheetData>", b"</nothing>")
    assert extract(send(media_type=""), alone).legibility is Legibility.NONE


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml"])
def test_a_broken_workbook_says_so(send: Send, part: str) -> None:
    body = changed(workbook({"a": [["x"]]}), part, b"<", b"")
    read = extract(send(media_type="application/vnd.ms-excel"), body)
    assert read.legibility is Legibility.NONE or part != "xl/workbook.xml"


def test_bytes_that_are_no_workbook_say_so(send: Send) -> None:
    body = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le")
    assert extract(send(media_type=""), body).legibility_note == "the workbook is damaged"
    torn = workbook({"a": [["x"]]})[:-40]
    assert extract(send(media_type="application/vnd.ms-excel"), torn).legibility is Legibility.NONE


def open_document(content: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "manifest")
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest{names}/>")
        archive.writestr("content.xml", content.replace("NAMES", names))
    return out.getvalue()


OPEN = (
    "<office:document-content NAMES><office:body><office:spreadsheet><table:table table:name='ก'>"
    "<table:table-row><table:table-cell office:value-type='string'><text:p>แผน</text:p></table:table-cell>"
    "<table:table-cell office:value-type='float' office:value='5'><text:p>5</text:p></table:table-cell>"
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)


def test_an_open_document_is_read_and_a_torn_one_refused(send: Send) -> None:
    read = extract(send(media_type=""), open_document(OPEN))
    assert [block.text for block in read.blocks] == ["แผน 5"]
    torn = extract(send(media_type=""), open_document(OPEN[:-80]))
    assert torn.legibility_note == "the workbook is damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_list_is_a_table_whatever_its_mark_and_encoding(
    send: Send, encoding: str, mark: str
) -> None:
    rows = ["สรุปผล ปี 2566", "", mark.join(["ที่", "งาน"]), mark.join(["1", '"ซื้อ วัสดุ"'])]
    resource = send(url="http://town.test/list.csv", media_type="text/plain")
    read = extract(resource, "\r\n".join(rows).encode(encoding))
    assert [block.text for block in read.blocks] == ["สรุปผล ปี 2566"]
    assert read.tables[0].rows == (("ที่", "งาน"), ("1", "ซื้อ วัสดุ"))
    assert (read.media, read.media_type) == (Media.TEXT, "text/csv")


def test_a_list_that_is_none_is_read_as_lines(send: Send) -> None:
    resource = send(url="http://town.test/list.csv", media_type="text/csv")
    read = extract(resource, b'a,"' + b"x" * 200_000 + b'"\nb')
    assert read.blocks[-1].text == "b"
    assert [block.text for block in extract(resource, b"word").blocks] == ["word"]


def test_a_text_gives_its_lines(send: Send) -> None:
    resource = send(url="http://town.test/a.txt", media_type="text/plain")
    read = extract(resource, "หนึ่ง\n\n  สอง  สาม".encode())
    assert [(block.text, block.where) for block in read.blocks] == [
        ("หนึ่ง", "line 1"),
        ("สอง สาม", "line 3"),
    ]


def test_a_text_without_words_is_empty(send: Send) -> None:
    read = extract(send(url="http://town.test/a.txt", media_type="text/plain"), b"\x01 \x02")
    assert read.legibility_note == "the file is empty"


def test_texts_and_lists_without_end_are_cut_and_say_so(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit_audit.extract.text.MAX_BLOCKS", 3)
    monkeypatch.setattr("oit_audit.extract.text.MAX_CELLS", 4)
    lines = extract(send(url="http://town.test/a.txt", media_type=""), b"a\nb\nc\nd\ne")
    listed = extract(send(url="http://town.test/l.csv", media_type=""), b"a,b\n1,2\n3,4\n5,6")
    assert [len(lines.blocks), len(listed.tables[0].rows)] == [3, 2]
    assert {lines.legibility, listed.legibility} == {Legibility.POOR}
