"""The audit as JSON, version 1: the keys of the contract in its order, same audit, same bytes.

What the checklist says of elements and indicators is not in it: `completed` puts it back.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from oit_audit.model import (
    Audit,
    BetterPage,
    ElementVerdict,
    Evidence,
    IndicatorScore,
    LinkVerdict,
    Reach,
    Score,
    Verdict,
    Waiver,
)
from oit_audit.report._behind import Value, considered, text_value
from oit_audit.report._format import Format, Reader
from oit_audit.report._tame import HASH

SCHEMA = "oit-audit/audit/v1"
TOOL = "oit-audit"

_SURROGATE = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile(f"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|{HASH.pattern}")
"""What JSON lets pass but a terminal, or a workflow that prints it, obeys; written as `\\u…`, which
means the same."""

_ITEMS = '\n  "items": ['
_DEEP = re.compile(r"^ {10}\{\n(?: {11}[^\n]*\n)+ {10}\}", re.MULTILINE)
"""A candidate, dead end or ground of an item: written on one line, or they are half white space."""


def render(audit: Audit, reader: Reader) -> bytes:
    """Return `audit` as JSON in UTF-8; both languages are in it, whoever reads it."""
    del reader
    head, items, rest = encoded(_audit(audit)).partition(_ITEMS)
    return f"{head}{items}{_DEEP.sub(_on_one_line, rest)}\n".encode()


def encoded(value: Value) -> str:
    """Return `value` as JSON that a terminal may show and that UTF-8 can hold."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", _SURROGATE.sub("\ufffd", text))


def _on_one_line(match: re.Match[str]) -> str:
    """Return an object without its line ends, which stand nowhere inside a text of JSON."""
    first, *lines = match[0].split("\n")
    return first + "".join(line.strip() for line in lines)


def _audit(audit: Audit) -> Value:
    links = {"links": [_link(row) for row in audit.links]} if audit.links else {}
    return {
        "schema": SCHEMA,
        **about(audit),
        "reach": _reach(audit.reach),
        "score": _score(audit.score),
        "items": [item(verdict) for verdict in audit.verdicts],
        "site_findings": [
            {
                "id": finding.id,
                "severity": finding.severity.value,
                "url": finding.url,
                "says": text_value(finding.says),
            }
            for finding in audit.site_findings
        ],
        **links,
    }


def about(audit: Audit) -> dict[str, Value]:
    """Return by whom, of whom, by what and when an audit was made."""
    return {
        "tool": {"name": TOOL, "version": audit.tool_version},
        "organisation": {
            "name": audit.organisation.name,
            "url": audit.organisation.url,
            "kind": audit.organisation.kind and audit.organisation.kind.value,
            "province": audit.organisation.province,
        },
        "checklist": {
            "scheme": audit.scheme,
            "fiscal_year": audit.fiscal_year,
            "digest": audit.checklist_digest,
        },
        "today": audit.today.isoformat(),
        "snapshot": {
            "id": audit.snapshot_id,
            "started_at": _instant(audit.started_at),
            "finished_at": _instant(audit.finished_at),
        },
    }


def _link(row: LinkVerdict) -> Value:
    better = row.better
    return {
        "row": row.row,
        "item": row.item,
        "url": row.url,
        "note": row.note,
        "opens": row.opens,
        "final_url": row.final_url,
        "status_code": row.status_code,
        "reason": row.reason and row.reason.value,
        "reachable": row.reachable,
        "click_path": list(row.click_path),
        "outcome": text_value(row.outcome),
        "better": None if better is None else _better(better),
    }


def _better(better: BetterPage) -> Value:
    return {
        "url": better.url,
        "status": better.status.value,
        "click_path": list(better.click_path),
    }


def _reach(reach: Reach) -> Value:
    return {
        "completion": reach.completion.value,
        "reason": reach.reason,
        "requests": reach.requests,
        "pages": reach.pages,
        "documents": reach.documents,
        "bytes": reach.bytes,
        "skipped": [
            {
                "url": skip.url,
                "reason": skip.reason.value,
                "detail": skip.detail,
                "referrer": skip.referrer,
            }
            for skip in reach.skipped
        ],
    }


def _score(score: Score) -> Value:
    return {
        "points": points_value(score.points),
        "low": points_value(score.low),
        "high": points_value(score.high),
        "level": score.level,
        "estimate": True,
        "indicators": [_indicator(indicator) for indicator in score.indicators],
    }


def _indicator(indicator: IndicatorScore) -> Value:
    return {
        "id": indicator.id,
        "points": points_value(indicator.points),
        "sub_indicators": [
            {
                "id": sub.id,
                "points": points_value(sub.points),
                "met": sub.met,
                "counted": sub.counted,
            }
            for sub in indicator.sub_indicators
        ],
    }


def item(verdict: Verdict) -> dict[str, Value]:
    """Return all that an audit says of one item."""
    return {
        "id": verdict.id,
        "concepts": list(verdict.concepts),
        "title": text_value(verdict.title),
        "sub_indicator": verdict.sub_indicator,
        "status": verdict.status.value,
        "completion": verdict.completion.value,
        "confidence": verdict.confidence.value,
        "reason": text_value(verdict.reason),
        "elements": [_element(element) for element in verdict.elements],
        "evidence": [_evidence(evidence) for evidence in verdict.evidence],
        "rejected": [
            {"url": rejected.url, "reason": text_value(rejected.reason)}
            for rejected in verdict.rejected
        ],
        "remedy": text_value(verdict.remedy),
        "unit": verdict.unit,
        "gain": points_value(verdict.gain),
        "waiver": waiver_value(verdict.waiver),
        "considered": considered(verdict.considered) if verdict.considered else None,
    }


def waiver_value(waiver: Waiver | None) -> Value:
    """Return what a person decided, as JSON has it; None where nobody did."""
    if waiver is None:
        return None
    return {
        "decision": waiver.decision and waiver.decision.value,
        "reason": waiver.reason,
        "author": waiver.author,
        "date": waiver.decided_on.isoformat() if waiver.decided_on else None,
        "expiry": waiver.expires_on.isoformat() if waiver.expires_on else None,
    }


def _element(element: ElementVerdict) -> Value:
    evidence = element.finding.evidence
    return {
        "id": element.id,
        "says": text_value(element.says),
        "outcome": element.finding.outcome.value,
        "reason": text_value(element.finding.reason),
        "evidence": _evidence(evidence) if evidence else None,
    }


def _evidence(evidence: Evidence) -> Value:
    return {
        "url": evidence.url,
        "final_url": evidence.final_url,
        "title": evidence.title,
        "anchor_text": evidence.anchor_text,
        "click_path": list(evidence.click_path),
        "quote": evidence.quote,
        "where": evidence.where,
        "fiscal_year": evidence.fiscal_year,
        "media_type": evidence.media_type,
        "fetched_at": _instant(evidence.fetched_at) if evidence.fetched_at else None,
        "sha256": evidence.sha256,
    }


def points_value(points: float) -> float:
    """Return points as JSON has them: at most two decimals."""
    return round(float(points), 2)


def _instant(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError(f"an instant without its zone: {instant}")
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


FORMAT = Format("json", ".json", "application/json", render)
