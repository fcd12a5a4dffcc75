"""Two real scans of one website, with a change in between, and what the command makes of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oit_audit.serve import serve_site
from tests.end_to_end.conftest import Command
from tests.worlds import SITES

LOOK = ("--today", "2023-05-02", "--year", "2566", "--no-ocr", "--no-browser")
Started = Callable[..., subprocess.Popen[bytes]]
_FIRST: list[Path] = []
"""Where the first visit of the sample site lies: visited once for all tests."""


@pytest.fixture
def first(scan: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with `old.json`, and with the visit behind it in `kept`."""
    if not _FIRST:
        folder = tmp_path_factory.mktemp("first")
        written = ("-o", f"json={folder / 'old.json'}", "--save", str(folder / "kept"))
        with serve_site(SITES / "demo") as server:
            assert scan(server.url, *LOOK, *written).code == 0
        _FIRST.append(folder)
    return _FIRST[0]


def a_month_later(folder: Path) -> Path:
    """Return the sample site after a month in which somebody worked on it."""
    home = folder / "site"
    shutil.copytree(SITES / "demo", home)
    site = json.loads((home / "site.json").read_text("utf-8"))
    routes = site["routes"]
    del routes["/files/risk-66.docx"]
    routes["/files/anticorruption-6m-66.xlsx"] = {"fault": "status", "code": 503}
    routes["/integrity/numbers"] = routes.pop("/integrity/statistics")
    (home / "site.json").write_text(json.dumps(site), encoding="utf-8")
    for path in (home / "www").glob("*.html"):
        text = path.read_text("utf-8").replace("/integrity/statistics", "/integrity/numbers")
        path.write_text(text, encoding="utf-8")
    edit(home / "www" / routes["/contact"]["file"], "<main>", "<main><!--", "</main>", "--></main>")
    edit(home / "www" / routes["/hr/progress"]["file"], "</main>", f"{BUDGET}</main>")
    return home


BUDGET = "<p>งบประมาณที่ใช้ในการพัฒนาบุคลากร 120,000 บาท เบิกจ่ายแล้ว 80,000 บาท</p>"


def edit(path: Path, *pairs: str) -> None:
    text = path.read_text("utf-8")
    for before, after in zip(pairs[::2], pairs[1::2], strict=True):
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def items(out: bytes) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(out)["items"]}


def told(item: dict[str, Any]) -> tuple[str, str, str]:
    return item["kind"], item["cause"], item["why"]


def test_a_month_of_work_is_told_apart_from_a_bad_day_of_the_server(
    command: Command, scan: Command, first: Path, tmp_path: Path
) -> None:
    old, new = str(first / "old.json"), str(tmp_path / "new.json")
    with serve_site(a_month_later(tmp_path)) as server:
        assert scan(server.url, *LOOK, "-o", f"json={new}").code == 0

    ended = command("diff", old, new, "--fail-on", "regression", "-o", "json=-")

    assert ended.code == 1
    became = items(ended.out)
    assert told(became["o34"]) == ("regressed", "site", "evidence_gone")
    assert became["o34"]["unopened"]["reason"] == "not_found"
    assert told(became["o5"])[:2] == ("regressed", "site")
    assert told(became["o24"]) == ("fixed", "site", "site_changed")
    assert told(became["o37"]) == ("newly_unknown", "network", "not_seen_now")
    assert told(became["o29"]) == ("evidence_moved", "site", "other_address")
    assert became["o1"]["kind"] == "unchanged"
    assert [(link["url"].rpartition("/")[2], link["new"]) for link in links(ended.out)] == [
        ("risk-66.docx", True)
    ]

    page = command("diff", old, new, "--lang", "en")
    assert page.code == 0
    shown = " ".join(page.out.decode().split())
    assert "o34 " in shown
    assert "holds nothing any more" in shown


def links(out: bytes) -> list[dict[str, Any]]:
    return list(json.loads(out)["dead_links"])


def test_a_server_that_dies_during_the_visit_is_not_held_against_the_website(
    command: Command, started: Started, first: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.json"
    with serve_site(SITES / "demo") as server:
        asked = ("--allow-private", "--delay", "0.05", *LOOK, "-o", f"json={new}")
        visit = started("scan", server.url, *asked)
        end = time.monotonic() + 60
        while len(server.requests) < 12 and time.monotonic() < end:
            time.sleep(0.02)
    _, said = visit.communicate(timeout=120)
    assert visit.returncode == 3, said.decode()

    ended = command(
        "diff", str(first / "old.json"), str(new), "--fail-on", "regression", "-o", "json=-"
    )

    assert ended.code == 3
    assert "the later audit is incomplete: 127.0.0.1" in ended.err
    assert "stopped answering" in ended.err
    became = items(ended.out)
    lost = [item for item in became.values() if item["kind"] == "newly_unknown"]
    assert len(lost) > 10
    assert {item["cause"] for item in lost} == {"network"}
    assert "site" not in {item["cause"] for item in became.values()}
    assert json.loads(ended.out)["score"]["moved"] is None
    shown = command("diff", str(first / "old.json"), str(new), "--lang", "en").out.decode()
    assert "does not say that the website got worse" in " ".join(shown.split())


def test_the_same_visit_judged_a_year_later_is_stale_by_the_calendar(
    command: Command, first: Path, tmp_path: Path
) -> None:
    old, new = str(first / "old.json"), str(tmp_path / "new.json")
    later = ("--year", "2567", "--today", "2024-05-02", "--no-ocr", "-o", f"json={new}")
    assert command("scan", "--from", str(first / "kept"), *later).code == 0

    ended = command("diff", old, new, "--fail-on", "regression", "-o", "json=-")

    assert ended.code == 0
    found = json.loads(ended.out)
    assert {"year", "day", "same_visit"} <= {note["id"] for note in found["notes"]}
    assert found["counts"]["newly_stale"] > 0
    assert found["counts"]["regressed"] == found["counts"]["fixed"] == 0
    assert {item["cause"] for item in found["items"]} <= {None, "calendar", "rules"}
    assert all(
        item["now"]["status"] == "stale" for item in found["items"] if item["kind"] == "newly_stale"
    )
    renumbered = [item for item in found["items"] if item["id"] != item["id_then"]]
    assert renumbered
    assert all(set(item["concepts"]) for item in renumbered)
    assert {group["kind"] for group in found["regrouped"]} >= {"merged", "dropped"}
    assert command("diff", old, new, "--fail-on", "stale").code == 1
