"""The real command, from the first line to the exit code."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from oit_audit import __version__
from oit_audit.serve import serve_site
from oit_audit.store import RECOGNISED
from tests.end_to_end.conftest import ROOT, Command
from tests.worlds import SITES, endless

YEAR = ("--year", "2566", "--today", "2023-05-02")


def test_it_says_its_version(command: Command) -> None:
    ended = command("--version")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.decode().split() == ["oit-audit", __version__]


def test_the_demo_audits_a_real_site_and_writes_its_page(command: Command, place: Path) -> None:
    ended = command("demo")

    assert ended.code == 0
    assert "เทศบาลตำบลทุ่งจำลอง" in ended.out.decode()
    assert "oit-audit-demo.html" in ended.err
    written = (place / "oit-audit-demo.html").read_text(encoding="utf-8")
    assert "<h1" in written


def test_thai_reaches_a_pipe_of_another_encoding_as_utf8(command: Command) -> None:
    label = "แผนการจัดซื้อจัดจ้าง"

    ended = command("which", label, "--json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    failed = command("checklist", "show", label, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert (ended.code, failed.code) == (0, 2)
    assert json.loads(ended.out.decode("utf-8"))["text"] == label
    assert label in failed.err


def test_the_same_snapshot_gives_the_same_bytes_and_stays_as_it_was(
    scan: Command, command: Command, place: Path
) -> None:
    def outputs(name: str) -> tuple[str, ...]:
        return ("-o", f"json={name}.json", "-o", f"html={name}.html")

    with serve_site(SITES / "demo") as server:
        first = scan(server.url, *YEAR, "--save", "kept", *outputs("a"))
    kept = contents(place / "kept")
    again = [command("scan", "--from", "kept", *YEAR, *outputs(name)) for name in ("b", "c")]

    assert [ended.code for ended in (first, *again)] == [0, 0, 0]
    for suffix in ("json", "html"):
        reports = {(place / f"{name}.{suffix}").read_bytes() for name in "abc"}
        assert len(reports) == 1
    assert contents(place / "kept") == kept
    assert sorted({*kept, RECOGNISED}) == ["data-00000.warc.gz", "manifest.json", RECOGNISED]


def test_a_snapshot_is_audited_with_the_network_switched_off(
    scan: Command, command: Command, place: Path, tmp_path: Path
) -> None:
    """The program is run in a Python whose sockets can neither connect nor be bound."""
    (tmp_path / "sitecustomize.py").write_text(
        "import socket\n"
        "def refuse(*_, **__):\n"
        "    raise OSError('the network was used')\n"
        "for name in ('connect', 'connect_ex', 'bind', 'sendto'):\n"
        "    setattr(socket.socket, name, refuse)\n"
        "socket.getaddrinfo = refuse\n",
        encoding="utf-8",
    )
    offline = os.pathsep.join((str(tmp_path), str(ROOT)))
    with serve_site(SITES / "onepage") as server:
        scan(server.url, "--year", "2568", "--save", "kept", "-o", "json=a.json")
        caught = scan(server.url, "--year", "2568", PYTHONPATH=offline)

    ended = command(
        "scan", "--from", "kept", "--year", "2568", "-o", "json=b.json", PYTHONPATH=offline
    )

    assert caught.code == 3, "the network is really off"
    assert ended.code == 0
    assert (place / "a.json").read_bytes() == (place / "b.json").read_bytes()


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_an_audit_read_back_gives_the_same_reports(
    scan: Command, command: Command, place: Path
) -> None:
    with serve_site(SITES / "onepage") as server:
        scan(server.url, "--year", "2568", "-o", "json=a.json", "-o", "html=a.html")

    ended = command("report", "a.json", "-o", "json=b.json", "-o", "html=b.html")

    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    for suffix in ("json", "html"):
        first, second = ((place / f"{name}.{suffix}").read_bytes() for name in "ab")
        assert first == second


def test_a_scan_that_is_killed_loses_only_what_was_under_way(
    started: Callable[..., subprocess.Popen[bytes]], scan: Command, place: Path, tmp_path: Path
) -> None:
    with serve_site(endless(tmp_path / "site", 60)) as server:
        begun = ("scan", server.url, "--allow-private", "--delay", "0.05", "--save", "kept")
        with started(*begun, "--year", "2567") as process:
            until = time.monotonic() + 30
            while len(server.requests) < 25 and time.monotonic() < until:
                time.sleep(0.02)
            process.kill()
        first = [request.path for request in server.requests]
        refused = scan(server.url, "--year", "2567", "--save", "kept")
        ended = scan(server.url, "--year", "2567", "--save", "kept", "--resume", "-o", "json=-")
        second = [request.path for request in server.requests[len(first) :]]
        whole = scan(server.url, "--year", "2567", "-o", "json=-")

    assert (refused.code, ended.code) == (2, 0)
    assert "--resume" in refused.err
    assert 20 < len(first) < 60
    assert len(set(first) & set(second)) <= 4, "two at once may be under way, and two unread"
    resumed, plain = json.loads(ended.out), json.loads(whole.out)
    assert resumed["snapshot"]["id"] == plain["snapshot"]["id"]
    assert [(i["id"], i["status"]) for i in resumed["items"]] == [
        (i["id"], i["status"]) for i in plain["items"]
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_gives_what_was_seen(
    started: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    with serve_site(endless(tmp_path / "site", 300)) as server:
        arguments = ("--allow-private", "--delay", "0.05", "--year", "2567", "-o", "json=-")
        with started("scan", server.url, *arguments) as process:
            until = time.monotonic() + 30
            while len(server.requests) < 12 and time.monotonic() < until:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
        asked = len(server.requests)

    audit = json.loads(out)
    assert process.returncode == 130
    assert asked < 100
    assert audit["reach"]["completion"] == "partly"
    assert audit["reach"]["pages"] > 2
    assert "missing" not in {item["status"] for item in audit["items"]}
    assert err.decode().splitlines()[-1] == "oit-audit: ถูกยกเลิก · interrupted"
