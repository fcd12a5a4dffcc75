"""Changes as Markdown, for the summary of a job or the text of an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from oit_audit.model import Changes
from oit_audit.report import _gfm
from oit_audit.report._format import Format, Reader
from oit_audit.report.change._rows import GroupedRow, Mark, Row
from oit_audit.report.change._told import Group, Remark, Told, told
from oit_audit.report.change._voice import Line, Link, Voice

words = partial(_gfm.words, limit=600)

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
    yield f"## {words(voice.says('title'))}"
    yield ""
    yield f"**{words(page.name)}** · {link(page.home)}"
    yield ""
    for alert in page.loud:
        yield f"> ⚠️ {words(alert)}"
        yield ""
    yield f"**{words(page.headline)}**"
    yield ""
    yield from _sides(page, voice)
    for note in page.notes:
        yield f"- {words(note)}"
    if page.notes:
        yield ""
    for group in page.groups:
        yield from _group(group, voice)
    yield from _regrouped(page.regrouped, voice)
    yield from _remarks(voice.says("findings"), page.findings, voice)
    yield from _remarks(voice.says("links"), page.links, voice)
    if page.unchanged:
        yield words(voice.says("unchanged", count=page.unchanged))
        yield ""
    yield f"<sub>{words(voice.says('made'))} · {words(voice.says('estimate'))}</sub>"


def _sides(page: Told, voice: Voice) -> Iterator[str]:
    then, now = page.sides
    yield f"| | {words(then.name)} | {words(now.name)} |"
    yield "|---|---|---|"
    score = words(voice.says("score"))
    yield f"| {score} | {words(then.score)} | {words(now.score)} ({words(page.score)}) |"
    yield f"| {words(voice.words.completion)} | {words(then.reach)} | {words(now.reach)} |"
    yield f"| {words(voice.words.audit_date)} | {words(then.audited)} | {words(now.audited)} |"
    yield f"| {words(voice.words.website)} | {words(then.visited)} | {words(now.visited)} |"
    yield ""


def _group(group: Group, voice: Voice) -> Iterator[str]:
    sign = f"{SIGNS[group.kind]} " if group.kind in SIGNS else ""
    count = voice.says("items", count=len(group.rows))
    yield f"### {sign}{words(group.title)} · {words(count)}"
    yield ""
    yield words(group.means)
    yield ""
    names = ("item", "subject", "then", "now", "reason")
    yield f"| {' | '.join(words(voice.says(name)) for name in names)} |"
    yield "|---|---|---|---|---|"
    for row in group.rows:
        yield _row(row)
    yield ""


def _row(row: Row) -> str:
    why = "<br>".join([words(row.why), *map(_line, row.lines)])
    now = _mark(row.now) + (f" · {words(row.excused)}" if row.excused else "")
    cells = (f"**{words(row.item)}**", words(row.title), _mark(row.then), now, why)
    return f"| {' | '.join(cells)} |"


def _mark(mark: Mark) -> str:
    return f"{words(mark.word)} ⚑ {words(mark.check)}" if mark.check else words(mark.word)


def link(to: Link) -> str:
    """Return an address to click, or only to read where it is not safe."""
    return words(to.text) if to.href is None else _gfm.link("", to.href)


def _line(line: Line) -> str:
    said = " ".join(filter(None, (words(line.text), link(line.link) if line.link else "")))
    return f"{words(line.name)}: {said}" if line.name else said


def _regrouped(rows: Sequence[GroupedRow], voice: Voice) -> Iterator[str]:
    if not rows:
        return
    yield f"### {words(voice.says('regrouped'))}"
    yield ""
    yield words(voice.says("regrouped_means"))
    yield ""
    names = ("what", "subject", "then", "now")
    yield f"| {' | '.join(words(voice.says(name)) for name in names)} |"
    yield "|---|---|---|---|"
    for row in rows:
        titles = "<br>".join(f"**{words(name)}** {words(title)}" for name, title in row.titles)
        sides = (
            "<br>".join(f"{words(mark.item)}: {_mark(mark)}" for mark in marks) or "–"
            for marks in (row.then, row.now)
        )
        yield f"| {words(row.what)} | {titles} | {' | '.join(sides)} |"
    yield ""


def _remarks(title: str, remarks: Sequence[Remark], voice: Voice) -> Iterator[str]:
    if not remarks:
        return
    yield f"### {words(title)}"
    yield ""
    for one in remarks[:MAX_REMARKS]:
        yield f"- **{words(one.what)}** ({words(one.cause)}) {words(one.text)} – {link(one.link)}"
    if (more := len(remarks) - MAX_REMARKS) > 0:
        yield f"- {words(voice.says('and_more', count=more))}"
    yield ""


FORMAT = Format("markdown", ".md", "text/markdown; charset=utf-8", render)
