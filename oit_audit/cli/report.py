"""`oit-audit report`: the same audit in other formats, later, without network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.checklists import available_years, load_checklist
from oit_audit.cli import options
from oit_audit.cli.console import say
from oit_audit.cli.outputs import STDOUT, deliver, requested
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.errors import InputError
from oit_audit.model import Audit
from oit_audit.report import completed, read_audit

AuditFile = Annotated[
    Path,
    typer.Argument(metavar="AUDIT.json", help="ไฟล์ผลการตรวจ · an audit as JSON; - is stdin."),
]


def report(
    audit: AuditFile,
    output: options.Outputs = None,
    lang: options.Lang = "th",
    waivers: options.Waivers = None,
) -> None:
    """แสดงผลการตรวจเดิมในรูปแบบอื่น · Show the same audit in other formats, without network."""
    outputs = requested(output or ())
    whole = _whole(_read(audit))
    if waivers is not None:
        whole = waived(whole, read_waivers(waivers, load_checklist(whole.fiscal_year)))
    deliver(whole, outputs, lang)


def _read(path: Path) -> Audit:
    if str(path) == STDOUT:
        return read_audit(sys.stdin.buffer.read(), "standard input")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    return read_audit(data, str(path))


def _whole(audit: Audit) -> Audit:
    """Return the audit completed from its checklist, or as it is when that has changed."""
    year = audit.fiscal_year
    if year in available_years():
        checklist = load_checklist(year)
        if checklist.digest == audit.checklist_digest:
            return completed(audit, checklist)
    say(
        f"รายการตรวจปี {year} ไม่ตรงกับที่ใช้ตรวจ จึงแสดงเท่าที่มีในไฟล์ · "
        f"the checklist of {year} has changed since this audit; shown is what the file holds"
    )
    return audit


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("report")(report)
