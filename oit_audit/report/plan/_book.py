"""A document in the making: its numbered headings and tables, and who signs it."""

from __future__ import annotations

from oit_audit.model import Audit, Language, Text
from oit_audit.report.locale.planning import SAYS
from oit_audit.report.plan import _styles as styles
from oit_audit.report.plan._paper import empty_paper
from oit_audit.report.plan._pieces import (
    add_row,
    first,
    keep_short_rows_whole,
    link,
    more,
    page_numbers,
    paragraph,
)
from oit_audit.report.plan._voice import PlanVoice

_DOTS = "." * 34
_SHORT = {"signature": 24, "position_line": 20, "date_line": 24}
"""Dots behind the words that begin a line, so that it does not break."""

_SIGNERS = ("made_by", "agreed_by", "approved_by")


class Book:
    """Begins with the title; what is written afterwards stands below it."""

    def __init__(self, audit: Audit, language: Language, title: Text, subtitle: Text) -> None:
        self.audit = audit
        self.voice = PlanVoice(language)
        self._headings = self._tables = 0
        name, year = self.voice.name_of(audit), audit.fiscal_year
        called = self.voice.filled(title)
        self.document = empty_paper(f"{called} – {name} ({year})", language, audit.today)
        paragraph(self.document, called, "Title")
        paragraph(self.document, name, "Subtitle")
        self.say(subtitle, style="Subtitle")
        self.say(SAYS["of_year"], style="Subtitle", year=year)
        self._source()
        if warning := self.voice.warning(audit):
            paragraph(self.document, warning, styles.WARNING)
        if told := self.voice.by_links(audit):
            paragraph(self.document, told, styles.NOTE)
        section = self.document.sections[0]
        section.header.paragraphs[0].text = self.voice.says("header_draft" if warning else "header")
        page_numbers(section.footer.paragraphs[0], self._pattern())

    def _pattern(self) -> str:
        return self.voice.says("page", page="{page}", pages="{pages}")

    def _source(self) -> None:
        url = self.audit.organisation.url
        pattern = self.voice.says("source_line", url="{url}", day=self.voice.day(self.audit.today))
        before, _, after = pattern.partition("{url}")
        made = paragraph(self.document, before, styles.SOURCE)
        link(made, url, self.voice.address(url))
        made.add_run(after)

    def heading(self, name: Text, /, **filled: object) -> None:
        """Begin a numbered part."""
        self._headings += 1
        text = f"{self._headings}. {self.voice.filled(name, **filled)}"
        paragraph(self.document, text, "Heading 1")

    def plain_heading(self, name: Text) -> None:
        """Begin a part without a number."""
        paragraph(self.document, self.voice.filled(name), "Heading 1")

    def subheading(self, name: Text) -> None:
        """Begin a part of a part."""
        paragraph(self.document, self.voice.filled(name), "Heading 2")

    def say(self, sentence: Text, /, style: str = "Normal", **filled: object) -> None:
        """Add a sentence as a paragraph."""
        paragraph(self.document, self.voice.filled(sentence, **filled), style)

    def caption(self, name: Text, /, **filled: object) -> None:
        """Add the caption of the table that follows."""
        self._tables += 1
        text = self.voice.filled(name, number=self._tables, **filled)
        paragraph(self.document, text, "Caption")

    def signatures(self) -> None:
        """Add the lines on which people sign; nobody is named."""
        paragraph(self.document, "")
        made = self.document.add_table(rows=0, cols=len(_SIGNERS))
        made.autofit = False
        cells = add_row(made)
        for cell, signer in zip(cells, _SIGNERS, strict=True):
            first(cell, self.voice.says(signer), styles.SIGNATURE)
            for line in ("signature", "name_line", "position_line", "date_line"):
                dots = _DOTS[: _SHORT.get(line)]
                more(cell, self.voice.says(line, dots=dots), styles.SIGNATURE)
        keep_short_rows_whole(made)
