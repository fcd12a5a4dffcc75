"""Forms that nobody has filled in."""

from __future__ import annotations

import pytest

from oit_audit.judge.blanks import is_blank_form
from oit_audit.model import Document, ItemKind, Table
from tests.judge.cases import BODY, TOWN
from tests.match.sites import page, paper

HEAD = ("ที่", "โครงการ", "งบประมาณ", "ผลการดำเนินการ")
TITLE = "แบบรายงานผลการดำเนินการป้องกันการทุจริต"
DOTS = "หน่วยงาน ............................ ประจำปีงบประมาณ .............."
SIGNED = "ผู้รายงาน ....................... ตำแหน่ง ......................."


def form(
    *lines: str, rows: tuple[tuple[str, ...], ...] = (), head: tuple[str, ...] = HEAD
) -> Document:
    tables = (Table((head, *rows), "table 1"),) if rows else ()
    return paper("/form.docx", *(lines or (TITLE, DOTS, SIGNED)), tables=tables)


BLANKS = {
    "numbered rows": form(rows=(("1", "", "", ""), ("2", "", "", ""))),
    "empty rows": form(rows=(("", "", "", ""), ("", "", "", ""))),
    "dots in cells": form(rows=(("๑", "......", "....", "…………"), ("๒", "......", "....", "………"))),
    "boxes": form(rows=(("ดีมาก", "☐", "", ""), ("พอใช้", "☐", "", ""))),
    "dotted lines": form(TITLE, DOTS, "ผลการดำเนินการ ..........................", SIGNED),
    "underscores": form(TITLE, "โครงการ ________________", "ผล ______________", "ปัญหา ___________"),
    "projects printed before": form(
        rows=(("1", "อบรมคุณธรรม", "", ""), ("2", "ประกาศเจตจำนง", "", ""))
    ),
}
FILLED = {
    "a row": form(rows=(("1", "อบรมคุณธรรม", "20,000", "แล้วเสร็จ"), ("2", "", "", ""))),
    "says none": form(rows=(("1", "ไม่มี", "", ""), ("2", "", "", ""))),
    "says none below": form(TITLE, DOTS, "ไม่มีการรับของขวัญ", rows=(("1", "", "", ""),)),
    "words and a signature": form(TITLE, BODY, BODY, "ลงชื่อ .........................", TOWN),
    "a remark left blank": form(
        rows=(("1", "อบรมคุณธรรม", "20,000", ""), ("2", "ประกาศเจตจำนง", "0", ""))
    ),
    "bars in months": form(
        "แผนดำเนินงาน",
        head=("ที่", "โครงการ", "ต.ค.", "พ.ย.", "ธ.ค."),
        rows=(("1", "อบรม", "", "", ""), ("2", "ประชุม", "", "", "")),
    ),
    "zeros": form(rows=(("1", "0", "0", "0"), ("2", "0", "0", "0"))),
    "no form": page("/a", TITLE, BODY),
}


@pytest.mark.parametrize("name", BLANKS)
def test_a_form_that_nobody_has_filled_in_is_blank(name: str) -> None:
    assert is_blank_form(BLANKS[name], ItemKind.REPORT)


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("kind", [ItemKind.REPORT, ItemKind.PLAN])
def test_what_is_filled_in_is_no_blank_form(name: str, kind: ItemKind) -> None:
    assert not is_blank_form(FILLED[name], kind)


def test_a_list_of_names_alone_is_a_blank_form_of_a_report_only() -> None:
    assert not is_blank_form(BLANKS["projects printed before"], ItemKind.DOCUMENT)
