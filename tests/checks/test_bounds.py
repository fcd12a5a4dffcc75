"""Tables and lines that would take a careless check hours."""

from __future__ import annotations

from time import process_time

import pytest

from oit_audit.checks import bind
from oit_audit.model import Document, Outcome, Table
from tests.checks.reading import scene
from tests.match.sites import page

SECONDS = 3.0


def _page(*rows: tuple[str, ...]) -> Document:
    return page("/p", "สถิติ", tables=(Table(rows, "table 1"),))


@pytest.mark.parametrize(
    "document",
    [
        _page(*((f"จำนวนเรื่อง {'-' * 5_000}x", "ก") for _ in range(3))),
        _page(*(("จำนวนเรื่อง", "ก") for _ in range(3_000))),
        page("/p", "สถิติ", *(["จำนวนเรื่อง " + "9" * 9_000 + " เรื่อง"] * 20)),
    ],
    ids=["dashes", "labels", "digits"],
)
def test_counting_takes_no_time(document: Document) -> None:
    check = bind("counts", {"of": [["จำนวนเรื่อง"]], "none": ["ไม่มีเรื่องร้องเรียน"]})
    began = process_time()
    check.look((document,), scene())
    assert process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("cell", "outcome"), [("12 เรื่อง", "found"), ("-", "found"), ("-" * 80, "absent")]
)
def test_a_line_of_dashes_is_no_number(cell: str, outcome: str) -> None:
    check = bind("counts", {"of": [["จำนวนเรื่อง"]]})
    found = check.look((_page(("รายการ", "ผล"), ("จำนวนเรื่อง", cell)),), scene())
    assert found.outcome is Outcome(outcome)
