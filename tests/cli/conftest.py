"""The command line in this process: what the console script does, with what it says caught."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from oit_audit.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; give its exit code, stdout and stderr. `stdin` is what is piped in."""
    monkeypatch.setenv("COLUMNS", "140")

    def once(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, said.out, said.err

    return once
