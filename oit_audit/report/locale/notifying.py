"""What a short message says of an audit."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text
from oit_audit.words import worded

SAYS: Mapping[str, Text] = {
    "title": worded("OIT {year} {name}: {points} points"),
    "title_unscored": worded("OIT {year} {name}: no score yet"),
    "title_unreachable": worded("OIT: {name} could not be reached"),
    "title_change": worded("OIT {year} {name}: {what}"),
    "scores": worded("OIT score {then} → {now}"),
    "changed_item": worded("• {item} {title}: {then} → {now} ({what})"),
    "new_findings": worded("⚠ New findings about the website: {count}"),
    "new_dead_links": worded("Links that lead nowhere now: {count}"),
    "unreachable": worded(
        "The home page could not be opened, so nothing was audited. This does not mean that"
        " anything is missing."
    ),
    "day": worded("Fiscal year {year} B.E., audited on {day}"),
    "incomplete": worded(
        "⚠ Incomplete: only part of the website could be seen. What was not seen is not missing."
    ),
    "nothing_seen": worded(
        "⚠ Nothing of the website could be seen. This does not mean that anything is missing."
    ),
    "only_links": worded("Judged by the entered links alone"),
    "fix": worded("To fix first"),
    "item": worded("• {item} {title}: {status}"),
    "please_check": worded("(please check)"),
    "urgent": worded("⚠ Urgent findings about the website: {count}; please see the report"),
}
