"""Charts and forums by labels in words of their own."""

from __future__ import annotations

import pytest

from tests.match.sites import lexicon


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("แผนภูมิการแบ่งงาน", "structure"),
        ("ผังหน่วยงาน", "structure"),
        ("เวทีชาวบ้าน", "participation"),
        ("ชุมชนมีส่วนร่วม", "participation"),
    ],
)
def test_labels_in_words_of_their_own(label: str, concept: str) -> None:
    assert lexicon().understand(label).concepts[:1] == (concept,)


@pytest.mark.parametrize("label", ["เวทีการแสดงดนตรี", "ผังเมืองรวม", "ประชาคมอาเซียน"])
def test_other_stages_and_plans_are_neither(label: str) -> None:
    assert not {"structure", "participation"} & set(lexicon().understand(label).concepts)
