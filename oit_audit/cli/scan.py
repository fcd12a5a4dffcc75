"""`oit-audit scan`: visit one organisation's website, or open a snapshot, and audit it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli import options
from oit_audit.cli.arguments import day_named, finite, for_a_header, home_address, statuses_named
from oit_audit.cli.console import INTERRUPTED, say
from oit_audit.cli.outputs import deliver, requested
from oit_audit.cli.rules import load_rules
from oit_audit.cli.visiting import Keeping, visited
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.cli.watchers import watching
from oit_audit.errors import UsageError
from oit_audit.model import (
    ONLY_ENTERED,
    Audit,
    Completion,
    Kind,
    Organisation,
    SkipReason,
    Snapshot,
    Status,
)
from oit_audit.pipeline import Rules, assess
from oit_audit.settings import CrawlSettings, OcrSettings
from oit_audit.store import read_snapshot

_DEFAULTS = CrawlSettings()
_OCR = OcrSettings()

Url = Annotated[
    str | None, typer.Argument(metavar="URL", help="ที่อยู่หน้าแรกของเว็บไซต์ · the home page.")
]
Today = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="ตรวจเสมือนวันนี้ · as if on this day.")
]
Name = Annotated[str | None, typer.Option(help="ชื่อหน่วยงาน · the organisation's name.")]
KindOption = Annotated[Kind | None, typer.Option(help="ประเภทหน่วยงาน · what sort it is.")]
Save = Annotated[
    Path | None, typer.Option(metavar="DIR", help="เก็บสำเนาเว็บไซต์ไว้ · keep the snapshot.")
]
Resume = Annotated[
    bool,
    typer.Option("--resume", help="ตรวจต่อจากที่ค้างใน --save DIR · go on with the visit in DIR."),
]
Previous = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="สำเนาครั้งก่อน ไม่โหลดซ้ำสิ่งที่ไม่เปลี่ยน · an earlier snapshot: what has not changed"
        " is not loaded again.",
    ),
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="DIR", help="ตรวจจากสำเนา ไม่ใช้เครือข่าย · audit a snapshot, no network."
    ),
]
MaxPages = Annotated[int, typer.Option(min=1, help="จำนวนหน้าสูงสุด · most pages.")]
MaxDocuments = Annotated[int, typer.Option(min=0, help="จำนวนเอกสารสูงสุด · most documents.")]
MaxForeign = Annotated[
    int,
    typer.Option(
        min=0,
        help="จำนวนเอกสารสูงสุดที่อยู่บนบริการอื่น เช่น Google ไดรฟ์ · most documents at services of"
        " others, such as Google Drive.",
    ),
]
MaxSeconds = Annotated[
    float, typer.Option(min=0.1, callback=finite, help="เวลาสูงสุด (วินาที) · longest visit.")
]
MaxBytes = Annotated[
    int, typer.Option(min=1_000, help="ปริมาณข้อมูลสูงสุด (ไบต์) · most bytes of all bodies.")
]
Delay = Annotated[
    float,
    typer.Option(
        min=0, callback=finite, help="วินาทีระหว่างคำขอ · seconds between requests to one host."
    ),
]
Jitter = Annotated[
    float,
    typer.Option(
        min=0,
        max=60,
        callback=finite,
        help="สุ่มเพิ่มช่วงเวลาอีกไม่เกินนี้ (วินาที) · up to so many seconds more, at random.",
    ),
]
Concurrency = Annotated[
    int,
    typer.Option(
        min=1, max=2, help="คำขอพร้อมกันต่อเครื่องแม่ข่าย · requests at once to one host or machine."
    ),
]
IgnoreRobots = Annotated[
    bool,
    typer.Option(
        "--ignore-robots",
        help="ไม่ทำตาม robots.txt (เฉพาะผู้ดูแลเว็บไซต์) · for the keeper of the site, with"
        " --i-own-this-site.",
    ),
]
StrictTls = Annotated[
    bool,
    typer.Option(
        "--strict-tls",
        help="ไม่อ่านเว็บไซต์ที่ใบรับรองมีปัญหา · do not read on when a certificate is at fault.",
    ),
]
Contact = Annotated[
    str,
    typer.Option(
        metavar="URL",
        callback=for_a_header,
        help="ที่ติดต่อผู้ตรวจ ใส่ใน user agent · who runs the scan, told to the site.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="ยอมให้ตรวจที่อยู่ภายใน · allow private and loopback addresses."
    ),
]
OwnSite = Annotated[
    bool, typer.Option("--i-own-this-site", help="เป็นผู้ดูแลเว็บไซต์นี้ · you keep this site.")
]
NoBrowser = Annotated[
    bool,
    typer.Option(
        "--no-browser", help="ไม่ใช้เบราว์เซอร์กับหน้าที่ต้องใช้ JavaScript · never start a browser."
    ),
]
MaxRendered = Annotated[
    int, typer.Option(min=0, help="จำนวนหน้าสูงสุดที่ใช้เบราว์เซอร์ · most pages a browser makes.")
]
NoOcr = Annotated[
    bool,
    typer.Option(
        "--no-ocr", help="ไม่รู้จำตัวอักษรในไฟล์สแกนและรูปภาพ · never recognise letters in scans."
    ),
]
MaxOcrPages = Annotated[
    int,
    typer.Option(min=0, help="จำนวนหน้าสูงสุดที่รู้จำตัวอักษร · most pages of scans that are recognised."),
]
FailUnder = Annotated[
    float | None,
    typer.Option(min=0, max=100, help="จบด้วยรหัส 1 ถ้าคะแนนต่ำกว่า · exit 1 below."),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(metavar="STATUS", help="จบด้วยรหัส 1 ถ้ามีสถานะนี้ · exit 1 on this status."),
]


def scan(
    url: Url = None,
    *,
    year: options.YearOrNewest = None,
    today: Today = None,
    name: Name = None,
    kind: KindOption = None,
    output: options.Outputs = None,
    save: Save = None,
    resume: Resume = False,
    previous: Previous = None,
    from_: From = None,
    max_pages: MaxPages = _DEFAULTS.max_pages,
    max_documents: MaxDocuments = _DEFAULTS.max_documents,
    max_foreign: MaxForeign = _DEFAULTS.max_foreign,
    max_seconds: MaxSeconds = _DEFAULTS.max_seconds,
    max_bytes: MaxBytes = _DEFAULTS.max_bytes,
    delay: Delay = _DEFAULTS.delay_s,
    jitter: Jitter = _DEFAULTS.jitter_s,
    concurrency: Concurrency = _DEFAULTS.concurrency,
    contact: Contact = _DEFAULTS.contact_url,
    allow_private: AllowPrivate = _DEFAULTS.allow_private,
    own: OwnSite = _DEFAULTS.own_site,
    ignore_robots: IgnoreRobots = _DEFAULTS.ignore_robots,
    strict_tls: StrictTls = _DEFAULTS.strict_tls,
    no_browser: NoBrowser = False,
    max_rendered: MaxRendered = _DEFAULTS.max_rendered,
    no_ocr: NoOcr = False,
    max_ocr_pages: MaxOcrPages = _OCR.max_pages,
    lang: options.Lang = "th",
    fail_under: FailUnder = None,
    fail_on: FailOn = None,
    waivers: options.Waivers = None,
) -> None:
    """ตรวจเว็บไซต์หนึ่งแห่งตามรายการ OIT · Audit one organisation's website."""
    check_directories(save, from_, previous, resume=resume)
    outputs = requested(output or ())
    statuses = statuses_named(fail_on or ())
    day = day_named(today)
    rules = load_rules(year, day)
    excused = read_waivers(waivers, rules.checklist) if waivers else {}
    source = source_named(url, from_, name, kind)
    settings = CrawlSettings(
        max_pages, max_documents, max_seconds, max_bytes, max_foreign=max_foreign, delay_s=delay,
        jitter_s=jitter, concurrency=concurrency, allow_private=allow_private, contact_url=contact,
        own_site=own, ignore_robots=ignore_robots, strict_tls=strict_tls,
        browser=not no_browser, max_rendered=max_rendered,
    )  # fmt: skip
    keeping = Keeping(save, resume=resume, previous=previous)
    ocr = None if no_ocr else OcrSettings(max_pages=max_ocr_pages)
    audit = waived(_audited(source, settings, rules, day, keeping, ocr), excused)
    deliver(audit, outputs, lang)
    raise typer.Exit(ending(audit, fail_under, statuses, live=from_ is None))


def check_directories(
    save: Path | None, from_: Path | None, previous: Path | None, *, resume: bool
) -> None:
    """See that what was said of directories goes together.

    Raises:
        UsageError: it does not.
    """
    if save is not None and from_ is not None:
        raise UsageError("--save goes with a visit, --from with a snapshot that is there already")
    if resume and save is None:
        raise UsageError(
            "--resume goes with --save DIR", hint="say where the visit lies that was cut off"
        )
    if previous is not None and from_ is not None:
        raise UsageError("--previous goes with a visit, --from needs no network")


def ending(
    audit: Audit,
    fail_under: float | None = None,
    fail_on: Collection[Status] = (),
    *,
    live: bool = True,
) -> int:
    """Return how a run ends, and say on standard error why not everything was seen.

    130 interrupted, 3 incomplete, 1 a threshold not met, else 0.
    """
    reach = audit.reach
    if live and reach.reason == SkipReason.INTERRUPTED:
        return INTERRUPTED
    as_wanted = bool(audit.links) and reach.reason == ONLY_ENTERED
    if reach.completion is not Completion.FULL and not as_wanted:
        say(f"ตรวจไม่ครบ · incomplete: {reach.reason}")
        return 3
    failed = any(
        v.status in fail_on and not (v.waiver and v.waiver.excuses) for v in audit.verdicts
    )
    return 1 if failed or (fail_under is not None and audit.score.points < fail_under) else 0


def source_named(
    url: str | None, directory: Path | None, name: str | None, kind: Kind | None
) -> Organisation | Snapshot:
    """Return what to audit: whose website to visit, or the snapshot in `directory`.

    What the caller says of the organisation stands before what the snapshot says.

    Raises:
        UsageError: address and directory were said, or neither.
        AddressError: the address is none.
        SnapshotError: the directory holds no snapshot.
    """
    if url is not None and directory is None:
        return Organisation(home_address(url), name, kind)
    if url is None and directory is not None:
        snapshot = read_snapshot(directory)
        known = snapshot.organisation
        organisation = replace(known, name=name or known.name, kind=kind or known.kind)
        return replace(snapshot, organisation=organisation)
    raise UsageError(
        "say a URL, or --from DIR, not both" if url else "say a URL, or --from DIR",
        hint="for example: oit-audit scan https://www.example.go.th/",
    )


def _audited(
    source: Organisation | Snapshot,
    settings: CrawlSettings,
    rules: Rules,
    day: date,
    keeping: Keeping,
    ocr: OcrSettings | None,
) -> Audit:
    with watching() as watcher:
        if isinstance(source, Snapshot):
            return assess(source, rules, day, watcher=watcher, ocr=ocr)
        return visited(source, settings, rules, day, watcher, keeping, ocr)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("scan")(scan)
