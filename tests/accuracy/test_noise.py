"""What tells nothing about a disclosure moves no verdict; what misleads is not believed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.extract import reader
from oit_audit.model import Audit, Evidence, Organisation, Snapshot, Status
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings
from tests.accuracy.noise import (
    in_windows_874,
    with_news,
    with_swapped,
    with_thai_digits,
    without_numbers,
)
from tests.accuracy.places import OURS
from tests.accuracy.scoring import FOUND, Truth

TOWNS = ("demo", "tabs")
NOISE: dict[str, Callable[[Path, Path], Path]] = {
    "five hundred pages of news": partial(with_news, count=500),
    "no item numbers": without_numbers,
    "Thai digits": with_thai_digits,
    "windows-874, said in the header": partial(in_windows_874, told_by="header"),
    "windows-874, said on the page": partial(in_windows_874, told_by="meta"),
    "windows-874, said nowhere": partial(in_windows_874, told_by="nobody"),
}
CASES = [(name, noise) for noise in NOISE for name in TOWNS]
for case in (
    ("tabs", "five hundred pages of news"),
    ("tabs", "windows-874, said in the header"),
    ("demo", "windows-874, said on the page"),
):
    CASES.remove(case)
READER = reader()
"""One for all: it starts processes."""


def judged_by(home: Path) -> tuple[Rules, date]:
    truth = Truth.read(home)
    today = date.fromisoformat(truth.today)
    return load_rules(str(truth.fiscal_year), today), today


def seen(home: Path, directory: Path) -> Snapshot:
    settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
    rules, _ = judged_by(home)
    with serve_site(home) as server:
        town = Organisation(server.url)
        return asyncio.run(visit(town, settings, rules.lexicon, directory))


def judged(snapshot: Snapshot, home: Path) -> Audit:
    return assess(snapshot, *judged_by(home), pages=READER)


def audited(home: Path, directory: Path) -> Audit:
    return judged(seen(home, directory), home)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("noise")
    READER.close()


@cache
def plain(name: str, shelf: Path) -> Snapshot:
    """The site as it is, visited once."""
    return seen(OURS / name, shelf / name)


@cache
def undisturbed(name: str, shelf: Path) -> Audit:
    return judged(plain(name, shelf), OURS / name)


def said(audit: Audit) -> dict[str, tuple[Status, str]]:
    """Return the status of each item, and the path of its first evidence."""
    return {
        verdict.id: (verdict.status, verdict.evidence[0].url.partition("//")[2].partition("/")[2])
        if verdict.status in FOUND
        else (verdict.status, "")
        for verdict in audit.verdicts
    }


@pytest.mark.parametrize(("name", "noise"), CASES)
def test_noise_moves_no_verdict(noise: str, name: str, shelf: Path, tmp_path: Path) -> None:
    home = OURS / name
    before = said(undisturbed(name, shelf))
    after = said(audited(NOISE[noise](home, tmp_path / "sites"), tmp_path / "snapshot"))

    moved = {item: (before[item], after[item]) for item in before if after[item] != before[item]}

    assert moved == {}


@pytest.mark.parametrize("name", TOWNS)
def test_the_order_of_pages_moves_nothing(name: str, shelf: Path) -> None:
    snapshot = plain(name, shelf)
    shuffled = [*snapshot.resources]
    random.Random(2566).shuffle(shuffled)

    before = undisturbed(name, shelf)
    after = judged(replace(snapshot, resources=tuple(shuffled)), OURS / name)

    assert after.verdicts == before.verdicts


@pytest.mark.parametrize("name", TOWNS)
@pytest.mark.parametrize("step", [1, 12])
def test_the_paper_of_another_item_is_not_believed(
    name: str, step: int, shelf: Path, tmp_path: Path
) -> None:
    """Every label leads to what another item's led to; nothing is met by it."""
    before = undisturbed(name, shelf)
    shown = {v.id: v.evidence for v in before.verdicts if v.status in FOUND}
    first = {item: evidence[0] for item, evidence in shown.items()}
    places = dict.fromkeys(map(place, first.values()))
    addresses = [path for path in places if path != "/"]
    others = addresses[step:] + addresses[:step]
    swapped = with_swapped(
        OURS / name, tmp_path / "sites", dict(zip(addresses, others, strict=True))
    )

    after = audited(swapped, tmp_path / "snapshot")

    belongs: dict[str, set[str]] = {}
    for item, evidence in shown.items():
        for each in evidence:
            belongs.setdefault(each.sha256, set()).add(item)
    wrong = {
        verdict.id: verdict.evidence[0].url
        for verdict in after.verdicts
        if verdict.status is Status.MET
        and verdict.id not in belongs.get(verdict.evidence[0].sha256, {verdict.id})
    }
    assert wrong == {}


def place(evidence: Evidence) -> str:
    parts = urlsplit(evidence.final_url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
