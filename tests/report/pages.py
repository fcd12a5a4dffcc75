"""Pages taken apart again."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from oit_audit.model import Audit, Language
from oit_audit.report import render
from tests.report import audits

LANGUAGES: tuple[Language, ...] = ("th", "en")
BUILDS = (audits.every_status, audits.all_met, audits.nothing_seen)
CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(audit: Audit, language: Language = "th") -> LexborHTMLParser:
    return LexborHTMLParser(render("html", audit, language))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def item(tree: LexborHTMLParser, id: str) -> LexborNode:
    node = tree.css_first(f"#item-{id}")
    assert node is not None
    return node


def assert_ids_and_links(tree: LexborHTMLParser) -> None:
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("[aria-labelledby]"):
        assert node.attributes["aria-labelledby"] in ids
    for link in tree.css("a"):
        target = link.attributes["href"] or ""
        assert words(link)
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            assert re.match(r"https?://", target)
    first = tree.css_first("body a")
    assert first is not None
    assert first.attributes["href"] == "#main"
