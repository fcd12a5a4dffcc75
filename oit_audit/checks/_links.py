"""Links of a page as ways of the website: what they say, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from oit_audit.checks._reading import Hit
from oit_audit.checks._words import any_of
from oit_audit.model import Document, Link, Media, readable
from oit_audit.thai import fold

FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|rar|jpe?g|png)(?:[?#]|$)", re.IGNORECASE)
"""An address of a file to download."""

SURVEY = re.compile(any_of("แบบสอบถาม", "ความพึงพอใจ", "แบบวัด", "แบบประเมิน", "แบบสำรวจ", "survey"))
"""A survey, which is no way to apply or to report."""


def first_link(document: Document, *tests: Callable[[Link], bool]) -> Hit | None:
    """Return the first link that passes a test; what a paper refers to is no way of the website."""
    if document.media is not Media.WEBPAGE:
        return None
    for test in tests:
        for link in document.links:
            if link.url and test(link):
                return Hit(document, "link", link.text or readable(link.url))
    return None


def says(link: Link) -> str:
    """Return what a link says itself, folded."""
    return fold(f"{link.text} {link.title}")


def context_of(link: Link) -> str:
    """Return what a link and everything around it say, folded."""
    return fold(" ".join((link.text, link.title, link.row, *link.context)))
