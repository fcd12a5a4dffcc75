"""Does a document say one of these wordings?"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import found, not_found, read, readings_of
from oit_audit.model import Document, Finding, Scene


class Place(StrEnum):
    """Where a wording must stand."""

    TEXT = "text"
    """Anywhere in what the page or paper says itself."""

    HEADING = "heading"
    """In the title, a heading, the label of a panel or the caption of a table."""


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
            if said := reading.find(self.any_of):
                wording, hit = said
                return found(hit, f"ระบุว่า “{wording}”", f"says “{wording}”")
        asked = " / ".join(self.any_of[:3])
        return not_found(documents, f"ไม่พบข้อความเรื่อง {asked}", f"says nothing of {asked}")


CHECK = Phrases
