"""Sites that have no end, and long ones that do."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from oit_audit.model import SkipReason, Status
from tests.crawl.town import Asked, Reply, page
from tests.faults.scene import (
    BRIEF,
    CONTACT,
    FAULT,
    HEALTHY,
    STRUCTURE,
    Seen,
    home,
    links,
    opened,
    reply,
    visited,
)

Made = Callable[[str, dict[str, int]], Reply | str]


async def endless(start: str, made: Made, **changes: int) -> tuple[Seen, list[str]]:
    """Visit an honest town with a part that is made as it is asked for, below `start`.

    Returns:
        What was seen, and the addresses of that part in the order in which they were asked.
    """
    place = start.partition("?")[0].rstrip("0123456789")

    def answer(asked: Asked) -> Reply | str:
        if not asked.path.startswith(place):
            return Reply(status=404)
        parts = urlsplit(asked.path)
        numbers = {
            key: int(values[0])
            for key, values in parse_qs(parts.query).items()
            if values[0].isdigit()
        }
        return made(parts.path, numbers)

    async with opened({"/": home(links(start)), FAULT: STRUCTURE}) as town:
        town.fallback = answer
        seen = await visited(town, BRIEF, **changes)
    assert seen.status(HEALTHY) is Status.MET
    return seen, [path for path in town.paths if path.startswith(place)]


def calendar(path: str, at: dict[str, int]) -> Reply:
    month, year = at.get("month", 1), at.get("year", 2566)
    ways = (
        f"{path}?month={month % 12 + 1}&year={year + month // 12}",
        f"{path}?month={(month - 2) % 12 + 1}&year={year - (month == 1)}",
        f"{path}?month={month}&year={year + 1}",
        f"{path}?month={month}&year={year - 1}",
    )
    return reply(page(*ways, title=f"ปฏิทินกิจกรรม {month}/{year}", text="ไม่มีกิจกรรม"))


def days(path: str, _: dict[str, int]) -> Reply:
    day = int(path.rpartition("/")[2])
    return reply(page(f"/events/{day + 1}", f"/events/{day - 1}", title=f"วันที่ {day}", text="ว่าง"))


def facets(path: str, at: dict[str, int]) -> Reply:
    """Every value of every facet on every page: a million pages of the same goods."""
    ways = [
        f"{path}?" + "&".join(f"{key}={value}" for key, value in sorted({**at, name: one}.items()))
        for name in ("color", "size", "sort", "view")
        for one in range(12)
    ]
    chosen = " ".join(f"{key} {value}" for key, value in at.items())
    return reply(page(*ways, title="สินค้าชุมชน", text=f"ผ้าทอ ข้าวสาร {chosen}"))


def deeper(path: str, _: dict[str, int]) -> Reply:
    """A relative link that leads one folder further down each time."""
    return reply(page("more/", "/contact", title="เอกสาร", text="เอกสารทั้งหมด"))


def alternating(path: str, _: dict[str, int]) -> Reply:
    here = "ab"[path.rstrip("/").endswith("/a")]
    return reply(page(f"{here}/", title="เอกสาร", text=f"เอกสาร {here}"))


def growing(path: str, _: dict[str, int]) -> Reply:
    """A mistaken rule that takes any address for the list of news, and links from where it is."""
    return reply(page(f"{path.rstrip('/')}/index.php/news", title="ข่าว", text="ข่าวทั้งหมด"))


def further(path: str, at: dict[str, int]) -> Reply:
    """Paging that offers a next page for ever, empty from the third one on."""
    number = at.get("page", 1)
    text = f"ข่าวที่ {number}" if number < 3 else "ไม่มีข้อมูล"
    return reply(page(f"{path}?page={number + 1}", title="ข่าว", text=text))


def tokens(path: str, at: dict[str, int]) -> Reply:
    """A new token in every link."""
    number = at.get("n", 0)
    ways = [f"{path}?n={number * 3 + part}&t={number * 7919 + part:020d}" for part in range(3)]
    return reply(page(*ways, title="ค้นหา", text="ผลการค้นหา"))


@pytest.mark.parametrize(
    ("start", "made", "most"),
    [
        ("/calendar?month=1&year=2566", calendar, 60),
        ("/events/1", days, 60),
        ("/shop?color=1", facets, 250),
        ("/files/", deeper, 8),
        ("/files/", alternating, 20),
        ("/list/", growing, 20),
        ("/news?page=1", further, 60),
        ("/search?n=1", tokens, 120),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_a_part_without_end_is_left(start: str, made: Made, most: int) -> None:
    seen, asked = await endless(start, made, max_pages=400)
    assert 2 <= len(asked) <= most
    assert len(asked) == len(set(asked))
    assert set(seen.reasons.values()) <= {SkipReason.TRAP, SkipReason.BUDGET}
    assert SkipReason.TRAP in seen.reasons.values() or made in {deeper, alternating, growing}


async def test_the_rest_of_a_site_beside_an_endless_part_is_seen_whole() -> None:
    """A calendar must not eat the budget of what matters."""
    seen, asked = await endless("/calendar?month=1&year=2566", calendar, max_pages=60)
    assert len(asked) <= 60
    assert {"/", "/contact", FAULT} <= set(seen.paths)


@pytest.mark.parametrize("way", ["/news?page={}", "/news/page/{}", "/news?start={}0"])
async def test_a_long_list_is_followed_to_its_end(way: str) -> None:
    """Sixty pages, one leading to the next, and the paper that counts on the fifty-eighth."""
    routes = {
        way.format(number): page(
            way.format(number + 1) if number < 60 else "/",
            f"/paper/{number}",
            title=f"ข่าวประชาสัมพันธ์ หน้า {number}",
            text=f"ข่าวเรื่องที่ {'กขคงจฉชซญดตถทธน'[number % 15] * (number // 15 + 1)}",
        )
        for number in range(1, 61)
    }
    routes |= {
        f"/paper/{number}": page(
            title=f"เรื่อง {number}", text=f"เนื้อหา {'ฟหกดสว'[number % 6] * number}"
        )
        for number in range(1, 61)
    }
    routes["/paper/58"] = CONTACT
    front = home(links(way.format(1))).replace("/contact", "/")
    async with opened({"/": front, FAULT: STRUCTURE, **routes}) as town:
        seen = await visited(town)
    assert seen.reasons == {}
    assert {town.times(path) for path in routes} == {1}


async def test_a_list_whose_pages_differ_in_their_numbers_alone_is_followed_far() -> None:
    """Tables of figures look alike once their numbers are left out; their papers are new."""
    routes = {
        f"/buy?page={number}": page(
            f"/buy?page={number + 1}" if number < 60 else "/",
            f"/paper/{number}.pdf",
            title="จัดซื้อจัดจ้าง",
            text=f"สัญญาเลขที่ {number} วงเงิน {number * 1_000} บาท",
        )
        for number in range(1, 61)
    }
    async with opened({"/": home(links("/buy?page=1")), FAULT: STRUCTURE, **routes}) as town:
        seen = await visited(town)
    assert {town.times(path) for path in routes} == {1}
    assert SkipReason.TRAP not in seen.reasons.values()


async def test_a_copy_of_a_page_in_every_folder_leads_nowhere_new() -> None:
    """Any path shows the same bytes, whose relative links make new paths."""
    same = page("a/", "b/", "c/", title="ศูนย์ข้อมูล", text="ศูนย์ข้อมูลข่าวสารของเทศบาล")
    seen, asked = await endless("/info/", lambda _path, _at: reply(same))
    assert len(asked) <= 45
    assert seen.audit.reach.pages == 4
