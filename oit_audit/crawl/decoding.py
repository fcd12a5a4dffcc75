"""Takes the content encoding off an answer, piece by piece, and never makes more than allowed."""

from __future__ import annotations

import zlib

_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_FOREIGN = frozenset({"br", "zstd", "compress", "x-compress"})


class BadEncodingError(Exception):
    """The answer is not encoded as it says."""


class TooLargeError(Exception):
    """The answer is longer than allowed."""


class Decoder:
    """Collects a body. Names that are no encodings (servers say `utf-8`) are taken as none."""

    def __init__(self, encoding: str, limit: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",")]
        packed = [name for name in names if name in _PACKED]
        if len(packed) > 1 or _FOREIGN.intersection(names):
            raise BadEncodingError(f"cannot decode {encoding[:80]!r}")
        self._limit = limit
        self._body = bytearray()
        self._fed = False
        self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
        self._may_be_raw = packed == ["deflate"]

    def feed(self, piece: bytes) -> None:
        """Take in one piece of the answer.

        Raises:
            BadEncodingError: it is not encoded as the header says.
            TooLargeError: the body has grown over the limit.
        """
        if not piece:
            return
        if self._unpack is None:
            self._keep(piece)
            return
        try:
            self._inflate(piece)
        except zlib.error as error:
            if self._fed or not self._may_be_raw:
                raise BadEncodingError(str(error)) from error
            self._may_be_raw = False
            self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
            self.feed(piece)
        self._fed = True

    def body(self) -> bytes:
        """Return the whole body.

        Raises:
            BadEncodingError: the packed answer ends in the middle.
        """
        if self._unpack is not None and self._fed and not self._unpack.eof:
            raise BadEncodingError("the compressed answer ends in the middle")
        return bytes(self._body)

    def _inflate(self, piece: bytes) -> None:
        while piece and self._unpack is not None:
            if self._unpack.eof:
                if not piece.startswith(b"\x1f\x8b"):
                    return  # padding behind the last member
                self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
            self._keep(self._unpack.decompress(piece, self._limit - len(self._body) + 1))
            piece = self._unpack.unconsumed_tail or self._unpack.unused_data

    def _keep(self, piece: bytes) -> None:
        self._body += piece
        if len(self._body) > self._limit:
            raise TooLargeError(f"over {self._limit} bytes")
