"""The table of items as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from oit_audit.model import Audit, Decision, Language, Sureness, Text, Waiver
from oit_audit.report import render
from oit_audit.report._cells import begins_formula
from oit_audit.report._columns import COLUMNS
from tests.report import accepted, audits, splash
from tests.report.office import converted

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://evil.example","x")', "＝1+1")


def rows(audit: Audit, language: Language = "th") -> list[dict[str, str]]:
    text = render("csv", audit, language).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def formulas() -> Audit:
    """Return an audit whose pages are called like formulas."""
    audit = audits.every_status()
    shown = audit.verdicts[0]
    verdicts = tuple(
        replace(
            shown,
            id=f"o{n}",
            title=Text(text, text),
            evidence=(replace(shown.evidence[0], title=text, quote=text, click_path=(text,)),),
        )
        for n, text in enumerate(FORMULAS, 1)
    )
    return replace(audit, verdicts=verdicts)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_table_reads_as_accepted(language: Language) -> None:
    table = render("csv", audits.every_status(), language).replace(b"\r\n", b"\n")

    accepted.agrees(f"audit.{language}.csv", table)


def test_excel_finds_its_byte_order_mark_and_its_line_ends() -> None:
    data = render("csv", audits.every_status(), "th")

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 1 + len(audits.every_status().verdicts)


def test_names_of_columns_and_codes_are_the_same_in_every_language() -> None:
    thai, english = rows(audits.every_status()), rows(audits.every_status(), "en")

    assert list(thai[0]) == list(english[0]) == [column.name for column in COLUMNS]
    assert [row["status"] for row in thai] == [row["status"] for row in english]
    assert [row["status_says"] for row in thai][:2] == ["ผ่าน", "ไม่ครบ"]
    assert [row["status_says"] for row in english][:2] == ["Met", "Partial"]


def test_an_item_says_what_is_missing_where_it_was_seen_and_what_to_do() -> None:
    row = rows(audits.every_status())[1]

    assert row["item"] == "o2"
    assert row["missing_elements"] == "รูปถ่าย; ช่องทางการติดต่อ"
    assert row["evidence_url"] == audits.HOME + "executives"
    assert row["click_path"] == "หน้าหลัก > ข้อมูลเผยแพร่ > แผนพัฒนา"
    assert (row["evidence_year"], row["gain"]) == ("2569", "1.11")
    assert row["remedy"].startswith("เผยแพร่")
    assert row["organisation"] == "เทศบาลตำบลบ้านสวนหมอก"


def test_what_is_met_has_nothing_to_do_and_what_is_undecided_has_a_condition() -> None:
    by_id = {row["item"]: row for row in rows(audits.every_status())}

    assert by_id["o1"]["remedy"] == by_id["o29"]["remedy"] == ""
    assert by_id["o17"]["remedy"].startswith("หากตรวจแล้วไม่พบ: เผยแพร่")
    assert by_id["o17"]["please_check"] == "โปรดตรวจสอบด้วยตนเอง"
    assert by_id["o1"]["please_check"] == ""


def test_every_row_of_an_incomplete_audit_says_so() -> None:
    partly, nothing = rows(audits.every_status()), rows(audits.nothing_seen())

    assert {row["warning"] for row in partly} == {"ผลนี้ยังไม่สมบูรณ์: ตรวจเว็บไซต์ได้เพียงบางส่วน"}
    assert {row["audit_completion"] for row in nothing} == {"none"}
    assert {row["warning"] for row in nothing} == {"เข้าตรวจเว็บไซต์ไม่ได้"}
    assert {row["warning"] for row in rows(audits.all_met())} == {""}


def test_a_decision_stands_beside_the_status() -> None:
    audit = audits.every_status()
    refused = replace(audit.verdicts[0], waiver=Waiver("ลิงก์ผิดหน้า", Decision.NOT_MET, "ปลัด"))
    by_id = {r["item"]: r for r in rows(replace(audit, verdicts=(refused, *audit.verdicts[1:])))}

    assert (by_id["o4"]["status"], by_id["o4"]["waiver"]) == ("stale", "excused")
    assert "รอสภาท้องถิ่นเห็นชอบ" in by_id["o4"]["waiver_says"]
    assert (by_id["o1"]["status"], by_id["o1"]["waiver"]) == ("met", "not_met")
    assert by_id["o1"]["remedy"].startswith("เผยแพร่")


def test_low_confidence_asks_to_check_whatever_the_status() -> None:
    audit = audits.every_status()
    unsure = replace(audit.verdicts[0], confidence=Sureness.LOW)

    assert rows(replace(audit, verdicts=(unsure,)), "en")[0]["please_check"] == "Please check"


def test_what_is_no_web_address_stays_text() -> None:
    row = rows(audits.every_status())[4]

    assert row["evidence_url"] == "javascript:alert(document.domain)"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_table(audit: Audit) -> None:
    told = rows(audit)

    assert [row["item"] for row in told] == [verdict.id for verdict in audit.verdicts]
    for row in told:
        assert None not in row
        for name, cell in row.items():
            assert cell.startswith("'") or not begins_formula(cell), name
            assert not set(cell) & set("\t\r\n\x00\x1b\u202e"), name


def test_an_office_program_opens_it_and_computes_nothing(tmp_path: Path) -> None:
    table, trap = tmp_path / "audit.csv", tmp_path / "trap.csv"
    table.write_bytes(render("csv", formulas(), "th"))
    trap.write_bytes(b'"=1+1"\r\n')
    as_utf8 = "--infilter=Text - txt - csv (StarCalc):44,34,76,1"
    made = converted([table, trap], "xlsx", tmp_path, as_utf8)

    control = openpyxl.load_workbook(made / "trap.xlsx").active
    assert control["A1"].data_type == "f", "this program would compute a formula"
    sheet = openpyxl.load_workbook(made / "audit.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    titles = [sheet.cell(row, 2).value for row in range(2, 2 + len(FORMULAS))]
    assert titles == [f"'{text}" for text in FORMULAS]
    assert sheet.cell(2, 8).value is None
    assert sheet.cell(2, 15).value == 2569
