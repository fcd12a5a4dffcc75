"""`oit-audit diff`: what was fixed, what broke, what went stale between two audits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.checklists import available_years, load_checklist
from oit_audit.cli import options
from oit_audit.cli.audits import saved_audit
from oit_audit.cli.console import say, stdout
from oit_audit.cli.outputs import STDOUT, hand_out, requested_of
from oit_audit.cli.sentences import perhaps, there_are
from oit_audit.cli.telling import Notify, NotifyOn, When, telling_of_changes
from oit_audit.errors import UsageError
from oit_audit.model import Audit, ChangeKind, Changes, ItemChange, NoteId, Step, Text
from oit_audit.report import Reader, completed, plain
from oit_audit.report.change import (
    CHANGE_FORMATS,
    changes_on_terminal,
)
from oit_audit.store import changes, is_same_site
from oit_audit.words import worded

INCOMPLETE = 3


def _of(*kinds: ChangeKind) -> Callable[[Changes], bool]:
    """Return whether items of these kinds are there that no person excuses."""
    return lambda found: any(not each.is_excused for each in found.of(*kinds))


def _has_lost(found: Changes) -> bool:
    return any(map(_lost, found.items))


def _lost(item: ItemChange) -> bool:
    is_lost = any(element.step is Step.WORSE for element in item.elements)
    return is_lost and item.kind is ChangeKind.ELEMENTS and not item.is_excused


THRESHOLDS: Mapping[str, Callable[[Changes], bool]] = {
    "regression": _of(ChangeKind.REGRESSED),
    "stale": _of(ChangeKind.NEWLY_STALE),
    "unknown": _of(ChangeKind.NEWLY_UNKNOWN),
    "unclear": _of(ChangeKind.UNCLEAR),
    "element": _has_lost,
    "finding": lambda found: any(each.is_new for each in found.findings),
    "change": lambda found: not found.is_nothing,
}
"""What `--fail-on` may name, and when it is reached."""


Old = Annotated[
    Path,
    typer.Argument(
        metavar="OLD.json", help="ผลการตรวจครั้งก่อน · the earlier audit as JSON; - is stdin."
    ),
]
New = Annotated[
    Path,
    typer.Argument(metavar="NEW.json", help="ผลการตรวจครั้งนี้ · the later audit as JSON; - is stdin."),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT=PATH",
        help="เขียนรายงาน (สั่งซ้ำได้) · write a report; repeatable; - is stdout: "
        + ", ".join(known.name for known in CHANGE_FORMATS),
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CHANGE",
        help="จบด้วยรหัส 1 เมื่อพบการเปลี่ยนแปลงนี้ (สั่งซ้ำได้) · exit code 1 when there is such a"
        f" change; repeatable: {', '.join(THRESHOLDS)}.",
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="เทียบแม้เป็นคนละเว็บไซต์ · compare even two different websites."),
]


def diff(
    old: Old,
    new: New,
    *,
    output: Outputs = None,
    lang: options.Lang = "th",
    fail_on: FailOn = None,
    force: Force = False,
    notify: Notify = None,
    notify_on: NotifyOn = When.ALWAYS,
) -> None:
    """เทียบกับครั้งก่อน ข้อใดแก้ไขแล้ว ผลลดลง หรือพ้นช่วงเวลา · What was fixed, broke or went stale."""
    thresholds = _named(fail_on or ())
    outputs = requested_of(CHANGE_FORMATS, output or (), (old, new))
    telling = telling_of_changes(notify, notify_on)
    if str(old) == str(new) == STDOUT:
        raise UsageError(
            worded("only one of the two audits can come from standard input"),
            hint=worded("give the other as a file"),
        )
    before, after = _completed(saved_audit(old), saved_audit(new))
    if not force:
        _check_same_site(before, after)
    found = changes(before, after)
    _warn(found)
    hand_out(found, outputs, Reader(lang), lambda: changes_on_terminal(found, stdout(), lang))
    code = ending(found, thresholds)
    telling.of_changes(found, code, lang)
    raise typer.Exit(code)


def ending(found: Changes, thresholds: Collection[str]) -> int:
    """Return how a comparison ends, and say on standard error what was not seen.

    1 where one of `thresholds` is reached, for what is known is known; else 3 where the later audit
    is incomplete, so that what was not reached may only not have been seen; else 0.
    """
    reached = [name for name in thresholds if THRESHOLDS[name](found)]
    if reached:
        say(f"--fail-on: {', '.join(reached)}")
        return 1
    return INCOMPLETE if found.has(NoteId.INCOMPLETE_NOW) else 0


def _named(values: Iterable[str]) -> tuple[str, ...]:
    """Return the changes that `values` name, each one or several with commas between.

    Raises:
        UsageError: an unknown one; the hint names those there are.
    """
    named = [part.strip() for value in values for part in value.split(",") if part.strip()]
    for name in named:
        if name not in THRESHOLDS:
            near = get_close_matches(name.lower(), THRESHOLDS, 1)
            hint = there_are(THRESHOLDS)
            if near:
                meant = perhaps(near[0])
                hint = Text(f"{meant.th} {hint.th}", f"{meant.en} {hint.en}")
            said = repr(name[:40])
            raise UsageError(
                worded("--fail-on {said} is no change that diff knows", said=said),
                hint=hint,
            )
    return tuple(dict.fromkeys(named))


def _completed(*audits: Audit) -> Iterator[Audit]:
    """Yield the audits completed from their checklists, as they are where those have changed."""
    years = {audit.fiscal_year for audit in audits} & set(available_years())
    lists = {known.digest: known for known in map(load_checklist, years)}
    for audit in audits:
        known = lists.get(audit.checklist_digest)
        yield completed(audit, known) if known else audit


def _check_same_site(old: Audit, new: Audit) -> None:
    """See that both audits are of one website.

    Raises:
        UsageError: they are not.
    """
    if not is_same_site(old, new):
        one, other = (plain(each.organisation.url, 100) for each in (old, new))
        raise UsageError(
            worded(
                "these are audits of two different websites: {one} and {other}",
                one=one,
                other=other,
            ),
            hint=worded(
                "give two audits of one website, or say --force to compare them all the same"
            ),
        )


def _warn(found: Changes) -> None:
    """Say on standard error what the caller should know whatever the report says."""
    old, new = found.old, found.new
    if found.has(NoteId.WRONG_ORDER):
        say(
            "ไฟล์แรกใหม่กว่าไฟล์ที่สอง · the first audit is newer than the second:"
            f" {old.finished_at:%Y-%m-%d %H:%M} (as of {old.today}),"
            f" {new.finished_at:%Y-%m-%d %H:%M} (as of {new.today})",
            "ลำดับคือ ครั้งก่อน แล้วครั้งนี้ · the order is OLD.json NEW.json",
        )
    if found.has(NoteId.INCOMPLETE_NOW):
        say(
            f"ครั้งนี้ตรวจไม่ครบ · the later audit is incomplete: {plain(new.reach.reason or '', 200)}",
            "สิ่งที่ไม่พบอาจเพียงเปิดดูไม่ได้ ให้ตรวจใหม่ · what is not there may only not have been seen:"
            " scan again",
        )
    if found.has(NoteId.INCOMPLETE_THEN):
        say(
            "ครั้งก่อนตรวจไม่ครบ · the earlier audit is incomplete:"
            f" {plain(old.reach.reason or '', 200)}"
        )


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("diff")(diff)
