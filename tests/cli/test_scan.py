"""`oit-audit scan`, as a user or a script meets it."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from oit_audit.model import canonical
from oit_audit.serve import SiteServer, serve_site
from tests.worlds import SITES, closed_port, endless

Run = Callable[..., tuple[int, str, str]]
ASKED = ("--year", "2566", "--today", "2023-05-02")
QUICK = ("--allow-private", "--delay", "0")


@pytest.fixture
def scan(run: Run) -> Run:
    """Run `oit-audit scan`."""
    return partial(run, "scan")


@pytest.fixture(scope="module")
def empty() -> Iterator[SiteServer]:
    with serve_site(SITES / "empty") as server:
        yield server


@pytest.fixture
def snapshot(scan: Run, empty: SiteServer, tmp_path: Path) -> str:
    """A saved visit to a site with nothing on it."""
    folder = tmp_path / "snapshot"
    assert scan(empty.url, *QUICK, *ASKED, "--save", str(folder))[0] == 0
    return str(folder)


def test_without_output_the_table_is_shown_even_in_a_pipe(scan: Run, empty: SiteServer) -> None:
    code, out, err = scan(empty.url, *QUICK, *ASKED, "--lang", "en")

    assert code == 0
    assert "Fix these first" in out
    assert "oit-audit: " not in err


def test_standard_output_holds_the_report_and_nothing_else(
    scan: Run, empty: SiteServer, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"

    code, out, _ = scan(empty.url, *QUICK, *ASKED, "-o", "json=-", "-o", f"html={page}")

    assert code == 0
    assert json.loads(out)["organisation"]["url"] == canonical(empty.url)
    assert page.read_bytes().startswith(b"<!doctype html>")


def test_an_audit_read_back_gives_the_same_reports(
    scan: Run, run: Run, snapshot: str, tmp_path: Path
) -> None:
    audit, page = tmp_path / "audit.json", tmp_path / "page.html"
    scan("--from", snapshot, *ASKED, "-o", f"json={audit}", "-o", f"html={page}")

    code, out, err = run("report", str(audit), "-o", "html=-")

    assert (code, err) == (0, "")
    assert out.encode() == page.read_bytes()


def test_the_caller_says_name_kind_and_day(scan: Run, snapshot: str) -> None:
    said = ("--name", "เทศบาลเมืองสมมุติ", "--kind", "municipality", "--today", "2024-02-29")

    _, out, _ = scan("--from", snapshot, *said, "--year", "๒๕๖๗", "-o", "json=-")

    audit = json.loads(out)
    assert audit["organisation"]["name"] == "เทศบาลเมืองสมมุติ"
    assert audit["organisation"]["kind"] == "municipality"
    assert (audit["today"], audit["checklist"]["fiscal_year"]) == ("2024-02-29", 2567)


@pytest.mark.parametrize(
    ("today", "year"), [("2023-09-30", 2566), ("2023-10-01", 2567), ("2030-01-01", 2569)]
)
def test_the_year_is_the_newest_that_has_begun(
    scan: Run, snapshot: str, today: str, year: int
) -> None:
    _, out, _ = scan("--from", snapshot, "--today", today, "-o", "json=-")

    assert json.loads(out)["checklist"]["fiscal_year"] == year


@pytest.mark.parametrize(
    ("arguments", "line", "hint"),
    [
        ([], "say a URL, or --from DIR", "oit-audit scan https://"),
        (["a.go.th", "--from", "x"], "say a URL, or --from DIR, not both", "https://"),
        (["not a url"], "'not a url' is not a web address", "write it like"),
        (["ftp://a.go.th/"], "is not a web address", "write it like"),
        (["http://"], "is not a web address", "write it like"),
        (["http://[::1"], "is not a web address", "write it like"),
        (["http://a b.go.th/"], "is not a web address", "write it like"),
        (["http://a.go.th:99999/"], "is not a web address", "write it like"),
        (["javascript:alert(1)"], "is not a web address", "write it like"),
        (["\x1b[31mred"], "is not a web address", "write it like"),
        (["a.go.th", "--year", "2023"], "no checklist for 2023", "try 2566"),
        (["a.go.th", "--year", "2562"], "no checklist for 2562", "2563, 2564"),
        (["a.go.th", "--year", "ปีนี้"], "no checklist for ปีนี้", "2563, 2564"),
        (["a.go.th", "--today", "20 เม.ย. 66"], "is not a day", "2023-04-20"),
        (["a.go.th", "--today", "2012-01-01"], "no checklist for 2012-01-01", "2019-10-01"),
        (["a.go.th", "--fail-on", "met,bad"], "'bad' is not a status", "missing"),
        (["a.go.th", "-o", "pdf=a.pdf"], "no such report format: 'pdf'", "json, html"),
        (["a.go.th", "-o", "html"], "is not FORMAT=PATH", "json, html"),
        (["a.go.th", "-o", "html=none/a.html"], "cannot write none/a.html", "make it first"),
        (["a.go.th", "--waivers", "none.yaml"], "cannot read none.yaml", ""),
        (["--from", "none"], "none: no such directory", "--save"),
        (["a.go.th", "--delay", "0"], "--delay 0 is for hosts on loopback", "--i-own-this-site"),
        (["127.0.0.1.a.go.th", "--delay", "0"], "--delay 0 is for hosts", "--i-own-this-site"),
        (["a.go.th", "--delay", "nan"], "'--delay'", "--help"),
        (["a.go.th", "--delay", "inf"], "'--delay': it is no number", "--help"),
        (["a.go.th", "--delay", "-1"], "'--delay'", "--help"),
        (["a.go.th", "--max-seconds", "inf"], "'--max-seconds': it is no number", "--help"),
        (["a.go.th", "--max-pages", "0"], "'--max-pages'", "--help"),
        (["a.go.th", "--fail-under", "nan"], "'--fail-under'", "--help"),
        (["a.go.th", "--kind", "village"], "'village' is not one of", "--help"),
        (["a.go.th", "--lang", "fr"], "'fr' is not one of", "--help"),
        (["a.go.th", "--contact", "a\r\nb: c"], "'--contact'", "--help"),
        (["a.go.th", "--contact", "ติดต่อ"], "'--contact'", "--help"),
        (["a.go.th", "--save", "a", "--from", "a"], "--save goes with a visit", ""),
        (["a.go.th", "--resume"], "--resume goes with --save DIR", "cut off"),
        (["--from", "a", "--previous", "b"], "--previous goes with a visit", ""),
        (["a.go.th", "--previous", "none"], "none: no such directory", "--save"),
        (["a.go.th", "--ignore-robots"], "--ignore-robots is for the keeper", "--i-own-this-site"),
        (["a.go.th", "--concurrency", "3"], "'--concurrency'", "--help"),
        (["a.go.th", "--jitter", "-1"], "'--jitter'", "--help"),
        (["a.go.th", "--bogus"], "No such option: --bogus", "--help"),
        (["http://127.0.0.1:1/"], "127.0.0.1 must not be asked", "--allow-private"),
        (["10.0.0.1", "--delay", "0", "--i-own-this-site"], "must not be asked", "--allow"),
    ],
)
def test_wrong_usage_is_one_clear_line_with_a_hint(
    scan: Run, arguments: list[str], line: str, hint: str
) -> None:
    code, out, err = scan(*arguments)

    assert (code, out) == (2, "")
    said = err.splitlines()
    assert said[0].startswith("oit-audit: ")
    assert line in said[0]
    assert hint in "".join(said[1:])
    assert len(said) == (2 if hint else 1)
    assert "\x1b" not in err


def test_a_host_that_does_not_answer_is_one_clear_line(scan: Run) -> None:
    code, out, err = scan(f"http://127.0.0.1:{closed_port()}/", *QUICK)

    assert (code, out) == (3, "")
    line, hint = err.splitlines()
    assert line.startswith("oit-audit: เข้าถึง 127.0.0.1 ไม่ได้: เว็บไซต์ปฏิเสธการเชื่อมต่อ")
    assert " · cannot reach 127.0.0.1: it refuses the connection" in line
    assert hint.startswith("  ")


@pytest.mark.parametrize(
    ("thresholds", "code"),
    [
        ([], 0),
        (["--fail-under", "0"], 0),
        (["--fail-under", "0.01"], 1),
        (["--fail-on", "missing"], 1),
        (["--fail-on", "stale,met", "--fail-on", "partial"], 0),
    ],
)
def test_findings_fail_a_run_only_where_the_caller_said_so(
    scan: Run, snapshot: str, thresholds: list[str], code: int
) -> None:
    assert scan("--from", snapshot, *ASKED, *thresholds)[0] == code


def test_a_waived_item_keeps_its_status_and_does_not_fail_a_run(
    scan: Run, snapshot: str, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.yaml"
    some = "waivers: [{item: o1, reason: อยู่ระหว่างย้ายเว็บไซต์, author: ปลัด}]"
    waivers.write_text(some, encoding="utf-8")
    excused = ("--from", snapshot, *ASKED, "--fail-on", "missing", "--waivers", str(waivers))

    code, out, _ = scan(*excused, "-o", "json=-")

    first, second, *_ = json.loads(out)["items"]
    assert (first["status"], first["waiver"]["author"]) == ("missing", "ปลัด")
    assert first["waiver"]["reason"] == "อยู่ระหว่างย้ายเว็บไซต์"
    assert (second["waiver"], code) == (None, 1)
    every = "".join(f"- {{item: o{n}, reason: ยกเว้น}}\n" for n in range(1, 44))
    waivers.write_text(f"waivers:\n{every}", encoding="utf-8")
    assert scan(*excused)[0] == 0


def test_what_a_person_says_is_not_met_fails_a_run_as_it_was_found(
    scan: Run, snapshot: str, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.yaml"
    asked = ("--from", snapshot, *ASKED, "--fail-on", "missing", "--waivers", str(waivers))
    every = "".join(f"- {{item: o{n}, reason: ดูแล้ว, decision: met}}\n" for n in range(2, 44))

    waivers.write_text(f"waivers:\n{every}- {{item: o1, reason: x, decision: not_met}}", "utf-8")
    assert scan(*asked)[0] == 1
    waivers.write_text(f"waivers:\n{every}- {{item: 1, reason: x, decision: met}}", "utf-8")
    assert scan(*asked)[0] == 0


def test_a_decision_that_has_expired_is_a_finding_and_excuses_nothing(
    scan: Run, snapshot: str, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.yaml"
    asked = ("--from", snapshot, *ASKED, "--waivers", str(waivers), "-o", "json=-")
    said = "{{item: o1, reason: รอย้ายเว็บ, decision: met, date: 2022-12-01, expiry: {}}}"

    waivers.write_text(f"waivers: [{said.format('2566-05-01')}]", encoding="utf-8")
    gone = json.loads(scan(*asked)[1])
    waivers.write_text(f"waivers: [{said.format('2566-05-02')}]", encoding="utf-8")
    last_day = json.loads(scan(*asked)[1])

    (finding,) = [each for each in gone["site_findings"] if each["id"] == "waiver_expired"]
    assert gone["items"][0]["waiver"] is None
    assert "o1" in finding["says"]["th"]
    assert "1 พฤษภาคม 2566" in finding["says"]["th"]
    assert last_day["items"][0]["waiver"]["expiry"] == "2023-05-02"
    assert not [each for each in last_day["site_findings"] if each["id"] == "waiver_expired"]
    assert [each["status"] for each in gone["items"]] == [e["status"] for e in last_day["items"]]
    assert gone["score"] == last_day["score"]


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("{item: o1, raeson: x}", "did you mean reason?"),
        ("{item: o1, reason: x, decision: mett}", "did you mean met?"),
        ("{item: o1, reason: x, decision: not-applicable}", "did you mean not_applicable?"),
        ("{item: o111, reason: x}", "did you mean o11?"),
        ("{item: o1, reason: x, expiry: soon}", "like 2022-04-30"),
        ("{item: o1, reason: x, date: 2565-05-01, expiry: 2022-04-30}", "like 2022-04-30"),
    ],
)
def test_a_slip_in_a_waiver_is_told_with_what_was_perhaps_meant(
    scan: Run, tmp_path: Path, entry: str, hint: str
) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(f"waivers: [{entry}]", encoding="utf-8")

    code, _, err = scan("a.go.th", *ASKED, "--waivers", str(path))

    assert code == 2
    assert hint in err


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("waivers: [", "not readable as YAML"),
        ("[]", "file: Input should be"),
        ("waivers: [{item: o1}]", "waivers.0.reason: Field required"),
        ("", "waivers: Field required"),
        ("waivers: [{item: O1, reason: x}, {item: o1, reason: y}]", "waived twice"),
        ("waivers: [{item: zzz, reason: x}]", "has no item 'zzz'"),
    ],
)
def test_waivers_that_cannot_be_read_are_told_by_file_and_key(
    scan: Run, tmp_path: Path, text: str, line: str
) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(text, encoding="utf-8")

    code, out, err = scan("a.go.th", *ASKED, "--waivers", str(path))

    assert (code, out) == (2, "")
    assert f"{path}: " in err.splitlines()[0]
    assert line in err.splitlines()[0]


def test_a_snapshot_is_never_written_over(scan: Run, snapshot: str, empty: SiteServer) -> None:
    asked = len(empty.requests)

    code, _, err = scan(empty.url, *QUICK, "--save", snapshot)

    assert code == 2
    assert "holds a snapshot already" in err
    assert len(empty.requests) == asked


def test_a_spent_budget_ends_with_3_and_says_why(scan: Run) -> None:
    with serve_site(SITES / "demo") as server:
        code, out, err = scan(server.url, *QUICK, *ASKED, "--max-pages", "5", "-o", "json=-")

    assert code == 3
    assert err.splitlines()[-1].endswith("incomplete: the budget of 5 pages is spent")
    assert json.loads(out)["reach"]["completion"] == "partly"


def test_progress_is_said_in_plain_lines_where_nobody_watches(scan: Run, tmp_path: Path) -> None:
    with serve_site(endless(tmp_path / "site", 60)) as server:
        _, _, err = scan(server.url, *QUICK, *ASKED)

    lines = err.splitlines()
    assert "pages 50 " in lines[0]
    assert lines[-1] == "extract: 61"


def test_a_terminal_gets_one_live_line(scan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")

    with serve_site(SITES / "onepage") as server:
        code, _, err = scan(server.url, *QUICK, *ASKED)

    assert code == 0
    assert "pages" not in err.splitlines()[-1]
    assert "\x1b[2K" in err  # the line is taken away again


def test_ctrl_c_gives_what_was_seen_and_130(scan: Run, tmp_path: Path) -> None:
    with serve_site(endless(tmp_path / "site", 200)) as server:
        threading.Thread(target=interrupt_after, args=(server, 8)).start()
        folder = str(tmp_path / "kept")
        polite = ("--allow-private", "--delay", "0.05", "--save", folder)
        code, out, err = scan(server.url, *polite, *ASKED, "-o", "json=-")

    audit = json.loads(out)
    assert (code, audit["reach"]["reason"]) == (130, "interrupted")
    assert audit["reach"]["pages"] > 2
    assert "missing" not in {item["status"] for item in audit["items"]}
    assert err.splitlines()[-1] == "oit-audit: ถูกยกเลิก · interrupted"
    code, again, err = scan("--from", folder, *ASKED, "-o", "json=-")
    assert (code, again) == (3, out)
    assert err.splitlines()[-1].endswith("incomplete: interrupted")


def interrupt_after(server: SiteServer, requests: int) -> None:
    until = time.monotonic() + 20
    while len(server.requests) < requests and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_is_what_it_was_when_the_visit_is_over(scan: Run, empty: SiteServer) -> None:
    before = signal.getsignal(signal.SIGINT)

    scan(empty.url, *QUICK, *ASKED)

    assert signal.getsignal(signal.SIGINT) is before
