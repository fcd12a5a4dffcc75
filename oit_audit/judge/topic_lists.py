"""Tables of topics: day, title and a link in each row, which name papers and are none."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.judge.substance import is_bare
from oit_audit.model import Candidate, Table
from oit_audit.thai import MentionKind, fold, mentions

_MOST_ROWS = 1_000
"""Rows of one table that are looked at; a longer one is no list of topics."""

_A_COUNT = 5
"""Digits of a number in a list or of views, at most."""

_DAYS = frozenset({MentionKind.DATE, MentionKind.PUBLISHED})


def is_topic_list(candidate: Candidate) -> bool:
    """Is a page no more than tables whose rows each say one title and lead on, and its labels?"""
    document = candidate.document
    faces = {fold(link.text) for link in document.links if link.text}
    if not document.tables or document.forms or not faces:
        return False
    if not all(_lists_topics(table, faces) for table in document.tables):
        return False
    return is_bare(replace(document, tables=()), candidate.label, *candidate.context)


def _lists_topics(table: Table, faces: set[str]) -> bool:
    if len(table.rows) > _MOST_ROWS:
        return False
    head, *rows = table.rows or ((),)
    entries = rows if not _leads(head, faces) else table.rows
    return bool(entries) and all(_leads(row, faces) and _titles(row, faces) <= 1 for row in entries)


def _leads(row: tuple[str, ...], faces: set[str]) -> bool:
    return any(fold(cell) in faces for cell in row if cell)


def _titles(row: tuple[str, ...], faces: set[str]) -> int:
    """Count the cells that say something besides a day, a number, and what is clicked."""
    said = {cell for cell in row if cell.strip() and fold(cell) not in faces}
    return sum(not (_is_count(cell) or _is_day(cell)) for cell in said)


def _is_count(cell: str) -> bool:
    bare = cell.strip().rstrip(".")
    return bare.isdecimal() and len(bare) <= _A_COUNT


def _is_day(cell: str) -> bool:
    left = cell
    for mention in mentions(cell):
        if mention.kind in _DAYS:
            left = left.replace(mention.quote, " ")
    return left != cell and not fold(left)
