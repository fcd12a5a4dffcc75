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
    Text,
    Verdict,
    Waiver,
)
from oit_audit.report._behind import Value
from oit_audit.report._format import Format, Reader
from oit_audit.report.change._voice import because
from oit_audit.report.json import about, encoded

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
        "points": round(float(score.points), 2),
        "low": round(float(score.low), 2),
        "high": round(float(score.high), 2),
        "level": score.level,
    }


def _item(change: ItemChange) -> Value:
    cause = None if change.cause is None else change.cause.value
    skip = change.unopened
    return {
        "id": change.now.id,
        "id_then": change.then.id,
        "concepts": list(change.now.concepts),
        "title": _text(change.now.title),
        "kind": change.kind.value,
        "cause": cause,
        "why": change.why.value,
        "says": _text(because(change)) if cause else None,
        "step": change.step.value,
        "then": _stand(change.then),
        "now": _stand(change.now),
        "elements": [
            {
                "id": each.id,
                "says": _text(each.says),
                "binds": each.binds,
                "then": each.then and each.then.value,
                "now": each.now and each.now.value,
                "step": each.step.value,
            }
            for each in change.elements
        ],
        "evidence": _evidence(change.evidence) if change.evidence else None,
        "unopened": None if skip is None else {"url": skip.url, "reason": skip.reason.value},
        "waiver": {"then": _waiver(change.waiver_then), "now": _waiver(change.waiver_now)},
        "excused": change.is_excused,
        "remedy": _text(change.now.remedy),
        "unit": change.now.unit,
        "gain": round(float(change.now.gain), 2),
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


def _waiver(waiver: Waiver | None) -> Value:
    if waiver is None:
        return None
    return {
        "decision": waiver.decision and waiver.decision.value,
        "reason": waiver.reason,
        "author": waiver.author,
        "date": waiver.decided_on.isoformat() if waiver.decided_on else None,
        "expiry": waiver.expires_on.isoformat() if waiver.expires_on else None,
    }


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
        "title": _text(verdict.title),
        "status": verdict.status.value,
    }


def _finding(change: FindingChange) -> Value:
    finding = change.finding
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "url": finding.url,
        "says": _text(finding.says),
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


def _text(text: Text) -> Value:
    return {"th": text.th, "en": text.en}


FORMAT = Format("json", ".json", "application/json", render)
