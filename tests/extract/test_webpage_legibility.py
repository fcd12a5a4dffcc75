"""When the words of a page cannot be trusted."""

from __future__ import annotations

from datetime import UTC, datetime

from oit_audit.extract import extract
from oit_audit.model import Legibility, Resource


def _page(body: str) -> Resource:
    data = body.encode()
    at = datetime(2023, 4, 20, tzinfo=UTC)
    url = "http://town.test/"
    return Resource(url, url, 200, "text/html", "utf-8", at, "0" * 64, len(data))


def test_a_page_drawn_with_glyphs_of_its_own_font_is_poorly_legible() -> None:
    body = f"<html><body><h1>แผน</h1><p>{chr(0xE012) * 200}</p></body></html>"
    document = extract(_page(body), body.encode())
    assert document.legibility is Legibility.POOR
    assert "damaged" in document.legibility_note


def test_a_page_in_plain_thai_is_well_legible() -> None:
    body = "<html><body><h1>แผนพัฒนาท้องถิ่น</h1><p>ยุทธศาสตร์ที่ 1</p></body></html>"
    assert extract(_page(body), body.encode()).legibility is Legibility.GOOD
