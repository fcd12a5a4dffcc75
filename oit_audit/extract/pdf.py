"""A PDF: the lines of its text layer, page by page, its links, and the files that lie in it."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2
from pypdfium2 import raw

from oit_audit.extract import _pdf_files, _pdf_links, _pdf_text
from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, Extractor, blank, folded
from oit_audit.extract._legible import judge, judge_nameless, judge_recognised
from oit_audit.extract._mended import mended
from oit_audit.extract._pdf_lock import LOCK
from oit_audit.extract._pdf_text import Page
from oit_audit.model import Block, Document, Legibility, Link, Media, Resource

MAX_PAGES = 300
_MOSTLY = 0.8
"""Share of the characters that speaks for all of them."""

_NO_TITLE = re.compile(
    r"(?:microsoft|untitled|document\d*$|presentation|slide|scan|book\d|พิมพ์|img|image|doc\d|\d+$)|.*\.(?:docx?|xlsx?|pptx?|pdf|indd|cdr|ai|jpe?g|tmp|html?)$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"please wait|not eventually replaced|โปรดรอ|กรุณารอ|adobe reader", re.IGNORECASE
)
"""What a form that only Adobe's own program can show says to all others."""

_COVER = re.compile(
    r"portfolio|portable collection|best experience.{0,40}open|พอร์ตโฟลิโอ|แฟ้มผลงาน", re.IGNORECASE
)
_ROOT = re.compile(rb"(?:^|[\r\n])(\d{1,10}) 0 obj\s*<<[^>]{0,500}/Type\s*/Catalog\b")
_END = re.compile(rb"\btrailer\s*<<|/Encrypt\b|/XRef\b")
_NO_PAGES = re.compile(
    rb"/Type\s*/Pages\b[^>]{0,200}/Count\s+0\b|/Count\s+0\b[^>]{0,200}/Type\s*/Pages\b"
)
_REPAIR = b"\nendstream\nendobj\ntrailer<</Root %b 0 R>>\nstartxref\n0\n%%%%EOF\n"
_CUT = "the file breaks off: only a part of it could be read"
_FEW_WORDS = 600
"""Characters that a placeholder or cover has at most."""


def read(resource: Resource, body: bytes) -> Document:
    """Return the text of a PDF; a locked or broken one says so."""
    with LOCK:
        try:
            opened, whole = _opened(body)
        except pypdfium2.PdfiumError as error:
            return _blank(resource, note=_why(error, body))
        with closing(opened) as paper:
            document = _read(resource, paper)
    if whole or document.legibility is not Legibility.GOOD:
        return document
    return replace(document, legibility=Legibility.POOR, legibility_note=_CUT)


def _opened(body: bytes) -> tuple[Any, bool]:  # the library has no types
    """Return the paper, and whether the file is whole.

    One that breaks off has lost the table of its parts; the first of them may be there all the
    same.
    """
    try:
        return pypdfium2.PdfDocument(body), True
    except pypdfium2.PdfiumError:
        root = None if _END.search(body) else _ROOT.search(body)
        if root is None:
            raise
        return pypdfium2.PdfDocument(body + _REPAIR % root[1]), False


def _read(resource: Resource, paper: Any) -> Document:  # the library has no types
    form = paper.get_formtype()
    if form == raw.FORMTYPE_ACRO_FORM:
        paper.init_forms()
    count = len(paper)
    if not count:
        return _blank(resource, note="the PDF has no pages")
    links = _pdf_links.LinkReader(paper, resource.final_url)
    pages = list(_pdf_text.pages(paper, min(count, MAX_PAGES), links))
    said = "\n".join(page.text for page in pages)
    files = _pdf_files.names(paper)
    document = replace(
        _blank(resource, pages=count),
        title=_title(paper),
        blocks=_blocks(pages),
        links=links.links,
    )
    if len(said) <= _FEW_WORDS:
        if form in _XFA and _PLACEHOLDER.search(said):
            return replace(
                document,
                blocks=(),
                legibility=Legibility.NONE,
                legibility_note="a form that only Adobe Reader can show (XFA)",
            )
        if files and (_COVER.search(said) or not said.strip()):
            return replace(document, blocks=tuple(Block(name, "portfolio") for name in files))
    return _judged(document, pages, count)


_XFA = frozenset({raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND})


def _judged(document: Document, pages: list[Page], count: int) -> Document:
    """Return the document with how well its words can be read."""
    texts = ["\n".join((page.text, *page.notes)) for page in pages]
    asked = sum(page.asked for page in pages)
    recognised = asked > 0 and sum(page.hidden for page in pages) >= asked * _MOSTLY
    unnamed = asked > 0 and sum(page.nameless for page in pages) >= asked / 2
    judged = judge_recognised if recognised else judge_nameless if unnamed else judge
    legibility, note = judged(texts)
    too_long = count > MAX_PAGES or len(document.blocks) > MAX_BLOCKS
    if legibility is Legibility.GOOD and too_long:
        legibility = Legibility.POOR
        note = f"only the first {len(pages)} of {count} pages were read"
    return replace(
        document,
        blocks=document.blocks[:MAX_BLOCKS],
        legibility=legibility,
        legibility_note=note,
        recognised=recognised,
    )


def _blocks(pages: list[Page]) -> tuple[Block, ...]:
    return tuple(
        Block(text[start : start + MAX_BLOCK_TEXT], f"page {number}")
        for number, page in enumerate(pages, 1)
        for line in (*page.text.splitlines(), *page.notes)
        if (text := folded(line))
        for start in range(0, len(text), MAX_BLOCK_TEXT)
    )


def _blank(resource: Resource, *, pages: int = 1, note: str = "") -> Document:
    return blank(resource, Media.PDF, media_type="application/pdf", pages=pages, note=note)


def _why(error: Exception, body: bytes) -> str:
    """Say why a PDF does not open; what the library says may be of the one before."""
    if "password" in str(error).lower() and b"/Encrypt" in body:
        return "the PDF is locked with a password"
    return "the PDF has no pages" if _NO_PAGES.search(body) else "the PDF is damaged"


def _title(paper: Any) -> str:
    """Return the title property when a person wrote it."""
    title = mended(folded(paper.get_metadata_value("Title") or ""))[:300]
    if len(title) < 4 or "\ufffd" in title or not title.isprintable() or _NO_TITLE.match(title):
        return ""
    return title


def links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return where one can click in a PDF, without reading its text.

    What is only written out comes with the whole document.
    """
    if b"/URI" not in body and b"/GoToR" not in body and b"/ObjStm" not in body:
        return ()
    with LOCK:
        try:
            opened = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError:
            return ()
        with closing(opened) as paper:
            return _pdf_links.annotated_links(paper, resource.final_url)


EXTRACTOR = Extractor(
    Media.PDF,
    ("application/pdf", "application/x-pdf"),
    (".pdf",),
    read,
    unpack=_pdf_files.unpack,
    links=links,
)
