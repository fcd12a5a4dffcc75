"""What a report of changes says between its facts."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded, worded_for

SAYS: Mapping[str, Text] = {
    "title": worded("What has changed since the last OIT audit"),
    "page_title": worded("Changes of the OIT audit – {name}"),
    "nameless": worded("An organisation without a name"),
    "skip": worded("Skip to the content"),
    "contents": worded("Contents"),
    "website": worded("Website"),
    "then": worded("Then"),
    "now": worded_for("changing: now", "Now"),
    "audit_of": worded("fiscal year {year}, as of {day}"),
    "visited": worded("website visited on {instant}"),
    "summary": worded("In short"),
    "before_reading": worded("Before you read on"),
    "nothing": worded("No change"),
    "nothing_known": worded(
        "Nothing could be seen this time, so nobody can tell what has changed; this does "
        "not say that the website got worse"
    ),
    "unchanged": worded("Items as they were: {count}"),
    "head_worse": worded("got worse: {count}"),
    "head_better": worded("got better: {count}"),
    "head_stale": worded("out of date: {count}"),
    "head_open": worded("cannot be told: {count}"),
    "head_rest": worded(
        "The website made nothing worse and nothing better; other differences are below"
    ),
    "items": worded("{count}"),
    "item": worded("Item"),
    "subject": worded("Subject"),
    "what": worded("Result"),
    "reason": worded("Why"),
    "cause": worded_for("changing: cause", "Cause"),
    "renumbered": worded("{now} (was {then})"),
    "please_check": worded("please check"),
    "excused": worded("excused by a person"),
    "and_more": worded("and {count} more"),
    "what_to_do": worded("What to do"),
    "unit": worded("Unit"),
    "lost": worded("No longer shown"),
    "won": worded("Shown now"),
    "said_otherwise": worded("Said otherwise"),
    "not_asked": worded("not asked"),
    "informs": worded("informs only"),
    "shown_then": worded("Evidence then"),
    "shown_now": worded("Evidence now"),
    "verdict_now": worded("Verdict now"),
    "unopened": worded("Could not be opened"),
    "surer": worded("Confidence"),
    "waiver_then": worded("Decided then"),
    "waiver_now": worded("Decided now"),
    "none": worded("none"),
    "estimate": worded("Points are the program's estimate, not the official assessment"),
    # The score.
    "score": worded("OIT score"),
    "score_none": worded("no score: nothing was seen"),
    "score_range": worded("{points} (may be {low}–{high})"),
    "score_up": worded("{points} points more"),
    "score_down": worded("{points} points less"),
    "score_same": worded("as it was"),
    "score_not_compared": worded("These two cannot be compared"),
    "because": worded("{what}: {why}"),
    "not_year": worded("they are of different fiscal years"),
    "not_checklist": worded_for("changing: not checklist", "the checklist has changed"),
    "not_tool": worded("the program is another version"),
    "not_way": worded("one judges entered links alone, the other the whole website"),
    "not_organisation": worded("the organisation was named differently"),
    "not_incomplete_then": worded("the earlier audit is incomplete"),
    "not_incomplete_now": worded("this audit is incomplete"),
    "not_undecided": worded("other items are undecided now than then"),
    # What to know before the rest.
    "note_wrong_order": worded(
        "the audit given as the old one ({then}) is newer than the one given as the new one"
        " ({now}): the files are probably in the wrong order"
    ),
    "note_other_site": worded("these are two different websites: {then} and {now}"),
    "note_site_moved": worded("the home page has moved from {then} to {now}"),
    "note_same_visit": worded(
        "both judge one and the same visit: no difference is the website's doing"
    ),
    "note_incomplete_now": worded(
        "this audit is incomplete ({now}): what is not there may only not have been seen, "
        "and does not say that the website got worse"
    ),
    "note_incomplete_then": worded(
        "the earlier audit is incomplete ({then}): what is seen now may have been there before"
    ),
    "note_year": worded(
        "the lists are of different fiscal years ({then} and {now}): items are compared by "
        "what they ask, not by number"
    ),
    "note_checklist": worded("the checklist has changed in between ({then} → {now})"),
    "note_tool": worded("the program is another version ({then} → {now})"),
    "note_way": worded("one audit judges entered links alone, the other the whole website"),
    "note_organisation": worded(
        "the organisation was named differently (“{then}” and “{now}”), by which its own "
        "papers are known"
    ),
    "note_day": worded("judged as of {then}, and as of {now}"),
    "judge_again": worded(
        "if the earlier visit was kept (--save), judge it again by today's rules (oit-audit"
        " scan --from DIR) and compare that: it tells whether the website changed"
    ),
    # What became of an item: its heading, what it means, and in a few words.
    "regressed": worded("Worse: the website changed"),
    "regressed_means": worded(
        "Both looks were complete, the rules the same, and what was shown is no longer as "
        "it was. Fix these first."
    ),
    "newly_stale": worded("Out of date: time has passed"),
    "newly_stale_means": worded(
        "A year has turned or a day has passed: publish what the new time asks for."
    ),
    "newly_unknown": worded("Known then, not known now"),
    "newly_unknown_means": worded(
        "This does not say that it is gone. Scan again, or look yourself."
    ),
    "unclear": worded("Different, and it cannot be told whether the website changed"),
    "unclear_means": worded("Held neither against the website nor for it."),
    "fixed": worded("Fixed"),
    "fixed_means": worded("Not met then, met now."),
    "improved": worded("Better, not yet met"),
    "improved_means": worded("More is there now, but not everything yet."),
    "first_known": worded("Known for the first time"),
    "first_known_means": worded(
        "It could not be told then; what is seen now may have been so before."
    ),
    "judged_otherwise": worded("Judged otherwise: the website did not change"),
    "judged_otherwise_means": worded(
        "By our rules, our program or the calendar; none of it is the organisation's doing."
    ),
    "applicability": worded("Counts now, or no longer"),
    "applicability_means": worded("The item has begun or ceased to count."),
    "elements": worded("Same result, other elements shown"),
    "elements_means": worded("The status is as it was; some elements were lost or gained."),
    "evidence_replaced": worded("Same result, other evidence"),
    "evidence_replaced_means": worded(
        "See whether the link that was entered still leads to what you mean."
    ),
    "evidence_moved": worded("Evidence moved"),
    "evidence_moved_means": worded(
        "No fault; if the old address was entered somewhere, enter the new one."
    ),
    "waiver": worded("People decided otherwise"),
    "waiver_means": worded("What was found is as it was; what people said of it is not."),
    "confidence": worded("Same result, other confidence"),
    "confidence_means": worded("Check yourself where the confidence is low."),
    "short_regressed": worded("worse"),
    "short_newly_stale": worded("out of date"),
    "short_newly_unknown": worded("not known now"),
    "short_unclear": worded("unclear"),
    "short_fixed": worded("fixed"),
    "short_improved": worded("better"),
    "short_first_known": worded("first known"),
    "short_judged_otherwise": worded("judged otherwise"),
    "short_applicability": worded("counts or not"),
    "short_elements": worded("other elements"),
    "short_evidence_replaced": worded("other evidence"),
    "short_evidence_moved": worded("moved"),
    "short_waiver": worded("decided"),
    "short_confidence": worded_for("changing: short confidence", "confidence"),
    "short_unchanged": worded("unchanged"),
    # Who did it.
    "cause_site": worded("the website"),
    "cause_rules": worded("rules or program"),
    "cause_network": worded("could not look"),
    "cause_calendar": worded("time"),
    "cause_people": worded("people"),
    "cause_unclear": worded("cannot be told"),
    # Why we say so.
    "why_site_changed": worded(
        "what shows it has changed, under the same rules and after a complete look"
    ),
    "why_site_better": worded(
        "the website shows what it did not then, under the same rules; that look was complete"
    ),
    "why_evidence_gone": worded(
        "the address that showed it, or the page that led there, holds nothing any more"
    ),
    "why_same_visit": worded("one and the same visit, judged by other rules or another program"),
    "why_same_evidence": worded(
        "the evidence and the rules are the same; other pages may have changed, or what the"
        " program could use (OCR, a browser)"
    ),
    "why_rules_changed": worded(
        "the evidence is the same, byte for byte; the rules or the program are not"
    ),
    "why_both_changed": worded(
        "the evidence and the rules have both changed, so which of them did it cannot be told"
    ),
    "why_year_turned": worded("the fiscal year has turned, and the new one asks for its own"),
    "why_time_passed": worded("only the day of the audit is another"),
    "why_not_seen_now": worded(
        "it could not be looked at in full this time, which is not held against the website"
    ),
    "why_not_seen_then": worded(
        "it could not be looked at in full then, so it may have been so before"
    ),
    "why_undecided_now": worded("it was looked at, and a person must decide"),
    "why_undecided_then": worded("it was looked at then, and could not be decided"),
    "why_other_address": worded("the same page or document, at another address"),
    "why_other_paper": worded("another page or document is the best evidence now"),
    "why_person_decided": worded("a person decided, or took it back"),
    "why_word_expired": worded("what a person decided has expired"),
    "why_counted_otherwise": worded("one audit counts it in the score, the other does not"),
    # Items of two lists that ask otherwise.
    "regrouped": worded("Items that cannot be compared one by one"),
    "regrouped_means": worded(
        "The two lists ask otherwise; no difference here counts as better or worse."
    ),
    "added": worded("new in the list"),
    "dropped": worded("no longer in the list"),
    "merged": worded("several became one"),
    "split": worded("one became several"),
    "reshaped": worded("asks something else"),
    # The whole site.
    "findings": worded("Findings about the website"),
    "links": worded("Dead links"),
    "is_new": worded("new"),
    "is_gone": worded_for("changing: is gone", "gone"),
    "dead_now": worded("dead now"),
    "dead_no_more": worded("dead no more"),
    "found_on": worded("linked from {url}"),
    "made": worded("Compared by oit-audit from two audits; the website was not visited for this"),
}
