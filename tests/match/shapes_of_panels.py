"""Index pages whose items or years fold away."""

from __future__ import annotations

from tests.match.shapes import (
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
