"""Changes as Markdown, for the summary of a job or the text of an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_audit.model import Changes
from oit_audit.report._format import Reader
from oit_audit.report.change._format import ChangeFormat
from oit_audit.report.change._gfm import link, text
from oit_audit.report.change._rows import GroupedRow, Mark, Row
from oit_audit.report.change._told import Group, Remark, Told, told
from oit_audit.report.change._voice import Line, Voice

MAX_REMARKS = 20
"""Findings, and dead links, that are shown."""

SIGNS = {
    "regressed": "🔴",
    "newly_stale": "🟠",
    "newly_unknown": "🔵",
    "unclear": "🔵",
    "fixed": "🟢",
    "improved": "🟢",
}
"""Beside the words, never instead of them."""


def render(changes: Changes, reader: Reader) -> bytes:
    """Return `changes` as Markdown in UTF-8."""
    voice = Voice(reader.language)
    lines = _lines(told(changes, reader.language), voice)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _lines(page: Told, voice: Voice) -> Iterator[str]:
    yield f"## {text(voice.says('title'))}"
    yield ""
    yield f"**{text(page.name)}** · {link(page.home)}"
    yield ""
    for alert in page.loud:
        yield f"> ⚠️ {text(alert)}"
        yield ""
    yield f"**{text(page.headline)}**"
    yield ""
    yield from _sides(page, voice)
    for note in page.notes:
        yield f"- {text(note)}"
    if page.notes:
        yield ""
    for group in page.groups:
        yield from _group(group, voice)
    yield from _regrouped(page.regrouped, voice)
    yield from _remarks(voice.says("findings"), page.findings, voice)
    yield from _remarks(voice.says("links"), page.links, voice)
    if page.unchanged:
        yield text(voice.says("unchanged", count=page.unchanged))
        yield ""
    yield f"<sub>{text(voice.says('made'))} · {text(voice.says('estimate'))}</sub>"


def _sides(page: Told, voice: Voice) -> Iterator[str]:
    then, now = page.sides
    yield f"| | {text(then.name)} | {text(now.name)} |"
    yield "|---|---|---|"
    score = text(voice.says("score"))
    yield f"| {score} | {text(then.score)} | {text(now.score)} ({text(page.score)}) |"
    yield f"| {text(voice.words.completion)} | {text(then.reach)} | {text(now.reach)} |"
    yield f"| {text(voice.words.audit_date)} | {text(then.audited)} | {text(now.audited)} |"
    yield f"| {text(voice.words.website)} | {text(then.visited)} | {text(now.visited)} |"
    yield ""


def _group(group: Group, voice: Voice) -> Iterator[str]:
    sign = f"{SIGNS[group.kind]} " if group.kind in SIGNS else ""
    count = voice.says("items", count=len(group.rows))
    yield f"### {sign}{text(group.title)} · {text(count)}"
    yield ""
    yield text(group.means)
    yield ""
    names = ("item", "subject", "then", "now", "reason")
    yield f"| {' | '.join(text(voice.says(name)) for name in names)} |"
    yield "|---|---|---|---|---|"
    for row in group.rows:
        yield _row(row)
    yield ""


def _row(row: Row) -> str:
    why = "<br>".join([text(row.why), *map(_line, row.lines)])
    now = _mark(row.now) + (f" · {text(row.excused)}" if row.excused else "")
    cells = (f"**{text(row.item)}**", text(row.title), _mark(row.then), now, why)
    return f"| {' | '.join(cells)} |"


def _mark(mark: Mark) -> str:
    return f"{text(mark.word)} ⚑ {text(mark.check)}" if mark.check else text(mark.word)


def _line(line: Line) -> str:
    said = " ".join(filter(None, (text(line.text), link(line.link) if line.link else "")))
    return f"{text(line.name)}: {said}" if line.name else said


def _regrouped(rows: Sequence[GroupedRow], voice: Voice) -> Iterator[str]:
    if not rows:
        return
    yield f"### {text(voice.says('regrouped'))}"
    yield ""
    yield text(voice.says("regrouped_means"))
    yield ""
    names = ("what", "subject", "then", "now")
    yield f"| {' | '.join(text(voice.says(name)) for name in names)} |"
    yield "|---|---|---|---|"
    for row in rows:
        titles = "<br>".join(f"**{text(name)}** {text(title)}" for name, title in row.titles)
        sides = (
            "<br>".join(f"{text(mark.item)}: {_mark(mark)}" for mark in marks) or "–"
            for marks in (row.then, row.now)
        )
        yield f"| {text(row.what)} | {titles} | {' | '.join(sides)} |"
    yield ""


def _remarks(title: str, remarks: Sequence[Remark], voice: Voice) -> Iterator[str]:
    if not remarks:
        return
    yield f"### {text(title)}"
    yield ""
    for one in remarks[:MAX_REMARKS]:
        yield f"- **{text(one.what)}** ({text(one.cause)}) {text(one.text)} – {link(one.link)}"
    if (more := len(remarks) - MAX_REMARKS) > 0:
        yield f"- {text(voice.says('and_more', count=more))}"
    yield ""


FORMAT = ChangeFormat("markdown", ".md", "text/markdown; charset=utf-8", render)
