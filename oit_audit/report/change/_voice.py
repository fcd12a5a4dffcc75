"""Says things in one language; whatever strangers wrote comes out harmless."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit.model import ItemChange, Language, Outcome, SkipReason, Status, Step, Text, Why
from oit_audit.report._clean import address, href, plain
from oit_audit.report._say import said
from oit_audit.report.locale import LANGUAGES, Words
from oit_audit.report.locale.changing import SAYS

_LINE = 600
"""Characters of a line."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address to read, and to click where that is safe."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A detail with its name before it; harmless to print."""

    name: str
    text: str
    link: Link | None = None


def because(change: ItemChange) -> Text:
    """Return why we say who did it."""
    if change.why is Why.SITE_CHANGED and change.step is Step.BETTER:
        return SAYS["why_site_better"]
    return SAYS[f"why_{change.why}"]


class Voice:
    """One language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: Words = LANGUAGES[language]

    def says(self, name: str, /, **filled: object) -> str:
        """Return a sentence of ours, filled in."""
        return plain(SAYS[name].in_language(self.language).format(**filled), _LINE)

    def text(self, text: Text, limit: int = _LINE) -> str:
        """Return a sentence of an audit."""
        return plain(said(text, self.language), limit)

    def status(self, status: Status) -> str:
        """Return the word for a status."""
        return self.words.statuses[status]

    def outcome(self, outcome: Outcome | None) -> str:
        """Return the word for what was found of an element."""
        return self.says("not_asked") if outcome is None else self.words.outcomes[outcome]

    def skip(self, reason: SkipReason) -> str:
        """Return why an address was not seen."""
        return self.words.skips[reason]

    def link(self, url: str) -> Link:
        """Return an address to read and perhaps to click."""
        return Link(address(url), href(url))
