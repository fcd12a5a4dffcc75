"""The command line as a whole."""

from __future__ import annotations

import io
import logging
import runpy
import subprocess
import sys
from collections.abc import Callable

import pytest

from oit_audit import __version__
from oit_audit.cli import COMMANDS, app
from oit_audit.cli.console import run as console_run
from oit_audit.cli.console import set_up

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_in_both_languages(run: Run, option: str) -> None:
    code, out, err = run(option)

    assert (code, err) == (0, "")
    for command in ("scan", "demo", "report", "which", "score", "checklist"):
        assert command in out
    assert "ตรวจเว็บไซต์" in out
    assert "Check a Thai local government's website" in out


def test_every_command_is_listed_once() -> None:
    assert len(COMMANDS) == len(app.registered_commands) + len(app.registered_groups)


def test_no_command_shows_the_help(run: Run) -> None:
    code, out, err = run()

    assert code == 2
    assert "scan" in out + err
    assert "oit-audit: " not in out + err


def test_what_few_commands_need_is_loaded_for_none_but_them() -> None:
    look = (
        "import sys, oit_audit.cli;"
        " late = {'PIL', 'apprise', 'docx', 'playwright', 'requests', 'xlsxwriter'};"
        " print(sorted(late & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert said.stdout == "[]\n"


def test_it_says_its_version(run: Run) -> None:
    assert run("--version") == (0, f"oit-audit {__version__}\n", "")


def test_the_package_can_be_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["oit-audit", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("oit_audit", run_name="__main__")
    assert left.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_importing_what_is_run_does_nothing() -> None:
    assert "main" in runpy.run_module("oit_audit.__main__")


@pytest.mark.parametrize("arguments", [["nope"], ["score"], ["checklist", "nope"]])
def test_a_command_that_is_not_there_or_not_whole_is_one_line(
    run: Run, arguments: list[str]
) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    line, hint = err.splitlines()
    assert line.startswith("oit-audit: ")
    assert "--help" in hint


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scan", "a.go.th", "--kind", "town"), "Invalid value for '--kind': 'town' is not one of"),
        (("scan", "a.go.th", "-o", "htm=x"), "did you mean html?"),
        (("diff", "a.json", "b.json", "-o", "HTML=x"), "did you mean html?"),
    ],
)
def test_a_word_that_is_not_known_is_told_with_those_that_are(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert said in err
    assert "Value error" not in err


def test_whoever_caught_the_output_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)

    set_up()

    assert sys.stdout is caught


@pytest.mark.parametrize(
    ("asked", "level"), [("debug", "DEBUG"), ("", "WARNING"), ("x", "WARNING")]
)
def test_the_environment_may_ask_for_more_words(
    monkeypatch: pytest.MonkeyPatch, asked: str, level: str
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.NOTSET)
    monkeypatch.setenv("OIT_AUDIT_LOG", asked)

    set_up()

    assert logging.getLevelName(root.level) == level
    assert logging.getLogger("httpx").level == logging.WARNING


def test_a_log_holds_no_number_of_a_citizen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.NOTSET)
    set_up()

    try:
        int("cell 1234567890121")
    except ValueError:
        root.exception("could not be read: %s", "https://town.example/1-2345-67890-12-1.pdf")

    said = capsys.readouterr().err
    assert "https://town.example/1-xxxx-xxxxx-12-1.pdf" in said
    assert "cell 1-xxxx-xxxxx-12-1" in said
    assert "1234567890121" not in said


class Refusing(io.StringIO):
    """Standard output that nothing can be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        del text
        raise self.error


def test_a_full_disk_is_one_line_and_no_threshold_missed(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing(OSError(28, "No space left on device")))
    assert main_code("which", "แผน", "--json") == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        "oit-audit: เขียนข้อมูลไม่ได้: No space left on device · cannot write: No space left on device"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way on Windows")
def test_a_reader_that_goes_away_is_no_threshold_missed() -> None:
    asked = subprocess.run(
        f"{sys.executable} -m oit_audit checklist show 2565 --json | true; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        check=False,
    )
    assert asked.returncode == 141
    assert asked.stderr == b""


def main_code(*arguments: str) -> int:
    return console_run(app, arguments)
