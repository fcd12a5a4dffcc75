"""Which workbooks the reader must not be given: it lays sheets out in full and trusts XML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

MAX_PLACES = 5_000_000
"""Of one sheet, from its first cell to its last, filled or not."""

_SHEET = re.compile(r"/?xl/(?:work|chart|dialog|macro)sheets/.*", re.IGNORECASE)
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Z]{0,7})(\d{1,10})""", re.IGNORECASE)
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
_DAMAGED = "the workbook is damaged"


def refuse(body: bytes) -> str:
    """Say why a workbook must not be opened; empty when it may.

    A sheet with one cell at the far end takes all memory, and the process dies; an OpenDocument
    sheet whose XML breaks off is read for ever.
    """
    if not body.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for name in archive.namelist():
                if _SHEET.fullmatch(name) and _places(archive.read(name)) > MAX_PLACES:
                    return "a sheet is too large to open"
                if name == "content.xml" and not _is_whole(archive.read(name)):
                    return _DAMAGED
    except _DAMAGES:
        return _DAMAGED
    return ""


def _places(sheet: bytes) -> int:
    columns, rows = {b"A"}, {1}
    for found in _REFERENCE.finditer(sheet):
        columns.add(found.group(1).upper())
        rows.add(int(found.group(2)))
    return max(max(rows) * max(map(_column, columns)), sheet.count(b"<c ") + sheet.count(b"<c>"))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _Nothing:
    """Takes what the parser finds and keeps none of it."""

    def close(self) -> None:
        """Give nothing back."""


def _is_whole(xml: bytes) -> bool:
    parser = etree.XMLParser(target=_Nothing(), resolve_entities=False, no_network=True)
    try:
        etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return False
    return True
