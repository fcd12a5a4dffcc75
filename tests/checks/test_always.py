"""What holds for every check and every document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.checks import bind
from oit_audit.model import Block, Document, Legibility, Media, Outcome, Table
from tests.checks.reading import Case, cases, document, scene

_EVERY = sorted(
    {(case.check, repr(sorted(case.parameters.items()))): case for case in cases()}.items()
)
LOOKS = [case for _, case in _EVERY]
"""One case for each check and its parameters."""

_SCRAPS = st.sampled_from(
    [
        *("นาย", "นายก อบต.", "นายสมมุติ ทดลอง", "ปลัด", "โทร. 02-218-8267", "ตุลาคม 2565", "2566"),
        *("ไม่มี", "-", "๑", "หมู่ที่ 4", "ต.ก อ.ข จ.ค 99000", "ทุจริต", "ตอบ:", "ลงชื่อ", "\n", "!"),
        *("แผนพัฒนาสามปี 2565", "กองคลัง", "สขร.1", "รวมทั้งสิ้น 3 เรื่อง", "ํ า", "\u200b", "เเ", "@"),
    ]
)
_TEXTS = st.lists(_SCRAPS | st.text(max_size=20), min_size=1, max_size=8).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document of scraps that checks look for, in any order."""
    texts = [text for text in draw(st.lists(_TEXTS, max_size=6)) if text.strip()]
    row = st.lists(_TEXTS | st.just(""), min_size=1, max_size=4).map(tuple)
    rows = draw(st.lists(row, max_size=5).map(tuple))
    return Document(
        url="https://www.town.test/x",
        final_url="https://www.town.test/x",
        media=draw(st.sampled_from(Media)),
        title=draw(_TEXTS | st.just("")),
        blocks=tuple(Block(" ".join(text.split()) or "x", "p") for text in texts),
        tables=(Table(rows, "table 1"),) if rows else (),
        legibility=draw(st.sampled_from(Legibility)),
        file_name=draw(_TEXTS | st.just("")),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(documents(), min_size=1, max_size=3).map(tuple), st.sampled_from(LOOKS))
def test_a_check_always_answers_shortly_and_shows_what_it_found(
    given_documents: tuple[Document, ...], case: Case
) -> None:
    finding = bind(case.check, case.parameters).look(given_documents, case.scene)

    assert finding.reason.th
    assert finding.reason.en
    assert not finding.reason.en.endswith(".")
    assert finding.reason.en[0].islower()
    if finding.evidence:
        assert len(finding.evidence.quote) <= 200
        assert finding.evidence.url in {each.url for each in given_documents}


@settings(max_examples=100, deadline=None)
@given(st.lists(documents(), min_size=1, max_size=2).map(tuple), st.sampled_from(LOOKS))
def test_nothing_is_called_absent_when_a_document_could_not_be_read(
    given_documents: tuple[Document, ...], case: Case
) -> None:
    dark = replace(given_documents[0], legibility=Legibility.NONE)
    finding = bind(case.check, case.parameters).look((*given_documents, dark), case.scene)
    assert finding.outcome is not Outcome.ABSENT


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case.expected["outcome"] == "found"],
    ids=lambda case: f"{case.check}-{case.title}",
)
def test_one_more_document_never_takes_away_what_was_found(case: Case) -> None:
    other = document({"url": "https://www.town.test/other", "blocks": ["หน้าอื่นของเว็บไซต์"]})
    finding = bind(case.check, case.parameters).look((*case.documents, other), case.scene)
    assert finding.outcome is Outcome.FOUND


@pytest.mark.parametrize("case", LOOKS, ids=lambda case: f"{case.check}-{case.title}")
def test_an_empty_page_shows_nothing(case: Case) -> None:
    if case.parameters == {"part": "reachable"}:
        return
    finding = bind(case.check, case.parameters).look((document({}),), scene())
    assert finding.outcome is Outcome.ABSENT
