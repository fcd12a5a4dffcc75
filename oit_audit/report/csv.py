"""The audit as a table of its items, one row each, for scripts and for spreadsheet programs.

Names of columns and codes are English in every language; sentences are the reader's. Each row says
whose audit it is and how complete, so that files of many organisations can be put together.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from oit_audit.model import Audit
from oit_audit.report._cells import Cell, typed, typed_address
from oit_audit.report._columns import COLUMNS, Column, Telling
from oit_audit.report._format import Format, Reader


def render(audit: Audit, reader: Reader) -> bytes:
    """Return one row for each item in checklist order, below the names of the columns."""
    rows = (
        [_cell(column, Telling(audit, verdict, reader.language)) for column in COLUMNS]
        for verdict in audit.verdicts
    )
    return written([column.name for column in COLUMNS], rows)


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as CSV that Excel opens with its Thai letters, and RFC 4180 allows.

    UTF-8 with a byte order mark; texts are quoted, numbers are not; lines end in CR LF.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(column: Column, telling: Telling) -> Cell:
    value = column.value(telling)
    if not isinstance(value, str):
        return value
    return typed_address(value) if column.is_address else typed(value)


FORMAT = Format("csv", ".csv", "text/csv; charset=utf-8", render)
