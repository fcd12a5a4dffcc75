"""The sentences of a verdict, in Thai and English."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.hosts import known
from oit_audit.judge.freshness import YearReading
from oit_audit.judge.substance import flipbook_of
from oit_audit.model import (
    OVER_BUDGET,
    Candidate,
    DeadEnd,
    DeadEndKind,
    ElementVerdict,
    Item,
    Outcome,
    Reach,
    Rejected,
    SkipReason,
    Status,
    Text,
)
from oit_audit.thai import note_in_thai
from oit_audit.words import joined, worded

_LABEL = 120
"""Characters of a label that are shown."""

_ADDRESS = 160
"""Characters of an address that are shown."""

_WHY: dict[SkipReason, Text] = {
    SkipReason.NOT_FOUND: worded("the link is dead (404 not found)"),
    SkipReason.GONE: worded("the link is dead (410 gone)"),
    SkipReason.SOFT_NOT_FOUND: worded("it opens a page that says not found"),
    SkipReason.LOGIN: worded("it asks for a login, so the public cannot open it"),
    SkipReason.FORBIDDEN: worded("the site forbids it (403)"),
    SkipReason.ROBOTS: worded("the site's robots.txt keeps us out"),
    SkipReason.BLOCKED: worded("the site's firewall keeps us out"),
    SkipReason.RATE_LIMITED: worded("the site limits how often it may be asked (429)"),
    SkipReason.DNS: worded("there is no host of this name"),
    SkipReason.REFUSED: worded("the server refuses the connection"),
    SkipReason.RESET: worded("the connection was cut off"),
    SkipReason.CONNECT_TIMEOUT: worded("there was no connection in time"),
    SkipReason.TIMEOUT: worded("the site did not answer in time"),
    SkipReason.SLOW: worded("it came too slowly to be had whole"),
    SkipReason.TRUNCATED: worded("the answer was incomplete"),
    SkipReason.BAD_ENCODING: worded("its compression is damaged"),
    SkipReason.BOMB: worded("it unpacks out of all proportion"),
    SkipReason.TOO_LARGE: worded("the file is too large"),
    SkipReason.WRONG_TYPE: worded("it is of a kind that is not read, such as video"),
    SkipReason.PRIVATE_ADDRESS: worded("it lies in a private network"),
    SkipReason.PARKED: worded("the domain is vacant or for sale"),
    SkipReason.NEEDS_COOKIES: worded("it does not open without cookies"),
    SkipReason.NEEDS_BROWSER: worded("it is empty until JavaScript has run; a person must look"),
    SkipReason.TLS: worded("no secure connection could be made"),
    SkipReason.TLS_EXPIRED: worded("its certificate has expired"),
    SkipReason.TLS_WRONG_HOST: worded("its certificate belongs to another name"),
    SkipReason.TLS_INCOMPLETE: worded("its certificate is not installed whole"),
    SkipReason.TLS_UNTRUSTED: worded("its certificate has no trusted issuer"),
    SkipReason.TLS_OLD: worded("the server speaks an old HTTPS"),
    SkipReason.TRAP: worded("it is one of endless generated pages"),
    SkipReason.INTERRUPTED: worded("the scan was stopped before"),
    SkipReason.NETWORK: worded("the network failed"),
    SkipReason.STATUS: worded("the server gave an unexpected answer"),
    SkipReason.SERVER_ERROR: worded("the site failed (5xx)"),
    SkipReason.BUDGET: worded("the scan's budget ended before this page"),
    SkipReason.INVALID_URL: worded("the address is not valid"),
    SkipReason.REDIRECT_LOOP: worded("the link redirects in a circle"),
    SkipReason.OFF_SITE: worded("the link leads off the site"),
    SkipReason.NEEDS_PERMISSION: worded(
        "it is not shared with everybody, so the public cannot open it"
    ),
    SkipReason.FOREIGN_FOLDER: worded("it is a folder whose files cannot be read"),
    SkipReason.FOREIGN_ROBOTS: worded(
        "the service does not let programs open the file (robots.txt)"
    ),
    SkipReason.FOREIGN_QUOTA: worded("the service says that too many have opened the file today"),
    SkipReason.FOREIGN_PAGE: worded("the service showed a page of its own instead of the file"),
}


def why(reason: SkipReason) -> Text:
    """Say why an address was not seen, as a clause."""
    return _WHY[reason]


def dead_end(end: DeadEnd) -> Text:
    """Say where a label ended."""
    if end.kind is DeadEndKind.NO_ADDRESS:
        why = worded("a label only, with no link behind it")
    elif end.kind is DeadEndKind.UNASKED or end.skip is None:
        why = worded("the scan did not open this link")
    else:
        why = _WHY[end.skip.reason]
    return worded("“{label}”: {why}", label=end.label[:_LABEL], why=why)


def shown(status: Status, elements: Sequence[ElementVerdict], candidate: Candidate) -> Text:
    """Say what the evidence shows, and what it lacks."""
    where = candidate.label[:_LABEL]
    binding = [e for e in elements if e.binds]
    absent = [e for e in binding if e.finding.outcome is Outcome.ABSENT]
    untold = [e for e in binding if e.finding.outcome is Outcome.CANNOT_TELL]
    if status is Status.PARTIAL:
        return worded("found “{where}”, which lacks: {what}", where=where, what=_each(absent))
    if status is Status.UNKNOWN:
        what = _each(untold) if untold else worded("it shows none of the elements usually shown")
        return worded("found “{where}”; a person must look: {what}", where=where, what=what)
    if not binding:
        return worded(
            "found “{where}” with real content (no rule for its elements could be read)",
            where=where,
        )
    return worded("found “{where}” with all {count} elements", where=where, count=len(binding))


def _each(elements: Sequence[ElementVerdict]) -> Text:
    return joined(
        worded("{element} ({reason})", element=each.says, reason=each.finding.reason)
        for each in elements
    )


def perhaps_newer(found: Text) -> Text:
    """Say that a newer paper may lie where the scan did not look."""
    return worded("{found}; the site was not seen whole, so a newer one may be there", found=found)


def undated(candidate: Candidate) -> Text:
    """Say that no year is named."""
    return worded(
        "found “{label}”, which names no year; a person must look", label=candidate.label[:_LABEL]
    )


def unreadable(candidate: Candidate) -> Text:
    """Say that the words cannot be read."""
    if service := flipbook_of(candidate.document):
        return _in_flipbook(candidate, service)
    note = candidate.document.legibility_note
    if note == OVER_BUDGET:
        return worded(
            "found “{label}”, a scan that was not read: as many pages as allowed were "
            "recognised before it (--max-ocr-pages); a person must look",
            label=candidate.label[:_LABEL],
        )
    unnamed = worded("no readable text")
    return worded(
        "found “{label}”, which cannot be read ({note}); a person must look",
        label=candidate.label[:_LABEL],
        note=Text(note_in_thai(note) or unnamed.th, note or unnamed.en),
    )


def _in_flipbook(candidate: Candidate, service: str) -> Text:
    """Say that a service shows the paper in a way that cannot be read."""
    label = candidate.label[:_LABEL]
    return worded(
        "found “{label}”, but the paper is shown by a flipbook of {service}, whose text "
        "cannot be read; a person must look; put the PDF beside it",
        label=label,
        service=service,
    )


def beside_flipbook(remedy: Text, candidates: Sequence[Candidate]) -> Text:
    """Add to a remedy what a flipbook asks for; none of the candidates may show one."""
    if not any(flipbook_of(candidate.document) for candidate in candidates):
        return remedy
    return worded(
        "{remedy} Put the PDF, with text rather than scans, beside the flipbook, so that "
        "everybody can read it, people who cannot see included.",
        remedy=remedy,
    )


def off_site(candidate: Candidate) -> Text:
    """Say that the label leads to another host, whose it is, and why it was not seen."""
    if service := flipbook_of(candidate.document):
        return _in_flipbook(candidate, service)
    target = candidate.document.links[0].url[:_ADDRESS] if candidate.document.links else ""
    foreign = known(target)
    if foreign is not None:
        name, label = foreign.service.name, candidate.label[:_LABEL]
        why = worded("which was not opened")
        if candidate.skip is not None:
            why = _WHY[candidate.skip.reason]
        return worded(
            "“{label}” lies at {name} ({target}): {why}; a person must look",
            label=label,
            name=Text(_apart(name.th), name.en),
            target=target,
            why=why,
        )
    return worded(
        "“{label}” lies on another host ({target}), which was not opened; a person must look",
        label=candidate.label[:_LABEL],
        target=target,
    )


def _apart(name: str) -> str:
    """Return a name as it follows Thai words: one in Latin letters after a space."""
    return f" {name}" if name[:1].isascii() else name


def stale(reading: YearReading, wanted: int, *, binds: bool) -> Text:
    """Say that only another year's was found."""
    years = ", ".join(map(str, reading.years))
    if binds:
        return worded(
            "only that of B.E. {years} was found; {wanted} is asked", years=years, wanted=wanted
        )
    return worded(
        "only that of B.E. {years} was found; {wanted} is probably asked, but no rule could"
        " be read; a person must look",
        years=years,
        wanted=wanted,
    )


def missing(rejected: Sequence[Rejected], pages: int, documents: int) -> Text:
    """Say that a complete look found nothing, and where we looked."""
    looked = worded(
        "{pages} pages and {documents} documents were seen", pages=pages, documents=documents
    )
    if rejected:
        reason = rejected[0].reason
        return worded("nothing usable was found ({looked}): {reason}", looked=looked, reason=reason)
    return worded("not found on the site ({looked})", looked=looked)


def perhaps_in_scans(reason: Text, count: int) -> Text:
    """Add that scans which nothing names were not read: it may be among them."""
    return worded(
        "{reason}; {count:,} scans that no link explains could not be read: look at them too",
        count=count,
        reason=reason,
    )


def unseen(end: DeadEnd) -> Text:
    """Say that what may be the evidence could not be opened."""
    why = dead_end(end)
    return worded("it may be there, but could not be opened: {why}", why=why)


def not_looked(reach: Reach) -> Text:
    """Say that the site was not seen whole."""
    reason = reach.reason or worded("unknown reason").en
    return worded(
        "not found, but the site was not seen whole{reason}, so it cannot be called missing",
        reason=Text("", f" ({reason})"),  # there are no Thai words for it
    )


def remedy(item: Item, status: Status, elements: Sequence[ElementVerdict]) -> Text:
    """Say what to do next."""
    if status is Status.MET:
        return worded("Nothing to do.")
    lacking = [e.remedy for e in elements if e.binds and e.finding.outcome is Outcome.ABSENT]
    if status is Status.PARTIAL and lacking:
        return Text(
            " ".join(dict.fromkeys(r.th for r in lacking)),
            " ".join(dict.fromkeys(r.en for r in lacking)),
        )
    return item.remedy
