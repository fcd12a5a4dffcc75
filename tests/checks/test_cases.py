"""Every case of every check, as auditors wrote them down."""

from __future__ import annotations

import pytest

from oit_audit.checks import bind
from tests.checks.reading import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.check}-{case.title}")
def test_a_check_answers_as_its_case_says(case: Case) -> None:
    finding = bind(case.check, case.parameters).look(case.documents, case.scene)

    said = {
        "outcome": finding.outcome.value,
        "reason": finding.reason.th,
        "reason_en": finding.reason.en,
        "quote": finding.evidence.quote if finding.evidence else "",
        "where": finding.evidence.where if finding.evidence else "",
        "url": finding.evidence.url if finding.evidence else "",
    }
    assert said["outcome"] == case.expected["outcome"], said
    for key, part in case.expected.items():
        assert part in said[key], said
