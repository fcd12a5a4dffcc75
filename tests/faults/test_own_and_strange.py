"""What the keeper of a site may overlook on it, nobody overlooks on the sites of others."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import replace

import httpx

from oit_audit.crawl import NoMemory
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.borders import Before
from oit_audit.crawl.copies import Copies
from oit_audit.crawl.crawler import utc_now
from oit_audit.crawl.fetcher import Fetcher
from oit_audit.crawl.follow import Follower, Part
from oit_audit.crawl.guard import Guard
from oit_audit.crawl.urls import Site
from oit_audit.model import CERTIFICATE_FAULTS, Exchange, SkipReason
from tests.crawl.town import Reply
from tests.faults.certificates import Authority
from tests.faults.scene import BRIEF, opened

ANYTHING = Part((), 1_000_000, anywhere=True)


def anything(_: str) -> bool:
    return True


async def test_requests_that_meet_a_bad_certificate_at_once_are_all_answered(
    trusted: Authority,
) -> None:
    async with opened({}, tls=trusted.expired()) as town:
        fetcher = Fetcher(BRIEF, Guard(allow_private=True), utc_now)
        asks = (fetcher.get(town.url, anything, max_bytes=10_000) for _ in range(2))
        answers = await asyncio.gather(*asks)
        await fetcher.aclose()
    assert [isinstance(answer, Exchange) for answer in answers] == [True, True]


async def test_a_visit_that_goes_on_remembers_what_it_overlooked(trusted: Authority) -> None:
    async with opened({}, tls=trusted.expired()) as town:
        first = Fetcher(BRIEF, Guard(allow_private=True), utc_now)
        said = await first.get(town.url, anything, max_bytes=10_000)
        await first.aclose()
        assert isinstance(said, Exchange)
        again = Fetcher(BRIEF, Guard(allow_private=True), utc_now)
        again.remember(said)
        answer = await again.get(town.url, anything, max_bytes=10_000)
        await again.aclose()
    assert isinstance(answer, Exchange)
    assert answer.overlooked is said.overlooked is not None


async def test_a_script_of_another_site_is_not_read_past_its_certificate() -> None:
    """Played: on loopback, another site is a private address before it is anything else."""
    tries: list[str] = []

    def expired(request: httpx.Request) -> httpx.Response:
        tries.append(request.url.host)
        error = httpx.ConnectError("certificate has expired", request=request)
        raise error from ssl.SSLCertVerificationError("expired")

    guard = Guard(allow_private=False, is_own=lambda url: "//town.test/" in url)
    fetcher = Fetcher(BRIEF, guard, utc_now, httpx.MockTransport(expired))
    for host in ("town.test", "scripts.test"):
        answer = await fetcher.get(f"https://{host}/", anything, max_bytes=10_000)
        assert isinstance(answer, Fault)
        assert answer.reason in CERTIFICATE_FAULTS
    assert tries == ["town.test", "town.test", "scripts.test"], "the second try overlooks"


async def test_the_rules_of_another_site_are_kept_by_who_ignores_those_of_his_own() -> None:
    shut = Reply(b"User-agent: *\nDisallow: /", type="text/plain")
    settings = replace(BRIEF, ignore_robots=True, own_site=True)
    async with opened({"/robots.txt": shut}) as own, opened({"/robots.txt": shut}) as strange:
        fetcher = Fetcher(settings, Guard(allow_private=True), utc_now)
        follower = Follower(settings, fetcher, Site.around(own.url), NoMemory())
        ours = await follower.fetch_part(f"{own.url}contact", ANYTHING)
        theirs = await follower.fetch_part(f"{strange.url}contact", ANYTHING)
        await fetcher.aclose()
    assert isinstance(ours.end, Exchange)
    assert isinstance(theirs.end, Fault)
    assert theirs.end.reason is SkipReason.ROBOTS
    assert strange.paths == ["/robots.txt"]


async def test_what_has_not_changed_counts_towards_the_bytes_all_the_same() -> None:
    async with opened({"/": Reply(status=304, type="")}) as town:
        fetcher = Fetcher(BRIEF, Guard(allow_private=True), utc_now)
        old = Exchange(town.url, "GET", (), 200, "OK", (("ETag", "1"),), b"x" * 500, utc_now())
        before = Before({"If-None-Match": "1"}, old)
        answer = await fetcher.get(town.url, anything, max_bytes=10_000, before=before)
        await fetcher.aclose()
    assert isinstance(answer, Exchange)
    assert (answer.body, fetcher.bytes) == (old.body, 500)


def test_a_key_that_turns_out_to_matter_is_asked_for_again() -> None:
    copies = Copies()
    for n in range(30):
        copies.saw(f"http://town.example/a?id=1&s={n}", n, "same", None)
    assert copies.needless("http://town.example/a?id=1&s=99")
    assert copies.needless("http://town.example/a?id=2&s=99") is None
    for n in range(30):
        copies.saw(f"http://town.example/b?cat=1&id={n}", 100 + n, f"page {n}", None)
    assert copies.needless("http://town.example/b?cat=2&id=5") is None, "never compared"
    copies.saw("http://town.example/a?id=1&s=77", 77, "another", None)
    assert copies.needless("http://town.example/a?id=1&s=99") is None
