"""Documents with the words that were recognised in pictures of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, MAX_CELL_TEXT, folded
from oit_audit.extract._lines import PageText, page_text
from oit_audit.model import Block, Document, Legibility, Picture, Recognised, RecognisedPage, Table

_SURE = 88.0
"""Mean confidence from which the absence of a word says something."""

_FEW = 20
"""Letters of all pages up to which nothing was read."""

_MOST_UNREAD = 0.2
"""Share of numbers in doubt from which absence proves nothing."""

_PAGE = re.compile(r"page (\d+)(?: |$)")


def with_recognised(document: Document, recognised: Recognised) -> Document:
    """Return a scan with the words that were recognised on some of its pages.

    What its other pages say themselves stays. Of a page without words nothing is said.
    """
    read = {page.number: page_text(page) for page in recognised.pages}
    of = max([document.pages, *(page.of for page in recognised.pages)])
    letters = sum(text.letters for text in read.values())
    if letters < _FEW:
        note = next((page.note for page in recognised.pages if page.note), "")
        return replace(
            document,
            legibility_note=note or "no words were recognised in it",
            recognised=True,
            pages=of,
        )
    own = [b for b in document.blocks if _page_of(b.where) not in read]
    whole = {number for number in map(_page_of, (b.where for b in own)) if number} | set(read)
    complete = len(whole) >= of and not any(page.note for page in recognised.pages)
    sure = _is_sure(list(read.values()))
    blocks = [*own, *(b for n, text in read.items() for b in _blocks(text, f"page {n} (OCR)"))]
    blocks.sort(key=lambda block: _page_of(block.where))
    tables = [t for n, text in read.items() for t in _tables(text, f"page {n} (OCR)")]
    return replace(
        document,
        blocks=tuple(blocks[:MAX_BLOCKS]),
        tables=(*(t for t in document.tables if _page_of(t.where) not in read), *tables),
        legibility=Legibility.GOOD if complete and sure else Legibility.POOR,
        legibility_note="" if complete and sure else _note(recognised.pages, of),
        recognised=True,
        pages=of,
    )


def with_pictures(document: Document, read: Mapping[str, Recognised]) -> Document:
    """Return a page with the words that were recognised in its pictures, by their addresses."""
    shown = [
        (number, picture, page_text(read[picture.url].pages[0]))
        for number, picture in enumerate(document.pictures, 1)
        if picture.url in read and read[picture.url].pages
    ]
    said = [text for _, _, text in shown if text.letters >= _FEW]
    blocks = [b for n, p, text in shown for b in _of_picture(_blocks(text, _where(n)), p)]
    tables = [
        replace(table, section=picture.section, region=picture.region)
        for number, picture, text in shown
        for table in _tables(text, _where(number))
    ]
    sure = all(_is_sure([text]) for text in said)
    poor = document.legibility is Legibility.GOOD and bool(said) and not sure
    return replace(
        document,
        blocks=(*document.blocks, *blocks)[:MAX_BLOCKS],
        tables=(*document.tables, *tables),
        legibility=Legibility.POOR if poor else document.legibility,
        legibility_note=_UNSURE if poor else document.legibility_note,
        recognised=True,
    )


_UNSURE = "read by OCR, and not every word for sure"


def _where(number: int) -> str:
    return f"picture {number} (OCR)"


def _of_picture(blocks: Iterator[Block], picture: Picture) -> Iterator[Block]:
    for block in blocks:
        yield replace(block, section=picture.section, region=picture.region)


def _blocks(text: PageText, where: str) -> Iterator[Block]:
    for line in text.lines:
        if said := folded(line.text)[:MAX_BLOCK_TEXT]:
            yield Block(said, where)


def _tables(text: PageText, where: str) -> Iterator[Table]:
    for grid in text.grids:
        cells = (tuple(folded(cell)[:MAX_CELL_TEXT] for cell in row) for row in grid.rows)
        yield Table(tuple(cells), where)


def _page_of(where: str) -> int:
    found = _PAGE.match(where)
    return int(found[1]) if found else 0


def _is_sure(texts: Sequence[PageText]) -> bool:
    """May the absence of a word on these pages be believed?"""
    letters = sum(text.letters for text in texts)
    numbers, unread = sum(t.numbers for t in texts), sum(t.unread for t in texts)
    confidence = sum(text.confidence * text.letters for text in texts) / max(1, letters)
    return confidence >= _SURE and unread <= _MOST_UNREAD * numbers


def _note(pages: Sequence[RecognisedPage], of: int) -> str:
    """Say which pages were read, and why that is not everything."""
    read = [page.number for page in pages if not page.note]
    which = ", ".join(_spans(read))
    if len(read) < of:
        return f"read by OCR, pages {which} of {of}"
    failed = next((page.note for page in pages if page.note), "")
    return failed or _UNSURE


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """Give ascending numbers as spans: `1–3`, `7`."""
    start = before = 0
    for number in [*sorted(numbers), -1]:
        if start and number != before + 1:
            yield f"{start}–{before}" if before > start else f"{start}"
            start = number
        start, before = start or number, number
