"""From candidates to verdicts.

In comes a `Case`: a checklist, what the site holds out as evidence (`Matches`) and how much of it
was seen (`Reach`). Out goes one verdict an item, in checklist order; what the visit noticed about
the site as a whole becomes site findings, and so does personal data that lies open; no document is
judged before the numbers of people are masked in it. Scans that may settle an item are named
(`unread`). Links that an office has entered are judged alone (`judge_links`). No network, no clock,
no year in the code.
"""

from oit_audit.judge.claims import claim_findings
from oit_audit.judge.entered import Judged, judge_links
from oit_audit.judge.masking import masked_audit, masked_documents
from oit_audit.judge.papers import unread_papers
from oit_audit.judge.personal import Personal, personal_data
from oit_audit.judge.remarks import site_findings
from oit_audit.judge.suggestions import Found, found_of
from oit_audit.judge.survey import survey_findings
from oit_audit.judge.unread import Unread, unread
from oit_audit.judge.verdicts import Case, judge
from oit_audit.judge.years import SeenYear, YearSource, seen_years

PARTS = (
    "accounts", "around", "blanks", "cautions", "claims", "considered", "dating", "elements",
    "entered", "exhibits", "freshness", "furniture", "hosting", "identities", "labels",
    "link_words", "marked_years", "masking", "objections", "ownership", "papers", "passages",
    "personal", "provisos", "ranking", "remarks", "rows", "said", "sift", "signals", "strangers",
    "substance", "suggestions", "sureness", "survey", "topic_lists", "unlabelled", "unread",
    "verdicts", "welfare", "words", "year_reading", "years",
)  # fmt: skip

__all__ = [
    "PARTS", "Case", "Found", "Judged", "Personal", "SeenYear", "Unread", "YearSource",
    "claim_findings", "found_of", "judge", "judge_links", "masked_audit", "masked_documents",
    "personal_data", "seen_years", "site_findings", "survey_findings", "unread", "unread_papers",
]  # fmt: skip
