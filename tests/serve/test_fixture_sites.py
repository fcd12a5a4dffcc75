"""The sites under `fixtures/sites` keep what they promise: files, evidence, arithmetic, size."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

import httpx
import pytest
import yaml

from oit_audit.serve import serve_site

SITES = Path(__file__).parents[2] / "fixtures" / "sites"
NAMES = sorted(path.name for path in SITES.iterdir() if path.is_dir())
STATUSES = {"met", "partial", "stale", "missing", "unknown", "not_applicable"}


def routes(name: str) -> dict[str, Any]:
    return dict(json.loads((SITES / name / "site.json").read_text(encoding="utf-8"))["routes"])


def truth(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((SITES / name / "truth.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_every_route_has_its_file_and_every_file_its_route(name: str) -> None:
    named = {route["file"] for route in routes(name).values() if "file" in route}
    there = {path.name for path in (SITES / name / "www").iterdir()}

    assert named == there


@pytest.mark.parametrize("name", NAMES)
def test_every_evidence_of_a_truth_opens(name: str) -> None:
    said = {path for item in truth(name)["items"].values() for path in item["evidence"]}
    with serve_site(SITES / name) as server, httpx.Client(base_url=server.url) as client:
        for path in sorted(path for path in said if path.startswith("/")):
            answers = [client.get(path, follow_redirects=True) for _ in range(2)]
            assert answers[1].status_code == 200, path


@pytest.mark.parametrize("name", NAMES)
def test_a_truth_is_whole(name: str) -> None:
    whole = truth(name)

    assert whole["schema"] == "sites/truth/v1"
    assert whole["site"] == name
    assert list(whole["items"]) == [f"o{n}" for n in range(1, len(whole["items"]) + 1)]
    for item, answer in whole["items"].items():
        assert {answer["status"], *answer["also_right"]} <= STATUSES, item
        is_found = answer["status"] in {"met", "partial", "stale"}
        assert bool(answer["evidence"]) == is_found, item
        assert bool(answer["missing_elements"]) == (answer["status"] == "partial"), item


@pytest.mark.parametrize("name", NAMES)
def test_the_points_of_a_truth_add_up(name: str) -> None:
    whole = truth(name)
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for answer in whole["items"].values():
        groups[answer["sub_indicator"]].append(100.0 * (answer["status"] == "met"))
    subs = {group: fmean(values) for group, values in groups.items()}
    tops = [
        fmean(points for group, points in subs.items() if group.startswith(f"{top}."))
        for top in ("9", "10")
    ]

    assert whole["score"]["sub_indicators"] == pytest.approx(subs, abs=0.006)
    assert list(whole["score"]["indicators"].values()) == pytest.approx(tops, abs=0.006)
    assert whole["score"]["points"] == pytest.approx(fmean(tops), abs=0.006)


def test_the_fixtures_stay_small() -> None:
    sizes = {
        name: sum(path.stat().st_size for path in (SITES / name).rglob("*") if path.is_file())
        for name in NAMES
    }

    assert sizes["demo"] < 700_000
    assert max(sizes.values()) < 1_500_000
    assert sum(sizes.values()) < 6_000_000
