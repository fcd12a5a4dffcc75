"""`oit-audit doctor` on machines that have more or less."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def tool(folder: Path, name: str, says: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{says}\n")
    path.chmod(0o755)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on its path but what a test puts there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    monkeypatch.setenv("OIT_AUDIT_BROWSER", str(tmp_path / "no-browser"))
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", str(tmp_path / "no-office"))
    return folder


def signs(out: str) -> dict[str, dict[str, bool]]:
    parts = json.loads(out)["parts"]
    return {part["id"]: {sign["id"]: sign["found"] for sign in part["signs"]} for part in parts}


def test_what_is_not_there_is_said_in_thai_with_the_way_to_get_it(run: Run, bare: Path) -> None:
    code, out, err = run("doctor")

    assert (code, err) == (0, "")
    assert "เบราว์เซอร์: ยังใช้ไม่ได้" in out
    assert "ไม่พบ tesseract" in out
    for line in (
        'pip install "oit-audit[browser]"',
        "sudo apt install chromium",
        "Microsoft Edge",
        "sudo apt install tesseract-ocr tesseract-ocr-tha",
        "brew install tesseract tesseract-lang",
    ):
        assert line in out


def test_it_speaks_english_and_json(run: Run, bare: Path) -> None:
    _, english, _ = run("doctor", "--lang", "en")
    code, out, _ = run("doctor", "--json")

    assert "Browser: not ready" in english
    assert "is no file" in english
    assert code == 0
    assert json.loads(out)["schema"] == "oit-audit/doctor/v1"
    assert signs(out) == {
        "browser": {"playwright": True, "executable": False},
        "ocr": {"tesseract": False, "pillow": True},
        "office": {"soffice": False},
        "archives": {"bsdtar": False},
        "notify": {"apprise": True},
    }
    for part in json.loads(out)["parts"]:
        assert part["ready"] is (part["id"] == "notify")
        assert set(part["how"]) == {"Debian", "Ubuntu", "Windows", "macOS"}


def test_without_any_browser_it_names_those_it_looked_for(
    run: Run, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit_audit.cli.equipment.find_browser", lambda: None)
    monkeypatch.delenv("OIT_AUDIT_BROWSER")
    _, out, _ = run("doctor", "--lang", "en")
    assert "no Chromium, Chrome or Edge was found" in out


def test_the_library_for_messages_may_be_missing(
    run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit_audit.cli.equipment.has_apprise", lambda: False)
    _, thai, _ = run("doctor")
    _, english, _ = run("doctor", "--lang", "en")
    assert "ส่งข้อความแจ้งผล: ยังใช้ไม่ได้" in thai
    assert "apprise is not installed" in english
    assert 'pip install "oit-audit[notify]"' in english


def test_playwright_may_be_missing(run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright", None)
    _, out, _ = run("doctor", "--json")
    assert signs(out)["browser"] == {"playwright": False, "executable": False}


def test_playwright_may_be_there_without_its_papers(
    run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(bare))
    monkeypatch.setattr("oit_audit.cli.equipment.version", _no_papers)
    _, out, _ = run("doctor", "--lang", "en")
    assert "✔ playwright\n" in out


def _no_papers(name: str) -> str:
    from importlib.metadata import PackageNotFoundError

    raise PackageNotFoundError(name)


def test_a_browser_that_does_not_start_is_said_with_the_reason(
    run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(bare, "chrome", "echo 'No usable sandbox!' >&2; exit 1")
    monkeypatch.setenv("OIT_AUDIT_BROWSER", str(bare / "chrome"))

    code, out, _ = run("doctor", "--lang", "en")

    assert code == 0
    assert "its sandbox does not work here" in out


def test_a_browser_that_starts_is_ready(
    run: Run, bare: Path, drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")  # the browser's own start script needs its tools
    monkeypatch.setenv("OIT_AUDIT_BROWSER", drawing)

    _, out, _ = run("doctor", "--json")
    _, thai, _ = run("doctor")

    assert signs(out)["browser"] == {"playwright": True, "executable": True, "starts": True}
    assert "เบราว์เซอร์: พร้อมใช้" in thai
    assert "apt install chromium" not in thai


def test_tesseract_is_asked_for_its_version_and_for_thai(run: Run, bare: Path) -> None:
    tool(bare, "tesseract", "[ $1 = --version ] && echo 'tesseract 5.3.0' || printf 'eng\\ntha\\n'")
    _, out, _ = run("doctor", "--json")
    _, english, _ = run("doctor", "--lang", "en")
    assert signs(out)["ocr"] == {"tesseract": True, "thai": True, "pillow": True}
    assert "tesseract 5.3.0" in english
    assert "it knows Thai" in english
    assert "OCR): ready" in english


def test_tesseract_may_know_no_thai_or_be_broken(run: Run, bare: Path) -> None:
    tool(bare, "tesseract", "[ $1 = --version ] && echo 'tesseract 5.3.0' || echo eng")
    _, out, _ = run("doctor", "--lang", "en")
    assert "it does not know Thai" in out

    (bare / "tesseract").write_text("#!/no/such/shell\n")
    _, out, _ = run("doctor", "--json")
    assert signs(out)["ocr"] == {"tesseract": False, "thai": False, "pillow": True}


def test_tesseract_may_lie_elsewhere(
    run: Run, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path, "own", "[ $1 = --version ] && echo 'tesseract v5.4.0' || printf 'eng\ntha\n'")
    monkeypatch.setenv("OIT_AUDIT_TESSERACT", str(tmp_path / "own"))
    _, out, _ = run("doctor", "--lang", "en")
    assert f"tesseract 5.4.0 ({tmp_path / 'own'})" in out

    monkeypatch.setenv("OIT_AUDIT_TESSERACT", str(tmp_path / "nowhere"))
    _, out, _ = run("doctor", "--lang", "en")
    assert "nowhere is no file" in out


def test_pillow_may_be_missing(run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    _, out, _ = run("doctor", "--lang", "en")
    assert "Pillow is not installed" in out
    assert 'pip install "oit-audit[ocr]"' in out


def test_programs_that_read_files_are_shown_where_they_are(
    run: Run, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("soffice", "antiword", "bsdtar"):
        tool(bare, name, "exit 0")
    monkeypatch.delenv("OIT_AUDIT_SOFFICE")
    _, out, _ = run("doctor", "--json")
    assert signs(out)["office"] == {"soffice": True, "antiword": True}
    assert signs(out)["archives"] == {"bsdtar": True}
    _, thai, _ = run("doctor")
    assert "ไฟล์ Office รุ่นเก่า: พร้อมใช้" in thai
    assert "ไฟล์ .rar และ .7z: พร้อมใช้" in thai
