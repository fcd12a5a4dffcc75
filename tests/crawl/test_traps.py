from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl.traps import Traps, absurd, family, shape

BASE = "http://town.example"


@pytest.mark.parametrize(
    "path",
    [
        "/a/a/a/x",
        "/news/list/news/list/news/list/",
        "/index.php/en/x/en/x/en/x",
        "/" + "a" * 2_000,
        "/" + "/".join("abcdefghijklmnopqrst"),
        "/?" + "&".join(f"k{n}=1" for n in range(13)),
        "/?a=1&a=2&a=3&a=4&a=5",
    ],
)
def test_an_absurd_address_is_refused_at_sight(path: str) -> None:
    assert absurd(BASE + path)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/public/list/data/detail/id/12/menu/1196", "/2565/2565/2565/plan.pdf", "/a/b/a/b/c",
        "/index.php?_mod=ZmlsZXM&type=bmV3cw", "/content/cate/4/?page=2&sort=a&q=",
    ],
)  # fmt: skip
def test_an_ordinary_address_is_not(path: str) -> None:
    assert absurd(BASE + path) is None


def test_shapes_leave_out_numbers_and_tokens_and_keep_words() -> None:
    assert shape(f"{BASE}/news/12?p=3") == shape(f"{BASE}/news/7?p=99")
    assert shape(f"{BASE}/?s=0123456789abcdef01") == shape(f"{BASE}/?s=fedcba98765432100a")
    assert shape(f"{BASE}/?link=ita") != shape(f"{BASE}/?link=law")
    assert family(f"{BASE}/a/ita.php?x=1") == family(f"{BASE}/a/law.php?x=2")


def breed(traps: Traps, pattern: str, pages: int, *, news: bool = False) -> int:
    """Let pages lead from one to the next; return how many were asked."""
    asked = 0
    for number in range(pages):
        url = BASE + pattern.format(number)
        if traps.closed(url, number):
            return asked
        asked += 1
        new = frozenset({number}) if news else frozenset({0})
        traps.saw(url, number, new, leads_on=False)
    return asked


@pytest.mark.parametrize(
    "pattern",
    [
        "/x/{}",
        "/list?page={}",
        "/calendar/{}",
        "/ev?month={}",
        "/%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%97%E0%B8%B4%E0%B8%99/{}",
    ],
)
def test_pages_that_breed_without_saying_anything_new_come_to_an_end(pattern: str) -> None:
    assert breed(Traps(1_000), pattern, 500) < 20


def test_words_made_up_without_end_come_to_an_end_too() -> None:
    traps = Traps(1_000)
    words = ["".join(chr(97 + int(digit)) for digit in str(number)) for number in range(500)]
    asked = 0
    for generation, word in enumerate(words):
        if traps.closed(f"{BASE}/w/{word}", generation):
            break
        asked += 1
        traps.saw(f"{BASE}/w/{word}", generation, frozenset({0}), leads_on=False)
    assert asked < 60


def test_a_calendar_that_always_has_news_comes_to_an_end() -> None:
    assert breed(Traps(1_000), "/calendar/{}", 500, news=True) < 40


def test_paging_that_brings_new_things_goes_on() -> None:
    assert breed(Traps(1_000), "/list?page={}", 200, news=True) == 200


@given(st.integers(1, 300))
def test_what_an_index_names_is_never_closed_however_alike_it_is(count: int) -> None:
    traps = Traps(1_000)
    for number in range(count):
        url = f"{BASE}/item.php?id={number}"
        assert traps.closed(url, 0) is None
        traps.saw(url, 0, frozenset({0}), leads_on=False)


def test_a_page_that_leads_to_something_new_keeps_its_shape_open() -> None:
    traps = Traps(1_000)
    for number in range(100):
        assert traps.closed(f"{BASE}/x/{number}", number) is None
        traps.saw(f"{BASE}/x/{number}", number, frozenset({0}), leads_on=True)


def test_one_family_gets_no_more_than_its_share() -> None:
    traps = Traps(10)
    assert not traps.spent(f"{BASE}/x/1")
    breed(traps, "/x/{}", 14, news=True)
    assert traps.spent(f"{BASE}/x/99")
