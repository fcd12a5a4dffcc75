"""Pages that hold only links, attachments and what a content system prints around them."""

from __future__ import annotations

import time

import pytest

from oit_audit.judge.furniture import is_meta
from oit_audit.model import Status
from tests.judge.cases import BODY, TOWN
from tests.judge.towns import verdict_on
from tests.match.sites import paper

ITEM = "รายงานผลการดำเนินการป้องกันการทุจริตประจำปี"
OLD = paper("/f/old.pdf", f"{ITEM} ประจำปีงบประมาณ พ.ศ. 2562", TOWN, BODY)
FILE = "/f/old.pdf"

SHELLS = {
    "raw addresses": "<h1>O41 {item}</h1><p>1. ลิงค์ - <a href='{file}'>http://town.test/f/ol...</a> "
    "<a href='{file}'>เปิด</a></p>",
    "joomla": "<h2>O41 {item}</h2><dl><dd>เขียนโดย Super User</dd><dd>หมวด: ITA</dd>"
    "<dd>เผยแพร่เมื่อ: 12 มกราคม 2566</dd><dd>ฮิต: 1024</dd></dl>"
    "<ul><li><a href='/item?tmpl=component&amp;print=1'>พิมพ์</a></li>"
    "<li><a href='/component/mailto/?link=aa'>อีเมล</a></li></ul>"
    "<table><tr><th>ไฟล์แนบ</th><th>ขนาด</th></tr>"
    "<tr><td><a href='{file}'>old.pdf</a></td><td>120 kB</td></tr></table>",
    "english joomla": "<h2>{item}</h2><p>Written by Administrator</p><p>Category: ITA</p>"
    "<p>Published: 12 January 2023</p><p>Hits: 88</p><p><a href='{file}'>Download</a></p>",
    "wordpress": "<article><h1>O41 {item}</h1><p>โพสต์เมื่อ 12 มกราคม 2566 โดย admin</p>"
    "<p><a href='{file}'>ดาวน์โหลดเอกสาร</a></p><div>แชร์ <a href='https://www.facebook.com/sharer/"
    "sharer.php?u=x'>Facebook</a> <a href='https://twitter.com/intent/tweet?url=x'>Twitter</a> "
    "<a href='https://social-plugins.line.me/lineit/share?url=x'>LINE</a></div></article>",
    "login beside": "<h2>{item}</h2><form action='/in'><input name='u'><input type='password'>"
    "<button>เข้าสู่ระบบ</button></form><p>รายละเอียดตามเอกสารแนบ <a href='{file}'>คลิกที่นี่</a></p>",
    "announcement": "<h1>O41 {item}</h1><p>เทศบาลขอเผยแพร่{item}ให้ประชาชนทราบโดยทั่วกัน "
    "รายละเอียดตามเอกสารแนบ</p><p><a href='{file}'>ดาวน์โหลด</a></p>",
    "comments": "<h1>{item}</h1><p>Posted on 12 January 2022 by admin in ITA</p>"
    "<p><a href='{file}'>เปิดไฟล์</a></p><form><input name='author'><input name='email'>"
    "<textarea name='comment'></textarea><button>แสดงความเห็น</button></form>",
    "breadcrumb": "<p>คุณอยู่ที่นี่: หน้าแรก » ITA » {item}</p><h1>{item}</h1><p><a href='{file}'>1.ไฟล์แนบ"
    "</a> (จำนวนดาวน์โหลด 12 ครั้ง)</p><p>แก้ไขล่าสุดเมื่อ วันอังคาร, 12 มกราคม 2565 10:22</p>",
    "rows of data": "<table><tr><td>เรื่อง</td><td>{item}</td></tr><tr><td>วันที่ลงประกาศ</td>"
    "<td>12 ม.ค. 2565</td></tr><tr><td>ไฟล์แนบ</td>"
    "<td><a href='{file}'>ดาวน์โหลด</a></td></tr></table>",
    "counter": "<h3>๔๑. {item}</h3><p>ผู้เข้าชม 1,245 ครั้ง</p><p>อ่าน 88 ครั้ง</p>"
    "<p><a href='{file}'>old.pdf</a> ขนาดไฟล์ 2.1 MB ดาวน์โหลดแล้ว 12 ครั้ง</p>",
}


def shell(name: str, file: str = FILE) -> str:
    return SHELLS[name].format(item=ITEM, file=file)


@pytest.mark.parametrize("name", SHELLS)
def test_a_page_that_only_holds_a_paper_is_of_the_year_of_the_paper(name: str) -> None:
    found = verdict_on("anticorruption_report", ITEM, {"/item": shell(name), FILE: OLD})

    assert found.status is Status.STALE
    assert found.evidence[0].url.endswith(FILE)


@pytest.mark.parametrize("name", SHELLS)
def test_a_page_that_only_holds_a_dead_link_is_missing(name: str) -> None:
    found = verdict_on("anticorruption_report", ITEM, {"/item": shell(name)}, gone=(FILE,))

    assert found.status is Status.MISSING


@pytest.mark.parametrize("name", SHELLS)
def test_a_page_whose_link_leads_home_is_missing(name: str) -> None:
    found = verdict_on("anticorruption_report", ITEM, {"/item": shell(name, "/")})

    assert found.status is Status.MISSING


@pytest.mark.parametrize("name", SHELLS)
def test_words_of_its_own_are_judged_whatever_stands_around_them(name: str) -> None:
    """The page says itself what the paper would say, and of which year."""
    said = (
        f"<p>{ITEM} ประจำปีงบประมาณ พ.ศ. 2564 {TOWN}</p>"
        "<p>ดำเนินการ 18 โครงการ ใช้งบประมาณ 51,000 บาท ปัญหาอุปสรรค: บุคลากรน้อย "
        "ข้อเสนอแนะ: จัดอบรมเพิ่ม ผลสัมฤทธิ์ตามเป้าหมายร้อยละ 80</p>"
    )
    found = verdict_on("anticorruption_report", ITEM, {"/item": shell(name) + said}, gone=(FILE,))

    assert found.status in (Status.MET, Status.PARTIAL)


def test_a_short_contact_with_a_dead_map_is_not_missing() -> None:
    said = "<h1>ข้อมูลการติดต่อ</h1><p>12 ถนนนา ตำบลนา โทร 0 4000 1234 โทรสาร 0 4000 1235</p>"
    pages = {"/item": f"{said}<p>อีเมล a@town.test <a href='/map.jpg'>แผนที่</a></p>"}

    found = verdict_on("contact", "ข้อมูลการติดต่อ", pages, gone=("/map.jpg",))

    assert found.status in (Status.MET, Status.PARTIAL)


@pytest.mark.parametrize(
    "line",
    [
        "เขียนโดย admin",
        "ฮิต: 645",
        "เผยแพร่เมื่อ: 12 มกราคม 2564",
        "แก้ไขล่าสุด 3 ก.พ. 2565 เวลา 10:22 น.",
        "| พิมพ์ | อีเมล |",
        "Written by Super User",
        "Category: ITA 2564",
        "หมวด: ITA | เขียนโดย Super User | เผยแพร่เมื่อ: วันอังคารที่ 12 มกราคม พ.ศ. 2564 | ฮิต: 645",
        "แชร์ Facebook Twitter LINE",
        "จำนวนผู้เข้าชม 12 คน",
    ],
)
def test_article_data_is_recognised(line: str) -> None:
    assert is_meta(line)


@pytest.mark.parametrize(
    "line",
    [
        "หมวด 1 บททั่วไป",
        "โดยที่เป็นการสมควรกำหนดมาตรการ",
        "อีเมล saraban@town.test",
        "อ่านหนังสือให้ผู้สูงอายุฟังทุกวันศุกร์",
        "ผู้เขียนแผนต้องรายงานต่อนายก",
        BODY,
    ],
)
def test_what_a_page_says_is_no_article_data(line: str) -> None:
    assert not is_meta(line)


@pytest.mark.parametrize("text", ["อีเมล์", "พิมพ์ ", "back", " | ", "next", "เอกสารแนบ"])
def test_a_hostile_line_is_read_at_once(text: str) -> None:
    began = time.perf_counter()
    is_meta((text * 240)[:239] + "!ก")
    assert time.perf_counter() - began < 1
