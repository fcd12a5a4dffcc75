"""The words of the plan as a workbook: its columns, and what people may answer in them."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import State, Text
from oit_audit.words import worded, worded_for

COLUMNS: Mapping[str, Text] = {
    "item": worded("Item"),
    "title": worded("Title"),
    "found": worded_for("filling: found", "Found"),
    "lacks": worded_for("filling: lacks", "What is lacking"),
    "measure": worded("Measure"),
    "method": worded_for("filling: method", "What to do"),
    "unit": worded("Unit"),
    "gain": worded("Points to win"),
    "owner": worded("Owner"),
    "due": worded("Due"),
    "state": worded("State"),
    "reason": worded("Reason of the decision"),
    "author": worded("Decided by"),
    "date": worded("Decided on"),
    "expiry": worded("Holds until"),
    "note": worded_for("filling: note", "Note"),
}
"""In the order in which they stand."""

STATES: Mapping[State, Text] = {
    State.NOT_STARTED: worded("Not started"),
    State.IN_PROGRESS: worded("In progress"),
    State.DONE: worded("Done"),
    State.NOT_APPLICABLE: worded("Not applicable"),
    State.EXCUSED: worded("Excused until due"),
    State.NOT_MET: worded("Checked: not met"),
}

FILLING: Mapping[str, Text] = {
    "plan_sheet": worded("Plan"),
    "guide_sheet": worded("How to fill in"),
    "guide": worded(
        "Fill in the yellow cells, then read the answers back with oit-audit plan "
        "AUDIT.json --import PLAN.xlsx -o waivers.yaml"
    ),
    "guide_keep": worded(
        "Rows may be sorted, columns moved and rows added; keep the names in the first row "
        "and the numbers of the items."
    ),
    "guide_dates": worded(
        "Dates may be written as 21/11/2569, 21 พ.ย. 69, 2026-11-21 or as dates of the spreadsheet."
    ),
    "guide_status": worded(
        "What is decided stands beside what the program found and changes neither status "
        "nor points."
    ),
    "guide_not_started": worded("No answer: the item is still to correct."),
    "guide_in_progress": worded("Being done: the item is still to correct."),
    "guide_done": worded("A person attests that it is met: needs a reason and a name."),
    "guide_not_applicable": worded("Need not be published: needs a reason and a name."),
    "guide_excused": worded(
        "Excused until “Holds until”, or until it is due: needs a reason and a name."
    ),
    "guide_not_met": worded("A person looked and it is not met: needs a reason and a name."),
    "choose_state": worded("Choose a state from the list"),
    "look_yourself": worded("Check it yourself"),
    "incomplete": worded("Caution: the website was not seen whole; this plan is incomplete."),
}

FAULTS: Mapping[str, Text] = {
    "no_state": worded("there is no state “{written}”"),
    "meant": worded("did you mean “{meant}”?"),
    "choose": worded("choose from: {known}"),
    "no_day": worded("“{written}” under “{column}” is not a date"),
    "write_day": worded("write it like 2026-11-21 or 21/11/2569"),
    "no_reason": worded("no reason is given"),
    "no_author": worded("it does not say who decided"),
    "no_end": worded("it does not say until when"),
    "fill_in": worded("fill in “{column}” of this row"),
    "too_early": worded("it ends before it was decided"),
    "correct_days": worded("correct the dates in this row"),
    "twice": worded("{item} has another answer in row {row}"),
    "keep_one": worded("keep one of the two rows"),
}
"""What is wrong with a row that people filled in, and what to do about it."""
