"""`oit-audit score`: the official arithmetic alone, without looking at a website."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table

from oit_audit.checklists import load_checklist
from oit_audit.cli import options
from oit_audit.cli.arguments import numbers_named
from oit_audit.cli.console import stdout
from oit_audit.cli.rules import year_named
from oit_audit.errors import UsageError
from oit_audit.model import Checklist, Language, Level, Score, Status, Sureness
from oit_audit.score import arithmetic, gains, level, total
from oit_audit.words import worded


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command prints."""

    year: int
    score: Score
    gains: Mapping[str, float]
    """OIT points of each item that was not met."""

    total: float | None
    """Points of the whole assessment; None when IIT and EIT were not given."""

    level: Level | None
    """That of the total."""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("score")(score)


def score(
    *,
    year: options.Year,
    missing: Annotated[
        str, typer.Option(metavar="o2,o15", help="ข้อที่ไม่ได้คะแนน · items without points.")
    ] = "",
    unknown: Annotated[
        str, typer.Option(metavar="o3", help="ข้อที่ยังไม่รู้ผล · items not known yet.")
    ] = "",
    not_applicable: Annotated[
        str, typer.Option(metavar="o21", help="ข้อที่ไม่นำมาคิด · items left out of the mean.")
    ] = "",
    iit: Annotated[
        str,
        typer.Option(
            metavar="91.70,86.67", help="คะแนน IIT รายตัวชี้วัด · points of IIT by indicator."
        ),
    ] = "",
    eit: Annotated[
        str,
        typer.Option(
            metavar="75.76,80.18", help="คะแนน EIT รายตัวชี้วัด · points of EIT by indicator."
        ),
    ] = "",
    lang: options.Lang = "th",
    as_json: options.AsJson = False,
) -> None:
    """คิดคะแนน OIT ตามสูตรทางการ · The official arithmetic alone."""
    checklist = load_checklist(year_named(year))
    statuses = dict.fromkeys((item.id for item in checklist.items), Status.MET)
    for option, text, status in (
        ("--missing", missing, Status.MISSING),
        ("--unknown", unknown, Status.UNKNOWN),
        ("--not-applicable", not_applicable, Status.NOT_APPLICABLE),
    ):
        for item in _items(option, text, checklist):
            if statuses[item] is not Status.MET:
                raise UsageError(
                    worded("{option}: {item} is named twice", option=option, item=item),
                    hint=worded("name each item once"),
                )
            statuses[item] = status
    answer = _answer(checklist, statuses, numbers_named("--iit", iit), numbers_named("--eit", eit))
    if as_json:
        typer.echo(json.dumps(_plain(answer), ensure_ascii=False, indent=2))
    else:
        _print(answer, checklist, lang)


def _answer(
    checklist: Checklist, statuses: dict[str, Status], iit: Sequence[float], eit: Sequence[float]
) -> Answer:
    if bool(iit) is not bool(eit):
        raise UsageError(
            worded("--iit and --eit go together"),
            hint=worded("give both, or none of them"),
        )
    result = arithmetic(checklist, statuses)
    won = {item: points for item, points in gains(checklist, statuses).items() if points}
    points = total(result.points, iit, eit, checklist)[0] if iit else None
    reached = None if points is None else level(checklist, points)
    return Answer(checklist.fiscal_year, result, won, points, reached)


def _items(option: str, text: str, checklist: Checklist) -> list[str]:
    known = [item.id for item in checklist.items]
    named = [part.strip().lower() for part in text.split(",") if part.strip()]
    for item in named:
        if item not in known:
            said, year, first, last = repr(item), checklist.fiscal_year, known[0], known[-1]
            raise UsageError(
                worded(
                    "{option}: {said} is no item of {year}", option=option, said=said, year=year
                ),
                hint=worded(
                    "items are {first} to {last}, divided by commas", first=first, last=last
                ),
            )
    return named


def _plain(answer: Answer) -> dict[str, object]:
    found = answer.score
    return {
        "fiscal_year": answer.year,
        "indicators": [
            {
                "id": one.id,
                "points": one.points,
                "sub_indicators": [
                    {"id": sub.id, "points": sub.points, "met": sub.met, "counted": sub.counted}
                    for sub in one.sub_indicators
                ],
            }
            for one in found.indicators
        ],
        "oit": {"points": found.points, "low": found.low, "high": found.high},
        "total": answer.total,
        "level": answer.level.name if answer.level else None,
        "gains": dict(answer.gains),
    }


def _print(answer: Answer, checklist: Checklist, language: Language) -> None:
    thai = language == "th"
    table = Table(
        box=SIMPLE,
        title=f"คะแนน OIT ปีงบประมาณ {answer.year}" if thai else f"OIT points, FY {answer.year}",
    )
    table.add_column("ตัวชี้วัด" if thai else "Indicator")
    table.add_column("ข้อที่ผ่าน" if thai else "Met", justify="right")
    table.add_column("คะแนน" if thai else "Points", justify="right")
    titles = _titles(checklist, language)
    for one in answer.score.indicators:
        for sub in one.sub_indicators:
            name = f"  {sub.id} {titles[sub.id]}"
            table.add_row(name, f"{sub.met}/{sub.counted}", f"{sub.points:.2f}")
        table.add_row(f"{one.id} {titles[one.id]}", "", f"{one.points:.2f}", style="bold")
        table.add_section()
    table.add_row("OIT", "", _range(answer.score), style="bold")
    if answer.total is not None:
        name = "รวม ITA (IIT 30 + EIT 30 + OIT 40)" if thai else "ITA (IIT 30 + EIT 30 + OIT 40)"
        table.add_row(name, "", f"{answer.total:.2f}", style="bold")
        table.add_row("ระดับ" if thai else "Level", "", _level(answer.level, language))
    console = stdout()
    console.print(table)
    if answer.gains:
        console.print(_first(answer.gains, language), markup=False, highlight=False)


def _titles(checklist: Checklist, language: Language) -> dict[str, str]:
    titles = {one.id: one.title for one in checklist.indicators}
    titles |= {sub.id: sub.title for one in checklist.indicators for sub in one.sub_indicators}
    return {name: title.in_language(language) for name, title in titles.items()}


def _range(found: Score) -> str:
    if found.low == found.high:
        return f"{found.points:.2f}"
    return f"{found.low:.2f}–{found.high:.2f}"


def _level(reached: Level | None, language: Language) -> str:
    if reached is None:
        return "ยังไม่ยืนยันเกณฑ์ของปีนี้" if language == "th" else "not confirmed for this year"
    if reached.confidence is Sureness.LOW:
        doubt = "เกณฑ์ยังไม่ยืนยัน" if language == "th" else "threshold not confirmed"
        return f"{reached.name} ({doubt})"
    return reached.name


def _first(won: Mapping[str, float], language: Language) -> str:
    ranked = sorted(won.items(), key=lambda pair: -pair[1])[:5]
    shown = ", ".join(f"{item} +{points:.2f}" for item, points in ranked)
    lead = "ทำข้อเดียวแล้วได้คะแนน OIT เพิ่ม" if language == "th" else "OIT points if it alone is met"
    return f"{lead}: {shown}"
