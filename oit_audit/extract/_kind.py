"""What the bytes are: they say it themselves, else the server says, else the name."""

from __future__ import annotations

import io
import re
import zipfile

from oit_audit.extract import spreadsheet, word
from oit_audit.extract._extractor import Extractor, file_name
from oit_audit.extract._types import BINARY_EXCEL, BOMB, EMPTY, LOCKED, POWERPOINT
from oit_audit.model import Resource

MAX_UNPACKED = 500_000_000
"""Bytes that an Office file may unpack to, all members together."""

MAX_XML = 50_000_000
"""Bytes of one XML part of an Office file; a thousand pages of text have a tenth of it."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b\x08", "application/gzip"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", "application/msword"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
)
_ZIPPED = (
    ("word/", word.MEDIA_TYPE),
    ("xl/workbook.bin", BINARY_EXCEL),
    ("xl/", spreadsheet.MEDIA_TYPE),
    ("ppt/", POWERPOINT),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|frameset|title|meta)[\s>/]", re.IGNORECASE)
_XML = re.compile(rb"<\?xml|<(?:rss|feed|urlset|sitemapindex|svg)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:!--|[a-z][a-z0-9]{0,12}[\s>])", re.IGNORECASE)
_VAGUE = frozenset(
    {
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/download",
        "application/force-download",
        "application/x-download",
        "text/plain",
    }
)
_SURE_BY_MAGIC = frozenset(
    {
        "application/pdf",
        word.MEDIA_TYPE,
        spreadsheet.MEDIA_TYPE,
        "application/zip",
        "image/png",
        "image/jpeg",
        "image/gif",
    }
)
"""Types whose bytes always say so: a server that names them for other bytes is wrong."""


def media_type_of(resource: Resource, body: bytes, extractors: tuple[Extractor, ...]) -> str:
    """Return the media type of `body`."""
    if not body.strip():
        return EMPTY
    if found := _by_magic(body):
        return found
    said = resource.media_type
    if said not in _VAGUE and said not in _SURE_BY_MAGIC:
        return said
    return _by_name(resource, extractors) or _by_look(body) or said


def is_packed(body: bytes) -> bool:
    """Do other files lie in it, as in an archive or an Office file? Nothing is opened for this."""
    return body.startswith((b"PK\x03\x04", _OLE))


def _by_magic(body: bytes) -> str:
    head = body[:4_096]
    if b"%PDF-" in head[:1_024]:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(body)
    if head.startswith(_OLE):
        parts = (kind for name, kind in _OLE_PARTS if name.encode("utf-16-le") in body)
        return next(parts, "application/x-ole-storage")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"avif"}:
        return "image/heic"
    magic = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    return magic or _markup(head)


def _markup(head: bytes) -> str:
    bare = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if bare.startswith(b"<"):
        if _PAGE.search(bare):
            return "text/html"
        if _XML.match(bare):
            return "image/svg+xml" if b"<svg" in bare else "application/xml"
    return ""


def _zipped(body: bytes) -> str:
    """Tell Office files from other archives by their members, and refuse what is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if "mimetype" in names[:1] and members[0].file_size < 200:
                return archive.read(members[0]).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return "application/zip"
    if "[Content_Types].xml" not in names:
        return "application/zip"
    parts = (member.file_size for member in members if member.filename.endswith(".xml"))
    if sum(member.file_size for member in members) > MAX_UNPACKED or max(parts) > MAX_XML:
        return BOMB
    found = (kind for part, kind in _ZIPPED if any(name.startswith(part) for name in names))
    return next(found, "application/zip")


def _by_name(resource: Resource, extractors: tuple[Extractor, ...]) -> str:
    """Return what the name of the file promises, unless its bytes would have said so themselves."""
    name = file_name(resource).lower()
    for part in extractors:
        for suffix in part.suffixes:
            if name.endswith(suffix) and part.media_types[0] not in _SURE_BY_MAGIC:
                return "text/csv" if suffix == ".csv" else part.media_types[0]
    return ""


def _by_look(body: bytes) -> str:
    """Return page or text for what nobody names: markup, or bytes without controls."""
    head = body[:4_096]
    if _MARKUP.match(head.lstrip()):
        return "text/html"
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return "text/plain" if not controls else ""
