"""The audit as a table on a terminal: wide, ordinary or narrow."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import HORIZONTALS, ROUNDED
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from oit_audit.model import Audit, Completion, Language, Status, Sureness, Verdict
from oit_audit.report import _rows
from oit_audit.report._clean import address, plain
from oit_audit.report._links import links_table
from oit_audit.report._say import points, said, waived
from oit_audit.report._wrap import Column
from oit_audit.report.locale import LANGUAGES, Words, day

_MOST_FINDINGS = 5
WIDE = 104
"""Cells from which every column has room."""

TABLE = 76
"""Cells from which there is a table at all; below, items stand one under the other."""

MAX_FIX = 10
"""Items in the list of what to fix first."""

ICONS = {
    Status.MET: "✔",
    Status.PARTIAL: "◐",
    Status.STALE: "↺",
    Status.MISSING: "✘",
    Status.UNKNOWN: "?",
    Status.NOT_APPLICABLE: "–",
}
CHECK = "⚑"
"""Marks an item that one should check."""

STYLES = {
    Status.MET: "green",
    Status.PARTIAL: "yellow",
    Status.STALE: "magenta",
    Status.MISSING: "red",
    Status.UNKNOWN: "blue",
    Status.NOT_APPLICABLE: "dim",
}


def terminal(audit: Audit, console: Console, language: Language) -> None:
    """Print `audit` on `console`, as wide as that is."""
    words = LANGUAGES[language]
    console.print(_summary(audit, words, language))
    if console.width >= TABLE:
        console.print(_table(audit, words, language, console.width))
    else:
        for verdict in audit.verdicts:
            console.print(_stacked(verdict, words, language))
    if audit.links:
        console.print(links_table(audit, words, language, console.width))
    console.print(_fix_first(audit, words, language))


def _summary(audit: Audit, words: Words, language: Language) -> RenderableType:
    organisation = audit.organisation
    name = plain(organisation.name or "", 120) or words.nameless
    year = words.fiscal_year_value.format(year=audit.fiscal_year)
    body: list[RenderableType] = [
        Column(name, "bold"),
        Column(address(organisation.url, 120), "cyan"),
        Column(f"{words.fiscal_year} {year} · {words.audit_date} {day(audit.today, language)}"),
        *_by_links(audit, words),
        Text(""),
        *_score(audit, words),
        Column(_counts(audit, words)),
        *_unsure(audit, words),
        *_reach(audit, words),
        *_site_findings(audit, words, language),
        Column(words.estimate, "dim"),
    ]
    return Panel(Group(*body), box=ROUNDED, title=Text(words.eyebrow), padding=(0, 1))


def _by_links(audit: Audit, words: Words) -> Iterator[RenderableType]:
    if audit.links:
        yield Column(words.by_links.format(count=len(_rows.entered(audit))))


def _score(audit: Audit, words: Words) -> Iterator[RenderableType]:
    score = audit.score
    if not _rows.has_score(audit):
        yield Column(f"{words.score}: {words.score_none}", "bold")
        return
    said_score = f"{words.score}: {points(score.points)} {words.score_of}"
    if score.low != score.high:
        said_score += (
            f" ({words.short_range.format(low=points(score.low), high=points(score.high))})"
        )
    if score.level:
        said_score += f" · {words.level.format(level=plain(score.level, 20))}"
    yield Column(said_score, "bold")


def _counts(audit: Audit, words: Words) -> str:
    return " · ".join(
        f"{ICONS[status]}\u00a0{words.statuses[status]}\u00a0{count}"
        for status, count in _rows.counts(audit).items()
        if count
    )


def _unsure(audit: Audit, words: Words) -> Iterator[RenderableType]:
    if items := _rows.unsure(audit):
        told = words.please_check_count.format(count=len(items))
        yield Column(f"{CHECK} {told}", "bold yellow")


def _reach(audit: Audit, words: Words) -> Iterator[RenderableType]:
    reach = audit.reach
    opened = words.seen_value.format(pages=f"{reach.pages:,}", documents=f"{reach.documents:,}")
    yield Column(f"{words.completion}: {words.completions[reach.completion]} ({opened})")
    if audit.is_whole:
        return
    nothing = reach.completion is Completion.NONE
    yield Column(f"! {words.none_heading if nothing else words.partly_heading}", "bold yellow")
    causes = _rows.unseen(audit)[:3]
    if causes:
        yield Column(words.reach_main_causes, "yellow", indent=2)
    for cause in causes:
        says = f"• {words.skips[cause.reason]} ({cause.count:,}): {words.skip_advice[cause.reason]}"
        yield Column(says, "yellow", indent=2)


def _site_findings(audit: Audit, words: Words, language: Language) -> Iterator[RenderableType]:
    if audit.site_findings:
        yield Column(f"! {words.site_findings}", "bold yellow")
    for finding in audit.site_findings[:_MOST_FINDINGS]:
        severity = words.severities[finding.severity]
        says = plain(said(finding.says, language), 360)
        yield Column(f"• {severity}: {says} – {address(finding.url, 80)}", "yellow", indent=2)
    if (more := len(audit.site_findings) - _MOST_FINDINGS) > 0:
        yield Column(words.and_more.format(count=more), "yellow", indent=2)


def _table(audit: Audit, words: Words, language: Language, width: int) -> Table:
    wide = width >= WIDE
    table = Table(box=HORIZONTALS, expand=True, pad_edge=False, header_style="bold")
    table.add_column(Text(words.item), no_wrap=True)
    table.add_column(Column(words.title), ratio=4)
    table.add_column(Text(words.status), no_wrap=True)
    if wide:
        table.add_column(Text(words.year), no_wrap=True)
    table.add_column(Text(words.gain_short), justify="right", no_wrap=True)
    table.add_column(Column(words.what_to_do), ratio=5)
    for verdict in audit.verdicts:
        cells: list[RenderableType] = [
            Text(plain(verdict.id, 8)),
            Column(plain(said(verdict.title, language), 100)),
            _status(verdict, words),
        ]
        if wide:
            cells.append(Text(str(_rows.year_read(verdict) or "–")))
        cells += [
            Text(_gain(verdict)),
            Column(_todo(verdict, words, language, 200 if wide else 140)),
        ]
        table.add_row(*cells)
    return table


def _stacked(verdict: Verdict, words: Words, language: Language) -> RenderableType:
    head = Text.assemble((plain(verdict.id, 8), "bold"), "  ", _status(verdict, words))
    if gain := _gain(verdict):
        head.append(f"  {gain}")
    if year := _rows.year_read(verdict):
        head.append(f"  ({year})", "dim")
    body: list[RenderableType] = [Column(plain(said(verdict.title, language), 120), indent=2)]
    if todo := _todo(verdict, words, language, 120):
        body.append(Column(f"→ {todo}", indent=2))
    return Group(head, *body, Text(""))


def _status(verdict: Verdict, words: Words) -> Text:
    said_status = f"{ICONS[verdict.status]} {words.statuses[verdict.status]}"
    if verdict.confidence is Sureness.LOW:
        said_status = f"{said_status} {CHECK}"
    return Text(said_status, style=STYLES[verdict.status], no_wrap=True)


def _gain(verdict: Verdict) -> str:
    worth = verdict.status in _rows.TO_FIX or verdict.status is Status.UNKNOWN
    return f"+{points(verdict.gain)}" if worth and verdict.gain > 0 else ""


def _todo(verdict: Verdict, words: Words, language: Language, limit: int) -> str:
    if verdict.waiver is not None:
        return plain(waived(verdict.waiver, words, language), limit)
    if verdict.status in (Status.MET, Status.NOT_APPLICABLE):
        return ""
    if verdict.status is Status.UNKNOWN:
        return plain(said(verdict.reason, language), limit)
    return plain(said(verdict.remedy, language), limit)


def _fix_first(audit: Audit, words: Words, language: Language) -> RenderableType:
    fix = _rows.to_fix(audit)
    body: list[RenderableType] = [Text(words.fix_first, style="bold")]
    if not fix:
        body.append(Column(words.fix_nothing_yet if _rows.to_look_at(audit) else words.fix_nothing))
    listed = Table.grid(padding=(0, 1))
    listed.add_column(justify="right", no_wrap=True)
    listed.add_column(no_wrap=True)
    listed.add_column(no_wrap=True, justify="right")
    listed.add_column()
    for rank, verdict in enumerate(fix[:MAX_FIX], start=1):
        unit = plain(verdict.unit, 60) or words.no_unit
        listed.add_row(
            Text(f"{rank}."),
            Text(plain(verdict.id, 8), style="bold"),
            Text(_gain(verdict)),
            Column(f"{plain(said(verdict.title, language), 100)} – {unit}"),
        )
    body.append(listed)
    if len(fix) > MAX_FIX:
        body.append(Column(words.and_more.format(count=len(fix) - MAX_FIX)))
    return Group(*body)
