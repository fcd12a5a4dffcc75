"""Indexes over several pages, as pictures and buttons, and in other places."""

from __future__ import annotations

from collections.abc import Callable

from tests.match.shapes import (
    ENTRIES,
    YEARS,
    Entry,
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
