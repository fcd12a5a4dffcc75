"""Hard cases: pages and papers as towns publish them, read by the real extractors and looked at
with the elements of a real checklist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from oit_audit.checklists import load_checklist
from oit_audit.extract import extract
from oit_audit.judge.substance import is_picture_only
from oit_audit.model import (
    Block,
    Checklist,
    Document,
    Finding,
    Item,
    Media,
    Outcome,
    Resource,
    Scene,
)
from tests.checks.reading import scene

HARD = Path(__file__).parent / "hard"
HOME = "http://www.town.test"
_NAV = '<ul><li><a href="/">หน้าแรก</a></li><li><a href="/oit">ITA</a></li></ul>'
_FOOTER = "เทศบาลตำบลสมมุติ สงวนลิขสิทธิ์"


@dataclass(frozen=True)
class HardCase:
    """What a town shows for one item, and what must be said of some of its elements."""

    title: str
    year: int
    item: str
    said: Mapping[str, Any]

    def of(self) -> Item:
        """Return the item of the checklist."""
        return next(item for item in load(self.year).items if item.id == self.item)

    def look(self, element: str) -> Finding:
        """Return what is said of one element: by its check, and by the judge of mere pictures."""
        chosen = next(each for each in self.of().elements if each.id == element)
        documents = self.documents()
        finding = chosen.check.look(documents, self.scene())
        is_drawn = all(is_picture_only(document, document.title) for document in documents)
        if finding.outcome is Outcome.ABSENT and is_drawn:
            return replace(finding, outcome=Outcome.CANNOT_TELL)
        return finding

    def documents(self) -> tuple[Document, ...]:
        """Return the pages and papers that it shows."""
        parts = self.said.get("documents") or [self.said]
        return tuple(_document(part, f"{HOME}/p{number}") for number, part in enumerate(parts))

    def scene(self) -> Scene:
        """Return the scene, with what the rest of the site says."""
        evidence_year = self.year - _is_previous(self.of())
        gone = frozenset(f"{HOME}{path}" for path in self.said.get("dead", ()))
        elsewhere = {
            concept: tuple(_document(part, f"{HOME}/{concept}") for part in parts)
            for concept, parts in self.said.get("others", {}).items()
        }
        if leader := self.said.get("leader"):
            page = {"title": "คณะผู้บริหาร", "body": f"<p>{leader}</p><p>นายกเทศมนตรี</p>"}
            elsewhere["executives"] = (_document(page, f"{HOME}/executives"),)
        return replace(scene(self.year, evidence_year), elsewhere=elsewhere, gone=gone)


def _is_previous(item: Item) -> bool:
    return item.fresh.value == "previous_year"


@cache
def load(year: int) -> Checklist:
    """Return the checklist of a year, read once."""
    return load_checklist(year)


def hard_cases() -> Iterator[HardCase]:
    """Yield all hard cases."""
    for path in sorted(HARD.glob("*.yaml")):
        for title, said in yaml.safe_load(path.read_text("utf-8")).items():
            year, item = said["item"].split()
            yield HardCase(title, int(year), item, said)


def _document(said: Mapping[str, Any], url: str) -> Document:
    title = said.get("title", "")
    if "lines" in said:
        blocks = tuple(Block(str(line), "page 1") for line in said["lines"])
        return Document(url, url, Media.PDF, title, blocks)
    nav, footer = said.get("nav", _NAV), said.get("footer", _FOOTER)
    html = (
        f"<!doctype html><html lang=th><head><meta charset=utf-8><title>{title}</title></head>"
        "<body>"
        f"<header><nav>{nav}</nav></header><main>{said['body']}</main>"
        f"<footer>{footer}</footer></body></html>"
    )
    day = datetime(2023, 4, 20, tzinfo=UTC)
    sent = Resource(url, url, 200, "text/html", "utf-8", day, "0" * 64, len(html))
    return extract(sent, html.encode())
