"""One item of a report of changes, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from oit_audit.model import (
    Cause,
    ChangeKind,
    ElementChange,
    ItemChange,
    Regrouped,
    Status,
    Step,
    Sureness,
    Verdict,
    Waiver,
)
from oit_audit.report._clean import plain
from oit_audit.report._say import waived
from oit_audit.report.change._voice import Line, Voice, because

_TITLE = 160
_UNIT = 100
_TO_DO = frozenset({ChangeKind.REGRESSED, ChangeKind.NEWLY_STALE, ChangeKind.IMPROVED})
_TO_EXPLAIN = frozenset(
    {
        ChangeKind.REGRESSED,
        ChangeKind.NEWLY_STALE,
        ChangeKind.NEWLY_UNKNOWN,
        ChangeKind.UNCLEAR,
        ChangeKind.FIRST_KNOWN,
        ChangeKind.JUDGED_OTHERWISE,
    }
)
_ADDRESSES = frozenset({ChangeKind.EVIDENCE_MOVED, ChangeKind.EVIDENCE_REPLACED})


@dataclass(frozen=True, slots=True)
class Mark:
    """How an item stands."""

    status: Status
    word: str
    check: str
    """`please check` where the confidence is low, else empty."""

    item: str
    """Its number."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of an item."""

    item: str
    """Its number, and the old one where that is another."""

    title: str
    then: Mark
    now: Mark
    cause: str
    why: str
    excused: str
    """That a person excused it; else empty."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """Items that cannot be compared one by one."""

    what: str
    titles: tuple[tuple[str, str], ...]
    """Number and title of those of the new list; of the old one where there are none."""

    then: tuple[Mark, ...]
    now: tuple[Mark, ...]


def row(change: ItemChange, voice: Voice) -> Row:
    """Return what became of an item, in words."""
    name = plain(change.now.id, 12)
    if change.is_renumbered:
        name = voice.says("renumbered", now=name, then=plain(change.then.id, 12))
    cause = change.cause or Cause.UNCLEAR
    return Row(
        name,
        voice.text(change.now.title, _TITLE),
        _mark(change.then, voice),
        _mark(change.now, voice),
        voice.says(f"cause_{cause}"),
        voice.text(because(change)),
        voice.says("excused") if change.is_excused else "",
        tuple(_lines(change, voice)),
    )


def grouped_row(group: Regrouped, voice: Voice) -> GroupedRow:
    """Return items that belong together, in words."""
    return GroupedRow(
        voice.says(group.kind.value),
        tuple((plain(v.id, 12), voice.text(v.title, _TITLE)) for v in group.now or group.then),
        tuple(_mark(each, voice) for each in group.then),
        tuple(_mark(each, voice) for each in group.now),
    )


def _mark(verdict: Verdict, voice: Voice) -> Mark:
    check = voice.says("please_check") if verdict.confidence is Sureness.LOW else ""
    return Mark(verdict.status, voice.status(verdict.status), check, plain(verdict.id, 12))


def _lines(change: ItemChange, voice: Voice) -> Iterator[Line]:
    yield from _elements(change, voice)
    if change.kind in _TO_EXPLAIN and (reason := voice.text(change.now.reason, 300)):
        yield Line(voice.says("verdict_now"), reason)
    if (skip := change.unopened) is not None:
        yield Line(voice.says("unopened"), voice.skip(skip.reason), voice.link(skip.url))
    yield from _evidence(change, voice)
    if change.kind is ChangeKind.CONFIDENCE:
        then, now = (voice.words.confidences[v.confidence] for v in (change.then, change.now))
        yield Line(voice.says("surer"), f"{then} → {now}")
    yield from _waivers(change, voice)
    if change.kind in _TO_DO and (remedy := voice.text(change.now.remedy)):
        yield Line(voice.says("what_to_do"), remedy)
        if unit := plain(change.now.unit, _UNIT):
            yield Line(voice.says("unit"), unit)


def _elements(change: ItemChange, voice: Voice) -> Iterator[Line]:
    for names, step in (("lost", Step.WORSE), ("won", Step.BETTER)):
        these = [_named(each, voice) for each in change.elements if each.step is step]
        if these:
            yield Line(voice.says(names), plain(", ".join(these), 600))
    others = [each for each in change.elements if each.step is Step.OTHER]
    for each in others:
        outcomes = f"{voice.outcome(each.then)} → {voice.outcome(each.now)}"
        yield Line(voice.says("said_otherwise"), f"{_named(each, voice)}: {outcomes}")


def _named(element: ElementChange, voice: Voice) -> str:
    name = voice.text(element.says, 120)
    return name if element.binds else f"{name} ({voice.says('informs')})"


def _evidence(change: ItemChange, voice: Voice) -> Iterator[Line]:
    """Yield the addresses: both where they differ, else the one a reader will want to open."""
    moved = change.evidence
    if moved is not None and change.kind in _ADDRESSES:
        yield Line(voice.says("shown_then"), "", voice.link(moved.then.url))
        yield Line(voice.says("shown_now"), "", voice.link(moved.now.url))
        return
    told = _path(change.unopened.url) if change.unopened else None
    for name, verdict in (("shown_then", change.then), ("shown_now", change.now)):
        is_of_use = verdict is change.now or not change.now.evidence
        if verdict.evidence and is_of_use and _path(verdict.evidence[0].url) != told:
            yield Line(voice.says(name), "", voice.link(verdict.evidence[0].url))


def _path(url: str) -> tuple[str, str]:
    """Return what tells two pages of one website apart, wherever that lies."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return parts.path, parts.query


def _waivers(change: ItemChange, voice: Voice) -> Iterator[Line]:
    then, now = change.waiver_then, change.waiver_now
    if then != now:
        yield Line(voice.says("waiver_then"), _word(then, voice))
        yield Line(voice.says("waiver_now"), _word(now, voice))


def _word(waiver: Waiver | None, voice: Voice) -> str:
    if waiver is None:
        return voice.says("none")
    return plain(waived(waiver, voice.words, voice.language), 400)
