"""Pages that nobody would write: each is looked at in bounded time, and nothing raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.checklists import load_checklist
from oit_audit.judge import Case, claim_findings, elements, judge
from oit_audit.judge.substance import is_bare
from oit_audit.model import Block, Document, Matches, Organisation, Section, Table, Verdict
from tests.judge.cases import REACH, TODAY
from tests.match.sites import HOME, link, matches, page

CHECKLIST = load_checklist(2566)
ITEMS = [(int(item.id[1:]), item.title.th) for item in CHECKLIST.items]
SECONDS = 5.0


@pytest.fixture(autouse=True)
def _raising(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "CATCH_ALL", False)


def judged(found: Matches) -> tuple[Verdict, ...]:
    return tuple(judge(Case(CHECKLIST, found, REACH, Organisation(HOME, found.own_name), TODAY)))


def index(path: str, targets: Callable[[int], str]) -> Document:
    links = [link(targets(number), f"O{number} {title}") for number, title in ITEMS]
    return page(path, "OIT 2566", links=links)


def table(rows: int, columns: int, cell: Callable[[int, int], str]) -> Table:
    return Table(tuple(tuple(cell(r, c) for c in range(columns)) for r in range(rows)), "table 1")


def home() -> Document:
    return page("/", "เทศบาลตำบลทุ่งสมมติ", links=[link("/oit", "OIT 2566")])


HOSTILE: dict[str, Callable[[], Iterable[Document]]] = {
    "links of one number": lambda: [
        page("/oit", "OIT 2566", links=[link(f"/d{n}", f"O12 แผน {n}") for n in range(300)])
    ],
    "sections in each other": lambda: [
        page(
            "/oit",
            "OIT 2566",
            sections=[Section(f"O12 แผนดำเนินงาน {n}", n, 2, panel=True) for n in range(200)],
        )
    ],
    "figures": lambda: [
        index("/oit", lambda _: "/p"),
        page("/p", "สถิติ ปี 2566", tables=(table(40, 40, lambda r, c: str(r * c)),)),
    ],
    "words in cells": lambda: [
        index("/oit", lambda _: "/p"),
        page("/p", "สถิติ ปี 2566", tables=(table(150, 4, lambda *_: f"เรื่องร้องเรียน {'-' * 40}x"),)),
    ],
    "years": lambda: [
        index("/oit", lambda _: "/p"),
        page("/p", "แผน 2566", "ปี 2565 ไตรมาส 1 ปี 2566 " * 100, "2565 2566 " * 300),
    ],
    "a long title": lambda: [
        index("/oit", lambda _: "/p"),
        page("/p", "แผนดำเนินงาน 2566 " * 200),
    ],
    "vowels": lambda: [index("/oit", lambda _: "/p"), page("/p", "ิ" * 10_000, "ั่" * 10_000)],
    "organisations": lambda: [
        index("/oit", lambda _: "/p"),
        page(
            "/p", "แผน 2566", " ".join(f"อบต.สมมติ{'กขคง'[n % 4] * (n % 9 + 2)}" for n in range(900))
        ),
    ],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_long(name: str) -> None:
    documents = [home(), *HOSTILE[name]()]
    began = process_time()
    found = matches(*documents)
    verdicts = judged(found)
    assert process_time() - began < SECONDS
    assert len(verdicts) == len(ITEMS)
    assert len(claim_findings(found, CHECKLIST)) <= 10


def test_a_page_of_links_alone_is_bare_however_many_they_are() -> None:
    texts = [f"ประกาศ {n} เรื่องสมมติของเทศบาล" for n in range(4_000)]
    document = page("/p", "ประกาศ", links=[link(f"/{n}", text) for n, text in enumerate(texts)])
    document = replace(document, blocks=tuple(Block(f"• {text}", "p") for text in texts))
    began = process_time()
    assert is_bare(document, "ประกาศ")
    assert process_time() - began < SECONDS


ADDRESSES = st.sampled_from(("/a", "/b", "/c", "/d"))
LABELS = st.sampled_from([f"O{n} {title}" for n, title in ITEMS[::4]] + ["O12", "ดาวน์โหลด", "ก"])


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(ADDRESSES, st.lists(st.tuples(ADDRESSES, LABELS), max_size=8), min_size=1),
    st.randoms(use_true_random=False),
)
def test_the_order_of_documents_says_nothing(
    pages: dict[str, list[tuple[str, str]]], chance: Random
) -> None:
    documents = [home()]
    for path, links in pages.items():
        documents.append(page(path, "OIT 2566", links=[link(to, text) for to, text in links]))
    shuffled = list(documents)
    chance.shuffle(shuffled)
    one, other = matches(*documents), matches(*shuffled)
    assert one == other
    assert len(one.claims) <= 2_000
    assert judged(one) == judged(other)
