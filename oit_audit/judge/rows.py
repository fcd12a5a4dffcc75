"""The days that the rows of a list bear: when its notices or news were put up."""

from __future__ import annotations

from oit_audit.judge.furniture import is_meta
from oit_audit.model import Document, Media
from oit_audit.thai import Mention, MentionKind, mentions

_LEAST = 2
_MOST = 400
_LONGEST = 300
"""Rows with a day that make a list, rows that are read, and characters of one."""

_DAYS = frozenset({MentionKind.DATE, MentionKind.PUBLISHED})


def row_days(document: Document) -> tuple[Mention, ...]:
    """Return the first day of each row of a page that bears one; empty when fewer than two do.

    When an article was written or changed is no row.
    """
    if document.media is not Media.WEBPAGE:
        return ()
    lines = [b.text for b in document.blocks if not b.heading and not is_meta(b.text)]
    lines += [" ".join(row) for table in document.tables for row in table.rows]
    found = [day for line in lines[:_MOST] if (day := _day_of(line)) is not None]
    return tuple(found) if len(found) >= _LEAST else ()


def _day_of(line: str) -> Mention | None:
    """Return the day that a row bears; longer lines tell of days rather than bear one."""
    if len(line) > _LONGEST:
        return None
    days = (m for m in mentions(line) if m.kind in _DAYS and m.fiscal_years)
    return next(days, None)
