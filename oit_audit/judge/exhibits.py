"""What a verdict shows: where it lies, what it says there, and how one clicks to it."""

from __future__ import annotations

from oit_audit.judge.elements import Showing
from oit_audit.judge.sift import Sifted
from oit_audit.judge.years import YearSource
from oit_audit.model import Candidate, Document, Evidence
from oit_audit.thai import fold

MOST_EVIDENCE = 12
_QUOTE = 200
"""Characters of a quote, a title or a label."""

_TELLING = 12
"""Characters from which a line says more than a label."""


def exhibits(showing: Showing, by_url: dict[str, Sifted], wanted: int) -> tuple[Evidence, ...]:
    """Return the evidence of what a group shows, the best first; `wanted` is the year asked."""
    shown = showing.candidates[:MOST_EVIDENCE]
    return tuple(exhibit(c, by_url.get(c.document.url), wanted) for c in shown)


def exhibit(candidate: Candidate, sifted: Sifted | None, wanted: int) -> Evidence:
    """Return a candidate as evidence; its year is the wanted one when it is among those named."""
    document = candidate.document
    where, quote = _quote(document, candidate.label)
    reading = sifted.reading if sifted else None
    years = reading.years if reading and reading.source is not YearSource.UPLOAD else ()
    return Evidence(
        url=document.address,
        where=document.place(where),
        quote=quote,
        final_url=document.final_url,
        title=document.title
        or (document.blocks[0].text[:_QUOTE] if document.blocks else document.file_name),
        anchor_text=candidate.label[:_QUOTE],
        click_path=candidate.click_path,
        fiscal_year=wanted if wanted in years else max(years, default=None),
        media_type=document.media_type,
        fetched_at=document.fetched_at,
        sha256=document.sha256,
    )


def _quote(document: Document, label: str) -> tuple[str, str]:
    """Return the first line that says more than the label does, else the heading."""
    said = {fold(label), fold(document.title)}
    for block in document.blocks:
        if not block.heading and len(block.text) >= _TELLING and fold(block.text) not in said:
            return block.where, block.text[:_QUOTE]
    for table in document.tables[:1]:
        return table.where, " ".join(cell for cell in table.rows[0] if cell)[:_QUOTE]
    for block in document.blocks[:1]:
        return block.where, block.text[:_QUOTE]
    return "link", label[:_QUOTE]
