"""`oit-audit verify`: judge the links that an organisation has entered, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli import options, scan
from oit_audit.cli.arguments import day_named, statuses_named
from oit_audit.cli.console import say
from oit_audit.cli.outputs import deliver, requested
from oit_audit.cli.rules import load_rules
from oit_audit.cli.visiting import Keeping, visited
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.cli.watchers import watching
from oit_audit.crawl import Given
from oit_audit.errors import InputError, UsageError
from oit_audit.lists import Fault, read_links
from oit_audit.model import Audit, EnteredLink, Organisation, Snapshot
from oit_audit.pipeline import Rules
from oit_audit.pipeline import verify as judged_by_links
from oit_audit.settings import CrawlSettings, OcrSettings

_DEFAULTS = CrawlSettings()
_OCR = OcrSettings()
_MOST_FAULTS = 40
"""Rows that cannot be used and are told one by one."""

_HOW = "for example: oit-audit verify https://www.example.go.th/ links.csv"

Home = Annotated[
    str | None, typer.Argument(metavar="URL", help="ที่อยู่หน้าแรกของเว็บไซต์ · the home page.")
]
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
        "--links-only",
        help="เปิดเฉพาะลิงก์ในรายการกับหน้าแรก เร็วแต่บอกไม่ได้ว่าคลิกไปถึงหรือไม่ · visit only these links"
        " and the home page: quick, but it cannot tell whether clicks lead there.",
    ),
]


def verify(
    url: Home = None,
    listed: List = None,
    *,
    year: options.YearOrNewest = None,
    today: scan.Today = None,
    name: scan.Name = None,
    kind: scan.KindOption = None,
    output: options.Outputs = None,
    save: scan.Save = None,
    resume: scan.Resume = False,
    previous: scan.Previous = None,
    from_: scan.From = None,
    links_only: LinksOnly = False,
    max_pages: scan.MaxPages = _DEFAULTS.max_pages,
    max_documents: scan.MaxDocuments = _DEFAULTS.max_documents,
    max_foreign: scan.MaxForeign = _DEFAULTS.max_foreign,
    max_seconds: scan.MaxSeconds = _DEFAULTS.max_seconds,
    max_bytes: scan.MaxBytes = _DEFAULTS.max_bytes,
    delay: scan.Delay = _DEFAULTS.delay_s,
    jitter: scan.Jitter = _DEFAULTS.jitter_s,
    concurrency: scan.Concurrency = _DEFAULTS.concurrency,
    contact: scan.Contact = _DEFAULTS.contact_url,
    allow_private: scan.AllowPrivate = _DEFAULTS.allow_private,
    own: scan.OwnSite = _DEFAULTS.own_site,
    ignore_robots: scan.IgnoreRobots = _DEFAULTS.ignore_robots,
    strict_tls: scan.StrictTls = _DEFAULTS.strict_tls,
    no_browser: scan.NoBrowser = False,
    max_rendered: scan.MaxRendered = _DEFAULTS.max_rendered,
    no_ocr: scan.NoOcr = False,
    max_ocr_pages: scan.MaxOcrPages = _OCR.max_pages,
    lang: options.Lang = "th",
    fail_under: scan.FailUnder = None,
    fail_on: scan.FailOn = None,
    waivers: options.Waivers = None,
) -> None:
    """ตรวจเฉพาะลิงก์ที่กรอกไว้ในแต่ละข้อ · Judge the links entered for each item, and nothing else."""
    scan.check_directories(save, from_, previous, resume=resume)
    if links_only and from_ is not None:
        raise UsageError("--links-only goes with a visit, --from needs no network")
    home, path = _named([word for word in (url, listed) if word], from_)
    outputs = requested(output or ())
    statuses = statuses_named(fail_on or ())
    day = day_named(today)
    rules = load_rules(year, day)
    excused = read_waivers(waivers, rules.checklist) if waivers else {}
    source = scan.source_named(home, from_, name, kind)
    links = _entered(path, rules, _home(source), allow_private=allow_private)
    settings = CrawlSettings(
        max_pages, max_documents, max_seconds, max_bytes, max_foreign=max_foreign, delay_s=delay,
        jitter_s=jitter, concurrency=concurrency, allow_private=allow_private, contact_url=contact,
        own_site=own, ignore_robots=ignore_robots, strict_tls=strict_tls,
        browser=not no_browser, max_rendered=max_rendered,
    )  # fmt: skip
    keeping = Keeping(save, resume=resume, previous=previous)
    ocr = None if no_ocr else OcrSettings(max_pages=max_ocr_pages)
    named = Given(tuple(dict.fromkeys(link.url for link in links)), alone=links_only)
    audit = waived(_verified(source, links, named, settings, rules, day, keeping, ocr), excused)
    deliver(audit, outputs, lang)
    raise typer.Exit(scan.ending(audit, fail_under, statuses, live=from_ is None))


def _named(words: Sequence[str], directory: Path | None) -> tuple[str | None, Path]:
    """Return the home page, None where a snapshot stands for it, and the list.

    Raises:
        UsageError: one of them is not said, or too much.
    """
    wanted = 2 if directory is None else 1
    if len(words) == wanted:
        return (words[0] if directory is None else None), Path(words[-1])
    if directory is not None:
        raise UsageError("say the list of links beside --from DIR, and no URL", hint=_HOW)
    raise UsageError("say the home page and the list of links", hint=_HOW)


def _home(source: Organisation | Snapshot) -> str:
    return source.organisation.url if isinstance(source, Snapshot) else source.url


def _entered(
    path: Path, rules: Rules, home: str, *, allow_private: bool
) -> tuple[EnteredLink, ...]:
    """Return the links of the list; every row that cannot be used is told on standard error.

    Raises:
        InputError: none can be used.
    """
    links = read_links(path, rules.checklist, home, allow_private=allow_private)
    for fault in links.faults[:_MOST_FAULTS]:
        _tell(path, fault)
    if (more := len(links.faults) - _MOST_FAULTS) > 0:
        say(f"{path}: อีก {more} แถวใช้ไม่ได้ · {more} more rows cannot be used")
    if not links.entered:
        raise InputError(
            f"{path}: no row can be used",
            hint="each row names an item and its address: o12,https://www.example.go.th/ita/o12",
        )
    return links.entered


def _tell(path: Path, fault: Fault) -> None:
    say(
        f"{path}: row {fault.row}: {fault.says.th} · {fault.says.en}",
        f"{fault.remedy.th} · {fault.remedy.en}",
    )


def _verified(
    source: Organisation | Snapshot,
    links: Sequence[EnteredLink],
    named: Given,
    settings: CrawlSettings,
    rules: Rules,
    day: date,
    keeping: Keeping,
    ocr: OcrSettings | None,
) -> Audit:
    judging = partial(judged_by_links, links=links)
    with watching() as watcher:
        if isinstance(source, Snapshot):
            return judging(source, rules, day, watcher=watcher, ocr=ocr)
        return visited(
            source, settings, rules, day, watcher, keeping, ocr, named=named, judging=judging
        )


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("verify")(verify)
