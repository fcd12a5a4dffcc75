"""`oit-audit report`: the same audit in other formats, later, without network."""

from __future__ import annotations

import typer

from oit_audit.checklists import load_checklist
from oit_audit.cli import options
from oit_audit.cli.audits import AuditFile, saved_audit, whole
from oit_audit.cli.outputs import deliver, requested
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.cli.workflow import annotate


def report(
    audit: AuditFile,
    output: options.Outputs = None,
    lang: options.Lang = "th",
    waivers: options.Waivers = None,
) -> None:
    """แสดงผลการตรวจเดิมในรูปแบบอื่น · Show the same audit in other formats, without network."""
    outputs = requested(output or (), (audit, waivers))
    complete, _ = whole(saved_audit(audit))
    if waivers is not None:
        complete = waived(complete, read_waivers(waivers, load_checklist(complete.fiscal_year)))
    deliver(complete, outputs, lang)
    annotate(complete, lang)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("report")(report)
