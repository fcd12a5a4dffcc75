"""Forms that a visitor can fill in, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_audit.checks._reading import Hit, read
from oit_audit.model import Document, Form, Region
from oit_audit.thai import fold

_NOT_FILLED = frozenset({"hidden", "submit", "button", "image", "reset", "search"})
_SEARCH = re.compile(r"ค้นหา|search|\bq\b|keyword", re.IGNORECASE)


def fillable(document: Document) -> Iterator[tuple[Form, str]]:
    """Yield the forms of the page's own content that take a visitor's words, with their words.

    No search box, no login. The words are labels and buttons.
    """
    for form in document.forms:
        fields = [field for field in form.fields if field.kind not in _NOT_FILLED]
        words = " ".join((*(field.label for field in fields), *form.buttons))
        is_login = any(field.kind == "password" for field in fields)
        is_search = len(fields) <= 1 and (not fields or fields[0].kind != "textarea")
        if form.region is not Region.MAIN or is_login or is_search:
            continue
        if len(fields) == 2 and _SEARCH.search(words):
            continue
        yield form, words


def form_about(document: Document, about: re.Pattern[str]) -> Hit | None:
    """Return a form whose words, or else whose page's title and headings, match `about`, folded."""
    heads = fold(" ".join(line.text for line in read(document, headings=True).lines))
    for form, words in fillable(document):
        if about.search(fold(words)) or about.search(heads):
            return Hit(document, form.where, words or document.title or form.action)
    return None
