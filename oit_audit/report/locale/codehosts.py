"""What code hosts and build servers show of an audit."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded

SAYS: Mapping[str, Text] = {
    "by_hand": worded("a person has to look"),
    "said_not_met": worded("a person says that it is not met"),
    "lacks": worded("Lacking: {elements}"),
    "to_do": worded("What to do: {remedy}"),
    "if_absent": worded("If it is not there: {remedy}"),
    "unit": worded("Responsible unit: {unit}"),
    "gain": worded("OIT points to win: {points}"),
    "seen_at": worded("Address: {url}"),
    "evidence": worded("Evidence: {url}"),
    "row": worded("Row {row} of the list of links"),
    "incomplete": worded(
        "The website was not seen whole: what could not be seen is “Unknown”, never “Missing”"
    ),
    "nothing_seen": worded(
        "The website could not be visited: nothing is said of what the organisation publishes"
    ),
    "why": worded("{why} ({reason})"),
    "cause": worded("{cause} ({count}): {advice}"),
    "summary": worded(
        "{name}, fiscal year {year} B.E.: {fix} to fix, {look} for a person to look at, of "
        "{items} items"
    ),
    "estimate": worded("estimated OIT score {points} (range {low}–{high})"),
    "no_score": worded("no score yet"),
    "more": worded("and {count} more that are not shown here"),
    "shows": worded("What it has to show"),
    "informs": worded("for information only"),
    "asks": worded(
        "Item {id} of the OIT list for fiscal year {year} B.E., sub-indicator {sub}: {title}"
    ),
    "of_site": worded(
        "An observation about the website as a whole, which does not change the score: {title}"
    ),
    "place": worded("where the caller keeps configuration and lists"),
}

FINDINGS: Mapping[str, Text] = {
    "personal_id_exposed": worded("Citizen id numbers on the website"),
    "bank_account_exposed": worded("Bank accounts of people on the website"),
    "welfare_list_exposed": worded("Welfare lists on the website"),
    "personal_data_more": worded("More personal data on the website"),
    "papers_without_text": worded("Papers that are pictures without text"),
    "papers_unreadable": worded("Papers that cannot be read"),
    "claim_shared": worded("One link for several items"),
    "claim_untitled": worded("Item numbers without titles"),
    "claim_disagrees": worded("Numbers, years or titles that disagree"),
    "eit_survey_not_linked": worded("No link to the EIT survey"),
    "tls_expired": worded("The HTTPS certificate has expired"),
    "tls_wrong_host": worded("The HTTPS certificate names another host"),
    "tls_incomplete_chain": worded("The HTTPS certificate is not whole"),
    "tls_untrusted": worded("The HTTPS certificate is not trusted"),
    "tls_old_protocol": worded("An old version of HTTPS"),
    "robots_ignored": worded("robots.txt was ignored"),
    "needs_browser": worded("Pages that need JavaScript"),
    "waiver_expired": worded("Decisions that have expired"),
}
"""What each observation about a website is called; others go by their id."""
