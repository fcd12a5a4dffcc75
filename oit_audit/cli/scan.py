"""`oit-audit scan`: visit one organisation's website, or open a snapshot, and audit it."""

from __future__ import annotations

import typer

from oit_audit.cli import options
from oit_audit.cli.auditing import Wanted, Work, finished, prepared
from oit_audit.cli.configuration import settled_by
from oit_audit.cli.spread import spread
from oit_audit.cli.visiting import visited
from oit_audit.cli.watchers import watching
from oit_audit.model import Audit, Snapshot
from oit_audit.pipeline import assess


@spread
def scan(context: typer.Context, url: options.Url = None, *, wanted: Wanted) -> None:
    """ตรวจเว็บไซต์หนึ่งแห่งตามรายการ OIT · Audit one organisation's website."""
    work = prepared(url, wanted, settled_by(context))
    raise typer.Exit(finished(_audited(work), work))


def _audited(work: Work) -> Audit:
    with work.telling.of_silence(work.home, work.language), watching() as watcher:
        if isinstance(work.source, Snapshot):
            return assess(work.source, work.rules, work.today, watcher=watcher, ocr=work.ocr)
        return visited(
            work.source, work.settings, work.rules, work.today, watcher, work.keeping, work.ocr
        )


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("scan")(scan)
