"""What the page says at a glance, of its filters, and at the edges of its paper."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded

OVERVIEW: Mapping[str, Text] = {
    "met_of": worded("{met} of {counted} items met"),
    "met_all": worded("All items met ({counted})"),
    "met_none": worded("No item counts"),
    "so_far": worded("From what could be seen, which is not all:"),
    "nothing_told": worded("Nothing can be said yet, because the website could not be visited"),
    "to_fix": worded("to fix: {count}"),
    "to_look": worded("need a person: {count}"),
    "settled": worded("settled by people: {count}"),
    "gain_of_one": worded("Fixing the first one wins {gain} points more, about {points} in all"),
    "gain_of_first": worded(
        "Fixing the first {count} wins {gain} points more, about {points} in all"
    ),
    "do_first": worded("Do these first"),
    "look_first": worded("Look at these first"),
    "all_to_fix": worded("See all items to fix ({count})"),
    "all_to_look": worded("See all items that need a person ({count})"),
    "how_sure": worded("How complete and how sure this is"),
    "sure_of": worded("Confidence, by number of items"),
    "sure_count": worded("{level} {count}"),
    "chart_intro": worded(
        "The longer the bar the better; the striped part is what items that need a person may add"
    ),
    "chart_intro_sure": worded("The longer the bar the better"),
    "weakest": worded("Lowest"),
    "filters": worded("Show only some items"),
    "by_status": worded("Show by result"),
    "by_unit": worded("Show by responsible unit"),
    "every_status": worded("Every result"),
    "every_unit": worded("Every unit"),
    "number": worded("({count})"),
    "filtered": worded("Only the chosen items are shown; on paper there are all of them"),
    "no_match": worded("No item has both"),
    "details_of_evidence": worded("Details of the evidence ({count})"),
    "on_paper": worded("{name} – audited on {day}"),
    "official_paper": worded("Estimated by oit-audit, not by the NACC"),
    "sheet_of": worded("Page {page} of {pages}"),
}
