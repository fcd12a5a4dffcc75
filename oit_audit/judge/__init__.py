"""From candidates to verdicts.

In: a checklist, what the site holds out as evidence (`Matches`) and how much of it was seen (`Reach`), as a `Case`. Out: one
verdict an item, in checklist order. No network, no clock, no year in the code.
"""

from oit_audit.judge import elements, freshness, ownership, sift, substance, verdicts, words
from oit_audit.judge.verdicts import Case, judge

PARTS = (substance, freshness, ownership, sift, elements, words, verdicts)

__all__ = ["PARTS", "Case", "judge"]
