"""Every sentence of a report that belongs to no item, by name."""

from __future__ import annotations

from oit_audit.model import (
    Completion,
    Decision,
    Kind,
    Language,
    Outcome,
    Severity,
    Status,
    Sureness,
)
from oit_audit.report.locale._attributes import Said, Table
from oit_audit.report.locale.skips import SKIP_ADVICE, SKIPS
from oit_audit.words import worded, worded_for


class Words:
    """What one language says. `{name}` marks what is filled in, the same in every language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    statuses = Table(
        {
            Status.MET: worded("Met"),
            Status.PARTIAL: worded_for("status of an item", "Partial"),
            Status.STALE: worded("Stale"),
            Status.MISSING: worded("Missing"),
            Status.UNKNOWN: worded("Unknown"),
            Status.NOT_APPLICABLE: worded("Not applicable"),
        }
    )
    status_meanings = Table(
        {
            Status.MET: worded("Every element is shown, for the right year"),
            Status.PARTIAL: worded("Published, but some elements are missing"),
            Status.STALE: worded("Published, but for another year than the one asked for"),
            Status.MISSING: worded("Not found after a complete look"),
            Status.UNKNOWN: worded("Could not be decided; a person has to look"),
            Status.NOT_APPLICABLE: worded("Left out of the score"),
        }
    )
    completions = Table(
        {
            Completion.FULL: worded("Complete"),
            Completion.PARTLY: worded_for("how much was seen", "Partial"),
            Completion.NONE: worded("Not possible"),
        }
    )
    confidences = Table(
        {
            Sureness.LOW: worded_for("confidence of a verdict", "low"),
            Sureness.MEDIUM: worded_for("confidence of a verdict", "medium"),
            Sureness.HIGH: worded_for("confidence of a verdict", "high"),
        }
    )
    outcomes = Table(
        {
            Outcome.FOUND: worded_for("outcome of a check", "Found"),
            Outcome.ABSENT: worded("Not found"),
            Outcome.CANNOT_TELL: worded("Cannot tell"),
        }
    )
    severities = Table(
        {
            Severity.LOW: worded("Minor"),
            Severity.MEDIUM: worded("Should be fixed"),
            Severity.HIGH: worded("Urgent"),
        }
    )
    kinds = Table(
        {
            Kind.SUBDISTRICT: worded("Subdistrict administrative organisation"),
            Kind.MUNICIPALITY: worded("Municipality"),
            Kind.PROVINCE: worded("Provincial administrative organisation"),
            Kind.SPECIAL: worded("Special local government"),
            Kind.OTHER: worded("Other body"),
        }
    )
    skips = Table(SKIPS)
    skip_advice = Table(SKIP_ADVICE)
    """What a reader can do about it."""

    places = Table(
        {
            "heading": worded("heading"),
            "paragraph": worded("paragraph"),
            "list": worded_for("where on a page", "list"),
            "table": worded("table {rest}"),
            "page": worded("page {rest}"),
            "sheet": worded("sheet {rest}"),
            "row": worded("row {rest}"),
            "form": worded("form {rest}"),
            "link": worded_for("where on a page", "link"),
            "title": worded("page title"),
            "picture": worded("picture {rest}"),
            "line": worded("line {rest}"),
            "button": worded("button"),
            "text": worded("text on the page"),
        }
    )
    page_title = Said(worded("OIT audit, fiscal year {year} B.E. – {name}"))
    eyebrow = Said(worded("Audit of public disclosure on the website (OIT)"))
    skip_to_content = Said(worded("Skip to content"))
    contents = Said(worded("Contents"))
    website = Said(worded("Website"))
    fiscal_year = Said(worded("Fiscal year"))
    fiscal_year_value = Said(worded("{year} B.E."))
    audit_date = Said(worded("Date of the audit"))
    organisation_kind = Said(worded("Kind of organisation"))
    province = Said(worded("Province"))
    nameless = Said(worded("Unnamed organisation"))
    partly_heading = Said(
        worded("This result is incomplete: only part of the website could be seen")
    )
    partly_text = Said(
        worded(
            "Items that could not be seen in full are shown as “Unknown”, not as “Missing”. Do "
            "not conclude from this report that the organisation does not publish them."
        )
    )
    none_heading = Said(worded("The website could not be visited"))
    none_text = Said(
        worded(
            "This report therefore says nothing about what the organisation publishes. Please "
            "run the audit again when the website can be opened."
        )
    )
    reach_reason = Said(worded("Technical detail:"))
    reach_main_causes = Said(worded("Main causes:"))
    summary = Said(worded("Summary"))
    score = Said(worded("Estimated OIT score"))
    score_of = Said(worded("out of 100 points"))
    score_range = Said(
        worded("Could be anywhere from {low} to {high}, depending on the items that need a person")
    )
    score_exact = Said(worded("Every item was decided, so there is no range"))
    score_none = Said(worded("No score yet"))
    score_bar = Said(worded("Score {points}, possible range {low} to {high}, out of 100"))
    level = Said(worded("Level {level}"))
    level_note = Said(
        worded("Read from the OIT score alone; the real ITA result also counts IIT and EIT.")
    )
    estimate = Said(
        worded("An estimate from what the website shows, not an assessment by the NACC.")
    )
    counts = Said(worded("Items by result"))
    status = Said(worded("Result"))
    items = Said(worded("Items"))
    seen = Said(worded("What was opened"))
    seen_value = Said(worded("Pages: {pages}; documents: {documents}"))
    completion = Said(worded_for("of a website", "Completeness of the look"))
    indicators = Said(worded("Score by indicator"))
    indicators_caption = Said(worded("Points of each indicator and sub-indicator (out of 100)"))
    indicator = Said(worded("Indicator"))
    indicator_name = Said(worded("Indicator {id}"))
    sub_indicator_name = Said(worded("Sub-indicator {id}"))
    points = Said(worded("Points"))
    bar = Said(worded("{points} out of 100 points"))
    met_of_counted = Said(worded("Items met"))
    met_of_counted_value = Said(worded("{met} of {counted}"))
    fix_first = Said(worded("Fix these first"))
    fix_first_intro = Said(
        worded("Sorted by the OIT points won back if that item alone were completed")
    )
    fix_first_caption = Said(worded("Items to fix, those worth most points first"))
    fix_nothing = Said(worded("Nothing needs fixing."))
    fix_nothing_yet = Said(
        worded("Nothing to fix was found so far, but some items still need a person.")
    )
    rank = Said(worded("No."))
    item = Said(worded("Item"))
    title = Said(worded("Title"))
    what_to_do = Said(worded("What to do"))
    if_not_there = Said(worded("If it is not there"))
    unit = Said(worded("Responsible unit"))
    gain = Said(worded("Points to win"))
    gain_short = Said(worded("To win"))
    gain_value = Said(worded("+{gain} points"))
    year = Said(worded("Year found"))
    no_unit = Said(worded("No unit named"))
    by_unit = Said(worded("By responsible unit"))
    by_unit_caption = Said(worded("What each unit has to fix, and the points won together"))
    look_yourself = Said(worded("Items that need a person"))
    look_yourself_intro = Said(
        worded(
            "These could not be seen or decided. Please look at them before drawing conclusions."
        )
    )
    look_yourself_caption = Said(worded("Undecided items, and why"))
    why = Said(worded("Why"))
    all_items = Said(worded("Item by item"))
    all_items_intro = Said(worded("In the order of the OIT list"))
    confidence = Said(worded("Confidence"))
    please_check = Said(worded("Please check this yourself: the program is not sure of it"))
    please_check_count = Said(
        worded("Please check yourself, {count} items: the program is not sure of them")
    )
    look = Said(worded_for("of an item", "Completeness of the look"))
    waiver = Said(worded("Decided by a person"))
    decisions = Table(
        {
            None: worded("Waived"),
            Decision.MET: worded("Attested as met"),
            Decision.NOT_APPLICABLE: worded("Said not to apply"),
            Decision.NOT_MET: worded("Said not to be met"),
        }
    )
    waiver_on = Said(worded("on {day}"))
    waiver_until = Said(worded("until {day}"))
    decided = Said(worded("Items on which people have decided"))
    decided_intro = Said(
        worded(
            "Status and score stay as the program found them. What people decided stands beside"
            " them and is not checked."
        )
    )
    decided_caption = Said(worded("What was decided, by whom, and what the program found"))
    found_status = Said(worded_for("heading of a column", "Found"))
    who_decided = Said(worded("By whom, when, until when"))
    missing_elements = Said(worded("Missing elements"))
    elements = Said(worded("All elements ({count})"))
    informs = Said(worded("For information only; does not change the score"))
    evidence = Said(worded("Evidence found"))
    more_evidence = Said(worded("More evidence ({count})"))
    click_path = Said(worded("How to get there"))
    found_at = Said(worded("Where on the page"))
    year_read = Said(worded("Fiscal year read"))
    no_year = Said(worded("No year named"))
    fetched = Said(worded("Opened on"))
    rejected = Said(worded("Pages considered but not used as evidence ({count})"))
    and_more = Said(worded("and {count} more"))
    top = Said(worded("Back to top"))
    by_links = Said(
        worded("Judged by the links that were entered ({count}) and by nothing else on the website")
    )
    entered_links = Said(worded("Links entered"))
    no_link = Said(worded("No link was entered for this item"))
    row = Said(worded("Row {row}"))
    link_opens = Said(worded("Opens"))
    link_closed = Said(worded("Does not open"))
    link_unseen = Said(worded("Not opened"))
    link_outcome = Said(worded("What it shows"))
    better_page = Said(worded("Better link to enter"))
    site_findings = Said(worded("Observations about the website"))
    site_findings_intro = Said(worded("They do not change the score but should be fixed."))
    urgent_findings = Said(worded("Urgent observations about the website: {count}"))
    not_seen = Said(worded("Pages that could not be opened"))
    not_seen_intro = Said(
        worded("That a page could not be opened does not mean that it holds nothing.")
    )
    not_seen_fold = Said(worded("Show counts by cause and sample addresses ({count})"))
    not_seen_caption = Said(worded("Addresses that were not opened, by cause"))
    reason = Said(worded("Cause"))
    count = Said(worded("Count"))
    examples = Said(worded("Examples"))
    found_on = Said(worded("linked from"))
    how_judged = Said(worded("How this was judged"))
    disclaimer = Said(
        worded(
            "This report is an estimate that helps the organisation to prepare. An assessor may"
            " see it differently. Please open the evidence before you decide."
        )
    )
    disclaimer_informs = Said(
        worded("Elements without a clear rule only inform; they never fail an item.")
    )
    disclaimer_unknown = Said(worded("What could not be seen is never reported as not there."))
    tool = Said(worded("Program"))
    checklist = Said(worded("Checklist"))
    checklist_value = Said(worded("{scheme}, fiscal year {year} B.E."))
    digest = Said(worded("Checklist digest"))
    snapshot = Said(worded("Snapshot"))
    visited = Said(worded("Website visited"))
    visited_value = Said(worded("from {start} to {end}"))
    today = Said(worded("Judged as of"))
    short_range = Said(worded("range {low}–{high}"))
