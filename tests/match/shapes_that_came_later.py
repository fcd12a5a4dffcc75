"""Further shapes of index pages, written after the first were read right."""

from __future__ import annotations

from tests.match.shapes import (
    ENTRIES,
    YEARS,
    Entry,
    Row,
    Shape,
    all_years,
    at,
    by_year,
    each,
    html,
    n,
    one,
    rows,
    shape,
    yearly,
)


@shape
def joomla_articles_by_limitstart() -> Shape:
    pages: dict[str, str] = {}
    for start in range(0, len(ENTRIES), 3):
        entries = each(
            lambda e: (
                "<tr class='cat-list-row0'><td headers='categorylist_title' class='list-title'>"
                f"<a href='/a/{e.number}'>O{e.number} - {e.title}</a></td>"
                f"<td class='list-hits'><span class='badge'>Hits: {e.number * 31}</span></td></tr>"
            ),
            ENTRIES[start : start + 3],
        )
        turn = "".join(
            f"<li><a href='/ita?limitstart={p}'>{p // 3 + 1}</a></li>" for p in (0, 3, 6)
        )
        address = "/ita" if start == 0 else f"/ita?limitstart={start}"
        pages[address] = html(
            f"<table class='category table'><tbody>{entries}</tbody></table>"
            f"<div class='pagination'><ul>{turn}</ul></div>",
            heading="OIT 2566",
        )
    for e in ENTRIES:
        pages[f"/a/{e.number}"] = html(
            f"<div itemprop='articleBody'><p><a href='{at(e)}'>คลิกเพื่อดาวน์โหลด</a></p></div>"
            "<ul class='pager'><li><a rel='prev' href='/a/1'>&lt; ก่อนหน้า</a></li>"
            "<li><a rel='next' href='/a/3'>ถัดไป &gt;</a></li></ul>",
            title=f"O{e.number} - {e.title}",
            heading=f"O{e.number} - {e.title}",
        )
    return Shape(pages, rows())


@shape
def definition_list_of_numbers() -> Shape:
    return one(
        "<dl>"
        + each(
            lambda e: (
                f"<dt>O{e.number}</dt><dd>{e.title}</dd><dd><a href='{at(e)}'>เปิดเอกสาร</a></dd>"
            )
        )
        + "</dl>"
    )


@shape
def flex_rows() -> Shape:
    return one(
        "<div class='d-flex flex-column'>"
        + each(
            lambda e: (
                "<div class='d-flex border-bottom'>"
                f"<div class='p-2'>O{e.number}</div><div class='p-2 flex-grow-1'>{e.title}</div>"
                f"<div class='p-2'><a href='{at(e)}'><i class='fa-pdf'></i></a></div></div>"
            )
        )
        + "</div>"
    )


@shape
def flex_rows_link_first() -> Shape:
    return one(
        each(
            lambda e: (
                f"<div class='row'><div class='col-1'><a href='{at(e)}'><i class='fa'></i>"
                f"</a></div><div class='col-11'>O{e.number} {e.title}</div></div>"
            )
        )
    )


@shape
def link_is_the_code_title_beside() -> Shape:
    return one(
        "<ul>" + each(lambda e: f"<li><a href='{at(e)}'>O{e.number}</a> {e.title}</li>") + "</ul>"
    )


@shape
def link_is_the_code_title_in_next_cell() -> Shape:
    return one(
        "<table>"
        + each(lambda e: f"<tr><td><a href='{at(e)}'>O{e.number}</a></td><td>{e.title}</td></tr>")
        + "</table>"
    )


@shape
def several_links_cut_addresses() -> Shape:
    def write(e: Entry) -> str:
        links = "".join(
            f"<br>{i}. <a href='{at(e)}{tail}'>https://www.sommut.go.th/dnm_file/proj...</a>"
            for i, tail in enumerate(("", "2.pdf"), 1)
        )
        return f"<p><b>O{e.number} {e.title}</b>{links}</p>"

    second = tuple(Row(f"{r.path}2.pdf", *r[1:]) for r in rows())
    return Shape({"/ita": html(each(write))}, (*rows(), *second))


@shape
def vendor_alert_boxes() -> Shape:
    return one(
        each(
            lambda e: (
                f"<div class='alert alert-info'>O{e.number} {e.title}</div>"
                f"<div>1. ลิงก์ - {at(e)} <a class='btn btn-sm' href='{at(e)}'>เปิด</a></div>"
            )
        )
    )


@shape
def blocks_of_gutenberg() -> Shape:
    return one(
        each(
            lambda e: (
                f"<h4 class='wp-block-heading'>O{e.number} {e.title}</h4>"
                f"<div class='wp-block-file'><a href='{at(e)}'>scan0001</a>"
                f"<a href='{at(e)}' class='wp-block-file__button' download>Download</a></div>"
            )
        )
    )


@shape
def vertical_tabs_of_items() -> Shape:
    tabs = each(lambda e: f"<a data-bs-toggle='pill' href='#v{e.number}'>O{e.number} {e.title}</a>")
    panes = each(
        lambda e: f"<div class='tab-pane' id='v{e.number}'><a href='{at(e)}'>PDF</a></div>"
    )
    return one(
        f"<div class='nav flex-column nav-pills'>{tabs}</div><div class='tab-content'>{panes}</div>"
    )


@shape
def years_in_accordions_items_in_tables() -> Shape:
    def write(y: int) -> str:
        body = each(
            lambda e: (
                f"<tr><td>{e.number}</td><td>{e.title}</td><td><a href='{at(e, y)}'>ดู</a></td></tr>"
            )
        )
        return f"<details><summary>ปีงบประมาณ {y}</summary><table>{body}</table></details>"

    return Shape({"/ita": html(by_year(write), heading="OIT")}, all_years())


@shape
def years_as_rows_of_each_item() -> Shape:
    def write(e: Entry) -> str:
        links = by_year(lambda y: f"<li><a href='{at(e, y)}'>ปี {y}</a></li>")
        return f"<h3>O{e.number} {e.title}</h3><ul>{links}</ul>"

    return Shape({"/ita": html(each(write), heading="OIT")}, all_years())


@shape
def years_by_js_href() -> Shape:
    tabs = by_year(
        lambda y: f"<li><a href='javascript:void(0)' onclick=\"show('y{y}')\">{y}</a></li>"
    )
    panes = by_year(lambda y: f"<div id='y{y}' style='display:none'>{yearly(y)}</div>")
    return Shape({"/ita": html(f"<ul>{tabs}</ul>{panes}", heading="OIT")}, all_years())


@shape
def years_in_the_path() -> Shape:
    pages = {f"/oit/{y}": html(yearly(y), heading="OIT") for y in YEARS}
    links = by_year(lambda y: f"<a href='/oit/{y}'><img src='/y{n(y)}.png'></a>")
    return Shape({"/ita": html(links, heading="OIT"), **pages}, all_years())


@shape
def two_digit_years_in_the_menu() -> Shape:
    menu = by_year(lambda y: f"<li><a href='/o/{n(y)}'>ITA ปี {y % 100}</a></li>")
    pages = {f"/o/{n(y)}": html(yearly(y), heading="OIT") for y in YEARS}
    return Shape({"/ita": html(f"<ul>{menu}</ul>", heading="ITA"), **pages}, all_years())


@shape
def half_pages_of_a_year() -> Shape:
    """One year's list is spread over pages that name neither year nor list."""
    halves = ENTRIES[:4], ENTRIES[4:]
    pages = {
        "/ita": html(
            "<h2>OIT ปี 2566</h2><a href='/h/1'>ตัวชี้วัดย่อย 9.1 (o1-o10)</a> "
            "<a href='/h/2'>ตัวชี้วัดย่อย 9.2 (o11-o43)</a>",
            heading="",
        )
    }
    for number, half in enumerate(halves, 1):
        body = each(lambda e: f"<p>O{e.number} {e.title} <a href='{at(e)}'>เปิด</a></p>", half)
        pages[f"/h/{number}"] = html(body, heading="ข้อมูลสาธารณะ")
    return Shape(pages, rows())


@shape
def pictures_above_their_titles() -> Shape:
    return one(
        "<div class='grid'>"
        + each(
            lambda e: (
                f"<div class='cell'><a href='{at(e)}'><img src='/i/book.png'></a>"
                f"<p>O{e.number} {e.title}</p></div>"
            )
        )
        + "</div>"
    )


@shape
def buttons_in_figures() -> Shape:
    return one(
        each(
            lambda e: (
                f"<figure><a href='{at(e)}'><img src='/i/{e.number}.jpg'></a>"
                f"<figcaption>O{e.number} {e.title}</figcaption></figure>"
            )
        )
    )


@shape
def links_in_words_of_a_sentence() -> Shape:
    return one(
        each(lambda e: f"<p>O{e.number} {e.title} สามารถดูรายละเอียดได้<a href='{at(e)}'>ที่นี่</a></p>")
    )


@shape
def badges_with_explanations() -> Shape:
    told = "ข้อมูลรายละเอียดตามที่กฎหมายกำหนดของหน่วยงานในปีงบประมาณปัจจุบัน "

    def write(e: Entry) -> str:
        return (
            f"<div class='gap'><div><div class='round'>o{e.number}</div></div><div class='w-full'>"
            f"<div><h3>{e.title}</h3><p>{told * (1 + e.number % 5)}</p></div>"
            f"<a href='{at(e)}' class='mt-4'>📄 ดูเอกสาร</a></div></div>"
        )

    return one(each(write), heading="การเปิดเผยข้อมูล ปีงบประมาณ 2566")
