"""The tables of a workbook: items, elements, evidence, links, findings, decisions, not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_audit.model import Audit, Evidence, Language, LinkVerdict, SkipReason, Status
from oit_audit.report import _rows
from oit_audit.report._columns import (
    Telling,
    click_path,
    decided,
    missing,
    please_check,
    what_to_do,
)
from oit_audit.report._say import place, said
from oit_audit.report._workbook import Address, Column, Points, Table, Value
from oit_audit.report.links import link_rows
from oit_audit.report.locale import LANGUAGES, day, instant
from oit_audit.report.locale.tables import HEADINGS, SAYS, SHEETS

COLOURS = {
    Status.MET: ("#E2F0D9", "#1E5C1E"),
    Status.PARTIAL: ("#FFF2CC", "#7A4B00"),
    Status.STALE: ("#F0E3F5", "#6A1B7A"),
    Status.MISSING: ("#FADBD8", "#9B1C1C"),
    Status.UNKNOWN: ("#DDEBF7", "#1F4E79"),
    Status.NOT_APPLICABLE: ("#EDEDED", "#404040"),
}
"""Background and letters; each pair has a contrast over 4.5 to 1."""

Rows = Iterator[Sequence[Value]]


class Sheets:
    """The tables of one audit in one language."""

    def __init__(self, audit: Audit, language: Language) -> None:
        self.audit = audit
        self.language = language
        self.words = LANGUAGES[language]

    def all(self) -> tuple[tuple[str, Table], ...]:
        """Return the tables by their keys, in the order of the sheets; empty ones are left out."""
        always = (self.items, self.elements, self.evidence, self.links)
        audit = self.audit
        more = (
            (self.entered, bool(audit.links)),
            (self.findings, bool(audit.site_findings)),
            (self.decisions, bool(_rows.decided(audit))),
            (self.skipped, bool(audit.reach.skipped)),
        )
        made = (*always, *(make for make, has_rows in more if has_rows))
        return tuple((make.__name__, make()) for make in made)

    def name(self, sheet: str) -> str:
        """Return what a sheet is called."""
        return SHEETS[sheet].in_language(self.language)

    def head(self, name: str) -> str:
        """Return what a column is called."""
        return HEADINGS[name].in_language(self.language)

    def status_colours(self) -> dict[str, tuple[str, str]]:
        """Return the colours by the words of the statuses."""
        return {self.words.statuses[status]: pair for status, pair in COLOURS.items()}

    def items(self) -> Table:
        """Return every item in checklist order."""
        columns = {
            "item": 7, "title": 28, "status": 14, "reason": 32, "missing": 24, "remedy": 38,
            "gain": 11, "unit": 20, "link": 30, "year": 9, "waiver": 24, "look": 15,
            "confidence": 17, "sub_indicator": 10,
        }  # fmt: skip
        return self._table("items", columns, self._items(), frozen=2)

    def _items(self) -> Rows:
        for verdict in self.audit.verdicts:
            telling = Telling(self.audit, verdict, self.language)
            yield (
                verdict.id,
                said(verdict.title, self.language),
                self.words.statuses[verdict.status],
                said(verdict.reason, self.language),
                missing(telling),
                what_to_do(telling),
                Points(verdict.gain) if verdict.gain else None,
                verdict.unit,
                _address(telling.best),
                _rows.year_read(verdict),
                decided(telling),
                self.words.completions[verdict.completion],
                self._confidence(telling),
                verdict.sub_indicator,
            )

    def _confidence(self, telling: Telling) -> str:
        sure = self.words.confidences[telling.verdict.confidence]
        check = please_check(telling)
        return f"{sure} – {check}" if check else sure

    def elements(self) -> Table:
        """Return every element of every item."""
        columns = {
            "item": 7, "title": 26, "element": 30, "outcome": 13, "binds": 13, "reason": 36,
            "remedy": 34, "link": 34, "quote": 40,
        }  # fmt: skip
        return self._table("elements", columns, self._elements(), frozen=1)

    def _elements(self) -> Rows:
        language = self.language
        for verdict in self.audit.verdicts:
            for element in verdict.elements:
                shown = element.finding.evidence
                yield (
                    verdict.id,
                    said(verdict.title, language),
                    said(element.says, language),
                    self.words.outcomes[element.finding.outcome],
                    said(SAYS["binds" if element.binds else "informs"], language),
                    said(element.finding.reason, language),
                    said(element.remedy, language) if element in _rows.lacking(verdict) else None,
                    _address(shown),
                    shown.quote if shown else None,
                )

    def evidence(self) -> Table:
        """Return every page and file taken as evidence, the best of each item first."""
        columns = {
            "item": 7, "number": 7, "page": 30, "link": 36, "quote": 44, "where": 14, "year": 9,
            "label": 24, "path": 32, "fetched": 28,
        }  # fmt: skip
        return self._table("evidence", columns, self._evidence(), frozen=1)

    def _evidence(self) -> Rows:
        for verdict in self.audit.verdicts:
            for number, shown in enumerate(verdict.evidence, start=1):
                yield (
                    verdict.id,
                    number,
                    shown.title or shown.anchor_text,
                    _address(shown),
                    shown.quote,
                    place(shown.where, self.words),
                    shown.fiscal_year,
                    shown.anchor_text,
                    click_path(shown.click_path),
                    instant(shown.fetched_at, self.language) if shown.fetched_at else None,
                )

    def links(self) -> Table:
        """Return what an office enters for each item."""
        columns = {"item": 7, "url": 48, "note": 44, "title": 34, "status": 14, "attention": 50}
        rows = (
            (
                row.item,
                Address(row.url, as_is=True),
                row.note,
                row.title,
                row.status_says,
                row.attention,
            )
            for row in link_rows(self.audit, self.language)
        )
        return self._table("links", columns, rows, frozen=1)

    def entered(self) -> Table:
        """Return what each entered link shows."""
        columns = {
            "row": 7, "item": 7, "url": 44, "note": 26, "opens": 14, "shows": 44, "better": 40,
            "status": 14,
        }  # fmt: skip
        return self._table("entered", columns, map(self._entered, self.audit.links), frozen=2)

    def _entered(self, link: LinkVerdict) -> Sequence[Value]:
        better = link.better
        return (
            link.row,
            link.item,
            self.words.no_link if link.url is None else Address(link.url),
            link.note,
            self._opens(link),
            said(link.outcome, self.language),
            Address(better.url) if better else None,
            self.words.statuses[better.status] if better else None,
        )

    def _opens(self, link: LinkVerdict) -> str:
        if link.url is None:
            return ""
        if link.opens is None:
            return self.words.link_unseen
        return self.words.link_opens if link.opens else self.words.link_closed

    def findings(self) -> Table:
        """Return what holds for the whole website."""
        columns = {"severity": 14, "finding": 80, "where_seen": 60}
        rows = (
            (
                self.words.severities[finding.severity],
                said(finding.says, self.language),
                Address(finding.url),
            )
            for finding in self.audit.site_findings
        )
        return self._table("findings", columns, rows, frozen=0)

    def decisions(self) -> Table:
        """Return what people decided."""
        columns = {
            "item": 7, "title": 34, "status": 14, "decision": 30, "why": 44, "author": 26,
            "decided_on": 20, "expires_on": 20,
        }  # fmt: skip
        return self._table("decisions", columns, self._decisions(), frozen=2)

    def _decisions(self) -> Rows:
        for verdict in _rows.decided(self.audit):
            waiver = verdict.waiver
            if waiver is not None:
                yield (
                    verdict.id,
                    said(verdict.title, self.language),
                    self.words.statuses[verdict.status],
                    self.words.decisions[waiver.decision],
                    waiver.reason,
                    waiver.author,
                    *(
                        day(on, self.language) if on else None
                        for on in (waiver.decided_on, waiver.expires_on)
                    ),
                )

    def skipped(self) -> Table:
        """Return what was not seen: first what kept us from looking, the commonest cause first."""
        columns = {"cause": 34, "advice": 44, "url": 60, "referrer": 50, "detail": 28}
        return self._table("skipped", columns, self._skipped(), frozen=1)

    def _skipped(self) -> Rows:
        order = {share.reason: rank for rank, share in enumerate(_rows.skips(self.audit))}
        for skip in sorted(
            self.audit.reach.skipped,
            key=lambda each: (_weight(each.reason), order[each.reason]),
        ):
            yield (
                self.words.skips[skip.reason],
                self.words.skip_advice[skip.reason],
                Address(skip.url),
                Address(skip.referrer) if skip.referrer else None,
                skip.detail,
            )

    def _table(self, name: str, widths: dict[str, int], rows: Rows, *, frozen: int) -> Table:
        colours = {"status": self.status_colours(), "outcome": self._outcome_colours()}
        columns = tuple(
            Column(self.head(key), width, colours.get(key)) for key, width in widths.items()
        )
        return Table(self.name(name), columns, rows, said(SAYS["left_out"], self.language), frozen)

    def _outcome_colours(self) -> dict[str, tuple[str, str]]:
        pairs = (COLOURS[Status.MET], COLOURS[Status.MISSING], COLOURS[Status.UNKNOWN])
        return dict(zip(self.words.outcomes.values(), pairs, strict=True))


def _address(shown: Evidence | None) -> Address | None:
    return Address(shown.url) if shown else None


def _weight(reason: SkipReason) -> int:
    """Return 0 for what kept us from looking, 1 for what is not there, 2 for what is elsewhere."""
    return 2 if reason is SkipReason.OFF_SITE else 1 if reason.is_absence else 0
