"""A presentation (.pptx): the words, tables, links and notes of each slide.

Older and foreign ones (`.ppt`, `.odp`) go through LibreOffice when it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from oit_audit.extract import _converters
from oit_audit.extract._converters import ConverterError
from oit_audit.extract._embedded import embedded
from oit_audit.extract._extractor import MAX_BLOCKS, MAX_LABEL, Extractor, File, blank, folded
from oit_audit.extract._package import Package, PackageError, Relation
from oit_audit.extract._slides import R_ID, P, Slides, words_of
from oit_audit.extract._types import OLD_POWERPOINT, OPEN_SLIDES, POWERPOINT
from oit_audit.extract.word import diagram_lines
from oit_audit.model import Document, Legibility, Link, Media, Resource

MAX_SLIDES = 1_000
_MAIN = "ppt/presentation.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NO_TITLE = re.compile(
    r"(?:powerpoint presentation|งานนำเสนอ powerpoint|slide \d+|\W*)$", re.IGNORECASE
)
_OLD = {
    OLD_POWERPOINT: ".ppt",
    OPEN_SLIDES: ".odp",
    "application/vnd.oasis.opendocument.presentation-template": ".otp",
    "application/vnd.sun.xml.impress": ".sxi",
}


def read(resource: Resource, body: bytes) -> Document:
    """Return what a presentation says; a broken one says so."""
    suffix = _OLD.get(resource.media_type)
    if suffix is None:
        return _read(resource, body)
    if not _converters.office():
        note = "an old PowerPoint file, which LibreOffice would read: publish it as PDF"
        return blank(resource, Media.PRESENTATION, note=note)
    try:
        made = _converters.by_office(body, suffix, "pptx")
    except ConverterError:
        note = "the presentation is damaged, or locked with a password"
        return blank(resource, Media.PRESENTATION, note=note)
    return replace(_read(resource, made), media_type=resource.media_type)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of a `.pptx` to the web, in reading order."""
    return _read(resource, body).links if body.startswith(b"PK") else ()


def _read(resource: Resource, body: bytes) -> Document:
    try:
        package = Package(body)
        name = package.main(_MAIN)
        root = package.xml(name)
        slides, lost, count = _slides(package, root, name, resource.final_url)
    except PackageError as error:
        damaged = "damaged" in str(error)
        note = "the presentation is damaged" if damaged else "the presentation is too large to open"
        return blank(resource, Media.PRESENTATION, media_type=POWERPOINT, note=note)
    legibility, note = _legibility(slides, lost)
    return replace(
        blank(resource, Media.PRESENTATION, media_type=POWERPOINT, pages=max(1, count)),
        title=_title(package),
        blocks=tuple(slides.blocks[:MAX_BLOCKS]),
        tables=tuple(slides.tables),
        pictures=tuple(slides.pictures),
        links=tuple(slides.links),
        sections=tuple(slides.sections),
        legibility=legibility,
        legibility_note=note,
    )


def _slides(package: Package, root: Any, name: str, address: str) -> tuple[Slides, int, int]:
    """Return what the slides say, the first that is damaged or 0, and how many there are."""
    slides, lost = Slides(address), 0
    if root is None:
        raise PackageError("the file is damaged")
    relations = package.relations(name)
    named = (relations.get(each.get(R_ID, "")) for each in root.iter(f"{P}sldId"))
    parts = [relation.target for relation in named if relation is not None]
    for number, part in enumerate(parts[:MAX_SLIDES], 1):
        try:
            slide = package.xml(part)
        except PackageError:
            slide = None
        if slide is None:
            lost = lost or number
            continue
        if slide.get("show") in {"0", "false"}:
            continue
        around = package.relations(part)
        slides.slide(slide, number, around)
        _beside(package, slides, around, number)
        if slides.is_full:
            break
    return slides, lost, len(parts)


def _beside(package: Package, slides: Slides, around: dict[str, Relation], number: int) -> None:
    """Add the charts of boxes of a slide, and its notes."""
    for relation in around.values():
        try:
            if relation.kind == "diagramData":
                lines = list(diagram_lines(package.xml(relation.target)))
                slides.lines(lines, f"slide {number}")
            elif relation.kind == "notesSlide":
                notes = package.xml(relation.target)
                shapes = notes.iter(f"{P}sp") if notes is not None else ()
                said = [line for shape in shapes for line in words_of(shape)]
                slides.lines(said, f"slide {number} notes")
        except PackageError:
            continue


def _legibility(slides: Slides, lost: int) -> tuple[Legibility, str]:
    filled = bool(slides.blocks or slides.tables)
    if lost:
        return (Legibility.POOR if filled else Legibility.NONE), f"slide {lost} cannot be read"
    if not filled and slides.pictures:
        return Legibility.NONE, "the presentation holds only pictures"
    if not filled:
        return Legibility.NONE, "the presentation holds no text"
    if slides.is_full or len(slides.sections) > MAX_SLIDES:
        return Legibility.POOR, "the presentation is too long: only its beginning was read"
    return Legibility.GOOD, ""


def _title(package: Package) -> str:
    try:
        root = package.xml("docProps/core.xml")
    except PackageError:
        return ""
    title = folded((root.findtext(_TITLE) if root is not None else "") or "")[:MAX_LABEL].strip()
    return "" if _NO_TITLE.match(title) else title


def unpack(body: bytes, most: int) -> Iterator[File]:
    """Give the files that are embedded in slides; the pictures too when they say nothing else.

    Args:
        body: The presentation.
        most: Bytes to which one file may unpack.
    """
    return embedded(body, most, r"ppt/slides/[^/]+\.xml", b"<a:t>")


EXTRACTOR = Extractor(
    Media.PRESENTATION,
    (
        POWERPOINT,
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
        "application/vnd.openxmlformats-officedocument.presentationml.template",
        "application/vnd.ms-powerpoint.presentation.macroenabled.12",
        "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
        *_OLD,
    ),
    (".pptx", ".pptm", ".ppsx", ".potx", ".ppt", ".pps", ".odp", ".otp", ".sxi"),
    read,
    unpack,
    links=read_links,
)
