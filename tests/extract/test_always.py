# ruff: noqa: E501 - a page or file is easier to read on one line
"""What holds for any bytes and any page, and for the sample sites when they are there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oit_audit.extract import extract, read_links
from oit_audit.model import Document, Legibility, Media, Resource

Send = Callable[..., Resource]
SITES = Path(__file__).parents[3] / "shared" / "sites"
HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"<?xml",
]
TAGS = ["div", "p", "table", "tr", "td", "th", "ul", "li", "h2", "a", "b", "button", "form", "input", "nav", "details",
        "summary", "select", "option", "section", "img", "br", "dl", "dt", "dd", "footer", "fieldset", "legend"]  # fmt: skip
ATTRIBUTES = ["", " id=a", " class=card", " class=accordion", " class=panel", " href=#a", " href=/x", " href=#", " colspan=3",
              " rowspan=9", " data-toggle=collapse data-target=#a", " onclick=\"open('/y')\"", " class=dropdown-menu",
              " src=p.jpg", " form=a", " aria-expanded=true", " class='card-header'"]  # fmt: skip
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(["แผน", " ", "o12 ", "ข่าว\n", "&#3585;", "<!--", "-->"]),
)
quick = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def holds(document: Document) -> None:
    """Check what every document promises."""
    count = len(document.sections)
    assert all(0 <= part.parent < at for at, part in enumerate(document.sections) if at)
    sections = [
        *(part.section for part in document.blocks),
        *(part.section for part in document.tables),
        *(part.section for part in document.links),
        *(part.section for part in document.pictures),
        *(part.section for part in document.forms),
    ]
    assert all(0 <= section < count for section in sections)
    assert all(block.text == " ".join(block.text.split()) != "" for block in document.blocks)
    assert all(len({len(row) for row in table.rows}) == 1 for table in document.tables)
    assert all(len(link.row) <= 300 and len(link.text) <= 300 for link in document.links)
    assert (document.legibility is Legibility.GOOD) == (document.legibility_note == "")


@quick
@given(
    st.sampled_from(HEADS),
    st.binary(max_size=400),
    st.sampled_from(["", "text/html", "application/pdf", "text/csv"]),
)
def test_no_bytes_break_the_reading(send: Send, head: bytes, tail: bytes, said: str) -> None:
    holds(extract(send(media_type=said), head + tail))


@quick
@given(st.lists(pieces, max_size=60))
def test_any_page_keeps_the_promises_and_reads_the_same_twice(send: Send, parts: list[str]) -> None:
    body = ("<!doctype html>" + "".join(parts)).encode()
    document = extract(send(), body)
    holds(document)
    assert document.media is Media.WEBPAGE
    assert extract(send(), body) == document
    assert read_links(send(), body) == document.links


@quick
@given(
    st.lists(st.sampled_from(["ก", "ข", "ค", "ง"]), min_size=1, max_size=8),
    st.sampled_from(["div", "p", "li", "section", "td"]),
)
def test_every_word_of_a_page_is_read_exactly_once(send: Send, words: list[str], tag: str) -> None:
    inner = "".join(f"<{tag}>{word}{at}</{tag}>" for at, word in enumerate(words))
    document = extract(send(), f"<!doctype html><table><tr>{inner}</tr></table>".encode())
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    shown = " ".join([*(block.text for block in document.blocks), *cells])
    assert all(shown.count(f"{word}{at}") == 1 for at, word in enumerate(words))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000,
        "<ul><li><a href=/x>ก</a>" * 6_000,
        "<table><tr><td>" * 3_000,
        "<a href=#p>ก</a>" * 20_000,
        "<h2 id=x>ก</h2>" * 15_000,
        "<p><b>ก</b></p><a href=/x>ข</a>" * 8_000,
        "<div class=card><img src=a.jpg>" * 5_000,
        "<form><input><button>ก</button>" * 8_000,
        "<button aria-expanded=true>ก</button><div class=panel>" * 5_000,
        "<table>" + "<tr><td rowspan=60000 colspan=100>ก<td>ข" * 1_500,
        "<span onclick=\"" + "open(" * 20_000 + "\">",
    ],
    ids=["deep", "lists", "tables", "anchors", "headings", "bold", "cards", "forms", "panels", "spans", "script"],
)  # fmt: skip
def test_no_page_takes_more_than_its_share_of_time(send: Send, html: str) -> None:
    began = time.process_time()
    holds(extract(send(), f"<!doctype html>{html}".encode()))
    assert time.process_time() - began < 8


def sample_pages() -> list[tuple[str, str, Path]]:
    found: list[tuple[str, str, Path]] = []
    for site in sorted(SITES.glob("d*/site.json")):
        routes = json.loads(site.read_text(encoding="utf-8"))["routes"]
        for path, route in routes.items():
            if "file" in route:
                found.append(
                    (path, route["type"].partition(";")[0], site.parent / "www" / route["file"])
                )
    return found


@pytest.mark.skipif(not SITES.is_dir(), reason="the sample sites in ../shared are not here")
def test_the_sample_sites_are_read_whole(send: Send) -> None:
    for path, media_type, file in sample_pages():
        document = extract(
            send(url=f"http://town.test{path}", media_type=media_type), file.read_bytes()
        )
        holds(document)
        if document.media in {Media.WEBPAGE, Media.PDF, Media.WORD, Media.SPREADSHEET}:
            assert document.legibility is Legibility.GOOD, path
