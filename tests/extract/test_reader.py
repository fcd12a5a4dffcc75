"""What is read on a visit is not read again, and says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from oit_audit.extract import EXTRACTORS, Reader, extract, read_links, reader
from oit_audit.model import Resource

MENU = "<nav><ul><li><a href='/a'>แผน</a></li><li><a href='/b'>ผล</a></li></ul></nav>"
BOOK = b"%PDF-1.4 nothing more"


def page(number: int) -> bytes:
    return f"<html><body>{MENU}<h1>{number}</h1><p>ข่าวที่ {number}</p></body></html>".encode()


def resource(body: bytes, url: str = "http://town.test/1") -> Resource:
    return Resource(
        url=url,
        final_url=url,
        status=200,
        media_type="text/html",
        charset="utf-8",
        fetched_at=datetime(2023, 6, 1, tzinfo=UTC),
        sha256=sha256(body).hexdigest(),
        length=len(body),
    )


def never() -> bytes:
    raise AssertionError("the body is asked for again")


def test_a_page_of_the_visit_is_the_page_that_is_read_without_it() -> None:
    body = page(1)
    seen = resource(body)
    pages = reader()
    assert pages.links(seen, body) == read_links(seen, body)
    assert pages.document(seen, never) == extract(seen, body)


def test_a_page_that_was_asked_for_elsewhere_says_so() -> None:
    body = page(1)
    seen = resource(body)
    alias = replace(seen, url="http://town.test/alias")
    pages = reader()
    pages.links(seen, body)
    assert pages.document(alias, never) == extract(alias, body)


def test_what_was_not_read_on_the_visit_is_read_when_it_is_asked_for() -> None:
    body = page(1)
    seen = resource(body)
    assert reader().document(seen, lambda: body) == extract(seen, body)


def test_another_answer_at_the_same_address_is_another_page() -> None:
    first, second = page(1), page(2)
    pages = reader()
    pages.links(resource(first), first)
    assert pages.document(resource(second), lambda: second) == extract(resource(second), second)


def test_no_more_pages_wait_than_allowed() -> None:
    bodies = [page(number) for number in range(3)]
    seen = [resource(body, f"http://town.test/{n}") for n, body in enumerate(bodies)]
    pages = Reader(EXTRACTORS, most=2, most_packed=0)
    for one, body in zip(seen, bodies, strict=True):
        assert pages.links(one, body) == read_links(one, body)
    assert pages.document(seen[1], never) == extract(seen[1], bodies[1])
    with pytest.raises(AssertionError):
        pages.document(seen[2], never)


def test_a_page_that_waited_packed_is_the_page_that_was_read() -> None:
    body = page(1)
    pages = Reader(EXTRACTORS, most=0)
    links = pages.links(resource(body), body)
    document = pages.document(resource(body), never)
    assert document == extract(resource(body), body)
    assert document.links[0] is links[0]


def test_a_paper_is_not_read_on_the_visit() -> None:
    seen = resource(BOOK)
    pages = reader()
    assert pages.links(seen, BOOK) == ()
    assert pages.document(seen, lambda: BOOK) == extract(seen, BOOK)


def test_the_menu_of_two_pages_is_kept_once() -> None:
    pages = reader()
    first, second = page(1), page(2)
    one = pages.document(resource(first), lambda: first)
    other = pages.document(resource(second), lambda: second)
    assert one.links[0] is other.links[0]
    assert one.blocks[0] is other.blocks[0]
