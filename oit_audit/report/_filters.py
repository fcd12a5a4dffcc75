"""What the items of a page can be filtered by, without a script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from oit_audit.model import Audit, Status, Verdict
from oit_audit.report import _rows


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `key` is of our own making and safe as an id and in a style."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class StatusChoice(Choice):
    """The items of one status."""

    status: Status


@dataclass(frozen=True, slots=True)
class UnitChoice(Choice):
    """The items of one unit."""

    unit: str
    """As the checklist writes it; empty when it names none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A status and a unit that some items share."""

    status: str
    unit: str
    """Both are keys."""

    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything there is to choose from."""

    statuses: tuple[StatusChoice, ...]
    """Those that occur, in the order of `Status`."""

    units: tuple[UnitChoice, ...]
    """Those with most items first; the one without a name last."""

    pairs: tuple[Pair, ...]
    """In the order of the items."""

    def unit_key(self, verdict: Verdict) -> str:
        """Return the key of the unit that has to act on `verdict`."""
        name = _unit(verdict)
        return next(choice.key for choice in self.units if choice.unit == name)


def filters(audit: Audit) -> Filters:
    """Return what the items of `audit` can be filtered by."""
    statuses = tuple(
        StatusChoice(status.value, count, status)
        for status, count in _rows.counts(audit).items()
        if count
    )
    named = Counter(_unit(verdict) for verdict in audit.verdicts)
    ranked = sorted(named.items(), key=lambda each: (not each[0], -each[1], each[0]))
    units = tuple(UnitChoice(f"u{n}", count, unit) for n, (unit, count) in enumerate(ranked, 1))
    keys = {choice.unit: choice.key for choice in units}
    shared = Counter((verdict.status.value, keys[_unit(verdict)]) for verdict in audit.verdicts)
    pairs = tuple(Pair(status, unit, count) for (status, unit), count in shared.items())
    return Filters(statuses, units, pairs)


def _unit(verdict: Verdict) -> str:
    return " ".join(verdict.unit.split())
