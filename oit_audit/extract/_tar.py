"""Archives that are read in one go: tar, packed or not, and single packed files."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Iterator
from typing import IO

from oit_audit.extract._extractor import File
from oit_audit.extract._file_names import Names, decoded, is_junk

MAX_STREAM = 250_000_000
"""Bytes that are unpacked of one archive, the files in it and all around them."""

_MAX_HEADERS = 20_000
DAMAGES = (
    tarfile.TarError, lzma.LZMAError, zlib.error, OSError, EOFError, ValueError, RuntimeError,
    OverflowError, struct.error, KeyError, IndexError, TypeError,
)  # fmt: skip
_MARK = slice(257, 262)
_HEAD = 512


class Bounded(io.RawIOBase):
    """Gives what `source` gives, and fails past the limit instead of filling the memory."""

    def __init__(self, source: IO[bytes], most: int = MAX_STREAM, head: bytes = b"") -> None:
        super().__init__()
        self._source = source
        self._left = most
        self._head = head

    def readable(self) -> bool:
        """Can it be read? Yes."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes.

        Raises:
            OSError: there are more than allowed.
        """
        wanted = min(size if size >= 0 else self._left + 1, self._left + 1)
        if self._head:
            given, self._head = self._head[:wanted], self._head[wanted:]
        else:
            given = self._source.read(wanted)
        self._left -= len(given)
        if self._left < 0:
            raise OSError("it unpacks to more than we open")
        return given


def unpacked(body: bytes, most: int) -> Iterator[File]:
    """Give the files of a tar, packed or not, or the one file that was packed."""
    source = _opened(body)
    try:
        head = source.read(_HEAD)
    except DAMAGES:
        return
    if head[_MARK] == b"ustar" or source.__class__ is io.BytesIO:
        yield from files_of(Bounded(source, head=head), most)
        return
    name = _name_inside(body)
    try:
        yield File(name, head + Bounded(source, most).read())
    except DAMAGES as error:
        damaged = "more than" not in str(error)
        note = "the file is damaged" if damaged else "the file unpacks to more than we open"
        yield File(name, note=note)


def files_of(source: io.RawIOBase, most: int) -> Iterator[File]:
    """Give the files of a tar that comes piece by piece."""
    names = Names()
    try:
        with tarfile.open(fileobj=source, mode="r|", errorlevel=0) as archive:
            for number, member in enumerate(archive):
                if number >= _MAX_HEADERS:
                    return
                archive.members = []  # type: ignore[attr-defined]  # the library would keep them all
                name = _name(member)
                if member.isreg() and not is_junk(name):
                    yield _file(archive, member, names.own(name), most)
    except DAMAGES:
        return


def _file(archive: tarfile.TarFile, member: tarfile.TarInfo, name: str, most: int) -> File:
    if member.size > most:
        return File(name, note="the file unpacks to more than we open")
    try:
        content = archive.extractfile(member)
        body = content.read() if content is not None else b""
    except DAMAGES:
        body = b""
    if len(body) != member.size:
        return File(name, note="the file is damaged, or locked with a password")
    return File(name, body)


def _name(member: tarfile.TarInfo) -> str:
    raw = member.name.encode("utf-8", "surrogateescape")
    return decoded(raw) or raw.decode("utf-8", "replace")


def _opened(body: bytes) -> IO[bytes]:
    whole = io.BytesIO(body)
    if body.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=whole)  # type: ignore[return-value]  # it reads like a file
    if body.startswith(b"BZh"):
        return bz2.BZ2File(whole)
    if body.startswith(b"\xfd7zXZ"):
        return lzma.LZMAFile(whole)
    return whole


def _name_inside(body: bytes) -> str:
    """Return the name that a gzip gives its file; a plain one when it gives none.

    Source: RFC 1952, section 2.3.
    """
    if not body.startswith(b"\x1f\x8b") or len(body) < 10 or not body[3] & 0x08:
        return "file"
    at = 10
    if body[3] & 0x04:
        at += 2 + int.from_bytes(body[at : at + 2], "little")
    raw = body[at : at + 300].partition(b"\x00")[0]
    return Names().own(decoded(raw) or "file")
