"""How much is said, and where: `--quiet`, `--verbose`, `--log-file`, colours."""

from __future__ import annotations

import logging
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from oit_audit.cli.console import set_up
from oit_audit.cli.logs import Discreet, Volume, end, log
from oit_audit.report import render
from oit_audit.serve import SiteServer, serve_site
from tests.report.audits import every_status
from tests.worlds import page, world

Run = Callable[..., tuple[int, str, str]]
ASKED = ("--year", "2566", "--today", "2023-05-02", "--allow-private", "--no-ocr", "--delay", "0")
SCAN = (*ASKED, "--no-browser", "-o", "json=-")
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (DEBUG|INFO|WARNING|ERROR) [\w.]+: \S.*")


@pytest.fixture(autouse=True)
def _own_logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test have the logs for itself."""
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    levels = {name: logging.getLogger(name).level for name in ("root", "httpx", "httpcore")}
    yield
    end()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteServer]:
    """A small site with a page that is not there, and a number of a citizen in an address."""
    home = world(
        tmp_path / "site",
        {
            "/": page(
                "เทศบาลตำบลตัวอย่าง",
                "<a href=/gone>ข่าว</a><a href=/staff/1-2345-67890-12-1>ผู้บริหาร</a>",
            ),
            "/staff/1-2345-67890-12-1": page("ผู้บริหาร", "<p>นายกเทศมนตรี</p>"),
        },
    )
    with serve_site(home) as server:
        yield server


@pytest.fixture
def audit(tmp_path: Path) -> str:
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", every_status(), "th"))
    return str(path)


def test_a_scan_says_where_it_is(run: Run, site: SiteServer) -> None:
    code, _, err = run("scan", site.url, *SCAN)

    assert code == 0, err
    assert "extract: " in err
    assert "asked: " not in err


@pytest.mark.parametrize(
    "words", [["--quiet", "scan"], ["-q", "scan"], ["scan", "--quiet"], ["scan", "-q"]]
)
def test_quiet_leaves_the_report_alone(run: Run, site: SiteServer, words: list[str]) -> None:
    code, out, err = run(*words, site.url, *SCAN)

    assert (code, err) == (0, "")
    assert '"schema": "oit-audit/audit/v1"' in out


def test_quiet_hides_no_error_and_nothing_that_is_wrong_with_a_file(
    run: Run, tmp_path: Path
) -> None:
    code, _, err = run("report", str(tmp_path / "none.json"), "--quiet")
    assert (code, err.startswith("oit-audit: อ่าน "), " · cannot read" in err) == (2, True, True)

    labels = tmp_path / "labels.csv"
    labels.write_text("text,kind\nแผน,odd\n", encoding="utf-8")
    assert "'odd' is not one of" in run("which", "--file", str(labels), "-q")[2]


def test_quiet_leaves_out_what_is_only_good_to_know(
    run: Run, site: SiteServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "oit-audit.toml").write_text("year = 2566\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert "settings from" in run("scan", site.url, *SCAN)[2]
    assert run("scan", site.url, *SCAN, "-q", "--log-file", "log")[::2] == (0, "")
    assert "settings from" in Path("log").read_text(encoding="utf-8")


def test_quiet_says_that_an_audit_is_incomplete(run: Run, site: SiteServer) -> None:
    code, _, err = run("scan", site.url, *SCAN, "--max-pages", "1", "-q")

    assert code == 3
    assert err.startswith("oit-audit: ตรวจไม่ครบ · incomplete")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("words", [["-v", "scan"], ["scan", "--verbose"]])
def test_verbose_tells_each_request_and_what_was_skipped(
    run: Run, site: SiteServer, words: list[str]
) -> None:
    _, out, err = run(*words, site.url, *SCAN)

    assert f"INFO oit_audit.crawl.fetcher: asked: 200 {site.url}\n" in err
    assert f"asked: 404 {site.url}gone" in err
    assert f"skipped: not_found 404 {site.url}gone" in re.sub(" +", " ", err)
    assert f"visited: full with 6 requests {site.url}" in err
    assert "extracted: 2 documents" in err
    assert "judged: 43 items" in err
    assert "DEBUG" not in err
    assert "INFO" not in out


@pytest.mark.parametrize("words", [["-v", "scan", "-v"], ["scan", "-vv"], ["-vv", "scan"]])
def test_twice_verbose_tells_more(run: Run, site: SiteServer, words: list[str]) -> None:
    _, _, err = run(*words, site.url, *SCAN)

    assert "DEBUG oit_audit.crawl.ledger: seen: text/html" in err
    assert "httpcore" not in err


def test_three_times_verbose_tells_what_libraries_log(run: Run, site: SiteServer) -> None:
    assert "DEBUG httpcore" in run("scan", site.url, *SCAN, "-vvv")[2]


@pytest.mark.parametrize("words", [["-q", "which", "-v"], ["which", "-q", "-v"], ["-qv", "which"]])
def test_quiet_and_verbose_do_not_go_together(run: Run, words: list[str]) -> None:
    code, out, err = run(*words, "แผน")

    assert (code, out) == (2, "")
    assert err.splitlines()[0].endswith(" · --quiet and --verbose do not go together")


def test_one_run_leaves_nothing_to_the_next(run: Run, site: SiteServer) -> None:
    run("scan", site.url, *SCAN, "-vv")
    _, _, err = run("scan", site.url, *SCAN)

    assert "INFO" not in err
    assert "extract: " in err


# The file.


@pytest.mark.parametrize("quiet", [True, False])
def test_a_log_file_holds_what_was_done_and_when(
    run: Run, site: SiteServer, tmp_path: Path, *, quiet: bool
) -> None:
    path = tmp_path / "บันทึก.log"
    code, _, err = run(
        "scan", site.url, *SCAN, "--log-file", str(path), *(["--quiet"] if quiet else [])
    )
    lines = path.read_text(encoding="utf-8").splitlines()

    assert code == 0
    assert "INFO" not in err
    assert all(map(LINE.fullmatch, lines)), lines
    assert re.fullmatch(r".* oit-audit \d+\.\d+.*", lines[0])
    assert lines[-1].endswith("ended with exit code 0")
    told = "\n".join(lines)
    assert "asked: 200 http" in told
    assert "skipped: not_found" in told
    assert "DEBUG" not in told
    assert "1-2345-67890-12-1" not in told
    assert "1-xxxx-xxxxx-12-1" in told


def test_a_log_file_before_the_command_is_one_as_well_and_says_as_much_as_is_wanted(
    run: Run, site: SiteServer, tmp_path: Path
) -> None:
    path = tmp_path / "log"
    run("--log-file", str(path), "scan", site.url, *SCAN, "-vv")
    told = path.read_text(encoding="utf-8")

    assert "DEBUG oit_audit.crawl.ledger" in told
    assert told.count("seen: text/html") == 2


def test_a_log_file_grows(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "log"
    for _ in range(2):
        run("which", "แผน", "--log-file", str(path))

    assert path.read_text(encoding="utf-8").count("ended with exit code 0") == 2


def test_a_log_file_holds_the_error_that_ended_the_run(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "log"
    code, _, err = run("report", "none.json", "--log-file", str(path))
    told = path.read_text(encoding="utf-8")

    assert code == 2
    assert "ERROR oit_audit.said: อ่าน none.json ไม่ได้: No such file or directory" in told
    assert " · cannot read none.json: No such file or directory" in told
    assert told.splitlines()[-1].endswith("ended with exit code 2")
    assert err.count("cannot read none.json") == 1


@pytest.mark.parametrize("place", ["none/log", "."])
@pytest.mark.parametrize("before", [True, False])
def test_a_log_file_that_cannot_be_written_is_one_clear_line(
    run: Run, tmp_path: Path, place: str, *, before: bool
) -> None:
    option = ("--log-file", str(tmp_path / place))
    code, out, err = run(*option, "which", "แผน") if before else run("which", "แผน", *option)

    assert (code, out) == (2, "")
    line, hint = err.splitlines()
    assert line.startswith(f"oit-audit: --log-file: เขียนลง {tmp_path}")
    assert f" · --log-file: cannot write {tmp_path}" in line
    assert hint == "  โปรดเลือกที่เก็บอื่น · choose another place"


def test_no_stranger_forges_a_line_of_a_log(tmp_path: Path) -> None:
    path = tmp_path / "log"
    log(Volume(file=path))
    logger = logging.getLogger("oit_audit.crawl")
    forged = "x\n2026-01-01T00:00:00Z ERROR oit_audit: forged\r\x1b[2J\u2028y"
    logger.info("skipped: %s", forged)
    try:
        raise ValueError(forged)  # noqa: TRY301 - a trace is wanted
    except ValueError:
        logger.exception("could not be read")
    end()
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]

    assert [line for line in lines if not line.startswith(" ")] == [
        line for line in lines if LINE.fullmatch(line)
    ]
    assert len([line for line in lines if LINE.fullmatch(line)]) == 2
    assert not {"\x1b", "\r", "\u2028"} & set("".join(lines))


def test_a_log_tells_its_time_in_utc() -> None:
    record = logging.LogRecord("oit_audit", logging.INFO, "", 0, "x", None, None)
    record.created = 0.0
    told = Discreet("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ").format(record)

    assert told == "1970-01-01T00:00:00Z x"


# Colours, and a terminal.


def in_a_process(*arguments: str, **environment: str) -> str:
    asked = subprocess.run(
        [sys.executable, "-m", "oit_audit", *arguments],
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        check=True,
    )
    return asked.stdout.decode()


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Return what a process shows on a terminal of its own."""
    master, slave = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-m", "oit_audit", *arguments],
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
        stdin=slave, stdout=slave, stderr=slave,
    )  # fmt: skip
    os.close(slave)
    told = b""
    while True:
        try:
            piece = os.read(master, 65_536)
        except OSError:  # what Linux says when nobody writes any more
            break
        if not piece:
            break
        told += piece
    os.close(master)
    assert asked.wait() == 0
    return told.decode()


COLOUR = re.compile(r"\x1b\[[\d;]*3[0-9][\d;]*m")


def test_a_pipe_gets_no_colours_unless_they_are_forced(audit: str) -> None:
    assert "\x1b" not in in_a_process("report", audit)
    assert COLOUR.search(in_a_process("report", audit, FORCE_COLOR="1"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
def test_a_terminal_gets_colours_unless_they_are_refused(audit: str) -> None:
    assert COLOUR.search(on_a_terminal("report", audit))
    assert not COLOUR.search(on_a_terminal("report", audit, NO_COLOR="1"))


@pytest.mark.parametrize("forced", ["1", "true"])
def test_forced_colours_are_no_terminal_where_lines_are_kept(
    run: Run, site: SiteServer, monkeypatch: pytest.MonkeyPatch, forced: str
) -> None:
    monkeypatch.setenv("FORCE_COLOR", forced)
    _, _, err = run("scan", site.url, *SCAN)

    assert "extract: 2" in err
    assert "\x1b[?25l" not in err  # the cursor is hidden for a live line alone


def test_set_up_again_begins_anew(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        set_up()
    logging.getLogger("oit_audit").warning("once")

    assert capsys.readouterr().err == "WARNING oit_audit: once\n"
