"""An archive of files: each of them is read as if it lay beside the archive."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from oit_audit.extract._extractor import Extractor, File, blank
from oit_audit.model import Document, Media, Resource

_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, EOFError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_FLAG_UTF8 = 0x800
_LOCKED = 0x1


def read(resource: Resource, body: bytes) -> Document:  # noqa: ARG001 - all parts are asked alike
    """Return a document that says it is an archive; what lies in it comes besides."""
    return blank(resource, Media.ARCHIVE, note="an archive: the files in it were not opened")


def unpack(body: bytes, most: int) -> Iterator[File]:
    """Give the files of a ZIP; nothing for other archives.

    Args:
        body: The archive.
        most: Bytes to which one file may unpack.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except _DAMAGES:
        return
    with archive:
        for member in archive.infolist():
            if not member.is_dir():
                yield _file(archive, member, most)


def _file(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> File:
    name = _name(member)
    if member.flag_bits & _LOCKED:
        return File(name, note="the file is locked with a password")
    if member.file_size > most:
        return File(name, note="the file unpacks to more than we open")
    try:
        with archive.open(member) as content:
            return File(name, content.read(most))
    except _DAMAGES:
        return File(name, note="the file is damaged")


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name as the one who packed it saw it: Thai Windows does not say its code page."""
    if member.flag_bits & _FLAG_UTF8:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for codec in ("utf-8", "cp874"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return member.filename


EXTRACTOR = Extractor(
    Media.ARCHIVE,
    (
        "application/zip",
        "application/vnd.rar",
        "application/x-7z-compressed",
        "application/gzip",
        "application/x-tar",
    ),
    (".zip", ".rar", ".7z", ".gz", ".tar"),
    read,
    unpack,
)
