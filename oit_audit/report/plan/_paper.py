"""An empty Word document of our own, and how it becomes the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Mm

from oit_audit.model import Language
from oit_audit.report.plan._styles import FONT, LIKE_IT, set_styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PORTRAIT_CM, LANDSCAPE_CM = 16.5, 25.2
"""Room between the margins."""

_A4 = (Mm(210), Mm(297))
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can say."""

_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")
"""Ends of the relationships to parts of the library's empty document that say nothing."""

_FONTS = f"""<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="{LIKE_IT}"/>
<w:panose1 w:val="020B0500040200020003"/><w:charset w:val="DE"/><w:family w:val="swiss"/>
<w:pitch w:val="variable"/></w:font></w:fonts>"""

_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>oit-audit</Application></Properties>"""

_KEEP = f"""<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode"
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"""


def empty_paper(title: str, language: Language, day: date) -> Document:
    """Return a document of A4 pages with the styles of a plan; nobody is named as its author."""
    document = docx.Document()
    set_styles(document)
    for name, relation in tuple(document.part.package.rels.items()):
        if relation.reltype.endswith(_UNUSED):
            document.part.package.rels.pop(name)
    for name, relation in tuple(document.part.rels.items()):
        if relation.reltype.endswith(_UNUSED):
            document.part.rels.pop(name)
    _settings(document.settings.element)
    _write_parts(document)
    properties = document.core_properties
    properties.title, properties.language = title, "th-TH" if language == "th" else "en-US"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = properties.subject = ""
    properties.revision = 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - python-docx writes it as UTC
    turned(document.sections[0], landscape=False)
    return document


def next_section(document: Document, *, landscape: bool) -> None:
    """Begin a new page that lies or stands."""
    turned(document.add_section(WD_SECTION.NEW_PAGE), landscape=landscape)


def turned(section: Section, *, landscape: bool) -> None:
    """Give a section the size and margins of an official page, lying or standing."""
    short, long = _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance = section.footer_distance = Cm(1.1)


def finished(document: Document) -> bytes:
    """Return the bytes of `document`: the same document, the same bytes."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def _settings(settings: Any) -> None:
    for name in ("w:compat", "w:themeFontLang", "w:rsids", "w:attachedTemplate"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    language = OxmlElement("w:themeFontLang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:bidi"), "th-TH")
    settings.find(qn("m:mathPr")).addprevious(parse_xml(_KEEP))
    settings.find(qn("w:clrSchemeMapping")).addprevious(language)


def _write_parts(document: Document) -> None:
    """Say which fonts stand in for ours, and what made the file."""
    for part in document.part.package.iter_parts():
        if part.partname.endswith("/fontTable.xml"):
            part._blob = _FONTS.encode()  # noqa: SLF001 - python-docx offers no other way
        elif part.partname.endswith("/app.xml"):
            part._blob = _APP  # noqa: SLF001 - as above
