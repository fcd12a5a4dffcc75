"""Strangers' text, made harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.report._clean import MAX_ADDRESS, address, href, plain

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("แผนพัฒนา (พ.ศ. ๒๕๖๖)", "แผนพัฒนา (พ.ศ. ๒๕๖๖)"),
        ("two\n\n lines\t", "two lines"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\label\x1b]8;;\x1b\\", "label"),
        ("\x1bP+q544e\x1b\\x", "x"),
        ("\x1b(Bx\x1bcy", "xy"),
        ("\x1b", ""),
        ("a\x00b\x08c\x7fd\x85e", "abcd e"),
        ("pdf.\u202egpj\u202c.exe", "pdf.gpj.exe"),
        ("\u2066iso\u2069\u200f\u061c", "iso"),
        ("\ufeffmark\ufffe\U0001ffff", "mark"),
        ("half \ud83d pair", "half pair"),
        ("soft\u00adhyphen", "softhyphen"),
        ("คำ\u200bต่อ", "คำ\u200bต่อ"),
        ("no\u00a0break\u2003space", "no break space"),
        ("ก" + "่" * 50 + "า", "ก่่่่า"),
        ("z" + "\u0301" * 50, "z" + "\u0301" * 4),
        ("ที่นั่น น้ำ ก็", "ที่นั่น น้ำ ก็"),
        ("<b>&[bold]", "<b>&[bold]"),
        ("📄 ไฟล์", "📄 ไฟล์"),
    ],
)
def test_what_one_can_see_is_kept_and_the_rest_goes(text: str, kept: str) -> None:
    assert plain(text) == kept


def test_long_text_is_cut_with_a_sign_and_never_between_a_letter_and_its_marks() -> None:
    assert plain("abcdef", 4) == "abc…"
    assert plain("กกที่นี่", 5) == "กกที่"[:2] + "…"
    assert plain("่" * 10, 3) == "…"


@settings(deadline=None)
@given(text=ANYTHING, limit=st.integers(min_value=2, max_value=50))
def test_always_one_line_within_its_length_without_hidden_characters(text: str, limit: int) -> None:
    kept = plain(text, limit)

    assert len(kept) <= limit
    assert kept == kept.strip()
    assert plain(kept, limit) == kept
    hidden = {c for c in kept if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert hidden <= set("\u200b\u200c\u200d")


@pytest.mark.parametrize(
    "url",
    [
        "https://town.example/",
        "http://town.example:8080/a?b=c&d#e",
        "https://town.example/%E0%B9%81%E0%B8%9C%E0%B8%99",
        "https://town.example/แผน",
    ],
)
def test_a_web_address_may_be_clicked(url: str) -> None:
    assert href(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//town.example/",
        "/path",
        "https://",
        "https:///path",
        "https://town.example/a b",
        "https://town.example/\x1b[31m",
        "https://town.example/\u202egpj",
        "https://[town.example/",
        "https://town.example/" + "a" * MAX_ADDRESS,
    ],
)
def test_anything_else_is_only_text(url: str) -> None:
    assert href(url) is None


def test_an_address_is_shown_readable_and_bounded() -> None:
    assert address("https://town.example/%E0%B9%81%E0%B8%9C%E0%B8%99") == "https://town.example/แผน"
    assert address("https://town.example/%FF") == "https://town.example/%FF"
    assert address("https://town.example/%1b%5b31m%e2%80%ae") == "https://town.example/"
    assert len(address("https://town.example/" + "x" * 900)) == 160
