"""The site as a graph: addresses, frames that repeat, ways to click."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.model import Block, Document, Picture, Region, SkipReason, Table
from tests.match.sites import HOME, LONG, graph, link, page, paper, url

MENU = [
    link("/", "หน้าหลัก", region=Region.NAVIGATION),
    link("/contact", "ติดต่อเรา", region=Region.NAVIGATION),
]


def pages_with_menu(count: int = 5) -> list[Document]:
    return [
        page(
            "/" if n == 0 else f"/p{n}",
            f"หน้า {n}",
            f"เรื่องที่ {n} {LONG}",
            links=[*MENU, link(f"/p{n + 1}", f"ไปเรื่อง {n + 1}")],
        )
        for n in range(count)
    ]


def test_every_address_that_leads_to_a_document_finds_it() -> None:
    site = graph(page("/", "หน้าแรก"), page("/new", "ใหม่"), redirects={"/old": "/new"})

    for address in ("/new", "/old", "/new#part"):
        found = site.document(url(address))
        assert found is not None
        assert found.title == "ใหม่"
    assert site.document(url("/nowhere")) is None


def test_what_was_skipped_says_why() -> None:
    site = graph(page("/", "หน้าแรก"), skips={"/dead": SkipReason.NOT_FOUND})

    skip = site.skip(url("/dead#part"))
    assert skip is not None
    assert skip.reason is SkipReason.NOT_FOUND
    assert site.skip(HOME) is None


def test_the_home_page_is_where_the_seed_leads() -> None:
    site = graph(page("/th/home", "หน้าแรก"), page("/a"), redirects={"/": "/th/home"})

    assert site.home == url("/th/home")
    assert site.pages[0].title == "หน้าแรก"


def test_without_a_home_page_the_seed_stays_the_home() -> None:
    assert graph(page("/a", "อื่น")).home == HOME


def test_pages_come_home_first_and_papers_are_no_pages() -> None:
    site = graph(page("/b"), paper("/a.pdf", "x"), page("/a"), page("/"))
    assert [p.final_url for p in site.pages] == [url("/"), url("/a"), url("/b")]


def test_the_order_of_documents_does_not_matter() -> None:
    documents = pages_with_menu()
    assert list(graph(*documents).documents) == list(graph(*documents[::-1]).documents)


def test_what_most_pages_repeat_belongs_to_none_of_them() -> None:
    crest = Picture(url("/crest.png"), "ตรา", "img")
    documents = [
        page(
            f"/{n}",
            f"หน้า {n}",
            "โทร 0-2000-0000",
            f"เรื่องที่ {n} {LONG}",
            links=[*MENU, link(f"/file{n}", f"เรื่อง {n}")],
            pictures=(crest, Picture(url(f"/{n}.png"), "", "img")),
        )
        for n in range(5)
    ]
    site = graph(*documents)

    bare = site.without_chrome(documents[2])

    assert [b.text for b in bare.blocks] == ["หน้า 2", f"เรื่องที่ 2 {LONG}"]
    assert [x.text for x in bare.links] == ["เรื่อง 2"]
    assert [p.url for p in bare.pictures] == [url("/2.png")]
    assert site.without_chrome(documents[2]) is bare
    assert all(site.is_chrome(entry) for entry in MENU)


def test_a_menu_is_no_part_of_a_page_on_a_site_with_other_frames() -> None:
    others = [page(f"/news/{n}", f"ข่าว {n}", f"ข่าวที่ {n} {LONG}") for n in range(40)]
    site = graph(*pages_with_menu(9), *others)

    shown = site.document(url("/p3"))
    assert shown is not None
    assert [each.text for each in site.without_chrome(shown).links] == ["ไปเรื่อง 4"]


def test_a_counter_makes_no_other_footer_of_a_footer() -> None:
    def counted(n: int) -> Document:
        made = page(f"/{n}", "อ")
        footer = Block(f"สงวนลิขสิทธิ์ | ผู้เข้าชม {n}32 คน", "p", region=Region.FOOTER)
        return replace(made, blocks=(*made.blocks, footer))

    documents = [counted(n) for n in range(5)]
    assert [b.text for b in graph(*documents).without_chrome(documents[1]).blocks] == ["อ"]


def test_a_main_heading_stays_even_where_it_repeats() -> None:
    documents = [page(f"/{n}", "เทศบาล", f"{n} {LONG}") for n in range(5)]
    assert graph(*documents).without_chrome(documents[0]).blocks[0].text == "เทศบาล"


def test_of_a_few_pages_the_menu_is_what_calls_itself_a_menu() -> None:
    only = page(
        "/",
        "หน้าแรก",
        LONG,
        links=[*MENU, link("/a", "ก")],
        tables=(
            Table((("a",),), "table 1", region=Region.FOOTER),
            Table((("b",),), "table 2"),
        ),
    )
    bare = graph(only).without_chrome(only)

    assert [x.text for x in bare.links] == ["ก"]
    assert [t.where for t in bare.tables] == ["table 2"]


def test_a_page_that_is_all_frame_keeps_its_words() -> None:
    words = (Block(LONG, "p", region=Region.HEADER),)
    documents = [
        *pages_with_menu(),
        page("/x", blocks=words),
        page("/y", LONG, "ก" * 30, blocks=(*words, Block("ข้อความหลักของหน้านี้เอง", "p"))),
    ]
    site = graph(*documents)

    assert site.without_chrome(documents[-2]).blocks == words
    assert [b.where for b in site.without_chrome(documents[-1]).blocks] == ["p"]


def test_papers_have_no_frame() -> None:
    plan = paper("/a.pdf", "แผน")
    assert graph(plan).without_chrome(plan) is plan


def test_a_way_to_click_is_the_shortest_one_in_labels() -> None:
    documents = pages_with_menu(4)
    site = graph(*documents)

    assert site.paths[HOME] == ("หน้าหลัก",)
    assert site.paths[url("/p3")] == ("หน้าหลัก", "ไปเรื่อง 1", "ไปเรื่อง 2", "ไปเรื่อง 3")


def test_a_menu_entry_is_named_with_the_menu_that_holds_it() -> None:
    entry = link("/a", "แผน", region=Region.NAVIGATION, context=("ข้อมูลพื้นฐาน",))
    site = graph(page("/", "หน้าแรก", links=[entry]), page("/a", "แผน"))
    assert site.paths[url("/a")] == ("หน้าหลัก", "ข้อมูลพื้นฐาน", "แผน")


def test_a_silent_link_is_a_step_all_the_same() -> None:
    site = graph(page("/", "หน้าแรก", links=[link("/a")]), page("/a", "แผน"))
    assert site.paths[url("/a")] == ("หน้าหลัก", "…")


def test_ways_do_not_lead_through_papers_or_unseen_pages() -> None:
    guide = paper("/guide.pdf", "คู่มือ", links=(link("/secret", "ลับ"),))
    home = page("/", "หน้าแรก", links=[link("/guide.pdf", "คู่มือ"), link("/gone", "ลบแล้ว")])
    site = graph(home, guide, page("/secret", "ลับ"))
    assert url("/secret") not in site.paths
    assert url("/gone") not in site.paths


def test_each_page_counts_once_among_those_that_link_to_a_target() -> None:
    twice = page("/a", "ก", links=[link("/t", "1"), link("/t", "2"), link("/a", "ตัวเอง")])
    once = page("/b", "ข", links=[link("/t#part", "3"), link("", "ไม่มี")])
    site = graph(page("/", "หน้าแรก"), twice, once, page("/t", "เป้า"))

    assert site.inbound[url("/t")] == 2
    assert site.inbound[url("/a")] == 0


def test_the_first_label_that_leads_to_a_document_is_known() -> None:
    home = page("/", "หน้าแรก", links=[link("/t.pdf"), link("/t.pdf", "แผนงาน")])
    plan = paper("/t.pdf", "แผน")
    alone = paper("/alone.pdf", "เดี่ยว")
    site = graph(home, plan, alone)

    assert (site.label_of(plan), site.hub_of(plan)) == ("แผนงาน", HOME)
    assert (site.label_of(alone), site.hub_of(alone)) == ("", "")
