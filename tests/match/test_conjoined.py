"""A label may name two things."""

from __future__ import annotations

import pytest

from oit_audit.match import LabelKind
from tests.match.sites import lexicon


@pytest.mark.parametrize(
    ("label", "concepts"),
    [
        ("ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม", {"ethics_code", "ethics_drive"}),
        ("โครงสร้างองค์กร และ อำนาจหน้าที่", {"structure", "powers_duties"}),
        ("คู่มือปฏิบัติงานและคู่มือสำหรับประชาชน", {"staff_manual", "service_manual"}),
        ("ข่าวประชาสัมพันธ์และข่าวกิจกรรม", {"news"}),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", {"integrity_measures"}),
        ("การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ", {"risk_assessment"}),
    ],
)
def test_each_half_that_is_a_title_counts(label: str, concepts: set[str]) -> None:
    assert set(lexicon().understand(label).concepts) == concepts


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("การดำเนินการความเสี่ยงการทุจริต", "risk_management"),
        ("การดำเนินการเพื่อจัดการความเสี่ยง", "risk_management"),
        ("การประเมินความเสี่ยงการทุจริต", "risk_assessment"),
        ("งานจริยธรรม", "ethics_drive"),
        ("o15 สื่อ DO and Dont", "ethics_drive"),
        ("คู่มือทำงานของพนักงาน", "staff_manual"),
        ("คู่มือปฏิบัติงานด้านการรับ-ส่งหนังสือ", "staff_manual"),
        ("นายกเทศมนตรีเข้าร่วมกิจกรรมวันต่อต้านทุจริต", "exec_participation"),
        ("นายกเทศมนตรีประกาศเจตนารมณ์ต่อต้านทุจริต", "integrity_statement"),
    ],
)
def test_wordings_of_offices_are_understood(label: str, concept: str) -> None:
    assert lexicon().understand(label, LabelKind.HEADING).concepts == (concept,)


@pytest.mark.parametrize("label", ["รายงานจริยธรรม", "หนังสือเวียน", "การดำเนินการเพื่อจัดการขยะ"])
def test_their_neighbours_are_not(label: str) -> None:
    assert lexicon().understand(label, LabelKind.HEADING).concepts == ()


def test_a_title_in_latin_letters_is_not_neutral() -> None:
    assert not lexicon().is_neutral("O6 Q&A")
    assert lexicon().is_neutral("file_2")
