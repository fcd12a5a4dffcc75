"""From what a site sent to what it says.

In comes a `Resource` of the snapshot with its body, out goes a `Document`: text, tables, pictures,
links, forms and sections of one page or file. What cannot be read becomes a document that says why,
never an exception. Where an engine is installed, words can be recognised in pictures of them. Lists
that a user hands in are read as bare rows (`sheet_rows`) or text (`decode`).
"""

from collections.abc import Iterable

from oit_audit.extract import (
    _choose,
    archive,
    image,
    mail_page,
    old_word,
    other,
    pdf,
    presentation,
    spreadsheet,
    text,
    webpage,
    word,
)
from oit_audit.extract._converters import office, unpacker, word_reader
from oit_audit.extract._engine import (
    NAMED_BY,
    Engine,
    Installed,
    find_engine,
    has_pillow,
    installed,
)
from oit_audit.extract._extractor import Extractor
from oit_audit.extract._ocr import recognise_page
from oit_audit.extract._reader import Reader
from oit_audit.extract._recognised import with_pictures, with_recognised
from oit_audit.extract._recogniser import Asked, Recogniser
from oit_audit.extract._sheet_rows import sheet_rows
from oit_audit.extract.charset import decode
from oit_audit.model import Document, Link, Recognised, Resource

EXTRACTORS: tuple[Extractor, ...] = (
    webpage.EXTRACTOR,
    mail_page.EXTRACTOR,
    pdf.EXTRACTOR,
    word.EXTRACTOR,
    old_word.EXTRACTOR,
    presentation.EXTRACTOR,
    spreadsheet.EXTRACTOR,
    text.EXTRACTOR,
    image.EXTRACTOR,
    archive.EXTRACTOR,
    other.EXTRACTOR,
)
"""The types we know; the last one takes what no other takes."""


def extract(resource: Resource, body: bytes) -> Document:
    """Return what a page or file says; never raises for what a site may send."""
    return _choose.read(EXTRACTORS, resource, body)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return only the links of a page or PDF, in reading order; empty for anything else."""
    return _choose.links(EXTRACTORS, resource, body)


def reader() -> Reader:
    """Return a reader that reads each page once, for a visit and the audit after it."""
    return Reader(EXTRACTORS)


def recognise(resource: Resource, body: bytes, pages: Iterable[int], engine: Engine) -> Recognised:
    """Return the words on some pages (from 1) of a PDF or a picture file; never raises.

    Here and now: `Recogniser` does it in processes that strangers' files may break.
    """
    read = (recognise_page(resource, body, number=n, engine=engine) for n in sorted(set(pages)))
    return Recognised(engine.name, tuple(read))


def recogniser(engine: Engine) -> Recogniser:
    """Return an engine at work, to be closed in the end."""
    return Recogniser(EXTRACTORS, engine)


__all__ = [
    "EXTRACTORS",
    "NAMED_BY",
    "Asked",
    "Engine",
    "Extractor",
    "Installed",
    "Reader",
    "Recogniser",
    "decode",
    "extract",
    "find_engine",
    "has_pillow",
    "installed",
    "office",
    "read_links",
    "reader",
    "recognise",
    "recogniser",
    "sheet_rows",
    "unpacker",
    "with_pictures",
    "with_recognised",
    "word_reader",
]
