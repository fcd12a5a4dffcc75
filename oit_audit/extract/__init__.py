"""From what a site sent to what it says.

In comes a `Resource` of the snapshot with its body, out goes a `Document`: text, tables, pictures,
links, forms and sections of one page or file. What cannot be read becomes a document that says why,
never an exception.
"""

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
from oit_audit.extract._extractor import Extractor
from oit_audit.extract._reader import Reader
from oit_audit.model import Document, Link, Resource

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


__all__ = [
    "EXTRACTORS",
    "Extractor",
    "Reader",
    "extract",
    "office",
    "read_links",
    "reader",
    "unpacker",
    "word_reader",
]
