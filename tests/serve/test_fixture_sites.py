"""The sites under `fixtures/sites` keep what they promise: files, evidence, arithmetic, size."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import httpx
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from fixtures.build_sites import source
from fixtures.build_sites import truth as answers
from oit_audit.checklists import load_checklist
from oit_audit.model import Status
from oit_audit.score import arithmetic
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
def test_everything_can_be_reached_from_the_home_page(name: str) -> None:
    with serve_site(SITES / name) as server, httpx.Client(follow_redirects=True) as client:
        seen, waiting = set[str](), {server.url}
        while waiting:
            url = waiting.pop()
            answer = client.get(url)
            seen |= {url, *(str(step.url) for step in (*answer.history, answer))}
            waiting |= {link for link in links(answer) if link.startswith(server.url)} - seen
        reached = {unquote(url.removeprefix(server.url.rstrip("/"))) for url in seen}

    assert {unquote(path) for path in routes(name)} - reached <= {"/robots.txt", "/donchintana"}


def links(answer: httpx.Response) -> set[str]:
    """Return the addresses a visitor of a page could click or would see framed."""
    if not answer.headers["content-type"].startswith("text/html"):
        return set()
    page = LexborHTMLParser(answer.content)
    nodes = page.css("a, area, frame, iframe, img, link")
    said = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
    said += [node.attributes["value"] or "" for node in page.css("option[value]")]
    for name in ("data-source", "data-href", "data-url"):
        said += [node.attributes[name] or "" for node in page.css(f"[{name}]")]
    said += [form.attributes["action"] or "" for form in page.css("form[method=get][action]")]
    for node in page.css("[onclick]"):
        said += re.findall(r"'([^']+)'", node.attributes["onclick"] or "")
    joined = (urljoin(str(answer.url), address).partition("#")[0] for address in said if address)
    return {str(httpx.URL(address)) for address in joined if address.startswith("http")}


@pytest.mark.parametrize("name", source.names())
def test_the_truth_on_disk_is_what_its_source_says(name: str) -> None:
    assert truth(name) == answers.truth(source.read(name))


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
def test_a_truth_answers_what_its_year_asks(name: str) -> None:
    whole = truth(name)
    asked = {item.id: item for item in load_checklist(whole["fiscal_year"]).items}

    assert set(whole["items"]) == set(asked)
    for item, answer in whole["items"].items():
        assert answer["sub_indicator"] == asked[item].sub_indicator, item
        assert set(answer["concepts"]) <= set(asked[item].concepts), item
        if answer["status"] == "partial":
            assert any(element.basis.binds for element in asked[item].elements), item
        if answer["status"] == "stale":
            assert asked[item].fresh_basis.binds, item


@pytest.mark.parametrize("name", NAMES)
def test_the_points_of_a_truth_add_up(name: str) -> None:
    whole = truth(name)
    statuses = {item: Status(answer["status"]) for item, answer in whole["items"].items()}
    score = arithmetic(load_checklist(whole["fiscal_year"]), statuses)

    assert whole["score"]["points"] == pytest.approx(score.points, abs=0.011)
    assert whole["score"]["indicators"] == {
        top.id: pytest.approx(top.points, abs=0.011) for top in score.indicators
    }
    assert whole["score"]["sub_indicators"] == {
        part.id: pytest.approx(part.points, abs=0.011)
        for top in score.indicators
        for part in top.sub_indicators
    }


def test_the_fixtures_stay_small() -> None:
    sizes = {
        name: sum(path.stat().st_size for path in (SITES / name).rglob("*") if path.is_file())
        for name in NAMES
    }

    assert sizes["demo"] < 700_000
    assert max(sizes.values()) < 1_500_000
    assert sum(sizes.values()) < 12_000_000
