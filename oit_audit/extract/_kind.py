"""What the bytes are: they say it themselves, else the server says, else the name."""

from __future__ import annotations

import re
import zipfile

from oit_audit.extract import _ole, spreadsheet, word
from oit_audit.extract._extractor import Extractor, file_name
from oit_audit.extract._types import (
    BINARY_EXCEL,
    BOMB,
    EMPTY,
    EXCEL_XML,
    LOCKED,
    MAIL_PAGE,
    OLD_EXCEL,
    OLD_POWERPOINT,
    OLD_WORD,
    OPEN_SLIDES,
    OPEN_TEXT,
    POWERPOINT,
    RICH_TEXT,
    WORD_XML,
)
from oit_audit.extract._zip import DAMAGES, opened
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
    (b"{\\rt", RICH_TEXT),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"PK\x05\x06", "application/zip"),
    (b"\xffWPC", "application/vnd.wordperfect"),
)
_OLE_PARTS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", OLD_WORD),
    ("PowerPoint Document", OLD_POWERPOINT),
    ("Workbook", OLD_EXCEL),
    ("Book", OLD_EXCEL),
    ("MatOST", "application/vnd.ms-works"),
)
_ZIPPED = (
    ("word/", word.MEDIA_TYPE),
    ("xl/workbook.bin", BINARY_EXCEL),
    ("xl/", spreadsheet.MEDIA_TYPE),
    ("ppt/", POWERPOINT),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|frameset|title|meta)[\s>/]", re.IGNORECASE)
_XML = re.compile(rb"<\?xml|<(?:rss|feed|urlset|sitemapindex|svg)[\s>]", re.IGNORECASE)
_OFFICE_XML = (
    (re.compile(rb"progid=.Word\.Document|<w:wordDocument[\s>]|<pkg:package[\s>]"), WORD_XML),
    (re.compile(rb"progid=.Excel\.Sheet|<(?:ss:)?Workbook[\s>]"), EXCEL_XML),
)
_MAIL = re.compile(rb"(?:mime-version|from|subject|date|content-type|x-[\w-]+)\s*:", re.IGNORECASE)
_MAIL_PAGE = re.compile(rb"content-type\s*:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_LISTS = (".csv", ".xls", ".xlsx", ".tsv")
"""Names under which programs put out plain lists."""

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
_ZIPS = frozenset({word.MEDIA_TYPE, spreadsheet.MEDIA_TYPE, POWERPOINT, OPEN_TEXT, OPEN_SLIDES})
"""Types whose files are ZIPs."""

_SURE_BY_MAGIC = frozenset(
    {
        "application/pdf",
        word.MEDIA_TYPE,
        spreadsheet.MEDIA_TYPE,
        POWERPOINT,
        OLD_WORD,
        OLD_EXCEL,
        OLD_POWERPOINT,
        OPEN_TEXT,
        OPEN_SLIDES,
        RICH_TEXT,
        "application/zip",
        "application/vnd.rar",
        "application/x-7z-compressed",
        "application/gzip",
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
    found = _by_magic(body)
    if found and found != "application/zip":
        return found
    said = resource.media_type
    if said not in _VAGUE and said not in _SURE_BY_MAGIC:
        return said
    name = file_name(resource).lower()
    named = _by_name(name, extractors)
    if found:  # a ZIP; one that broke off is what its name says
        return named if named in _ZIPS and not _is_whole(body) else found
    if named and named not in _SURE_BY_MAGIC:
        return named
    return _by_look(body, name) or (said if said not in _VAGUE else named or said)


def is_packed(body: bytes) -> bool:
    """Do other files lie in it, as in an archive or an Office file? Nothing is opened for this."""
    return body.startswith((b"PK\x03\x04", _ole.MAGIC))


def _by_magic(body: bytes) -> str:
    head = body[:4_096]
    if b"%PDF-" in head[:1_024]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", _ole.MAGIC)):
        return _zipped(body) if head.startswith(b"PK") else _by_streams(body)
    if head[257:262] == b"ustar":
        return "application/x-tar"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"avif"}:
        return "image/heic"
    magic = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    return magic or _markup(head)


def _by_streams(body: bytes) -> str:
    """Tell old Office files by what stands at their root; in damaged ones by what stands at all."""
    names = _ole.names(body)
    if names:
        parts = (kind for name, kind in _OLE_PARTS if name in names)
    else:
        parts = (kind for name, kind in _OLE_PARTS if name.encode("utf-16-le") in body)
    return next(parts, "application/x-ole-storage")


def _markup(head: bytes) -> str:
    bare = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MAIL.match(bare) and _MAIL_PAGE.search(bare):
        return MAIL_PAGE
    if bare.startswith(b"<"):
        for pattern, kind in _OFFICE_XML:
            if pattern.search(bare) and _XML.match(bare):
                return kind
        if _PAGE.search(bare):
            return "text/html"
        if _XML.match(bare):
            return "image/svg+xml" if b"<svg" in bare else "application/xml"
    return ""


def _zipped(body: bytes) -> str:
    """Tell Office files from other archives by their members, and refuse what is too large."""
    try:
        with opened(body) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if _is_bomb(members):
                return BOMB
            if "mimetype" in names[:1] and members[0].file_size < 200:
                return archive.read(members[0]).decode("ascii", "replace").strip()
    except DAMAGES:
        return "application/zip"
    if "[Content_Types].xml" not in names:
        return "application/zip"
    found = (kind for part, kind in _ZIPPED if any(name.startswith(part) for name in names))
    return next(found, "application/zip")


def _is_whole(body: bytes) -> bool:
    try:
        with opened(body):
            return True
    except DAMAGES:
        return False


def _is_bomb(members: list[zipfile.ZipInfo]) -> bool:
    names = {member.filename for member in members}
    if not names & {"[Content_Types].xml", "mimetype"}:
        return False
    parts = (member.file_size for member in members if member.filename.endswith(".xml"))
    whole = sum(member.file_size for member in members)
    return whole > MAX_UNPACKED or max(parts, default=0) > MAX_XML


def _by_name(name: str, extractors: tuple[Extractor, ...]) -> str:
    """Return what the name of the file promises."""
    for part in extractors:
        for suffix in part.suffixes:
            if name.endswith(suffix):
                return "text/csv" if suffix == ".csv" else part.media_types[0]
    return ""


def _by_look(body: bytes, name: str) -> str:
    """Return page, text or list for what nobody names: markup, or bytes without controls."""
    head = body[:4_096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if _MARKUP.match(head.lstrip(b"\xef\xbb\xbf \t\r\n")):
        return "text/html"
    if sum(byte < 9 or 13 < byte < 32 for byte in head):
        return ""
    return "text/csv" if name.endswith(_LISTS) else "text/plain"
