"""A second parser reads the same pages: what it sees, our reading has as well."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from oit_audit.extract import extract
from oit_audit.extract.charset import decode
from oit_audit.model import Document, Resource
from oit_audit.thai import fold

SITES = Path(__file__).parents[2] / "fixtures" / "sites"
_UNSEEN = ("script", "style", "template", "title", "noscript", "option", "head", "frameset")


def pages() -> list[Path]:
    found: list[Path] = []
    for home in sorted(SITES.iterdir()):
        routes = json.loads((home / "site.json").read_text(encoding="utf-8"))["routes"]
        names = [r["file"] for r in routes.values() if "html" in r.get("type", "")]
        found += [home / "www" / name for name in sorted(set(names))][:12]
    return found


def read(path: Path) -> Document:
    body = path.read_bytes()
    url, at = "http://127.0.0.1/page", datetime(2023, 4, 20, tzinfo=UTC)
    return extract(Resource(url, url, 200, "text/html", None, at, "0" * 64, len(body)), body)


def words(document: Document) -> str:
    said = [block.text for block in document.blocks]
    said += [cell for table in document.tables for row in table.rows for cell in row]
    said += [table.caption for table in document.tables]
    said += [link.text for link in document.links]
    said += [label for form in document.forms for label in form.buttons]
    said += [field.label for form in document.forms for field in form.fields]
    said += [section.label for section in document.sections]
    return fold(" ".join(said))


@pytest.mark.parametrize("path", pages(), ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_line_a_person_sees_is_in_the_document(path: Path) -> None:
    soup = BeautifulSoup(decode(path.read_bytes(), None), "lxml")
    for unseen in soup(list(_UNSEEN)):
        unseen.decompose()
    ours = words(read(path))
    lines = [fold(text) for text in soup.stripped_strings]
    lost = [line for line in lines if line and line not in ours]
    assert not lost


@pytest.mark.parametrize("path", pages(), ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_address_that_opens_is_among_the_links(path: Path) -> None:
    soup = BeautifulSoup(decode(path.read_bytes(), None), "lxml")
    named = [str(anchor["href"]) for anchor in soup.find_all("a", href=True)]
    opens = {href for href in named if href.startswith("/") and len(href) > 1 and "#" not in href}
    assert len({link.url for link in read(path).links}) >= len(opens)
