"""The list of links that an office enters: written by us, read back by us."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from oit_audit.checklists import load_checklist
from oit_audit.lists import Links, read_links
from oit_audit.model import Audit, Evidence, Language, Status, Sureness, Verdict, canonical
from oit_audit.report import render
from oit_audit.report._cells import begins_formula
from tests.report import accepted, audits, splash

YEAR = 2566
"""Its checklist has every item of the audit."""


def rows(audit: Audit, language: Language = "th") -> list[dict[str, str]]:
    text = render("links", audit, language).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def read_back(audit: Audit, folder: Path) -> Links:
    path = folder / "links.csv"
    path.write_bytes(render("links", audit, "th"))
    return read_links(path, load_checklist(YEAR), audits.HOME, allow_private=False)


def with_best(verdict: Verdict, **changes: object) -> Verdict:
    best: Evidence = replace(verdict.evidence[0], **changes)  # type: ignore[arg-type]  # its fields
    return replace(verdict, evidence=(best, *verdict.evidence[1:]))


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_list_reads_as_accepted(language: Language) -> None:
    table = render("links", audits.every_status(), language).replace(b"\r\n", b"\n")

    accepted.agrees(f"audit.{language}.links.csv", table)


def test_verify_reads_the_list_as_it_is(tmp_path: Path) -> None:
    links = read_back(audits.every_status(), tmp_path)

    path = "หน้าหลัก > ข้อมูลเผยแพร่ > แผนพัฒนา"
    assert [(link.row, link.item, link.url, link.note) for link in links.entered] == [
        (2, "o1", canonical(audits.HOME + "o1/แผน"), path),
        (3, "o2", audits.HOME + "executives", path),
        (4, "o4", audits.HOME + "plan-2564.pdf", path),
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_verify_reads_the_same_from_a_workbook(language: Language, tmp_path: Path) -> None:
    audit = audits.every_status()
    spaced = with_best(audit.verdicts[1], url=audits.HOME + "a%20b/%2Fc?d=%E0%B8%81")
    audit = replace(audit, verdicts=(audit.verdicts[0], spaced, *audit.verdicts[2:]))
    book = tmp_path / "audit.xlsx"
    book.write_bytes(render("xlsx", audit, language))

    links = read_links(book, load_checklist(YEAR), audits.HOME, allow_private=False)

    assert links.entered == read_back(audit, tmp_path).entered
    assert links.entered[1].url == canonical(spaced.evidence[0].url)
    assert len(links.faults) == 4


def test_items_without_a_link_are_told_as_rows_to_be_filled(tmp_path: Path) -> None:
    audit = audits.every_status()
    links = read_back(audit, tmp_path)

    assert {link.item for link in links.entered} | {
        audit.verdicts[fault.row - 2].id for fault in links.faults
    } == {verdict.id for verdict in audit.verdicts}
    assert [fault.says.en for fault in links.faults] == [
        f"{item} has no address" for item in ("o10", "o12", "o17", "o29")
    ]


def test_a_fragment_is_kept(tmp_path: Path) -> None:
    audit = audits.every_status()
    part = with_best(audit.verdicts[0], url=audits.HOME + "ita#o1")

    links = read_back(replace(audit, verdicts=(part,)), tmp_path)

    assert links.entered[0].url == audits.HOME + "ita#o1"


def test_no_link_is_invented_and_the_reason_stands_beside_it() -> None:
    by_id = {row["item"]: row for row in rows(audits.every_status())}

    assert by_id["o10"]["url"] == by_id["o10"]["note"] == ""
    assert by_id["o10"]["attention"].startswith("ยังไม่มีลิงก์ให้กรอก: ไม่พบ · ตรวจครบทั้งเว็บไซต์แล้วไม่พบ")
    assert by_id["o12"]["url"] == ""
    assert "เปิดในเบราว์เซอร์ไม่ได้" in by_id["o12"]["attention"]


def test_what_an_undecided_item_shows_is_no_link_to_enter() -> None:
    audit = audits.every_status()
    doubtful = replace(audit.verdicts[5], evidence=audit.verdicts[0].evidence)
    assert doubtful.status is Status.UNKNOWN

    (row,) = rows(replace(audit, verdicts=(doubtful,)))

    assert row["url"] == ""
    assert "ยังไม่มีลิงก์ให้กรอก: ต้องให้คนตรวจ" in row["attention"]
    assert "โปรดตรวจสอบด้วยตนเอง" in row["attention"]


def test_what_is_not_whole_or_not_sure_is_said_before_it_is_entered() -> None:
    audit = replace(audits.every_status(), reach=audits.all_met().reach)
    unsure = replace(audit.verdicts[0], confidence=Sureness.LOW)
    told = rows(replace(audit, verdicts=(audit.verdicts[0], unsure, *audit.verdicts[1:3])))
    excused = (
        "ได้รับการผ่อนผัน: รอสภาท้องถิ่นเห็นชอบ (นักวิเคราะห์นโยบายและแผน, เมื่อ 2 พฤศจิกายน 2569, "
        "ใช้ได้ถึง 31 ธันวาคม 2569)"
    )

    assert [row["attention"] for row in told] == [
        "",
        "โปรดตรวจสอบด้วยตนเอง",
        "ยังขาด รูปถ่าย; ช่องทางการติดต่อ",
        f"พบแผนของปี 2561–2565 ซึ่งสิ้นสุดแล้ว · {excused}",
    ]
    assert [row["status"] for row in told] == ["ผ่าน", "ผ่าน", "ไม่ครบ", "ข้อมูลเก่า"]


def test_an_incomplete_audit_says_so_in_every_row() -> None:
    assert all("ผลนี้ยังไม่สมบูรณ์" in row["attention"] for row in rows(audits.every_status()))
    assert all("เข้าตรวจเว็บไซต์ไม่ได้" in row["attention"] for row in rows(audits.nothing_seen()))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_list(audit: Audit) -> None:
    told = rows(audit)

    assert [row["item"] for row in told] == [verdict.id for verdict in audit.verdicts]
    for row in told:
        assert row["url"] == "" or row["url"].lower().startswith(("http://", "https://"))
        assert all(cell.startswith("'") or not begins_formula(cell) for cell in row.values())
