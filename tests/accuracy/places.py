"""The sites with a known truth: visited for real and judged, once however often it is asked for."""

from __future__ import annotations

import asyncio
import os
from datetime import date
from functools import cache
from pathlib import Path

from oit_audit.cli.rules import load_rules
from oit_audit.model import Audit, Organisation
from oit_audit.pipeline import audit_site
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings
from tests.accuracy.baseline import by_titles
from tests.accuracy.scoring import Row, Truth, rows

ROOT = Path(__file__).parents[2]
OURS = ROOT / "fixtures" / "sites"
FURTHER = "OIT_AUDIT_SITES"
"""Names a folder of further sites in the environment."""

PLACES = {"fixtures": OURS, "shared": ROOT.parent / "shared" / "sites"}
if further := os.environ.get(FURTHER):
    PLACES["further"] = Path(further)


def homes(group: str) -> list[Path]:
    """Return the folders of the sites of a group; none where the folder is not there."""
    return sorted(path.parent for path in PLACES[group].glob("*/site.json"))


@cache
def audited(home: Path, shelf: Path) -> tuple[Truth, Audit]:
    """Visit and judge a site; its snapshot is kept on the shelf."""
    truth = Truth.read(home)
    today = date.fromisoformat(truth.today)
    rules = load_rules(str(truth.fiscal_year), today)
    settings = CrawlSettings(delay_s=0, allow_private=True)
    with serve_site(home) as server:
        visit = audit_site(Organisation(server.url), settings, rules, shelf / home.name, today)
        return truth, asyncio.run(visit)


@cache
def judged(home: Path, shelf: Path) -> tuple[Row, ...]:
    """Return the items of a site as they were judged, and as a search for titles says."""
    truth, audit = audited(home, shelf)
    rules = load_rules(str(truth.fiscal_year), date.fromisoformat(truth.today))
    return tuple(rows(truth, audit, by_titles(shelf / home.name, rules.checklist)))
