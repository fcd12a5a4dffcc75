"""Where an answer may send us, and where it must not."""

from __future__ import annotations

import pytest

from oit_audit.errors import AddressError, UnreachableError
from oit_audit.model import SkipReason, Status
from tests.crawl.town import Asked, Reply, Route, to
from tests.faults.names import DATA, DOMAIN, HOST, Names
from tests.faults.scene import (
    BRIEF,
    FAULT,
    FAULTY,
    HEALTHY,
    STRUCTURE,
    beside,
    fault_of,
    home,
    opened,
    reply,
    visited,
)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_every_kind_of_redirect_is_followed(status: int) -> None:
    async with opened({FAULT: to("/there", status), "/there": STRUCTURE}) as town:
        seen = await visited(town)
    assert seen.reasons == {}
    assert seen.status(FAULTY) is not Status.MISSING


async def test_a_loop_to_itself() -> None:
    assert await fault_of(to(FAULT)) is SkipReason.REDIRECT_LOOP


async def test_a_loop_over_two_pages() -> None:
    async with opened({FAULT: to("/b"), "/b": to(FAULT)}) as town:
        seen = await visited(town)
    assert seen.reasons == {FAULT: SkipReason.REDIRECT_LOOP}
    assert seen.status(HEALTHY) is Status.MET
    assert len(town.asked) < 10


async def test_a_way_without_end() -> None:
    def further(asked: Asked) -> Reply:
        number = int(asked.path.rpartition("/")[2]) if asked.path.startswith("/far/") else 0
        return to(f"/far/{number + 1}")

    async with opened({FAULT: to("/far/1")}) as town:
        town.fallback = lambda asked: (
            further(asked) if asked.path.startswith("/far") else Reply(status=404)
        )
        seen = await visited(town, BRIEF, max_redirects=6)
    assert seen.reasons == {FAULT: SkipReason.REDIRECT_LOOP}
    assert len(town.asked) < 20


async def test_a_loop_that_counts_visits_in_a_cookie() -> None:
    count = 0

    def again(_: Asked) -> Reply:
        nonlocal count
        count += 1
        return to(FAULT, 302, ("Set-Cookie", f"visit={count}; Path=/"))

    assert await fault_of(again) is SkipReason.REDIRECT_LOOP
    assert count < 30


@pytest.mark.parametrize(
    "target",
    [
        "http://elsewhere.example/x",
        "https://127.0.0.1:1/",
        "//elsewhere.example/",
        "http://127.0.0.2/",
    ],
)
async def test_a_redirect_to_another_site(target: str) -> None:
    assert await fault_of(to(target)) is SkipReason.OFF_SITE


SECRETS = [
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fd00:ec2::254]/",
    "http://100.100.100.200/",
    "http://0.0.0.0/",
    "http://[::]/",
]
INSIDE = [
    "http://10.0.0.1/",
    "http://192.168.1.1/admin",
    "http://172.16.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://127.0.0.1/",
    "http://127.1.2.3/",
]
DISGUISED = [
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.1/",
    "http://0/",
    "http://2852039166/",
    "http://127.0.0.1./",
    "http://①②⑦.⓪.⓪.①/",
    "http://169。254。169。254/",
]
TRICKS = [
    f"http://{HOST}@10.0.0.1/",
    f"http://{HOST}:80@169.254.169.254/",
    f"http://10.0.0.1#@{HOST}/",
    f"http://10.0.0.1\\@{HOST}/",
    f"http://{HOST}%40@10.0.0.1/",
]


@pytest.mark.parametrize("target", SECRETS)
async def test_a_redirect_to_the_secrets_of_a_machine(target: str) -> None:
    """Refused even where private addresses are allowed."""
    assert await fault_of(to(target)) is SkipReason.PRIVATE_ADDRESS


@pytest.mark.parametrize("target", [*SECRETS, *INSIDE, *DISGUISED, *TRICKS])
async def test_a_home_page_that_leads_inside(target: str, names: Names) -> None:
    """Played on loopback as if its address were public: only the way on is looked at."""
    inside = 0

    async with opened({"/": to(target)}, host=HOST) as town:
        with pytest.raises(UnreachableError, match=r"another site|private network|refuses"):
            await visited(town)
        inside = len([asked for asked in town.asked if asked.path not in {"/", "/robots.txt"}])
    assert inside == 0
    assert all(name.endswith(DOMAIN) for name in names.asked)


@pytest.mark.parametrize("target", [*SECRETS, *INSIDE, *DISGUISED])
async def test_a_caller_who_asks_for_the_inside(target: str) -> None:
    with pytest.raises((AddressError, UnreachableError)):
        await visited(target, BRIEF, allow_private=False, retries=0, connect_timeout_s=0.5)


async def test_a_name_of_the_site_that_lies_inside(names: Names) -> None:
    """A sub-domain whose address is a machine's own: refused after the name is resolved."""
    names.known[DATA] = "169.254.169.254"
    async with opened({"/": home(fault=f"http://{DATA}{FAULT}")}, host=HOST) as town:
        seen = await visited(town)
    assert seen.reasons == {FAULT: SkipReason.PRIVATE_ADDRESS}
    assert (seen.status(HEALTHY), seen.status(FAULTY)) == (Status.MET, Status.UNKNOWN)


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("there", "/there"),
        ("./there", "/there"),
        ("/a/../there", "/there"),
        ("/there#part", "/there"),
        ("?page=2", f"{FAULT}?page=2"),
        ("/แผน", "/%E0%B9%81%E0%B8%9C%E0%B8%99"),
        ("/%E0%B9%81%E0%B8%9C%E0%B8%99", "/%E0%B9%81%E0%B8%9C%E0%B8%99"),
        ("/a b", "/a%20b"),
        ("  /there  ", "/there"),
    ],
)
async def test_locations_as_they_are_written(location: str, leads_to: str) -> None:
    routes: dict[str, Route] = {FAULT: to(location), leads_to: STRUCTURE}
    async with opened(routes) as town:
        seen = await visited(town)
    assert seen.reasons == {}
    assert town.times(leads_to) == 1
    assert seen.status(FAULTY) is not Status.MISSING


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", SkipReason.STATUS),
        ("http://[bad", SkipReason.INVALID_URL),
        ("http://:80/", SkipReason.INVALID_URL),
        ("http://127.0.0.1:99999/", SkipReason.INVALID_URL),
        ("javascript:alert(1)", SkipReason.INVALID_URL),
        ("mailto:office@town.example", SkipReason.INVALID_URL),
        ("file:///etc/passwd", SkipReason.INVALID_URL),
        ("ftp://127.0.0.1/", SkipReason.INVALID_URL),
        ("http://", SkipReason.REDIRECT_LOOP),
    ],
)
async def test_locations_that_lead_nowhere(location: str, reason: SkipReason) -> None:
    seen = await beside(to(location))
    assert seen.reasons[FAULT] in {reason, SkipReason.RESET}


async def test_a_redirect_without_location() -> None:
    assert await fault_of(reply("moved", 302)) is SkipReason.STATUS


async def test_two_locations() -> None:
    two = Reply(status=302, headers=(("Location", "/there"), ("Location", "/elsewhere")))
    async with opened({FAULT: two, "/there": STRUCTURE}) as town:
        seen = await visited(town)
    assert seen.reasons == {}


async def test_a_home_page_on_another_site() -> None:
    async with opened({"/": to("http://seller.example/?d=town.example")}) as town:
        with pytest.raises(UnreachableError, match="leads to another site") as caught:
            await visited(town)
    assert caught.value.hint
