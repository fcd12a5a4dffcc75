"""Scans that may settle an item are recognised, kept beside the visit, and not recognised again."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.extract import EXTRACTORS, Engine, _choose, _recogniser, reader
from oit_audit.model import Audit, Organisation, Snapshot, Status, Sureness, Verdict
from oit_audit.pipeline import assess, visit
from oit_audit.progress import Silent
from oit_audit.report import FORMATS, Reader
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings, OcrSettings
from oit_audit.store import RECOGNISED, check, read_snapshot
from tests.worlds import page, world

SCANS = Path(__file__).parents[1] / "fixtures" / "documents" / "scan"
TODAY = date(2023, 4, 20)
RULES = load_rules("2566", TODAY)
PLAN = "o36"
"""The plan against corruption, in the layout of 2566."""


class Pages(Silent):
    """Counts the pages that were asked for."""

    def __init__(self) -> None:
        self.recognised = 0

    def stage(self, name: str, done: int, total: int) -> None:
        if name == "ocr":
            self.recognised = done
            assert done <= total


def route(name: str, media_type: str) -> dict[str, object]:
    return {"file": name, "type": media_type}


@pytest.fixture
def seen(tmp_path: Path) -> Snapshot:
    """A visit to a town whose plan against corruption is a scan."""
    home = page(
        "เทศบาลตำบลทุ่งจำลอง",
        "<ul><li><a href='/plan.pdf'>แผนปฏิบัติการป้องกันการทุจริต</a></li></ul>",
    )
    site = world(
        tmp_path / "town",
        {"/": home, "/plan.pdf": route("plan.pdf", "application/pdf")},
        status=404,
        text="-",
    )
    (site / "www" / "plan.pdf").write_bytes((SCANS / "skewed.pdf").read_bytes())
    return visited(site, tmp_path / "kept")


def visited(site: Path, directory: Path) -> Snapshot:
    with serve_site(site) as server, reader() as pages:
        settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
        town = Organisation(server.url, "เทศบาลตำบลทุ่งจำลอง")
        return asyncio.run(visit(town, settings, RULES.lexicon, directory, pages=pages))


def verdict(audit: Audit, item: str = PLAN) -> Verdict:
    return next(found for found in audit.verdicts if found.id == item)


def as_json(audit: Audit) -> bytes:
    return next(known for known in FORMATS if known.name == "json").render(audit, Reader("th"))


def without_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OIT_AUDIT_TESSERACT", "/nowhere")


def test_without_an_engine_a_scan_is_unknown(
    seen: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_engine(monkeypatch)
    pages = Pages()

    audit = assess(seen, RULES, TODAY, ocr=OcrSettings(), watcher=pages)

    assert verdict(audit).status is Status.UNKNOWN
    assert "อ่านข้อความในไฟล์ไม่ได้" in verdict(audit).reason.th
    assert pages.recognised == 0
    assert as_json(audit) == as_json(assess(seen, RULES, TODAY))


def test_a_scan_is_read_and_says_that_it_was(seen: Snapshot, engine: Engine) -> None:
    pages = Pages()

    found = verdict(assess(seen, RULES, TODAY, ocr=OcrSettings(), watcher=pages))

    assert found.status in {Status.MET, Status.PARTIAL}
    assert found.confidence is not Sureness.HIGH
    assert found.evidence[0].where == "page 1 (OCR)"
    assert found.evidence[0].fiscal_year == 2566
    assert pages.recognised == 1


def test_what_was_recognised_is_kept_and_needs_no_engine(
    seen: Snapshot, engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = assess(seen, RULES, TODAY, ocr=OcrSettings())
    kept = tmp_path / "kept"
    size = (kept / RECOGNISED).stat().st_size
    without_engine(monkeypatch)

    again = assess(read_snapshot(kept), RULES, TODAY, ocr=OcrSettings())

    assert as_json(again) == as_json(first)
    assert (kept / RECOGNISED).stat().st_size == size
    assert check(kept) == ()
    assert as_json(assess(read_snapshot(kept), RULES, TODAY)) != as_json(first)
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(kept / RECOGNISED)],
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0
    assert b"pass" in checked.stdout


def test_what_is_damaged_is_recognised_again(
    seen: Snapshot, engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = assess(seen, RULES, TODAY, ocr=OcrSettings())
    file = tmp_path / "kept" / RECOGNISED
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    pages = Pages()

    with caplog.at_level(logging.WARNING):
        again = assess(read_snapshot(file.parent), RULES, TODAY, ocr=OcrSettings(), watcher=pages)

    assert "damaged" in caplog.text
    assert as_json(again) == as_json(first)
    assert pages.recognised == 1
    assert as_json(assess(read_snapshot(file.parent), RULES, TODAY, ocr=OcrSettings())) == as_json(
        first
    )


def test_a_spent_budget_is_said(seen: Snapshot, engine: Engine) -> None:
    found = verdict(assess(seen, RULES, TODAY, ocr=OcrSettings(max_pages=0)))

    assert found.status is Status.UNKNOWN
    assert "--max-ocr-pages" in found.reason.th
    assert "--max-ocr-pages" in found.reason.en


def test_a_page_that_is_a_picture_says_what_the_picture_says(
    tmp_path: Path, engine: Engine
) -> None:
    routes: dict[str, str | dict[str, object]] = {
        "/": page("เทศบาลตำบลทุ่งจำลอง", "<a href='/plan'>แผนปฏิบัติการป้องกันการทุจริต</a>"),
        "/plan": page("แผนปฏิบัติการป้องกันการทุจริต", "<p><img src='/plan.jpg'></p>"),
        "/plan.jpg": route("plan.jpg", "image/jpeg"),
    }
    site = world(tmp_path / "town", routes, status=404, text="-")
    (site / "www" / "plan.jpg").write_bytes((SCANS / "faint.jpg").read_bytes())
    snapshot = visited(site, tmp_path / "kept")

    blind = verdict(assess(snapshot, RULES, TODAY))
    found = verdict(assess(snapshot, RULES, TODAY, ocr=OcrSettings()))

    assert blind.status is Status.UNKNOWN
    assert found.status in {Status.MET, Status.PARTIAL}
    assert found.evidence[0].url.endswith("/plan")
    assert "(OCR)" in found.evidence[0].where


@pytest.fixture
def nameless(tmp_path: Path) -> Snapshot:
    """A visit to a town whose plan is a scan behind a link that says nothing."""
    home = page("เทศบาลตำบลทุ่งจำลอง", "<p><a href='/1.pdf'>ดาวน์โหลด</a></p>")
    site = world(
        tmp_path / "town",
        {"/": home, "/1.pdf": route("plan.pdf", "application/pdf")},
        status=404,
        text="-",
    )
    (site / "www" / "plan.pdf").write_bytes((SCANS / "skewed.pdf").read_bytes())
    return visited(site, tmp_path / "kept")


def test_what_may_stand_in_a_scan_that_nothing_names_is_missing_with_doubt(
    nameless: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_engine(monkeypatch)
    found = verdict(assess(nameless, RULES, TODAY, ocr=OcrSettings()))
    assert (found.status, found.confidence) == (Status.MISSING, Sureness.LOW)
    assert "1 scans that no link explains" in found.reason.en


def test_a_scan_that_nothing_names_is_read_where_something_is_missing(
    nameless: Snapshot, engine: Engine
) -> None:
    found = verdict(assess(nameless, RULES, TODAY, ocr=OcrSettings()))
    assert found.status is not Status.MISSING
    assert [evidence.url.rpartition("/")[2] for evidence in found.evidence] == ["1.pdf"]


def test_a_page_that_breaks_the_recognising_costs_itself(
    seen: Snapshot, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ArithmeticError("a picture like no other")

    monkeypatch.setattr(_recogniser, "recognise_page", breaks)
    scan = next(r for r in seen.resources if r.url.endswith(".pdf"))
    page = _recogniser.recognise_member(
        scan, b"x", extractors=EXTRACTORS, address=scan.final_url, number=1, engine=engine
    )
    assert (page.words, page.note) == ((), _choose.BROKEN)


WORDS = "ข้อมูลทั่วไปของเทศบาลตำบลทุ่งจำลองสำหรับผู้มาติดต่อราชการ " * 8


@pytest.mark.parametrize(
    "panel",
    ["{}", f"<p>{WORDS}</p><a data-toggle=tab href='#c'>โครงสร้าง</a><div id=c>{{}}</div>"],
    ids=["alone", "in a part of a page with words"],
)
def test_an_organisation_chart_that_is_a_picture_is_read(
    tmp_path: Path, engine: Engine, panel: str
) -> None:
    routes: dict[str, str | dict[str, object]] = {
        "/": page("เทศบาลตำบลทุ่งจำลอง", "<a href='/chart'>โครงสร้างหน่วยงาน</a>"),
        "/chart": page(
            "โครงสร้างหน่วยงาน", panel.format("<p><img src='/chart.png' width='1400'></p>")
        ),
        "/chart.png": route("chart.png", "image/png"),
    }
    site = world(tmp_path / "town", routes, status=404, text="-")
    (site / "www" / "chart.png").write_bytes((SCANS / "chart.png").read_bytes())
    snapshot = visited(site, tmp_path / "kept")

    blind = verdict(assess(snapshot, RULES, TODAY), "o1")
    found = verdict(assess(snapshot, RULES, TODAY, ocr=OcrSettings()), "o1")

    assert blind.status is Status.UNKNOWN
    assert (found.status, found.confidence) != (Status.MET, Sureness.HIGH)
    assert found.status is Status.MET
