"""No reason without a test that plays it."""

from __future__ import annotations

from pathlib import Path

import pytest

from oit_audit.model import SkipReason

PLAYED_ELSEWHERE = {SkipReason.NEEDS_BROWSER}
"""Played where the pages are that are empty without their scripts."""

TESTS = {path: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")}


@pytest.mark.parametrize("reason", [part for part in SkipReason if part not in PLAYED_ELSEWHERE])
def test_every_reason_is_played(reason: SkipReason) -> None:
    others = (text for path, text in TESTS.items() if path != Path(__file__))
    assert any(f"SkipReason.{reason.name}" in text for text in others)
