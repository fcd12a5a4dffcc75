"""Is a document of the year that is asked?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import found, not_found, read
from oit_audit.checks._times import hit_of, times_of
from oit_audit.model import Document, Finding, Scene
from oit_audit.thai import MentionKind
from oit_audit.words import worded

_YEARS = frozenset({MentionKind.FISCAL, MentionKind.YEAR, MentionKind.HALF, MentionKind.QUARTER})


@dataclass(frozen=True, slots=True)
class Dated(Part):
    """Look for the year of the evidence: the year itself, or a day, month or range within it.

    The years of laws and the day on which something was put up do not count.
    """

    name: ClassVar[str] = "dated"

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND at the first time that falls in the year, the named year before a day."""
        year = scene.evidence_year
        for document in documents:
            within = [each for each in times_of(document) if year in each.fiscal_years]
            named = [each for each in within if each.kind in _YEARS]
            if chosen := next(iter(named or within), None):
                hit = hit_of(read(document), chosen)
                return found(hit, worded("names fiscal year {year}", year=year))
        return not_found(documents, worded("does not name fiscal year {year}", year=year))


CHECK = Dated
