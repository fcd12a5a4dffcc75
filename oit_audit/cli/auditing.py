"""What every audit of a website takes, and what it becomes: rules, settings, reports, an ending."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from oit_audit.cli import options
from oit_audit.cli.arguments import day_named, home_address, statuses_named
from oit_audit.cli.configuration import NOTHING, Config, Isolated, Settled, all_keys
from oit_audit.cli.console import INTERRUPTED, say
from oit_audit.cli.outputs import Output, deliver, requested
from oit_audit.cli.rules import load_rules
from oit_audit.cli.telling import NOBODY, Compare, Notify, NotifyOn, Telling, When, telling
from oit_audit.cli.visiting import Keeping
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.cli.workflow import annotate
from oit_audit.errors import AddressError, UsageError
from oit_audit.model import (
    Audit,
    Language,
    Organisation,
    SkipReason,
    Snapshot,
    Status,
    Waiver,
)
from oit_audit.pipeline import Rules
from oit_audit.settings import CrawlSettings, OcrSettings
from oit_audit.store import read_snapshot
from oit_audit.words import worded

_CRAWL = CrawlSettings()
_OCR = OcrSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of a command that audits a website; each field is one of them."""

    isolated: Isolated = False
    config: Config = None
    year: options.YearOrNewest = None
    today: options.Today = None
    name: options.Name = None
    kind: options.OrganisationKind = None
    output: options.Outputs = None
    save: options.Save = None
    resume: options.Resume = False
    previous: options.Previous = None
    from_: options.From = None
    max_pages: options.MaxPages = _CRAWL.max_pages
    max_documents: options.MaxDocuments = _CRAWL.max_documents
    max_foreign: options.MaxForeign = _CRAWL.max_foreign
    max_seconds: options.MaxSeconds = _CRAWL.max_seconds
    max_bytes: options.MaxBytes = _CRAWL.max_bytes
    delay: options.Delay = _CRAWL.delay_s
    jitter: options.Jitter = _CRAWL.jitter_s
    concurrency: options.Concurrency = _CRAWL.concurrency
    contact: options.Contact = _CRAWL.contact_url
    allow_private: options.AllowPrivate = _CRAWL.allow_private
    own: options.OwnSite = _CRAWL.own_site
    ignore_robots: options.IgnoreRobots = _CRAWL.ignore_robots
    strict_tls: options.StrictTls = _CRAWL.strict_tls
    no_browser: options.NoBrowser = False
    max_rendered: options.MaxRendered = _CRAWL.max_rendered
    no_ocr: options.NoOcr = False
    max_ocr_pages: options.MaxOcrPages = _OCR.max_pages
    lang: options.Lang = "th"
    fail_under: options.FailUnder = None
    fail_on: options.FailOn = None
    waivers: options.Waivers = None
    notify: Notify = None
    notify_on: NotifyOn = When.ALWAYS
    compare: Compare = None

    def crawl_settings(self) -> CrawlSettings:
        """Return how the site is visited."""
        return CrawlSettings(
            max_pages=self.max_pages,
            max_documents=self.max_documents,
            max_foreign=self.max_foreign,
            max_seconds=self.max_seconds,
            max_bytes=self.max_bytes,
            delay_s=self.delay,
            jitter_s=self.jitter,
            concurrency=self.concurrency,
            contact_url=self.contact,
            allow_private=self.allow_private,
            own_site=self.own,
            ignore_robots=self.ignore_robots,
            strict_tls=self.strict_tls,
            browser=not self.no_browser,
            max_rendered=self.max_rendered,
        )


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done, read and checked before any of it is."""

    source: Organisation | Snapshot
    """Whose website to visit, or what an earlier visit saw."""

    rules: Rules
    today: date
    settings: CrawlSettings
    keeping: Keeping
    ocr: OcrSettings | None
    outputs: tuple[Output[Audit], ...]
    language: Language
    fail_under: float | None
    fail_on: frozenset[Status]
    waivers: dict[str, Waiver]
    said_by: str | None = None
    """The caller's own file that said what to audit, where there is one."""

    telling: Telling = NOBODY

    @property
    def home(self) -> str:
        """Return the address of the home page."""
        if isinstance(self.source, Snapshot):
            return self.source.organisation.url
        return self.source.url


def prepared(url: str | None, wanted: Wanted, settled: Settled = NOTHING) -> Work:
    """Return the work that the caller wants done on the website at `url`.

    Raises:
        UsageError: what was said does not go together, names no year, day, status or format, or a
            place that cannot be written.
        AddressError: `url` is no address.
        InputError: the file of waivers cannot be used.
        SnapshotError: `--from` names no snapshot.
    """
    wanted = _of_a_visit(wanted, settled)
    _check_directories(wanted)
    with settled.blaming("output"):
        said = settled.file.path if settled.file else None
        outputs = requested(wanted.output or (), (said, wanted.waivers))
    statuses = statuses_named(wanted.fail_on or ())
    today = day_named(wanted.today)
    with settled.blaming("year"):
        rules = load_rules(wanted.year, today)
    source, wanted = _source(url, wanted, settled)
    with settled.blaming("waivers"):
        waivers = read_waivers(wanted.waivers, rules.checklist) if wanted.waivers else {}
    with settled.blaming("compare"):
        told = telling(wanted.notify, wanted.notify_on, wanted.compare)
    return Work(
        source=source,
        rules=rules,
        today=today,
        settings=wanted.crawl_settings(),
        keeping=Keeping(wanted.save, resume=wanted.resume, previous=wanted.previous),
        ocr=None if wanted.no_ocr else OcrSettings(max_pages=wanted.max_ocr_pages),
        outputs=outputs,
        language=wanted.lang,
        fail_under=wanted.fail_under,
        fail_on=statuses,
        waivers=waivers,
        said_by=said.as_posix() if said else None,
        telling=told,
    )


def finished(audit: Audit, work: Work) -> int:
    """Hand out the reports, tell whoever wants to hear of it, and return how the command ends.

    A message that cannot be sent changes nothing of that.
    """
    final = waived(audit, work.waivers)
    deliver(final, work.outputs, work.language, work.said_by)
    annotate(final, work.language, work.said_by)
    live = not isinstance(work.source, Snapshot)
    code = ending(final, work.fail_under, work.fail_on, live=live)
    work.telling.of_audit(final, code, work.language)
    return code


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
    if not audit.is_whole:
        say(f"ตรวจไม่ครบ · incomplete: {reach.reason}")
        return 3
    failed = any(
        v.status in fail_on and not (v.waiver and v.waiver.excuses) for v in audit.verdicts
    )
    return 1 if failed or (fail_under is not None and audit.score.points < fail_under) else 0


def _check_directories(wanted: Wanted) -> None:
    """See that what was said of directories goes together.

    Raises:
        UsageError: it does not.
    """
    if wanted.save is not None and wanted.from_ is not None:
        raise UsageError(
            worded("--save goes with a visit, --from with a snapshot that is there already")
        )
    if wanted.resume and wanted.save is None:
        raise UsageError(
            worded("--resume goes with --save DIR"),
            hint=worded("say where the visit lies that was cut off"),
        )
    if wanted.previous is not None and wanted.from_ is not None:
        raise UsageError(worded("--previous goes with a visit, --from needs no network"))


def _source(
    url: str | None, wanted: Wanted, settled: Settled
) -> tuple[Organisation | Snapshot, Wanted]:
    """Return what to audit, whose website or the snapshot in a directory, and what holds for it.

    What the caller says of the organisation stands before what the snapshot says.

    Raises:
        UsageError: address and directory were said, or neither.
        AddressError: the address is none.
        SnapshotError: the directory holds no snapshot.
    """
    directory = wanted.from_
    configured = settled.text("url")
    if url is None and directory is not None:
        snapshot = read_snapshot(directory)
        known = snapshot.organisation
        wanted = _of_this_site(known.url, wanted, settled)
        name, kind = wanted.name or known.name, wanted.kind or known.kind
        return replace(snapshot, organisation=replace(known, name=name, kind=kind)), wanted
    if directory is None and (said := url or configured):
        with nullcontext() if url else settled.blaming("url"):
            home = home_address(said)
        wanted = _of_this_site(home, wanted, settled)
        return Organisation(home, wanted.name, wanted.kind), wanted
    raise UsageError(
        _NOT_BOTH if url else _EITHER,
        hint=worded("for example: oit-audit scan https://www.example.go.th/"),
    )


_NOT_BOTH = worded("say a URL, or --from DIR, not both")
_EITHER = worded("say a URL, or --from DIR")


def _of_a_visit(wanted: Wanted, settled: Settled) -> Wanted:
    """Leave out what a file says of visits where a snapshot is judged."""
    return wanted if wanted.from_ is None else _without(wanted, settled, "save", "previous")


def _of_this_site(home: str, wanted: Wanted, settled: Settled) -> Wanted:
    """Leave out what a file says of one website where another one is audited."""
    names = of_another_site(home, settled)
    if names:
        told = ", ".join(names)
        say(
            f"ค่าที่ตั้งไว้สำหรับเว็บไซต์อื่น ไม่ใช้กับ {home} · what is set for another site does not hold"
            f" for {home}: {told}"
        )
    return _without(wanted, settled, *names)


def of_another_site(home: str, settled: Settled) -> list[str]:
    """Return the keys that do not hold for `home`, since they were said of another site."""
    return [
        name
        for name, key in all_keys().items()
        if key.mark.one_site and settled.holds(name)
        if (site := settled.site_of(name)) and not _is_same_host(site, home)
    ]


def _without(wanted: Wanted, settled: Settled, *names: str) -> Wanted:
    usual = Wanted()
    fields = [name for name in names if settled.holds(name) and hasattr(usual, name)]
    return replace(wanted, **{name: getattr(usual, name) for name in fields})


def _is_same_host(one: str, other: str) -> bool:
    """Are both addresses of one host? `www.` and the scheme make no difference."""
    return _host(one) == _host(other)


def _host(url: str) -> str:
    try:
        return urlsplit(home_address(url)).netloc.removeprefix("www.")
    except AddressError:
        return url
