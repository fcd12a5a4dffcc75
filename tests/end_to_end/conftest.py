"""The real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: bytes
    err: str

    @property
    def complaints(self) -> list[str]:
        """Return what the tool itself said, without progress."""
        return [line for line in self.err.splitlines() if line.startswith("oit-audit: ")]


Command = Callable[..., Ended]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the command runs: a folder that has nothing to do with the project."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def started(place: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `python -m oit_audit …`."""

    def start(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        known = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment}
        return subprocess.Popen(
            [sys.executable, "-m", "oit_audit", *arguments],
            cwd=place,
            env=known,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return start


@pytest.fixture
def command(started: Callable[..., subprocess.Popen[bytes]]) -> Command:
    """Run `python -m oit_audit …` to its end."""

    def run(*arguments: str, **environment: str) -> Ended:
        with started(*arguments, **environment) as process:
            out, err = process.communicate(timeout=120)
        said = err.decode()
        assert "Traceback" not in said, said
        return Ended(process.returncode, out, said)

    return run


@pytest.fixture
def scan(command: Command) -> Command:
    """Run `oit-audit scan` on loopback, without delay."""

    def run(*arguments: str, **environment: str) -> Ended:
        return command("scan", *arguments, "--allow-private", "--delay", "0", **environment)

    return run


@pytest.fixture(scope="module")
def browser(drawing: str) -> Iterator[Browser]:
    """A browser that a library drives; one for the tests of a file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=drawing, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window of it, as wide as a desk's."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()
