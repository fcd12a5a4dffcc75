"""The audit as SARIF 2.1.0 (OASIS), for the alerts of code hosts.

A result is what asks for somebody's work: what is met or does not apply is a rule without result,
so that its alert closes. Results hang at the caller's own file, since code hosts take no address
of the web for a place; the address is in the message and in the properties.

An alert is the same from month to month of one fiscal year, and closes with the year: the numbers
of items move then.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

from oit_audit.model import Audit, Completion, Language, Waiver
from oit_audit.report import _rows
from oit_audit.report._alerts import Alert, alerts, causes, incomplete, summary
from oit_audit.report._behind import Value
from oit_audit.report._clean import href, plain
from oit_audit.report._format import Format, Reader
from oit_audit.report._sarif_rules import rules
from oit_audit.report._sarif_text import message, place
from oit_audit.report._say import said, waived
from oit_audit.report.json import TOOL, encoded
from oit_audit.report.locale import LANGUAGES
from oit_audit.report.locale.codehosts import SAYS

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MAX_RESULTS = 5_000
"""Code hosts show no more, and refuse what has more than 25,000."""

_ROOT = "%SRCROOT%"
_MOST_CAUSES = 20
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+")


def render(audit: Audit, reader: Reader) -> bytes:
    """Return `audit` as one run of a SARIF log, in UTF-8."""
    log: Value = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(audit, reader)]}
    return f"{encoded(log)}\n".encode()


def _run(audit: Audit, reader: Reader) -> Value:
    language = reader.language
    found = alerts(audit, language)
    known = rules(audit, language)
    index = {rule["id"]: number for number, rule in enumerate(known)}
    uri = place(reader.source)
    return {
        "tool": {"driver": _driver(audit, language, known)},
        "invocations": [_invocation(audit, language, len(found) - MAX_RESULTS)],
        "automationDetails": {
            "id": f"{TOOL}/{_owner(audit)}/{audit.fiscal_year}",
            "description": {"text": message([summary(audit, language)])},
        },
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": SAYS["place"].in_language(language)}}
        },
        "results": [
            _result(audit, alert, index[alert.rule], uri, language) for alert in found[:MAX_RESULTS]
        ],
        "columnKind": "unicodeCodePoints",
        "language": language,
        "properties": _about(audit),
    }


def _driver(audit: Audit, language: Language, known: list[dict[str, Value]]) -> Value:
    version = plain(audit.tool_version, 40)
    semantic = {"semanticVersion": version} if _SEMANTIC.fullmatch(version) else {}
    return {
        "name": TOOL,
        "version": version,
        **semantic,
        "language": language,
        "rules": list(known),
    }


def _invocation(audit: Audit, language: Language, cut: int) -> Value:
    """Return how the look went: what could not be seen is told here, as loud as it is grave."""
    nothing = audit.reach.completion is Completion.NONE
    told: list[Value] = []
    if not audit.is_whole:
        told.append(_notification("error" if nothing else "warning", incomplete(audit, language)))
        told += [_notification("note", each) for each in causes(audit, language, _MOST_CAUSES)]
    if cut > 0:
        more = SAYS["more"].in_language(language).format(count=f"{cut:,}")
        told.append(_notification("warning", more))
    return {
        "executionSuccessful": audit.is_whole,
        "startTimeUtc": _instant(audit.started_at),
        "endTimeUtc": _instant(audit.finished_at),
        "toolExecutionNotifications": told,
    }


def _notification(level: str, says: str) -> Value:
    return {"level": level, "message": {"text": message([says])}}


def _result(audit: Audit, alert: Alert, index: int, uri: str, language: Language) -> Value:
    return {
        "ruleId": alert.rule,
        "ruleIndex": index,
        "kind": "review" if alert.is_review else "fail",
        "level": "none" if alert.is_review else alert.level.value,
        "message": {"text": message([alert.head, *alert.parts])},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
                    "region": {"startLine": alert.row or 1},
                }
            }
        ],
        "partialFingerprints": _fingerprints(audit, alert),
        "suppressions": [_suppression(alert.waiver, language)] if alert.waiver else [],
        "properties": _properties(alert, language),
    }


def _suppression(waiver: Waiver, language: Language) -> Value:
    told = waived(waiver, LANGUAGES[language], language)
    return {"kind": "external", "status": "accepted", "justification": plain(told, 600)}


def _fingerprints(audit: Audit, alert: Alert) -> Value:
    """Return what tells an alert from all others, in any language, of any file of the caller.

    The first name is the one that GitHub goes by.
    """
    told = [_owner(audit), audit.scheme, str(audit.fiscal_year), alert.rule]
    if alert.verdict is None:
        told += [alert.url, str(alert.number)]
    digest = hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()
    return {"primaryLocationLineHash": f"{digest[:16]}:1", "oitAudit/v1": digest}


def _properties(alert: Alert, language: Language) -> Value:
    url = href(alert.url)
    verdict = alert.verdict
    if verdict is None:
        return {"url": url}
    lacking = [plain(said(one.says, language), 200) for one in _rows.lacking(verdict)]
    return {
        "url": url,
        "item": verdict.id,
        "status": verdict.status.value,
        "completion": verdict.completion.value,
        "confidence": verdict.confidence.value,
        "gain": round(verdict.gain, 2),
        "unit": plain(verdict.unit, 200),
        "concepts": [plain(concept, 60) for concept in verdict.concepts],
        "subIndicator": plain(verdict.sub_indicator, 20),
        "lacking": list(lacking),
        "decision": (verdict.waiver.decision or "waived") if verdict.waiver else None,
    }


def _about(audit: Audit) -> Value:
    organisation, score = audit.organisation, audit.score
    return {
        "organisation": plain(organisation.name or "", 200) or None,
        "url": href(organisation.url),
        "checklist": f"{plain(audit.scheme, 20)}-{audit.fiscal_year}",
        "checklistDigest": plain(audit.checklist_digest, 80),
        "snapshot": plain(audit.snapshot_id, 80),
        "today": audit.today.isoformat(),
        "completion": audit.reach.completion.value,
        "score": {
            "points": round(score.points, 2),
            "low": round(score.low, 2),
            "high": round(score.high, 2),
            "estimate": True,
        },
        "items": {status.value: count for status, count in _rows.counts(audit).items()},
    }


def _owner(audit: Audit) -> str:
    """Return by what one website is told from another: its host, and its path where it has one."""
    _, _, rest = audit.organisation.url.partition("://")
    return plain(rest, 300).rstrip("/").replace(" ", "")


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


FORMAT = Format("sarif", ".sarif", "application/sarif+json", render)
