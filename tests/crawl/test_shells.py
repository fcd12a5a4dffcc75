"""Which pages are empty until a script has run."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl import pages, shells
from tests.worlds import SITES

CASES = yaml.safe_load(Path(__file__).with_name("shells.yaml").read_text(encoding="utf-8"))
WORDS = "เทศบาลตำบลตัวอย่างตั้งอยู่ในเขตอำเภอเมืองมีพื้นที่สิบสองตารางกิโลเมตร"


def is_shell(page: str) -> bool:
    body = page.encode()
    return shells.is_shell(body, pages.glance(body))


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_a_shell_or_not(name: str) -> None:
    assert is_shell(CASES[name]["page"]) is CASES[name]["shell"]


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name]["shell"]])
def test_a_shell_with_words_of_its_own_is_none(name: str) -> None:
    filled = CASES[name]["page"].replace("</body>", f"<p>{WORDS * 3}</p></body>")
    assert not is_shell(filled)


def test_no_page_of_the_sample_sites_is_a_shell() -> None:
    pages_of_sites = [
        path for path in SITES.rglob("www/*.html") if "webapp" not in path.relative_to(SITES).parts
    ]
    assert len(pages_of_sites) > 100
    assert [path for path in pages_of_sites if is_shell_bytes(path.read_bytes())] == []


def is_shell_bytes(body: bytes) -> bool:
    return shells.is_shell(body, pages.glance(body))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_around_a_root_is_answered(before: str, after: str) -> None:
    page = f"{before}<div id=app></div>{after}<script src=/assets/app.js></script>"
    body = page.encode("utf-8", "replace")
    assert shells.is_shell(body, pages.glance(body)) in (True, False)
    assert shells.is_bare(body) in (True, False)


def test_a_menu_inside_a_menu_is_taken_away_once() -> None:
    page = "<nav class=menu><div class=navbar><ul class=menu><li><a href=/>x</a></ul></div></nav>"
    assert shells.is_bare((page * 5).encode())


@pytest.mark.parametrize(
    ("main", "bare"),
    [
        ("<h1>ประกาศ</h1>", True),
        ("<h1>ประกาศ</h1><a href=1>1</a><a href=2>2</a><a href=3>3</a><a href=4>4</a>", False),
        (f"<p>{WORDS * 4}</p>", False),
    ],
)
def test_a_bare_page_shows_next_to_nothing_of_its_own(main: str, bare: bool) -> None:
    menu = "<nav>" + "<a href=/x>เมนูหลักของเว็บไซต์</a>" * 20 + "</nav>"
    assert shells.is_bare((menu + main).encode()) is bare
