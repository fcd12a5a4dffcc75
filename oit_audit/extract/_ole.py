"""What lies in an Office file from before 2007: streams with names, as in a small disk."""

from __future__ import annotations

import io
import struct

import olefile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGES = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error,
            OverflowError, RecursionError, UnicodeError, MemoryError)  # fmt: skip
"""What the library raises for damaged files."""

MAX_STREAM = 100_000_000


def names(body: bytes) -> frozenset[str]:
    """Return the names that stand at the root; none when it is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as disk:
            return frozenset(entry[0] for entry in disk.listdir(streams=True, storages=True))
    except _DAMAGES:
        return frozenset()


def stream(body: bytes, name: str) -> bytes:
    """Return what lies under `name` at the root; empty when it is not there or damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as disk:
            if not disk.exists(name) or disk.get_size(name) > MAX_STREAM:
                return b""
            return bytes(disk.openstream(name).read())
    except _DAMAGES:
        return b""


def is_locked_word(body: bytes) -> bool:
    """Is a `.doc` locked with a password? Source: [MS-DOC], section 2.5.2, fEncrypted."""
    head = stream(body, "WordDocument")[:12]
    return len(head) == 12 and bool(head[11] & 0x01)
