"""Which workbooks the reader must not be given: it lays sheets out in full and trusts XML."""

from __future__ import annotations

import re
import struct

from lxml import etree

from oit_audit.extract import _ole
from oit_audit.extract._zip import DAMAGES, opened

MAX_PLACES = 5_000_000
"""Of one sheet, from its first cell to its last, filled or not."""

MAX_UNPACKED = 300_000_000
"""Bytes of all parts together; a sheet of a hundred thousand rows has a tenth of it."""

_SHEET = re.compile(r"/?xl/(?:work|chart|dialog|macro)sheets/.*", re.IGNORECASE)
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Z]{0,7})(\d{1,10})""", re.IGNORECASE)
_DAMAGED = "the workbook is damaged"
_LARGE = "a sheet is too large to open"
_NO_RESULT = re.compile(rb"<f(?:\s[^<>]*)?>[^<]+</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_LAST_CELL = 11
"""Of the record numbers of an .xlsb that are cells."""

_BEGIN = 0x0809
_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206,
                    0x027E, 0x0406})  # fmt: skip
"""Record numbers of an .xls that are cells."""


def refuse(body: bytes) -> str:
    """Say why a workbook must not be opened; empty when it may.

    A sheet with one cell at the far end takes all memory, and the process dies; an OpenDocument
    sheet whose XML breaks off and an `.xls` whose sectors run in a circle are read for ever.
    """
    if body.startswith(_ole.MAGIC):
        return _refuse_old(body)
    return _refuse_zip(body) if body.startswith(b"PK") else ""


def _refuse_old(body: bytes) -> str:
    if not _ole.is_sound(body):
        return _DAMAGED
    return _LARGE if _old_places(body) > MAX_PLACES else ""


def _refuse_zip(body: bytes) -> str:
    try:
        with opened(body) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                return _LARGE
            for name in archive.namelist():
                if _SHEET.fullmatch(name) and _places_of(archive.read(name), name) > MAX_PLACES:
                    return _LARGE
                if name == "content.xml" and not _is_whole(archive.read(name)):
                    return _DAMAGED
    except DAMAGES:
        return _DAMAGED
    return ""


def lacks_results(body: bytes) -> bool:
    """Does a workbook hold formulas whose results the program that wrote it did not save?"""
    if not body.startswith(b"PK"):
        return False
    try:
        with opened(body) as archive:
            sheets = (name for name in archive.namelist() if _SHEET.fullmatch(name))
            return any(_NO_RESULT.search(archive.read(name)) for name in sheets)
    except DAMAGES:
        return False


def _places_of(sheet: bytes, name: str) -> int:
    return _binary_places(sheet) if name.lower().endswith(".bin") else _places(sheet)


def _binary_places(sheet: bytes) -> int:
    """Return the places of a sheet of an .xlsb. Source: [MS-XLSB], sections 2.1.4 and 2.4."""
    at, rows, columns, end = 0, 1, 1, len(sheet)
    while at < end:
        kind, at = _varied(sheet, at, 2)
        size, at = _varied(sheet, at, 4)
        first = int.from_bytes(sheet[at : at + 4], "little")
        if kind == 0:
            rows = max(rows, first + 1)
        elif kind <= _LAST_CELL:
            columns = max(columns, first + 1)
        at += size
    return rows * columns


def _varied(sheet: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number that takes up to `most` bytes of seven bits, and what follows its place."""
    number = 0
    for place in range(most):
        byte = sheet[at] if at < len(sheet) else 0
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, at


def _old_places(body: bytes) -> int:
    """Return the places of the largest sheet of an .xls. Source: [MS-XLS], section 2.4."""
    book = _ole.stream(body, "Workbook") or _ole.stream(body, "Book")
    at, most, rows, columns = 0, 0, 1, 1
    while at + 8 <= len(book):
        kind, size, row, column = struct.unpack_from("<4H", book, at)
        if kind == _BEGIN:
            rows, columns = 1, 1
        elif kind in _CELLS:
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            most = max(most, rows * columns)
        at += 4 + size
    return most


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
