"""The real command meets the worlds it will meet; the empty one first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from oit_audit.serve import serve_site
from tests.end_to_end.conftest import Command, Ended
from tests.worlds import SITES, closed_port, page, world

CALLED_THERE = {"met", "partial", "stale"}


def audit_of(ended: Ended) -> dict[str, Any]:
    """Return the audit on standard output, which holds nothing else."""
    return dict(json.loads(ended.out))


def statuses(audit: dict[str, Any]) -> set[str]:
    return {item["status"] for item in audit["items"]}


def test_an_empty_site_has_everything_missing(scan: Command) -> None:
    with serve_site(SITES / "empty") as server:
        ended = scan(server.url, "--year", "2567", "--today", "2024-04-20", "-o", "json=-")

    audit = audit_of(ended)
    assert (ended.code, ended.complaints) == (0, [])
    assert (audit["reach"]["completion"], audit["score"]["points"]) == ("full", 0)
    assert statuses(audit) == {"missing"}


def test_a_page_without_a_word_has_nothing_met(scan: Command, tmp_path: Path) -> None:
    with serve_site(world(tmp_path / "blank", {"/": ""})) as server:
        ended = scan(server.url, "--year", "2567", "-o", "json=-")

    assert ended.code in {0, 3}
    assert not statuses(audit_of(ended)) & CALLED_THERE


def test_a_site_that_is_down_is_one_clear_line(scan: Command) -> None:
    ended = scan(f"http://127.0.0.1:{closed_port()}/", "-o", "json=-")

    assert (ended.code, ended.out) == (3, b"")
    line, hint = ended.err.splitlines()
    assert line.startswith("oit-audit: เข้าถึง 127.0.0.1 ไม่ได้: เว็บไซต์ปฏิเสธการเชื่อมต่อ")
    assert " · cannot reach 127.0.0.1: it refuses the connection" in line
    assert hint.strip()


@pytest.mark.parametrize(("status", "text"), [(403, "Forbidden"), (503, "Service Unavailable")])
def test_a_site_that_turns_everybody_away_is_one_clear_line(
    scan: Command, tmp_path: Path, status: int, text: str
) -> None:
    with serve_site(world(tmp_path / "site", {}, status=status, text=text)) as server:
        ended = scan(server.url, "-o", "json=-")

    assert (ended.code, ended.out) == (3, b"")
    assert len(ended.err.splitlines()) == 2
    assert " · cannot reach 127.0.0.1: " in ended.complaints[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sucuri Website Firewall - Access Denied", id="known"),
        pytest.param("ไม่อนุญาตให้เข้าถึง", id="unknown"),
    ],
)
def test_a_block_page_behind_an_open_door_accuses_nobody(
    scan: Command, tmp_path: Path, text: str
) -> None:
    links = "".join(f"<a href='/oit/{n}'>O{n} ข้อมูลข้อที่ {n}</a>" for n in range(1, 36))
    routes = {"/": page("เทศบาลตำบลตัวอย่าง", links)}
    with serve_site(world(tmp_path / "site", routes, status=403, text=text)) as server:
        ended = scan(server.url, "--year", "2567", "-o", "json=-")

    audit = audit_of(ended)
    assert ended.code == 3
    assert statuses(audit) == {"unknown"}
    assert len(ended.complaints) == 1


def test_a_perfect_menu_with_nothing_behind_it_has_nothing_met(scan: Command) -> None:
    with serve_site(SITES / "labels") as server:
        ended = scan(server.url, "--year", "2566", "--today", "2023-04-20", "-o", "json=-")

    audit = audit_of(ended)
    assert ended.code == 0
    assert not statuses(audit) & CALLED_THERE
    assert any(item["rejected"] for item in audit["items"])


def test_a_robots_file_that_forbids_everything_is_obeyed(scan: Command, tmp_path: Path) -> None:
    routes = {"/robots.txt": "User-agent: *\nDisallow: /\n", "/": page("เทศบาลตำบลตัวอย่าง")}
    with serve_site(world(tmp_path / "site", routes)) as server:
        ended = scan(server.url)
        asked = [request.path for request in server.requests]

    assert (ended.code, ended.out) == (3, b"")
    assert asked == ["/robots.txt"]
    assert "robots.txt keeps us out" in ended.complaints[0]


def test_a_spent_budget_makes_nothing_missing(scan: Command) -> None:
    with serve_site(SITES / "demo") as server:
        year = ("--year", "2566", "--today", "2023-05-02")
        ended = scan(server.url, *year, "--max-pages", "5", "-o", "json=-")

    audit = audit_of(ended)
    assert ended.code == 3
    assert "the budget of 5 pages is spent" in ended.complaints[0]
    assert (audit["reach"]["completion"], audit["reach"]["pages"]) == ("partly", 5)
    assert "missing" not in statuses(audit)
    undecided = [item for item in audit["items"] if item["status"] == "unknown"]
    assert undecided
    assert "partly" in {item["completion"] for item in undecided}
    assert audit["score"]["low"] < audit["score"]["high"]


def test_a_hostile_page_reaches_the_report_as_text_only(scan: Command, place: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = evil.replace("<", "&lt;")
    routes = {
        "/": page(
            "เทศบาลตำบลตัวอย่าง",
            f"<a href='/about'>เกี่ยวกับเรา {text}</a>",
            "<a href='/x?\"onmouseover=alert(3)'>โครงสร้างหน่วยงาน</a>",
            "<a href='javascript:alert(4)'>อำนาจหน้าที่</a>",
        ),
        "/about": page(f"เกี่ยวกับเรา {text}", "<a href='/contact'>ข้อมูลการติดต่อ</a>"),
        "/contact": page(
            f"ข้อมูลการติดต่อ {text}",
            f"<p>ที่อยู่ 99 หมู่ 1 ตำบลตัวอย่าง อำเภอเมือง จังหวัดเชียงสมมุติ 50000 {text}</p>",
            "<p>โทรศัพท์ 0 5300 0000 โทรสาร 0 5300 0001</p><p>อีเมล office@tambon.example</p>",
        ),
    }
    with serve_site(world(place / "site", routes)) as server:
        outputs = ("-o", "json=-", "-o", "html=report.html")
        ended = scan(server.url, "--year", "2566", *outputs)

    contact = json.loads(ended.out)["items"][4]
    assert (contact["id"], contact["status"]) == ("o5", "met")
    assert evil in contact["evidence"][0]["title"]
    assert evil in contact["evidence"][0]["click_path"][1]
    written = (place / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in written
    tree = LexborHTMLParser(written)
    assert not tree.css("script, img, iframe, object, embed")
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), node.html
            assert not (value or "").strip().lower().startswith("javascript:"), node.html
