"""The official arithmetic, the only place that adds up. In: checklist, statuses. Out: points.

An item scores 100 when it is met, else 0. A sub-indicator is the mean of its items, an indicator
the mean of its sub-indicators, OIT the mean of the indicators; what is not applicable is left out
of its mean, and a mean of nothing is left out of the next. Rounding comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar

from oit_audit.model import (
    Checklist,
    Indicator,
    IndicatorScore,
    Level,
    Score,
    Status,
    SubIndicator,
    SubIndicatorScore,
)

IIT_WEIGHT = Fraction(30, 100)
EIT_WEIGHT = Fraction(30, 100)
OIT_WEIGHT = Fraction(40, 100)
"""Shares of the three instruments. Source: score sheet of FY2565 and official report of FY2564,
table 4.26, which they reproduce; carried over for the other years."""

_FULL = Fraction(100)
_Value = TypeVar("_Value")
_Counts = Callable[[str], bool | None]
"""Does an item score 100 (True) or 0 (False), or is it left out (None)?"""


def arithmetic(checklist: Checklist, statuses: Mapping[str, Status]) -> Score:
    """Return the points for `statuses`, which name every item of `checklist` once.

    `points` and `low` take what is unknown as not met, `high` as met. An indicator or
    sub-indicator in which nothing counts is left out.

    Raises:
        ValueError: an item without status, or a status without item.
    """
    _same_items(checklist, statuses)
    low = _points(checklist, _met(statuses))
    return Score(
        points=rounded(low),
        low=rounded(low),
        high=rounded(_points(checklist, _met(statuses, or_unknown=True))),
        level=_name(level(checklist, rounded(low))),
        indicators=tuple(_indicator_scores(checklist, _met(statuses))),
    )


def gains(checklist: Checklist, statuses: Mapping[str, Status]) -> dict[str, float]:
    """Return for each item the OIT points won if it alone became met.

    0 for what is met, and for what is left out of the mean.

    Raises:
        ValueError: an item without status, or a status without item.
    """
    _same_items(checklist, statuses)
    before = _points(checklist, _met(statuses))
    won = dict.fromkeys(statuses, 0.0)
    for item, status in statuses.items():
        if status not in (Status.MET, Status.NOT_APPLICABLE):
            after = _points(checklist, _met({**statuses, item: Status.MET}))
            won[item] = rounded(after - before)
    return won


def total(
    oit: float, iit: Sequence[float], eit: Sequence[float], checklist: Checklist
) -> tuple[float, str | None]:
    """Return the points of the whole assessment, and its level where the year confirms levels.

    `iit` and `eit` are the points of their indicators; inside each instrument the mean is plain.

    Raises:
        ValueError: `iit` or `eit` is empty.
    """
    if not iit or not eit:
        raise ValueError("IIT and EIT need at least one indicator each")
    points = rounded(
        OIT_WEIGHT * _exact(oit)
        + IIT_WEIGHT * _mean([_exact(value) for value in iit])
        + EIT_WEIGHT * _mean([_exact(value) for value in eit])
    )
    return points, _name(level(checklist, points))


def level(checklist: Checklist, points: float) -> Level | None:
    """Return the rating level that `points` reach; None where the year confirms none."""
    return next((one for one in checklist.levels if points >= one.minimum), None)


def rounded(value: Fraction) -> float:
    """Return `value` with two decimals, half up as the official sheets have it.

    >>> rounded(Fraction("73.405")), rounded(Fraction("73.4049"))
    (73.41, 73.4)
    """
    exact = Decimal(value.numerator * 1000) / Decimal(value.denominator)
    return float((exact / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _same_items(checklist: Checklist, statuses: Mapping[str, Status]) -> None:
    asked = {item.id for item in checklist.items}
    if asked != statuses.keys():
        odd = ", ".join(sorted(asked ^ statuses.keys()))
        raise ValueError(f"statuses and checklist disagree on {odd}")


def _met(statuses: Mapping[str, Status], *, or_unknown: bool = False) -> _Counts:
    def counts(item: str) -> bool | None:
        status = statuses[item]
        if status is Status.NOT_APPLICABLE:
            return None
        return status is Status.MET or (or_unknown and status is Status.UNKNOWN)

    return counts


def _points(checklist: Checklist, counts: _Counts) -> Fraction:
    means = _present(_indicator_mean(indicator, counts) for indicator in checklist.indicators)
    return _mean(means) if means else Fraction(0)


def _indicator_mean(indicator: Indicator, counts: _Counts) -> Fraction | None:
    means = _present(_sub_indicator_mean(part, counts) for part in indicator.sub_indicators)
    return _mean(means) if means else None


def _sub_indicator_mean(part: SubIndicator, counts: _Counts) -> Fraction | None:
    answers = _present(counts(item) for item in part.items)
    return _mean([_FULL * answer for answer in answers]) if answers else None


def _indicator_scores(checklist: Checklist, counts: _Counts) -> Iterable[IndicatorScore]:
    for indicator in checklist.indicators:
        mean = _indicator_mean(indicator, counts)
        if mean is not None:
            parts = tuple(_sub_indicator_scores(indicator, counts))
            yield IndicatorScore(indicator.id, rounded(mean), parts, indicator.title)


def _sub_indicator_scores(indicator: Indicator, counts: _Counts) -> Iterable[SubIndicatorScore]:
    for part in indicator.sub_indicators:
        answers = _present(counts(item) for item in part.items)
        if answers:
            met, counted = sum(answers), len(answers)
            points = rounded(_FULL * Fraction(met, counted))
            yield SubIndicatorScore(part.id, points, met, counted, part.title)


def _present(values: Iterable[_Value | None]) -> list[_Value]:
    return [value for value in values if value is not None]


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _exact(value: float) -> Fraction:
    """Return what `value` was written as: 73.41 is 7341/100, not its nearest binary number."""
    return Fraction(str(value))


def _name(one: Level | None) -> str | None:
    return one.name if one else None
