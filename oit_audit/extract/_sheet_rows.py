"""The bare rows of a workbook, for lists that a user hands in rather than a site."""

from __future__ import annotations

import io

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from oit_audit.errors import InputError
from oit_audit.extract._bounds import lacks_results, refuse
from oit_audit.extract._extractor import MAX_CELLS
from oit_audit.extract.spreadsheet import MAX_SHEETS, one_error, rows_of
from oit_audit.model import Text
from oit_audit.thai import note_in_thai
from oit_audit.words import worded


def sheet_rows(body: bytes) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the rows of each sheet that is shown; empty rows are among them.

    Cells are as a person sees them; a merged cell is repeated where others stand beside it.

    Raises:
        InputError: it is no workbook, or must not or cannot be opened; says why, without a name.
    """
    if reason := refuse(body):
        raise InputError(_in_both(reason))
    left = MAX_CELLS
    sheets = []
    try:
        with one_error():
            book = CalamineWorkbook.from_filelike(io.BytesIO(body))
            visible = [
                s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible
            ]
            for name in visible[:MAX_SHEETS]:
                rows = tuple(tuple(row) for row in rows_of(book.get_sheet_by_name(name), left))
                left -= sum(map(len, rows))
                sheets.append(rows)
    except CalamineError as error:
        locked = "password" in str(error).lower()
        reason = "the workbook is locked with a password" if locked else "the workbook is damaged"
        raise InputError(_in_both(reason)) from error
    if lacks_results(body):
        raise InputError(
            worded("cells hold formulas whose results were not saved"),
            hint=worded(
                "open it in Excel and save it again, so that the results of formulas are kept, or "
                "paste them as values"
            ),
        )
    return tuple(sheets)


def _in_both(reason: str) -> Text:
    return Text(note_in_thai(reason) or reason, reason)
