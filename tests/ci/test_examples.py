"""The examples: the lines that stand in them run, month after month, while the website changes."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.chats import chat_room
from tests.ci.conftest import ROOT
from tests.ci.machine import SHELL, Machine
from tests.ci.towns import Town
from tests.conftest import absent

EXAMPLES = ROOT / "docs" / "ci"
QUICK = {
    "OIT_AUDIT_DELAY": "0",
    "OIT_AUDIT_ALLOW_PRIVATE": "true",
    "OIT_AUDIT_NO_BROWSER": "true",
    "OIT_AUDIT_NO_OCR": "true",
}
"""What a visit to loopback needs, said where nobody has to change an example for it."""


@pytest.fixture
def gh(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Play `gh`; gives the folder of what it was asked."""
    kept = tmp_path / "github"
    kept.mkdir()
    program = machine.programs / "gh"
    played = Path(__file__).with_name("gh.py")
    program.write_text(f'#!/bin/sh\nGH_PLAYED="{kept}" exec "{sys.executable}" "{played}" "$@"\n')
    program.chmod(0o755)
    return kept


def example(machine: Machine, url: str) -> Path:
    """Return the workflow as a user would have it, with the words that loopback needs."""
    workflow: dict[Any, Any] = yaml.safe_load((EXAMPLES / "github.yml").read_text(encoding="utf-8"))
    (audit,) = (s for s in workflow["jobs"]["audit"]["steps"] if s.get("id") == "audit")
    words = "--allow-private\n--delay=0\n--no-browser\n--no-ocr\n--today=2023-05-02"
    audit["with"] |= {"url": url, "install": "false", "wait": "0", "arguments": words}
    written = machine.folder / "oit-audit.yml"
    written.write_text(yaml.safe_dump(workflow, allow_unicode=True), encoding="utf-8")
    return written


def calls(gh: Path) -> list[str]:
    lines = (gh / "calls").read_text(encoding="utf-8").splitlines()
    return [" ".join(json.loads(line)[:2]) for line in lines]


def test_four_months_on_github(machine: Machine, gh: Path, town: Town) -> None:
    workflow = example(machine, town.url)
    first = machine.work(workflow, "audit")
    assert first.went_well, first.log
    assert "this is the first audit" in first.log
    assert {path.name for path in machine.uploads["oit-audit-reports"].iterdir()} >= {
        "audit.json", "audit.html", "audit.xml", "summary.md",
    }  # fmt: skip
    assert len(machine.findings) == 1
    assert not (gh / "issue").exists()

    town.lose("/about/executives")
    second = machine.work(workflow, "audit")
    assert second.went_well, second.log
    assert "ผลลดลง 1 ข้อ" in second.summary
    issue = (gh / "issue").read_text(encoding="utf-8")
    assert "ผลลดลง 1 ข้อ" in issue
    assert "https://github.com/someone/somewhere/actions/runs/1002" in issue
    assert calls(gh)[-1] == "issue create"

    kept = sorted((machine.folder / "cache").iterdir())
    town.fall_silent()
    third = machine.work(workflow, "audit")
    assert third.went_well, third.log
    assert "The audit is incomplete" in third.summary
    assert (gh / "issue").read_text(encoding="utf-8") == issue
    assert sorted((machine.folder / "cache").iterdir()) == kept

    shutil.rmtree(machine.folder / "cache")  # nobody asked for it within a week
    shutil.copytree(machine.uploads["oit-audit-last"], gh / "artefact")
    town.server.site = town.first
    town.lose("/about/executives", "/about/duty")
    fourth = machine.work(workflow, "audit")
    assert fourth.went_well, fourth.log
    assert "ผลลดลง 1 ข้อ" in fourth.summary  # one more than in the second month, not two
    assert calls(gh)[-1] == "issue comment"


@pytest.fixture
def linux() -> None:
    """What the script for cron is written for."""
    if sys.platform != "linux" or shutil.which("flock") is None:
        absent("there is no Linux with flock")


def cron(folder: Path, machine: Machine, **said: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(EXAMPLES / "cron.sh")],
        env={
            "PATH": f"{machine.programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            **QUICK,
            **said,
        },
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("linux")
def test_months_of_cron(machine: Machine, town: Town, tmp_path: Path) -> None:
    home = tmp_path / "kept"
    with chat_room() as room:
        said = {"OIT_URL": town.url, "OIT_HOME": str(home), "OIT_AUDIT_NOTIFY": room.address}
        first = cron(tmp_path, machine, **said)
        assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
        assert (home / "last" / "audit.html").is_file()
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert len(room.messages) == 1

        town.lose("/about/executives")
        time.sleep(1.1)  # folders have the second in their names
        second = cron(tmp_path, machine, **said)
        assert second.returncode == 1
        assert "oit-audit ended with 1" in second.stderr
        assert (home / "last" / "change.html").is_file()
        assert len(room.messages) == 2
        assert "ผลลดลง 1 ข้อ" in room.messages[1]["title"]
        good = (home / "last").readlink()

        town.fall_silent()
        time.sleep(1.1)
        third = cron(tmp_path, machine, **said, OIT_KEEP="1")
        assert third.returncode == 3
        assert (home / "last").readlink() == good
        assert len(room.messages) == 2
        folders = [path for path in home.iterdir() if path.is_dir() and not path.is_symlink()]
        assert len(folders) == 2  # the newest, and the last complete one
    everything = "".join(path.read_text("utf-8") for path in home.rglob("log.txt"))
    assert "s3cret" not in everything + second.stderr + third.stderr


@pytest.mark.usefixtures("linux")
def test_two_audits_of_cron_never_run_at_once(machine: Machine, tmp_path: Path) -> None:
    home = tmp_path / "kept"
    home.mkdir()
    with subprocess.Popen(
        ["flock", str(home / ".lock"), "sh", "-c", "echo held; read _"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        done = cron(tmp_path, machine, OIT_URL="https://www.a.example/", OIT_HOME=str(home))
        holder.communicate(b"\n")
    assert done.returncode == 75
    assert list(home.iterdir()) == [home / ".lock"]


@pytest.mark.usefixtures("linux")
def test_cron_says_why_it_could_not_begin(machine: Machine, tmp_path: Path) -> None:
    done = cron(tmp_path, machine, OIT_URL="not an address")
    assert done.returncode == 2
    assert "is not a web address" in done.stderr
    assert not (tmp_path / "oit-audit" / "last").exists()


def test_an_audit_of_cron_that_broke_off_takes_the_place_of_no_good_one(
    machine: Machine, tmp_path: Path
) -> None:
    """Whatever ends with 1 without an audit has not found the website below a threshold."""
    home = tmp_path / "kept"
    (home / "good").mkdir(parents=True)
    (home / "last").symlink_to("good")
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho broke off >&2\nexit 1\n")
    broken.chmod(0o755)

    done = cron(tmp_path, machine, OIT_HOME=str(home), OIT_PROGRAM=str(broken))

    assert done.returncode == 2
    assert "broke off" in done.stderr
    assert (home / "last").readlink() == Path("good")


def test_what_an_audit_of_cron_leaves_running_does_not_hold_up_the_next(
    machine: Machine, tmp_path: Path
) -> None:
    """A browser, say, that outlives the audit."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nsleep 20 > /dev/null 2>&1 &\nexit 3\n")
    program.chmod(0o755)
    said = {"OIT_HOME": str(tmp_path / "kept"), "OIT_PROGRAM": str(program)}

    first = cron(tmp_path, machine, **said)
    time.sleep(1.1)  # folders have the second in their names
    second = cron(tmp_path, machine, **said)

    assert (first.returncode, second.returncode) == (3, 3)


def test_cron_begins_nothing_where_it_cannot_write(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = cron(tmp_path, machine, OIT_HOME=str(tmp_path / "file" / "kept"))

    assert done.returncode == 2


def test_months_of_gitlab(machine: Machine, town: Town, tmp_path: Path) -> None:
    job = yaml.safe_load((EXAMPLES / "gitlab.yml").read_text(encoding="utf-8"))["oit-audit"]
    pip = machine.programs / "pip"
    pip.write_text('#!/bin/sh\n[ "$*" = "install --quiet oit-audit[notify]" ]\n')
    pip.chmod(0o755)
    script = tmp_path / "script.sh"
    script.write_text("\n".join(job["script"]), encoding="utf-8")

    def month() -> int:
        done = subprocess.run(
            [*SHELL, str(script)],
            env={
                "PATH": f"{machine.programs}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(tmp_path),
                **job["variables"],
                **QUICK,
                "OIT_URL": town.url,
            },
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        return done.returncode

    assert month() == 0
    assert (tmp_path / job["artifacts"]["reports"]["junit"]).is_file()
    town.lose("/about/executives")
    assert month() == 1
    assert (tmp_path / "oit-audit" / "change.md").is_file()
    town.fall_silent()
    assert month() in job["allow_failure"]["exit_codes"]
    assert (tmp_path / "oit-audit-last" / "audit.json").is_file()
