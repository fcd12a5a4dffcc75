"""Which scans are worth the time of recognising their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oit_audit.judge.freshness import Fit
from oit_audit.judge.sift import Sieve, sift
from oit_audit.judge.substance import is_picture_only
from oit_audit.judge.verdicts import Case
from oit_audit.model import Candidate, Document, Legibility, Media, Status, Verdict

_SCANS = frozenset({Media.PDF, Media.IMAGE})
_OF_ANOTHER_YEAR = 3
_SETTLED = frozenset({Status.MET, Status.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Unread:
    """An item that its readable documents do not settle, and what may settle it."""

    item: str
    documents: tuple[Document, ...]
    """Scans, and pages that show pictures instead of words; the best first, never empty.

    Those that were recognised in part are among them.
    """


def unread(case: Case, verdicts: Sequence[Verdict]) -> tuple[Unread, ...]:
    """Return the items that scans may settle, in checklist order.

    Args:
        case: What was judged.
        verdicts: What came of it, one an item. What is met needs no further look.
    """
    titles = {concept: item.title for item in case.checklist.items for concept in item.concepts}
    statuses = {verdict.id: verdict.status for verdict in verdicts}
    found = []
    for item in case.checklist.items:
        if statuses[item.id] in _SETTLED:
            continue
        sieve = sift(item, case.matches, case.checklist.fiscal_year, titles)
        documents = {c.document.final_url: c.document for c in _worth_it(sieve)}
        if documents:
            found.append(Unread(item.id, tuple(documents.values())))
    return tuple(found)


def _worth_it(sieve: Sieve) -> list[Candidate]:
    """Return the candidates of which something may still be read, the best first.

    Of what labels say is of another year, a few come last: a report of the year before may stand
    below a label of this year.
    """
    fair = [s.candidate for s in (*sieve.right, *sieve.undated) if _is_scan(s.candidate)]
    hidden = [s.candidate for s in sieve.unreadable if s.fit is not Fit.WRONG]
    other = [s.candidate for s in sieve.unreadable if s.fit is Fit.WRONG]
    hidden += other[:_OF_ANOTHER_YEAR]
    return [*fair, *(candidate for candidate in hidden if candidate not in fair)]


def _is_scan(candidate: Candidate) -> bool:
    document = candidate.document
    if document.media is Media.WEBPAGE:
        return is_picture_only(document, candidate.label)
    return document.media in _SCANS and document.legibility is not Legibility.GOOD
