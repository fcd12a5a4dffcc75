"""The whole line on one page: visit, extract, match, judge, score.

visit        the world, once: a Snapshot, kept in a directory
assess       a function of the snapshot, the checklist and the day: an Audit
audit_site   both
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from ipaddress import ip_address
from pathlib import Path

from oit_audit import __version__
from oit_audit._recognising import Settled, settle
from oit_audit.crawl import Before, crawl
from oit_audit.errors import UsageError
from oit_audit.extract import Reader, read_links, reader
from oit_audit.judge import (
    Case,
    claim_findings,
    judge,
    masked_audit,
    masked_documents,
    personal_data,
    site_findings,
    survey_findings,
    unread_papers,
)
from oit_audit.match import Lexicon, Matching, Numbering, priority
from oit_audit.model import (
    Audit,
    Checklist,
    Completion,
    Document,
    Exchange,
    Organisation,
    Resource,
    Snapshot,
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

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an audit is judged by."""

    checklist: Checklist
    lexicon: Lexicon
    numbering: Numbering


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
            settings,
            sink=writer,
            read_links=pages.links if pages else read_links,
            priority=priority(lexicon),
            watcher=watcher,
            stop=stop,
            memory=_Recollection(writer.unfinished, earlier),
        )
        return writer.finish(
            organisation,
            result.resources,
            result.reach,
            started_at=result.started_at,
            finished_at=result.finished_at,
            options=asdict(settings),
        )


def _check(settings: CrawlSettings, organisation: Organisation) -> None:
    """See that nothing is asked for that only the keeper of the site may ask for."""
    if settings.delay_s <= 0 and not (settings.own_site or is_loopback(organisation.url)):
        raise UsageError(
            "--delay 0 is for hosts on loopback",
            hint="keep a delay of a second, or say --i-own-this-site when you keep this site",
        )
    if settings.ignore_robots and not settings.own_site:
        raise UsageError(
            "--ignore-robots is for the keeper of the site",
            hint="say --i-own-this-site as well when you keep this site",
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
    with ExitStack() as stack:
        reading = pages or stack.enter_context(reader())
        read = read_documents(snapshot, watcher, reading)
    personal = personal_data(read)
    documents = masked_documents(read, personal.numbers)
    matching = Matching(snapshot, documents, rules.lexicon, rules.numbering)
    matches = matching.matches()
    named = replace(snapshot.organisation, name=matches.own_name or None)
    case = Case(rules.checklist, matches, snapshot.reach, named, today)
    settled = (
        settle(case, matching, documents, snapshot, ocr, watcher) if ocr else Settled(judge(case))
    )
    verdicts = settled.verdicts
    if settled.recognised:
        seen = {document.final_url: document for document in (*read, *settled.recognised)}
        personal = personal_data(tuple(seen.values()))
    statuses = {verdict.id: verdict.status for verdict in verdicts}
    won = gains(rules.checklist, statuses)
    audit = Audit(
        tool_version=__version__,
        organisation=named,
        scheme=rules.checklist.scheme,
        fiscal_year=rules.checklist.fiscal_year,
        checklist_digest=rules.checklist.digest,
        today=today,
        snapshot_id=snapshot.id,
        started_at=snapshot.started_at,
        finished_at=snapshot.finished_at,
        reach=snapshot.reach,
        score=arithmetic(rules.checklist, statuses),
        verdicts=tuple(replace(verdict, gain=won[verdict.id]) for verdict in verdicts),
        site_findings=site_findings(
            snapshot.reach,
            (
                *personal.findings,
                *unread_papers(read),
                *claim_findings(matching.matches(), rules.checklist),
                *survey_findings(read, snapshot.reach, named.url),
            ),
        ),
    )
    return masked_audit(audit, personal.numbers)


def read_documents(snapshot: Snapshot, watcher: Watcher, pages: Reader) -> Sequence[Document]:
    """Return what every resource says; what several addresses lead to is read once."""
    first: dict[str, Resource] = {}
    for resource in snapshot.resources:
        first.setdefault(resource.final_url, resource)
    asked = [(each, partial(snapshot.bodies.body, each)) for each in first.values()]
    documents: dict[str, Document] = {}
    for index, read in enumerate(pages.documents(asked), 1):
        documents.update((document.final_url, document) for document in _with_members(read))
        watcher.stage("extract", index, len(asked))
    logger.info("extracted: %d documents", len(documents))
    return tuple(documents.values())


def _with_members(document: Document) -> Iterator[Document]:
    """Give a document and all that lies in it, at any depth."""
    yield document
    for member in document.members:
        yield from _with_members(member)


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
