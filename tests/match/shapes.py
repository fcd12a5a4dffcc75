"""Index pages of invented offices in the shapes in which they occur, with what they hold out.

Papers and pages behind the links say nothing of what they are, so that only the index can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.match.sites import LONG


class Row(NamedTuple):
    """What a shape holds out: an address, the concept, the item's number and the year said."""

    path: str
    concept: str
    number: int | None
    year: int | None = 2566


class Entry(NamedTuple):
    """One item of the list, as the national form says it."""

    number: int
    concept: str
    title: str


@dataclass(frozen=True)
class Shape:
    """Pages by path, and what they hold out."""

    pages: dict[str, str]
    rows: tuple[Row, ...]


ENTRIES = (
    Entry(1, "structure", "โครงสร้าง"),
    Entry(3, "powers_duties", "อำนาจหน้าที่"),
    Entry(4, "strategic_plan", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"),
    Entry(13, "annual_report", "รายงานผลการดำเนินงานประจำปี"),
    Entry(14, "staff_manual", "คู่มือหรือมาตรฐานการปฏิบัติงาน"),
    Entry(17, "satisfaction", "รายงานผลการสำรวจความพึงพอใจการให้บริการ"),
    Entry(19, "procurement_plan", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ"),
    Entry(34, "risk_assessment", "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี"),
    Entry(36, "anticorruption_plan", "แผนปฏิบัติการป้องกันการทุจริต"),
)
SHAPES: dict[str, Callable[[], Shape]] = {}
ITA = "ITA ประจำปี พ.ศ. 2566"


def shape(make: Callable[[], Shape]) -> Callable[[], Shape]:
    SHAPES[make.__name__] = make
    return make


def html(body: str, *, title: str = "ITA", heading: str = ITA, head: str = "") -> str:
    h1 = f"<h1>{heading}</h1>" if heading else ""
    return (
        f"<!doctype html><html><head><title>{title} - เทศบาลตำบลสมมติ</title>{head}</head><body>"
        f"<div class='container'>{h1}{body}</div></body></html>"
    )


def silent(heading: str = "") -> str:
    """A page that says nothing of what it is."""
    return html(f"<p>{LONG}</p><p>{LONG}</p>", title="เทศบาลตำบลสมมติ", heading=heading)


def at(entry: Entry, year: int = 2566) -> str:
    return f"/f/{year * 100 + entry.number}.pdf"


def rows(year: int | None = 2566, *, numbered: bool = True) -> tuple[Row, ...]:
    return tuple(
        Row(at(e, year or 2566), e.concept, e.number if numbered else None, year) for e in ENTRIES
    )


def one(body: str, **more: str) -> Shape:
    return Shape({"/ita": html(body, **more)}, rows())


def each(write: Callable[[Entry], str], entries: Sequence[Entry] = ENTRIES) -> str:
    return "".join(map(write, entries))


YEARS = (2566, 2565, 2564)


def by_year(write: Callable[[int], str]) -> str:
    return "".join(map(write, YEARS))


def yearly(year: int) -> str:
    return "<ul>" + each(
        lambda e: f"<li>O{e.number} {e.title} <a href='{at(e, year)}'>เปิด</a></li>"
    ) + "</ul>"  # fmt: skip


def all_years() -> tuple[Row, ...]:
    return tuple(row for year in YEARS for row in rows(year))


def n(year: int) -> int:
    """A page's number that says nothing of the year."""
    return year % 10
