"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from oit_audit.crawl import has_playwright
from oit_audit.extract import Engine, find_engine


def absent(what: str) -> None:
    """Skip a test for want of a part of the system; where everything is to be tested, fail it."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{what}; .ci/system should have installed it")
    pytest.skip(what)


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test forget whether it runs as a step of a workflow, and what its terminal wants."""
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "FORCE_COLOR", "OIT_AUDIT_LOG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of the system, which can draw Thai letters."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not browser:
        absent("there is no chromium")
    fonts = shutil.which("fc-list")
    if (
        fonts is None
        or not subprocess.run([fonts, ":lang=th"], capture_output=True, check=True).stdout
    ):
        absent("there is no font with Thai letters")
    return browser


@pytest.fixture(scope="session")
def engine() -> Engine:
    """A tesseract that knows Thai."""
    found = find_engine()
    if found is None:
        absent("there is no tesseract that knows Thai")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def drawing(chromium: str) -> str:
    """A browser, and the library that drives it."""
    if not has_playwright():
        absent("there is no playwright")
    return chromium
