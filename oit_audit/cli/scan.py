"""`oit-audit scan`: visit one organisation's website, or open a snapshot, and audit it."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli.console import stderr
from oit_audit.cli.report import Lang, deliver, requested
from oit_audit.cli.rules import load_rules
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.cli.watchers import watching
from oit_audit.errors import AddressError, UsageError
from oit_audit.model import (
    Audit,
    Completion,
    Kind,
    Organisation,
    Snapshot,
    SkipReason,
    Status,
    canonical,
)
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.progress import Watcher
from oit_audit.settings import CrawlSettings
from oit_audit.store import read_snapshot

_DEFAULTS = CrawlSettings()


def home_address(text: str) -> str:
    """Return the canonical address that a user means; `https://` is put in front of a bare host.

    Raises:
        AddressError: it is no web address.
    """
    written = text.strip()
    if "://" not in written:
        written = f"https://{written}"
    try:
        address = canonical(written)
    except ValueError as error:
        raise AddressError(
            f"{text[:200]!r} is not a web address", hint="write it like https://www.example.go.th/"
        ) from error
    if "." not in address.split("/")[2] and not address.split("/")[2].startswith(("localhost", "[")):
        raise AddressError(f"{text[:200]!r} is not a web address", hint="write it like https://www.example.go.th/")
    return address


def parse_day(text: str | None) -> date:
    """Return the day that a user means; today when None.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own calendar is meant
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--today {text[:40]!r} is not a day", hint="write it like 2023-04-20") from error


def parse_statuses(values: list[str] | None) -> frozenset[Status]:
    """Return the statuses that fail the run.

    Raises:
        UsageError: an unknown status.
    """
    named = [part.strip() for value in values or () for part in value.split(",") if part.strip()]
    known = {status.value for status in Status}
    for name in named:
        if name not in known:
            raise UsageError(f"--fail-on {name[:40]!r} is not a status; there are {', '.join(sorted(known))}")
    return frozenset(Status(name) for name in named)


def exit_code(audit: Audit, fail_under: float | None, fail_on: frozenset[Status]) -> int:
    """Return how a run ends: 130 interrupted, 3 incomplete, 1 a threshold not met, else 0."""
    if audit.reach.reason and SkipReason.INTERRUPTED.value in audit.reach.reason:
        return 130
    if audit.reach.completion is not Completion.FULL:
        return 3
    failed = any(v.status in fail_on and v.waiver is None for v in audit.verdicts)
    return 1 if failed or (fail_under is not None and audit.score.points < fail_under) else 0


def scan(
    url: Annotated[str | None, typer.Argument(metavar="URL", help="ที่อยู่หน้าแรกของเว็บไซต์ · the home page")] = None,
    year: Annotated[int | None, typer.Option(help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist Era")] = None,
    today: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="ตรวจเสมือนวันนี้ · as if on this day")] = None,
    name: Annotated[str | None, typer.Option(help="ชื่อหน่วยงาน · the organisation's name")] = None,
    kind: Annotated[Kind | None, typer.Option(help="ประเภทหน่วยงาน · what sort it is")] = None,
    output: Annotated[
        list[str] | None, typer.Option("--output", "-o", metavar="FORMAT=PATH", help="เขียนรายงาน (สั่งซ้ำได้) · write a report; - is stdout")
    ] = None,
    save: Annotated[Path | None, typer.Option(metavar="DIR", help="เก็บสำเนาเว็บไซต์ไว้ · keep the snapshot")] = None,
    from_: Annotated[Path | None, typer.Option("--from", metavar="DIR", help="ตรวจจากสำเนา ไม่ใช้เครือข่าย · audit a snapshot, no network")] = None,
    max_pages: Annotated[int, typer.Option(min=1)] = _DEFAULTS.max_pages,
    max_documents: Annotated[int, typer.Option(min=0)] = _DEFAULTS.max_documents,
    max_seconds: Annotated[float, typer.Option(min=0.1)] = _DEFAULTS.max_seconds,
    max_bytes: Annotated[int, typer.Option(min=1_000)] = _DEFAULTS.max_bytes,
    delay: Annotated[float, typer.Option(min=0, help="วินาทีระหว่างคำขอ · seconds between requests to one host")] = _DEFAULTS.delay_s,
    contact: Annotated[str, typer.Option(metavar="URL", help="ที่ติดต่อผู้ตรวจ ใส่ใน user agent · who runs the scan")] = "",
    allow_private: Annotated[bool, typer.Option("--allow-private", help="ยอมให้ตรวจที่อยู่ภายใน · allow private and loopback addresses")] = False,
    own: Annotated[bool, typer.Option("--i-own-this-site", help="เป็นผู้ดูแลเว็บไซต์นี้ · you keep this site")] = False,
    lang: Annotated[Lang, typer.Option(help="ภาษา · language")] = Lang.TH,
    fail_under: Annotated[float | None, typer.Option(min=0, max=100, help="จบด้วยรหัส 1 ถ้าคะแนนต่ำกว่า · exit 1 below")] = None,
    fail_on: Annotated[list[str] | None, typer.Option(metavar="STATUS", help="จบด้วยรหัส 1 ถ้ามีสถานะนี้ · exit 1 on")] = None,
    waivers: Annotated[Path | None, typer.Option(metavar="FILE", help="ข้อที่ยกเว้น (YAML) · waived items")] = None,
) -> None:
    """ตรวจเว็บไซต์หนึ่งแห่งตามรายการ OIT · Audit one organisation's website."""
    outputs = requested(output or ())
    statuses = parse_statuses(fail_on)
    day = parse_day(today)
    if (url is None) == (from_ is None):
        raise UsageError("say a URL, or --from DIR", hint="for example: oit-audit scan https://www.example.go.th/")
    rules = load_rules(year, day)
    excused = read_waivers(waivers, rules.checklist) if waivers else {}
    settings = CrawlSettings(
        max_pages=max_pages,
        max_documents=max_documents,
        max_seconds=max_seconds,
        max_bytes=max_bytes,
        delay_s=delay,
        allow_private=allow_private,
        contact_url=contact,
        own_site=own,
    )
    with watching() as watcher:
        if from_ is not None:
            audit = assess(renamed(read_snapshot(from_), name, kind), rules, day, watcher=watcher)
        else:
            organisation = Organisation(home_address(url or ""), name, kind)
            audit = visited(organisation, settings, rules, day, save, watcher)
    audit = waived(audit, excused)
    deliver(audit, outputs, lang.value)
    say_incomplete(audit)
    raise typer.Exit(exit_code(audit, fail_under, statuses))


def renamed(snapshot: Snapshot, name: str | None, kind: Kind | None) -> Snapshot:
    """Let the caller's name and kind stand before those of the snapshot."""
    known = snapshot.organisation
    organisation = replace(known, name=name or known.name, kind=kind or known.kind)
    return replace(snapshot, organisation=organisation)


def visited(
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    today: date,
    save: Path | None,
    watcher: Watcher,
) -> Audit:
    """Visit and audit; the snapshot stays in `save`, or goes when the audit is done."""
    if save is not None:
        return assess(asyncio.run(_visit(organisation, settings, rules, save, watcher)), rules, today, watcher=watcher)
    with tempfile.TemporaryDirectory(prefix="oit-audit-", ignore_cleanup_errors=True) as folder:
        snapshot = asyncio.run(_visit(organisation, settings, rules, Path(folder) / "snapshot", watcher))
        return assess(snapshot, rules, today, watcher=watcher)


async def _visit(
    organisation: Organisation, settings: CrawlSettings, rules: Rules, directory: Path, watcher: Watcher
) -> Snapshot:
    """Visit; Ctrl-C ends the crawl, and what was seen is audited."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, stop.set)
    except (NotImplementedError, RuntimeError):  # Windows, or not the main thread
        return await visit(organisation, settings, rules.lexicon, directory, watcher=watcher)
    try:
        return await visit(organisation, settings, rules.lexicon, directory, watcher=watcher, stop=stop)
    finally:
        loop.remove_signal_handler(signal.SIGINT)


def say_incomplete(audit: Audit) -> None:
    """Say on standard error that, and why, not everything was seen."""
    if audit.reach.completion is not Completion.FULL:
        reason = audit.reach.reason or "unknown reason"
        stderr().print(f"oit-audit: ตรวจไม่ครบ · incomplete: {reason}", markup=False)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("scan")(scan)
