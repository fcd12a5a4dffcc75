"""What a corrective-action plan and its progress report say."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded, worded_for

SAYS: Mapping[str, Text] = {
    "indicator_1": worded("Performance of duties"),
    "indicator_2": worded("Use of the budget"),
    "indicator_3": worded("Use of power"),
    "indicator_4": worded("Use of public property"),
    "indicator_5": worded("Tackling corruption"),
    "indicator_6": worded("Quality of work"),
    "indicator_7": worded("Efficiency of communication"),
    "indicator_8": worded("Improvement of working systems"),
    "title": worded("Measures to promote integrity and transparency in the organisation"),
    "subtitle": worded("Corrective-action plan after the audit of public disclosure (OIT)"),
    "of_year": worded("Fiscal year {year} B.E."),
    "header": worded("OIT points are estimates, not results of the NACC"),
    "header_draft": worded("Draft, incomplete · OIT points are estimates, not results of the NACC"),
    "page": worded("Page {page} of {pages}"),
    "source_line": worded("Website {url}, as audited on {day}"),
    "partly": worded(
        "Caution: only part of the website could be seen, so this paper is incomplete. "
        "Items that could not be seen in full stand under “{section}” and do not count as "
        "absent. Complete the audit before anybody signs."
    ),
    "none_seen": worded(
        "Caution: the website could not be visited, so this paper cannot say what has to be"
        " corrected. Audit it again when it can be opened."
    ),
    "background": worded("Background"),
    "background_1": worded(
        "The Integrity and Transparency Assessment (ITA) asks each public body to analyse "
        "its result, to set measures and to follow them up. {name} has therefore analysed "
        "what its website discloses (OIT) by the list of fiscal year {year} B.E. and sets "
        "the measures below."
    ),
    "background_2": worded(
        "Each measure says what is lacking, what to do, who does it, by when and how it is "
        "followed up. Measures, owners and due dates may be adjusted where needed."
    ),
    "analysis": worded("Analysis of the result"),
    "estimate": worded(
        "The OIT points are an estimate from what the website shows, not an assessment by the NACC."
    ),
    "surveys_given": worded("IIT and EIT are as given by whoever made this plan."),
    "surveys_lack": worded(
        "Only OIT (indicators 9 and 10) is analysed: IIT and EIT were not given, so there "
        "is no total and no level."
    ),
    "indicators_caption": worded("Table {number}. Points by indicator (out of 100)"),
    "instrument": worded("Instrument"),
    "indicator": worded("Indicator"),
    "met": worded("Items met"),
    "points": worded("Points"),
    "oit_row": worded("OIT (estimated)"),
    "total_row": worded("ITA total (IIT 30 + EIT 30 + OIT 40)"),
    "level_row": worded("Level"),
    "level_unsure": worded("{level} (its threshold is not confirmed)"),
    "level_none": worded(
        "No level is stated: the levels of fiscal year {year} B.E. are not confirmed."
    ),
    "range": worded(
        "The OIT points may lie anywhere from {low} to {high}, depending on the items that "
        "a person has to look at."
    ),
    "no_points": worded("No points yet: the website could not be visited."),
    "highest": worded("Highest: {name} ({points} points)"),
    "lowest": worded("Lowest: {name} ({points} points)"),
    "after": worded("With every measure carried out, OIT would rise from {before} to {after}."),
    "strengths": worded("Strengths"),
    "to_develop": worded("To be developed"),
    "by_target": worded("Split at the target of {target} points."),
    "by_mean": worded(
        "Split at the mean of these ({target} points), as no target is confirmed for this year."
    ),
    "strength": worded("{name}: {points} points"),
    "weakness": worded("{name}: {points} points; to correct: {items}"),
    "weakness_alone": worded("{name}: {points} points"),
    "nothing": worded("None"),
    "measures": worded("Measures and follow-up"),
    "measures_caption": worded("Table {number}. Measures by responsible unit ({count} items)"),
    "order_note": worded(
        "The numbers give the order of work: what wins most points first and, where points "
        "are equal, the quickest task first."
    ),
    "calendar_open": worded(
        "Due dates are counted from {day}, so that all is done before the last day for "
        "evidence of {year}: {deadline}."
    ),
    "calendar_closed": worded(
        "Evidence of {year} counted until {deadline}. What is published now counts in the "
        "next assessment: due dates are counted from {day}, and titles and years should "
        "follow the list of the year to be assessed."
    ),
    "calendar_not_known": worded(
        "No last day for evidence of {year} is confirmed (in 2564 and 2565 it was 30 "
        "April). Due dates are counted from {day}. Please adjust them to the calendar of "
        "the NACC."
    ),
    "calendar_not_known_until": worded(
        "No last day for evidence of {year} is confirmed (in 2564 and 2565 it was 30 "
        "April). Due dates are counted from {day}, so that all is done before {until}. "
        "Please adjust them to the calendar of the NACC."
    ),
    "no_tasks": worded("Nothing to correct was found."),
    "no_tasks_yet": worded(
        "Nothing to correct was found so far, but some items still need a person."
    ),
    "order": worded("No."),
    "issue": worded_for("planning: issue", "What is lacking"),
    "measure": worded("Measure"),
    "method": worded_for("planning: method", "What to do"),
    "owner": worded("Responsible"),
    "period": worded("By when"),
    "follow_up": worded("Follow-up"),
    "gain": worded("Points to win"),
    "unit_row": worded("{unit} (items: {count}; +{gain} OIT)"),
    "no_unit": worded_for("planning: no unit", "No unit named"),
    "item": worded("{item} {title}"),
    "status": worded("Found: {status}"),
    "measure_partial": worded("Complete what is published already"),
    "measure_stale": worded("Bring what is published up to the year asked for"),
    "measure_missing": worded("Make it and publish it on the website"),
    "measure_decided": worded("Correct it: a person said that it is not met"),
    "look_again": worded("Open the evidence and correct what the person named"),
    "by_day": worded("by {day}"),
    "follow_partial": worded(
        "Open the page, see that every element is there, report it with the link"
    ),
    "follow_stale": worded(
        "Open the paper, see that it is of the right year, report it with the link"
    ),
    "follow_missing": worded("Open it from the home page without a login, report it with the link"),
    "please_check": worded("Please check: the program is not sure of this"),
    "looks": worded("To be checked by a person"),
    "looks_intro": worded(
        "The program could not see or decide these. They are not counted as failures: look "
        "first, and add a measure where something lacks."
    ),
    "looks_caption": worded("Table {number}. Items for a person to check ({count})"),
    "item_column": worded("Item"),
    "why": worded("Why it could not be decided"),
    "if_not_there": worded("If it is not there"),
    "decided": worded("Decided by people"),
    "decided_intro": worded(
        "What people decided stands beside what the program found and changes neither "
        "status nor points."
    ),
    "decided_caption": worded("Table {number}. Decided by people ({count})"),
    "found": worded_for("planning: found", "Found"),
    "decision": worded("Decision and reason"),
    "who_when": worded("By whom, when"),
    "monitoring": worded("Monitoring and reporting"),
    "monitoring_1": worded(
        "Whoever is responsible reports each publication, with its link and date."
    ),
    "monitoring_2": worded(
        "The website is audited again on the due date, and progress is reported against "
        "this result."
    ),
    "monitoring_3": worded(
        "Measures and results are published on the website once the executive has approved them."
    ),
    "made_by": worded("Prepared by"),
    "agreed_by": worded("Agreed by"),
    "approved_by": worded("Approved by"),
    "signature": worded("(signed) {dots}"),
    "name_line": worded("({dots})"),
    "position_line": worded("Position {dots}"),
    "date_line": worded("Date {dots}"),
    "appendix": worded("Appendix: evidence found"),
    "appendix_intro": worded(
        "What the program opened on the day of the audit. Words in quotation marks are the "
        "website's."
    ),
    "appendix_caption": worded("Table {number}. Evidence of the items to correct"),
    "what_found": worded("What was found"),
    "where_found": worded("Address and click path"),
    "when_found": worded("Seen on / year read"),
    "path": worded("Path: {path}"),
    "year_read": worded_for("planning: year read", "{year} B.E."),
    "no_year": worded("no year named"),
    "no_evidence": worded("Items without a page or paper to show: {items}"),
    "rejected": worded("considered and turned down: {reason}"),
}
