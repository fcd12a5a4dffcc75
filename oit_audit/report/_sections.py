"""The parts of an explanation, and how one language says them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oit_audit.model import Language, Text
from oit_audit.report._clean import address, plain
from oit_audit.report._say import said
from oit_audit.report.locale import LANGUAGES, Words
from oit_audit.report.locale.explaining import SAYS

_LINE = 1_200
"""Characters of a line."""

_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line, harmless to print."""

    text: str
    depth: int = 0
    style: str = ""
    """`head`, `good`, `bad`, `warn`, `dim` or nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of an explanation."""

    title: str
    lines: tuple[Line, ...]


class Voice:
    """Says things in one language; whatever strangers wrote comes out harmless."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: Words = LANGUAGES[language]

    def text(self, text: Text) -> str:
        """Return a sentence of ours or of a verdict."""
        return plain(said(text, self.language), _LINE)

    def clean(self, line: str) -> str:
        """Return a line that holds strangers' words, harmless."""
        return plain(line, _LINE)

    def says(self, name: str, **filled: object) -> str:
        """Return a sentence of an explanation, filled in; strangers' text is cleaned here."""
        return plain(SAYS[name].in_language(self.language).format(**filled), _LINE)

    def of(self, table: Mapping[str, Text], id: str) -> str:
        """Return what an id means; an id that a later version wrote stands for itself."""
        return self.text(table[id]) if id in table else plain(id, 60)

    def quote(self, text: str) -> str:
        """Return words of the site between quotation marks; nothing for none."""
        short = plain(text, _QUOTE)
        return f"“{short}”" if short else ""

    def address(self, url: str) -> str:
        """Return an address for reading."""
        return address(url, 400)

    def fact(self, name: str, value: str) -> str:
        """Return a fact with its name before it."""
        return plain(f"{self.says(name)}: {value}", _LINE)

    def section(self, name: str, lines: list[Line]) -> Section:
        """Return the section of this name; one without lines says so."""
        return Section(self.says(name), tuple(lines) or (Line(self.says("none"), 0, "dim"),))
