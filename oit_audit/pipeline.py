"""The whole line on one page: visit, extract, match, judge, score.

visit        the world, once: a Snapshot, kept in a directory
assess       a function of the snapshot, the checklist and the day: an Audit
verify       the same by the links alone that an office has entered
audit_site   visit and assess
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from ipaddress import ip_address
from pathlib import Path

from oit_audit import __version__
from oit_audit._reading import ReadSite, Rules, read_site
from oit_audit._recognising import Settled, settle
from oit_audit._verifying import verified_links
from oit_audit.crawl import Before, Given, crawl
from oit_audit.errors import UsageError
from oit_audit.extract import Reader, read_links, reader
from oit_audit.judge import (
    claim_findings,
    judge,
    masked_audit,
    personal_data,
    site_findings,
    survey_findings,
    unread_papers,
)
from oit_audit.match import Lexicon, priority
from oit_audit.model import (
    Audit,
    Completion,
    Document,
    EnteredLink,
    Exchange,
    LinkVerdict,
    Organisation,
    Snapshot,
    Verdict,
    host_of,
)
from oit_audit.progress import Silent, Watcher
from oit_audit.score import arithmetic, gains
from oit_audit.settings import CrawlSettings, OcrSettings
from oit_audit.store import (
    MANIFEST,
    Earlier,
    SnapshotWriter,
    Unfinished,
    read_earlier,
    read_snapshot,
)
from oit_audit.words import worded

__all__ = ["Rules", "assess", "audit_site", "is_loopback", "verify", "visit"]

logger = logging.getLogger(__name__)

_NONE = Given()


def is_loopback(url: str) -> bool:
    """Does the address name this machine?"""
    host = host_of(url)
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def visit(
    organisation: Organisation,
    settings: CrawlSettings,
    lexicon: Lexicon,
    directory: Path,
    *,
    watcher: Watcher | None = None,
    stop: asyncio.Event | None = None,
    resume: bool = False,
    previous: Path | None = None,
    pages: Reader | None = None,
    named: Given = _NONE,
) -> Snapshot:
    """Visit a website and leave its snapshot in `directory`.

    Args:
        organisation: Whose website.
        settings: Budgets and manners.
        lexicon: Says which links look like evidence.
        directory: Gets the snapshot.
        watcher: Hears of every address that is done.
        stop: When set, the visit ends soon and says that it was interrupted.
        resume: Go on with the visit that was cut off in `directory`; one that is complete is
            given back as it is.
        previous: Snapshot of an earlier visit; what the server says has not changed since then is
            taken from there.
        pages: Keeps what is read on the way, so that an audit need not read it again.
        named: Addresses that are asked for first and always, beyond the budgets.

    Raises:
        UsageError: what was asked for needs the word of the site's keeper.
        UnreachableError: the first page never came.
        SnapshotError: a directory cannot be read or written.
    """
    _check(settings, organisation)
    if resume and (directory / MANIFEST).exists():
        snapshot = read_snapshot(directory)
        if snapshot.reach.completion is Completion.FULL:
            return snapshot
    earlier = read_earlier(previous) if previous else None
    with SnapshotWriter(directory, seed=organisation.url, resume=resume) as writer:
        result = await crawl(
            organisation,
            _with_room_for(named, settings),
            sink=writer,
            read_links=pages.links if pages else read_links,
            priority=priority(lexicon),
            watcher=watcher,
            stop=stop,
            memory=_Recollection(writer.unfinished, earlier),
            named=named,
        )
        return writer.finish(
            organisation,
            result.resources,
            result.reach,
            started_at=result.started_at,
            finished_at=result.finished_at,
            options=asdict(settings),
        )


def _with_room_for(named: Given, settings: CrawlSettings) -> CrawlSettings:
    """Return the settings with budgets that leave what they were when all named ones are seen."""
    more = len(named.urls)
    return replace(
        settings,
        max_pages=settings.max_pages + more,
        max_documents=settings.max_documents + more,
        max_foreign=settings.max_foreign + more,
    )


def _check(settings: CrawlSettings, organisation: Organisation) -> None:
    """See that nothing is asked for that only the keeper of the site may ask for."""
    if settings.delay_s <= 0 and not (settings.own_site or is_loopback(organisation.url)):
        raise UsageError(
            worded("--delay 0 is for hosts on loopback"),
            hint=worded(
                "keep a delay of a second, or say --i-own-this-site when you keep this site"
            ),
        )
    if settings.ignore_robots and not settings.own_site:
        raise UsageError(
            worded("--ignore-robots is for the keeper of the site"),
            hint=worded("say --i-own-this-site as well when you keep this site"),
        )


class _Recollection:
    """What a crawl need not ask for again, read beside the event loop."""

    def __init__(self, unfinished: Unfinished, earlier: Earlier | None) -> None:
        self._unfinished = unfinished if len(unfinished) else None
        self._earlier = earlier

    async def said(self, url: str) -> Exchange | None:
        """Return the next answer of the visit that was cut off."""
        if self._unfinished is None:
            return None
        return await asyncio.to_thread(self._unfinished.said, url)

    async def before(self, url: str) -> Before | None:
        """Return the answer of the earlier visit."""
        if self._earlier is None:
            return None
        stored = await asyncio.to_thread(self._earlier.find, url)
        return Before(stored.conditions, stored.exchange) if stored else None


def assess(
    snapshot: Snapshot,
    rules: Rules,
    today: date,
    *,
    watcher: Watcher | None = None,
    pages: Reader | None = None,
    ocr: OcrSettings | None = None,
) -> Audit:
    """Return the audit of a snapshot: the same snapshot, rules and day give the same audit.

    With `pages` of the visit, what was read there is not read again. With `ocr` scans that may
    settle an item are recognised, where there is an engine; its words are kept beside the snapshot.
    """
    watcher = watcher or Silent()
    site = read_site(snapshot, rules, today, watcher, pages)
    settled = (
        settle(site.case, site.matching, site.documents, snapshot, ocr, watcher)
        if ocr
        else Settled(judge(site.case))
    )
    return _audit(site, settled.verdicts, settled.recognised)


def verify(
    snapshot: Snapshot,
    rules: Rules,
    today: date,
    *,
    links: Sequence[EnteredLink],
    watcher: Watcher | None = None,
    pages: Reader | None = None,
    ocr: OcrSettings | None = None,
) -> Audit:
    """Return the audit of a snapshot whose items are judged by `links` alone, as `assess` does.

    What the visit found besides is suggested where it is better.
    """
    watcher = watcher or Silent()
    site = read_site(snapshot, rules, today, watcher, pages)
    verified = verified_links(site, links, ocr, watcher)
    judged = verified.judged
    return _audit(site, judged.verdicts, verified.recognised, judged.links)


def _audit(
    site: ReadSite,
    verdicts: Sequence[Verdict],
    recognised: Sequence[Document],
    links: tuple[LinkVerdict, ...] = (),
) -> Audit:
    """Add up what was judged; `recognised` are documents with words that were read in pictures."""
    personal, case, snapshot = site.personal, site.case, site.snapshot
    if recognised:
        seen = {document.final_url: document for document in (*site.read, *recognised)}
        personal = personal_data(tuple(seen.values()))
    statuses = {verdict.id: verdict.status for verdict in verdicts}
    logger.info("judged: %d items", len(statuses))
    won = gains(case.checklist, statuses)
    audit = Audit(
        tool_version=__version__,
        organisation=case.organisation,
        scheme=case.checklist.scheme,
        fiscal_year=case.checklist.fiscal_year,
        checklist_digest=case.checklist.digest,
        today=case.today,
        snapshot_id=snapshot.id,
        started_at=snapshot.started_at,
        finished_at=snapshot.finished_at,
        reach=snapshot.reach,
        score=arithmetic(case.checklist, statuses),
        verdicts=tuple(replace(verdict, gain=won[verdict.id]) for verdict in verdicts),
        site_findings=site_findings(
            snapshot.reach,
            (
                *personal.findings,
                *unread_papers(site.read),
                *claim_findings(site.matching.matches(), case.checklist),
                *survey_findings(site.read, snapshot.reach, case.organisation.url),
            ),
        ),
        links=links,
    )
    return masked_audit(audit, personal.numbers)


async def audit_site(
    organisation: Organisation,
    settings: CrawlSettings,
    rules: Rules,
    directory: Path,
    today: date,
    *,
    watcher: Watcher | None = None,
    ocr: OcrSettings | None = None,
) -> Audit:
    """Visit a website and audit it."""
    with reader() as pages:
        snapshot = await visit(
            organisation, settings, rules.lexicon, directory, watcher=watcher, pages=pages
        )
        return assess(snapshot, rules, today, watcher=watcher, pages=pages, ocr=ocr)
