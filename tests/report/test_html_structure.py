"""How the page is built: sound, accessible, readable."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from oit_audit.model import Language, Text
from tests.report import audits
from tests.report.pages import BUILDS, CSP, LANGUAGES, assert_ids_and_links, item, page, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("build", BUILDS)
def test_the_page_is_accessible_and_sound(build: object, language: Language) -> None:
    assert callable(build)
    assert_sound(page(build(), language), language)


def assert_sound(tree: LexborHTMLParser, language: Language) -> None:
    root = tree.root
    assert root is not None
    assert root.attributes["lang"] == language
    meta = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert meta is not None
    assert meta.attributes["content"] == CSP
    assert len(tree.css("title")) == len(tree.css("main")) == len(tree.css("h1")) == 1
    assert_ids_and_links(tree)
    assert_headings(tree)
    assert_tables(tree)
    for svg in tree.css("svg"):
        assert svg.attributes.get("aria-hidden") == "true" or svg.attributes.get("aria-label")
    for status in tree.css(".status, .outcome"):
        assert words(status)
        assert status.css_first("svg") is not None
    for details in tree.css("details"):
        assert details.child is not None
        first = next(child for child in details.iter() if child.tag != "-text")
        assert first.tag == "summary"
        assert words(first)


def assert_headings(tree: LexborHTMLParser) -> None:
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6") if node.tag]
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1
    assert all(words(node) for node in tree.css("h1, h2, h3, h4"))


def assert_tables(tree: LexborHTMLParser) -> None:
    for table in tree.css("table"):
        assert words(table.css_first("caption"))
        assert all(node.attributes["scope"] in ("row", "col") for node in table.css("th"))
        if table.attributes.get("role") == "table":
            assert all("role" in node.attributes for node in table.css("tr, td, th"))


STATUSES = ("met", "partial", "stale", "missing", "unknown", "not_applicable")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_is_readable(scheme: str) -> None:
    style = words(page(audits.all_met()).css_first("style"))
    light, dark = re.findall(r":root {([^}]*)}", style)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light if scheme == "light" else dark))

    backs = ("paper", "ground", "tint")
    pairs = [(text, back) for text in ("ink", "soft", "link", "brand") for back in backs]
    pairs += [(name, back) for name in STATUSES for back in (f"{name}-back", "paper")]
    for text, back in pairs:
        assert contrast(colours[text], colours[back]) >= 4.5, (text, back)
    for mark in ("focus", "edge"):
        assert contrast(colours[mark], colours["paper"]) >= 3
    assert contrast(colours["got"], colours["rest"]) >= 3
    assert contrast(colours["got"], colours["maybe"]) >= 2
    assert contrast(colours["warn"], colours["warn-back"]) >= 7
    assert contrast(colours["warn-line"], colours["warn-back"]) >= 3


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_style_knows_thai_fonts_paper_and_small_screens() -> None:
    style = words(page(audits.all_met()).css_first("style"))

    for part in ("Sarabun", "Leelawadee UI", "Thonburi", "@page", "@media print", "focus-visible"):
        assert part in style
    assert "url(" not in style
    assert "@import" not in style


def test_what_older_browsers_cannot_filter_they_show_whole() -> None:
    style = words(page(audits.every_status()).css_first("style"))

    before, after = style.split("@supports selector(:has(*))", 1)
    assert ".filters, .filtered, .no-match { display: none; }" in before
    assert ".filters { display: block; }" in after
    assert not re.search(r"\.item[^{}]*{[^}]*display: none", before)
    assert before.rstrip().endswith("@media screen {")


def test_one_item_is_nothing_to_choose_from() -> None:
    tree = page(audits.all_met())

    assert tree.css("input") == []
    assert ":has(#" not in words(tree.css_first("style"))


def test_every_status_and_unit_can_be_chosen_with_its_count() -> None:
    tree = page(audits.every_status())

    labels = [words(label) for label in tree.css(".filters label")]
    assert labels[:3] == ["ทุกผล (7)", "ผ่าน (1)", "ไม่ครบ (2)"]
    assert "กองคลัง (1)" in labels
    assert labels[-1] == "ไม่ได้ระบุหน่วยงาน (1)"
    ids = {field.attributes["id"] for field in tree.css(".filters input")}
    assert {label.attributes["for"] for label in tree.css(".filters label")} == ids
    for fieldset in tree.css("fieldset"):
        assert words(fieldset.css_first("legend"))
        assert len(fieldset.css("input[checked]")) == 1


def test_paper_shows_the_address_of_every_link() -> None:
    tree = page(audits.every_status())

    links = [link for link in tree.css("main a") if (link.attributes["href"] or "")[0] != "#"]
    assert len(links) > 10
    for link in links:
        node = link
        while node.parent is not None and node.tag not in ("article", "li", "section"):
            node = node.parent
        shown = {words(each) for each in node.css(".address, a")}
        assert unquote(link.attributes["href"] or "") in {unquote(each) for each in shown}


def test_a_sentence_of_the_other_language_is_marked_as_such() -> None:
    audit = audits.every_status()
    thai = replace(audit.verdicts[1], reason=Text("ขาดรูปถ่าย", ""), remedy=Text("", "Add photos"))
    audit = replace(audit, verdicts=(thai,))

    reason = item(page(audit, "en"), "o2").css_first(".reason [lang=th]")
    assert words(reason) == "ขาดรูปถ่าย"
    remedy = item(page(audit, "th"), "o2").css_first(".todo [lang=en]")
    assert words(remedy) == "Add photos"
    assert item(page(audit, "th"), "o2").css(".reason [lang]") == []


def test_thai_is_neither_spaced_out_nor_moved() -> None:
    style = words(page(audits.every_status()).css_first("style"))

    assert not re.search("letter-spacing|text-transform|transition|animation|justify;", style)
