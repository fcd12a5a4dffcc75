"""Where a browser is looked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from oit_audit.crawl.executables import find_browser, has_playwright


def program(place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("#!/bin/sh\n")
    place.chmod(0o755)
    return place


def test_the_environment_names_one_and_then_no_other_counts(tmp_path: Path) -> None:
    own = program(tmp_path / "mine")
    on_path = program(tmp_path / "bin" / "chromium")
    path = str(on_path.parent)

    assert find_browser({"OIT_AUDIT_BROWSER": str(own), "PATH": path}, "linux") == own
    assert find_browser({"OIT_AUDIT_BROWSER": str(tmp_path / "no"), "PATH": path}, "linux") is None
    assert find_browser({"OIT_AUDIT_BROWSER": "", "PATH": path}, "linux") == on_path


@pytest.mark.parametrize("name", ["chromium-browser", "google-chrome-stable", "microsoft-edge"])
def test_names_on_the_path_are_found(tmp_path: Path, name: str) -> None:
    found = program(tmp_path / name)
    assert find_browser({"PATH": str(tmp_path)}, "linux") == found


def test_windows_has_edge_in_its_usual_place(tmp_path: Path) -> None:
    edge = program(tmp_path / "x86" / "Microsoft/Edge/Application/msedge.exe")
    environment = {
        "PATH": "",
        "PROGRAMFILES": str(tmp_path / "files"),
        "PROGRAMFILES(X86)": str(tmp_path / "x86"),
        "USERPROFILE": str(tmp_path),
    }
    assert find_browser(environment, "win32") == edge


def test_a_mac_keeps_programs_of_one_person_in_their_home(tmp_path: Path) -> None:
    chrome = program(tmp_path / "Applications" / "Google Chrome.app/Contents/MacOS/Google Chrome")
    assert find_browser({"PATH": "", "HOME": str(tmp_path)}, "darwin") == chrome


def test_the_newest_browser_of_playwright_is_the_last_resort(tmp_path: Path) -> None:
    program(tmp_path / "chromium-99" / "chrome-win" / "chrome.exe")
    newest = program(tmp_path / "chromium-1200" / "chrome-win" / "chrome.exe")
    environment = {"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    assert find_browser(environment, "win32") == newest


def test_nowhere_is_none(tmp_path: Path) -> None:
    assert find_browser({"PATH": "", "HOME": str(tmp_path)}, "win32") is None


def test_whether_playwright_is_there_is_asked_without_importing_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "playwright", None)
    assert not has_playwright()
