"""Papers that nobody can read, or only those who see: said once for the website as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_audit.model import Document, Legibility, Media, Severity, SiteFinding
from oit_audit.words import worded

_PAPERS = frozenset({Media.PDF, Media.WORD, Media.SPREADSHEET, Media.PRESENTATION, Media.ARCHIVE})
_SCAN = re.compile(r"no text layer|a scan\b|only pictures")
_SHUT = re.compile(r"damaged|locked|broken|too long$|too much memory|broke the program")
"""Of `Document.legibility_note`: what a visitor cannot open either, or hardly."""


def unread_papers(documents: Sequence[Document]) -> tuple[SiteFinding, ...]:
    """Return what to say of papers without text and of those that do not open.

    One finding a kind, at the first of them by address.
    """
    papers = sorted(filter(_is_paper, documents), key=lambda d: d.url)
    silent = [d for d in papers if d.legibility is Legibility.NONE]
    scans = [d for d in silent if _SCAN.search(d.legibility_note)]
    shut = [d for d in silent if _SHUT.search(d.legibility_note)]
    found = []
    if scans:
        found.append(_without_text(scans[0], len(scans), len(papers)))
    if shut:
        found.append(_that_do_not_open(shut[0], len(shut), len(papers)))
    return tuple(found)


def _is_paper(document: Document) -> bool:
    """Is it one, as far as can be told of a file that broke its reader?"""
    broken = document.media is Media.OTHER and _SHUT.search(document.legibility_note)
    return document.media in _PAPERS or bool(broken)


def _without_text(first: Document, count: int, of: int) -> SiteFinding:
    return SiteFinding(
        "papers_without_text",
        Severity.LOW,
        first.address,
        worded(
            "{count:,} of {of:,} papers are pictures without text, which blind readers and "
            "search engines cannot read; publish PDFs made from the original files, beside the "
            "signed scans if need be",
            count=count,
            of=of,
        ),
    )


def _that_do_not_open(first: Document, count: int, of: int) -> SiteFinding:
    return SiteFinding(
        "papers_unreadable",
        Severity.MEDIUM,
        first.address,
        worded(
            "{count:,} of {of:,} papers cannot be read: damaged, locked with a password or too "
            "much to open; look at them and publish them again",
            count=count,
            of=of,
        ),
    )
