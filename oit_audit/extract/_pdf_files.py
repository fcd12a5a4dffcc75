"""Files that lie in a PDF: attached to it, or gathered in a portfolio."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
from pypdfium2 import raw

from oit_audit.extract._extractor import File, folded
from oit_audit.extract._pdf_lock import LOCK

MAX_FILES = 300
_ASKED_PAGES = 50
"""Pages in which files pinned to a place are sought."""

_ASKED_NOTES = 200
_TOO_LARGE = "the file is larger than we open"
_DAMAGED = "the file is damaged"


def unpack(body: bytes, most: int) -> Iterator[File]:
    """Give the files that lie in a PDF; nothing for one that cannot be opened.

    Args:
        body: The PDF.
        most: Bytes of the largest file that is given.
    """
    with LOCK:
        try:
            paper = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError:
            return
    try:
        yield from _attached(paper, most)
        if b"/FileAttachment" in body or b"/ObjStm" in body:
            yield from _pinned(paper, most)
    finally:
        with LOCK:
            paper.close()


def names(paper: Any) -> list[str]:  # the library has no types
    """Return the names of the files that are attached to a paper."""
    count = min(paper.count_attachments(), MAX_FILES)
    return [name for index in range(count) if (name := _name(paper, index))]


def _name(paper: Any, index: int) -> str:
    try:
        return folded(paper.get_attachment(index).get_name())
    except pypdfium2.PdfiumError:
        return ""


def _attached(paper: Any, most: int) -> Iterator[File]:
    with LOCK:
        count = min(paper.count_attachments(), MAX_FILES)
    for index in range(count):
        with LOCK:
            try:
                file = _file(paper.get_attachment(index), most, index)
            except pypdfium2.PdfiumError:
                continue
        yield file


def _pinned(paper: Any, most: int) -> Iterator[File]:
    """Give the files that hang on a place of a page."""
    with LOCK:
        count = min(len(paper), _ASKED_PAGES)
    for number in range(count):
        with LOCK:
            try:
                with closing(paper[number]) as page:
                    files = list(_on_page(paper, page, most))
            except pypdfium2.PdfiumError:
                continue
        yield from files


def _on_page(paper: Any, page: Any, most: int) -> Iterator[File]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _ASKED_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        try:
            if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FILEATTACHMENT:
                pinned = raw.FPDFAnnot_GetFileAttachment(note)
                if pinned:
                    yield _file(pypdfium2.PdfAttachment(pinned, paper), most, index)
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _file(attachment: Any, most: int, index: int) -> File:
    try:
        name = folded(attachment.get_name()) or f"{index + 1}"
    except pypdfium2.PdfiumError:
        name = f"{index + 1}"
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    if size.value > most:
        return File(name, note=_TOO_LARGE)
    try:
        return File(name, bytes(attachment.get_data()))
    except pypdfium2.PdfiumError:
        return File(name, note=_DAMAGED)
