"""What a shell offers after the Tab key."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import absent

Run = Callable[..., tuple[int, str, str]]
SHELLS = {
    "bash": "complete -o default -F _oit_audit_completion oit-audit",
    "zsh": "#compdef oit-audit",
    "fish": "complete --command oit-audit",
    "powershell": "Register-ArgumentCompleter",
}


@pytest.fixture
def offered(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Return what bash offers behind a line that is typed as far as given."""

    def ask(line: str) -> list[str]:
        words = f"oit-audit {line}"
        monkeypatch.setenv("_OIT_AUDIT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - (not words.endswith(" "))))
        code, out, err = run()
        assert (code, err) == (0, "")
        return out.split()

    return ask


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("sc", ["scan", "score"]),
        ("checklist ", ["list", "show", "lint", "schema"]),
        ("scan --lang ", ["th", "en"]),
        ("scan --kind m", ["municipality"]),
        ("scan --year 256", ["2569", "2568", "2567", "2566", "2565", "2564", "2563"]),
        ("score --year 2565", ["2565"]),
        ("scan --fail-on m", ["met", "missing"]),
        ("scan --fail-on missing,s", ["missing,stale"]),
        ("scan --fail-on missing,m", ["missing,met"]),
        ("report --output j", ["json=", "junit="]),
        ("verify -o sa", ["sarif="]),
        ("scan --qui", ["--quiet"]),
        ("scan -o json=", ["json="]),
        ("scan -o json=a", []),
    ],
)
def test_commands_options_and_values_are_offered(
    offered: Callable[[str], list[str]], line: str, first: list[str]
) -> None:
    assert offered(line) == first


@pytest.mark.parametrize("shell", sorted(SHELLS))
def test_each_shell_is_told_how(run: Run, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_OIT_AUDIT_COMPLETE", f"source_{shell}")
    code, out, err = run()

    assert (code, err) == (0, "")
    assert SHELLS[shell] in out
    assert "_OIT_AUDIT_COMPLETE" in out


def test_a_real_bash_completes(tmp_path: Path) -> None:
    bash = shutil.which("bash") or ""
    if not bash:
        absent("there is no bash")
    ours = tmp_path / "oit-audit"
    ours.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m oit_audit "$@"\n', encoding="utf-8")
    ours.chmod(0o755)
    script = (
        f'eval "$(_OIT_AUDIT_COMPLETE=source_bash {ours})"\n'
        "COMP_WORDS=(oit-audit scan --fail-on mi); COMP_CWORD=3\n"
        f"_oit_audit_completion {ours}\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    told = subprocess.run([bash, "-c", script], capture_output=True, check=True)

    assert told.stdout.decode().split() == ["missing"]
    assert told.stderr == b""


def test_completion_is_put_in_place_for_the_shell_that_asks(tmp_path: Path) -> None:
    bash = shutil.which("bash") or ""
    if not bash:
        absent("there is no bash")
    told = subprocess.run(
        [bash, "-c", f"{sys.executable} -m oit_audit --install-completion; exit $?"],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr.decode()
    kept = tmp_path / ".bash_completions" / "oit-audit.sh"
    assert SHELLS["bash"] in kept.read_text(encoding="utf-8")
