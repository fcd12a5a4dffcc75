"""Every site with a known truth is visited for real and judged; the floors only rise."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from oit_audit.cli.rules import load_rules
from oit_audit.model import Audit, Completion, Organisation, Status
from oit_audit.pipeline import audit_site
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings
from tests.accuracy.baseline import by_titles, marks_of
from tests.accuracy.scoring import NAIVE, QUESTIONS, Marks, Result, Truth, compare, table

HERE = Path(__file__).parent
OURS = HERE.parents[1] / "fixtures" / "sites"
SHARED = HERE.parents[2] / "shared" / "sites"
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
PLACES = {"fixtures": OURS, "shared": SHARED}


def homes(group: str) -> list[Path]:
    return sorted(path.parent for path in PLACES[group].glob("*/site.json"))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accuracy")


@cache
def audited(home: Path, shelf: Path) -> tuple[Truth, Audit]:
    """Visit and judge a site, once however often it is asked for."""
    truth = Truth.read(home)
    today = date.fromisoformat(truth.today)
    rules = load_rules(str(truth.fiscal_year), today)
    settings = CrawlSettings(delay_s=0, allow_private=True)
    with serve_site(home) as server:
        visit = audit_site(Organisation(server.url), settings, rules, shelf / home.name, today)
        return truth, asyncio.run(visit)


def results(group: str, shelf: Path) -> list[Result]:
    if not homes(group):
        pytest.skip(f"there are no sites in {PLACES[group]}")
    return [result(home, shelf) for home in homes(group)]


@cache
def result(home: Path, shelf: Path) -> Result:
    truth, audit = audited(home, shelf)
    rules = load_rules(str(truth.fiscal_year), date.fromisoformat(truth.today))
    searched = by_titles(shelf / home.name, rules.checklist)
    return replace(compare(truth, audit), naive=marks_of(truth, searched))


@pytest.mark.parametrize("group", PLACES)
def test_the_audits_agree_with_the_truth_as_much_as_ever(
    group: str, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = results(group, shelf)
    with capsys.disabled():
        sys.stdout.write(f"\n{table(found)}\n")
    total = sum((result.marks for result in found), Marks())

    below = {
        question: (round(total.share(question), 4), FLOORS[group][question])
        for question in QUESTIONS
        if total.share(question) < FLOORS[group][question]
    }

    assert below == {}


@pytest.mark.parametrize("group", PLACES)
def test_an_audit_is_better_than_a_search_for_the_official_titles(group: str, shelf: Path) -> None:
    found = results(group, shelf)
    ours = sum((result.marks for result in found), Marks())
    naive = sum((result.naive for result in found), Marks())

    assert all(ours.share(question) > naive.share(question) for question in NAIVE)


@pytest.mark.parametrize("home", homes("fixtures"), ids=lambda home: home.name)
def test_every_site_of_ours_is_seen_whole(home: Path, shelf: Path) -> None:
    _, audit = audited(home, shelf)

    assert audit.reach.completion is Completion.FULL


@pytest.mark.parametrize("name", ["empty", "labels"])
def test_nothing_is_found_where_nothing_is(name: str, shelf: Path) -> None:
    _, audit = audited(OURS / name, shelf)

    assert {verdict.status for verdict in audit.verdicts} <= {Status.MISSING, Status.UNKNOWN}
    assert audit.score.points == 0
