"""A page is made such that a parser takes it in good time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from oit_audit.crawl import pages
from oit_audit.markup import MAX_OPTIONS, tamed

ROW = "<tr><td><font size=2><b>ปี<a href='/plan.pdf'>แผน</a><td><span>ก<p>ข"


def words(html: str) -> list[str]:
    body = LexborHTMLParser(html).body
    return body.text(separator=" ").split() if body else []


@pytest.mark.parametrize(
    "html",
    [
        "<p>แผน</p>",
        f"<table>{ROW * 100}</table>",
        "<div><section><b>ก</b></section></div>" * 5_000,
        "<ul><li>ก<ul><li>ข</ul></ul>" * 5_000,
        "<h2>ก</div></font></h2>" * 5_000,
    ],
)
def test_a_page_that_is_only_careless_or_long_stays_as_it_is(html: str) -> None:
    assert tamed(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<div>ก" * 60_000,
        "<DIV>ก" * 60_000,
        "<x-card>ก" * 60_000,
        "<b>" * 5_000 + "<div>ก</div>" * 60_000,
        "<p>" + "".join(f"<font id=f{n}>" for n in range(3_000)) + "<p>ก" * 30_000,
        "<select>" + "<option>ก" * 60_000,
        "<ul><li>ก" * 60_000,
    ],
    ids=["deep", "upper", "named", "phrases", "again", "options", "lists"],
)
def test_a_page_that_is_meant_ill_takes_no_more_than_its_share_of_time(html: str) -> None:
    began = time.process_time()
    assert "ก" in words(tamed(html))
    pages.glance(html.encode())
    assert time.process_time() - began < 8


def test_what_lies_too_deep_keeps_its_text_and_its_links() -> None:
    html = "<div title=x><a href=/a>ก</a>" * 20_000
    found = LexborHTMLParser(tamed(html)).css("a[href]")
    assert len(found) == len(words(html)) == 20_000


def test_what_ends_below_the_bound_ends_nothing_above_it() -> None:
    inner = "<div>" * 9_000 + "</div>" * 9_000
    tree = LexborHTMLParser(tamed(f"<main>{inner}<i>ก</i></main>"))
    assert tree.css_first("main > i") is not None


def test_a_list_box_keeps_its_first_entries() -> None:
    found = LexborHTMLParser(tamed("<select>" + "<option>ก" * 30_000)).css("option")
    assert len(found) == MAX_OPTIONS


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["<div>", "</div>", "<b>", "</b>", "<p>", "ก", "<ſ>", "<K>"])))
def test_no_markup_is_too_odd(parts: list[str]) -> None:
    assert tamed("".join([" ๙ ", *parts]) * 3_000).count("๙") == 3_000
