"""Changes as JSON, version 1; docs/diff.md tells what each key means."""

from __future__ import annotations

from oit_audit.model import (
    Audit,
    ChangeKind,
    Changes,
    EvidenceChange,
    FindingChange,
    ItemChange,
    LinkChange,
    Note,
    NoteId,
    PointsChange,
    Regrouped,
    Score,
    Verdict,
)
from oit_audit.report._behind import Value, text_value
from oit_audit.report._format import Format, Reader
from oit_audit.report.change._voice import because
from oit_audit.report.json import about, encoded, points_value, waiver_value

SCHEMA = "oit-audit/diff/v1"


def render(changes: Changes, reader: Reader) -> bytes:
    """Return `changes` as JSON in UTF-8; both languages are in it, whoever reads it."""
    del reader
    value: Value = {
        "schema": SCHEMA,
        "changed": not changes.is_nothing,
        "complete": not changes.has(NoteId.INCOMPLETE_NOW),
        "old": _side(changes.old),
        "new": _side(changes.new),
        "notes": [_note(each) for each in changes.notes],
        "score": _points(changes.points),
        "counts": {kind.value: len(changes.of(kind)) for kind in ChangeKind},
        "items": [_item(each) for each in changes.items],
        "regrouped": [_regrouped(each) for each in changes.regrouped],
        "site_findings": [_finding(each) for each in changes.findings],
        "dead_links": [_link(each) for each in changes.links],
    }
    return f"{encoded(value)}\n".encode()


def _side(audit: Audit) -> Value:
    reach = audit.reach
    seen: Value = {"completion": reach.completion.value, "reason": reach.reason}
    return {**about(audit), "reach": seen}


def _note(note: Note) -> Value:
    return {"id": note.id.value, "then": note.then, "now": note.now}


def _points(points: PointsChange) -> Value:
    return {
        "then": _score(points.then),
        "now": _score(points.now),
        "moved": points.moved,
        "not_comparable": [why.value for why in points.why_not],
    }


def _score(score: Score | None) -> Value:
    if score is None:
        return None
    return {
        "points": points_value(score.points),
        "low": points_value(score.low),
        "high": points_value(score.high),
        "level": score.level,
    }


def _item(change: ItemChange) -> Value:
    cause = None if change.cause is None else change.cause.value
    skip = change.unopened
    return {
        "id": change.now.id,
        "id_then": change.then.id,
        "concepts": list(change.now.concepts),
        "title": text_value(change.now.title),
        "kind": change.kind.value,
        "cause": cause,
        "why": change.why.value,
        "says": text_value(because(change)) if cause else None,
        "step": change.step.value,
        "then": _stand(change.then),
        "now": _stand(change.now),
        "elements": [
            {
                "id": each.id,
                "says": text_value(each.says),
                "binds": each.binds,
                "then": each.then and each.then.value,
                "now": each.now and each.now.value,
                "step": each.step.value,
            }
            for each in change.elements
        ],
        "evidence": _evidence(change.evidence) if change.evidence else None,
        "unopened": None if skip is None else {"url": skip.url, "reason": skip.reason.value},
        "waiver": {
            "then": waiver_value(change.waiver_then),
            "now": waiver_value(change.waiver_now),
        },
        "excused": change.is_excused,
        "remedy": text_value(change.now.remedy),
        "unit": change.now.unit,
        "gain": points_value(change.now.gain),
    }


def _stand(verdict: Verdict) -> Value:
    best = verdict.evidence[0] if verdict.evidence else None
    return {
        "status": verdict.status.value,
        "completion": verdict.completion.value,
        "confidence": verdict.confidence.value,
        "url": best.url if best else None,
        "sha256": best.sha256 if best else None,
    }


def _evidence(moved: EvidenceChange) -> Value:
    return {"same": moved.is_same, "then": moved.then.url, "now": moved.now.url}


def _regrouped(group: Regrouped) -> Value:
    return {
        "kind": group.kind.value,
        "then": [_alone(each) for each in group.then],
        "now": [_alone(each) for each in group.now],
    }


def _alone(verdict: Verdict) -> Value:
    return {
        "id": verdict.id,
        "concepts": list(verdict.concepts),
        "title": text_value(verdict.title),
        "status": verdict.status.value,
    }


def _finding(change: FindingChange) -> Value:
    finding = change.finding
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "url": finding.url,
        "says": text_value(finding.says),
        "new": change.is_new,
        "cause": change.cause.value,
    }


def _link(change: LinkChange) -> Value:
    link = change.link
    return {
        "url": link.url,
        "reason": link.reason.value,
        "referrer": link.referrer,
        "new": change.is_new,
        "cause": change.cause.value,
    }


FORMAT = Format("json", ".json", "application/json", render)
