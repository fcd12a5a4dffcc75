"""Addresses that the caller names beside the home page."""

from __future__ import annotations

from dataclasses import replace

from oit_audit import extract
from oit_audit.crawl import CrawlResult, Given, crawl
from oit_audit.model import ONLY_ENTERED, Completion, Organisation, SkipReason
from tests.crawl.town import QUICK, Reply, Route, Shelf, Town, flat, opened, page, seen

ROUTES: dict[str, Route] = {
    "/": page("/a", "/b"),
    "/a": page("/c"),
    "/b": page("/"),
    "/c": page("/"),
    "/alone": page("/beyond"),
    "/beyond": page("/"),
    "/framing": "<iframe src='/framed'></iframe><a href='/a'>a</a>",
    "/framed": page("/"),
}


async def visit(
    town: Town, *paths: str, alone: bool = False, max_pages: int = 3_000
) -> CrawlResult:
    urls = tuple(path if "://" in path else f"{town.url.rstrip('/')}{path}" for path in paths)
    return await crawl(
        Organisation(town.url),
        replace(QUICK, max_pages=max_pages),
        sink=Shelf(),
        read_links=extract.read_links,
        priority=flat,
        named=Given(urls, alone=alone),
    )


async def test_what_is_named_is_seen_though_no_page_leads_there_and_so_is_what_it_leads_to() -> (
    None
):
    async with opened(ROUTES) as town:
        result = await visit(town, "/alone", "/none", "/alone#part", "/")

    assert seen(result) == ["/", "/a", "/alone", "/b", "/beyond", "/c"]
    assert result.reach.completion is Completion.FULL
    reasons = {skip.url.rpartition("/")[2]: skip.reason for skip in result.reach.skipped}
    assert reasons == {"none": SkipReason.NOT_FOUND}


async def test_what_is_named_comes_first() -> None:
    async with opened(ROUTES) as town:
        result = await visit(town, "/alone", "/c", max_pages=3)

    assert seen(result) == ["/", "/alone", "/c"]


async def test_nothing_but_what_is_named_is_seen_where_the_caller_wants_it_so() -> None:
    async with opened(ROUTES) as town:
        result = await visit(town, "/framing", "/b", alone=True)

    assert seen(result) == ["/", "/b", "/framed", "/framing"]
    assert result.reach.completion is Completion.PARTLY
    assert result.reach.reason == ONLY_ENTERED


async def test_hosts_of_nobody_that_is_known_and_what_acts_are_not_asked() -> None:
    routes: dict[str, Route] = {**ROUTES, "/logout": Reply(b"bye")}
    async with opened(routes) as town:
        result = await visit(town, "/logout", "http://other.example/paper.pdf")

    assert "/logout" not in seen(result)
    assert not result.reach.skipped
