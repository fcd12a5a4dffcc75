"""A website that is one script and an empty element, scanned with the real command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from oit_audit.serve import serve_site
from oit_audit.serve.static import SiteServer
from tests.end_to_end.conftest import ROOT, Command

WEBAPP = ROOT / "fixtures" / "webapp"
YEAR = ("--year", "2566", "--today", "2023-05-02")
DELAY = 0.2


@pytest.fixture
def app() -> Iterator[SiteServer]:
    with serve_site(WEBAPP) as server:
        yield server


def items(audit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in audit["items"]}


@pytest.fixture
def without_playwright(place: Path) -> str:
    """A folder for PYTHONPATH in which playwright cannot be imported."""
    broken = place / "broken" / "playwright"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('not on this machine')\n")
    return f"{broken.parent}:{ROOT}"


def test_what_scripts_show_is_judged_and_kept_and_judged_again_without_a_browser(
    command: Command, app: SiteServer, place: Path, drawing: str, without_playwright: str
) -> None:
    outputs = [("-o", f"json={name}.json", "-o", f"html={name}.html") for name in "ab"]
    visit = ("--allow-private", "--delay", str(DELAY), "--save", "kept")
    first = command("scan", app.url, *YEAR, *visit, *outputs[0], OIT_AUDIT_BROWSER=drawing)
    again = command(
        "scan", "--from", "kept", *YEAR, *outputs[1],
        PYTHONPATH=without_playwright, OIT_AUDIT_BROWSER="/nowhere",
    )  # fmt: skip

    assert (first.code, again.code) == (0, 0)
    for suffix in ("json", "html"):
        assert (place / f"a.{suffix}").read_bytes() == (place / f"b.{suffix}").read_bytes()
    audit = json.loads((place / "a.json").read_text(encoding="utf-8"))
    assert audit["reach"]["completion"] == "full"
    found = items(audit)
    for item, path, words in (
        ("o2", "executives", "นายผดุง สายชล"),
        ("o3", "duty", "พระราชบัญญัติเทศบาล พ.ศ. 2496"),
        ("o5", "contact", "เลขที่ 55 หมู่ที่ 2"),
        ("o20", "purchase", "วันที่"),
    ):
        assert found[item]["status"] == "met"
        best = found[item]["evidence"][0]
        assert best["url"] == app.url + path
        assert words in best["quote"]
    assert found["o8"]["status"] == "missing"
    assert [finding["id"] for finding in audit["site_findings"]] == ["needs_browser"]
    _well_behaved(app)


def _well_behaved(app: SiteServer) -> None:
    """The server's own log: nothing forbidden, nothing sent, no pictures, no haste."""
    asked = [request.path for request in app.requests]
    assert {request.method for request in app.requests} == {"GET"}
    assert not [path for path in asked if path.startswith(("/private/", "/img/"))]
    assert "/counter" not in asked
    assert "/worker.js" not in asked
    assert "/assets/site.css" not in asked
    assert asked.count("/assets/app.js") == 1
    assert all(request.user_agent.startswith("oit-audit/") for request in app.requests)
    gaps = [(b.at - a.at).total_seconds() for a, b in pairwise(app.requests)]
    assert min(gaps) > DELAY / 2  # on the wire; the first one waits for its connection
    assert sum(gaps) > DELAY * len(gaps) * 0.95


@pytest.mark.parametrize("how", ["switched off", "no library", "no program"])
def test_without_a_browser_everything_is_unknown_and_nothing_missing(
    command: Command, app: SiteServer, place: Path, without_playwright: str, how: str
) -> None:
    visit = ("--allow-private", "--delay", "0", "-o", "json=-")
    options = ["--no-browser"] if how == "switched off" else []
    environment = {"OIT_AUDIT_BROWSER": "/nowhere/chromium"} if how == "no program" else {}
    if how == "no library":
        environment["PYTHONPATH"] = without_playwright
        environment["OIT_AUDIT_BROWSER"] = __file__
    ended = command("scan", app.url, *YEAR, *visit, *options, **environment)

    audit = json.loads(ended.out)
    assert ended.code == 3
    assert ended.complaints == ["oit-audit: ตรวจไม่ครบ · incomplete: pages need a browser"]
    assert {item["status"] for item in audit["items"]} == {"unknown"}
    assert audit["reach"]["completion"] == "none"
    assert [(s["url"], s["reason"]) for s in audit["reach"]["skipped"]] == [
        (app.url, "needs_browser")
    ]
    assert audit["site_findings"][0]["id"] == "needs_browser"


def test_when_few_pages_may_be_drawn_the_rest_is_unknown(
    command: Command, app: SiteServer, drawing: str
) -> None:
    visit = ("--allow-private", "--delay", "0", "-o", "json=-", "--max-rendered", "3")
    ended = command("scan", app.url, *YEAR, *visit, OIT_AUDIT_BROWSER=drawing)

    audit = json.loads(ended.out)
    assert ended.code == 3
    assert audit["reach"]["completion"] == "partly"
    assert "missing" not in {item["status"] for item in audit["items"]}
    assert "needs_browser" in {skip["reason"] for skip in audit["reach"]["skipped"]}
