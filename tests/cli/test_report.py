"""`oit-audit report`: the same audit in other formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from oit_audit.cli import report as command
from oit_audit.errors import InputError, OitAuditError, UsageError
from oit_audit.report import render
from tests.report.audits import every_status


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", every_status(), "th"))
    return path


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, bytes, OitAuditError | None]:
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    result = CliRunner().invoke(app, ["report", *arguments], input=stdin)
    error = result.exception
    assert error is None or isinstance(error, OitAuditError | SystemExit), result.output
    return (
        result.exit_code,
        result.stdout_bytes,
        error if isinstance(error, OitAuditError) else None,
    )


def test_without_output_the_table_is_shown(saved: Path) -> None:
    code, out, _ = run(str(saved))

    assert code == 0
    assert "ผ่าน" in out.decode()
    assert "แก้ไขสิ่งนี้ก่อน" in out.decode()


def test_the_language_can_be_english(saved: Path) -> None:
    _, out, _ = run(str(saved), "--lang", "en")

    assert "Fix these first" in out.decode()


def test_every_report_that_is_asked_for_is_written_and_nothing_else_is_said(
    saved: Path, tmp_path: Path
) -> None:
    page, again = tmp_path / "report.html", tmp_path / "again.json"

    code, out, _ = run(str(saved), "--output", f"html={page}", "-o", f"json={again}")

    assert code == 0
    assert out == b""
    assert page.read_bytes() == render("html", every_status(), "th")
    assert again.read_bytes() == saved.read_bytes()


def test_a_dash_is_standard_output_and_holds_nothing_but_the_report(saved: Path) -> None:
    _, out, _ = run(str(saved), "--output", "json=-")

    assert out == saved.read_bytes()
    assert json.loads(out)["schema"] == "oit-audit/audit/v1"


def test_the_audit_may_come_from_standard_input(saved: Path) -> None:
    _, out, _ = run("-", "--output", "json=-", stdin=saved.read_bytes())

    assert out == saved.read_bytes()


def test_on_a_terminal_the_table_is_shown_besides_the_files(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    outputs = command.requested([f"json={tmp_path / 'again.json'}"])

    command.deliver(every_status(), outputs, "th")

    assert "แก้ไขสิ่งนี้ก่อน" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["html", "html=", "=report.html", "pdf=report.pdf", ""])
def test_an_output_that_cannot_be_is_refused_before_the_audit_is_read(value: str) -> None:
    _, out, error = run("there-is-no-such-file.json", "--output", value)

    assert isinstance(error, UsageError)
    assert "json, html" in error.hint
    assert error.exit_code == 2
    assert out == b""


def test_standard_output_holds_one_report(saved: Path) -> None:
    _, _, error = run(str(saved), "-o", "json=-", "-o", "html=-")

    assert isinstance(error, UsageError)
    assert "only one" in str(error)


def test_a_file_that_cannot_be_written_is_named(saved: Path, tmp_path: Path) -> None:
    _, _, error = run(str(saved), "-o", f"json={tmp_path / 'none' / 'audit.json'}")

    assert isinstance(error, UsageError)
    assert "cannot write" in str(error)
    assert "audit.json" in str(error)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, _, error = run(str(tmp_path / "none.json"))

    assert isinstance(error, InputError)
    assert "cannot read" in str(error)
    assert "none.json" in str(error)


def test_a_file_that_is_no_audit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("[]", encoding="utf-8")

    _, _, error = run(str(path))

    assert isinstance(error, InputError)
    assert "list.json" in str(error)


def test_an_unknown_language_is_wrong_usage(saved: Path) -> None:
    code, _, _ = run(str(saved), "--lang", "fr")

    assert code == 2
