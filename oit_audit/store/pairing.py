"""Which item of one list is which of another: by number within a year, else by concept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from oit_audit.model import Audit, Regrouped, Regrouping, Verdict


@dataclass(frozen=True, slots=True)
class Pairing:
    """The items of two audits, side by side."""

    pairs: tuple[tuple[Verdict, Verdict], ...]
    """Then and now, in the order of the new checklist."""

    regrouped: tuple[Regrouped, ...]
    """What cannot be compared one by one: in the order of the new checklist, dropped ones last."""


def paired(old: Audit, new: Audit) -> Pairing:
    """Return what can be compared: every item of both audits is in it once."""
    pairs: dict[str, tuple[Verdict, Verdict]] = {}
    if (old.scheme, old.fiscal_year) == (new.scheme, new.fiscal_year):
        before = {verdict.id: verdict for verdict in old.verdicts}
        for now in new.verdicts:
            then = before.get(now.id)
            if then is not None and _asks_alike(then, now):
                pairs[now.id] = (then, now)
    taken = {then.id for then, _ in pairs.values()}
    rest = [verdict for verdict in old.verdicts if verdict.id not in taken]
    regrouped = []
    for group in _groups(rest, [verdict for verdict in new.verdicts if verdict.id not in pairs]):
        match group.then, group.now:
            case [then], [now] if set(then.concepts) == set(now.concepts):
                pairs[now.id] = (then, now)
            case before_it, after_it:
                regrouped.append(_regrouped(before_it, after_it))
    order = {verdict.id: number for number, verdict in enumerate(new.verdicts)}
    return Pairing(tuple(pairs[each] for each in order if each in pairs), tuple(regrouped))


def _asks_alike(then: Verdict, now: Verdict) -> bool:
    return then.concepts == now.concepts or bool({*then.concepts} & {*now.concepts})


@dataclass(slots=True)
class _Group:
    """Items that share concepts, directly or through others."""

    concepts: set[str] = field(default_factory=set)
    then: list[Verdict] = field(default_factory=list)
    now: list[Verdict] = field(default_factory=list)

    def take(self, other: _Group) -> None:
        self.concepts |= other.concepts
        self.then += other.then
        self.now += other.now


def _groups(old: Sequence[Verdict], new: Sequence[Verdict]) -> list[_Group]:
    """Return the items by what they share.

    In the order of the first new item of each; groups without one come last, in the old order.
    """
    groups: list[_Group] = []
    alone = [_Group(set(each.concepts), [], [each]) for each in new]
    alone += [_Group(set(each.concepts), [each], []) for each in old]
    for one in alone:
        first, *others = [each for each in groups if each.concepts & one.concepts] or [_Group()]
        if all(each is not first for each in groups):
            groups.append(first)
        for other in (*others, one):
            first.take(other)
        groups = [each for each in groups if not any(each is other for other in others)]
    return groups


def _regrouped(then: list[Verdict], now: list[Verdict]) -> Regrouped:
    match len(then), len(now):
        case 0, _:
            kind = Regrouping.ADDED
        case _, 0:
            kind = Regrouping.DROPPED
        case before, 1 if before > 1:
            kind = Regrouping.MERGED
        case 1, after if after > 1:
            kind = Regrouping.SPLIT
        case _:
            kind = Regrouping.RESHAPED
    return Regrouped(kind, tuple(then), tuple(now))
