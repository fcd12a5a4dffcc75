"""A Word document (.docx): paragraphs, lists, tables and pictures, in the parts of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from oit_audit.extract._embedded import embedded
from oit_audit.extract._extractor import MAX_BLOCKS, MAX_LABEL, Extractor, File, blank, folded
from oit_audit.extract._legible import judge
from oit_audit.extract._package import Package, PackageError
from oit_audit.extract._word_body import Body, W, text_of
from oit_audit.model import Block, Document, Legibility, Link, Media, Resource

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LINE = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_LETTERS = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_BESIDE = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote"}
"""Parts beside the text, by kind, and how we call the place."""

DAMAGED = "the Word document is damaged"


def read(resource: Resource, body: bytes) -> Document:
    """Return what a Word document says; a broken one says so."""
    try:
        package = Package(body)
        name = package.main(_MAIN)
        root = package.xml(name)
        found = root.find(f"{W}body") if root is not None else None
        if found is None:
            return blank(resource, Media.WORD, media_type=MEDIA_TYPE, note=DAMAGED)
        text = Body(resource.final_url, heading_styles(_optional(package, "word/styles.xml")))
        text.relations = package.relations(name)
        text.take(found)
        _beside(package, text)
    except PackageError as error:
        note = DAMAGED if "damaged" in str(error) else "the Word document is too large to open"
        return blank(resource, Media.WORD, media_type=MEDIA_TYPE, note=note)
    return written(resource, text, _title(package))


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of a Word document to the web, in reading order."""
    return read(resource, body).links


def written(resource: Resource, text: Body, title: str) -> Document:
    """Return the document that says `text`."""
    words = "\n".join(block.text for block in text.blocks)
    cells = " ".join(cell for table in text.tables for row in table.rows for cell in row)
    legibility, note = judge([f"{words}\n{cells}"])
    if legibility is Legibility.NONE:
        legibility, note = _wordless(text) if not (words or cells) else (Legibility.GOOD, "")
    if legibility is Legibility.GOOD and text.is_full:
        legibility = Legibility.POOR
        note = "the document is too long: only its beginning was read"
    return replace(
        blank(resource, Media.WORD, media_type=MEDIA_TYPE),
        title=title,
        blocks=tuple(text.blocks[:MAX_BLOCKS]),
        tables=tuple(text.tables),
        pictures=tuple(text.pictures),
        links=tuple(text.links),
        sections=tuple(text.sections),
        legibility=legibility,
        legibility_note=note,
    )


def _wordless(text: Body) -> tuple[Legibility, str]:
    if text.pictures:
        return Legibility.NONE, "the document holds only pictures: probably a scan"
    return Legibility.NONE, "the document holds no text"


def _beside(package: Package, text: Body) -> None:
    """Add what stands beside the text: drawn charts, headers, footers and notes; each once."""
    said = set()
    for relation in tuple(text.relations.values()):
        if relation.kind == "diagramData":
            for line in diagram_lines(_optional(package, relation.target)):
                text.blocks.append(Block(line, "diagram"))
        root = _optional(package, relation.target) if relation.kind in _BESIDE else None
        if root is None:
            continue
        words = " ".join(map(text_of, root.iter(f"{W}p")))
        for part in root.iter(f"{W}footnote", f"{W}endnote"):
            text.take(part, _BESIDE[relation.kind])
        if words not in said and root.find(f"{W}p") is not None:
            text.section = 0
            text.relations = package.relations(relation.target)
            text.take(root, _BESIDE[relation.kind])
        said.add(words)


def diagram_lines(root: Any) -> Iterator[str]:
    """Give the lines of a chart of boxes (SmartArt), whose words lie in a part of their own."""
    for line in root.iter(_LINE) if root is not None else ():
        words = folded("".join(piece.text or "" for piece in line.iter(_LETTERS)))
        if words:
            yield words[:MAX_LABEL].strip()


def _optional(package: Package, name: str) -> Any:
    """Return the root of a part without which the text can be read; None when it is damaged."""
    try:
        return package.xml(name)
    except PackageError:
        return None


def _title(package: Package) -> str:
    root = _optional(package, "docProps/core.xml")
    title = root.findtext(_TITLE) if root is not None else ""
    return folded(title or "")[:MAX_LABEL].strip()


def heading_styles(styles: Any) -> dict[str, int]:
    """Return the level of each style that makes headings: by its name or outline level."""
    levels: dict[str, int] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        said = _HEADING.match(name.get(f"{W}val", "")) if name is not None else None
        if said:
            levels[style.get(f"{W}styleId", "")] = min(int(said.group(1)), 6)
        elif name is not None and name.get(f"{W}val", "").lower() == "title":
            levels[style.get(f"{W}styleId", "")] = 1
        elif outline is not None and outline.get(f"{W}val", "") in set("012345"):
            levels[style.get(f"{W}styleId", "")] = int(outline.get(f"{W}val")) + 1
    return levels


def unpack(body: bytes, most: int) -> Iterator[File]:
    """Give the files that are embedded in a document; the pictures too when it says nothing else.

    Args:
        body: The document.
        most: Bytes to which one file may unpack.
    """
    return embedded(body, most, r"word/document\.xml", b"<w:t")


EXTRACTOR = Extractor(
    Media.WORD,
    (
        MEDIA_TYPE,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/vnd.ms-word.template.macroenabled.12",
    ),
    (".docx", ".docm", ".dotx", ".dotm"),
    read,
    unpack,
    links=read_links,
)
