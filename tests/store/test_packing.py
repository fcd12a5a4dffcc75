"""Records that can be unpacked one by one."""

from __future__ import annotations

import gzip
from io import BytesIO

from oit_audit.store.packing import Packed


def test_each_record_can_be_unpacked_without_the_others() -> None:
    file = BytesIO()
    packed = Packed(file)
    ends = []
    for text in (b"first", b"second"):
        packed.write(text[:3])
        packed.write(text[3:])
        packed.flush()
        ends.append(file.tell())
    whole = file.getvalue()
    assert gzip.decompress(whole[: ends[0]]) == b"first"
    assert gzip.decompress(whole[ends[0] :]) == b"second"
    assert ends[1] == len(whole)
