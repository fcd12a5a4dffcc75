"""Tables that somebody made in a spreadsheet."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from oit_audit.errors import InputError
from oit_audit.lists import Column, read_table
from oit_audit.lists.tables import Row

COLUMNS = (Column("item", ("ข้อ",)), Column("url", ("ลิงก์",)), Column("note", required=False))


def table(folder: Path, data: bytes | str, name: str = "list.csv") -> tuple[Row, ...]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_table(path, COLUMNS)


def workbook(*rows: tuple[object, ...], above: int = 0) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, 1 + above):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_delimiter_of_a_spreadsheet_is_read(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = f"ข้อ{delimiter}URL{delimiter}Note\r\nข้อ ๑๒{delimiter}a.go.th{delimiter}แผน\r\n"

    (row,) = table(tmp_path, text.encode(encoding))

    assert row == Row(2, {"item": "ข้อ ๑๒", "url": "a.go.th", "note": "แผน"})


def test_columns_come_in_any_order_and_case_with_others_between(tmp_path: Path) -> None:
    (row,) = table(tmp_path, " U R L ,ลำดับ, ITEM \na.go.th,1,o1\n")

    assert (row.cells["item"], row.cells["url"], row.cells["note"]) == ("o1", "a.go.th", "")


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    text = 'รายการลิงก์ ปี 2566\n\nitem,url\no1,a\n\n"o2","b\nc"\no3\n'

    rows = table(tmp_path, text)

    assert [row.number for row in rows] == [4, 5, 6, 7]
    assert [row.is_blank for row in rows] == [False, True, False, False]
    assert rows[3].cells["url"] == ""


def test_a_workbook_is_read_with_its_numbers_and_empty_rows(tmp_path: Path) -> None:
    body = workbook(("ข้อ", "ลิงก์"), (12, "a.go.th"), (None, None), ("o2", "b.go.th"), above=2)

    rows = table(tmp_path, body, "list.xlsx")

    assert [(r.number, r.cells["item"]) for r in rows] == [(4, "12"), (5, ""), (6, "o2")]


def test_the_first_sheet_with_the_columns_counts(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["คำชี้แจง"])
    second = book.create_sheet("ลิงก์")
    second.append(["item", "url"])
    second.append(["o1", "a.go.th"])
    hidden = book.create_sheet("เก่า", 0)
    hidden.append(["item", "url"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "list.xlsx"
    book.save(path)

    assert [row.cells["item"] for row in read_table(path, COLUMNS)] == ["o1"]


def test_a_merged_item_holds_for_all_its_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["item", "url"], ["o1", "a.go.th"], [None, "b.go.th"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    path = tmp_path / "list.xlsx"
    book.save(path)

    assert [row.cells["item"] for row in read_table(path, COLUMNS)] == ["o1", "o1"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "row 1: no column named item and url"),
        (b"item;address of it\no1;x\n", "row 1: no column named url"),
        (b"MZ\x90\0\x03\0\0\0", "neither a CSV nor an XLSX file"),
        (b"%PDF-1.7\n\0\xff", "neither a CSV nor an XLSX file"),
        (b"<html><table><tr><td>item</td></tr></table>", "a web page"),
        (b"PK\x03\x04rubbish", "the workbook is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "the workbook is damaged"),
        (b'item,url\no1,"x" y\n', "row 2: "),
        (b"item,url\no1," + b"x" * 200_000, "row 2: "),
        (b"item,url\n" + b"o1,a\n" * 100_001, "row 100002: a list has 100,000 rows at most"),
    ],
)
def test_what_is_no_such_table_is_told_by_file_and_row(
    tmp_path: Path, data: bytes, line: str
) -> None:
    with pytest.raises(InputError) as caught:
        table(tmp_path, data)

    assert str(caught.value).startswith(f"{tmp_path / 'list.csv'}: ")
    assert line in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_table(tmp_path / "none.csv", COLUMNS)
    with pytest.raises(InputError, match="cannot read"):
        read_table(tmp_path, COLUMNS)


def test_a_file_that_never_ends_is_not_read_whole() -> None:
    with pytest.raises(InputError, match="is over"):
        read_table(Path("/dev/zero"), COLUMNS)


def test_formulas_without_results_are_refused_with_what_helps(tmp_path: Path) -> None:
    data = workbook(("item", "url"), ("o1", '="https://a.go.th/"&"x"'))

    with pytest.raises(InputError, match="formulas whose results were not saved") as caught:
        table(tmp_path, data, "list.xlsx")

    assert "save it again" in caught.value.hint
    assert "วางเป็นค่า" in caught.value.hint_th
    assert caught.value.th.startswith(f"{tmp_path / 'list.xlsx'}: มีช่องที่เป็นสูตร")


def test_what_is_no_table_is_told_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="row 1: no column named item and url") as caught:
        table(tmp_path, "a,b\n1,2\n")

    assert caught.value.th.endswith("แถวที่ 1: ไม่มีคอลัมน์ชื่อ item และ url")
    assert caught.value.hint_th == "แถวแรกต้องเป็นชื่อคอลัมน์: item,url,note"
