"""Audits that were written before, and the checklists they were judged by."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.checklists import available_years, load_checklist
from oit_audit.cli.console import say
from oit_audit.cli.outputs import STDOUT
from oit_audit.errors import InputError
from oit_audit.model import Audit, Checklist
from oit_audit.report import completed, read_audit
from oit_audit.words import worded

AuditFile = Annotated[
    Path,
    typer.Argument(metavar="AUDIT.json", help="ไฟล์ผลการตรวจ · an audit as JSON; - is stdin."),
]


def saved_audit(path: Path) -> Audit:
    """Return the audit that a file or standard input holds.

    Raises:
        InputError: it cannot be read, or is no audit.
    """
    if str(path) == STDOUT:
        return read_audit(sys.stdin.buffer.read(), "standard input")
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror
        raise InputError(
            worded("cannot read {path}: {why}", path=path, why=why),
            hint=worded("a scan that could not reach the home page has written no audit"),
        ) from error
    return read_audit(data, str(path))


def whole(audit: Audit) -> tuple[Audit, Checklist | None]:
    """Return the audit completed from its checklist, and that.

    As it is, without a checklist, when that has changed, which is told on standard error.
    """
    year = audit.fiscal_year
    if year in available_years():
        checklist = load_checklist(year)
        if checklist.digest == audit.checklist_digest:
            return completed(audit, checklist), checklist
    say(
        f"รายการตรวจปี {year} ไม่ตรงกับที่ใช้ตรวจ จึงแสดงเท่าที่มีในไฟล์ · "
        f"the checklist of {year} has changed since this audit; shown is what the file holds"
    )
    return audit, None
