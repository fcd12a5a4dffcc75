"""What tables of an audit say: workbooks, lists of links, job summaries."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded, worded_for

HEADINGS: Mapping[str, Text] = {
    "item": worded("Item"),
    "title": worded("Title"),
    "status": worded("Status"),
    "confidence": worded("Confidence"),
    "reason": worded("Why"),
    "evidence": worded_for("tables: evidence", "Evidence"),
    "missing": worded("Missing elements"),
    "remedy": worded("What to do"),
    "gain": worded("Points to win"),
    "unit": worded("Unit"),
    "link": worded_for("tables: link", "Evidence"),
    "year": worded("Year found"),
    "waiver": worded("What an officer decided"),
    "look": worded("The look at it"),
    "sub_indicator": worded("Sub-indicator"),
    "element": worded("Element"),
    "outcome": worded("Outcome"),
    "binds": worded("Counts"),
    "number": worded("No."),
    "page": worded("Page or file"),
    "label": worded("Label"),
    "quote": worded("What it says"),
    "where": worded("Where on it"),
    "path": worded("Click path"),
    "fetched": worded("Opened at"),
    "url": worded("URL"),
    "note": worded_for("tables: note", "Note"),
    "attention": worded("Before you enter it"),
    "row": worded("Row"),
    "opens": worded_for("tables: opens", "Opens"),
    "shows": worded("What it shows"),
    "better": worded("A better link"),
    "severity": worded("Severity"),
    "finding": worded("Finding"),
    "where_seen": worded("Seen on"),
    "decision": worded("Decision"),
    "why": worded("The officer's reason"),
    "author": worded("Decided by"),
    "decided_on": worded("Decided on"),
    "expires_on": worded("Holds until"),
    "cause": worded("Cause"),
    "advice": worded("What to do about it"),
    "referrer": worded("Linked from"),
    "seen": worded("Count"),
    "detail": worded("Technical detail"),
    "meaning": worded("Meaning"),
    "count": worded_for("tables: count", "Items"),
    "indicator": worded("Indicator"),
    "points": worded("Points"),
    "met": worded("Items met"),
    "sheet": worded("Sheet"),
    "holds": worded("What it holds"),
}
"""Of columns."""

SHEETS: Mapping[str, Text] = {
    "summary": worded_for("tables: summary", "Summary"),
    "items": worded_for("tables: items", "Items"),
    "elements": worded("Elements"),
    "evidence": worded_for("tables: evidence", "Evidence"),
    "links": worded("Links to enter"),
    "entered": worded_for("tables: entered", "Links entered"),
    "findings": worded("Site findings"),
    "decisions": worded("Decisions"),
    "skipped": worded("Not seen"),
}
"""Names of sheets: at most 31 characters, without `[]:*?/` and the backslash."""

HOLDS: Mapping[str, Text] = {
    "items": worded(
        "every item with its status, why, what to do, whose task it is and what it is worth"
    ),
    "elements": worded("what was found of each element"),
    "evidence": worded("pages and files taken as evidence, what they say and how to get there"),
    "links": worded("address and note of each item, to be copied into the national system (ITAS)"),
    "entered": worded("what each of the entered links shows"),
    "findings": worded("about the whole website; no effect on the score"),
    "decisions": worded("what officers decided, beside what the program found"),
    "skipped": worded(
        "addresses that were not seen, and why (which is not to say that nothing is there)"
    ),
}
"""What a sheet holds, for its entry in the summary."""

LINKS: Mapping[str, Text] = {
    "none": worded("No link to enter: {status}"),
    "unusable": worded("What was found is no address that a browser opens: find the link yourself"),
    "lacks": worded("Still lacks {elements}"),
}
"""Of the list of links that an office enters."""

SAYS: Mapping[str, Text] = {
    "please_check": worded("Please check"),
    "binds": worded("yes"),
    "informs": worded("informs only"),
    "left_out": worded(
        "{count} more rows are not in this sheet; the json format holds all of them"
    ),
    "more_items": worded("and {count} more: see the sheet “{sheet}”"),
    "sheets": worded("The sheets of this file"),
    "more_rows": worded("and {count} more"),
    "not_seen": worded("Not seen ({count})"),
    "made_by": worded("{tool} · checklist of fiscal year {year} B.E. · snapshot {snapshot}"),
}
