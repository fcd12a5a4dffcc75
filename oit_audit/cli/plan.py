"""`oit-audit plan`: the corrective-action plan as a document, and the answers in it read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.checklists import available_years, load_checklist
from oit_audit.cli import options
from oit_audit.cli.answers import imported
from oit_audit.cli.arguments import day_named, numbers_named
from oit_audit.cli.audits import AuditFile, saved_audit, whole
from oit_audit.cli.outputs import save, see_apart, writable
from oit_audit.cli.sentences import there_are
from oit_audit.cli.waivers import read_waivers, waived
from oit_audit.errors import UsageError
from oit_audit.lists import is_answered
from oit_audit.model import (
    Audit,
    Checklist,
    Completion,
    Language,
    NoteId,
    Plan,
    Progress,
    Reckoning,
    Status,
)
from oit_audit.report import plan_as_word, plan_as_workbook, plan_of, progress_as_word, progress_of
from oit_audit.score import arithmetic, level, total
from oit_audit.store import changes
from oit_audit.words import worded

Render = Callable[[Plan, Language], bytes]

FORMATS: Mapping[str, Render] = {".docx": plan_as_word, ".xlsx": plan_as_workbook}
_REPORT = ".docx"
_YAML = (".yaml", ".yml")
_TARGET_LEVEL = "A"
"""The level that a local government is to reach; from its points an indicator is a strength."""

Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PLAN.docx|PLAN.xlsx",
        help="ไฟล์แผน (สั่งซ้ำได้) หรือ waivers.yaml เมื่อใช้ --import · where the plan goes; repeatable.",
    ),
]
Surveys = Annotated[
    str,
    typer.Option(
        metavar="91.70,86.67", help="คะแนน IIT/EIT รายตัวชี้วัด คั่นด้วยจุลภาค · points by indicator."
    ),
]
Previous = Annotated[
    Path | None,
    typer.Option(
        metavar="OLD.json",
        help="ผลการตรวจครั้งก่อน: DOCX เป็นรายงานความก้าวหน้า · an earlier audit: report progress.",
    ),
]
Filled = Annotated[
    Path | None,
    typer.Option(
        "--import",
        metavar="PLAN.xlsx",
        help="อ่านคำตอบจากแผนที่กรอกแล้ว เขียนเป็น waivers.yaml · read a filled-in plan back.",
    ),
]


def plan(
    audit: AuditFile,
    *,
    output: Outputs = None,
    iit: Surveys = "",
    eit: Surveys = "",
    today: options.Today = None,
    waivers: options.Waivers = None,
    previous: Previous = None,
    filled: Filled = None,
    lang: options.Lang = "th",
) -> None:
    """จัดทำแผนปรับปรุงแก้ไข (DOCX, XLSX) · The corrective-action plan, and its answers read back."""
    paths = tuple(writable(path) for path in output or ())
    wanted = _YAML if filled is not None else tuple(FORMATS)
    _check(paths, wanted)
    see_apart(paths, (audit, previous, filled))
    if previous is not None and not any(path.suffix.lower() == _REPORT for path in paths):
        raise UsageError(
            worded("--previous reports progress as a document"),
            hint=worded("name a .docx file"),
        )
    surveys = numbers_named("--iit", iit), numbers_named("--eit", eit)
    if bool(surveys[0]) is not bool(surveys[1]):
        raise UsageError(
            worded("--iit and --eit go together"),
            hint=worded("give both, or none of them"),
        )
    complete, checklist = whole(saved_audit(audit))
    if filled is not None:
        decided = day_named(today)
        raise typer.Exit(imported(filled, waivers, paths[0], _rules(complete), decided))
    day = complete.today if today is None else day_named(today)
    if waivers is not None:
        complete = waived(complete, read_waivers(waivers, _rules(complete)))
    earlier = None if previous is None else whole(saved_audit(previous))[0]
    made = _plan(complete, checklist, day, surveys)
    _spare_answers(paths, complete)
    for path in paths:
        if earlier is not None and path.suffix.lower() == _REPORT:
            save(path, progress_as_word(_progress(made, earlier, previous), lang))
        else:
            save(path, FORMATS[path.suffix.lower()](made, lang))


def _progress(made: Plan, earlier: Audit, path: Path | None) -> Progress:
    """Return how far the measures got since an earlier audit.

    Raises:
        UsageError: that is of another website, or newer.
    """
    moved = changes(earlier, made.audit)
    if moved.has(NoteId.OTHER_SITE):
        url = earlier.organisation.url[:200]
        raise UsageError(
            worded("{path} is an audit of another website: {url}", path=path, url=url),
            hint=worded("give an earlier audit of the same website"),
        )
    if moved.has(NoteId.WRONG_ORDER):
        raise UsageError(
            worded("{path} is newer than the audit of this plan", path=path),
            hint=worded("the later audit comes first: oit-audit plan NEW.json --previous OLD.json"),
        )
    return progress_of(made, moved)


def _check(paths: tuple[Path, ...], wanted: tuple[str, ...]) -> None:
    """See that every output is of a kind that can be written.

    Raises:
        UsageError: none is named, or one of another kind.
    """
    one, other = wanted
    if not paths:
        raise UsageError(
            worded("say where the plan goes"),
            hint=worded("for example -o plan{one}", one=one),
        )
    for path in paths:
        if path.suffix.lower() not in wanted:
            raise UsageError(
                worded(
                    "cannot write {path}: not a {one} or {other} file",
                    path=path,
                    one=one,
                    other=other,
                ),
                hint=worded("end it in {one} or {other}", one=one, other=other),
            )
    if wanted is _YAML and len(paths) > 1:
        raise UsageError(
            worded("answers go into one file"),
            hint=worded("name one .yaml file"),
        )


def _spare_answers(paths: tuple[Path, ...], audit: Audit) -> None:
    """See that no plan is overwritten into which people have written.

    Raises:
        UsageError: one is; the message says how the answers are kept.
    """
    known = {verdict.waiver.reason for verdict in audit.verdicts if verdict.waiver}
    for path in paths:
        if path.suffix.lower() == ".xlsx" and path.is_file() and is_answered(path, known):
            raise UsageError(
                worded("{path} holds answers that would be lost", path=path),
                hint=worded("read them back with --import first, or name another file"),
            )


def _rules(audit: Audit) -> Checklist:
    """Return the checklist of the audited year.

    Raises:
        UsageError: there is none.
    """
    year = audit.fiscal_year
    if year not in available_years():
        raise UsageError(
            worded("no checklist for {year}", year=year),
            hint=there_are(map(str, available_years())),
        )
    return load_checklist(year)


def _plan(
    audit: Audit,
    checklist: Checklist | None,
    day: date,
    surveys: tuple[tuple[float, ...], tuple[float, ...]],
) -> Plan:
    """Return the plan with all that the arithmetic says of it."""
    rules = _rules(audit) if any(surveys) else checklist
    made = plan_of(audit, day, checklist, _reckoned(audit, rules, *surveys))
    if checklist is None:
        return made
    after = _after(made, checklist)
    return replace(made, reckoning=replace(made.reckoning, oit_after=after))


def _reckoned(
    audit: Audit, rules: Checklist | None, iit: tuple[float, ...], eit: tuple[float, ...]
) -> Reckoning:
    if rules is None:
        return Reckoning()
    levels = {one.name: one.minimum for one in rules.levels}
    base = Reckoning(has_levels=bool(levels), target=levels.get(_TARGET_LEVEL))
    if not iit or audit.reach.completion is Completion.NONE:
        return replace(base, iit=iit, eit=eit)
    points, _ = total(audit.score.points, iit, eit, rules)
    return replace(base, iit=iit, eit=eit, total=points, level=level(rules, points))


def _after(made: Plan, checklist: Checklist) -> float | None:
    """Return the OIT points once every row of the plan is done; None when nobody can tell."""
    statuses = {verdict.id: verdict.status for verdict in made.audit.verdicts}
    if statuses.keys() != {item.id for item in checklist.items}:
        return None
    done = {task.verdict.id: Status.MET for task in made.tasks}
    return arithmetic(checklist, {**statuses, **done}).points


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("plan")(plan)
