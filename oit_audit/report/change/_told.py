"""Changes in the words of one language, harmless to print: what every format for people shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from oit_audit.model import (
    Audit,
    Cause,
    ChangeKind,
    Changes,
    Completion,
    FindingChange,
    Language,
    LinkChange,
    Note,
    NoteId,
    PointsChange,
    Score,
)
from oit_audit.report._clean import address, plain
from oit_audit.report._say import points, said, why_partly
from oit_audit.report.change._rows import GroupedRow, Row, grouped_row, row
from oit_audit.report.change._voice import Link, Voice
from oit_audit.report.locale import day, instant

ORDER = (
    ChangeKind.REGRESSED,
    ChangeKind.NEWLY_STALE,
    ChangeKind.FIXED,
    ChangeKind.IMPROVED,
    ChangeKind.ELEMENTS,
    ChangeKind.NEWLY_UNKNOWN,
    ChangeKind.UNCLEAR,
    ChangeKind.FIRST_KNOWN,
    ChangeKind.JUDGED_OTHERWISE,
    ChangeKind.APPLICABILITY,
    ChangeKind.EVIDENCE_REPLACED,
    ChangeKind.EVIDENCE_MOVED,
    ChangeKind.WAIVER,
    ChangeKind.CONFIDENCE,
)
"""The kinds as a reader wants them: what to do, what was won, what is open, the rest."""

LOUD = frozenset(
    {NoteId.WRONG_ORDER, NoteId.OTHER_SITE, NoteId.INCOMPLETE_NOW, NoteId.INCOMPLETE_THEN}
)
"""What must not be overlooked."""

_SHORT_DIGEST = 19
"""Characters of `sha256:` and as much of the digest as tells two of them apart."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two audits."""

    name: str
    audited: str
    visited: str
    reach: str
    score: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items of which the same became."""

    kind: ChangeKind
    title: str
    short: str
    means: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about the whole site, or a dead link, that came or went."""

    is_new: bool
    what: str
    """That it is new, or gone."""

    text: str
    cause: str
    link: Link


@dataclass(frozen=True, slots=True)
class Told:
    """All that a report of changes shows."""

    name: str
    is_named: bool
    home: Link
    sides: tuple[Side, Side]
    headline: str
    score: str
    """How the score has moved, or why it cannot be told."""

    loud: tuple[str, ...]
    notes: tuple[str, ...]
    groups: tuple[Group, ...]
    """Those that hold something, in `ORDER`."""

    unchanged: int
    regrouped: tuple[GroupedRow, ...]
    findings: tuple[Remark, ...]
    links: tuple[Remark, ...]


def told(changes: Changes, language: Language) -> Told:
    """Return `changes` in the words of `language`."""
    voice = Voice(language)
    organisation = changes.new.organisation
    name = plain(organisation.name or changes.old.organisation.name or "", 160)
    groups = tuple(_groups(changes, voice))
    notes = [(note.id, _note(note, voice)) for note in changes.notes]
    quiet = [text for id_, text in notes if id_ not in LOUD]
    if any(
        each.kind is ChangeKind.UNCLEAR and each.cause is Cause.UNCLEAR for each in changes.items
    ):
        quiet.append(voice.says("judge_again"))
    return Told(
        name or voice.says("nameless"),
        bool(name),
        voice.link(organisation.url),
        (
            _side("then", changes.old, changes.points.then, voice),
            _side("now", changes.new, changes.points.now, voice),
        ),
        _headline(changes, voice),
        _moved(changes.points, voice),
        tuple(text for id_, text in notes if id_ in LOUD),
        tuple(quiet),
        groups,
        len(changes.of(ChangeKind.UNCHANGED)),
        tuple(grouped_row(each, voice) for each in changes.regrouped),
        tuple(_finding(each, voice) for each in changes.findings),
        tuple(_dead_link(each, voice) for each in changes.links),
    )


def _groups(changes: Changes, voice: Voice) -> Iterator[Group]:
    for kind in ORDER:
        if items := changes.of(kind):
            yield Group(
                kind,
                voice.says(kind.value),
                voice.says(f"short_{kind}"),
                voice.says(f"{kind}_means"),
                tuple(row(each, voice) for each in items),
            )


def _headline(changes: Changes, voice: Voice) -> str:
    if changes.new.reach.completion is Completion.NONE and not changes.has(NoteId.SAME_VISIT):
        return voice.says("nothing_known")
    if changes.is_nothing:
        return voice.says("nothing")
    told_of = (
        ("head_worse", (ChangeKind.REGRESSED,)),
        ("head_stale", (ChangeKind.NEWLY_STALE,)),
        ("head_better", (ChangeKind.FIXED, ChangeKind.IMPROVED)),
        ("head_open", (ChangeKind.NEWLY_UNKNOWN, ChangeKind.UNCLEAR)),
    )
    counted = ((name, len(changes.of(*kinds))) for name, kinds in told_of)
    heads = [voice.says(name, count=count) for name, count in counted if count]
    if not heads:
        return voice.says("head_rest")
    line = " · ".join(heads)
    return line[0].upper() + line[1:]


def _side(name: str, audit: Audit, score: Score | None, voice: Voice) -> Side:
    year = voice.words.fiscal_year_value.format(year=audit.fiscal_year)
    return Side(
        voice.says(name),
        voice.says("audit_of", year=year, day=day(audit.today, voice.language)),
        voice.says("visited", instant=instant(audit.finished_at, voice.language)),
        voice.words.completions[audit.reach.completion],
        _score(score, voice),
    )


def _score(score: Score | None, voice: Voice) -> str:
    if score is None:
        return voice.says("score_none")
    if score.low == score.high:
        return points(score.points)
    low, high = points(score.low), points(score.high)
    return voice.says("score_range", points=points(score.points), low=low, high=high)


def _moved(change: PointsChange, voice: Voice) -> str:
    if change.moved is None:
        reasons = ", ".join(voice.says(f"not_{why}") for why in change.why_not)
        return voice.says("because", what=voice.says("score_not_compared"), why=reasons)
    if change.moved == 0:
        return voice.says("score_same")
    name = "score_up" if change.moved > 0 else "score_down"
    return voice.says(name, points=points(abs(change.moved)))


def _note(note: Note, voice: Voice) -> str:
    then, now = (_value(note.id, each, voice) for each in (note.then, note.now))
    return voice.says(f"note_{note.id}", then=then, now=now)


def _value(note: NoteId, value: str, voice: Voice) -> str:
    """Return a value of a note as a reader wants it."""
    match note:
        case NoteId.DAY:
            return day(date.fromisoformat(value), voice.language)
        case NoteId.WRONG_ORDER:
            return instant(datetime.fromisoformat(value), voice.language)
        case NoteId.CHECKLIST:
            return plain(value, _SHORT_DIGEST + 1).removesuffix("…")
        case NoteId.OTHER_SITE | NoteId.SITE_MOVED:
            return address(value, 120)
        case NoteId.INCOMPLETE_NOW | NoteId.INCOMPLETE_THEN:
            return plain(said(why_partly(value), voice.language), 160) or "–"
        case _:
            return plain(value, 160) or "–"


def _finding(change: FindingChange, voice: Voice) -> Remark:
    finding = change.finding
    severity = voice.words.severities[finding.severity]
    return Remark(
        change.is_new,
        voice.says("is_new" if change.is_new else "is_gone"),
        plain(f"{severity}: {voice.text(finding.says, 400)}", 500),
        voice.says(f"cause_{change.cause}"),
        voice.link(finding.url),
    )


def _dead_link(change: LinkChange, voice: Voice) -> Remark:
    link = change.link
    text = voice.skip(link.reason)
    if link.referrer:
        text = plain(f"{text} · {voice.says('found_on', url=address(link.referrer, 120))}", 400)
    return Remark(
        change.is_new,
        voice.says("dead_now" if change.is_new else "dead_no_more"),
        text,
        voice.says(f"cause_{change.cause}"),
        voice.link(link.url),
    )
