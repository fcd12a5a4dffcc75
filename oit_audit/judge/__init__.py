"""From candidates to verdicts.

In comes a `Case`: a checklist, what the site holds out as evidence (`Matches`) and how much of it
was seen (`Reach`). Out goes one verdict an item, in checklist order. No network, no clock, no year
in the code.
"""

from oit_audit.judge.verdicts import Case, judge

PARTS = ("elements", "exhibits", "freshness", "ownership", "sift", "substance", "verdicts", "words")

__all__ = ["PARTS", "Case", "judge"]
