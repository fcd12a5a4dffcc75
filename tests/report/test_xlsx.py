"""The workbook: what people see, and what strangers cannot do in it."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from oit_audit.model import Audit, BetterPage, Language, LinkVerdict, SkipReason, Status, Text
from oit_audit.report import render
from oit_audit.report._cells import begins_formula
from oit_audit.report._sheets import COLOURS
from oit_audit.report._workbook import MAX_ROWS, MAX_TARGET, Book, Column, Table
from oit_audit.report.locale.tables import SHEETS
from tests.report import accepted, audits, splash
from tests.report.office import converted
from tests.report.test_csv import FORMULAS, formulas

SUMMARY, ITEMS, ELEMENTS, EVIDENCE, LINKS = "สรุป", "ผลรายข้อ", "องค์ประกอบ", "หลักฐาน", "ลิงก์สำหรับกรอก"
ENTERED, FINDINGS, DECISIONS, SKIPPED = (
    "ลิงก์ที่กรอกไว้",
    "ข้อสังเกตเกี่ยวกับเว็บไซต์",
    "คำวินิจฉัย",
    "หน้าที่เปิดดูไม่ได้",
)


def book(audit: Audit, language: Language = "th") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render("xlsx", audit, language)))


def cells(workbook: Workbook) -> list[Cell]:
    return [
        cell
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def column(workbook: Workbook, sheet: str, heading: str) -> list[object]:
    head, *rows = workbook[sheet].iter_rows(values_only=True)
    return [row[head.index(heading)] for row in rows]


def row_of(workbook: Workbook, sheet: str, item: str) -> dict[str, object]:
    head, *rows = workbook[sheet].iter_rows(values_only=True)
    return next(dict(zip(head, row, strict=True)) for row in rows if row[0] == item)


def shown(sheet: str, workbook: Workbook) -> str:
    lines = workbook[sheet].iter_rows(values_only=True)
    return "\n".join(" ".join(str(value) for value in row if value is not None) for row in lines)


def dump(workbook: Workbook) -> str:
    """Return every cell on a line of its own: where, what kind, what it says, where it leads."""
    lines = []
    for cell in cells(workbook):
        link = cell.hyperlink
        aim = f" -> {link.target or link.location}" if link else ""
        mark = "'" if cell.quotePrefix else ""
        lines.append(
            f"{cell.parent.title}!{cell.coordinate} {cell.data_type} {mark}{cell.value}{aim}"
        )
    return "\n".join(lines) + "\n"


def entered() -> Audit:
    """Return an audit that was judged by entered links."""
    link = LinkVerdict(
        row=2,
        item="o2",
        url=audits.HOME + "old",
        note="หน้าหลัก",
        opens=False,
        final_url=None,
        status_code=404,
        reason=SkipReason.NOT_FOUND,
        reachable=None,
        click_path=(),
        outcome=Text("ลิงก์เสีย (404)", "the link is dead (404)"),
        better=BetterPage(audits.HOME + "executives", Status.PARTIAL, ()),
    )
    none = replace(link, row=None, item="o4", url=None, opens=None, better=None, note="")
    unseen = replace(link, row=3, item="o10", opens=None, better=None)
    works = replace(link, row=4, item="o12", opens=True, url="javascript:alert(1)")
    return replace(audits.every_status(), links=(link, none, unseen, works))


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_workbook_reads_as_accepted(language: Language) -> None:
    told = dump(book(audits.every_status(), language))

    accepted.agrees(f"audit.{language}.xlsx.txt", told.encode())


def test_the_bytes_know_no_clock() -> None:
    data = render("xlsx", audits.every_status(), "th")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    made = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert made.created == made.modified == datetime(2026, 11, 21)  # noqa: DTZ001 - Excel has no zones
    assert made.title == "ผลการตรวจ OIT ปีงบประมาณ พ.ศ. 2569 – เทศบาลตำบลบ้านสวนหมอก"
    assert made.creator == "oit-audit 0.1.0"


def test_the_sheets_are_those_that_have_something_to_say() -> None:
    always = [SUMMARY, ITEMS, ELEMENTS, EVIDENCE, LINKS]

    assert book(audits.all_met()).sheetnames == always
    assert book(entered()).sheetnames == [*always, ENTERED, FINDINGS, DECISIONS, SKIPPED]
    for text in SHEETS.values():
        for name in (text.th, text.en):
            assert len(name) <= 31
            assert not set(name) & set("[]:*?/\\'")


def test_the_first_sheet_says_whose_year_day_score_and_what_to_fix() -> None:
    told = shown(SUMMARY, book(audits.every_status()))

    order = [
        "เทศบาลตำบลบ้านสวนหมอก",
        "ปีงบประมาณ พ.ศ. 2569",
        "วันที่ตรวจ 21 พฤศจิกายน 2569",
        "⚠ ผลนี้ยังไม่สมบูรณ์: ตรวจเว็บไซต์ได้เพียงบางส่วน",
        "รอคำตอบนานเกินกำหนด (21)",
        "โปรดตรวจสอบด้วยตนเอง 1 ข้อ",
        "73.41 จาก 100 คะแนน",
        "ระหว่าง 73.41 ถึง 78.41",
        "ระดับ C",
        "ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช.",
        "ผ่าน 1 · ไม่ครบ 2 · ข้อมูลเก่า 1",
        "สิ่งที่ควรแก้ไขก่อน",
        "o10 แผนการใช้จ่ายงบประมาณประจำปี ไม่พบ เผยแพร่",
        "ไม่ครบ พบข้อมูลแล้ว แต่ยังขาดบางองค์ประกอบ 2",
        "9.1 ข้อมูลพื้นฐาน 88.89 8 จาก 9",
        "แผ่นงานในไฟล์นี้",
    ]
    places = [told.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_an_incomplete_look_is_red_words_on_the_first_sheet_and_a_line_on_each_page() -> None:
    partly, nothing = book(audits.every_status()), book(audits.nothing_seen())

    (alarm,) = [c for c in cells(partly) if str(c.value).startswith("⚠")]
    assert alarm.parent.title == SUMMARY
    assert (alarm.fill.fgColor.rgb, alarm.font.color.rgb, alarm.font.b) == (
        "FFC00000",
        "FFFFFFFF",
        True,
    )
    assert {sheet.oddHeader.center.text for sheet in partly} == {
        "ผลนี้ยังไม่สมบูรณ์: ตรวจเว็บไซต์ได้เพียงบางส่วน"
    }
    assert {sheet.oddHeader.center.text for sheet in nothing} == {"เข้าตรวจเว็บไซต์ไม่ได้"}
    told = shown(SUMMARY, nothing)
    assert "ยังให้คะแนนไม่ได้" in told
    assert "0.00" not in told
    assert "⚠" not in shown(SUMMARY, book(audits.all_met()))


def test_nothing_to_fix_is_said_only_where_nothing_is_open() -> None:
    assert "ไม่มีข้อที่ต้องแก้ไข" in shown(SUMMARY, book(audits.all_met()))
    assert "ไม่มีข้อที่ต้องแก้ไข" not in shown(SUMMARY, book(audits.nothing_seen()))


def test_more_to_fix_than_fits_leads_to_the_items() -> None:
    audit = audits.every_status()
    many = tuple(replace(audit.verdicts[3], id=f"o{n}") for n in range(1, 14))

    assert "และอีก 3 ข้อ ดูที่แผ่นงาน “ผลรายข้อ”" in shown(SUMMARY, book(replace(audit, verdicts=many)))


def test_an_item_says_what_is_missing_whose_task_it_is_and_what_it_is_worth() -> None:
    row = row_of(book(audits.every_status()), ITEMS, "o2")

    assert row["ผล"] == "ไม่ครบ"
    assert row["องค์ประกอบที่ยังขาด"] == "รูปถ่าย; ช่องทางการติดต่อ"
    assert str(row["สิ่งที่ต้องทำ"]).startswith("เผยแพร่ข้อมูลผู้บริหาร")
    assert row["คะแนนที่จะได้เพิ่ม"] == 1.11
    assert row["หน่วยงานรับผิดชอบ"] == "งานประชาสัมพันธ์ (สำนักปลัด)"
    assert row["ปีที่พบ"] == 2569
    assert row["การตรวจข้อนี้"] == "ตรวจได้ครบถ้วน"


def test_what_is_unsure_undecided_or_decided_says_so() -> None:
    workbook = book(audits.every_status())

    unknown = row_of(workbook, ITEMS, "o17")
    assert unknown["ความมั่นใจ"] == "ต่ำ – โปรดตรวจสอบด้วยตนเอง"
    assert str(unknown["สิ่งที่ต้องทำ"]).startswith("หากตรวจแล้วไม่พบ: ")
    assert row_of(workbook, ITEMS, "o4")["ผล"] == "ข้อมูลเก่า"
    assert "รอสภาท้องถิ่นเห็นชอบ" in str(row_of(workbook, ITEMS, "o4")["คำวินิจฉัยของเจ้าหน้าที่"])
    assert row_of(workbook, DECISIONS, "o4") == {
        "ข้อ": "o4",
        "รายการ": "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน",
        "ผล": "ข้อมูลเก่า",
        "คำวินิจฉัย": "ได้รับการผ่อนผัน",
        "เหตุผลของเจ้าหน้าที่": "รอสภาท้องถิ่นเห็นชอบ",
        "ผู้วินิจฉัย": "นักวิเคราะห์นโยบายและแผน",
        "วันที่วินิจฉัย": "2 พฤศจิกายน 2569",
        "ใช้ได้ถึง": "31 ธันวาคม 2569",
    }


def test_elements_and_evidence_are_all_there() -> None:
    audit, workbook = audits.every_status(), book(audits.every_status())

    assert len(column(workbook, ELEMENTS, "องค์ประกอบ")) == sum(
        len(v.elements) for v in audit.verdicts
    )
    assert column(workbook, ELEMENTS, "ผลการตรวจ")[2:7] == [
        "พบ",
        "ไม่พบ",
        "ไม่พบ",
        "ไม่พบ",
        "ตัดสินไม่ได้",
    ]
    assert column(workbook, ELEMENTS, "มีผลต่อคะแนน")[4:6] == ["มีผล", "แจ้งเพื่อทราบ"]
    assert column(workbook, EVIDENCE, "ข้อ") == [v.id for v in audit.verdicts for _ in v.evidence]


def test_entered_links_show_what_they_show_and_what_is_better() -> None:
    workbook = book(entered())

    assert column(workbook, ENTERED, "การเปิด") == ["เปิดไม่ได้", None, "ยังไม่ได้เปิดดู", "เปิดได้"]
    assert column(workbook, ENTERED, "ลิงก์ (URL)")[1] == "ไม่ได้กรอกลิงก์สำหรับข้อนี้"
    assert column(workbook, ENTERED, "ลิงก์ที่ควรกรอกแทน")[0] == audits.HOME + "executives"
    assert "ตัดสินจากลิงก์ที่กรอกไว้เท่านั้น (3 ลิงก์)" in shown(SUMMARY, workbook)


def test_tables_have_a_frozen_head_filters_and_print_on_a4_with_the_head_on_each_page() -> None:
    for sheet in book(entered()):
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.fitToHeight) == 0
        if sheet.title == SUMMARY:
            continue
        assert sheet.freeze_panes[-1] == "2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet["A1"].font.b
        assert all(sheet.row_dimensions[n].height > 15 for n in range(1, sheet.max_row + 1))


def test_colours_follow_words_and_can_be_read() -> None:
    workbook = book(audits.every_status())

    rules = [r for area in workbook[ITEMS].conditional_formatting for r in area.rules]
    assert [rule.formula for rule in rules] == [
        [f'"{word}"'] for word in ("ผ่าน", "ไม่ครบ", "ข้อมูลเก่า", "ไม่พบ", "ต้องให้คนตรวจ", "ไม่เกี่ยวข้อง")
    ]
    assert set(COLOURS) == set(Status)
    for ground, letters in COLOURS.values():
        light, dark = luminance(ground), luminance(letters)
        assert (light + 0.05) / (dark + 0.05) > 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def assert_tame(workbook: Workbook) -> None:
    for cell in cells(workbook):
        assert cell.data_type in ("s", "n"), cell.coordinate
        if cell.data_type == "s":
            assert len(cell.value) <= 1_000
            assert not set(cell.value) & set("\t\r\n\x00\x1b\u202e")
            assert cell.quotePrefix or not begins_formula(cell.value)
        if cell.hyperlink and cell.hyperlink.target:
            assert cell.hyperlink.target.startswith(("http://", "https://"))
        elif cell.hyperlink:
            assert cell.parent.title in (SHEETS["summary"].th, SHEETS["summary"].en)


def test_hostile_text_stays_text_and_hostile_addresses_are_no_links() -> None:
    workbook = book(audits.every_status())

    assert_tame(workbook)
    assert "javascript:alert(document.domain)" in shown(EVIDENCE, workbook)
    leads = [c.hyperlink.target for c in cells(workbook) if c.hyperlink and c.hyperlink.target]
    assert all(aim.isascii() is False or "<" not in aim for aim in leads)
    assert f"{audits.HOME}%22%3E%3Cscript%3Ealert(3)%3C/script%3E" in leads


def test_an_address_too_long_for_excel_is_text() -> None:
    audit = audits.every_status()
    url = "https://a.example/" + "%22" * 600 + '"' * 90
    assert len(url) < MAX_TARGET < len(url.replace('"', "%22"))
    long = replace(audit.verdicts[0], evidence=(replace(audit.verdicts[0].evidence[0], url=url),))

    (cell,) = [c for c in book(replace(audit, verdicts=(long,)))[LINKS]["B"] if c.row == 2]

    assert cell.hyperlink is None
    assert str(cell.value).startswith("https://a.example/")


def test_a_formula_stays_text_also_when_somebody_edits_its_cell() -> None:
    workbook = book(formulas())

    titles = [row[1] for row in workbook[ITEMS].iter_rows(min_row=2)]
    assert [cell.value for cell in titles] == list(FORMULAS)
    assert {cell.data_type for cell in titles} == {"s"}
    assert all(cell.quotePrefix for cell in titles)


def test_what_excel_would_read_as_an_escape_stays_as_it_is_written() -> None:
    audit = audits.every_status()
    odd = replace(audit.verdicts[0], title=Text("_x003D_1+1 _x0000_", ""))

    assert book(replace(audit, verdicts=(odd,)))[ITEMS]["B2"].value in (
        "_x003D_1+1 _x0000_",
        "_x005F_x003D_1+1 _x005F_x0000_",
    )


def test_what_has_no_room_is_counted_and_excels_limit_of_links_is_not_reached() -> None:
    book = Book({}, audits.every_status().today, ("", "", ""))
    rows = [[n] for n in range(MAX_ROWS + 7)]
    book.table(Table("all", (Column("no.", 7),), rows, "{count} more rows"))

    made = openpyxl.load_workbook(io.BytesIO(book.finished()), read_only=True)

    told = [row[0] for row in made["all"].iter_rows(values_only=True)]
    assert told == ["no.", *range(MAX_ROWS), None, "7 more rows"]
    assert 2 * MAX_ROWS < 65_530


def test_what_kept_us_from_looking_stands_before_what_is_not_there() -> None:
    causes = column(book(audits.every_status()), SKIPPED, "สาเหตุ")

    assert causes[0] == "รอคำตอบนานเกินกำหนด"
    assert causes.index("เว็บไซต์ปิดกั้นโปรแกรมอัตโนมัติ") < causes.index("ไม่พบหน้า (404)")
    assert causes[-1] == "อยู่นอกเว็บไซต์ของหน่วยงาน"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_workbook(audit: Audit) -> None:
    workbook = book(audit)

    assert_tame(workbook)
    assert [row[0].value for row in workbook[ITEMS].iter_rows(min_row=2)] == [
        verdict.id for verdict in audit.verdicts
    ]


def test_an_office_program_opens_every_sheet_and_computes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "audit.xlsx"
    audit = replace(formulas(), links=entered().links)
    path.write_bytes(render("xlsx", audit, "th"))

    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    made = converted([path], every_sheet, tmp_path)

    files = {file.stem.partition("-")[2]: file for file in made.iterdir()}
    assert sorted(files) == sorted(book(audit).sheetnames)
    with files[ITEMS].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["รายการ"] for row in rows] == list(FORMULAS)
    with files[EVIDENCE].open(encoding="utf-8", newline="") as file:
        assert [row["ข้อความที่พบ"] for row in csv.DictReader(file)] == list(FORMULAS)
