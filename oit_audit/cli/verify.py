"""`oit-audit verify`: judge the links that an organisation has entered, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli import options
from oit_audit.cli.auditing import Wanted, Work, finished, of_another_site, prepared
from oit_audit.cli.configuration import Settled, settled_by
from oit_audit.cli.faults import tell_faults
from oit_audit.cli.outputs import see_apart
from oit_audit.cli.spread import spread
from oit_audit.cli.visiting import visited
from oit_audit.cli.watchers import watching
from oit_audit.crawl import Given
from oit_audit.errors import InputError, UsageError
from oit_audit.lists import read_links
from oit_audit.model import Audit, EnteredLink, Snapshot
from oit_audit.pipeline import verify as judged_by_links
from oit_audit.words import worded

_HOW = worded("for example: oit-audit verify https://www.example.go.th/ links.csv")
_NO_NETWORK = worded("--links-only goes with a visit, --from needs no network")
_OF_ANOTHER = worded("the list that is set is that of another site")
_LIST_ALONE = worded("say the list of links beside --from DIR, and no URL")
_SAY_BOTH = worded("say the home page and the list of links")
_EACH_ROW = worded("each row names an item and its address: o12,https://www.example.go.th/ita/o12")

List = Annotated[
    str | None,
    typer.Argument(
        metavar="LINKS",
        help="รายการลิงก์ CSV หรือ XLSX ที่มีหัวตาราง ข้อ,URL (มีคำอธิบายได้) · the list: CSV or XLSX with"
        " the columns item,url and perhaps note.",
    ),
]
LinksOnly = Annotated[
    bool,
    typer.Option(
        "--links-only/--no-links-only",
        help="เปิดเฉพาะลิงก์ในรายการกับหน้าแรก เร็วแต่บอกไม่ได้ว่าคลิกไปถึงหรือไม่ · visit only these links"
        " and the home page: quick, but it cannot tell whether clicks lead there.",
    ),
]


@spread
def verify(
    context: typer.Context,
    url: options.Url = None,
    links: List = None,
    *,
    links_only: LinksOnly = False,
    wanted: Wanted,
) -> None:
    """ตรวจเฉพาะลิงก์ที่กรอกไว้ในแต่ละข้อ · Judge the links entered for each item, and nothing else."""
    settled = settled_by(context)
    if links_only and wanted.from_ is not None:
        if not settled.holds("verify.links_only"):
            raise UsageError(_NO_NETWORK)
        links_only = False
    home, path = _named([word for word in (url, links) if word], wanted.from_, settled)
    work = replace(prepared(home, wanted, settled), said_by=str(path))
    see_apart((each.path for each in work.outputs), [path])
    if links is None and url is None and "verify.links" in of_another_site(work.home, settled):
        raise UsageError(_OF_ANOTHER, hint=_HOW)
    entered = _entered(path, work)
    raise typer.Exit(finished(_verified(work, entered, alone=links_only), work))


def _named(
    words: Sequence[str], directory: Path | None, settled: Settled
) -> tuple[str | None, Path]:
    """Return the home page, None where a snapshot or the settings say it, and the list.

    Raises:
        UsageError: one of them is not said, or too much.
    """
    home, listed = settled.text("url"), settled.text("verify.links")
    match words:
        case [first, second] if directory is None:
            return first, Path(second)
        case [only] if directory is not None or (home and (not listed or _is_list(only))):
            return None, Path(only)
        case [only] if listed and "verify.links" not in of_another_site(only, settled):
            return only, Path(listed)
        case [] if listed and (home or directory is not None):
            return None, Path(listed)
    if directory is not None:
        raise UsageError(_LIST_ALONE, hint=_HOW)
    raise UsageError(_SAY_BOTH, hint=_HOW)


def _is_list(word: str) -> bool:
    return Path(word).suffix.lower() in (".csv", ".tsv", ".xlsx")


def _entered(path: Path, work: Work) -> tuple[EnteredLink, ...]:
    """Return the links of the list; every row that cannot be used is told on standard error.

    Raises:
        InputError: none can be used.
    """
    private = work.settings.allow_private
    links = read_links(path, work.rules.checklist, work.home, allow_private=private)
    tell_faults(path, links.faults)
    if not links.entered:
        raise InputError(worded("{path}: no row can be used", path=path), hint=_EACH_ROW)
    return links.entered


def _verified(work: Work, links: Sequence[EnteredLink], *, alone: bool) -> Audit:
    judging = partial(judged_by_links, links=links)
    with work.telling.of_silence(work.home, work.language), watching() as watcher:
        if isinstance(work.source, Snapshot):
            return judging(work.source, work.rules, work.today, watcher=watcher, ocr=work.ocr)
        return visited(
            work.source, work.settings, work.rules, work.today, watcher, work.keeping, work.ocr,
            named=Given(tuple(dict.fromkeys(link.url for link in links)), alone=alone),
            judging=judging,
        )  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("verify")(verify)
