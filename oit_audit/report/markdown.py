"""The audit as a summary for the page of a job on a code host, or for an issue there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_audit.model import Audit, Completion, Language, Severity, Status, Verdict
from oit_audit.report import _rows
from oit_audit.report._columns import Telling, decided, please_check, what_to_do
from oit_audit.report._format import Format, Reader
from oit_audit.report._gfm import Page, link, words
from oit_audit.report._say import points, said
from oit_audit.report.locale import LANGUAGES, day
from oit_audit.report.locale.tables import HEADINGS, SAYS

MAX_FIX = 15
"""Items in the list of what to fix first."""

MAX_FINDINGS = 50
"""Findings about the whole website."""

ICONS = dict(zip(Status, ("✔", "◐", "↺", "✘", "?", "–"), strict=True))
CHECK = "⚑"
"""Marks an item that one should check."""


class Summary:
    """Writes one summary."""

    def __init__(self, audit: Audit, language: Language) -> None:
        self.audit = audit
        self.language = language
        self.words = LANGUAGES[language]
        self.page = Page(said(SAYS["more_rows"], language))

    def write(self) -> bytes:
        """Return the whole summary."""
        self._whose()
        self._score()
        self._reach()
        self._alarm()
        self._counts()
        self._fix_first()
        self._folded()
        self._end()
        return self.page.written()

    def heads(self, *names: str) -> list[str]:
        """Return what columns are called."""
        return [HEADINGS[name].in_language(self.language) for name in names]

    def _whose(self) -> None:
        audit, told = self.audit, self.words
        name = words(audit.organisation.name or "") or told.nameless
        year = told.fiscal_year_value.format(year=audit.fiscal_year)
        self.page.add(f"## OIT {year}: {name}")
        self.page.add(
            f"{link('', audit.organisation.url)} · {told.audit_date}"
            f" {day(audit.today, self.language)}"
        )

    def _score(self) -> None:
        score, told = self.audit.score, self.words
        if not _rows.has_score(self.audit):
            self.page.add(f"**{told.score}: {told.score_none}**")
            return
        parts = [f"**{told.score}: {points(score.points)}** {told.score_of}"]
        if score.low != score.high:
            parts.append(told.short_range.format(low=points(score.low), high=points(score.high)))
        if score.level:
            parts.append(told.level.format(level=words(score.level, 20)))
        self.page.add(" · ".join(parts))

    def _reach(self) -> None:
        reach, told = self.audit.reach, self.words
        opened = told.seen_value.format(pages=f"{reach.pages:,}", documents=f"{reach.documents:,}")
        self.page.add(f"{told.completion}: {told.completions[reach.completion]} ({opened})")

    def _alarm(self) -> None:
        reach, told = self.audit.reach, self.words
        if not self.audit.is_whole:
            nothing = reach.completion is Completion.NONE
            heading, text = (
                (told.none_heading, told.none_text)
                if nothing
                else (told.partly_heading, told.partly_text)
            )
            causes = (
                f"> - {told.skips[why.reason]} ({why.count:,}): {told.skip_advice[why.reason]}"
                for why in _rows.unseen(self.audit)[:3]
            )
            self.page.add("> [!CAUTION]", f"> **{heading}**", ">", f"> {text}", ">", *causes)
        if self.audit.links:
            self.page.add(told.by_links.format(count=len(_rows.entered(self.audit))))
        if urgent := sum(f.severity is Severity.HIGH for f in self.audit.site_findings):
            self.page.add(f"**{told.urgent_findings.format(count=urgent)}**")
        if unsure := _rows.unsure(self.audit):
            self.page.add(f"{CHECK} {told.please_check_count.format(count=len(unsure))}")

    def _counts(self) -> None:
        self.page.table(
            self.heads("status", "count", "meaning"),
            (
                (f"{ICONS[status]} {self.words.statuses[status]}", str(count), meaning)
                for status, count in _rows.counts(self.audit).items()
                for meaning in (self.words.status_meanings[status],)
            ),
        )

    def _fix_first(self) -> None:
        fix = _rows.to_fix(self.audit)
        self.page.add(f"### {self.words.fix_first}")
        if not fix:
            undecided = _rows.to_look_at(self.audit)
            self.page.add(self.words.fix_nothing_yet if undecided else self.words.fix_nothing)
            return
        self.page.table(
            self.heads("item", "status", "reason", "remedy", "gain", "link"),
            map(self._to_fix, fix),
            MAX_FIX,
        )

    def _to_fix(self, verdict: Verdict) -> Sequence[str]:
        telling = Telling(self.audit, verdict, self.language)
        unit = verdict.unit or self.words.no_unit
        return (
            f"**{words(verdict.id, 8)}** {words(said(verdict.title, self.language))}",
            self._status(telling),
            words(said(verdict.reason, self.language)),
            f"{words(what_to_do(telling))} ({self.words.unit}: {words(unit, 80)})",
            f"+{points(verdict.gain)}" if verdict.gain > 0 else "",
            self._best(telling),
        )

    def _status(self, telling: Telling) -> str:
        status = telling.verdict.status
        check = please_check(telling)
        return f"{ICONS[status]} {self.words.statuses[status]}" + (
            f" {CHECK} {check}" if check else ""
        )

    def _best(self, telling: Telling) -> str:
        best = telling.best
        return link(best.title or best.anchor_text, best.url) if best else ""

    def _folded(self) -> None:
        """Write what not everybody opens."""
        audit, told = self.audit, self.words
        look, notes = _rows.to_look_at(audit), _rows.decided(audit)
        self._fold(
            f"{told.look_yourself} ({len(look)})",
            ("item", "title", "reason", "remedy", "unit"),
            map(self._to_look_at, look),
        )
        self._fold(
            f"{told.decided} ({len(notes)})",
            ("item", "title", "status", "waiver"),
            map(self._decided, notes),
        )
        self._fold(
            f"{told.all_items} ({len(audit.verdicts)})",
            ("item", "title", "status", "year", "evidence", "waiver"),
            map(self._item, audit.verdicts),
        )
        if _rows.has_score(audit):
            self._fold(told.indicators, ("indicator", "points", "met"), self._indicators())
        self._fold(
            f"{told.site_findings} ({len(audit.site_findings)})",
            ("severity", "finding", "where_seen"),
            self._findings(),
            MAX_FINDINGS,
        )
        skipped = said(SAYS["not_seen"], self.language)
        self._fold(
            skipped.format(count=f"{len(audit.reach.skipped):,}"),
            ("cause", "seen", "advice"),
            self._skips(),
        )

    def _fold(
        self,
        title: str,
        headings: Sequence[str],
        rows: Iterator[Sequence[str]],
        most: int | None = None,
    ) -> None:
        """Write a folded table; nothing when it has no row."""
        first = next(rows, None)
        if first is not None:
            self.page.begin_fold(title)
            self.page.table(self.heads(*headings), (row for row in (first, *rows)), most)
            self.page.end_fold()

    def _to_look_at(self, verdict: Verdict) -> Sequence[str]:
        return (
            words(verdict.id, 8),
            words(said(verdict.title, self.language)),
            words(said(verdict.reason, self.language)),
            words(what_to_do(Telling(self.audit, verdict, self.language))),
            words(verdict.unit, 80),
        )

    def _decided(self, verdict: Verdict) -> Sequence[str]:
        telling = Telling(self.audit, verdict, self.language)
        return (
            words(verdict.id, 8),
            words(said(verdict.title, self.language)),
            self._status(telling),
            words(decided(telling)),
        )

    def _item(self, verdict: Verdict) -> Sequence[str]:
        telling = Telling(self.audit, verdict, self.language)
        item, title, status, decision = self._decided(verdict)
        year = _rows.year_read(verdict)
        return (item, title, status, str(year or ""), self._best(telling), decision)

    def _indicators(self) -> Iterator[Sequence[str]]:
        for one in self.audit.score.indicators:
            title = words(said(one.title, self.language)) if one.title else ""
            name = self.words.indicator_name.format(id=words(one.id, 8))
            yield (f"**{name} {title}**".replace(" **", "**"), points(one.points), "")
            for sub in one.sub_indicators:
                title = words(said(sub.title, self.language)) if sub.title else ""
                met = self.words.met_of_counted_value.format(met=sub.met, counted=sub.counted)
                yield (f"{words(sub.id, 8)} {title}".strip(), points(sub.points), met)

    def _findings(self) -> Iterator[Sequence[str]]:
        for finding in self.audit.site_findings:
            severity = self.words.severities[finding.severity]
            yield (severity, words(said(finding.says, self.language)), link("", finding.url))

    def _skips(self) -> Iterator[Sequence[str]]:
        for share in _rows.skips(self.audit):
            cause, advice = self.words.skips[share.reason], self.words.skip_advice[share.reason]
            yield (cause, f"{share.count:,}", advice)

    def _end(self) -> None:
        audit = self.audit
        made = said(SAYS["made_by"], self.language).format(
            tool=f"oit-audit {words(audit.tool_version, 40)}",
            year=audit.fiscal_year,
            snapshot=words(audit.snapshot_id, 80),
        )
        self.page.add(f"{self.words.estimate} {self.words.disclaimer}")
        self.page.add(f"<sub>{made}</sub>")


def render(audit: Audit, reader: Reader) -> bytes:
    """Return the summary as GitHub Flavored Markdown in UTF-8, under 1 MiB."""
    return Summary(audit, reader.language).write()


FORMAT = Format("markdown", ".md", "text/markdown; charset=utf-8", render)
