"""Takes the content encoding off an answer, piece by piece, and never makes more than allowed."""

from __future__ import annotations

import zlib

import brotli

ACCEPTED = "gzip, deflate, br"
"""What we say that we understand."""

_ZLIB = frozenset({"gzip", "x-gzip", "deflate"})
_FOREIGN = frozenset({"zstd", "compress", "x-compress"})
_PROPORTION = 150
"""Bytes out for each byte in from which an answer that is too large was made to be so: the text of
pages packs to a tenth, rarely to a fiftieth."""

_PIECE = 1 << 16
_SLICE = 1 << 10
"""Bytes handed to brotli at a time: it does not say how many of them it has used."""


class BadEncodingError(Exception):
    """The answer is not encoded as it says."""


class TooLargeError(Exception):
    """The answer is longer than allowed."""


class BombError(TooLargeError):
    """The answer is longer than allowed, and out of all proportion to what was sent."""


class Decoder:
    """Collects a body. Names that are no encodings (servers say `utf-8`) are taken as none."""

    def __init__(self, encoding: str, limit: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",")]
        packed = [name for name in names if name in _ZLIB or name == "br"]
        if len(packed) > 1 or _FOREIGN.intersection(names):
            raise BadEncodingError(f"cannot decode {encoding[:80]!r}")
        self._limit = limit
        self._body = bytearray()
        self._taken = 0
        self._brotli = brotli.Decompressor() if packed == ["br"] else None
        self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 32) if _ZLIB & set(packed) else None
        self._may_be_raw = packed == ["deflate"]

    def feed(self, piece: bytes) -> int:
        """Take in one piece of the answer; return by how many bytes the body has grown.

        Raises:
            BadEncodingError: it is not encoded as the header says.
            TooLargeError: the body has grown over the limit.
        """
        before = len(self._body)
        if self._brotli is not None:
            for start in range(0, len(piece), _SLICE):
                self._unpack_brotli(self._brotli, piece[start : start + _SLICE])
        elif self._zlib is not None:
            self._unpack_zlib(piece)
            self._taken += len(piece)
        else:
            self._keep(piece)
        return len(self._body) - before

    def body(self) -> bytes:
        """Return the whole body.

        Raises:
            BadEncodingError: the packed answer ends in the middle.
        """
        whole = self._zlib is None or self._zlib.eof
        if self._brotli is not None:
            whole = self._brotli.is_finished()
        if self._taken and not whole:
            raise BadEncodingError("the compressed answer ends in the middle")
        return bytes(self._body)

    def _unpack_brotli(self, unpack: brotli.Decompressor, piece: bytes) -> None:
        try:
            self._keep(unpack.process(piece, output_buffer_limit=_PIECE), len(piece))
            while not unpack.is_finished():
                plain = unpack.process(b"", output_buffer_limit=_PIECE)
                if not plain and unpack.can_accept_more_data():
                    break
                self._keep(plain, len(piece))
            self._taken += len(piece)
        except brotli.error as error:
            raise BadEncodingError(f"brotli: {error}") from error

    def _unpack_zlib(self, piece: bytes) -> None:
        try:
            self._inflate(piece)
        except zlib.error as error:
            if self._taken or not self._may_be_raw:
                raise BadEncodingError(str(error)) from error
            self._may_be_raw = False
            self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)
            self._unpack_zlib(piece)

    def _inflate(self, piece: bytes) -> None:
        size = len(piece)
        while piece and self._zlib is not None:
            if self._zlib.eof:
                if not piece.startswith(b"\x1f\x8b"):
                    return  # padding behind the last member
                self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 32)
            plain = self._zlib.decompress(piece, self._limit - len(self._body) + 1)
            self._keep(plain, size - len(self._zlib.unconsumed_tail))
            piece = self._zlib.unconsumed_tail or self._zlib.unused_data

    def _keep(self, plain: bytes, sent: int = 0) -> None:
        """Add `plain`; `sent` is the length of the packed piece that it came from, 0 for none."""
        self._body += plain
        if len(self._body) <= self._limit:
            return
        if sent and len(self._body) > _PROPORTION * (self._taken + sent):
            raise BombError(f"over {self._limit} bytes out of {self._taken + sent}")
        raise TooLargeError(f"over {self._limit} bytes")
