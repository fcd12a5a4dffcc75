from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl.answers import Fault
from oit_audit.crawl.robots import Robots
from oit_audit.crawl.sitemaps import MAX_FILES, listed, read
from oit_audit.model import Exchange, SkipReason
from tests.crawl.test_answers import exchange

BASE = "http://town.example/sitemap.xml"


def said(body: bytes) -> Exchange:
    plain = exchange()
    return Exchange(plain.url, "GET", (), 200, "", (), body, plain.fetched_at)


class Machine:
    """Answers with what it was given, and counts."""

    def __init__(self, answers: dict[str, Exchange | Fault]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    async def ask(self, url: str) -> Exchange | Fault:
        self.asked.append(url)
        return self.answers.get(url, Fault(SkipReason.NOT_FOUND))


async def test_each_origin_is_asked_once() -> None:
    machine = Machine({"http://a.test/robots.txt": said(b"User-agent: *\nDisallow: /x")})
    robots = Robots(machine.ask)
    assert not (await robots.rules("http://a.test/x")).allows("http://a.test/x/1")
    assert (await robots.rules("http://a.test/y")).allows("http://a.test/y")
    assert (await robots.rules("https://a.test/x")).allows("https://a.test/x")
    assert machine.asked == ["http://a.test/robots.txt", "https://a.test/robots.txt"]


@pytest.mark.parametrize(
    "reason",
    [SkipReason.NOT_FOUND, SkipReason.FORBIDDEN, SkipReason.LOGIN, SkipReason.RATE_LIMITED],
)
async def test_a_refused_robots_file_leaves_everything_free(reason: SkipReason) -> None:
    robots = Robots(Machine({"http://a.test/robots.txt": Fault(reason)}).ask)
    rules = await robots.rules("http://a.test/")
    assert rules.allows("http://a.test/x")
    assert (rules.delay_s, rules.sitemaps, robots.closed) == (0.0, (), ())


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        (SkipReason.SERVER_ERROR, SkipReason.ROBOTS),
        (SkipReason.TIMEOUT, SkipReason.TIMEOUT),
        (SkipReason.DNS, SkipReason.DNS),
    ],
)
async def test_a_robots_file_that_does_not_come_keeps_us_out(
    reason: SkipReason, shown: SkipReason
) -> None:
    robots = Robots(Machine({"http://a.test/robots.txt": Fault(reason, "why")}).ask)
    refusal = (await robots.rules("http://a.test/")).refusal("http://a.test/x")
    assert refusal == Fault(shown, "robots.txt: why")
    assert robots.closed == (("http://a.test",) if shown is SkipReason.ROBOTS else ())


async def test_delay_and_sitemaps_are_read_and_bounded() -> None:
    text = b"\xef\xbb\xbfUser-agent: *\nCrawl-delay: 600\nSitemap: /m.xml\n\xff\xfe"
    robots = Robots(Machine({"http://a.test/robots.txt": said(text)}).ask)
    rules = await robots.rules("http://a.test/")
    assert (rules.delay_s, rules.sitemaps) == (10.0, ("/m.xml",))


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("User-agent: OIT-Audit/1.0 (+https://audit.test)\nDisallow: /\n", False),
        ("User-agent: oit-audit*\nDisallow: /\n", False),
        ("useragent oit-audit\ndissallow /\n", False),
        ("User-agent: oit\nDisallow:\nUser-agent: *\nDisallow: /\n", False),
        ("User-agent: oit\nDisallow: /\n", True),
        ("User-agent: *bot\nDisallow: /\n", True),
        ("User-agent: *\nDisallow: /\nUser-agent: oit-audit\nDisallow: /private\n", True),
        ("User-agent: *\nOwner: the town\nUser-agent: other\nDisallow: /\n", False),
        ("User-agent: *\nCrawl-delay: 1\nUser-agent: other\nDisallow: /\n", True),
        ("User-agent: *\r# all of it:\rDisallow: /\r", False),
        ("User-agent: *\n# it reads\u2028Disallow: /\n", True),
    ],
)
async def test_a_group_is_ours_when_it_names_us_or_everybody(text: str, *, free: bool) -> None:
    robots = Robots(Machine({"http://a.test/robots.txt": said(text.encode())}).ask)
    assert (await robots.rules("http://a.test/")).allows("http://a.test/x") is free


async def test_a_robots_file_that_names_thousands_costs_no_more_than_another() -> None:
    names = "".join(f"User-agent: a{number}\n" for number in range(14_000))
    text = names + "User-agent: *\n" + "Disallow: /x\n" * 14_000
    robots = Robots(Machine({"http://a.test/robots.txt": said(text.encode())}).ask)
    began = time.process_time()
    assert not (await robots.rules("http://a.test/")).allows("http://a.test/x")
    assert time.process_time() - began < 5


@given(st.binary(max_size=300))
async def test_no_robots_file_is_too_odd(body: bytes) -> None:
    robots = Robots(Machine({"http://a.test/robots.txt": said(body)}).ask)
    assert isinstance((await robots.rules("http://a.test/")).allows("http://a.test/x"), bool)


def test_a_sitemap_lists_pages_and_an_index_lists_sitemaps() -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    urls = "<url><loc> /แผน#x </loc></url><url><loc/></url>"
    pages = f"<?xml version='1.0'?><urlset {space}>{urls}</urlset>"
    second = "<sitemap><loc>http://town.example/2.xml</loc></sitemap>"
    index = f"<sitemapindex {space}>{second}</sitemapindex>"
    wanted = ("http://town.example/%E0%B9%81%E0%B8%9C%E0%B8%99",)
    assert read(pages.encode(), BASE).pages == wanted
    assert read(gzip.compress(pages.encode()), BASE).pages == wanted
    assert read(index.encode(), BASE).sitemaps == ("http://town.example/2.xml",)
    assert read(b"http://town.example/a\nnonsense\n", BASE).pages == ("http://town.example/a",)


def test_other_places_named_loc_and_broken_files_are_left() -> None:
    odd = b"<urlset><image><loc>/x</loc></image><url><loc>mailto:a</loc></url></urlset>"
    assert read(odd, BASE).pages == ()
    assert read(b"\x1f\x8bbroken", BASE).pages == ()
    assert read(b"<a><b></a>", BASE).pages == ()


def test_half_a_character_in_a_sitemap_spoils_only_its_line() -> None:
    urls = b"<url><loc>/&#xD800;</loc></url><url><loc>/a</loc></url>"
    assert read(b"<urlset>" + urls + b"</urlset>", BASE).pages == ("http://town.example/a",)


@given(
    st.lists(
        st.sampled_from(
            [
                "<url>",
                "</url>",
                "<loc>",
                "</loc>",
                "/a",
                "&#xDFFF;",
                "<\u0e01>",
                "<!--",
                "&a;",
                "\0",
            ]
        )
    )
)
def test_no_sitemap_is_too_odd(parts: list[str]) -> None:
    assert isinstance(read("".join(["<x>", *parts]).encode(), BASE).pages, tuple)


def test_entities_of_a_sitemap_are_not_opened() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "http://town.example/a"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    text = f"{bomb}<urlset><url><loc>&a;</loc></url><url><loc>&f;</loc></url></urlset>"
    assert read(text.encode(), BASE).pages == ()


def test_a_sitemap_full_of_entities_does_not_grow() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>'
    text = f"{bomb}<urlset><url><loc>http://town.example/&l11;</loc></url></urlset>"
    assert len(read(text.encode(), BASE).pages) <= 1


async def test_sitemaps_that_name_each_other_come_to_an_end() -> None:
    class Endless(Machine):
        async def ask(self, url: str) -> Exchange | Fault:
            self.asked.append(url)
            name = f"http://town.example/{len(self.asked)}.xml"
            return said(
                f"<x><sitemap><loc>{name}</loc></sitemap><sitemap><loc>{BASE}</loc></sitemap>"
                f"<url><loc>/p{len(self.asked)}</loc></url></x>".encode()
            )

    machine = Endless({})
    found = await listed([BASE], machine.ask, lambda _: True, limit=1_000)
    assert len(machine.asked) == len(found) == MAX_FILES
    few = await listed([BASE], Endless({}).ask, lambda _: True, limit=3)
    assert len(few) == 3


async def test_a_sitemap_that_names_thousands_costs_no_more_than_those_we_read() -> None:
    names = "".join(f"<sitemap><loc>/{number}.xml</loc></sitemap>" for number in range(40_000))
    machine = Machine({BASE: said(f"<x>{names}</x>".encode())})
    began = time.process_time()
    assert await listed([BASE], machine.ask, lambda _: True, limit=9) == ()
    assert time.process_time() - began < 8
    assert len(machine.asked) == MAX_FILES


async def test_sitemaps_that_must_not_or_cannot_be_asked_are_passed_over() -> None:
    machine = Machine({})
    starts = ["http://elsewhere.test/s.xml", BASE]
    assert await listed(starts, machine.ask, lambda url: "town" in url, limit=9) == ()
    assert machine.asked == [BASE]
