"""From candidates to verdicts.

In comes a `Case`: a checklist, what the site holds out as evidence (`Matches`) and how much of it
was seen (`Reach`). Out goes one verdict an item, in checklist order; what the visit noticed about
the site as a whole becomes site findings; scans that may settle an item are named (`unread`).
No network, no clock, no year in the code.
"""

from oit_audit.judge.remarks import site_findings
from oit_audit.judge.unread import Unread, unread
from oit_audit.judge.verdicts import Case, judge

PARTS = (
    "elements", "exhibits", "freshness", "ownership", "remarks", "sift", "substance", "unread",
    "verdicts", "words",
)  # fmt: skip

__all__ = ["PARTS", "Case", "Unread", "judge", "site_findings", "unread"]
