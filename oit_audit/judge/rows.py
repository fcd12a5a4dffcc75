"""What the rows of a page bear: days, when its notices or news were put up; amounts."""

from __future__ import annotations

import re

from oit_audit.judge.furniture import is_meta
from oit_audit.model import Document, Media
from oit_audit.thai import Mention, MentionKind, mentions

_LEAST = 2
_MOST = 400
_LONGEST = 300
"""Rows with a day that make a list, rows that are read, and characters of one."""

_AMOUNT = re.compile(r"[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+(?:\.[\d๐-๙]+)?")
_AMOUNTS = 2
"""Cells that hold an amount from which a table says something by itself."""

_TOLD = 2
"""Cells beside an amount that say what it is for."""

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


def holds_amounts(document: Document) -> bool:
    """Does a table of the page hold amounts of money, in rows that are no links?

    One is enough where its row says what for, in two cells or more.
    """
    linked = {link.text for link in document.links if link.text}
    rows = (row for table in document.tables for row in table.rows[1:_MOST])
    seen = 0
    for row in rows:
        amounts = sum(_AMOUNT.fullmatch(cell.strip()) is not None for cell in row)
        if amounts and linked.isdisjoint(row):
            seen += amounts
            told = sum(bool(cell.strip()) for cell in row) - amounts
            if seen >= _AMOUNTS or told >= _TOLD:
                return True
    return False
