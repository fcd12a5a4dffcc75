"""A town that scans its papers gets the verdicts of one that does not."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.extract import Engine
from oit_audit.model import Audit, Organisation, Status
from oit_audit.pipeline import assess, visit
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings, OcrSettings
from tests.accuracy.places import OURS
from tests.accuracy.scoring import Truth
from tests.scans import deciding, with_scans

TOWNS = ("demo", "tabs", "oldphp", "sao2563", "onepage")
LEAST = 0.9


def audited(home: Path, directory: Path, ocr: OcrSettings | None) -> Audit:
    truth = Truth.read(home)
    today = date.fromisoformat(truth.today)
    rules = load_rules(str(truth.fiscal_year), today)
    settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
    with serve_site(home) as server:
        town = Organisation(server.url)
        snapshot = asyncio.run(visit(town, settings, rules.lexicon, directory))
    return assess(snapshot, rules, today, ocr=ocr)


def test_scans_are_judged_like_their_papers(
    engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = same = 0
    for name in TOWNS:
        plain = audited(OURS / name, tmp_path / f"{name}-plain", None)
        papers = deciding(plain)
        home = with_scans(OURS / name, tmp_path / "sites", papers.values())
        before = {verdict.id: verdict.status for verdict in plain.verdicts}
        after = {
            verdict.id: verdict.status
            for verdict in audited(home, tmp_path / f"{name}-scans", OcrSettings()).verdicts
        }
        decided += len(papers)
        same += sum(before[item] is after[item] for item in papers)
        wrong = [i for i in papers if after[i] is Status.MET and before[i] is not Status.MET]
        assert wrong == [], "a scan shows no more than its paper"
    with capsys.disabled():
        sys.stdout.write(f"\nscans with the verdict of their text: {same} of {decided}\n")

    assert same >= LEAST * decided
