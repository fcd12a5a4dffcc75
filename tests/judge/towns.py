"""Invented sites of HTML, read and judged whole by the checklist of 2565."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oit_audit.checklists import load_checklist
from oit_audit.extract import extract
from oit_audit.judge import Case, judge
from oit_audit.match import match
from oit_audit.model import Document, Organisation, Resource, SkipReason, Verdict
from tests.judge.cases import TOWN
from tests.match.sites import HOME, WHEN, lexicon, numbering, snapshot, url

YEAR, TODAY = 2565, date(2022, 4, 25)
LIST = "/ita"
MENU = "<a href='/'>หน้าแรก</a> <a href='/ita'>ITA 2565</a>"


OTHERS = "".join(
    f"<li><a href='/others/{n}'>{name}</a></li>"
    for n, name in enumerate(("โครงสร้าง", "อำนาจหน้าที่", "กฎหมายที่เกี่ยวข้อง", "แผนพัฒนาท้องถิ่น"))
)
"""Other items of the list; they lead to nothing."""


def read(path: str, html: str) -> Document:
    """Return the page at a path, as its HTML says."""
    body = f"<html><head><title>{TOWN}</title></head><body>{html}</body></html>".encode()
    address = url(path)
    return extract(
        Resource(address, address, 200, "text/html", None, WHEN, "0" * 64, len(body)), body
    )


def verdict_on(
    concept: str,
    label: str,
    pages: Mapping[str, str | Document],
    *,
    gone: tuple[str, ...] = (),
    to: str = "/item",
) -> Verdict:
    """Return the verdict on an item to which a list links with `label`, on a site of `pages`."""
    documents = [
        read("/", f"<h1>{TOWN}</h1>{MENU}<p>เทศบาลขนาดกลาง ดูแลประชาชนทุกชุมชน</p>"),
        read(LIST, f"<h1>ITA 2565</h1>{MENU}<ul>{OTHERS}<li><a href='{to}'>{label}</a></li></ul>"),
        *(p if isinstance(p, Document) else read(path, MENU + p) for path, p in pages.items()),
    ]
    lost = (*gone, *(f"/others/{n}" for n in range(4)))
    visited = snapshot(documents, skips=dict.fromkeys(lost, SkipReason.NOT_FOUND), name=TOWN)
    matches = match(visited, documents, lexicon(), numbering())
    case = Case(load_checklist(YEAR), matches, visited.reach, Organisation(HOME, TOWN), TODAY)
    return next(v for v in judge(case) if concept in v.concepts)
