"""Why an item has its verdict: everything behind it, in plain words or for programs."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text as Styled

from oit_audit.model import Audit, Item, Language, Verdict
from oit_audit.report import _told_behind, _told_verdict
from oit_audit.report._clean import plain
from oit_audit.report._say import said
from oit_audit.report._sections import Line, Section, Voice
from oit_audit.report._wrap import Column

_STYLES = {"head": "bold", "good": "green", "bad": "red", "warn": "bold yellow", "dim": "dim"}
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Explained:
    """One item of an audit, and what the checklist asks of it."""

    audit: Audit
    verdict: Verdict
    item: Item | None = None
    """None when the checklist that the audit was judged by is not at hand."""

    def sections(self, language: Language) -> tuple[Section, ...]:
        """Return the explanation, what matters most first; none of them is empty."""
        voice = Voice(language)
        verdict = self.verdict
        return (
            _told_verdict.decided(verdict, voice),
            _told_verdict.asked(verdict, self.item, voice),
            _told_verdict.elements(verdict, voice),
            _told_behind.candidates(verdict, voice),
            _told_behind.rejected(verdict, voice),
            _told_behind.dead_ends(verdict, voice),
            _told_behind.conflicts(verdict, voice),
            _told_verdict.remedy(verdict, voice),
            _told_verdict.complaint(self.audit, verdict, voice),
        )

    def heading(self, language: Language) -> str:
        """Return number and title of the item, and whose audit it is of."""
        name = self.audit.organisation.name or self.audit.organisation.url
        year = self.audit.fiscal_year
        title = plain(said(self.verdict.title, language), 240)
        return f"{plain(self.verdict.id, 20)} {title} · {plain(name, 120)} · OIT {year}"


def as_text(explained: Explained, language: Language) -> str:
    """Return the explanation as plain lines, harmless to print."""
    lines = [explained.heading(language), ""]
    for section in explained.sections(language):
        lines += [f"== {section.title} ==", *map(_indented, section.lines), ""]
    return "\n".join(lines)


def _indented(line: Line) -> str:
    return f"{' ' * _INDENT * (line.depth + 1)}{line.text}"


def on_terminal(explained: Explained, console: Console, language: Language) -> None:
    """Print the explanation as wide as `console` is."""
    console.print(Column(explained.heading(language), "bold"))
    for section in explained.sections(language):
        console.print(Styled(""))
        console.print(Column(section.title, "bold cyan"))
        for line in section.lines:
            margin = min(_INDENT * (line.depth + 1), max(console.width - 30, 0))
            console.print(Column(line.text, _STYLES.get(line.style, ""), indent=margin))
