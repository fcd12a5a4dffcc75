"""A visit that goes on where another one ended, and one that builds on last month's."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.errors import SnapshotError, UsageError
from oit_audit.match import Lexicon
from oit_audit.model import Completion, Organisation, Snapshot
from oit_audit.pipeline import visit
from oit_audit.progress import CrawlState
from oit_audit.store import read_snapshot
from tests.crawl.town import QUICK, Asked, Reply, Route, Town, opened, page, to


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_rules("2567", date(2024, 4, 20)).lexicon


class Patience:
    """Stops a visit after so many addresses."""

    def __init__(self, stop: asyncio.Event, addresses: int) -> None:
        self._stop = stop
        self._left = addresses

    def crawled(self, state: CrawlState) -> None:
        del state
        self._left -= 1
        if self._left <= 0:
            self._stop.set()

    def stage(self, name: str, done: int, total: int) -> None:
        """Hear nothing."""


async def stopped_after(town: Town, addresses: int, lexicon: Lexicon, folder: Path) -> Snapshot:
    stop = asyncio.Event()
    patience = Patience(stop, addresses)
    return await visit(Organisation(town.url), QUICK, lexicon, folder, watcher=patience, stop=stop)


def seen(snapshot: Snapshot) -> dict[str, str]:
    return {part.url: part.sha256 for part in snapshot.resources}


def with_a_door(asked: Asked) -> Reply:
    """Let in whoever brings the cookie that the first answer gave."""
    if "door=open" in asked.headers.get("cookie", ""):
        return Reply(page("/inside").encode())
    return to("/door", 302, ("Set-Cookie", "door=open"))


async def test_a_stopped_visit_goes_on_and_asks_nothing_twice(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    pages = {f"/p{n}": page(f"/p{n + 1}", title=f"หน้า {n}") for n in range(12)}
    routes: dict[str, Route] = {
        "/": page("/p0", "/door", "/moved", "/gone"),
        "/moved": to("/p3"),
        **pages,
    }
    async with opened({**routes, "/door": with_a_door, "/inside": page()}) as town:
        whole = await visit(Organisation(town.url), QUICK, lexicon, tmp_path / "whole")
        town.asked.clear()
        part = await stopped_after(town, 6, lexicon, tmp_path / "kept")
        first = list(town.paths)
        town.asked.clear()
        again = await visit(Organisation(town.url), QUICK, lexicon, tmp_path / "kept", resume=True)
        second = list(town.paths)

    assert part.reach.completion is Completion.PARTLY
    assert len(part.resources) < len(again.resources)
    assert seen(again) == seen(whole)
    assert again.id == whole.id
    assert again.reach.requests == whole.reach.requests
    assert again.started_at.replace(microsecond=0) <= part.started_at
    shared = [path for path in first if path in second]
    assert len(shared) <= 2, "only what was under way is asked for again"
    assert read_snapshot(tmp_path / "kept") == again


async def test_a_complete_visit_is_given_back_without_a_question(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    async with opened({"/": page("/a"), "/a": page()}) as town:
        done = await visit(Organisation(town.url), QUICK, lexicon, tmp_path)
        town.asked.clear()
        again = await visit(Organisation(town.url), QUICK, lexicon, tmp_path, resume=True)
        asked = list(town.paths)

    assert asked == []
    assert again == done


async def test_resuming_where_nothing_lies_is_a_first_visit(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    async with opened({"/": page()}) as town:
        found = await visit(Organisation(town.url), QUICK, lexicon, tmp_path / "new", resume=True)

    assert found.reach.completion is Completion.FULL


def dated(etag: str, body: str) -> Route:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == etag:
            return Reply(status=304, type="", headers=(("ETag", etag),))
        return Reply(body.encode(), headers=(("ETag", etag),))

    return answer


async def test_what_has_not_changed_since_last_month_is_not_sent_again(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    home, old, new = page("/old", "/new", "/plain"), page(title="เดิม"), page(title="ใหม่")
    routes = {"/": dated('"h"', home), "/old": dated('"o"', old), "/plain": page(title="ธรรมดา")}
    async with opened({**routes, "/new": dated('"1"', page(title="ก่อน"))}) as town:
        last = await visit(Organisation(town.url), QUICK, lexicon, tmp_path / "1")
        town.routes["/new"] = dated('"2"', new)
        town.asked.clear()
        settings = replace(QUICK, concurrency=1)
        now = await visit(
            Organisation(town.url), settings, lexicon, tmp_path / "2", previous=tmp_path / "1"
        )
        asked = {each.path: each.headers for each in town.asked}

    assert asked["/old"]["if-none-match"] == '"o"'
    assert asked["/new"]["if-none-match"] == '"1"'
    assert "if-none-match" not in asked["/plain"]
    assert sorted(seen(now)) == sorted(seen(last))
    changed = [url for url, digest in seen(now).items() if seen(last)[url] != digest]
    assert [url.rpartition("/")[2] for url in changed] == ["new"]
    bodies = {part.url: now.bodies.body(part).decode() for part in now.resources}
    assert bodies[f"{town.url}old"] == old
    assert {part.fetched_at > last.finished_at for part in now.resources} == {True}


async def test_a_damaged_earlier_visit_is_said_before_anything_is_asked(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    (tmp_path / "1").mkdir()
    async with opened({"/": page()}) as town:
        with pytest.raises(SnapshotError):
            await visit(
                Organisation(town.url), QUICK, lexicon, tmp_path / "2", previous=tmp_path / "1"
            )
        asked = list(town.paths)

    assert asked == []


async def test_robots_are_ignored_only_at_the_word_of_the_keeper(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    rules = Reply(b"User-agent: *\nDisallow: /shut", type="text/plain")
    rude = replace(QUICK, ignore_robots=True)
    async with opened({"/": page("/shut"), "/shut": page(), "/robots.txt": rules}) as town:
        with pytest.raises(UsageError, match="--ignore-robots is for the keeper"):
            await visit(Organisation(town.url), rude, lexicon, tmp_path / "1")
        assert town.paths == []
        found = await visit(
            Organisation(town.url), replace(rude, own_site=True), lexicon, tmp_path / "2"
        )

    assert f"{town.url}shut" in seen(found)
    assert [remark.kind.value for remark in found.reach.remarks] == ["robots_ignored"]
