"""The command line as a step of a workflow: annotations, and nothing else that is obeyed."""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from oit_audit.cli.console import say, set_up
from oit_audit.cli.workflow import Tamed, in_checkout
from oit_audit.model import Status, Text
from oit_audit.report import render
from oit_audit.serve import serve_site
from tests.report.audits import all_met, every_status
from tests.report.items import verdict
from tests.report.test_annotations import obeyed
from tests.worlds import SITES

Run = Callable[..., tuple[int, str, str]]
HOSTILE = "::error::a ##[add-mask]b"


@pytest.fixture
def workflow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A step of a workflow, run in its checkout."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def saved(folder: Path, data: bytes | None = None) -> str:
    path = folder / "audit.json"
    path.write_bytes(data or render("json", every_status(), "th"))
    return str(path)


def annotated(text: str) -> list[str]:
    """Return the names of the commands that a workflow obeys of a stream."""
    return [command.name for line in text.splitlines() if (command := obeyed(line)) is not None]


def test_a_step_of_a_workflow_is_annotated_on_standard_error(run: Run, workflow: Path) -> None:
    code, out, err = run("report", saved(workflow), "-o", "json=-", "--lang", "en")

    assert code == 0
    assert out.encode() == Path("audit.json").read_bytes()
    assert annotated(out) == []
    assert annotated(err)[:2] == ["error", "error"]
    assert "::notice title=oit-audit::" in err.splitlines()[-1]


@pytest.mark.parametrize("value", ["", "false"])
def test_elsewhere_nothing_is_annotated(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    _, _, err = run("report", saved(tmp_path), "-o", "json=-")

    assert annotated(err) == []


def test_the_links_of_a_list_are_annotated_where_they_stand(run: Run, workflow: Path) -> None:
    (workflow / "ita").mkdir()
    links = workflow / "ita" / "links.csv"
    with serve_site(SITES / "demo") as server:
        links.write_text(f"item,url\no42,{server.url}gone\n", encoding="utf-8")
        code, out, err = run(
            "verify", server.url, "ita/links.csv", "--year", "2566", "--today", "2023-05-02",
            "--allow-private", "--delay", "0", "--no-ocr", "--links-only", "-o", "sarif=-",
        )  # fmt: skip

    assert code == 0, err
    (told,) = (line for line in err.splitlines() if "title=o42 " in line)
    assert "file=ita/links.csv,line=2," in told
    results = json.loads(out)["runs"][0]["results"]
    (place,) = (r["locations"][0]["physicalLocation"] for r in results if r["ruleId"] == "o42")
    assert place["artifactLocation"]["uri"] == "ita/links.csv"
    assert place["region"]["startLine"] == 2


def test_the_table_and_its_titles_hold_no_command(run: Run, workflow: Path) -> None:
    told = Text(HOSTILE, HOSTILE)
    item = verdict("o1", HOSTILE, HOSTILE, Status.MISSING, reason=told, remedy=told, unit=HOSTILE)
    audit = replace(all_met(), verdicts=(item,))
    _, out, err = run("report", saved(workflow, render("json", audit, "th")))

    assert "## [add-mask]b" in out
    assert annotated(out) == []
    assert annotated(err) == ["error", "notice"]


def test_an_explanation_holds_no_command(run: Run, workflow: Path) -> None:
    told = Text(f"x\n{HOSTILE}", HOSTILE)
    audit = replace(all_met(), verdicts=(verdict("o1", HOSTILE, "", Status.MISSING, reason=told),))
    _, out, err = run("explain", saved(workflow, render("json", audit, "th")), "o1")

    assert "[add-mask]b" in out
    assert annotated(out) == annotated(err) == []


def test_errors_and_logs_hold_no_command(
    run: Run,
    workflow: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del workflow
    code, _, err = run("report", f"{HOSTILE}.json")
    assert code == 2
    assert annotated(err) == []

    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    set_up()
    say(HOSTILE, HOSTILE)
    logging.getLogger("oit_audit").error("x\n%s", HOSTILE)
    try:
        raise ValueError(f"y\n{HOSTILE}")  # noqa: TRY301 - a trace is wanted
    except ValueError:
        logging.getLogger("oit_audit").exception(HOSTILE)
    told = capsys.readouterr().err
    assert "[add-mask]b" in told
    assert annotated(told) == []


def test_a_stream_that_is_tamed_is_the_stream_it_was() -> None:
    below = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream = Tamed(below)

    assert stream.write("::x::") == 5
    stream.flush()
    assert below.buffer.getvalue() == b": :x::"
    assert stream.encoding == "utf-8"
    assert not stream.isatty()


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (None, None),
        ("links.csv", "work/links.csv"),
        ("../links.csv", "links.csv"),
        ("../../elsewhere.csv", "../../elsewhere.csv"),
    ],
)
def test_a_file_is_named_from_the_root_of_the_checkout(
    workflow: Path, monkeypatch: pytest.MonkeyPatch, source: str | None, seen: str | None
) -> None:
    (workflow / "work").mkdir()
    monkeypatch.chdir(workflow / "work")

    assert in_checkout(source) == seen
    absolute = None if source is None else str((workflow / "work" / "links.csv").resolve())
    assert in_checkout(absolute) == (None if source is None else "work/links.csv")


def test_without_a_checkout_a_file_is_named_from_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert in_checkout(str(tmp_path / "a" / "links.csv")) == "a/links.csv"


def test_a_real_process_keeps_its_report_whole(tmp_path: Path) -> None:
    data = render("json", every_status(), "th")
    asked = subprocess.run(
        [sys.executable, "-m", "oit_audit", "report", saved(tmp_path, data), "-o", "json=-"],
        env={**os.environ, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        check=True,
    )

    assert asked.stdout == data
    assert annotated(asked.stderr.decode())[-1] == "notice"
