"""The summary for code hosts, as the renderer of GitHub shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from oit_audit.model import Audit, Language, Status, Text
from oit_audit.report import render
from oit_audit.report._clean import plain
from oit_audit.report._gfm import MAX_WORDS, link, words
from oit_audit.report._say import said
from tests.report import accepted, audits, splash
from tests.report.test_xlsx import entered

JOINER = "\u2060"
ALLOWED = {
    "h2", "h3", "p", "strong", "a", "sub", "blockquote", "ul", "li", "details", "summary",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
SHELL = {"html", "head", "body", "-text"}
SOUGHT = re.compile(r"(?<!\w)[@#!$%~&]\w|\w[@#]\w|:[\w+-]+:|://|\bwww\.|\bGH-\d", re.IGNORECASE)
"""What a code host makes a link, a picture or a message of in finished text."""


def source(audit: Audit, language: Language = "th") -> str:
    return render("markdown", audit, language).decode()


def shown(markdown: str) -> LexborHTMLParser:
    """Return what GitHub's renderer makes of it, with all HTML let through."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return LexborHTMLParser(html)


def text_of(markdown: str) -> str:
    return " ".join((shown(markdown).text() or "").split())


def assert_tame(markdown: str) -> LexborHTMLParser:
    tree = shown(markdown)
    for node in tree.css("*"):
        assert node.tag in ALLOWED | SHELL, node.html
        for name, value in node.attributes.items():
            assert (node.tag, name) in {("a", "href"), ("a", "title")}, node.html
            assert name != "href" or re.match(r"https?://", value or ""), node.html
    assert len(tree.css("a")) == markdown.count("](<")
    return tree


def table(tree: LexborHTMLParser, heading: str) -> list[list[str]]:
    """Return the rows of the first table that has a column called `heading`."""
    for each in tree.css("table"):
        if heading in [cell.text() for cell in each.css("th")]:
            return [[cell.text() for cell in row.css("td")] for row in each.css("tbody tr")]
    raise AssertionError(heading)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_summary_reads_as_accepted(language: Language) -> None:
    accepted.agrees(
        f"audit.{language}.markdown.md", source(audits.every_status(), language).encode()
    )


def test_a_reader_sees_whose_score_and_how_complete_before_all_else() -> None:
    told = text_of(source(audits.every_status()))

    order = [
        "OIT พ.ศ. 2569: เทศบาลตำบลบ้านสวนหมอก",
        "วันที่ตรวจ 21 พฤศจิกายน 2569",
        "73.41 จาก 100 คะแนน · ช่วง 73.41–78.41 · ระดับ C",
        "ตรวจได้บางส่วน (310 หน้า และ 96 เอกสาร)",
        "[!CAUTION] ผลนี้ยังไม่สมบูรณ์: ตรวจเว็บไซต์ได้เพียงบางส่วน",
        "รอคำตอบนานเกินกำหนด (21)",
        "ควรแก้ไขทันที 1 เรื่อง",
        "โปรดตรวจสอบด้วยตนเอง 1 ข้อ",
        "◐ ไม่ครบ 2",
        "สิ่งที่ควรแก้ไขก่อน",
        "เป็นการประมาณ",
        "oit-audit 0.1.0",
    ]
    places = [told.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_a_site_that_never_answered_gets_no_points_and_a_complete_look_no_warning() -> None:
    nothing = text_of(source(audits.nothing_seen()))

    assert "ยังให้คะแนนไม่ได้" in nothing
    assert "[!CAUTION] เข้าตรวจเว็บไซต์ไม่ได้" in nothing
    assert "0.00" not in nothing
    assert "[!CAUTION]" not in source(audits.all_met())
    assert "ไม่มีข้อที่ต้องแก้ไข" in source(audits.all_met())
    assert "ไม่มีข้อที่ต้องแก้ไข" not in nothing


def test_what_to_fix_first_says_why_what_to_do_who_and_what_it_is_worth() -> None:
    rows = table(shown(source(audits.every_status())), "สิ่งที่ต้องทำ")

    todo = said(audits.every_status().verdicts[3].remedy, "th")
    assert [row[0].partition(" ")[0] for row in rows] == ["o12", "o10", "o2"]
    assert rows[1] == [
        "o10 แผนการใช้จ่ายงบประมาณประจำปี",
        "✘ ไม่พบ",
        "ตรวจครบทั้งเว็บไซต์แล้วไม่พบ",
        f"{todo} (หน่วยงานรับผิดชอบ: กองคลัง)",
        "+1.25",
        "",
    ]


def test_the_rest_is_folded_and_every_item_is_there_with_its_evidence() -> None:
    audit = audits.every_status()
    tree = shown(source(audit))

    rows = table(tree, "หลักฐาน")
    assert [row[0] for row in rows] == [verdict.id for verdict in audit.verdicts]
    assert rows[2][5].startswith("ได้รับการผ่อนผัน: รอสภาท้องถิ่นเห็นชอบ")
    assert "⚑ โปรดตรวจสอบด้วยตนเอง" in rows[5][2]
    titles = [fold.text() for fold in tree.css("details > summary")]
    assert titles == [
        "ข้อที่ต้องให้คนตรวจ (1)",
        "ข้อที่เจ้าหน้าที่วินิจฉัยไว้ (1)",
        "ผลรายข้อ (7)",
        "คะแนนรายตัวชี้วัด",
        "ข้อสังเกตเกี่ยวกับเว็บไซต์ (3)",
        "หน้าที่เปิดดูไม่ได้ (64)",
    ]
    assert all(fold.attributes == {} and fold.css("table") for fold in tree.css("details"))


def test_a_verified_list_says_that_only_its_links_were_judged() -> None:
    assert "ตัดสินจากลิงก์ที่กรอกไว้เท่านั้น (3 ลิงก์)" in source(entered())


def test_a_long_list_ends_with_how_many_more() -> None:
    audit = audits.every_status()
    many = tuple(replace(audit.verdicts[3], id=f"o{n}") for n in range(1, 21))

    markdown = source(replace(audit, verdicts=many))

    assert len(table(shown(markdown), "สิ่งที่ต้องทำ")) == 15
    assert "และอีก 5 รายการ" in markdown


def test_it_always_fits_into_a_job_summary() -> None:
    audit = audits.every_status()
    long = replace(audit.verdicts[4], status=Status.PARTIAL, title=Text("<" * 999, "<" * 999))
    many = tuple(replace(long, id=f"o{n}") for n in range(1, 1_500))

    markdown = source(replace(audit, verdicts=many, site_findings=audit.site_findings * 400))

    assert 800_000 < len(markdown.encode()) < 1 << 20
    assert len(re.findall("และอีก [0-9,]+ รายการ", markdown)) > 1
    assert_tame(markdown)


def test_hostile_text_is_shown_as_it_is() -> None:
    tree = assert_tame(source(audits.every_status()))

    title = table(tree, "หลักฐาน")[4][1].replace(JOINER, "")
    assert title == plain(audits.HOSTILE, MAX_WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://evil.example/x.png)",
        "[x](javascript:alert(1))",
        "[x]: https://evil.example",
        "<img src=x>",
        "<!-- x",
        "<https://evil.example>",
        "https://evil.example",
        "HTTP://evil.example and ftp://evil.example",
        "www.evil.example",
        "mail@evil.example mailto:mail@evil.example",
        "a | b | c",
        "\\| a",
        "`code` ```",
        "**bold** __x__ ~~x~~ *x*",
        "- [ ] task",
        "# heading",
        "> quote",
        "1. list",
        "---",
        "@octocat @org/team",
        "#1 GH-1 owner/repo#12 owner/repo@abcdef !3 $4 ~label &5 %x",
        ":boom: :+1:",
        "&lt;b&gt; &#60;",
        "$x^2$ $$y$$",
        "[^1] ==x== ^x^",
        "line\n\n# heading\n\n<script>",
        "end\\",
    ],
)
def test_no_sign_of_markup_has_a_meaning(text: str) -> None:
    tree = assert_tame(f"| a |\n| --- |\n| {words(text)} |\n")

    (cell,) = table(tree, "a")[0]
    assert cell.replace(JOINER, "") == plain(text)
    assert SOUGHT.search(cell) is None


@pytest.mark.parametrize(
    ("label", "url", "href"),
    [
        ("แผน", "https://a.example/แผน?a=1&copy=2&lt;#x", "https://a.example/%E0%B9%81%E0%B8%9C%E0%B8%99?a=1&copy=2&lt;#x"),
        ("a](b)|<i>", "https://a.example/|)>(", "https://a.example/%7C)%3E("),
        ("", "http://a.example/", "http://a.example/"),
    ],
)  # fmt: skip
def test_a_link_leads_where_it_says(label: str, url: str, href: str) -> None:
    tree = assert_tame(f"| a |\n| --- |\n| {link(label, url)} |\n")

    (anchor,) = tree.css("a")
    assert anchor.attributes["href"] == href
    assert anchor.text().replace(JOINER, "") == (label or "a.example/")


def test_what_is_no_address_of_the_web_is_text() -> None:
    assert link("", "javascript:alert(1)") == "javascript:alert(1)"
    assert link("x", "https://user@a.example/") == "x"


@settings(deadline=None)
@given(text=splash.ANY_TEXT_EVEN_BROKEN | st.text("@#!|[]()<>`*_~:/\\w.&$%^-+1a ", max_size=40))
def test_always_the_text_and_nothing_but_the_text(text: str) -> None:
    tree = assert_tame(f"| a |\n| --- |\n| {words(text)} |\n")

    (cell,) = table(tree, "a")[0]
    assert cell.replace(JOINER, "") == plain(text, MAX_WORDS)
    assert SOUGHT.search(cell) is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_summary(audit: Audit) -> None:
    tree = assert_tame(source(audit))

    rows = table(tree, "หลักฐาน")
    assert [row[0] for row in rows] == [verdict.id for verdict in audit.verdicts]
    assert [row[1].replace(JOINER, "") for row in rows] == [
        plain(said(verdict.title, "th"), MAX_WORDS) for verdict in audit.verdicts
    ]
