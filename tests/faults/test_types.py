"""Answers that are called something else than they are, and letters that are."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from oit_audit.extract import extract
from oit_audit.model import Legibility, Media, SkipReason, Status
from tests.crawl.town import Reply
from tests.faults.scene import (
    FAULT,
    FAULTY,
    HEALTHY,
    STRUCTURE,
    beside,
    fault_of,
    home,
    opened,
    reply,
    visited,
)


def sheet(text: str) -> bytes:
    """Return a PDF of one page."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, text)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/octet-stream", "", "text/HTML", "application/xhtml+xml",
     "text/html;charset", "nonsense", "application/pdf", "html"],
)  # fmt: skip
async def test_a_page_under_another_type(kind: str) -> None:
    seen = await beside(reply(STRUCTURE, kind=kind))
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MISSING


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "application/pdf", ""])
async def test_links_of_a_page_under_another_type_are_followed(kind: str) -> None:
    index = "<!doctype html><title>ก</title><a href='/deep'>โครงสร้างหน่วยงาน</a>"
    async with opened({FAULT: reply(index, kind=kind), "/deep": STRUCTURE}) as town:
        seen = await visited(town)
    assert town.times("/deep") == 1
    assert seen.status(HEALTHY) is Status.MET


async def test_a_paper_under_the_type_of_a_page() -> None:
    async with opened({FAULT: reply(sheet("Structure"), kind="text/html")}) as town:
        seen = await visited(town)
    resource = next(part for part in seen.snapshot.resources if part.url.endswith(FAULT))
    assert extract(resource, seen.bodies[FAULT]).media is Media.PDF
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_page_at_the_address_of_a_paper() -> None:
    async with opened({"/": home(fault="/structure.pdf"), "/structure.pdf": STRUCTURE}) as town:
        seen = await visited(town)
    resource = next(part for part in seen.snapshot.resources if part.url.endswith(".pdf"))
    assert extract(resource, seen.bodies["/structure.pdf"]).media is Media.WEBPAGE
    assert seen.status(FAULTY) is not Status.MISSING


@pytest.mark.parametrize("kind", ["video/mp4", "audio/mpeg", "font/woff2", "text/css"])
async def test_what_no_audit_reads(kind: str) -> None:
    sent = reply(b"\x00" * 100_000, kind=kind)
    assert await fault_of(sent) is SkipReason.WRONG_TYPE


THAI = STRUCTURE.replace("<title>", "<html><head>{meta}<title>")
META = "<meta http-equiv='Content-Type' content='text/html; charset={}'>"


@pytest.mark.parametrize(
    ("codec", "header", "meta"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("cp874", "utf-8", ""),
        ("cp874", "", "utf-8"),
        ("cp874", "utf-8", "windows-874"),
        ("cp874", "windows-874", ""),
        ("cp874", "", "tis-620"),
        ("cp874", "iso-8859-1", ""),
        ("cp874", "windows-1252", "iso-8859-1"),
        ("cp874", "", ""),
        ("utf-8", "tis-620", ""),
        ("utf-8", "", "tis-620"),
        ("utf-8", "windows-874", "windows-874"),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "", ""),
        ("utf-8", "no-such-charset", "nonsense"),
        ("utf-8-sig", "tis-620", ""),
        ("utf-16", "", ""),
        ("utf-16", "utf-16", ""),
    ],
)
async def test_thai_letters_are_read_right_whatever_is_declared(
    codec: str, header: str, meta: str
) -> None:
    text = THAI.format(meta=META.format(meta) if meta else "")
    kind = f"text/html; charset={header}" if header else "text/html"
    seen = await beside(reply(text.encode(codec), kind=kind))
    resource = next(part for part in seen.snapshot.resources if part.url.endswith(FAULT))
    document = extract(resource, seen.bodies[FAULT])
    assert document.title == "โครงสร้างหน่วยงาน"
    assert document.legibility is Legibility.GOOD
    assert any("สำนักปลัด" in block.text for block in document.blocks)
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_soft_absence_in_eight_bits_is_seen_through() -> None:
    nothing = "<title>ไม่พบหน้าที่ต้องการ</title><h1>ไม่พบหน้าที่ต้องการ</h1>".encode("cp874")
    assert await fault_of(reply(nothing, kind="text/html")) is SkipReason.SOFT_NOT_FOUND


async def test_an_empty_page_is_no_proof_of_anything_else() -> None:
    seen = await beside(reply(b""))
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MET


@pytest.mark.parametrize(
    "disposition",
    [
        'attachment; filename="a.pdf"',
        "attachment; filename*=UTF-8''%E0%B9%81%E0%B8%9C%E0%B8%99.pdf",
        "attachment; filename=แผน.pdf",
        'attachment; filename="../../etc/passwd"',
        "attachment; filename=",
        "\xff;;==",
    ],
)
async def test_names_of_files_however_they_are_written(disposition: str) -> None:
    headers = (("Content-Disposition", disposition),)
    seen = await beside(Reply(sheet("Structure"), type="application/pdf", headers=headers))
    resource = next(part for part in seen.snapshot.resources if part.url.endswith(FAULT))
    assert "/" not in (resource.file_name or "")
    assert seen.reasons == {}
