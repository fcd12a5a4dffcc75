"""What stands on a page of a PDF without being part of it: filled-in fields, typed notes."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import raw

MAX_NOTES = 500
"""Of one page."""

MAX_NOTE = 5_000
"""Characters."""

_FILLED = frozenset(
    {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
)


def notes(page: Any, *, has_form: bool) -> Iterator[str]:  # the library has no types
    """Give the values of the fields on a page and the notes typed on it, in their own order."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            text = _said(page, note, has_form=has_form)
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if text:
            yield text


def _said(page: Any, note: Any, *, has_form: bool) -> str:
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _text(lambda room, size: raw.FPDFAnnot_GetStringValue(note, b"Contents", room, size))
    if kind != raw.FPDF_ANNOT_WIDGET or not has_form:
        return ""
    form = page.formenv
    if raw.FPDFAnnot_GetFormFieldType(form, note) not in _FILLED:
        return ""
    return _text(lambda room, size: raw.FPDFAnnot_GetFormFieldValue(form, note, room, size))


def _text(ask: Callable[[Any, int], int]) -> str:
    """Return what the library writes into the room that is given to it."""
    size = ask(None, 0)
    if not 2 < size <= 2 * MAX_NOTE:
        return ""
    room = (ctypes.c_ushort * (size // 2 + 1))()
    ask(room, size)
    return bytes(room)[: size - 2].decode("utf-16-le", "replace")
