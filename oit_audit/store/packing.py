"""A file that packs what is written to it, record by record, as WARC readers expect."""

from __future__ import annotations

import zlib
from typing import BinaryIO

_LEVEL = 4
"""A third of the time of level 9 on pages, for an eighth more room."""


class Packed:
    """Begins a new gzip member after each `flush`: each can be unpacked without the others."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._pack = _packer()

    def write(self, piece: bytes) -> None:
        """Add to the present member."""
        self._file.write(self._pack.compress(piece))

    def flush(self) -> None:
        """End the present member.

        Raises:
            OSError: The disk does not take it.
        """
        self._file.write(self._pack.flush())
        self._file.flush()
        self._pack = _packer()


def _packer() -> zlib._Compress:
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
