# ruff: noqa: E501 - a page is easier to read on one line
from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_audit.extract._pictured import picture_links, portrait_links
from oit_audit.model import Document, Via

Page = Callable[..., Document]


@pytest.mark.parametrize(
    ("html", "offered"),
    [
        ("<h1>โครงสร้าง</h1><img src=a.png>", ["a.png"]),
        (
            "<h1>โครงสร้าง</h1><p>WORDS</p><img src=/img/structure.png><img src=b.jpg>",
            ["structure.png"],
        ),
        (
            "<p>WORDS</p><img src='%E0%B9%82%E0%B8%84%E0%B8%A3%E0%B8%87%E0%B8%AA%E0%B8%A3%E0%B9%89%E0%B8%B2%E0%B8%87.jpg'>",
            [
                "%E0%B9%82%E0%B8%84%E0%B8%A3%E0%B8%87%E0%B8%AA%E0%B8%A3%E0%B9%89%E0%B8%B2%E0%B8%87.jpg"
            ],
        ),
        ("<p>WORDS</p><img src=1.png alt=แผนผังองค์กร>", ["1.png"]),
        ("<p>WORDS</p><img src=chart-icon.png><img src=b.jpg>", []),
        (
            "<p>WORDS</p>" + "".join(f"<img src=chart{n}.png>" for n in range(9)),
            ["chart0.png", "chart1.png", "chart2.png"],
        ),
    ],
    ids=["silent page", "by file name", "by thai file name", "by alt", "decoration", "many"],
)
def test_a_picture_is_offered_where_it_speaks_or_is_a_chart(
    page: Page, html: str, offered: list[str]
) -> None:
    read = page(html.replace("WORDS", "เทศบาลตำบลตัวอย่างแบ่งงานเป็นหลายส่วน " * 9))
    assert [link.url.rpartition("/")[2] for link in picture_links(read)] == offered


def test_only_photos_of_people_with_a_post_are_portraits(page: Page) -> None:
    def card(picture: str, *said: str) -> str:
        return f"<div class=card><img src={picture}>{''.join(f'<p>{s}</p>' for s in said)}</div>"

    read = page(
        card("1.jpg", "นายสมมติ ตัวอย่าง", "นายกเทศมนตรี")
        + card("2.jpg", "นางสาวจำลอง ทดสอบ", "ปลัดเทศบาล")
        + card("3.jpg", "เด็กหญิงเอ ตัวอย่าง ชนะเลิศวาดภาพ")
        + card("4.jpg", "ตลาดน้ำเทศบาล")
        + "".join(card(f"{n}.jpg", "นายสมมติ ตัวอย่าง", "หัวหน้าฝ่าย") for n in range(10, 30))
    )

    links = portrait_links(read)
    assert [link.url.rpartition("/")[2] for link in links[:3]] == ["1.jpg", "2.jpg", "10.jpg"]
    assert len(links) == 12
    assert {link.via for link in links} == {Via.PORTRAIT}


@pytest.mark.parametrize(
    "html",
    [
        "<img src='p.jpg' alt='นายก'>",
        "<img src='blank.gif' data-src='p.jpg' alt='นายก'>",
        "<img data-original='p.jpg' alt='นายก'>",
        "<img srcset='p.jpg 1x, q.jpg 2x' alt='นายก'>",
        "<img src='p.jpg' title='นายก'>",
        "<div style=\"width:1px;background-image: url('p.jpg')\" aria-label='นายก'></div>",
    ],
)
def test_a_picture_is_found_however_it_is_loaded(page: Page, html: str) -> None:
    (picture,) = page(html).pictures
    assert (picture.url, picture.alt) == ("http://town.test/office/p.jpg", "นายก")


def test_inline_pictures_have_no_address_and_broken_backgrounds_are_none(page: Page) -> None:
    read = page(
        "<img src='data:image/png;base64,AA' alt=โลโก้><p style='background:url()'>x</p><img><input type=image src=b.png>"
    )
    assert [(picture.url, picture.alt) for picture in read.pictures] == [
        ("", "โลโก้"),
        ("http://town.test/office/b.png", ""),
    ]


def test_the_same_picture_twice_in_one_place_is_one(page: Page) -> None:
    assert (
        len(page("<p><img data-src=a.jpg><noscript><img src=a.jpg></noscript></p>").pictures) == 2
    )
    assert len(page("<p><img data-src=a.jpg><img src=a.jpg></p>").pictures) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<div class=person><img src=1.jpg><div>นาย ก</div></div><div class=person><img src=2.jpg><div>นาย ข</div></div>",
        "<figure><img src=1.jpg><figcaption>นาย ก</figcaption></figure><figure><img src=2.jpg><figcaption>นาย ข</figcaption></figure>",
        "<div><div><img src=1.jpg></div><p>นาย ก</p></div><div><div><img src=2.jpg></div><p>นาย ข</p></div>",
        "<table><tr><td><img src=1.jpg><br>นาย ก<td><img src=2.jpg><br>นาย ข<tr><td>1<td>2</table>",
        "<table><tr><td><img src=1.jpg><td><img src=2.jpg><tr><td>นาย ก<td>นาย ข</table>",
        "<center><img src=1.jpg><br>นาย ก<br><img src=2.jpg><br>นาย ข</center>",
        "<table><tr><td><img src=1.jpg><td>นาย ก<tr><td><img src=2.jpg><td>นาย ข</table>",
    ],
    ids=["cards", "figures", "wrappers", "cells", "rows in turn", "one block", "beside"],
)  # fmt: skip
def test_a_picture_knows_whose_it_is(page: Page, html: str) -> None:
    assert [picture.near for picture in page(html).pictures] == ["นาย ก", "นาย ข"]


def test_a_picture_after_its_name_takes_the_name_before(page: Page) -> None:
    assert page("<p>นาย ก <img src=1.jpg></p>").pictures[0].near == "นาย ก"
    assert page("<p>คณะผู้บริหาร <img src=1.jpg><img src=2.jpg></p>").pictures[1].near == "คณะผู้บริหาร"


def test_a_picture_alone_has_nothing_near(page: Page) -> None:
    assert page("<img src=1.jpg>").pictures[0].near == ""
    assert page("<div class=card><img src=1.jpg></div><p>x</p>").pictures[0].near == ""
    assert page("<table><tr><td><img src=1.jpg></table><p>x</p>").pictures[0].near == ""


@pytest.mark.parametrize(
    "image",
    [
        "<img src='' alt=x>",
        "<img alt=x>",
        "<img src=# alt=x>",
        "<img src='file:///C:/me.jpg'>",
        r"<img src='C:\Users\me.jpg'>",
        "<img src='about:blank'>",
        "<img src=track.gif width=1 height=1>",
    ],
)
def test_what_nobody_else_can_see_is_no_picture(page: Page, image: str) -> None:
    assert page(f"<p>นาย ก {image}</p>").pictures == ()


@pytest.mark.parametrize(
    "image",
    [
        "<img src='data:image/gif;base64,R0lGOD' data-echo='1.jpg'>",
        "<img src=loading.gif data-url='1.jpg'>",
        "<picture><source srcset='1.jpg 1x, 2.jpg 2x'><img alt=x></picture>",
        "<div style='background: url(1.jpg)'></div>",
    ],
)
def test_a_picture_that_comes_late_has_its_own_address(page: Page, image: str) -> None:
    assert [each.url for each in page(image).pictures] == ["http://town.test/office/1.jpg"]


def test_a_list_tells_what_can_be_chosen(page: Page) -> None:
    (form,) = page(
        "<form><select name=k><option>ถนน<option>ทุจริต</select><textarea></textarea></form>"
    ).forms
    assert form.fields[0].choices == ("ถนน", "ทุจริต")


def test_pictures_are_bounded(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit_audit.extract._pictures.MAX_PICTURES", 3)
    assert len(page("".join(f"<img src={n}.jpg>" for n in range(9))).pictures) == 3


@pytest.mark.parametrize(
    ("html", "label", "kind"),
    [
        ("<label for=n>ชื่อ</label><input id=n>", "ชื่อ", "text"),
        ("<label>อีเมล <input type=email></label>", "อีเมล", "email"),
        ("<input placeholder='หัวข้อ'>", "หัวข้อ", "text"),
        ("<textarea aria-label='รายละเอียด'></textarea>", "รายละเอียด", "textarea"),
        ("<b>เรื่อง :</b> <input name=s>", "เรื่อง :", "text"),
        ("<select title='หน่วยงาน'><option>ก</select>", "หน่วยงาน", "select"),
        ("<input type=password name=pass>", "pass", "password"),
        ("<input type=radio name=r> ชาย", "ชาย", "radio"),
        ("<input type=file>", "", "file"),
    ],
)
def test_a_field_is_named_by_what_a_person_reads_beside_it(
    page: Page, html: str, label: str, kind: str
) -> None:
    (form,) = page(f"<form action=send.php method=POST>{html}</form>").forms
    assert [(field.label, field.kind) for field in form.fields] == [(label, kind)]
    assert (form.action, form.method, form.where) == (
        "http://town.test/office/send.php",
        "post",
        "form 1",
    )


def test_the_buttons_of_a_form_are_named_and_hidden_fields_left_out(page: Page) -> None:
    (form,) = (
        page("""<form><input type=hidden name=t><input name=q><button>ค้นหา</button><button></button>
        <input type=submit value=ส่ง><input type=image src=a.png alt=ตกลง><input type=reset value=ล้าง></form>""").forms
    )
    assert form.buttons == ("ค้นหา", "ส่ง", "ตกลง")
    assert [field.label for field in form.fields] == ["q"]
    assert (form.action, form.method) == ("http://town.test/office/page.html", "get")


def test_a_form_around_a_part_of_the_page_is_of_that_part(page: Page) -> None:
    read = page(
        "<h1>บริการ</h1><button data-bs-toggle=modal data-bs-target='#m'>แจ้งเรื่อง</button>"
        "<form action=/tell><div class=modal id=m><label>ชื่อ <input name=a></label></div></form>"
    )
    (form,) = read.forms
    assert read.sections[form.section].label == "แจ้งเรื่อง"
    assert form.action == "http://town.test/tell"


def test_a_form_torn_apart_by_a_table_keeps_its_fields(page: Page) -> None:
    (form,) = page(
        "<table><form action=/q><tr><td>ชื่อ<td><input name=a><tr><td>โทร<td><input name=b></form></table>"
    ).forms
    assert form.action == "http://town.test/q"
    assert [field.label for field in form.fields] == ["ชื่อ", "โทร"]


def test_fields_outside_of_any_form_are_a_form_without_a_method(page: Page) -> None:
    (form,) = page("<div>ข้อความ <textarea></textarea><button>ส่ง</button></div><form></form>").forms
    assert (form.method, form.buttons, form.fields[0].label) == ("", ("ส่ง",), "ข้อความ")


def test_a_field_may_name_its_form(page: Page) -> None:
    (form,) = page("<form id=f action=/x><button>ok</button></form><input form=f name=far>").forms
    assert [field.label for field in form.fields] == ["far"]
