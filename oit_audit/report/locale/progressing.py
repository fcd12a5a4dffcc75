"""What a progress report says beyond the words of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Advance, NotComparable, Text, Why
from oit_audit.words import worded, worded_for

ADVANCES: Mapping[Advance, Text] = {
    Advance.FIXED: worded("Fixed"),
    Advance.IMPROVED: worded("Better, not yet met"),
    Advance.OPEN: worded("No progress yet"),
    Advance.WORSE: worded("Worse"),
    Advance.NOT_COMPARABLE: worded("Cannot be compared"),
}

WHY: Mapping[Why, Text] = {
    Why.NOT_SEEN_NOW: worded("it could not be opened this time"),
    Why.NOT_SEEN_THEN: worded("it could not be opened last time"),
    Why.UNDECIDED_NOW: worded("this time a person has to look"),
    Why.UNDECIDED_THEN: worded("last time a person had to look"),
    Why.RULES_CHANGED: worded("program or checklist changed, the website did not"),
    Why.BOTH_CHANGED: worded("both the website and program or checklist changed"),
    Why.YEAR_TURNED: worded("the list is of another year"),
    Why.SAME_VISIT: worded("both audits judge the same visit"),
}
"""Why an item cannot be compared; what is not here is told as `why_other`."""

NOT_COMPARABLE: Mapping[NotComparable, Text] = {
    NotComparable.YEAR: worded("they are of different years"),
    NotComparable.CHECKLIST: worded_for("progressing: checklist", "the checklist has changed"),
    NotComparable.TOOL: worded("the program has changed"),
    NotComparable.WAY: worded("one was judged by entered links alone"),
    NotComparable.ORGANISATION: worded("the organisation was named otherwise"),
    NotComparable.INCOMPLETE_THEN: worded("last time the website was not seen whole"),
    NotComparable.INCOMPLETE_NOW: worded("this time the website was not seen whole"),
    NotComparable.UNDECIDED: worded("other items are undecided than last time"),
}

SAYS: Mapping[str, Text] = {
    "title": worded("Progress report on the measures to promote integrity and transparency"),
    "subtitle": worded("Progress of public disclosure (OIT)"),
    "summary": worded("Progress in brief"),
    "compared": worded(
        "The audit of {then} is compared with that of {now}. Only what changed on the "
        "website itself counts as done."
    ),
    "points_moved": worded("OIT (estimated) moved from {then} to {now} ({moved} points)."),
    "points_not": worded("The points of the two audits cannot be compared: {why}."),
    "other_year": worded(
        "The last audit was by the list of {then} B.E., this one by that of {now}; items "
        "are compared by what they are about."
    ),
    "summary_caption": worded("Table {number}. Points then and now"),
    "what": worded("What"),
    "then_column": worded("Then"),
    "now_column": worded_for("progressing: now column", "Now"),
    "day_row": worded("Day of the audit"),
    "not_told": worded_for("progressing: not told", "none"),
    "count": worded("{advance}: {count} {items}"),
    "results": worded("Result of each measure"),
    "results_caption": worded("Table {number}. Results ({count} items)"),
    "no_results": worded("The last audit found nothing to correct."),
    "measure": worded("Item and measure"),
    "before": worded("Before, and what was lacking"),
    "after": worded_for("progressing: after", "Now"),
    "done": worded("What was fixed"),
    "left": worded("What remains"),
    "gained": worded("Points won"),
    "group": worded("{advance} (items: {count})"),
    "was": worded("was {item}"),
    "all_met": worded("everything is there"),
    "nothing": Text("–", "–"),
    "why_other": worded("nobody can tell whether the website changed"),
    "not_compared": worded("What cannot be compared"),
    "not_compared_intro": worded("These count neither for nor against anybody."),
    "not_compared_caption": worded("Table {number}. What cannot be compared ({count} items)"),
    "why": worded_for("progressing: why", "Why"),
    "dropped": worded("the list of this year does not ask it as it was"),
    "next": worded("What is to be done next"),
}
