"""Changes on a terminal, as wide as that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from oit_audit.model import ChangeKind, Changes, Language
from oit_audit.report._wrap import Column
from oit_audit.report.change._rows import GroupedRow, Mark, Row
from oit_audit.report.change._told import Group as Kind
from oit_audit.report.change._told import Remark, Told, told
from oit_audit.report.change._voice import Line, Voice
from oit_audit.report.terminal import CHECK, ICONS

MAX_REMARKS = 8
"""Findings, and dead links, that are shown."""

STYLES = {
    ChangeKind.REGRESSED: "bold red",
    ChangeKind.NEWLY_STALE: "bold magenta",
    ChangeKind.FIXED: "bold green",
    ChangeKind.IMPROVED: "bold green",
    ChangeKind.NEWLY_UNKNOWN: "bold blue",
    ChangeKind.UNCLEAR: "bold blue",
}


def terminal(changes: Changes, console: Console, language: Language) -> None:
    """Print `changes` on `console`."""
    voice = Voice(language)
    page = told(changes, language)
    console.print(Panel(Group(*_summary(page, voice)), box=ROUNDED, title=voice.says("title")))
    for kind in page.groups:
        console.print(Group(*_kind(kind, voice)))
    for part in (
        _regrouped(page.regrouped, voice),
        _remarks(voice.says("findings"), page.findings, voice),
        _remarks(voice.says("links"), page.links, voice),
    ):
        for each in part:
            console.print(each)
    if page.unchanged:
        console.print(Column(voice.says("unchanged", count=page.unchanged), "dim"))


def _summary(page: Told, voice: Voice) -> Iterator[RenderableType]:
    yield Column(page.name, "bold")
    yield Column(page.home.text, "cyan")
    for side in page.sides:
        yield Column(f"{side.name}: {side.audited} · {side.reach} · {side.visited}")
    yield Text("")
    for alert in page.loud:
        yield Column(f"! {alert}", "bold yellow")
    yield Column(page.headline, "bold")
    then, now = page.sides
    yield Column(f"{voice.says('score')}: {then.score} → {now.score} · {page.score}")
    for note in page.notes:
        yield Column(f"• {note}", "dim")
    yield Column(voice.says("estimate"), "dim")


def _kind(kind: Kind, voice: Voice) -> Iterator[RenderableType]:
    count = voice.says("items", count=len(kind.rows))
    yield Column(f"{kind.title} · {count}", STYLES.get(kind.kind, "bold"))
    yield Column(kind.means, "dim")
    for row in kind.rows:
        yield from _row(row)
    yield Text("")


def _row(row: Row) -> Iterator[RenderableType]:
    yield Column(f"{row.item}  {row.title}", "bold", indent=2)
    excused = f" · {row.excused}" if row.excused else ""
    yield Column(f"{_mark(row.then)} → {_mark(row.now)}{excused} · {row.why}", indent=4)
    for line in row.lines:
        yield Column(_line(line), "dim", indent=4)


def _mark(mark: Mark) -> str:
    check = f" {CHECK} {mark.check}" if mark.check else ""
    return f"{ICONS[mark.status]}\u00a0{mark.word}{check}"


def _line(line: Line) -> str:
    said = " ".join(filter(None, (line.text, line.link.text if line.link else "")))
    return f"{line.name}: {said}" if line.name else said


def _regrouped(rows: Sequence[GroupedRow], voice: Voice) -> Iterator[RenderableType]:
    if not rows:
        return
    yield Column(voice.says("regrouped"), "bold")
    yield Column(voice.says("regrouped_means"), "dim")
    for row in rows:
        titles = ", ".join(f"{name} {title}" for name, title in row.titles)
        yield Column(f"{row.what}: {titles}", indent=2)
        sides = (
            ", ".join(f"{mark.item} {_mark(mark)}" for mark in marks) or "–"
            for marks in (row.then, row.now)
        )
        yield Column(" → ".join(sides), "dim", indent=4)
    yield Text("")


def _remarks(title: str, remarks: Sequence[Remark], voice: Voice) -> Iterator[RenderableType]:
    if not remarks:
        return
    yield Column(title, "bold")
    for one in remarks[:MAX_REMARKS]:
        says = f"{'+' if one.is_new else '−'} {one.what} ({one.cause}): {one.text}"
        yield Column(f"{says} – {one.link.text}", indent=2)
    if (more := len(remarks) - MAX_REMARKS) > 0:
        yield Column(voice.says("and_more", count=more), indent=2)
    yield Text("")
