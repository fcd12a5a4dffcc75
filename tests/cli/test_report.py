"""`oit-audit report`: the same audit in other formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from oit_audit.cli import outputs
from oit_audit.report import render
from tests.report.audits import bare, every_status

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", every_status(), "th"))
    return path


@pytest.fixture
def ask(run: Run) -> Run:
    """Run `oit-audit report`."""
    return partial(run, "report")


def test_without_output_the_table_is_shown(ask: Run, saved: Path) -> None:
    code, out, _ = ask(str(saved))

    assert code == 0
    assert "ผ่าน" in out
    assert "สิ่งที่ควรแก้ไขก่อน" in out


def test_the_language_can_be_english(ask: Run, saved: Path) -> None:
    _, out, _ = ask(str(saved), "--lang", "en")

    assert "Fix these first" in out


def test_every_report_that_is_asked_for_is_written_and_nothing_else_goes_to_standard_output(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    page, again = tmp_path / "report.html", tmp_path / "again.json"

    code, out, _ = ask(str(saved), "--output", f"html={page}", "-o", f"json={again}")

    assert (code, out) == (0, "")
    assert page.read_bytes() == render("html", bare(every_status()), "th")
    assert again.read_bytes() == saved.read_bytes()


def test_a_dash_is_standard_output_and_holds_nothing_but_the_report(ask: Run, saved: Path) -> None:
    _, out, _ = ask(str(saved), "--output", "json=-")

    assert out.encode() == saved.read_bytes()
    assert json.loads(out)["schema"] == "oit-audit/audit/v1"


def test_the_audit_may_come_from_standard_input(ask: Run, saved: Path) -> None:
    _, out, _ = ask("-", "--output", "json=-", stdin=saved.read_bytes())

    assert out.encode() == saved.read_bytes()


def test_a_changed_checklist_is_told_and_the_report_holds_what_the_file_holds(
    ask: Run, saved: Path
) -> None:
    code, out, err = ask(str(saved), "--output", "html=-")

    assert code == 0
    assert "the checklist of 2569 has changed" in err
    assert len(err.splitlines()) == 1
    assert out.encode() == render("html", bare(every_status()), "th")


def test_an_audit_of_a_year_without_checklist_is_shown_all_the_same(ask: Run, saved: Path) -> None:
    saved.write_bytes(saved.read_bytes().replace(b'"fiscal_year": 2569', b'"fiscal_year": 2599'))

    code, out, err = ask(str(saved))

    assert code == 0
    assert "2599 has changed" in err
    assert "สิ่งที่ควรแก้ไขก่อน" in out


def test_on_a_terminal_the_table_is_shown_besides_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    wanted = outputs.requested([f"json={tmp_path / 'again.json'}"])

    outputs.deliver(every_status(), wanted, "th")

    assert "สิ่งที่ควรแก้ไขก่อน" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["html", "html=", "=report.html", "pdf=report.pdf", ""])
def test_an_output_that_cannot_be_is_refused_before_the_audit_is_read(ask: Run, value: str) -> None:
    code, out, err = ask("there-is-no-such-file.json", "--output", value)

    assert (code, out) == (2, "")
    assert "json, html" in err
    assert "there-is-no-such-file" not in err


def test_standard_output_holds_one_report(ask: Run, saved: Path) -> None:
    code, out, err = ask(str(saved), "-o", "json=-", "-o", "html=-")

    assert (code, out) == (2, "")
    assert "only one" in err


def test_a_place_that_takes_no_file_is_named_before_the_audit_is_read(
    ask: Run, tmp_path: Path
) -> None:
    code, _, err = ask("none.json", "-o", f"json={tmp_path / 'none' / 'audit.json'}")

    assert code == 2
    assert "cannot write" in err
    assert "none is no directory that takes files" in err
    _, _, err = ask("none.json", "-o", f"json={tmp_path}")
    assert f"cannot write {tmp_path}: it is a directory" in err


def test_a_name_that_no_file_can_have_is_refused(ask: Run, saved: Path) -> None:
    code, _, err = ask(str(saved), "-o", f"json={saved.parent / ('x' * 300)}")

    assert code == 2
    assert "cannot write" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(ask: Run, saved: Path) -> None:
    code, _, err = ask(str(saved), "-o", "json=/dev/full")

    assert code == 2
    assert "cannot write /dev/full: No space left on device" in err


def test_a_file_that_is_not_there_is_named(ask: Run, tmp_path: Path) -> None:
    code, _, err = ask(str(tmp_path / "none.json"))

    assert code == 2
    assert "cannot read" in err
    assert "none.json" in err


def test_a_file_that_is_no_audit_is_named(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("[]", encoding="utf-8")

    code, _, err = ask(str(path))

    assert code == 2
    assert "list.json" in err


def test_an_unknown_language_is_wrong_usage(ask: Run, saved: Path) -> None:
    code, _, err = ask(str(saved), "--lang", "fr")

    assert code == 2
    assert "'fr' is not one of" in err


def test_what_people_decided_later_is_shown_in_a_report_made_again(
    ask: Run, saved: Path, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.yaml"
    said = "{item: o2, decision: met, reason: รูปถ่ายครบแล้ว, author: ปลัด, date: 2026-11-20}"
    waivers.write_text(f"waivers: [{said}]", encoding="utf-8")

    code, out, _ = ask(str(saved), "--waivers", str(waivers), "-o", "json=-")

    items = {item["id"]: item for item in json.loads(out)["items"]}
    assert code == 0
    assert items["o2"]["status"] == "partial"
    assert items["o2"]["waiver"]["decision"] == "met"
    assert items["o4"]["waiver"] is None
