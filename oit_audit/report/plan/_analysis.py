"""What the points say: highest and lowest, strengths, and what is to be developed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oit_audit.model import Plan, Standing, SubIndicatorScore, Text


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator or sub-indicator with its points."""

    id: str
    title: Text | None
    points: float
    items: tuple[str, ...] = ()
    """Items of it that are wanting."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Where an organisation stands."""

    strengths: tuple[Part, ...]
    """Most points first."""

    to_develop: tuple[Part, ...]
    """Fewest points first."""

    divided_at: float
    """Points from which a part is a strength."""

    has_target: bool
    """Is that the target of the year, and not the mean of the parts?"""


def analysed(plan: Plan) -> Analysis | None:
    """Return where the organisation stands, in the smallest parts that have points.

    None when nothing has points.
    """
    parts = tuple(_parts(plan))
    if not parts:
        return None
    target = plan.reckoning.target
    at = target if target is not None else sum(part.points for part in parts) / len(parts)
    good = sorted((p for p in parts if p.points >= at), key=lambda part: -part.points)
    bad = sorted((p for p in parts if p.points < at), key=lambda part: part.points)
    return Analysis(tuple(good), tuple(bad), at, target is not None)


def highest(standings: Iterable[Standing]) -> Standing | None:
    """Return the indicator with most points, the first of equals."""
    return max(standings, key=lambda one: one.points, default=None)


def lowest(standings: Iterable[Standing]) -> Standing | None:
    """Return the indicator with fewest points, the first of equals."""
    return min(standings, key=lambda one: one.points, default=None)


def _parts(plan: Plan) -> Iterable[Part]:
    wanting: dict[str, list[str]] = {}
    for task in sorted(plan.tasks, key=lambda each: _number(each.verdict.id)):
        wanting.setdefault(task.verdict.sub_indicator, []).append(task.verdict.id)
    for standing in plan.standings:
        if not standing.parts:
            yield Part(standing.id, standing.title, standing.points)
        for sub in standing.parts:
            yield _part(sub, wanting.get(sub.id, ()))


def _part(sub: SubIndicatorScore, items: Iterable[str]) -> Part:
    return Part(sub.id, sub.title, sub.points, tuple(items))


def _number(id: str) -> tuple[int, str]:
    digits = id.lstrip("o")
    return (int(digits) if digits.isdecimal() else 0, id)
