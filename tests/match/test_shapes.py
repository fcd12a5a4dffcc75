"""Whatever the shape of an index, its papers are found with concept, number, year and way."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType

import pytest

from oit_audit.extract import extract
from oit_audit.judge.freshness import read_years
from oit_audit.model import Candidate, Document, Matches, Resource
from tests.match import shapes_of_pages, shapes_of_panels, shapes_of_rows
from tests.match import shapes_that_came_later as later
from tests.match.shapes import SHAPES, Row, Shape
from tests.match.sites import HOME, LONG, matches, paper, url

WHEN = datetime(2023, 1, 9, tzinfo=UTC)


def page(path: str, html: str) -> Document:
    address = url(path)
    resource = Resource(address, address, 200, "text/html", "utf-8", WHEN, "0", 1)
    return extract(resource, html.encode())


def seen(made: Shape) -> Matches:
    home = (
        "<!doctype html><title>เทศบาลตำบลสมมติ</title><h1>เทศบาลตำบลสมมติ</h1><a href='/ita'>ITA</a>"
    )
    pages = [page("/", home), *(page(path, html) for path, html in made.pages.items())]
    papers = [paper(path, LONG) for path in dict.fromkeys(row.path for row in made.rows)]
    return matches(*pages, *papers)


def faults(made: Shape) -> list[str]:
    found = seen(made)
    by_path: dict[str, list[Candidate]] = {}
    for candidate in found.candidates:
        path = candidate.document.url.removeprefix(HOME.rstrip("/"))
        by_path.setdefault(path, []).append(candidate)
    return [fault for row in made.rows for fault in faults_of(row, by_path.get(row.path, []))]


def faults_of(row: Row, candidates: list[Candidate]) -> list[str]:
    right = next((c for c in candidates if c.concept == row.concept), None)
    if right is None:
        return [f"{row.path}: no {row.concept}"]
    said = []
    if row.number is not None and row.number not in right.numbers:
        said.append(f"{row.path}: numbers {right.numbers}")
    years = read_years(right).years
    if row.year is not None and years != (row.year,):
        said.append(f"{row.path}: years {years}")
    if right.click_path[0] != "หน้าหลัก" or len(right.click_path) < 3:
        said.append(f"{row.path}: path {right.click_path}")
    first = (right.inherited, -right.label_score)
    others = [c for c in candidates if c.concept != row.concept]
    said += [
        f"{row.path}: also {c.concept}" for c in others if (c.inherited, -c.label_score) <= first
    ]
    return said


@pytest.mark.parametrize("name", SHAPES)
def test_the_papers_of_an_index_are_found(name: str) -> None:
    assert faults(SHAPES[name]()) == []


@pytest.mark.parametrize("part", [shapes_of_rows, shapes_of_panels, shapes_of_pages, later])
def test_every_file_of_shapes_is_read(part: ModuleType) -> None:
    names = {name for name, made in SHAPES.items() if made.__module__ == part.__name__}
    assert len(names) >= 10
