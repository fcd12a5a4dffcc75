"""A machine of a code host, and a website that changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.machine import Machine
from tests.ci.towns import Town, town_of
from tests.worlds import SITES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with the program installed; nobody's files in its workspace."""
    programs, repository = tmp_path / "bin", tmp_path / "repository"
    programs.mkdir()
    repository.mkdir()
    program = programs / "oit-audit"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m oit_audit "$@"\n'
    )
    program.chmod(0o755)
    for name in ("python3", "python"):
        (programs / name).symlink_to(sys.executable)
    return Machine(tmp_path, repository, ROOT, programs)


@pytest.fixture
def town() -> Iterator[Town]:
    """The sample site."""
    with town_of(SITES / "demo") as town:
        yield town
