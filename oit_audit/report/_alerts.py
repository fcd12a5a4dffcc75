"""What a code host is told: one alert for each item or observation that asks for somebody's work.

SARIF and the annotations of a workflow say the same with the same weight, in this order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model import (
    Audit,
    Completion,
    Language,
    Severity,
    SiteFinding,
    Status,
    Sureness,
    Verdict,
    Waiver,
)
from oit_audit.report import _rows
from oit_audit.report._clean import address, plain
from oit_audit.report._say import points, said, waived, why_partly
from oit_audit.report.locale import LANGUAGES
from oit_audit.report.locale.codehosts import FINDINGS, SAYS

_MOST_ELEMENTS = 12
_MOST_CAUSES = 3
_PART = 400
"""Characters of one part of a message."""


class Level(StrEnum):
    """How loud an alert is; the words are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_ORDER = tuple(Level)
_BY_STATUS = {
    Status.MISSING: Level.ERROR,
    Status.PARTIAL: Level.WARNING,
    Status.STALE: Level.WARNING,
    Status.UNKNOWN: Level.NOTE,
}
_BY_SEVERITY = {
    Severity.HIGH: Level.ERROR,
    Severity.MEDIUM: Level.WARNING,
    Severity.LOW: Level.NOTE,
}


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that asks for somebody's work."""

    rule: str
    """`o12`, or the id of an observation about the website."""

    level: Level
    head: str
    """What it is and how it stands, in one line."""

    parts: tuple[str, ...]
    """Why, what is lacking, what to do, where: a line each, none empty."""

    url: str
    """An address that shows it; the home page where there is no better one."""

    row: int | None
    """Of the caller's list of links, where the item has one."""

    number: int
    """From 1, among those of the same rule and address."""

    verdict: Verdict | None = None
    """None for an observation about the website."""

    waiver: Waiver | None = None
    """The decision by which the item is left in peace."""

    @property
    def is_review(self) -> bool:
        """Does it only ask a person to look?"""
        verdict = self.verdict
        if verdict is None:
            return False
        return verdict.status is Status.UNKNOWN and not is_refused(verdict)


def alerts(audit: Audit, language: Language) -> tuple[Alert, ...]:
    """Return all alerts: the loudest first, then those worth most points, then as in the audit.

    What is met or does not apply is none, unless a person says that it is not met. What a person
    has excused is one, with the decision, and no louder than a note.
    """
    found = (*_of_site(audit, language), *_of_items(audit, language))
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.level), -_gain(each))))


def incomplete(audit: Audit, language: Language) -> str:
    """Return that the audit is incomplete, and why, in one line."""
    nothing = audit.reach.completion is Completion.NONE
    why = SAYS["nothing_seen" if nothing else "incomplete"].in_language(language)
    if not audit.reach.reason:
        return why
    reason = plain(said(why_partly(audit.reach.reason), language), 200)
    return SAYS["why"].in_language(language).format(why=why, reason=reason)


def causes(audit: Audit, language: Language, most: int = _MOST_CAUSES) -> tuple[str, ...]:
    """Return what kept us from looking and what helps, the commonest first, a line each."""
    words = LANGUAGES[language]
    return tuple(
        SAYS["cause"]
        .in_language(language)
        .format(
            cause=words.skips[share.reason],
            count=f"{share.count:,}",
            advice=words.skip_advice[share.reason],
        )
        for share in _rows.unseen(audit)[:most]
    )


def summary(audit: Audit, language: Language) -> str:
    """Return how the audit ended, in one line."""
    name = plain(audit.organisation.name or "", 120) or address(audit.organisation.url, 120)
    counted = SAYS["summary"].in_language(language)
    line = counted.format(
        name=name,
        year=audit.fiscal_year,
        fix=len(_rows.to_fix(audit)),
        look=len(_rows.to_look_at(audit)),
        items=len(audit.verdicts),
    )
    if not _rows.has_score(audit):
        return f"{line}; {SAYS['no_score'].in_language(language)}"
    score = audit.score
    told = SAYS["estimate"].in_language(language)
    return f"{line}; " + told.format(
        points=points(score.points), low=points(score.low), high=points(score.high)
    )


def finding_title(finding: SiteFinding, language: Language) -> str:
    """Return what observations of this kind are called."""
    known = FINDINGS.get(finding.id)
    return known.in_language(language) if known else plain(finding.id.replace("_", " "), 80)


def reasons(verdict: Verdict, language: Language) -> Iterator[str]:
    """Yield why an item stands as it does, what it lacks, and what to do; no line is empty."""
    words = LANGUAGES[language]
    if verdict.waiver is not None:
        yield plain(waived(verdict.waiver, words, language), _PART)
    yield from filter(None, [plain(said(verdict.reason, language), _PART)])
    if verdict.confidence is Sureness.LOW and verdict.status is not Status.UNKNOWN:
        yield words.please_check
    if is_refused(verdict) or verdict.status in _BY_STATUS:
        yield from _work(verdict, language)


def _work(verdict: Verdict, language: Language) -> Iterator[str]:
    is_unknown = verdict.status is Status.UNKNOWN
    if lacking := _rows.lacking(verdict):
        named = [plain(said(one.says, language), 100) for one in lacking[:_MOST_ELEMENTS]]
        yield SAYS["lacks"].in_language(language).format(elements=", ".join(named))
    if remedy := plain(said(verdict.remedy, language), _PART):
        to_do = SAYS["if_absent" if is_unknown else "to_do"].in_language(language)
        yield to_do.format(remedy=remedy)
    if unit := plain(verdict.unit, 120):
        yield SAYS["unit"].in_language(language).format(unit=unit)
    if verdict.gain > 0 and not is_unknown:
        yield SAYS["gain"].in_language(language).format(points=points(verdict.gain))


def is_refused(verdict: Verdict) -> bool:
    """Has a person said that it is not met, whatever was found?"""
    return verdict.waiver is not None and not verdict.waiver.excuses


def standing(verdict: Verdict, language: Language) -> str:
    """Return how an item stands, in a few words."""
    status = LANGUAGES[language].statuses[verdict.status]
    if is_refused(verdict):
        return f"{status} – {SAYS['said_not_met'].in_language(language)}"
    if verdict.status is Status.UNKNOWN:
        return f"{status} – {SAYS['by_hand'].in_language(language)}"
    return status


def named(verdict: Verdict, language: Language) -> str:
    """Return number and title of an item."""
    title = plain(said(verdict.title, language), 160)
    return f"{plain(verdict.id, 12)} {title}".strip()


def _gain(alert: Alert) -> float:
    return alert.verdict.gain if alert.verdict else float("inf")


def _of_items(audit: Audit, language: Language) -> Iterator[Alert]:
    for verdict in audit.verdicts:
        if verdict.status not in _BY_STATUS and not is_refused(verdict):
            continue
        row, url = _shown(audit, verdict)
        yield Alert(
            rule=verdict.id,
            level=_level(verdict),
            head=f"{named(verdict, language)}: {standing(verdict, language)}",
            parts=(*reasons(verdict, language), *_where(url, row, language)),
            url=url,
            row=row,
            number=1,
            verdict=verdict,
            waiver=None if is_refused(verdict) else verdict.waiver,
        )


def _level(verdict: Verdict) -> Level:
    """Return how loud an item is: a claim that we doubt is never an error."""
    if is_refused(verdict):
        return Level.ERROR if verdict.status is Status.MISSING else Level.WARNING
    if verdict.waiver is not None:
        return Level.NOTE
    level = _BY_STATUS[verdict.status]
    is_doubted = verdict.confidence is Sureness.LOW and level is Level.ERROR
    return Level.WARNING if is_doubted else level


def _shown(audit: Audit, verdict: Verdict) -> tuple[int | None, str]:
    """Return the row of the caller's list, and the address, that show how an item stands."""
    entered = [link for link in _rows.links_of(audit, verdict.id) if link.row is not None]
    closed = [link for link in entered if not link.opens]
    link = next(iter(closed or entered), None)
    if verdict.evidence:
        return (link.row if link else None), verdict.evidence[0].url
    if link is not None:
        return link.row, link.url or audit.organisation.url
    return None, audit.organisation.url


def _where(url: str, row: int | None, language: Language) -> Iterator[str]:
    if row is not None:
        yield SAYS["row"].in_language(language).format(row=row)
    yield SAYS["seen_at"].in_language(language).format(url=address(url, 300))


def _of_site(audit: Audit, language: Language) -> Iterator[Alert]:
    seen: Counter[tuple[str, str]] = Counter()
    words = LANGUAGES[language]
    for finding in audit.site_findings:
        seen[finding.id, finding.url] += 1
        title = finding_title(finding, language)
        yield Alert(
            rule=finding.id,
            level=_BY_SEVERITY[finding.severity],
            head=f"{title}: {words.severities[finding.severity]}",
            parts=(
                *filter(None, [plain(said(finding.says, language), 2 * _PART)]),
                *_where(finding.url, None, language),
            ),
            url=finding.url,
            row=None,
            number=seen[finding.id, finding.url],
        )
