"""Every sentence of a report, as a table that both languages must fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oit_audit.model import (
    Completion,
    Decision,
    Kind,
    Outcome,
    Severity,
    SkipReason,
    Status,
    Sureness,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one language says. `{name}` marks what is filled in, the same in both languages."""

    statuses: Mapping[Status, str]
    status_meanings: Mapping[Status, str]
    completions: Mapping[Completion, str]
    confidences: Mapping[Sureness, str]
    outcomes: Mapping[Outcome, str]
    severities: Mapping[Severity, str]
    kinds: Mapping[Kind, str]
    skips: Mapping[SkipReason, str]
    skip_advice: Mapping[SkipReason, str]
    """What a reader can do about it."""

    places: Mapping[str, str]
    """Where on a page, by the first word of `Evidence.where`; `{rest}` is what follows it."""

    page_title: str
    eyebrow: str
    skip_to_content: str
    contents: str
    website: str
    fiscal_year: str
    fiscal_year_value: str
    audit_date: str
    organisation_kind: str
    province: str
    nameless: str

    partly_heading: str
    partly_text: str
    none_heading: str
    none_text: str
    reach_reason: str
    reach_main_causes: str

    summary: str
    score: str
    score_of: str
    score_range: str
    score_exact: str
    score_none: str
    score_bar: str
    level: str
    level_note: str
    estimate: str
    counts: str
    status: str
    items: str
    seen: str
    seen_value: str
    completion: str

    indicators: str
    indicators_caption: str
    indicator: str
    indicator_name: str
    sub_indicator_name: str
    points: str
    bar: str
    met_of_counted: str
    met_of_counted_value: str

    fix_first: str
    fix_first_intro: str
    fix_first_caption: str
    fix_nothing: str
    fix_nothing_yet: str
    rank: str
    item: str
    title: str
    what_to_do: str
    if_not_there: str
    unit: str
    gain: str
    gain_short: str
    gain_value: str
    year: str
    no_unit: str
    by_unit: str
    by_unit_caption: str
    look_yourself: str
    look_yourself_intro: str
    look_yourself_caption: str
    why: str

    all_items: str
    all_items_intro: str
    confidence: str
    please_check: str
    please_check_count: str
    look: str
    waiver: str
    decisions: Mapping[Decision | None, str]
    waiver_on: str
    waiver_until: str
    decided: str
    decided_intro: str
    decided_caption: str
    found_status: str
    who_decided: str
    missing_elements: str
    elements: str
    informs: str
    evidence: str
    more_evidence: str
    click_path: str
    found_at: str
    year_read: str
    no_year: str
    fetched: str
    rejected: str
    and_more: str
    top: str

    by_links: str
    entered_links: str
    no_link: str
    row: str
    link_opens: str
    link_closed: str
    link_unseen: str
    link_outcome: str
    better_page: str

    site_findings: str
    site_findings_intro: str
    urgent_findings: str

    not_seen: str
    not_seen_intro: str
    not_seen_fold: str
    not_seen_caption: str
    reason: str
    count: str
    examples: str
    found_on: str

    how_judged: str
    disclaimer: str
    disclaimer_informs: str
    disclaimer_unknown: str
    tool: str
    checklist: str
    checklist_value: str
    digest: str
    snapshot: str
    visited: str
    visited_value: str
    today: str

    short_range: str
