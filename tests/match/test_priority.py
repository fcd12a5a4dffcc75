"""Which link the crawl should fetch first."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oit_audit.match import priority
from oit_audit.model import Link
from tests.match.sites import HOME, lexicon, link


def wanted(entry: Link) -> float:
    return priority(lexicon())(entry, HOME)


def test_what_looks_like_evidence_comes_before_what_does_not() -> None:
    order = [
        link("/ita", "ITA 2566"),
        link("/s", "โครงสร้าง"),
        link("/1.pdf", "ดาวน์โหลด", context=("แผนดำเนินงาน",)),
        link("/uploads/1.pdf?v=2", "ดาวน์โหลด"),
        link("/7", "ดาวน์โหลด"),
        link("/temple", "วัดประจำหมู่บ้าน"),
    ]
    assert all(wanted(first) > wanted(then) for first, then in pairwise(order))


def test_a_silent_link_below_a_title_counts_like_the_title() -> None:
    below = link("/1.pdf", "ดาวน์โหลด", before=("O1 โครงสร้าง",))
    assert wanted(below) == wanted(link("/1.pdf", "O1 โครงสร้าง"))


def test_the_address_of_an_index_counts_like_its_label() -> None:
    assert wanted(link("/anticorruption", "เรื่องต่างๆ")) == wanted(link("/x", "แผนผังเว็บไซต์"))


def test_letters_inside_a_longer_word_name_no_index() -> None:
    assert wanted(link("/digital", "วัดประจำหมู่บ้าน")) == wanted(link("/x", "วัดประจำหมู่บ้าน"))


def test_a_paper_with_an_unknown_label_comes_before_such_a_page() -> None:
    assert wanted(link("/a.PDF", "วัดประจำหมู่บ้าน")) > wanted(link("/a", "วัดประจำหมู่บ้าน"))


def test_what_nearly_stands_for_a_concept_comes_before_what_does_not_at_all() -> None:
    assert wanted(link("/a", "ข้อมูลผู้บริหารและเรื่องเล่าจากหมู่บ้าน")) > wanted(link("/b", "เรื่องเล่า"))


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_the_wish_for_any_link_is_a_share(text: str, row: str, around: list[str]) -> None:
    assert 0 <= wanted(Link(HOME, text, row=row, context=tuple(around))) <= 1
