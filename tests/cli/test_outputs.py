"""What is written: whole or not at all, each in its own place, never over what is read."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from oit_audit.cli import outputs
from oit_audit.errors import UsageError
from oit_audit.report import render
from tests.cli.conftest import Run
from tests.report.audits import bare, every_status

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", every_status(), "th"))
    return path


needs_posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX limits what is written")


def small_files(most: int) -> Callable[[], None]:
    """Let a process write no file larger than this, as a disk does that is full."""

    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


def command(*arguments: str, most: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "oit_audit", *arguments]
    return subprocess.run(
        words, capture_output=True, text=True, preexec_fn=small_files(most), check=False, timeout=60
    )


@needs_posix
def test_a_report_that_does_not_fit_leaves_the_one_of_last_month(
    audit: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text("of last month")

    ended = command("report", str(audit), "-o", f"html={page}", most=20_000)

    assert ended.returncode == 2
    assert f"cannot write {page}" in ended.stderr
    assert page.read_text() == "of last month"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audit.json", "report.html"]


@needs_posix
def test_a_report_that_does_not_fit_keeps_no_other_from_being_written(
    audit: Path, tmp_path: Path
) -> None:
    page, table = tmp_path / "report.html", tmp_path / "table.csv"

    ended = command("report", str(audit), "-o", f"html={page}", "-o", f"csv={table}", most=20_000)

    assert ended.returncode == 2
    assert not page.exists()
    assert table.read_bytes() == render("csv", bare(every_status()), "th")


def test_an_interrupted_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "report.html"
    path.write_text("of last month")
    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        outputs.save(path, b"new")

    assert path.read_text() == "of last month"
    assert list(tmp_path.iterdir()) == [path]


@needs_posix
@pytest.mark.parametrize("rights", [0o640, 0o604])
def test_a_file_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(rights)

    outputs.save(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == rights


def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()

    outputs.save(tmp_path / "report.html", b"new")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "report.html", tmp_path / "report.html"
    real.write_text("old")
    link.symlink_to(real)

    outputs.save(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@needs_posix
def test_devices_take_reports(audit: Path, run: Run) -> None:
    code, out, _ = run("report", str(audit), "-o", "html=/dev/null", "-o", "csv=/dev/null")

    assert (code, out) == (0, "")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(IS_ROOT, reason="root may write everything")
def test_a_read_only_file_is_refused_before_any_work(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.touch(mode=0o444)

    with pytest.raises(UsageError, match="read-only"):
        outputs.writable(path)


def test_two_reports_for_one_file_are_refused(audit: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "there").symlink_to(tmp_path)
    one, other = tmp_path / "report", tmp_path / "there" / "report"

    code, _, err = run("report", str(audit), "-o", f"html={one}", "-o", f"csv={other}")

    assert code == 2
    assert "two outputs go to" in err
    assert not one.exists()


def test_nothing_is_written_over_what_is_read(audit: Path, tmp_path: Path, run: Run) -> None:
    before = audit.read_bytes()
    newer = tmp_path / "newer.json"
    newer.write_bytes(before)
    listed = tmp_path / "links.csv"
    listed.write_text("item,url\no1,https://www.example.go.th/o1\n")
    over = f"html={tmp_path}/./audit.json"
    lines = [
        ("report", str(audit), "-o", over),
        ("diff", str(audit), str(newer), "-o", over),
        ("diff", str(newer), str(audit), "-o", over),
        ("verify", "https://www.example.go.th/", str(listed), "-o", f"csv={listed}"),
    ]

    for line in lines:
        code, _, err = run(*line)
        assert (code, "it is what is read" in err) == (2, True), err

    assert audit.read_bytes() == before
    assert listed.read_text().startswith("item,url")


@needs_posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_failure(audit: Path, tmp_path: Path, closed: str) -> None:
    """As a scheduled task of Windows has them, which runs without a console."""
    line = f'exec "$0" -m oit_audit report "$1" -o "csv=$2" {closed}'
    table = tmp_path / "table.csv"

    ended = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, str(audit), str(table)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0), ended.stderr
    assert table.exists()


@needs_posix
def test_closed_standard_output_is_no_failure(audit: Path) -> None:
    line = 'exec "$0" -m oit_audit report "$1" >&-'
    words = ["/bin/sh", "-c", line, sys.executable, str(audit)]

    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)

    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0), ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("report none.json 2>/dev/full", 2),
        ('report "$1" -o "csv=$2" --log-file /dev/full', 0),
    ],
)
def test_what_is_said_on_a_full_disk_changes_no_ending(
    audit: Path, tmp_path: Path, line: str, code: int
) -> None:
    """A task that ends with 1 where it broke off would be taken for one that found something."""
    words = ["/bin/sh", "-c", f'exec "$0" -m oit_audit {line}', sys.executable, str(audit)]
    table = str(tmp_path / "table.csv")

    ended = subprocess.run([*words, table], capture_output=True, text=True, check=False, timeout=60)

    assert (ended.returncode, ended.stderr.count("Traceback")) == (code, 0), ended.stderr
