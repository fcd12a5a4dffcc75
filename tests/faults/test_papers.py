"""Papers that are made to do harm: each costs itself, and the pages beside it are still judged."""

from __future__ import annotations

import sys
import zlib

import pytest

from oit_audit.model import Status
from tests.faults.scene import FAULT, FAULTY, HEALTHY, beside, reply

BOMB_MB = 1_000


def pdf(stream: bytes, filters: str) -> bytes:
    """Return a PDF of one page whose content is `stream`."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>"
        ),
        b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (filters.encode(), len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    return made + table + end


def bomb(megabytes: int) -> bytes:
    """Return a few kilobytes that unpack, twice, to so many megabytes of text to draw."""
    unit = b"BT /F 12 Tf (hello world) Tj ET\n" * 32_768
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(unit) for _ in range(megabytes)) + packer.flush()
    return pdf(zlib.compress(once, 9), "/FlateDecode/FlateDecode")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process within its memory")
async def test_a_pdf_that_unpacks_to_gigabytes() -> None:
    body = bomb(BOMB_MB)
    assert len(body) < 10_000
    seen = await beside(reply(body, kind="application/pdf"))
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)
    assert "the file broke the program that reads it" in seen.verdict(FAULTY).reason.en
    assert FAULT not in seen.reasons
