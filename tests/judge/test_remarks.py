"""What a visit noticed about a host is told, with its weight and what to do."""

from __future__ import annotations

import re

import pytest

from oit_audit.judge import site_findings
from oit_audit.model import Completion, Reach, Remark, RemarkKind, Severity


def test_a_visit_that_noticed_nothing_says_nothing() -> None:
    assert site_findings(Reach(Completion.FULL)) == ()


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_has_a_sentence_in_both_languages(kind: RemarkKind) -> None:
    remark = Remark(kind, "https://town.example/")

    (finding,) = site_findings(Reach(Completion.FULL, remarks=(remark,)))

    assert (finding.id, finding.url) == (kind.value, "https://town.example/")
    assert re.search("[ก-๙]", finding.says.th)
    assert not re.search("[ก-๙]", finding.says.en)


def test_an_expired_certificate_is_urgent_and_says_that_it_was_overlooked() -> None:
    remark = Remark(RemarkKind.TLS_EXPIRED, "https://town.example/")

    (finding,) = site_findings(Reach(Completion.FULL, remarks=(remark,)))

    assert finding.severity is Severity.HIGH
    assert "ต่ออายุ" in finding.says.th
    assert "without checking" in finding.says.en
