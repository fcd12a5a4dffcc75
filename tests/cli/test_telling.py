"""`--notify`: messages about audits, sent by the real library to a room on loopback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from oit_audit import notify
from oit_audit.serve import SiteServer, serve_site
from tests.chats import Room, chat_room
from tests.cli.conftest import Run
from tests.worlds import SITES, closed_port

ASKED = ("--year", "2566", "--today", "2023-05-02", "--isolated")
QUICK = ("--allow-private", "--delay", "0", "--no-browser", "--no-ocr")
SECRET = "s3cret-t0ken"


@pytest.fixture
def room() -> Iterator[Room]:
    with chat_room() as room:
        yield room


@pytest.fixture(scope="module")
def empty() -> Iterator[SiteServer]:
    with serve_site(SITES / "empty") as server:
        yield server


@pytest.fixture
def audit(run: Run, empty: SiteServer, tmp_path: Path) -> tuple[Path, Path]:
    """An audit of a site with nothing on it, and the snapshot behind it."""
    file, snapshot = tmp_path / "old.json", tmp_path / "snapshot"
    run("scan", empty.url, *QUICK, *ASKED, "--save", str(snapshot), "-o", f"json={file}")
    return file, snapshot


def otherwise(file: Path, status: str = "met") -> Path:
    """Write an audit of the same visit in which the first missing item was found."""
    told = json.loads(file.read_bytes())
    item = next(each for each in told["items"] if each["status"] == "missing")
    item["status"] = status
    item["evidence"] = [
        {
            "url": f"{told['organisation']['url']}plan.pdf",
            "final_url": f"{told['organisation']['url']}plan.pdf",
            "title": "แผน",
            "anchor_text": "แผน",
            "click_path": ["หน้าหลัก"],
            "quote": "แผน",
            "where": "p",
            "fiscal_year": 2566,
            "media_type": "application/pdf",
            "fetched_at": told["snapshot"]["started_at"],
            "sha256": "0" * 64,
        }
    ]
    told["snapshot"]["id"] = "sha256:" + "3" * 64
    other = file.with_name("other.json")
    other.write_text(json.dumps(told), encoding="utf-8")
    return other


def test_a_scan_tells_its_result(run: Run, empty: SiteServer, room: Room, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, _, err = run(
        "scan", empty.url, *QUICK, *ASKED, "--notify", room.address, "-o", f"html={page}"
    )

    assert code == 0
    assert page.is_file()
    (message,) = room.messages
    assert message["title"].startswith("OIT 2566 ")
    assert "ควรแก้ไขก่อน" in message["message"]
    assert message["type"] == "failure"
    assert SECRET not in err


def test_a_verification_tells_its_result(
    run: Run, empty: SiteServer, room: Room, tmp_path: Path
) -> None:
    links = tmp_path / "links.csv"
    links.write_text(f"item,url\no1,{empty.url}\n", encoding="utf-8")
    run(
        "verify", empty.url, str(links), *QUICK, *ASKED, "--links-only", "--lang", "en",
        "--notify", room.address,
    )  # fmt: skip
    assert "Judged by the entered links alone" in room.messages[0]["message"]


def test_with_an_earlier_audit_the_change_is_told(
    run: Run, audit: tuple[Path, Path], room: Room
) -> None:
    file, snapshot = audit
    told = ("--notify", room.address, "--lang", "en")
    run("scan", "--from", str(snapshot), *ASKED, *told, "--compare", str(otherwise(file)))

    (message,) = room.messages
    assert "Met → Missing" in message["message"]


@pytest.mark.parametrize(("when", "count"), [("always", 1), ("change", 0), ("failure", 0)])
def test_nothing_new_is_told_only_to_who_wants_to_hear_all(
    run: Run, audit: tuple[Path, Path], room: Room, when: str, count: int
) -> None:
    file, snapshot = audit
    code, _, _ = run(
        "scan", "--from", str(snapshot), *ASKED, "--notify", room.address, "--notify-on", when,
        "--compare", str(file),
    )  # fmt: skip
    assert code == 0
    assert len(room.messages) == count


@pytest.mark.parametrize(("limit", "count"), [("0", 0), ("100", 1)])
def test_a_threshold_that_is_not_met_is_a_failure(
    run: Run, audit: tuple[Path, Path], room: Room, limit: str, count: int
) -> None:
    _, snapshot = audit
    code, _, _ = run(
        "scan", "--from", str(snapshot), *ASKED, "--notify", room.address,
        "--notify-on", "failure", "--fail-under", limit,
    )  # fmt: skip
    assert code == count
    assert len(room.messages) == count


def test_a_change_is_told_to_who_asks_for_changes(
    run: Run, audit: tuple[Path, Path], room: Room
) -> None:
    file, snapshot = audit
    run(
        "scan", "--from", str(snapshot), *ASKED, "--notify", room.address, "--notify-on", "change",
        "--compare", str(otherwise(file)),
    )  # fmt: skip
    assert len(room.messages) == 1


@pytest.mark.parametrize(("when", "count"), [("always", 1), ("change", 0), ("failure", 1)])
def test_a_website_that_does_not_answer_is_told(
    run: Run, audit: tuple[Path, Path], room: Room, when: str, count: int
) -> None:
    compare = ("--compare", str(audit[0])) if when == "change" else ()
    code, _, _ = run(
        "scan", f"http://127.0.0.1:{closed_port()}/", *QUICK, *ASKED, *compare, "--lang", "en",
        "--notify", room.address, "--notify-on", when,
    )  # fmt: skip
    assert code == 3
    assert len(room.messages) == count
    assert all("does not mean that anything is" in each["message"] for each in room.messages)


def test_why_a_website_does_not_answer_is_told_in_thai(run: Run, room: Room) -> None:
    run("scan", f"http://127.0.0.1:{closed_port()}/", *QUICK, *ASKED, "--notify", room.address)

    (message,) = room.messages
    assert "เว็บไซต์ปฏิเสธการเชื่อมต่อ" in message["message"]
    assert "cannot reach" not in message["message"]


def test_a_message_that_cannot_be_sent_loses_nothing(
    run: Run, audit: tuple[Path, Path], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    gone = f"json://127.0.0.1:{closed_port()}/{SECRET}"
    code, out, err = run(
        "scan", "--from", str(audit[1]), *ASKED, "--notify", gone, "-o", f"html={page}",
        "-o", "json=-", "--fail-on", "missing",
    )  # fmt: skip

    assert code == 1
    assert page.is_file()
    assert json.loads(out)
    assert "a message was not taken by json://…" in err
    assert SECRET not in out + err


def test_an_earlier_audit_of_another_website_is_not_compared(
    run: Run, audit: tuple[Path, Path], room: Room, tmp_path: Path
) -> None:
    file, snapshot = audit
    told = json.loads(file.read_bytes())
    told["organisation"] |= {"url": "https://www.other.example/", "name": "อบต.อื่น"}
    other = tmp_path / "elsewhere.json"
    other.write_text(json.dumps(told), encoding="utf-8")
    _, _, err = run(
        "scan", "--from", str(snapshot), *ASKED, "--notify", room.address, "--compare", str(other)
    )
    assert "the earlier audit is of another website: https://www.other.example/" in err
    assert "→" not in room.messages[0]["message"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("--notify", f"bogus://{SECRET}"), "--notify number 1 (bogus://…) is not understood"),
        (("--notify-on", "change", "--notify", "json://127.0.0.1/"), "goes with --compare"),
        (("--compare", "old.json"), "--compare goes with --notify URL"),
        (("--notify", "json://127.0.0.1/", "--compare", "gone.json"), "cannot read gone.json"),
    ],
)
def test_what_cannot_be_done_is_said_before_the_visit(
    run: Run, said: tuple[str, ...], message: str
) -> None:
    code, out, err = run("scan", "https://www.never-asked.example/", *ASKED, *said)
    assert (code, out) == (2, "")
    assert message in err
    assert SECRET not in err


def test_without_the_library_nothing_is_visited(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notify, "has_apprise", lambda: False)
    code, _, err = run("scan", "https://www.never-asked.example/", *ASKED, "--notify", "json://a/")
    assert code == 2
    assert 'pip install "oit-audit[notify]"' in err


def test_a_variable_of_the_environment_names_who_is_told_and_no_file_does(
    run: Run, audit: tuple[Path, Path], room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command line is seen by everybody on the machine."""
    monkeypatch.setenv("OIT_AUDIT_NOTIFY", f"{room.address}?to=a,b\n{room.address}")
    run("scan", "--from", str(audit[1]), *ASKED)
    assert len(room.messages) == 2

    monkeypatch.delenv("OIT_AUDIT_NOTIFY")
    config = tmp_path / "oit-audit.toml"
    config.write_text(f'notify = ["json://127.0.0.1/{SECRET}"]\n', encoding="utf-8")
    code, _, err = run("scan", "--from", str(audit[1]), "--config", str(config))
    assert code == 2
    assert "notify" in err
    assert SECRET not in err


def test_what_is_shown_of_the_settings_holds_no_address(
    run: Run, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OIT_AUDIT_NOTIFY", room.address)
    code, out, err = run("config", "show", "--isolated")
    assert code == 0
    assert "notify" in out
    assert SECRET not in out + err


def test_a_comparison_tells_what_it_found(run: Run, audit: tuple[Path, Path], room: Room) -> None:
    file, _ = audit
    same = shutil.copy(file, file.with_name("same.json"))
    told = ("--notify", room.address, "--notify-on", "change", "--lang", "en")
    run("diff", str(file), str(same), *told)
    assert room.messages == []

    run("diff", str(otherwise(file)), str(file), *told)
    assert "Met → Missing" in room.messages[0]["message"]
