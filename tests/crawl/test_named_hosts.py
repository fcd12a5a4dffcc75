"""Hosts with names, each with rules of its own: played, since loopback has no names."""

from __future__ import annotations

import httpx
import pytest
import respx

from oit_audit.crawl import CrawlResult, crawl
from oit_audit.model import Organisation, SkipReason
from tests.crawl.town import QUICK, Shelf, flat, page, read_links


def unread(response: httpx.Response) -> httpx.Response:
    """Return `response` as it comes from a network: its body still to be read."""
    body = httpx.ByteStream(response.content)
    return httpx.Response(response.status_code, headers=response.headers, stream=body)


@pytest.fixture
def country() -> respx.Router:
    router = respx.Router(assert_all_called=False)
    router.get(path="/sitemap.xml").mock(return_value=httpx.Response(404))
    return router


async def visit(country: respx.Router) -> CrawlResult:
    return await crawl(
        Organisation("https://www.town.go.th/"),
        QUICK,
        sink=Shelf(),
        read_links=read_links,
        priority=flat,
        transport=httpx.MockTransport(lambda request: unread(country.handler(request))),
    )


async def test_each_host_is_asked_for_its_own_robots_before_its_first_page(
    country: respx.Router,
) -> None:
    free = country.get("https://www.town.go.th/robots.txt").mock(return_value=httpx.Response(404))
    closed = country.get("https://docs.town.go.th/robots.txt").mock(
        return_value=httpx.Response(200, text="User-agent: *\nDisallow: /")
    )
    country.get("https://www.town.go.th/").mock(
        return_value=httpx.Response(200, html=page("https://docs.town.go.th/plan"))
    )
    plan = country.get("https://docs.town.go.th/plan").mock(
        return_value=httpx.Response(200, html="แผน")
    )
    country.route().mock(return_value=httpx.Response(404))

    result = await visit(country)

    assert free.called
    assert closed.called
    assert not plan.called
    assert [(s.url, s.reason) for s in result.reach.skipped] == [
        ("https://docs.town.go.th/plan", SkipReason.ROBOTS)
    ]


async def test_another_office_is_never_asked(country: respx.Router) -> None:
    country.get("https://www.town.go.th/").mock(
        return_value=httpx.Response(200, html=page("https://neighbour.go.th/plan"))
    )
    neighbour = country.route(host="neighbour.go.th").mock(
        return_value=httpx.Response(200, html="แผน")
    )
    country.route().mock(return_value=httpx.Response(404))

    result = await visit(country)

    assert not neighbour.called
    assert [part.url for part in result.resources] == ["https://www.town.go.th/"]
