"""A PDF: the lines of its text layer, page by page."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2

from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, Extractor, blank, folded
from oit_audit.extract._legible import judge, mended
from oit_audit.model import Block, Document, Legibility, Media, Resource

MAX_PAGES = 300
MAX_PAGE_TEXT = 200_000
"""Characters of one page."""

_LOCK = threading.Lock()
"""PDFium must not be entered twice at once."""

_NO_TITLE = re.compile(
    r"(?:microsoft|untitled|document\d*$|presentation|slide|scan|book\d|พิมพ์|img|image|doc\d|\d+$)|.*\.(?:docx?|xlsx?|pptx?|pdf|indd|cdr|ai|jpe?g|tmp|html?)$",
    re.IGNORECASE,
)


def read(resource: Resource, body: bytes) -> Document:
    """Return the text of a PDF; a locked or broken one says so."""
    with _LOCK:
        try:
            opened = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError as error:
            return blank(resource, Media.PDF, media_type="application/pdf", note=_why(error))
        with closing(opened) as paper:
            count = len(paper)
            pages = [mended(text) for text in _texts(paper, min(count, MAX_PAGES))]
            title = _title(paper)
    blocks = [
        Block(text[start : start + MAX_BLOCK_TEXT], f"page {number}")
        for number, page in enumerate(pages, 1)
        for line in page.splitlines()
        if (text := folded(line))
        for start in range(0, len(text), MAX_BLOCK_TEXT)
    ]
    legibility, note = judge(pages)
    if legibility is Legibility.GOOD and (count > MAX_PAGES or len(blocks) > MAX_BLOCKS):
        legibility, note = (
            Legibility.POOR,
            f"only the first {len(pages)} of {count} pages were read",
        )
    return replace(
        blank(resource, Media.PDF, media_type="application/pdf", pages=max(1, count)),
        title=title,
        blocks=tuple(blocks[:MAX_BLOCKS]),
        legibility=legibility,
        legibility_note=note,
    )


def _why(error: Exception) -> str:
    if "password" in str(error).lower():
        return "the PDF is locked with a password"
    return "the PDF is damaged"


def _texts(paper: Any, count: int) -> Iterator[str]:  # the library has no types
    """Give the text of each page; empty for a page that cannot be opened."""
    for number in range(count):
        try:
            with closing(paper[number]) as page, closing(page.get_textpage()) as text:
                size = min(text.count_chars(), MAX_PAGE_TEXT)
                yield text.get_text_range(0, size) if size > 0 else ""
        except pypdfium2.PdfiumError:
            yield ""


def _title(paper: Any) -> str:  # the library has no types
    """Return the title property when a person wrote it."""
    title = mended(folded(paper.get_metadata_value("Title") or ""))[:300]
    if len(title) < 4 or "\ufffd" in title or not title.isprintable() or _NO_TITLE.match(title):
        return ""
    return title


EXTRACTOR = Extractor(Media.PDF, ("application/pdf", "application/x-pdf"), (".pdf",), read)
