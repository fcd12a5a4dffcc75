"""The filters of the HTML report in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.report import audits
from tests.report.linked import written

SHOWN = "[...document.querySelectorAll('.item')].filter(e => e.offsetParent).map(e => e.id)"


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
