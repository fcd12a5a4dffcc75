"""Is a paper only a form that nobody has filled in?"""

from __future__ import annotations

import re
from itertools import pairwise

from oit_audit.model import Document, ItemKind, Legibility, Table
from oit_audit.thai import MentionKind, fold, mentions

_BLANK = re.compile(r"[\s.…_\-–—:/()\[\]☐□]*")
"""All of a cell in which nothing is written."""

_GAP = re.compile(r"(?:[.…_]\s?){5,}|…+")
"""Dots to write on."""

_LEAST_GAPS = 3
_LEAST_ROWS = 2
_LEAST_BLANK_COLUMNS = 2

_LABEL = 60
"""Folded letters between two gaps up to which they only say what is to be written there."""

_WORDS = 400
"""Folded letters of a form without its gaps; longer ones say something."""

_NONE = ("ไม่มี", "ไม่ได้รับ", "ไม่พบ", "ศูนย์เรื่อง")
"""What a report says that has nothing to tell."""

_FILLED_LATER = frozenset({ItemKind.REPORT, ItemKind.STATISTICS})
"""Kinds of which the projects may be printed before there is anything to report."""


def is_blank_form(document: Document, kind: ItemKind) -> bool:
    """Is what should be written into a form left blank, or dots?

    It holds tables whose cells are blank, or lines of dots, and no words besides. What says that
    there was nothing (`ไม่มี`) is filled in. What could not be read whole may be filled in too.
    """
    if document.recognised or document.legibility is not Legibility.GOOD:
        return False
    lines = [block.text for block in document.blocks]
    if document.pictures or any(fold(word) in fold(line) for word in _NONE for line in lines):
        return False
    tables = [table for table in document.tables if len(table.rows) >= _LEAST_ROWS]
    if any(not _is_blank_table(table, kind) for table in tables):
        return False
    gaps = sum(len(_GAP.findall(line)) for line in lines)
    if not tables and gaps < _LEAST_GAPS:
        return False
    return _only_labels(document, with_gaps=gaps > 0)


def _only_labels(document: Document, *, with_gaps: bool) -> bool:
    """Do the lines only say what the form is called and what is to be written where?"""
    titles = {fold(document.title)}
    said = 0
    for index, block in enumerate(document.blocks):
        if block.heading or index == 0 or fold(block.text) in titles:
            continue
        if not with_gaps or not _GAP.search(block.text):
            said += len(fold(block.text))
            continue
        parts = [fold(part) for part in _GAP.split(block.text)]
        if any(len(part) > _LABEL for part in parts):
            return False
    return said <= _WORDS // 4 and sum(len(fold(b.text)) for b in document.blocks) <= _WORDS * 4


def _is_blank_table(table: Table, kind: ItemKind) -> bool:
    """Is nothing written in its columns, beyond a first one that counts or names the rows?"""
    head, rows = table.rows[0], table.rows[1:]
    width = max(len(row) for row in rows)
    drawn = {i for i, cell in enumerate(head) if _is_month(cell)}
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]
    if any(word in fold(c) for column in columns for c in column for word in map(fold, _NONE)):
        return False
    blank = [i for i, column in enumerate(columns) if all(_BLANK.fullmatch(c) for c in column)]
    filled = [i for i in range(width) if i not in blank]
    named = 2 if kind in _FILLED_LATER and _counts(columns[0]) else 1
    if [i for i in blank if i not in drawn] == [] or any(i >= named for i in filled):
        return False
    return not filled or len([i for i in blank if i not in drawn]) >= _LEAST_BLANK_COLUMNS


def _is_month(cell: str) -> bool:
    """Is it the head of a column in which a bar may be drawn rather than words written?"""
    return any(m.kind in (MentionKind.MONTH, MentionKind.QUARTER) for m in mentions(cell)) or bool(
        re.search(r"[ก-ฮ]\.\s?[คพย]\.|ไตรมาส", cell)
    )


def _counts(column: list[str]) -> bool:
    """Does a column only count its rows?"""
    numbers = [int(c) for c in (cell.strip(" .)") for cell in column) if c.isdecimal()]
    return len(numbers) > 0 and all(b == a + 1 for a, b in pairwise(numbers))
