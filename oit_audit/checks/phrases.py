"""Does a document say one of these wordings?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import (
    Hit,
    Reading,
    finder,
    found,
    not_found,
    read,
    readings_of,
)
from oit_audit.model import Document, Finding, Scene

_BULLET = re.compile(r"^[\W\d๐-๙]+")
"""What stands before the words of a line: a number, a dot."""


class Place(StrEnum):
    """Where a wording must stand."""

    TEXT = "text"
    """Anywhere in what the page or paper says itself."""

    HEADING = "heading"
    """In the title, a heading, the label of a panel or the caption of a table."""

    NAME = "name"
    """In the head of a column, or where a line or cell begins: it names a part, and is not said of
    something in passing, such as `ลดขั้นตอน` in the name of a measure."""


@dataclass(frozen=True, slots=True)
class Phrases(Part):
    """Look for any of `any_of` in what the documents say; spelling and line breaks are forgiven.

    A page that only leads to a paper among the documents says nothing itself.
    """

    name: ClassVar[str] = "phrases"

    any_of: tuple[str, ...]
    """Wordings as a person would write them."""

    within: Place = field(default=Place.TEXT, metadata={"key": "in"})

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND at the first wording, and quote it."""
        heads = (read(document, headings=True) for document in documents)
        for reading in heads if self.within is Place.HEADING else readings_of(documents):
            if said := self._find(reading):
                wording, hit = said
                return found(hit, f"ระบุว่า “{wording}”", f"says “{wording}”")
        asked = " / ".join(self.any_of[:3])
        return not_found(documents, f"ไม่พบข้อความเรื่อง {asked}", f"says nothing of {asked}")

    def _find(self, reading: Reading) -> tuple[str, Hit] | None:
        """Return the first wording that stands where it must, and where."""
        document = reading.document
        if self.within is not Place.NAME or not _has_columns(document):
            return reading.find(self.any_of)
        for table in document.tables:
            for at, row in enumerate(table.rows):
                for cell in row:
                    if wording := self._named(cell, is_head=at == 0):
                        return wording, Hit(document, table.where, cell)
        for block in document.blocks:
            if wording := self._named(block.text, is_head=block.heading > 0):
                return wording, Hit(document, block.where, block.text)
        return None

    def _named(self, text: str, *, is_head: bool) -> str:
        """Return the wording that names what `text` is or begins; empty when none does."""
        said = finder(self.any_of).first(text if is_head else _BULLET.sub("", text))
        return said.phrase if said and (is_head or said.start == 0) else ""


def _has_columns(document: Document) -> bool:
    """Does the document say what it says in a table with several columns?"""
    return any(len(table.rows) > 1 and len(table.rows[0]) > 1 for table in document.tables)


CHECK = Phrases
