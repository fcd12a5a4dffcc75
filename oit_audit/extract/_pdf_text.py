"""The words of a PDF, page by page: what is drawn, what forms and notes hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from oit_audit.extract._mended import mended
from oit_audit.extract._pdf_links import LinkReader
from oit_audit.extract._pdf_marks import settled
from oit_audit.extract._pdf_notes import notes

MAX_PAGE_TEXT = 200_000
"""Characters of one page."""

_SAMPLES = 8
"""Characters of a page that are asked how they are drawn and what they stand for."""

_ASKED_PAGES = 10
_ADDRESSES = ("http", "www.", "HTTP", "WWW.")


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says."""

    text: str = ""
    notes: tuple[str, ...] = ()
    """Values of form fields, and text that was put on top of the page."""

    asked: int = 0
    """Characters that were asked."""

    hidden: int = 0
    """Of these, how many are invisible: the text that a machine recognised in a picture."""

    nameless: int = 0
    """Of these, how many have fonts that do not say which letters they show."""


def pages(paper: Any, count: int, links: LinkReader) -> Iterator[Page]:  # the library has no types
    """Give what each page says, and let `links` see it; an empty one for a broken page."""
    has_form = paper.formenv is not None
    for number in range(count):
        try:
            with closing(paper[number]) as page, closing(page.get_textpage()) as text:
                yield _page(page, text, links, ask=number < _ASKED_PAGES, has_form=has_form)
        except pypdfium2.PdfiumError:
            yield Page()


def _page(page: Any, text: Any, links: LinkReader, *, ask: bool, has_form: bool) -> Page:
    size = min(text.count_chars(), MAX_PAGE_TEXT)
    said = text.get_text_range(0, size) if size > 0 else ""
    links.annotated(page, text)
    if any(start in said for start in _ADDRESSES):
        links.written(text, said)
    asked, hidden, nameless = _asked(text, size) if ask else (0, 0, 0)
    extra = tuple(map(mended, notes(page, has_form=has_form)))
    return Page(mended(settled(text, said)), extra, asked, hidden, nameless)


def _asked(text: Any, size: int) -> tuple[int, int, int]:
    """Ask some characters of a page how they are drawn and whether their letter is known."""
    asked = hidden = nameless = 0
    for index in range(0, size, max(1, size // _SAMPLES)):
        thing = raw.FPDFText_GetTextObject(text, index)
        if not thing:
            continue
        asked += 1
        hidden += raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        nameless += raw.FPDFText_HasUnicodeMapError(text, index) == 1
    return asked, hidden, nameless
