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


# tables


@shape
def table_number_name_link() -> Shape:
    return one(
        "<table class='table'><tr><th>ข้อ</th><th>ประเด็นการประเมิน</th><th>ลิงก์</th></tr>"
        + each(
            lambda e: (
                f"<tr><td>O{e.number}</td><td>{e.title}</td><td><a href='{at(e)}'>คลิก</a></td></tr>"
            )
        )
        + "</table>"
    )


@shape
def table_bare_number() -> Shape:
    return one(
        "<table><thead><tr><th>ข้อ</th><th>ข้อมูล</th><th>URL</th></tr></thead><tbody>"
        + each(
            lambda e: (
                f"<tr><td>{e.number}</td><td>{e.title}</td>"
                f"<td><a href='{at(e)}'>https://www.sommut.go.th/dnm_fil...</a></td></tr>"
            )
        )
        + "</tbody></table>"
    )


@shape
def table_rowspan_documents() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<tr><td rowspan=2>O{e.number}</td><td rowspan=2>{e.title}</td>"
            f"<td><a href='{at(e)}'>เปิด</a></td></tr>"
            f"<tr><td><a href='{at(e)}2.pdf'>เปิด</a></td></tr>"
        )

    second = tuple(Row(f"{r.path}2.pdf", *r[1:]) for r in rows())
    body = f"<table><tr><th>ข้อ</th><th>รายการ</th><th>เอกสาร</th></tr>{each(write)}</table>"
    return Shape({"/ita": html(body)}, (*rows(), *second))


@shape
def table_item_row_then_document_rows() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<tr><td colspan=2>O{e.number} {e.title}</td></tr>"
            f"<tr><td>1</td><td><a href='{at(e)}'>ดาวน์โหลด</a></td></tr>"
            f"<tr><td>2</td><td><a href='{at(e)}2.pdf'>ดาวน์โหลด</a></td></tr>"
        )

    second = tuple(Row(f"{r.path}2.pdf", *r[1:]) for r in rows())
    return Shape({"/ita": html(f"<table>{each(write)}</table>")}, (*rows(), *second))


@shape
def table_item_in_first_column_documents_in_next_rows() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<tr><td>O{e.number} {e.title}</td><td></td></tr>"
            f"<tr><td></td><td><a href='{at(e)}'>ไฟล์แนบ</a></td></tr>"
        )

    return one(f"<table border=1><tr><th>ข้อ</th><th>ไฟล์</th></tr>{each(write)}</table>")


@shape
def nested_tables() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<tr><td width=40>O{e.number}</td><td>{e.title}</td>"
            f"<td><table><tr><td><a href='{at(e)}'><img src='/i/pdf.gif'></a></td>"
            f"<td>PDF</td></tr></table></td></tr>"
        )

    return one(f"<table><tr><td><table>{each(write)}</table></td></tr></table>")


@shape
def years_side_by_side() -> Shape:
    def write(e: Entry) -> str:
        cells = "".join(
            f"<td><a href='{at(e, year)}'>ดาวน์โหลด</a></td>" for year in (2564, 2565, 2566)
        )
        return f"<tr><td>{e.title}</td>{cells}</tr>"

    head = "<tr><th>รายการ</th><th>ปี 2564</th><th>ปี 2565</th><th>ปี 2566</th></tr>"
    pages = {"/ita": html(f"<table>{head}{each(write)}</table>", heading="ข้อมูล ITA")}
    found = [r for year in (2564, 2565, 2566) for r in rows(year, numbered=False)]
    return Shape(pages, tuple(found))


@shape
def years_side_by_side_without_th() -> Shape:
    def write(e: Entry) -> str:
        cells = "".join(
            f"<td><a href='{at(e, year)}'><img src='/pdf.png'></a></td>" for year in (2565, 2566)
        )
        return f"<tr><td>O{e.number}</td><td>{e.title}</td>{cells}</tr>"

    head = "<tr><td><b>ข้อ</b></td><td><b>รายการ</b></td><td>2565</td><td>2566</td></tr>"
    pages = {"/ita": html(f"<table>{head}{each(write)}</table>", heading="ข้อมูล OIT")}
    return Shape(pages, (*rows(2565), *rows(2566)))


@shape
def items_over_two_columns() -> Shape:
    pairs = list(zip(ENTRIES[::2], [*ENTRIES[1::2], None], strict=True))

    def cell(e: Entry | None) -> str:
        return (
            f"<td>O{e.number}</td><td>{e.title} <a href='{at(e)}'>ดาวน์โหลด</a></td>"
            if e
            else "<td></td><td></td>"
        )

    body = "".join(f"<tr>{cell(a)}{cell(b)}</tr>" for a, b in pairs)
    return one(f"<table>{body}</table>")


# lists


@shape
def definition_list() -> Shape:
    return one(
        "<dl>"
        + each(lambda e: f"<dt>O{e.number} {e.title}</dt><dd><a href='{at(e)}'>เอกสารแนบ</a></dd>")
        + "</dl>"
    )


@shape
def flat_list_title_before_download() -> Shape:
    return one(each(lambda e: f"<p>O{e.number} {e.title}</p><p><a href='{at(e)}'>ดาวน์โหลด</a></p>"))


@shape
def flat_list_with_breaks() -> Shape:
    return one(
        "<div>"
        + each(lambda e: f"O{e.number} {e.title}<br><a href='{at(e)}'>ดาวน์โหลด</a><br>")
        + "</div>"
    )


@shape
def headings_strong_span() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<p><span style='color:blue'><strong>O{e.number} {e.title}</strong></span></p>"
            f"<p><a href='{at(e)}'>ดูเอกสาร</a></p><p><a href='{at(e)}2.pdf'>ดูเอกสาร</a></p>"
        )

    second = tuple(Row(f"{r.path}2.pdf", *r[1:]) for r in rows())
    return Shape({"/ita": html(each(write))}, (*rows(), *second))


@shape
def heading_spans() -> Shape:
    return one(
        each(
            lambda e: (
                f"<div><span class='fs-5'>O{e.number} {e.title}</span></div>"
                f"<div><a class='btn' href='{at(e)}'>เปิดดู</a></div>"
            )
        )
    )


@shape
def headings_h5() -> Shape:
    return one(each(lambda e: f"<h5>O{e.number} {e.title}</h5><a href='{at(e)}'>คลิกที่นี่</a><br>"))


@shape
def range_headings() -> Shape:
    first, rest = ENTRIES[:3], ENTRIES[3:]

    def write(e: Entry) -> str:
        return f"<li>O{e.number} {e.title} <a href='{at(e)}'>[เปิด]</a></li>"

    return one(
        "<h2>9.1 ข้อมูลพื้นฐาน (o1-o10)</h2>"
        f"<ul>{each(write, first)}</ul><h2>9.2 การบริหารงาน (o11-o18)</h2>"
        f"<ul>{each(write, rest)}</ul>"
    )


@shape
def sub_numbers() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<li>O{e.number} {e.title}<ul>"
            f"<li><a href='{at(e)}'>O{e.number}.1 เอกสารหมายเลข 1</a></li>"
            f"<li><a href='{at(e)}2.pdf'>O{e.number}.2 เอกสารหมายเลข 2</a></li></ul></li>"
        )

    second = tuple(Row(f"{r.path}2.pdf", *r[1:]) for r in rows())
    return Shape({"/ita": html(f"<ul>{each(write)}</ul>")}, (*rows(), *second))


@shape
def badge_numbers() -> Shape:
    return one(
        "<ul class='list-group'>"
        + each(
            lambda e: (
                f"<li class='list-group-item'><span class='badge'>O{e.number}</span>"
                f"<a href='{at(e)}'>{e.title}</a></li>"
            )
        )
        + "</ul>"
    )


@shape
def badge_in_link() -> Shape:
    return one(
        each(
            lambda e: (
                f"<a class='btn' href='{at(e)}'><span class='badge bg-primary'>{e.number}</span>"
                f"<span>{e.title}</span></a>"
            )
        )
    )


FORMS: dict[str, Callable[[int], str]] = {
    "zero_for_letter": lambda n: f"0{n} ",
    "thai_zero": lambda n: "๐" + "".join("๐๑๒๓๔๕๖๗๘๙"[int(d)] for d in str(n)) + " ",
    "kho": lambda n: f"ข้อ {n} ",
    "oit_hyphen": lambda n: f"OIT-{n} : ",
    "o_dot": lambda n: f"O.{n} ",
    "brackets": lambda n: f"(O{n}) ",
    "glued": lambda n: f"o{n}",
    "ita_o": lambda n: f"ITA-O{n} ",
    "two_digits": lambda n: f"O{n:02d} ",
}


def _form(name: str) -> Callable[[], Shape]:
    write = FORMS.get(name, str)

    def make() -> Shape:
        def line(e: Entry) -> str:
            text = f"{e.title} (O{e.number})" if name == "behind" else f"{write(e.number)}{e.title}"
            return f"<li><a href='{at(e)}'>{text}</a></li>"

        return one(f"<ul>{each(line)}</ul>")

    return make


for form in (*FORMS, "behind"):
    SHAPES[f"form_{form}"] = _form(form)


# accordions and tabs


@shape
def accordion_bootstrap_3() -> Shape:
    def write(e: Entry) -> str:
        return (
            "<div class='panel panel-default'><div class='panel-heading'><h4 class='panel-title'>"
            f"<a data-toggle='collapse' data-parent='#a' href='#c{e.number}'>O{e.number} {e.title}"
            f"</a></h4></div><div id='c{e.number}' class='panel-collapse collapse'>"
            f"<div class='panel-body'><a href='{at(e)}'>เปิดไฟล์</a></div></div></div>"
        )

    return one(f"<div class='panel-group' id='a'>{each(write)}</div>")


@shape
def accordion_bootstrap_4() -> Shape:
    def write(e: Entry) -> str:
        return (
            f"<div class='card'><div class='card-header' id='h{e.number}'><h5 class='mb-0'>"
            f"<button class='btn btn-link' data-toggle='collapse' data-target='#c{e.number}'>"
            f"O{e.number} {e.title}</button></h5></div><div id='c{e.number}' class='collapse'>"
            f"<div class='card-body'><a href='{at(e)}'>เปิดไฟล์</a></div></div></div>"
        )

    return one(f"<div id='accordion'>{each(write)}</div>")


@shape
def accordion_bootstrap_5() -> Shape:
    def write(e: Entry) -> str:
        return (
            "<div class='accordion-item'><h2 class='accordion-header'>"
            "<button class='accordion-button collapsed' data-bs-toggle='collapse' "
            f"data-bs-target='#c{e.number}'><span class='badge me-2'>O{e.number}</span>{e.title}"
            f"</button></h2><div id='c{e.number}' class='accordion-collapse collapse'>"
            f"<div class='accordion-body'><a href='{at(e)}'>เปิดไฟล์</a></div></div></div>"
        )

    return one(f"<div class='accordion'>{each(write)}</div>")


@shape
def accordion_details() -> Shape:
    return one(
        each(
            lambda e: (
                f"<details><summary>O{e.number} {e.title}</summary>"
                f"<a href='{at(e)}'>เปิดไฟล์</a></details>"
            )
        )
    )


@shape
def accordion_jquery_ui() -> Shape:
    return one(
        "<div id='accordion'>"
        + each(
            lambda e: (
                f"<h3>O{e.number} {e.title}</h3><div><p><a href='{at(e)}'>เปิดไฟล์</a></p></div>"
            )
        )
        + "</div>"
    )


@shape
def toggles_elementor() -> Shape:
    def write(e: Entry) -> str:
        return (
            "<div class='elementor-toggle-item'>"
            f"<div id='elementor-tab-title-{e.number}' class='elementor-tab-title' role='button' "
            f"aria-controls='elementor-tab-content-{e.number}' aria-expanded='false'>"
            f"<a class='elementor-toggle-title' tabindex='0'>O{e.number} {e.title}</a></div>"
            f"<div id='elementor-tab-content-{e.number}' class='elementor-tab-content'>"
            f"<p><a href='{at(e)}'>เปิดไฟล์</a></p></div></div>"
        )

    return one(f"<div class='elementor-toggle'>{each(write)}</div>")


@shape
def plugin_spoilers() -> Shape:
    def write(e: Entry) -> str:
        return (
            "<div class='su-spoiler su-spoiler-closed'><div class='su-spoiler-title' tabindex='0'>"
            f"<span class='su-spoiler-icon'></span>O{e.number} {e.title}</div>"
            f"<div class='su-spoiler-content'><a href='{at(e)}'>เปิดไฟล์</a></div></div>"
        )

    return one(f"<div class='su-accordion'>{each(write)}</div>")


@shape
def plain_accordion_buttons() -> Shape:
    return one(
        each(
            lambda e: (
                f"<button class='accordion'>O{e.number} {e.title}</button>"
                f"<div class='panel'><a href='{at(e)}'>เปิดไฟล์</a></div>"
            )
        )
    )


YEARS = (2566, 2565, 2564)


def by_year(write: Callable[[int], str]) -> str:
    return "".join(map(write, YEARS))


def yearly(year: int) -> str:
    return "<ul>" + each(
        lambda e: f"<li>O{e.number} {e.title} <a href='{at(e, year)}'>เปิด</a></li>"
    ) + "</ul>"  # fmt: skip


def all_years() -> tuple[Row, ...]:
    return tuple(row for year in YEARS for row in rows(year))


@shape
def tabs_bootstrap() -> Shape:
    tabs = by_year(lambda y: f"<li><a data-toggle='tab' href='#y{y}'>ปี {y}</a></li>")
    panes = by_year(lambda y: f"<div id='y{y}' class='tab-pane fade'>{yearly(y)}</div>")
    body = f"<ul class='nav nav-tabs'>{tabs}</ul><div class='tab-content'>{panes}</div>"
    return Shape({"/ita": html(body, heading="ITA")}, all_years())


@shape
def tabs_aria() -> Shape:
    tabs = by_year(lambda y: f"<button role='tab' id='t{y}' aria-controls='p{y}'>{y}</button>")
    panes = by_year(
        lambda y: f"<div role='tabpanel' id='p{y}' aria-labelledby='t{y}'>{yearly(y)}</div>"
    )
    return Shape(
        {"/ita": html(f"<div role='tablist'>{tabs}</div>{panes}", heading="OIT")}, all_years()
    )


@shape
def tabs_labelled_by_only() -> Shape:
    tabs = by_year(lambda y: f"<button class='tablink' id='t{y}'>ปีงบประมาณ {y}</button>")
    panes = by_year(
        lambda y: f"<section role='tabpanel' aria-labelledby='t{y}'>{yearly(y)}</section>"
    )
    return Shape({"/ita": html(f"<div>{tabs}</div>{panes}", heading="OIT")}, all_years())


@shape
def tabs_by_script() -> Shape:
    tabs = by_year(
        lambda y: f"<button class='tablinks' onclick=\"openTab(event, 'Y{y}')\">ปี {y}</button>"
    )
    panes = by_year(lambda y: f"<div id='Y{y}' class='tabcontent'>{yearly(y)}</div>")
    return Shape(
        {"/ita": html(f"<div class='tab'>{tabs}</div>{panes}", heading="OIT")}, all_years()
    )


@shape
def years_stacked() -> Shape:
    body = by_year(lambda y: f"<h2>การเปิดเผยข้อมูล OIT ปี {y}</h2>{yearly(y)}")
    return Shape({"/ita": html(body, heading="ITA")}, all_years())


@shape
def years_at_anchors() -> Shape:
    links = by_year(lambda y: f"<a href='#y{y}'>ปี {y}</a> ")
    body = links + by_year(lambda y: f"<div id='y{y}'>{yearly(y)}</div>")
    return Shape({"/ita": html(body, heading="ITA")}, all_years())


@shape
def years_in_a_box_that_shows_parts() -> Shape:
    options = by_year(lambda y: f"<option value='y{y}'>ปี {y}</option>")
    body = f"<select onchange='show(this.value)'>{options}</select>" + by_year(
        lambda y: f"<div id='y{y}' class='year'>{yearly(y)}</div>"
    )
    return Shape({"/ita": html(body, heading="ITA")}, all_years())


@shape
def years_in_a_box_that_jumps() -> Shape:
    options = by_year(lambda y: f"<option value='/ita?y={y}'>{y}</option>")
    box = f"<select onchange='location.href=this.value'>{options}</select>"
    pages = {f"/ita?y={y}": html(box + yearly(y), heading="ITA") for y in YEARS}
    return Shape({"/ita": html(box, heading="ITA"), **pages}, all_years())


@shape
def year_in_the_page_title() -> Shape:
    return Shape({"/ita": html(yearly(2566), title="ITA ปี 2566", heading="")}, rows())


@shape
def year_in_the_menu_only() -> Shape:
    menu = by_year(lambda y: f"<li><a href='/ita/{n(y)}'>ITA ปี {y}</a></li>")
    pages = {f"/ita/{n(y)}": html(yearly(y), heading="ข้อมูลสาธารณะ") for y in YEARS}
    return Shape({"/ita": html(f"<ul>{menu}</ul>", heading="ITA"), **pages}, all_years())


def n(year: int) -> int:
    """A page's number that says nothing of the year."""
    return year % 10


# pages and posts


@shape
def one_page_per_item() -> Shape:
    pages = {
        "/ita": html(
            "<ul>" + each(lambda e: f"<li><a href='/o/{e.number}'>O{e.number}</a></li>") + "</ul>"
        )
    }
    for index, e in enumerate(ENTRIES):
        around = [*ENTRIES[max(0, index - 1) : index], *ENTRIES[index + 1 : index + 2]]
        beside = each(lambda o: f"<a href='/o/{o.number}'>O{o.number} {o.title}</a> ", around)
        pages[f"/o/{e.number}"] = html(
            f"<p><a href='{at(e)}'>ดาวน์โหลด</a></p><div class='post-nav'>{beside}</div>",
            heading=f"O{e.number} {e.title} ปี 2566",
        )
    return Shape(pages, rows())


@shape
def posts_with_pages() -> Shape:
    pages: dict[str, str] = {}
    at_once = 3
    for start in range(0, len(ENTRIES), at_once):
        number = start // at_once + 1
        posts = each(
            lambda e: (
                f"<article class='post'><h2 class='entry-title'><a href='/{e.number}'>"
                f"O{e.number} {e.title}</a></h2><p>อ่านต่อ</p></article>"
            ),
            ENTRIES[start : start + at_once],
        )
        links = " ".join(f"<a href='/ita?page={p}'>{p}</a>" for p in (1, 2, 3))
        address = "/ita" if number == 1 else f"/ita?page={number}"
        pages[address] = html(
            f"{posts}<nav class='pagination'>{links}</nav>", heading="หมวดหมู่: ITA 2566"
        )
    for e in ENTRIES:
        pages[f"/{e.number}"] = html(
            "<span class='cat-links'><a href='/ita'>ITA 2566</a></span>"
            f"<div class='entry-content'><p><a href='{at(e)}'>Download</a></p></div>",
            title=f"O{e.number} {e.title}",
            heading=f"O{e.number} {e.title}",
        )
    return Shape(pages, rows())


@shape
def posts_in_a_category_each_year() -> Shape:
    pages = {
        "/ita": html(
            by_year(lambda y: f"<a href='/category/{n(y)}'>ITA {y}</a><br>"), heading="ITA"
        )
    }
    for y in YEARS:
        heads = (f"<a href='/p/{n(y)}/{e.number}'>O{e.number} {e.title}</a>" for e in ENTRIES)
        listed = "".join(f"<h3>{head}</h3>" for head in heads)
        pages[f"/category/{n(y)}"] = html(listed, heading=f"Category: ITA {y}")
        for e in ENTRIES:
            pages[f"/p/{n(y)}/{e.number}"] = html(
                f"<p><a href='/category/{n(y)}'>ITA {y}</a></p>"
                f"<p><a href='{at(e, y)}'>Download</a></p>",
                title=e.title,
                heading=f"O{e.number} {e.title}",
            )
    return Shape(pages, all_years())


# pictures and scripts


def picture(write: Callable[[Entry], str]) -> Shape:
    return one(f"<div class='row'>{each(write)}</div>")


@shape
def picture_buttons_alt() -> Shape:
    return picture(
        lambda e: (
            f"<div class='col'><a href='{at(e)}'>"
            f"<img src='/i/{e.number}.png' alt='O{e.number} {e.title}'></a></div>"
        )
    )


@shape
def picture_buttons_title() -> Shape:
    return picture(
        lambda e: (
            f"<div class='col'><a href='{at(e)}' title='O{e.number} {e.title}'>"
            f"<img src='/i/{e.number}.png' alt=''></a></div>"
        )
    )


@shape
def picture_buttons_aria() -> Shape:
    return picture(
        lambda e: (
            f"<a href='{at(e)}' aria-label='O{e.number} {e.title}' "
            f"style='background:url(/i/{e.number}.png)'></a>"
        )
    )


@shape
def picture_buttons_by_file_name() -> Shape:
    named = ENTRIES[:6]
    return picture(
        lambda e: (
            f"<div class='col'><a href='{at(e)}'>"
            + (
                f"<img src='/i/b{e.number}.png' alt='O{e.number} {e.title}'>"
                if e in named
                else f"<img src='/images/o{e.number}.png'>"
            )
            + "</a></div>"
        )
    )


@shape
def picture_buttons_by_background() -> Shape:
    named = ENTRIES[:6]
    return picture(
        lambda e: (
            f"<div class='col'><a href='{at(e)}'>O{e.number} {e.title}</a></div>"
            if e in named
            else f"<div class='col'><a href='{at(e)}' "
            f"style=\"background-image: url('/images/o{e.number}.png')\"></a></div>"
        )
    )


@shape
def cards_with_a_button() -> Shape:
    return picture(
        lambda e: (
            "<div class='card'><img class='card-img-top' src='/i/doc.png'><div class='card-body'>"
            f"<h5 class='card-title'>O{e.number}</h5><p class='card-text'>{e.title}</p>"
            f"<a class='btn' href='{at(e)}'>รายละเอียด</a></div></div>"
        )
    )


@shape
def plain_cards_with_a_button() -> Shape:
    return picture(
        lambda e: (
            f"<div class='col-md-4'><div>O{e.number}</div><div>{e.title}</div>"
            f"<div><a class='btn' href='{at(e)}'>รายละเอียด</a></div></div>"
        )
    )


@shape
def buttons_onclick() -> Shape:
    return picture(
        lambda e: (
            f"<button class='btn' onclick=\"window.open('{at(e)}')\">O{e.number} {e.title}</button>"
        )
    )


@shape
def rows_data_href() -> Shape:
    return one(
        "<table><tr><th>ข้อ</th><th>ชื่อ</th></tr>"
        + each(lambda e: f"<tr data-href='{at(e)}'><td>O{e.number}</td><td>{e.title}</td></tr>")
        + "</table>"
    )


@shape
def addresses_typed_as_text() -> Shape:
    return one(
        "<table><tr><th>ข้อ</th><th>ชื่อ</th><th>URL</th></tr>"
        + each(
            lambda e: (
                f"<tr><td>O{e.number}</td><td>{e.title}</td><td>https://town.test{at(e)}</td></tr>"
            )
        )
        + "</table>"
    )


@shape
def addresses_typed_in_paragraphs() -> Shape:
    return one(each(lambda e: f"<p>O{e.number} {e.title}<br>https://town.test{at(e)}</p>"))


# other places


@shape
def index_in_a_frame() -> Shape:
    return Shape(
        {
            "/ita": html("<iframe src='/inner'></iframe>"),
            "/inner": html(yearly(2566), title="", heading=""),
        },
        rows(),
    )


@shape
def google_site() -> Shape:
    def write(e: Entry) -> str:
        return (
            "<section class='yaqOZd'><div class='mYVXT'><div class='LS81yb'><div class='tyJCtd'>"
            f"<p class='zfr3Q' dir='ltr'><span class='C9DxTc'>O{e.number} </span>"
            f"<span class='C9DxTc'>{e.title}</span></p></div></div></div></section>"
            "<section class='yaqOZd'><div class='mYVXT'><div class='U26fgb'>"
            f"<a class='FKF6mc' href='{at(e)}' aria-label='เปิดเอกสาร'></a></div></div></section>"
        )

    return one(each(write))


@shape
def numbers_without_titles() -> Shape:
    """Most rows say the title; two only the number."""
    return one(
        "<ul>"
        + each(
            lambda e: (
                f"<li><a href='{at(e)}'>O{e.number}{'' if e.number in (14, 34) else ' ' + e.title}"
                "</a></li>"
            )
        )
        + "</ul>"
    )
