"""The list of links that the national system asks an office for, ready to be pasted.

`oit-audit verify` reads it as it is. Every item has its row: one without a link keeps the cell of
its address empty, says why beside it, and is told by `verify` as a row that is still to be filled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oit_audit.model import Audit, Language, Status, Sureness
from oit_audit.report._cells import typed, typed_address
from oit_audit.report._clean import href
from oit_audit.report._columns import Telling, click_path, decided, missing, please_check, warning
from oit_audit.report._format import Format, Reader
from oit_audit.report._say import said
from oit_audit.report.csv import written
from oit_audit.report.locale.tables import LINKS

COLUMNS = ("item", "url", "note", "title", "status", "attention")
"""The first three are those of a list of links."""

_SHOWN = frozenset({Status.MET, Status.PARTIAL, Status.STALE})
"""An item of these has a page or document to show."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What an office enters for one item; raw text."""

    item: str
    url: str
    """Empty where there is none to enter."""

    note: str
    """The labels to click, from the home page on; may be empty."""

    title: str
    status: Status
    status_says: str
    attention: str
    """What to know before one enters it; empty when nothing."""


def link_rows(audit: Audit, language: Language) -> Iterator[LinkRow]:
    """Give the link of each item in checklist order, those without one included."""
    for verdict in audit.verdicts:
        telling = Telling(audit, verdict, language)
        best = telling.best if verdict.status in _SHOWN else None
        url = href(best.url) if best else None
        yield LinkRow(
            item=verdict.id,
            url=url or "",
            note=click_path(best.click_path) if best and url else "",
            title=said(verdict.title, language),
            status=verdict.status,
            status_says=telling.words.statuses[verdict.status],
            attention=_attention(telling, has_link=url is not None),
        )


def _attention(telling: Telling, *, has_link: bool) -> str:
    incomplete = warning(telling.audit, telling.words)
    parts = (*_of_link(telling, has_link=has_link), decided(telling), incomplete)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _of_link(telling: Telling, *, has_link: bool) -> Iterator[str]:
    verdict, language = telling.verdict, telling.language
    if verdict.status not in _SHOWN:
        status = telling.words.statuses[verdict.status]
        yield said(LINKS["none"], language).format(status=status)
    elif not has_link:
        yield said(LINKS["unusable"], language)
    if lacking := missing(telling):
        yield said(LINKS["lacks"], language).format(elements=lacking)
    elif verdict.status is not Status.MET:
        yield said(verdict.reason, language)
    if verdict.confidence is Sureness.LOW:
        yield please_check(telling)


def render(audit: Audit, reader: Reader) -> bytes:
    """Return the list as CSV, one row for each item in checklist order."""
    rows = (
        (
            row.item,
            typed_address(row.url),
            typed(row.note),
            typed(row.title),
            typed(row.status_says),
            typed(row.attention),
        )
        for row in link_rows(audit, reader.language)
    )
    return written(COLUMNS, rows)


FORMAT = Format("links", ".csv", "text/csv; charset=utf-8", render)
