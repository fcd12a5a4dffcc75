"""How a plan says things: our sentences filled in, strangers' words made harmless."""

from __future__ import annotations

from datetime import date

from oit_audit.model import (
    Audit,
    Completion,
    Language,
    Level,
    Standing,
    Status,
    Sureness,
    Text,
)
from oit_audit.model import Task as Row
from oit_audit.report._clean import address, plain
from oit_audit.report._rows import entered
from oit_audit.report._say import points, said
from oit_audit.report.locale import LANGUAGES, Words, dates
from oit_audit.report.locale.planning import SAYS

_LINE = 1_200
"""Characters of a sentence."""

_CELL = 600
"""Characters of what stands in one paragraph of a cell."""

_MEASURES = {
    Status.PARTIAL: ("measure_partial", "follow_partial"),
    Status.STALE: ("measure_stale", "follow_stale"),
    Status.MISSING: ("measure_missing", "follow_missing"),
}


class PlanVoice:
    """Says things in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: Words = LANGUAGES[language]

    def day(self, on: date) -> str:
        """Return a day in words."""
        return dates.day(on, self.language)

    def says(self, name: str, /, **filled: object) -> str:
        """Return a sentence of a plan, filled in; what strangers wrote comes out harmless."""
        return self.filled(SAYS[name], **filled)

    def filled(self, sentence: Text, /, **filled: object) -> str:
        """Return a sentence of ours, filled in; what strangers wrote comes out harmless."""
        return plain(sentence.in_language(self.language).format(**filled), _LINE)

    def text(self, text: Text, limit: int = _CELL) -> str:
        """Return a sentence of the audit."""
        return plain(said(text, self.language), limit)

    def clean(self, text: str, limit: int = _CELL) -> str:
        """Return words of a stranger, harmless."""
        return plain(text, limit)

    def address(self, url: str) -> str:
        """Return an address for reading."""
        return address(url, 110)

    def points(self, value: float) -> str:
        """Return points as the official sheets write them."""
        return points(value)

    def name_of(self, audit: Audit) -> str:
        """Return what the organisation is called."""
        return plain(audit.organisation.name or "", 160) or self.words.nameless

    def unit(self, unit: str) -> str:
        """Return the name of a unit."""
        return plain(unit, 120) or self.says("no_unit")

    def item(self, id: str, title: Text) -> str:
        """Return number and title of an item."""
        return self.says("item", item=plain(id, 20), title=self.text(title, 200))

    def measure(self, row: Row) -> str:
        """Return what a row of a plan is about."""
        name, _ = _MEASURES.get(row.verdict.status, ("measure_decided", ""))
        return self.says(name)

    def follow_up(self, row: Row) -> str:
        """Return how somebody sees that it is done."""
        _, name = _MEASURES.get(row.verdict.status, ("", "follow_partial"))
        return self.says(name)

    def doubt(self, row: Row) -> str:
        """Return the request to look, where the audit is not sure; else nothing."""
        return self.says("please_check") if row.verdict.confidence is Sureness.LOW else ""

    def standing(self, standing: Standing) -> str:
        """Return number and title of an indicator, as a table names it."""
        title = self.text(standing.title, 160) if standing.title else ""
        return f"{plain(standing.id, 20)} {title}".strip()

    def indicator(self, id: str, title: Text | None) -> str:
        """Return what a sentence calls an indicator, or a part of one such as 9.1."""
        name = self.words.sub_indicator_name if "." in id else self.words.indicator_name
        shown = self.text(title, 160) if title else ""
        return f"{name.format(id=plain(id, 20))} {shown}".strip()

    def level(self, level: Level) -> str:
        """Return the level, and whether its threshold is confirmed."""
        if level.confidence is Sureness.LOW:
            return self.says("level_unsure", level=level.name)
        return level.name

    def by_links(self, audit: Audit) -> str:
        """Return that entered links alone were judged, where they were; else nothing."""
        count = len(entered(audit))
        return self.words.by_links.format(count=count) if audit.links else ""

    def warning(self, audit: Audit) -> str:
        """Return what is wrong with an audit that did not see all it was to see; else nothing."""
        if audit.is_of_links:
            return ""
        match audit.reach.completion:
            case Completion.FULL:
                return ""
            case Completion.PARTLY:
                return self.says("partly", section=self.says("looks"))
            case Completion.NONE:
                return self.says("none_seen")
