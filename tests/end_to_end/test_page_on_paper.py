"""The HTML report printed by a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from oit_audit.model import Completion, Organisation
from tests.report import audits
from tests.report.linked import written


def paper(page: Page) -> list[str]:
    """Return the text of each sheet, spaces left out."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        return [
            "".join(document[n].get_textpage().get_text_range().split())
            for n in range(len(document))
        ]


def test_paper_shows_what_is_folded_and_what_is_filtered_away(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status(), "en"))
    page.check("#status-stale")

    sheets = paper(page)
    text = "".join(sheets)

    for part in ("anewsitem,nottheexecutives", "Annualspendingplan", "gallery/3", "Career"):
        assert part in text, part
    assert "Showbyresult" not in text
    assert "NothingSkipto" not in text


def test_each_sheet_says_whose_when_which_and_that_it_is_an_estimate(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status(), "en"))

    sheets = paper(page)

    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, 1):
        assert f"Page{number}of{len(sheets)}" in sheet
        assert "notbytheNACC" in sheet
        assert "21November2026" in sheet


def test_the_overview_is_one_sheet_to_hand_out(context: BrowserContext, tmp_path: Path) -> None:
    audit = audits.every_status()
    tame = tuple(verdict for verdict in audit.verdicts if verdict.id != "o12")
    reach = replace(audit.reach, completion=Completion.FULL, reason=None)
    page = context.new_page()
    page.goto(written(tmp_path, replace(audit, verdicts=tame, reach=reach), "en"))

    sheets = paper(page)

    assert "1of5itemsmet" in sheets[0]
    assert "Leftoutofthescore" in sheets[0]
    assert "Scorebyindicator" not in sheets[0]
    assert "Scorebyindicator" in sheets[1]


@pytest.mark.parametrize("name", ['x"; } </style><script>alert(1)</script>', "\\", "a\nb"])
def test_a_hostile_name_stays_a_name_at_the_edge_of_the_paper(
    context: BrowserContext, tmp_path: Path, name: str
) -> None:
    audit = audits.every_status()
    page = context.new_page()
    page.goto(written(tmp_path, replace(audit, organisation=Organisation(audits.HOME, name))))

    sheets = paper(page)

    assert "".join(name.split()) in sheets[1]
    assert "oit-audit" in sheets[1]


def test_a_dark_screen_prints_on_white(browser: Browser, tmp_path: Path) -> None:
    address = written(tmp_path, audits.every_status())
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media="print", color_scheme="dark")

        ink = page.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(28, 39, 51)"
