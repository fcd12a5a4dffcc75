"""What an explanation says between its facts."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded, worded_for

SAYS: Mapping[str, Text] = {
    "verdict": worded("The verdict, and how sure it is"),
    "asks": worded("What the item asks"),
    "elements": worded("What was found of each element"),
    "candidates": worded("What was considered, best first"),
    "evidence": worded("The evidence"),
    "rejected": worded("What was turned down, and why"),
    "dead_ends": worded("Labels behind which nothing was seen"),
    "conflicts": worded("Years that do not agree"),
    "remedy": worded("What would change the verdict"),
    "complaint": worded("If this verdict is wrong"),
    "status": worded("verdict"),
    "rule": worded("what gave it"),
    "reason": worded("why"),
    "look": worded("the look at it"),
    "confidence": worded("confidence"),
    "confidence_of_content": worded(
        "high: its own title says it; title, opening, table or label say the year; elements"
        " with a rule were tested (or the label says it too); medium: something of that is "
        "lacking; low: neither title nor year, or fewer than half of the usual elements"
    ),
    "confidence_of_year": worded(
        "high: title, opening or table say the year, and the title says what it is; medium:"
        " one of these is lacking; low: no rule asks for the year"
    ),
    "confidence_of_nothing": worded(
        "high: the website was seen whole, and what is held out as this was turned down; "
        "medium: nothing is held out as this; low: there are scans that nothing names"
    ),
    "of_year": worded("of the year"),
    "source": worded("source"),
    "unit": worded("unit"),
    "binds": worded("counts"),
    "informs": worded("informs only"),
    "no_elements": worded("no rule for elements of this item could be read"),
    "not_tested": worded("no element was looked for"),
    "no_checklist": worded(
        "the checklist that this was judged by is not here, so sources cannot be told"
    ),
    "ranked": worded(
        "chosen is what shows most of the elements; of equals the first by: the year that "
        "fits, the item's number beside it, its own title, a label that says it by itself, "
        "how well it says it, the item's first subject, clicks from the home page"
    ),
    "chosen": worded("taken as evidence"),
    "title": worded_for("of a document", "title"),
    "label": worded("label"),
    "path": worded("click path"),
    "hub": worded("listed on"),
    "signals": worded("what speaks for and against it"),
    "years": worded("years and days seen"),
    "decides": worded("read as its year"),
    "against": worded("disagrees with the year that was read"),
    "no_years": worded("no year and no day"),
    "alone": worded(
        "looked at alone: {found} elements found, {absent} absent, {untold} cannot be told"
    ),
    "behind": worded("why another was chosen"),
    "none": worded("none"),
    "left_out": worded("and {count} more that are not written down"),
    "stands_on": worded("the label stands on"),
    "conflict": worded(
        "{url}: {source} says {year} (“{quote}”), and {read} was read from its {trusted}, "
        "which is trusted more"
    ),
    "older": worded(
        "this audit was written by an older version, which kept no signals, weights and "
        "years; shown is what the file holds. Judge the copy again with scan --from to have"
        " them"
    ),
    "nothing_to_do": worded("it is met: nothing to do"),
    "gain": worded("OIT points it would win"),
    "send": worded(
        "tell whoever keeps the program or the checklist for you, with these facts (or send"
        " what this command prints with --json)"
    ),
    "fact_item": worded("item and verdict"),
    "fact_tool": worded("program"),
    "fact_checklist": worded("checklist"),
    "fact_snapshot": worded("snapshot"),
    "fact_today": worded("judged as of"),
    "fact_evidence": worded("the evidence that was used"),
    "fact_yours": worded(
        "what you add: the address of the right page or file, the verdict it should be, and"
        " the words on it that show so"
    ),
    "fact_copy": worded(
        "if you kept a copy of the website (--save), say so: it gives the same verdict again"
    ),
    "which": worded(
        "oit-audit which shows how a label of yours is understood; meanwhile --waivers "
        "states your reason for this item"
    ),
}
