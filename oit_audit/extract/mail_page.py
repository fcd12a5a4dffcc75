"""A page with all its files in one (`.mht`), as Word and Excel save them, often named `.doc`."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser

from oit_audit.extract import webpage
from oit_audit.extract._extractor import Extractor, blank
from oit_audit.extract._types import MAIL_PAGE
from oit_audit.extract.charset import text_and_codec
from oit_audit.model import Document, Link, Media, Resource

MAX_PAGES = 100
"""The sheets of a workbook."""

MAX_PARTS = 2_000
_DAMAGES = (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError)


def read(resource: Resource, body: bytes) -> Document:
    """Return what the pages in it say, one after the other."""
    pages = _pages(body) if body.count(b"\n--") <= MAX_PARTS else []
    if not pages:
        return blank(resource, Media.WEBPAGE, note="the saved page is damaged")
    whole = "\n".join(pages).encode()
    return replace(webpage.read(replace(resource, charset="utf-8"), whole), media_type=MAIL_PAGE)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of the pages in it, in reading order."""
    return read(resource, body).links


def _pages(body: bytes) -> list[str]:
    """Return the pages as text; those that are only frames for the others are left out."""
    try:
        mail = BytesParser(policy=policy.compat32).parsebytes(body)
        parts = [part for part in mail.walk() if part.get_content_type() == "text/html"]
        pages = [_text(part) for part in parts[:MAX_PAGES]]
    except _DAMAGES:
        return []
    full = [page for page in pages if "<frameset" not in page.lower()]
    return full or pages


def _text(part: Message) -> str:
    content = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return text_and_codec(content, charset)[0] if isinstance(content, bytes) else ""


EXTRACTOR = Extractor(
    Media.WEBPAGE,
    (MAIL_PAGE, "message/rfc822", "application/x-mimearchive"),
    (".mht", ".mhtml"),
    read,
    links=read_links,
)
