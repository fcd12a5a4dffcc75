"""Strangers cannot change the page."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from selectolax.lexbor import LexborHTMLParser

from oit_audit.model import Audit
from oit_audit.report._clean import plain
from oit_audit.report._say import said
from oit_audit.report.html import _environment
from tests.report import audits, splash
from tests.report.pages import assert_ids_and_links, item, page, words


def assert_tame(tree: LexborHTMLParser) -> None:
    banned = "script, iframe, object, embed, form, base, link, img, frame, video, audio"
    assert tree.css(banned) == []
    for field in tree.css("input"):
        assert field.attributes["type"] == "radio"
        assert re.fullmatch(r"(status|unit)-(all|u\d+|[a-z_]+)", field.attributes["id"] or "")
    assert len(tree.css("style")) == 1
    assert tree.css('meta[http-equiv="refresh"]') == []
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), name
            assert name not in ("style", "srcdoc", "src", "formaction")
            if name in ("href", "xlink:href"):
                assert re.match(r"https?://|#", value or ""), value


def test_hostile_text_stays_text() -> None:
    tree = page(audits.every_status())

    assert_tame(tree)
    assert words(item(tree, "o12").css_first("h4")) == f"o12 {plain(audits.HOSTILE, 240)}"
    assert "\u202e" not in tree.html  # type: ignore[operator]  # a page has its text
    assert "\x1b" not in tree.html  # type: ignore[operator]


def test_addresses_that_are_no_web_addresses_are_shown_but_cannot_be_clicked() -> None:
    card = item(page(audits.every_status()), "o12")

    assert "javascript:alert(document.domain)" in words(card)
    assert [link.attributes["href"] for link in card.css("a")] == [
        "https://www.baansuanmok.example/%22%3E%3Cscript%3Ealert(3)%3C/script%3E"
    ]


@pytest.mark.parametrize("value", [None, date(2026, 11, 21)])
def test_a_template_that_prints_a_bare_value_is_a_bug_that_shows(value: object) -> None:
    with pytest.raises(TypeError, match="bare"):
        _environment("th").from_string("{{ value }}").render(value=value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_page(audit: Audit) -> None:
    tree = page(audit)

    assert_tame(tree)
    assert_ids_and_links(tree)
    for verdict in audit.verdicts:
        title = plain(said(verdict.title, "th"), 240)
        heading = item(tree, verdict.id).css_first("h4")
        assert words(heading) == " ".join(f"{verdict.id} {title}".split())
        if verdict.evidence and verdict.evidence[0].quote.strip():
            quote = item(tree, verdict.id).css_first(".shown blockquote")
            assert words(quote) == " ".join(plain(verdict.evidence[0].quote, 500).split())
