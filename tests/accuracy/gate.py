"""The floors of accuracy: shares that are pinned in `floors.yaml` and only rise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor
from pathlib import Path

import yaml

from tests.accuracy.scoring import QUESTIONS, Row, share

FLOORS = Path(__file__).with_name("floors.yaml")
_PRECISION = 10_000
"""Parts of one to which a share is pinned, always downwards."""

Figures = Mapping[str, float]
"""Shares by question, 0 to 1."""


def figures(rows: Sequence[Row]) -> Figures:
    """Return the share of right answers to every question."""
    return {name: share(rows, question) for name, question in QUESTIONS.items()}


def below(measured: Mapping[str, Figures]) -> list[str]:
    """Return a line for each share that is below its floor; what has no floor is below none."""
    floors = _read()
    return [
        f"{group} {name}: {held:.4f} is below the floor of {floors[group][name]:.4f}"
        for group, shares in measured.items()
        for name, held in shares.items()
        if held < floors.get(group, {}).get(name, 0.0)
    ]


def pin(measured: Mapping[str, Figures]) -> None:
    """Raise the floors to what was measured; none is ever lowered here."""
    floors = _read()
    for group, shares in measured.items():
        known = floors.setdefault(group, {})
        for name, held in shares.items():
            known[name] = max(known.get(name, 0.0), floor(held * _PRECISION) / _PRECISION)
    head = FLOORS.read_text(encoding="utf-8").partition("\n\n")[0]
    body = yaml.safe_dump(floors, sort_keys=False, default_flow_style=None, width=100)
    FLOORS.write_text(f"{head}\n\n{body}", encoding="utf-8")


def _read() -> dict[str, dict[str, float]]:
    floors: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return floors
