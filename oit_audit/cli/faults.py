"""Rows of a list that cannot be used, told to whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from oit_audit.cli.console import say
from oit_audit.cli.sentences import after
from oit_audit.lists import Fault
from oit_audit.words import worded

_MOST = 50
"""Rows that are told one by one."""


def tell_faults(path: Path, faults: Sequence[Fault]) -> None:
    """Say on standard error which rows of a list cannot be used, why, and the remedy."""
    for fault in faults[:_MOST]:
        row = fault.row
        place = worded("{path}: row {row}", path=path, row=row)
        say(after(place, fault.says), fault.remedy)
    if (more := len(faults) - _MOST) > 0:
        say(f"{path}: อีก {more} แถวใช้ไม่ได้ · {more} more rows cannot be used")
