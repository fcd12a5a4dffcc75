"""What a table says of one item, column by column: the same in a CSV file and in a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from oit_audit.model import Audit, Completion, Evidence, Language, Status, Sureness, Verdict
from oit_audit.report import _rows
from oit_audit.report._cells import PATH, Cell
from oit_audit.report._clean import plain
from oit_audit.report._say import said, waived
from oit_audit.report.locale import LANGUAGES, Words
from oit_audit.report.locale.tables import SAYS

EXCUSED = "excused"
"""Stands for a person's word that decides nothing and asks for time."""

_LABEL = 120
"""Characters of one label of a click path."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One item, and to whom it is told."""

    audit: Audit
    verdict: Verdict
    language: Language

    @property
    def words(self) -> Words:
        """The words of the language."""
        return LANGUAGES[self.language]

    @property
    def best(self) -> Evidence | None:
        """What shows the item best."""
        return self.verdict.evidence[0] if self.verdict.evidence else None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table of items."""

    name: str
    """English, the same in every language."""

    value: Callable[[Telling], Cell]
    """Raw: whoever writes the file makes it harmless there."""

    is_address: bool = False


def click_path(labels: tuple[str, ...]) -> str:
    """Return the labels to click, from the home page on, in one line; may be empty."""
    return PATH.join(filter(None, (plain(label, _LABEL) for label in labels)))


def warning(audit: Audit, words: Words) -> str:
    """Return that the audit is incomplete, in one sentence; empty when it is not."""
    if audit.is_whole:
        return ""
    nothing = audit.reach.completion is Completion.NONE
    return words.none_heading if nothing else words.partly_heading


def missing(telling: Telling) -> str:
    """Return the elements that are absent and count, in one line; may be empty."""
    lacking = _rows.lacking(telling.verdict)
    return "; ".join(said(element.says, telling.language) for element in lacking)


def please_check(telling: Telling) -> str:
    """Return that one should look oneself; empty where the program is sure enough."""
    unsure = telling.verdict.confidence is Sureness.LOW
    return said(SAYS["please_check"], telling.language) if unsure else ""


def decision(telling: Telling) -> str:
    """Return what a person decided, as a word for programs; empty when nobody did."""
    waiver = telling.verdict.waiver
    if waiver is None:
        return ""
    return waiver.decision.value if waiver.decision else EXCUSED


def decided(telling: Telling) -> str:
    """Return what a person decided, in one line; empty when nobody did."""
    waiver = telling.verdict.waiver
    return waived(waiver, telling.words, telling.language) if waiver else ""


def what_to_do(telling: Telling) -> str:
    """Return what would make the item met; empty where nothing is to be done.

    Of an undecided item it holds only if a person looks and finds nothing, and that is said.
    """
    verdict = telling.verdict
    remedy = said(verdict.remedy, telling.language)
    if verdict.status is Status.UNKNOWN and remedy:
        return f"{telling.words.if_not_there}: {remedy}"
    is_open = verdict.status in _rows.TO_FIX
    said_not_met = verdict.waiver is not None and not verdict.waiver.excuses
    return remedy if is_open or said_not_met else ""


def _year(telling: Telling) -> Cell:
    return _rows.year_read(telling.verdict) or ""


def _of_best(value: Callable[[Evidence], str]) -> Callable[[Telling], Cell]:
    return lambda telling: value(telling.best) if telling.best else ""


COLUMNS: tuple[Column, ...] = (
    Column("item", lambda t: t.verdict.id),
    Column("title", lambda t: said(t.verdict.title, t.language)),
    Column("status", lambda t: t.verdict.status.value),
    Column("status_says", lambda t: t.words.statuses[t.verdict.status]),
    Column("please_check", please_check),
    Column("warning", lambda t: warning(t.audit, t.words)),
    Column("reason", lambda t: said(t.verdict.reason, t.language)),
    Column("missing_elements", missing),
    Column("remedy", what_to_do),
    Column("gain", lambda t: round(t.verdict.gain, 2) + 0.0),
    Column("unit", lambda t: t.verdict.unit),
    Column("evidence_url", _of_best(lambda best: best.url), is_address=True),
    Column("evidence_title", _of_best(lambda best: best.title)),
    Column("evidence_quote", _of_best(lambda best: best.quote)),
    Column("evidence_year", _year),
    Column("click_path", _of_best(lambda best: click_path(best.click_path))),
    Column("waiver", decision),
    Column("waiver_says", decided),
    Column("completion", lambda t: t.verdict.completion.value),
    Column("confidence", lambda t: t.verdict.confidence.value),
    Column("sub_indicator", lambda t: t.verdict.sub_indicator),
    Column("organisation", lambda t: t.audit.organisation.name or ""),
    Column("website", lambda t: t.audit.organisation.url, is_address=True),
    Column("fiscal_year", lambda t: t.audit.fiscal_year),
    Column("audited_on", lambda t: t.audit.today.isoformat()),
    Column("audit_completion", lambda t: t.audit.reach.completion.value),
    Column("snapshot", lambda t: t.audit.snapshot_id),
)
"""In the order of a CSV file; new ones come last, so that those before them keep their place."""
