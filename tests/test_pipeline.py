"""The whole line: what comes from one end when a site stands at the other."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.errors import AddressError, UnreachableError, UsageError
from oit_audit.model import Audit, Completion, Organisation, Snapshot, Status
from oit_audit.pipeline import Rules, assess, audit_site, is_loopback, visit
from oit_audit.progress import CrawlState
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings
from oit_audit.store import read_snapshot
from tests.worlds import SITES, closed_port, page, world

TODAY = date(2024, 4, 20)
QUICK = CrawlSettings(delay_s=0, allow_private=True)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules("2567", TODAY)


class Listener:
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.crawls: list[CrawlState] = []
        self.stages: list[tuple[str, int, int]] = []

    def crawled(self, state: CrawlState) -> None:
        self.crawls.append(state)

    def stage(self, name: str, done: int, total: int) -> None:
        self.stages.append((name, done, total))


async def visited(home: Path, folder: Path, rules: Rules) -> Snapshot:
    with serve_site(home) as server:
        return await visit(Organisation(server.url), QUICK, rules.lexicon, folder)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("http://127.0.0.1:8900/", True),
        ("http://127.9.9.9/", True),
        ("http://[::1]/", True),
        ("http://localhost/", True),
        ("http://localhost.go.th/", False),
        ("http://127.0.0.1.go.th/", False),
        ("http://10.0.0.1/", False),
        ("nonsense", False),
    ],
)
def test_only_this_machine_is_loopback(url: str, answer: bool) -> None:
    assert is_loopback(url) is answer


async def test_a_public_host_is_not_asked_without_delay(rules: Rules, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--delay 0 is for hosts on loopback") as caught:
        await visit(Organisation("https://a.go.th/"), QUICK, rules.lexicon, tmp_path / "x")
    assert "--i-own-this-site" in caught.value.hint
    assert not (tmp_path / "x").exists()


async def test_the_keeper_of_a_site_may_ask_it_without_delay(rules: Rules, tmp_path: Path) -> None:
    own = CrawlSettings(delay_s=0, own_site=True)

    with pytest.raises(AddressError, match="must not be asked"):  # the next rule, not this one
        await visit(Organisation("http://10.0.0.1/"), own, rules.lexicon, tmp_path / "x")


async def test_a_visit_that_fails_leaves_no_snapshot(rules: Rules, tmp_path: Path) -> None:
    home = Organisation(f"http://127.0.0.1:{closed_port()}/")

    with pytest.raises(UnreachableError, match="refuses the connection"):
        await visit(home, QUICK, rules.lexicon, tmp_path)

    assert not (tmp_path / "manifest.json").exists()


async def test_a_snapshot_judged_again_gives_the_same_audit(rules: Rules, tmp_path: Path) -> None:
    snapshot = await visited(SITES / "onepage", tmp_path / "s", rules)

    audits = [assess(one, rules, TODAY) for one in (snapshot, read_snapshot(tmp_path / "s"))]

    assert audits[0] == audits[1] == assess(snapshot, rules, TODAY)
    assert audits[0].snapshot_id == snapshot.id


async def test_the_day_is_an_argument(rules: Rules, tmp_path: Path) -> None:
    snapshot = await visited(SITES / "empty", tmp_path / "s", rules)

    assert assess(snapshot, rules, date(2030, 1, 1)).today == date(2030, 1, 1)


async def test_the_watcher_hears_of_every_address_and_every_paper(
    rules: Rules, tmp_path: Path
) -> None:
    listener = Listener()
    with serve_site(SITES / "onepage") as server:
        audit = await audit_site(
            Organisation(server.url), QUICK, rules, tmp_path / "s", TODAY, watcher=listener
        )

    last = listener.crawls[-1]
    assert (last.pages, last.documents) == (audit.reach.pages, audit.reach.documents)
    assert listener.stages[-1][0] == "extract"
    assert listener.stages[-1][1] == listener.stages[-1][2] == len(listener.stages)


async def test_points_and_gains_follow_from_the_statuses(rules: Rules, tmp_path: Path) -> None:
    with serve_site(SITES / "onepage") as server:
        audit = await audit_site(Organisation(server.url), QUICK, rules, tmp_path / "s", TODAY)

    for verdict in audit.verdicts:
        assert (verdict.gain == 0) == (verdict.status is Status.MET), verdict.id
    assert audit.score.low <= audit.score.points <= audit.score.high
    assert [top.title for top in audit.score.indicators] == [
        top.title for top in rules.checklist.indicators
    ]


async def test_what_several_addresses_lead_to_is_read_once(rules: Rules, tmp_path: Path) -> None:
    routes: dict[str, str | dict[str, object]] = {
        "/": page("เทศบาลตำบลตัวอย่าง", "<a href='/old'>ข่าว</a><a href='/news'>ข่าวสาร</a>"),
        "/old": {"status": 301, "location": "/news"},
        "/news": page("ข่าวประชาสัมพันธ์", "<p>ประชุมสภาเทศบาล</p>"),
    }
    snapshot = await visited(world(tmp_path / "site", routes), tmp_path / "s", rules)

    assert assess(snapshot, rules, TODAY).reach.completion is Completion.FULL


async def test_the_name_that_the_caller_gives_stands(rules: Rules, tmp_path: Path) -> None:
    def named(audit: Audit) -> str | None:
        return audit.organisation.name

    snapshot = await visited(SITES / "onepage", tmp_path / "s", rules)
    renamed = replace(snapshot, organisation=replace(snapshot.organisation, name="อบต.สมมุติ"))

    assert named(assess(snapshot, rules, TODAY))
    assert named(assess(renamed, rules, TODAY)) == "อบต.สมมุติ"


async def test_a_stopped_visit_says_so(rules: Rules, tmp_path: Path) -> None:
    stop = asyncio.Event()
    stop.set()
    with serve_site(SITES / "onepage") as server:
        snapshot = await visit(
            Organisation(server.url), QUICK, rules.lexicon, tmp_path / "s", stop=stop
        )

    audit = assess(snapshot, rules, TODAY)

    assert audit.reach.reason == "interrupted"
    assert {verdict.status for verdict in audit.verdicts} == {Status.UNKNOWN}
