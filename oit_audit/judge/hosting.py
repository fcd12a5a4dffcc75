"""What it means for an item that something lies at a service of others: words, doubt, advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oit_audit.hosts import known
from oit_audit.judge import words
from oit_audit.judge.elements import Showing
from oit_audit.judge.sift import Sieve
from oit_audit.judge.sureness import lowered
from oit_audit.model import (
    Candidate,
    DeadEnd,
    SkipReason,
    Status,
    Sureness,
    Text,
    Verdict,
)
from oit_audit.words import worded

_LABEL = 120
"""Characters of a label that are shown."""


def hosts_of(showing: Showing) -> tuple[str, ...]:
    """Return the hosts of others on which a showing rests, sorted; empty when on none."""
    shown = {e.finding.evidence.url for e in showing.elements if e.finding.evidence is not None}
    resting = (c for c in showing.candidates[1:] if c.document.address in shown)
    found = {candidate.host for candidate in (showing.candidates[0], *resting)}
    return tuple(sorted(host for host in found if host))


def weaker(verdict: Verdict, hosts: Sequence[str]) -> Verdict:
    """Return `verdict` as one that rests on what lies at `hosts`: others may take it away."""
    if not hosts:
        return verdict
    where = ", ".join(hosts)
    reason = worded(
        "{reason} (it lies at {where}; it is safer on the organisation's own website)",
        where=where,
        reason=verdict.reason,
    )
    remedy = verdict.remedy
    if verdict.status is Status.MET:
        remedy = worded(
            "Nothing to do; better put it{lies} on the organisation's own website as well.",
            lies=Text(f" {where} ", ""),  # Thai has no word for `it`
        )
    return doubted(replace(verdict, reason=reason, remedy=remedy), hosts)


def doubted(verdict: Verdict, hosts: Iterable[str]) -> Verdict:
    """Return `verdict` as sure as one may be of what rests on `hosts` of others: never wholly."""
    if not any(hosts):
        return verdict
    high = verdict.confidence is Sureness.HIGH
    return lowered(verdict, Sureness.MEDIUM if high else verdict.confidence, "kept_by_others")


def advised(verdict: Verdict, dead: Sequence[DeadEnd], sieve: Sieve) -> Verdict:
    """Return `verdict` with the advice that helps where a service of others is in the way.

    Args:
        verdict: Of one item.
        dead: Where its labels ended in nothing.
        sieve: Its candidates.
    """
    if verdict.status not in (Status.MISSING, Status.STALE, Status.UNKNOWN):
        return verdict
    locked = next((end for end in dead if is_locked(end)), None)
    if locked is not None:
        return replace(verdict, remedy=_unlock(locked))
    if verdict.status is not Status.UNKNOWN:
        return verdict
    alone = not (sieve.right or sieve.undated or sieve.unreadable)
    first = sieve.off_site[0].candidate if alone and sieve.off_site else None
    if first is not None and first.skip is not None:
        return replace(verdict, remedy=_bring_home(first, first.skip.reason))
    return _with_file(verdict, sieve)


def _with_file(verdict: Verdict, sieve: Sieve) -> Verdict:
    """Ask for the file beside the flipbook where that is what a person must look at."""
    urls = {evidence.url for evidence in verdict.evidence}
    groups = (sieve.right, sieve.undated, sieve.unreadable, sieve.off_site)
    found = [s.candidate for group in groups for s in group]
    shown = [candidate for candidate in found if candidate.document.address in urls]
    return replace(verdict, remedy=words.beside_flipbook(verdict.remedy, shown))


def is_locked(end: DeadEnd) -> bool:
    """Does a label end at something that a service opens for some people only?"""
    return end.skip is not None and end.skip.reason is SkipReason.NEEDS_PERMISSION


def _name(url: str) -> Text:
    foreign = known(url)
    return foreign.service.name if foreign else worded("another website")


def _unlock(end: DeadEnd) -> Text:
    label, name = end.label[:_LABEL], _name(end.url)
    return worded(
        "Share “{label}” at {name} with “Anyone with the link” (Viewer), or better, put the"
        " file on the organisation's own website.",
        label=label,
        name=name,
    )


def _bring_home(candidate: Candidate, reason: SkipReason) -> Text:
    name = _name(candidate.document.links[0].url)
    if reason is SkipReason.FOREIGN_FOLDER:
        return worded(
            "Link each file instead of the folder at {name}, or better, put the files on the "
            "organisation's own website.",
            name=name,
        )
    return worded(
        "Put the file that lies at {name} on the organisation's own website, where "
        "everybody can read it.",
        name=name,
    )
