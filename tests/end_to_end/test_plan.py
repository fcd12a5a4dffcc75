"""The whole loop by the real command: a visit, its plan, the plan filled in, the next report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table

from oit_audit.report import PLAN_COLUMNS
from oit_audit.serve import serve_site
from tests.end_to_end.conftest import Command
from tests.report.office import converted
from tests.twelve import EIT, FAILING, IIT, TODAY, YEAR, complete_executives, town

NAMES = list(PLAN_COLUMNS)


def scanned(scan: Command, site: Path, audit: Path, day: str, *more: str) -> dict[str, Any]:
    """Visit the town and return its audit."""
    with serve_site(site) as server:
        ended = scan(
            server.url, "--year", YEAR, "--today", day, "-o", f"json={audit}",
            "--name", "องค์การบริหารส่วนตำบลห้วยสมมติ", *more,
        )  # fmt: skip
    assert ended.code == 0, ended.err
    return dict(json.loads(audit.read_text(encoding="utf-8")))


def fill(workbook: Path, item: str, values: dict[str, object]) -> None:
    book = openpyxl.load_workbook(workbook)
    for row in book.worksheets[0].iter_rows():
        if row[0].value == item:
            for name, value in values.items():
                row[NAMES.index(name)].value = value
    book.save(workbook)


def measures(document: docx.document.Document) -> Table:
    """Return the table of the measures."""
    (found,) = [t for t in document.tables if t.rows[0].cells[0].text == "ลำดับ"]
    return found


def test_the_plan_of_a_published_sheet_and_what_becomes_of_it(
    command: Command, scan: Command, tmp_path: Path
) -> None:
    path, site = tmp_path / "audit.json", town(tmp_path)
    audit = scanned(scan, site, path, TODAY)
    document, workbook = tmp_path / "plan.docx", tmp_path / "plan.xlsx"
    items = {item["id"]: item for item in audit["items"]}
    assert {name for name, item in items.items() if item["status"] != "met"} == set(FAILING)

    ended = command(
        "plan", str(path), "-o", str(document), "-o", str(workbook), "--iit", IIT, "--eit", EIT
    )

    assert (ended.code, ended.out) == (0, b"")
    plan = docx.Document(str(document))
    rows = {row.cells[1].text for row in measures(plan).rows[1:] if len(set(row.cells)) == 7}
    assert len(rows) == len(FAILING)
    for name in FAILING:
        (row,) = [text for text in rows if text.startswith(f"ข้อ {name} ")]
        lacks = [e["says"]["th"] for e in items[name]["elements"] if e["outcome"] == "absent"]
        told = lacks if items[name]["status"] == "partial" else [items[name]["reason"]["th"]]
        assert any(" ".join(lack.split()) in row for lack in told), (name, row)
    points = [[c.text for c in row.cells] for row in plan.tables[0].rows]
    assert [row[-1] for row in points if row[1].startswith(("9 ", "10 "))] == ["78.06", "68.75"]
    assert [row[-1] for row in points[-3:]] == ["73.41", "77.99", "B"]

    said = {"author": "ปลัด อบต.", "date": "21 เม.ย. 65"}
    fill(workbook, "o17", {"state": "ไม่เกี่ยวข้อง", "reason": "ไม่มีงานบริการออนไลน์", **said})
    fill(workbook, "o2", {"state": "ขอผ่อนผัน", "reason": "รอถ่ายภาพ", "due": "๓๐/๐๖/๒๕๖๕", **said})
    waivers = tmp_path / "waivers.yaml"
    again = converted([workbook], "xlsx", tmp_path) / workbook.name
    ended = command("plan", str(path), "--import", str(again), "-o", str(waivers))
    assert ended.code == 0, ended.err

    bare = command("report", str(path), "-o", "html=-").out.decode()
    shown = command("report", str(path), "--waivers", str(waivers), "-o", "html=-").out.decode()
    assert "ไม่มีงานบริการออนไลน์" in shown
    assert "ไม่มีงานบริการออนไลน์" not in bare

    complete_executives(site)
    newer = tmp_path / "newer.json"
    later = scanned(scan, site, newer, "2022-04-27", "--waivers", str(waivers))
    decided = {item["id"]: item["waiver"] for item in later["items"] if item["waiver"]}
    assert decided["o17"]["decision"] == "not_applicable"
    assert decided["o2"]["expiry"] == "2022-06-30"

    progress = tmp_path / "progress.docx"
    ended = command("plan", str(newer), "--previous", str(path), "-o", str(progress))
    assert ended.code == 0, ended.err
    report = docx.Document(str(progress))
    assert "73.41 เป็น 74.52 (+1.11 คะแนน)" in "\n".join(p.text for p in report.paragraphs)
    (results,) = [t for t in report.tables if t.rows[0].cells[0].text == "ข้อ / มาตรการ"]
    assert results.rows[1].cells[0].text == "แก้ไขแล้ว (1 ข้อ)"
    assert results.rows[2].cells[0].text.startswith("ข้อ o2 ")
    assert results.rows[2].cells[5].text == "+1.11"
