"""`oit-audit plan`: the plan is written, and its answers become waivers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import yaml

from oit_audit.checklists import load_checklist
from oit_audit.cli.answers import written
from oit_audit.cli.waivers import read_waivers
from oit_audit.model import Audit, Decision, Organisation, Waiver
from oit_audit.report import PLAN_COLUMNS, render
from tests.report.audits import every_status
from tests.report.papers import text_of_word

Run = Callable[..., tuple[int, str, str]]
SURVEYS = ("--iit", "91.70,86.67,86.70,79.64,83.11", "--eit", "75.76,80.18,73.62")


def judged_now(audit: Audit) -> Audit:
    """Return `audit` as if it was judged by the checklist that is here."""
    return replace(audit, checklist_digest=load_checklist(audit.fiscal_year).digest)


def save(path: Path, audit: Audit) -> Path:
    path.write_bytes(render("json", audit, "th"))
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return save(tmp_path / "audit.json", judged_now(every_status()))


@pytest.fixture
def ask(run: Run) -> Run:
    """Run `oit-audit plan`."""
    return partial(run, "plan")


def fill(path: Path, item: str, **values: object) -> None:
    """Write `values` into the row of `item` of the workbook at `path`."""
    book = openpyxl.load_workbook(path)
    names = list(PLAN_COLUMNS)
    for row in book.worksheets[0].iter_rows():
        if row[0].value == item:
            for name, value in values.items():
                row[names.index(name)].value = value
    book.save(path)


def test_a_plan_is_written_in_every_form_that_is_named(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    document, workbook = tmp_path / "plan.docx", tmp_path / "PLAN.XLSX"

    code, out, err = ask(str(saved), "-o", str(document), "-o", str(workbook))

    assert (code, out, err) == (0, "", "")
    assert "จุดที่ต้องพัฒนา" in text_of_word(document.read_bytes())
    assert openpyxl.load_workbook(workbook).sheetnames == ["แผน", "วิธีกรอก"]


def test_iit_and_eit_give_the_total(ask: Run, saved: Path, tmp_path: Path) -> None:
    document = tmp_path / "plan.docx"

    ask(str(saved), "-o", str(document), *SURVEYS, "--lang", "en")

    said = text_of_word(document.read_bytes())
    assert "| ITA total (IIT 30 + EIT 30 + OIT 40) | 77.99 |" in said
    assert "the levels of fiscal year 2569 B.E. are not confirmed" in said


def test_the_plan_runs_from_the_day_that_is_named(ask: Run, saved: Path, tmp_path: Path) -> None:
    document = tmp_path / "plan.docx"

    ask(str(saved), "-o", str(document), "--today", "2027-02-01", "--lang", "en")

    assert "counted from 1 February 2027" in text_of_word(document.read_bytes())


def test_an_audit_whose_checklist_has_changed_has_a_plan_all_the_same(
    ask: Run, tmp_path: Path
) -> None:
    document = tmp_path / "plan.docx"
    path = save(tmp_path / "audit.json", every_status())

    code, _, err = ask(str(path), "-o", str(document), *SURVEYS)

    assert code == 0
    assert "has changed since this audit" in err
    assert "77.99" in text_of_word(document.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "say where the plan goes"),
        (("-o", "plan.pdf"), "not a .docx or .xlsx file"),
        (("-o", "waivers.yaml"), "not a .docx or .xlsx file"),
        (("-o", "no/such/plan.docx"), "no directory that takes files"),
        (("-o", "plan.docx", "--iit", "80"), "--iit and --eit go together"),
        (("-o", "plan.docx", "--iit", "180", "--eit", "1"), "'180' is no number from 0 to 100"),
        (("-o", "plan.docx", "--today", "soon"), "is not a day"),
        (("-o", "plan.xlsx", "--previous", "old.json"), "reports progress as a document"),
        (("-o", "plan.docx", "--import", "plan.xlsx"), "not a .yaml or .yml file"),
        (("-o", "w.yaml", "--import", "none.xlsx"), "cannot read none.xlsx"),
        (("-o", "a.yaml", "-o", "b.yaml", "--import", "none.xlsx"), "go into one file"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_hint(
    ask: Run,
    saved: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    code, out, err = ask(str(saved), *arguments)

    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) <= 2
    assert not list(tmp_path.glob("*.docx"))


def test_what_people_decided_before_stands_in_the_plan(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    known = tmp_path / "waivers.yaml"
    said = "{item: o10, decision: not_applicable, reason: ไม่มีภารกิจ, author: ปลัด}"
    known.write_text(f"waivers: [{said}]", encoding="utf-8")
    document = tmp_path / "plan.docx"

    ask(str(saved), "-o", str(document), "--waivers", str(known), "--lang", "en")

    said = text_of_word(document.read_bytes())
    assert "Table 2. Measures by responsible unit (3 items)" in said  # o4 is no longer excused
    assert "o10 Annual spending plan | Missing | Said not to apply" in said


def test_answers_become_waivers_and_the_report_shows_them(
    ask: Run, run: Run, saved: Path, tmp_path: Path
) -> None:
    workbook, target = tmp_path / "plan.xlsx", tmp_path / "waivers.yaml"
    ask(str(saved), "-o", str(workbook))
    fill(
        workbook,
        "o2",
        state="เสร็จแล้ว",
        reason="ใส่รูปครบแล้ว",
        author="ปลัด",
        date="๒๐ พ.ย. ๖๙",
        expiry="31/12/2569",
    )

    code, out, err = ask(str(saved), "--import", str(workbook), "-o", str(target))

    assert (code, out) == (0, "")
    assert "2 items" in err
    assert read_waivers(target, load_checklist(2569))["o2"] == Waiver(
        "ใส่รูปครบแล้ว", Decision.MET, "ปลัด", date(2026, 11, 20), date(2026, 12, 31)
    )
    _, out, _ = run("report", str(saved), "--waivers", str(target), "-o", "html=-")
    assert "เจ้าหน้าที่รับรองว่าครบถ้วน" in out
    assert "ใส่รูปครบแล้ว" in out


def test_a_decision_without_a_day_is_of_the_day_that_is_named(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    workbook, target = tmp_path / "plan.xlsx", tmp_path / "waivers.yaml"
    ask(str(saved), "-o", str(workbook))
    fill(workbook, "o2", state="เสร็จแล้ว", reason="ครบแล้ว", author="ปลัด")

    ask(str(saved), "--import", str(workbook), "-o", str(target), "--today", "2026-12-05")

    assert read_waivers(target, load_checklist(2569))["o2"].decided_on == date(2026, 12, 5)


def test_bad_rows_are_told_the_good_ones_are_kept_and_the_code_says_so(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    workbook, target = tmp_path / "plan.xlsx", tmp_path / "waivers.yaml"
    ask(str(saved), "-o", str(workbook))
    fill(workbook, "o2", state="เสร็จแล้ว", reason="ครบแล้ว")
    fill(workbook, "o10", state="ไม่เกี่ยวข้อง", reason="ไม่มีภารกิจ", author="ปลัด")

    code, _, err = ask(str(saved), "--import", str(workbook), "-o", str(target))

    assert code == 2
    assert "plan.xlsx: แถว 5: ไม่ได้ระบุผู้วินิจฉัย · " in err
    assert "plan.xlsx: row 5: it does not say who decided" in err
    assert set(read_waivers(target, load_checklist(2569))) == {"o4", "o10"}


def test_a_plan_without_a_row_that_can_be_used_writes_nothing(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    filled, target = tmp_path / "plan.csv", tmp_path / "waivers.yaml"
    filled.write_text("item,state\n" + "o99,done\n" * 60, encoding="utf-8")

    code, _, err = ask(str(saved), "--import", str(filled), "-o", str(target))

    assert code == 2
    assert "อีก 10 แถวใช้ไม่ได้ · 10 more rows cannot be used" in err
    assert "plan.csv: no row can be used" in err
    assert not target.exists()


def test_a_year_without_checklist_has_no_total_and_takes_no_answers(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    saved.write_bytes(saved.read_bytes().replace(b'"fiscal_year": 2569', b'"fiscal_year": 2599'))
    document = tmp_path / "plan.docx"

    code, _, err = ask(str(saved), "-o", str(document), *SURVEYS)
    assert (code, "no checklist for 2599" in err) == (2, True)
    code, _, _ = ask(str(saved), "-o", str(document))
    assert code == 0


def test_what_is_known_already_is_kept_unless_the_plan_says_otherwise(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    workbook, target, known = (tmp_path / name for name in ("p.xlsx", "new.yaml", "old.yaml"))
    before = {
        "o1": Waiver("คนละเรื่อง", Decision.NOT_MET, "ผู้ตรวจ", date(2026, 1, 2), date(2026, 2, 3)),
        "o2": Waiver("เดิม", None, "ผู้ตรวจ", date(2026, 10, 1), date(2026, 12, 1)),
        "o10": Waiver('ยาว "มาก" : - # & * \n', None, "", None, None),
    }
    known.write_text(written(before), encoding="utf-8")
    ask(str(saved), "-o", str(workbook))
    fill(workbook, "o2", state="เสร็จแล้ว", reason="ครบแล้ว", author="ปลัด", date="21/11/2569")

    _, _, err = ask(
        str(saved), "--import", str(workbook), "--waivers", str(known), "-o", str(target)
    )

    after = read_waivers(target, load_checklist(2569))
    assert "o2: แทนคำวินิจฉัยเดิม · replaces “เดิม”" in err
    assert list(after) == ["o1", "o2", "o4", "o10"]
    assert after["o1"] == before["o1"]
    assert after["o10"] == Waiver('ยาว "มาก" : - # & *')
    assert after["o2"].decision is Decision.MET


def test_what_is_written_is_plain_yaml() -> None:
    waivers = {"o1": Waiver("ก: ข\n=1+1", Decision.MET, "ค", date(2026, 1, 2), None)}

    assert yaml.safe_load(written(waivers))["waivers"] == [
        {
            "item": "o1",
            "decision": "met",
            "reason": "ก: ข\n=1+1",
            "author": "ค",
            "date": date(2026, 1, 2),
        }
    ]


def test_with_an_earlier_audit_the_document_reports_progress(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    now = judged_now(every_status())
    later = timedelta(days=30)
    new = save(
        tmp_path / "new.json",
        replace(
            now,
            today=now.today + later,
            finished_at=now.finished_at + later,
            snapshot_id="sha256:" + "8" * 64,
        ),
    )
    document = tmp_path / "progress.docx"

    code, _, _ = ask(str(new), "--previous", str(saved), "-o", str(document))

    assert code == 0
    assert text_of_word(document.read_bytes()).splitlines()[2].startswith("[Title] รายงานผล")
    code, _, err = ask(str(saved), "--previous", str(new), "-o", str(document))
    assert code == 2
    assert "newer" in err


def test_an_earlier_audit_of_another_website_is_refused(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    other = replace(every_status(), organisation=Organisation("https://other.example/", "อื่น"))
    path = save(tmp_path / "other.json", other)

    code, _, err = ask(str(saved), "--previous", str(path), "-o", str(tmp_path / "p.docx"))

    assert code == 2
    assert "an audit of another website: https://other.example/" in err


def test_a_file_of_waivers_repeats_a_day_that_several_items_share() -> None:
    day = date(2026, 11, 22)
    shared = {item: Waiver("เหตุผล", Decision.MET, "ปลัด", day, day) for item in ("o1", "o2")}

    text = written(shared)

    assert text.count("date: 2026-11-22") == 2
    assert text.count("expiry: 2026-11-22") == 2
    assert "&id" not in text


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2569-11-22"])
def test_a_day_of_another_era_is_refused(ask: Run, saved: Path, tmp_path: Path, day: str) -> None:
    target = tmp_path / "plan.docx"

    code, _, err = ask(str(saved), "-o", str(target), "--today", day)

    assert code == 2
    assert "common era" in err
    assert not target.exists()


def test_a_plan_that_was_filled_in_is_not_overwritten(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    book = tmp_path / "plan.xlsx"
    again = (str(saved), "-o", str(book))
    assert ask(*again)[0] == 0
    assert ask(*again)[0] == 0
    fill(book, "o2", state="กำลังดำเนินการ")
    kept = book.read_bytes()

    code, _, err = ask(*again)

    assert code == 2
    assert f"{book} holds answers that would be lost" in err
    assert "read them back with --import first" in err
    assert book.read_bytes() == kept
    assert ask(str(saved), "-o", str(tmp_path / "other.xlsx"))[0] == 0
