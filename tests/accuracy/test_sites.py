"""Every site with a known truth is visited for real and judged; the floors only rise."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from oit_audit.checklists import available_years
from oit_audit.cli.rules import load_rules
from oit_audit.model import Completion, Freshness, Status, Sureness
from oit_audit.pipeline import assess
from oit_audit.store import read_snapshot
from oit_audit.thai import MentionKind, mentions
from tests.accuracy.gate import below, figures
from tests.accuracy.places import OURS, PLACES, audited, homes, judged
from tests.accuracy.scoring import NAIVE, QUESTIONS, Row, share
from tests.accuracy.tables import by_site, calibration, confusions

SURE = 0.98
"""Of the verdicts of high confidence, those that are right at least."""


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accuracy")


def rows_of(group: str, shelf: Path) -> list[Row]:
    if not homes(group):
        pytest.skip(f"there are no sites in {PLACES[group]}")
    return [row for home in homes(group) for row in judged(home, shelf)]


@pytest.mark.parametrize("group", PLACES)
def test_the_audits_agree_with_the_truth_as_much_as_ever(
    group: str, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_of(group, shelf)
    with capsys.disabled():
        sys.stdout.write(f"\n{by_site(rows)}\n\n{calibration(rows)}\n{confusions(rows)}\n")

    assert below({group: figures(rows)}) == []


@pytest.mark.parametrize("group", PLACES)
def test_who_is_sure_is_right(group: str, shelf: Path) -> None:
    sure = [row for row in rows_of(group, shelf) if row.sure is Sureness.HIGH]

    assert share(sure, QUESTIONS["exact"]) >= SURE


@pytest.mark.parametrize("group", PLACES)
def test_an_audit_is_better_than_a_search_for_the_official_titles(group: str, shelf: Path) -> None:
    rows = rows_of(group, shelf)

    assert all(share(rows, QUESTIONS[name]) > share(rows, NAIVE[name]) for name in NAIVE)


@pytest.mark.parametrize("home", homes("fixtures"), ids=lambda home: home.name)
def test_every_site_of_ours_is_seen_whole(home: Path, shelf: Path) -> None:
    _, audit = audited(home, shelf)

    assert audit.reach.completion is Completion.FULL


@pytest.mark.parametrize("name", ["empty", "labels"])
def test_nothing_is_found_where_nothing_is(name: str, shelf: Path) -> None:
    _, audit = audited(OURS / name, shelf)

    assert {verdict.status for verdict in audit.verdicts} <= {Status.MISSING, Status.UNKNOWN}
    assert audit.score.points == 0


_ANY_YEAR = frozenset({Freshness.CURRENT, Freshness.IN_FORCE})
_ROUND = re.compile(r"(?:ITA|OIT)\W?25\d\d")
"""The round of an assessment, which is no year of the paper."""

_OF_A_YEAR = frozenset({MentionKind.FISCAL, MentionKind.YEAR, MentionKind.RANGE})


@pytest.mark.parametrize("away", [-1, 1], ids=["the year before", "the year after"])
@pytest.mark.parametrize("home", homes("fixtures"), ids=lambda home: home.name)
def test_judged_for_another_year_nothing_is_met_by_papers_that_say_otherwise(
    home: Path, away: int, shelf: Path
) -> None:
    truth, _ = audited(home, shelf)
    year = truth.fiscal_year + away
    if year not in available_years():
        pytest.skip(f"there is no list of {year}")
    today = date.fromisoformat(truth.today)
    today = today.replace(year=today.year + away)
    rules = load_rules(str(year), today)

    audit = assess(read_snapshot(shelf / home.name), rules, today)

    for verdict in audit.verdicts:
        item = rules.checklist.item(verdict.id)
        if verdict.status is not Status.MET or item.fresh in _ANY_YEAR:
            continue
        wanted = year - 1 if item.fresh is Freshness.PREVIOUS_YEAR else year
        title = _ROUND.sub(" ", verdict.evidence[0].title)
        named = [m for m in mentions(title) if m.kind in _OF_A_YEAR]
        years = {each for mention in named for each in mention.fiscal_years}
        assert not years or wanted in years, f"{verdict.id}: {verdict.evidence[0].title}"
