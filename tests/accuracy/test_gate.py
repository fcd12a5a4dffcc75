"""Floors rise and never sink; whoever falls below one is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.accuracy import gate


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.yaml"
    path.write_text("# why\n# they rise\n\nours: {exact: 0.9, recall: 0.5}\n", encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    return path


def test_what_is_below_its_floor_is_named_with_both_figures(floors: Path) -> None:
    told = gate.below({"ours": {"exact": 0.8999, "recall": 0.5}, "others": {"exact": 0.1}})

    assert told == ["ours exact: 0.8999 is below the floor of 0.9000"]


def test_a_floor_rises_to_what_was_measured_and_never_sinks(floors: Path) -> None:
    gate.pin({"ours": {"exact": 2 / 3, "recall": 2 / 3}, "others": {"exact": 1.0}})

    assert yaml.safe_load(floors.read_text(encoding="utf-8")) == {
        "ours": {"exact": 0.9, "recall": 0.6666},
        "others": {"exact": 1.0},
    }
    assert floors.read_text(encoding="utf-8").startswith("# why\n# they rise\n\n")
