"""Slips of the pen and short forms: what is mended, and what is left as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.match.slips import ShortForms, Slips
from oit_audit.thai import fold, folded
from tests.match.sites import lexicon

WORDS = ("ทุจริต", "ร้องเรียน", "จัดซื้อจัดจ้าง", "ความเสี่ยงการทุจริต")


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("แผนปฏิบัติการป้องกันการทุจจริต", "anticorruption_plan"),
        ("แนปฏิบัติการป้องกันการทจุริต", "anticorruption_plan"),
        ("ข้อมูลเชิงสถติเรื่องร้องเรียนการทุจริต", "complaint_stats"),
        ("แผนการจัดซื้อจัดจ่างประจำปี", "procurement_plan"),
        ("คู่มือสำหรับประะชาชน", "service_manual"),
        ("ผลการเบิกจ่าย งป. รอบ 6 เดือน", "budget_6m"),
        ("ช่องทางร้องเรียนการทุจริตของจนท.", "complaint_channel"),
    ],
)
def test_a_label_is_understood_in_spite_of_slips(label: str, concept: str) -> None:
    assert lexicon().understand(label).concepts[:1] == (concept,)


@pytest.mark.parametrize("words", ["โรงเรียน", "สุจริต", "ความเสียหาย", "ชมรมคนรักเรือ"])
def test_another_word_is_left_as_it_stands(words: str) -> None:
    assert Slips(WORDS).mended(folded(words), []).text == fold(words)


def test_nothing_is_mended_where_a_word_is_understood() -> None:
    words = folded("ทุจจริต")
    assert Slips(WORDS).mended(words, [(3, 7)]) is words


def test_a_mended_word_is_quoted_as_the_label_has_it() -> None:
    mended = Slips(WORDS).mended(folded("แผนป้องกันทุจจริต ปี 2567"), [])
    start = mended.text.index(fold("ทุจริต"))

    assert mended.quote(start, start + len(fold("ทุจริต"))).startswith("ทุจจริ")


@given(st.text(alphabet="ทุจริตสงแผนเ 2aก", max_size=60))
def test_what_is_mended_stays_mended(text: str) -> None:
    once = Slips(WORDS).mended(folded(text), [])

    assert len(once.text) == len(once.origin)
    assert list(once.origin) == sorted(once.origin)


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("งป.67", "งบประมาณ 67"),
        ("รายงาน งป 67", "รายงาน งบประมาณ 67"),
        ("ของปี 67", "ของปี 67"),
        ("ระยะทาง 5 กม. ถนน", "ระยะทาง 5 กม. ถนน"),
        ("ระยะทาง 5กม.", "ระยะทาง 5กม."),
        ("กม. ที่เกี่ยวข้อง", "กฎหมาย  ที่เกี่ยวข้อง"),
        ("ของจ.น.ท. ทุกคน", "ของเจ้าหน้าที่  ทุกคน"),
    ],
)
def test_short_forms_are_written_out_where_they_are_short_forms(
    text: str, written_out: str
) -> None:
    forms = {"งป": "งบประมาณ", "กม": "กฎหมาย", "จนท": "เจ้าหน้าที่"}
    assert ShortForms(forms).written_out(text) == written_out


def test_without_short_forms_nothing_changes() -> None:
    assert ShortForms({}).written_out("งป.67") == "งป.67"
