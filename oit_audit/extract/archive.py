"""An archive of files: each of them is read as if it lay beside the archive."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator

from oit_audit.extract import _converters
from oit_audit.extract._extractor import Extractor, File, blank, file_name
from oit_audit.extract._file_names import Names, decoded, is_junk
from oit_audit.extract._tar import files_of, unpacked
from oit_audit.extract._zip import DAMAGES, opened
from oit_audit.model import Document, Media, Resource

MAX_RATIO = 200
"""Times that a large file may be larger than what it is packed in; tables reach fifty."""

_LARGE = 5_000_000
"""Bytes from which the ratio counts."""

_FLAG_UTF8 = 0x800
_LOCKED = 0x1
_RAR, _SEVEN = "application/vnd.rar", "application/x-7z-compressed"
_BY_PROGRAM = {_RAR: ".rar", _SEVEN: ".7z"}
_MAGIC_OF_PROGRAM = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_PIECE = re.compile(
    r"\.(?:part(?!0*1\.)\d+\.rar|r\d\d|z\d\d|(?:zip|7z|rar)\.\d{3}|\d{3})$", re.IGNORECASE
)
_TOO_LARGE = "the file unpacks to more than we open"


def read(resource: Resource, body: bytes) -> Document:  # noqa: ARG001 - all parts are asked alike
    """Return a document that says it is an archive; what lies in it comes besides."""
    note = "an archive: the files in it were not opened"
    kind = _BY_PROGRAM.get(resource.media_type)
    if _PIECE.search(file_name(resource)):
        note = "one piece of an archive that was cut into several: publish the files one by one"
    elif kind and not _converters.unpacker():
        note = (
            f"a {kind} archive, which bsdtar would open: publish the files one by one, or as .zip"
        )
    return blank(resource, Media.ARCHIVE, note=note)


def unpack(body: bytes, most: int) -> Iterator[File]:
    """Give the files of an archive; nothing for one that cannot be opened.

    Args:
        body: The archive.
        most: Bytes to which one file may unpack.
    """
    if body.startswith(_MAGIC_OF_PROGRAM):
        with _converters.as_tar(body) as source:
            yield from files_of(source, most)
    elif body.startswith(b"PK"):
        yield from _zipped(body, most)
    else:
        yield from unpacked(body, most)


def _zipped(body: bytes, most: int) -> Iterator[File]:
    try:
        archive = opened(body)
    except DAMAGES:
        return
    names = Names()
    with archive:
        members = archive.infolist()
        if sum(member.compress_size for member in members) > len(body):
            return  # they lie upon each other: a bomb
        for member in members:
            name = _name(member)
            is_link = stat.S_ISLNK(member.external_attr >> 16)
            if not (name.endswith(("/", "\\")) or is_link or is_junk(name)):
                yield _file(archive, member, names.own(name), most)


def _file(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int) -> File:
    if member.flag_bits & _LOCKED:
        return File(name, note="the file is locked with a password")
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > most or (member.file_size > _LARGE and ratio > MAX_RATIO):
        return File(name, note=_TOO_LARGE)
    try:
        with archive.open(member) as content:
            return File(name, content.read(most))
    except NotImplementedError:
        return File(name, note="the file is packed in a way that cannot be opened")
    except DAMAGES:
        return File(name, note="the file is damaged")


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name as the one who packed it saw it: Thai Windows does not say its code page."""
    if member.flag_bits & _FLAG_UTF8:
        return member.filename
    try:
        return decoded(member.filename.encode("cp437")) or member.filename
    except UnicodeEncodeError:
        return member.filename


EXTRACTOR = Extractor(
    Media.ARCHIVE,
    (
        "application/zip",
        _RAR,
        _SEVEN,
        "application/gzip",
        "application/x-tar",
        "application/x-bzip2",
        "application/x-xz",
    ),
    (".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"),
    read,
    unpack,
)
