"""Index pages as tables and lists, and the ways in which they number."""

from __future__ import annotations

from collections.abc import Callable

from tests.match.shapes import (
    ENTRIES,
    SHAPES,
    Entry,
    Row,
    Shape,
    at,
    each,
    html,
    one,
    rows,
    shape,
)


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
