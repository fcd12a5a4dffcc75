from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.crawl import crawl
from oit_audit.errors import AddressError, UnreachableError
from oit_audit.model import Organisation
from tests.crawl.town import (
    QUICK,
    Reply,
    Route,
    Shelf,
    flat,
    opened,
    page,
    read_links,
    seen,
    to,
    visit,
)


@pytest.mark.parametrize(
    ("url", "error", "says"),
    [
        ("nonsense", AddressError, "not a web address"),
        ("ftp://town.test/", AddressError, "not a web address"),
        (
            "http://127.0.0.1:1/",
            UnreachableError,
            "cannot reach 127.0.0.1: it refuses the connection",
        ),
        ("http://169.254.169.254/", AddressError, "169.254.169.254 must not be asked"),
    ],
)
async def test_a_first_page_that_cannot_be_asked_is_an_error_of_one_line(
    url: str, error: type[AddressError], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        await crawl(
            Organisation(url),
            replace(QUICK, retries=0),
            sink=Shelf(),
            read_links=read_links,
            priority=flat,
        )
    assert "\n" not in str(caught.value)
    assert caught.value.hint


async def test_a_private_address_is_refused_unless_it_is_allowed() -> None:
    async with opened({"/": page()}) as town:
        with pytest.raises(AddressError, match=r"127\.0\.0\.1 must not be asked"):
            await visit(town, replace(QUICK, allow_private=False))
    assert town.asked == []


@pytest.mark.parametrize(
    ("routes", "says"),
    [
        ({"/": Reply(status=404)}, "the first page is not there"),
        ({"/": Reply(status=500)}, "server error"),
        ({"/": to("http://elsewhere.test/")}, "leads to another site"),
        (
            {"/": Reply(b"<title>Just a moment...</title>", 503)},
            "a firewall takes us for a nuisance",
        ),
        ({"/": page(), "/robots.txt": Reply(status=503)}, "robots.txt keeps us out"),
        ({"/": page(), "/robots.txt": Reply(b"User-agent: *\nDisallow: /")}, "robots.txt keeps us"),
    ],
)
async def test_a_first_page_that_never_comes_ends_the_visit(
    routes: dict[str, Route], says: str
) -> None:
    async with opened(routes) as town:
        with pytest.raises(UnreachableError, match=says):
            await visit(town, replace(QUICK, retries=1))


async def test_a_first_page_that_comes_at_the_second_try_is_enough() -> None:
    tries = iter([Reply(status=503), Reply(page().encode())])
    async with opened({"/": lambda _: next(tries)}) as town:
        result = await visit(town)
    assert seen(result) == ["/"]
