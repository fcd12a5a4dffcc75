"""When two addresses name the same page."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.model import address, canonical, host_of, readable, resolve, without_fragment


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(address).failed == 0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTP://Town.Example", "http://town.example/"),
        ("https://town.example:443/a", "https://town.example/a"),
        ("http://town.example:8080/a", "http://town.example:8080/a"),
        ("http://town.example./a", "http://town.example/a"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("http://town.ไทย/", "http://town.xn--o3cw4h/"),
        ("http://town.example/ก ข", "http://town.example/%E0%B8%81%20%E0%B8%82"),
        ("http://town.example/%e0%b8%81", "http://town.example/%E0%B8%81"),
        ("http://town.example//a//b/", "http://town.example/a/b/"),
        ("http://town.example/a/./b/../c", "http://town.example/a/c"),
        ("http://town.example/a;jsessionid=9?x=1", "http://town.example/a?x=1"),
        ("http://town.example/?PHPSESSID=9", "http://town.example/"),
        ("http://town.example/?logout", "http://town.example/?logout"),
        ("http://town.example/?b=2&a=1#top", "http://town.example/?b=2&a=1"),
        ("http://town.example/?print&a=1&&b=", "http://town.example/?print&a=1&b="),
        ("http://town.example/?a=1+1%2B1", "http://town.example/?a=1%201%2B1"),
        ("http://town.example/o/b%2fplan.pdf", "http://town.example/o/b%2Fplan.pdf"),
        ("http://town.example/a%0a", "http://town.example/a%0A"),
        ("http://to%77n.example/", "http://town.example/"),
        ("http://10.1/", "http://10.0.0.1/"),
        ("http://0x7F.1/", "http://127.0.0.1/"),
        ("http://017700000001./", "http://127.0.0.1/"),
        ("http://１２７。１/", "http://127.0.0.1/"),
        ("http://[0:0::127.0.0.1]/", "http://[::7f00:1]/"),
    ],
)
def test_one_page_has_one_spelling(written: str, meant: str) -> None:
    assert canonical(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", "town.example", "ftp://town.example/", "mailto:a@b.c", "http://", "http://[::1",
        "http://./", "http://to wn/", "http://to%2fwn/", "http://to\\wn/", "http://[::g]/",
        "http://1.2.3.4.5/", "http://256.1.1.1/", "http://4294967296/", "http://town.08/",
        f"http://{'9' * 5000}/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(text)


def test_a_host_that_no_name_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not a host name"):
        canonical(f"http://{'ก' * 80}/")


def test_a_reference_is_read_against_its_page() -> None:
    page = "http://town.example/a/b.html"
    assert resolve(page, "../c d.pdf") == "http://town.example/c%20d.pdf"
    assert resolve(page, " /x\n#here ") == "http://town.example/x#here"
    assert resolve(page, "//other.example/y") == "http://other.example/y"
    assert resolve(page, "javascript:void(0)") is None
    assert resolve(page, "http://[bad/") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("files\\2568\\plan.pdf", "http://town.example/a/files/2568/plan.pdf"),
        ("\\plan.pdf", "http://town.example/plan.pdf"),
        ("\\\\other.example\\plan.pdf", "http://other.example/plan.pdf"),
        ("http:\\\\other.example", "http://other.example/"),
        ("plan.pdf?from=c:\\x", "http://town.example/a/plan.pdf?from=c:%5Cx"),
        ("///other.example/x", "http://other.example/x"),
        ("https:/other.example/x", "https://other.example/x"),
        ("https:other.example/x", "https://other.example/x"),
        ("http:x", "http://town.example/a/x"),
        ("http:/x", "http://town.example/x"),
        ("/x//", "http://town.example/x/"),
        ("?", "http://town.example/a/b.html"),
        ("?page=2", "http://town.example/a/b.html?page=2"),
        ("http://", None),
        ("//?x", None),
        ("https:", None),
    ],
)
def test_a_reference_is_read_as_browsers_read_it(written: str, meant: str | None) -> None:
    assert resolve("http://town.example/a/b.html?page=1#top", written) == meant


def test_an_address_is_shown_as_people_read_it() -> None:
    assert readable("http://town.example/%E0%B8%81") == "http://town.example/ก"
    assert readable("http://town.example/%FF") == "http://town.example/%FF"


def test_the_host_of_nothing_is_empty() -> None:
    assert host_of("HTTP://Town.Example:80/") == "town.example"
    assert host_of("http://[bad/") == ""


def test_a_fragment_is_left_off() -> None:
    assert without_fragment("http://town.example/a#b") == "http://town.example/a"


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_one_spelling_is_always_its_own(path: str, query: str) -> None:
    try:
        once = canonical(f"http://town.example/{path}?{query}")
    except ValueError:
        return
    assert canonical(once) == once
