"""A ZIP, opened when its list of files is of a size that can be held."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

MAX_ENTRIES = 50_000
"""Of one ZIP; each takes a kilobyte of memory."""

DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, ValueError, EOFError,
    NotImplementedError, RuntimeError, KeyError, IndexError, OverflowError,
)  # fmt: skip
"""What the library raises for damaged files."""

_ENTRY = b"PK\x01\x02"


def opened(body: bytes) -> zipfile.ZipFile:
    """Return `body` as a ZIP; what goes wrong is one of `DAMAGES`."""
    if body.count(_ENTRY) > MAX_ENTRIES:
        raise zipfile.BadZipFile("too many files")
    return zipfile.ZipFile(io.BytesIO(body))
