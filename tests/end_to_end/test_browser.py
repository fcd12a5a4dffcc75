"""The HTML report in a real browser: Thai is drawn, and nothing is loaded, run or refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from oit_audit.model import Language
from oit_audit.report import render
from tests.report.audits import every_status


def printed(browser: str, page: Path) -> tuple[str, list[str]]:
    """Return the text of the page on paper, spaces left out, and what the console said."""
    paper = page.with_suffix(".pdf")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    place = f"--user-data-dir={page.parent / 'profile'}"
    wanted = ("--enable-logging=stderr", "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    command = [browser, *quiet, place, *wanted, page.as_uri()]
    ended = subprocess.run(command, capture_output=True, check=True, timeout=90)
    console = [line for line in ended.stderr.decode().splitlines() if "CONSOLE" in line]
    with pypdfium2.PdfDocument(paper) as document:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return "".join("".join(pages).split()), console


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ["รายงานผลการตรวจ", "สิ่งที่ควรแก้ไขก่อน", "เทศบาลตำบลบ้านสวนหมอก"]),
        ("en", ["Fixthesefirst", "เทศบาลตำบลบ้านสวนหมอก"]),
    ],
)
def test_a_browser_draws_the_report_and_has_nothing_to_complain_of(
    chromium: str, tmp_path: Path, language: Language, words: list[str]
) -> None:
    page = tmp_path / "report.html"
    page.write_bytes(render("html", every_status(), language))

    text, console = printed(chromium, page)

    assert console == []
    assert [word for word in words if word not in text] == []


def test_a_page_that_loads_something_would_be_noticed(chromium: str, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    written = render("html", every_status(), "th").decode()
    spoilt = written.replace("</body>", "<script>alert(1)</script><img src='/x.png'></body>")
    page.write_text(spoilt, encoding="utf-8")

    _, console = printed(chromium, page)

    assert len([line for line in console if "violates" in line]) == 2
