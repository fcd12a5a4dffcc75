"""The table on a terminal: every width, no tricks from strangers."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console

from oit_audit.model import Audit, Completion, Language, Reach, Sureness
from oit_audit.report import terminal
from tests.report import accepted, audits, splash

ANSI = re.compile(r"\x1b\[([0-9;]*)m")


def shown(audit: Audit, width: int, language: Language = "th", **console: object) -> str:
    out = io.StringIO()
    settled = {"force_terminal": False, "_environ": {}, **console}
    terminal(audit, Console(file=out, width=width, **settled), language)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize(
    ("width", "language"), [(60, "th"), (80, "th"), (120, "th"), (80, "en"), (120, "en")]
)
def test_the_table_reads_as_accepted(width: int, language: Language) -> None:
    text = shown(audits.every_status(), width, language)

    accepted.agrees(f"terminal-{width}.{language}.txt", text.encode())


@pytest.mark.parametrize("build", [audits.every_status, audits.all_met, audits.nothing_seen])
@pytest.mark.parametrize("width", [30, 40, 60, 75, 76, 80, 103, 104, 120, 200])
@pytest.mark.parametrize("language", ["th", "en"])
def test_no_line_is_wider_than_the_terminal(build: object, width: int, language: Language) -> None:
    assert callable(build)
    text = shown(build(), width, language)

    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_item_has_its_status_as_a_word_and_a_sign(width: int) -> None:
    text = shown(audits.every_status(), width)

    for name, word in [
        ("o1", "✔ ผ่าน"),
        ("o2", "◐ ไม่ครบ"),
        ("o4", "↺ ข้อมูลเก่า"),
        ("o10", "✘ ไม่พบ"),
        ("o17", "? ต้องให้คนตรวจ"),
        ("o29", "– ไม่เกี่ยวข้อง"),
    ]:
        assert re.search(rf"^ ?{name} .*{re.escape(word)}", text, re.MULTILINE), name


def test_the_year_of_the_evidence_is_shown_where_there_is_room() -> None:
    assert re.search(r"o4 .*2564", shown(audits.every_status(), 120))
    assert re.search(r"o4 .*2564", shown(audits.every_status(), 60))


def test_a_partial_look_is_said_out_loud_with_its_causes() -> None:
    text = shown(audits.every_status(), 120)

    assert "ผลนี้ยังไม่สมบูรณ์" in text
    assert "รอคำตอบนานเกินกำหนด (21): ตรวจใหม่เมื่อเว็บไซต์ตอบเร็วขึ้น" in text


def test_what_holds_for_the_whole_site_is_said_with_its_address() -> None:
    text = shown(audits.every_status(), 120)

    assert "เร่งด่วน: พบเลขประจำตัวประชาชนในเอกสาร" in text
    assert "https://www.baansuanmok.example/list.pdf" in text


def test_of_many_remarks_on_the_site_the_rest_is_counted() -> None:
    finding = audits.every_status().site_findings[0]

    text = shown(replace(audits.every_status(), site_findings=(finding,) * 9), 120)

    assert text.count("พบเลขประจำตัวประชาชน") == 5
    assert "และอีก 4 รายการ" in text


def test_a_partial_look_without_skips_names_no_causes() -> None:
    audit = replace(audits.all_met(), reach=Reach(Completion.PARTLY, "stopped"))

    text = shown(audit, 80)

    assert "ผลนี้ยังไม่สมบูรณ์" in text
    assert "สาเหตุหลัก" not in text


def test_a_site_that_never_answered_gets_no_points() -> None:
    text = shown(audits.nothing_seen(), 80)

    assert "ยังให้คะแนนไม่ได้" in text
    assert "เข้าตรวจเว็บไซต์ไม่ได้" in text
    assert "0.00 จาก" not in text
    assert "ไม่มีข้อที่ต้องแก้ไข" not in text


def test_nothing_to_fix_is_said() -> None:
    text = shown(audits.all_met(), 80)

    assert "ไม่มีข้อที่ต้องแก้ไข" in text
    assert "หน่วยงานที่ไม่ได้ระบุชื่อ" in text
    assert "สาเหตุหลัก" not in text


def test_a_waiver_is_named_instead_of_the_remedy() -> None:
    assert "Waived: รอสภาท้องถิ่นเห็นชอบ" in shown(audits.every_status(), 120, "en")


def test_a_long_list_of_what_to_fix_ends_with_how_many_more() -> None:
    audit = audits.every_status()
    many = tuple(replace(audit.verdicts[3], id=f"o{n}") for n in range(1, 14))

    text = shown(replace(audit, verdicts=many), 100, "en")

    assert "and 3 more" in text


def test_no_colour_is_respected() -> None:
    coloured = shown(audits.every_status(), 80, force_terminal=True, color_system="truecolor")
    plain = shown(
        audits.every_status(), 80, force_terminal=True, color_system="truecolor", no_color=True
    )

    assert any(re.search("3[0-7]", code) for code in ANSI.findall(coloured))
    assert not any(re.search("[34][0-7]", code) for code in ANSI.findall(plain))


@pytest.mark.parametrize("width", [60, 80, 120])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_breaks_the_table_or_reaches_the_terminal_as_a_command(
    width: int, audit: Audit
) -> None:
    text = shown(audit, width)

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert max(cell_len(line) for line in text.split("\n")) <= width
    text.encode("utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_the_program_is_not_sure_of_is_marked_and_counted(width: int) -> None:
    audit = audits.every_status()
    unsure = replace(audit.verdicts[0], confidence=Sureness.LOW)

    text = shown(replace(audit, verdicts=(unsure, *audit.verdicts[1:])), width)

    assert "⚑ โปรดตรวจสอบด้วยตนเอง 2 ข้อ" in text
    assert re.search(r"^ ?o1 .*✔ ผ่าน ⚑", text, re.MULTILINE)
    assert not re.search(r"^ ?o2 .*⚑", text, re.MULTILINE)
    assert "⚑" not in shown(audits.all_met(), width)
