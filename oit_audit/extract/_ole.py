"""What lies in an Office file from before 2007: streams with names, as in a small disk."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence

import olefile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGES = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error,
            OverflowError, RecursionError, UnicodeError, MemoryError)  # fmt: skip
"""What the library raises for damaged files."""

MAX_STREAM = 100_000_000
_SPECIAL = 0xFFFFFFFA
"""Numbers from here on are no sectors but say: the end, free, a list of sectors."""


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


def is_sound(body: bytes) -> bool:
    """Does each chain of sectors have an end? One that runs in a circle is read for ever.

    Source: [MS-CFB], sections 2.2 to 2.5.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as disk:
            disk.loadminifat()
            return not any(map(_runs_in_a_circle, (disk.fat, disk.minifat))) and _has_an_end(body)
    except _DAMAGES:
        return False


def _runs_in_a_circle(follows: Sequence[int]) -> bool:
    """Does a way lead back to where it was? `follows` says for each sector which one is next."""
    ways = [0] * len(follows)  # the way on which each was seen first
    for way in range(1, len(follows) + 1):
        at = way - 1
        while at < len(follows) and not ways[at]:
            ways[at] = way
            at = follows[at]
        if at < len(follows) and ways[at] == way:
            return True
    return False


def _has_an_end(body: bytes) -> bool:
    """Does the list of the lists of sectors end, which the header begins?"""
    size = 1 << min(int.from_bytes(body[0x1E:0x20], "little"), 12)
    at, seen = int.from_bytes(body[0x44:0x48], "little"), set[int]()
    while at < _SPECIAL:
        place = (at + 2) * size - 4
        if at in seen or place + 4 > len(body):
            return False
        seen.add(at)
        at = int.from_bytes(body[place : place + 4], "little")
    return True


def is_locked_word(body: bytes) -> bool:
    """Is a `.doc` locked with a password? Source: [MS-DOC], section 2.5.2, fEncrypted."""
    head = stream(body, "WordDocument")[:12]
    return len(head) == 12 and bool(head[11] & 0x01)
