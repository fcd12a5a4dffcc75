"""A site that shows its papers in viewers and flipbooks, visited and judged for real."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from oit_audit.serve import serve_site
from tests.end_to_end.conftest import Command
from tests.worlds import SITES, page, world

PAPERS = {
    "plan.pdf": "0017.pdf",
    "nogift.pdf": "0058.pdf",
}  # of the site `demo`: the development plan, and the No Gift Policy of the year
MENU = {
    "/plan": "แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)",
    "/nogift": "ประกาศเจตนารมณ์นโยบาย No Gift Policy ประจำปี 2566",
    "/laws": "กฎหมายที่เกี่ยวข้อง",
    "/privacy": "นโยบายคุ้มครองข้อมูลส่วนบุคคล",
}
SHOWN = {
    "/plan": "<iframe src='/pdfjs/web/viewer.html?file=..%2F..%2Ffiles%2Fplan.pdf'></iframe>",
    "/nogift": "<div id=b></div><script>PDFObject.embed('/files/nogift.pdf', '#b')</script>",
    "/laws": "<iframe src='/pdfjs/web/viewer.html?file=/files/lost.pdf'></iframe>",
    "/privacy": "<iframe src='https://online.anyflip.com/abcde/fghi/mobile/index.html'></iframe>",
}


def site(folder: Path) -> Path:
    menu = "".join(f"<li><a href='{to}'>{label}</a></li>" for to, label in MENU.items())
    routes: dict[str, str | dict[str, object]] = {
        "/": page("เทศบาลตำบลทุ่งจำลอง", f"<ul>{menu}</ul>"),
        **{to: page(MENU[to], shown) for to, shown in SHOWN.items()},
        **{f"/files/{to}": {"file": to, "type": "application/pdf"} for to in PAPERS},
    }
    made = world(folder, routes)
    for to, name in PAPERS.items():
        shutil.copy(SITES / "demo" / "www" / name, made / "www" / to)
    return made


def test_what_a_viewer_shows_is_judged_and_what_it_hides_is_not(
    scan: Command, tmp_path: Path
) -> None:
    with serve_site(site(tmp_path / "town")) as server:
        ended = scan(server.url, "--year", "2566", "--today", "2023-05-02", "-o", "json=-")
    audit: dict[str, Any] = json.loads(ended.out)
    items = {item["concepts"][0]: item for item in audit["items"]}

    for concept, to in {"strategic_plan": "plan", "no_gift_declaration": "nogift"}.items():
        first = items[concept]["evidence"][0]
        assert (items[concept]["status"], first["url"].rpartition("/")[2]) == ("met", f"{to}.pdf")
        assert first["click_path"] == ["หน้าหลัก", MENU[f"/{to}"]]

    dead = items["laws"]
    assert dead["status"] == "missing"
    assert ["404" in rejected["reason"]["th"] for rejected in dead["rejected"]].count(True) == 1

    book = items["pdpa_policy"]
    assert book["status"] == "unknown"
    assert "หนังสือพลิกหน้าของ anyflip.com" in book["reason"]["th"]
    assert "PDF" in book["remedy"]["th"]
