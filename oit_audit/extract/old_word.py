"""Old and foreign texts: `.doc`, `.rtf`, `.odt`, Word's XML, WordPerfect.

What no library reads goes through LibreOffice, or antiword for a `.doc`; without them the document
says which program would read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from oit_audit.extract import _converters, word
from oit_audit.extract._converters import ConverterError
from oit_audit.extract._extractor import (
    MAX_BLOCKS,
    MAX_CELL_TEXT,
    MAX_CELLS,
    MAX_LINKS,
    Extractor,
    blank,
    folded,
    pieces,
)
from oit_audit.extract._legible import judge
from oit_audit.extract._mended import mended
from oit_audit.extract._ole import is_locked_word
from oit_audit.extract._package import PackageError, parsed
from oit_audit.extract._rtf import addresses_in, lines_of
from oit_audit.extract._types import OLD_WORD, OPEN_TEXT, RICH_TEXT, WORD_XML
from oit_audit.extract._word_body import Body, W
from oit_audit.model import Block, Document, Legibility, Link, Media, Resource, Table, resolve

_SUFFIXES = {
    OLD_WORD: ".doc",
    OPEN_TEXT: ".odt",
    "application/vnd.oasis.opendocument.text-template": ".ott",
    "application/vnd.sun.xml.writer": ".sxw",
    "application/vnd.wordperfect": ".wpd",
    "application/vnd.ms-works": ".wps",
}
_MAX_MARKS = 2_500_000
_XML_2003 = re.compile(rb"http://schemas\.microsoft\.com/office/word/2003/wordml")
_PART = "{http://schemas.microsoft.com/office/2006/xmlPackage}part"
_PART_NAME = "{http://schemas.microsoft.com/office/2006/xmlPackage}name"


def read(resource: Resource, body: bytes) -> Document:
    """Return what an old text says, or which program would read it."""
    reader = _READERS.get(resource.media_type, _converted)
    return replace(reader(resource, body), media_type=resource.media_type)


def _converted(resource: Resource, body: bytes) -> Document:
    kind = resource.media_type
    if kind == OLD_WORD and is_locked_word(body):
        return blank(resource, Media.WORD, note="the Word document is locked with a password")
    ways = [_by_office] if _converters.office() else []
    if kind == OLD_WORD and _converters.word_reader():
        ways.insert(0 if "!/" in resource.url else 1, _by_word_reader)  # an archive may hold many
    for way in ways:
        try:
            return way(resource, body)
        except ConverterError:
            continue
    return blank(resource, Media.WORD, note=_unread(kind, tried=bool(ways)))


def _unread(kind: str, *, tried: bool) -> str:
    if tried:
        return "the document is damaged, or locked with a password"
    if kind == OLD_WORD:
        return (
            "an old Word file (.doc), which LibreOffice or antiword would read: "
            "publish it as .docx or PDF"
        )
    return "a text of another program, which LibreOffice would read: publish it as .docx or PDF"


def _by_office(resource: Resource, body: bytes) -> Document:
    made = _converters.by_office(body, _SUFFIXES.get(resource.media_type, ".doc"), "docx")
    return word.read(resource, made)


def _by_word_reader(resource: Resource, body: bytes) -> Document:
    text = mended(_converters.by_word_reader(body))
    rows = [_cells(line) for line in text.splitlines()]
    if not any(map(any, rows)):
        raise ConverterError("antiword gives nothing back")
    return _from_lines(resource, rows, ())


def _cells(line: str) -> list[str]:
    """Return the cells between antiword's bars or catdoc's tabs; a line that is none as it is."""
    bare = line.strip()
    if "\t" in bare and not bare.startswith("|"):
        return bare.split("\t")
    return bare.strip("|").split("|") if bare.startswith("|") and bare.endswith("|") else [bare]


def _rich(resource: Resource, body: bytes) -> Document:
    try:
        rows, whole = lines_of(body)
    except ValueError:
        return blank(resource, Media.WORD, note="the rich text file is damaged")
    found = _from_lines(resource, rows, addresses_in(body))
    if whole or found.legibility is not Legibility.GOOD:
        return found
    note = "the document is too long: only its beginning was read"
    return replace(found, legibility=Legibility.POOR, legibility_note=note)


def _from_lines(
    resource: Resource, lines: Iterable[list[str]], addresses: Iterable[str]
) -> Document:
    """Return the document of `lines`: runs of rows are tables, all others paragraphs."""
    blocks: list[Block] = []
    tables: list[Table] = []
    run: list[list[str]] = []
    left = MAX_CELLS
    for cells in [*lines, [""]]:
        row = [folded(cell[:MAX_CELL_TEXT]) for cell in cells]
        if len(row) > 1 and left > 0:
            run.append(row)
            left -= len(row)
            continue
        if run:
            width = max(map(len, run))
            filled = tuple((*each, *([""] * (width - len(each)))) for each in run)
            tables.append(Table(filled, f"table {len(tables) + 1}"))
            run = []
        text = folded(cells[0])
        blocks += [Block(piece, "p") for piece in pieces(text)]
    links = (resolve(resource.final_url, address) for address in addresses)
    cut = len(blocks) > MAX_BLOCKS or left <= 0
    legibility, note = _legibility(blocks, tables, cut=cut)
    return replace(
        blank(resource, Media.WORD),
        blocks=tuple(blocks[:MAX_BLOCKS]),
        tables=tuple(tables),
        links=tuple(Link(url, "") for url in links if url)[:MAX_LINKS],
        legibility=legibility,
        legibility_note=note,
    )


def _legibility(blocks: list[Block], tables: list[Table], *, cut: bool) -> tuple[Legibility, str]:
    words = [block.text for block in blocks]
    words += [cell for table in tables for row in table.rows for cell in row]
    legibility, note = judge(["\n".join(words)])
    if not any(words):
        return Legibility.NONE, "the document holds no text"
    if legibility is Legibility.POOR:
        return legibility, note
    if cut:
        return Legibility.POOR, "the document is too long: only its beginning was read"
    return Legibility.GOOD, ""


def _from_xml(resource: Resource, body: bytes) -> Document:
    """Return what Word's own XML says: that of 2003, or a `.docx` in one piece."""
    usual = _XML_2003.sub(W[1:-1].encode(), body)
    if usual.count(b"<") + usual.count(b"=") > _MAX_MARKS:
        return blank(resource, Media.WORD, note="the Word document is too large to open")
    try:
        root = parsed(usual)
    except PackageError:
        return blank(resource, Media.WORD, note=word.DAMAGED)
    parts = {part.get(_PART_NAME, ""): part for part in root.iter(_PART)}
    whole = parts.get("/word/document.xml", root)
    text = Body(resource.final_url, word.heading_styles(next(root.iter(f"{W}styles"), None)))
    for found in whole.iter(f"{W}body"):
        _take(text, found)
    return word.written(resource, text, "")


def _take(text: Body, container: Any) -> None:
    """Add what stands in the body of 2003, whose paragraphs lie in sections."""
    for element in container:
        if isinstance(element.tag, str) and element.tag.endswith(("}sect", "}sub-section")):
            _take(text, element)
        else:
            text.take([element])


_READERS: dict[str, Callable[[Resource, bytes], Document]] = {
    RICH_TEXT: _rich,
    "text/rtf": _rich,
    WORD_XML: _from_xml,
}

EXTRACTOR = Extractor(
    Media.WORD,
    (*_SUFFIXES, *_READERS),
    (".doc", ".dot", ".rtf", ".odt", ".ott", ".sxw", ".wpd", ".wps"),
    read,
)
