"""Tell of a verdict itself: status, confidence, what is asked, what was found, what to do."""

from __future__ import annotations

from oit_audit.model import (
    Audit,
    ElementVerdict,
    Ground,
    Item,
    Outcome,
    Status,
    Sureness,
    Verdict,
)
from oit_audit.report._say import place, points, waived
from oit_audit.report._sections import Line, Section, Voice
from oit_audit.report.locale import day
from oit_audit.report.locale.asked import BASES, FRESHNESS, SURENESS
from oit_audit.report.locale.behind import GROUNDS, RULES

_OF_YEAR = frozenset({"other_year", "perhaps_other_year"})
_OF_CONTENT = frozenset({"elements_found", "content_found", "elements_absent"})
_LOWERING = frozenset(
    {
        "undecided", "recognised", "kept_by_others", "shared_address", "seen_in_part",
        "silent_scans", "stranger", "unlabelled", "years_disagree", "claims_disagree",
    }
)  # fmt: skip
"""Grounds that speak against being sure when they hold."""

_SIGNS = {Outcome.FOUND: "✔", Outcome.ABSENT: "✘", Outcome.CANNOT_TELL: "?"}
_STYLES = {Outcome.FOUND: "good", Outcome.ABSENT: "bad", Outcome.CANNOT_TELL: "warn"}
_MOST_GROUNDS = 20


def decided(verdict: Verdict, voice: Voice) -> Section:
    """Tell the status, what gave it, and how sure it is and why."""
    words = voice.words
    status = f"{words.statuses[verdict.status]} – {words.status_meanings[verdict.status]}"
    lines = [Line(voice.fact("status", status), 0, "head")]
    behind = verdict.considered
    if behind is None:
        lines.append(Line(voice.says("older"), 0, "warn"))
    elif behind.rule:
        lines.append(Line(voice.fact("rule", voice.of(RULES, behind.rule))))
    lines.append(Line(voice.fact("reason", voice.text(verdict.reason))))
    lines.append(Line(voice.fact("look", words.completions[verdict.completion])))
    if verdict.waiver is not None:
        lines.append(Line(voice.clean(waived(verdict.waiver, words, voice.language))))
    sure = words.confidences[verdict.confidence]
    lines.append(Line(voice.fact("confidence", sure), 0, "head"))
    if verdict.confidence is Sureness.LOW:
        lines.append(Line(words.please_check, 1, "warn"))
    if behind is not None:
        lines += [_ground(ground, voice) for ground in behind.grounds[:_MOST_GROUNDS]]
        if rule := _confidence_rule(behind.rule):
            lines.append(Line(voice.says(rule), 1, "dim"))
    return voice.section("verdict", lines)


def ground_says(ground: Ground, voice: Voice) -> str:
    """Return what it means that a ground holds, or does not."""
    if ground.id not in GROUNDS:
        return voice.of({}, ground.id)
    holds, fails = GROUNDS[ground.id]
    return voice.text(holds if ground.holds else fails)


def _ground(ground: Ground, voice: Voice) -> Line:
    is_good = ground.holds != (ground.id in _LOWERING)
    sign = "+" if is_good else "–"
    return Line(f"{sign} {ground_says(ground, voice)}", 1, "good" if is_good else "warn")


def _confidence_rule(rule: str) -> str:
    if rule in _OF_CONTENT:
        return "confidence_of_content"
    if rule in _OF_YEAR:
        return "confidence_of_year"
    return "confidence_of_nothing" if rule == "nothing_there" else ""


def asked(verdict: Verdict, item: Item | None, voice: Voice) -> Section:
    """Tell what the item asks, where that comes from, and how sure it is."""
    if item is None:
        lines = [Line(voice.says("no_checklist"), 0, "warn")]
        lines += [Line(f"· {voice.text(e.says)}") for e in verdict.elements]
        return voice.section("asks", lines)
    fresh = f"{voice.text(FRESHNESS[item.fresh])} ({voice.text(BASES[item.fresh_basis])})"
    lines = [Line(voice.fact("of_year", fresh))]
    if item.unit:
        lines.append(Line(voice.fact("unit", item.unit)))
    for element in item.elements:
        counts = voice.says("binds" if element.basis.binds else "informs")
        source = f"{voice.text(BASES[element.basis])}, {voice.text(SURENESS[element.confidence])}"
        sign = "●" if element.basis.binds else "○"
        lines.append(Line(f"{sign} {voice.text(element.says)} ({source}, {counts})"))
    if not item.elements:
        lines.append(Line(voice.says("no_elements")))
    if item.source:
        sure = voice.text(SURENESS[item.confidence])
        lines.append(Line(voice.fact("source", f"{item.source} ({sure})"), 0, "dim"))
    return voice.section("asks", lines)


def elements(verdict: Verdict, voice: Voice) -> Section:
    """Tell what was found of each element, with its words and its place."""
    lines = [line for element in verdict.elements for line in _element(element, voice)]
    if not lines:
        name = "not_tested" if verdict.status is not Status.MET else "no_elements"
        lines = [Line(voice.says(name), 0, "dim")]
    return voice.section("elements", lines)


def _element(element: ElementVerdict, voice: Voice) -> list[Line]:
    finding = element.finding
    outcome = voice.words.outcomes[finding.outcome]
    informs = "" if element.binds else f" ({voice.says('informs')})"
    head = f"{_SIGNS[finding.outcome]} {voice.text(element.says)}{informs}: {outcome}"
    lines = [Line(head, 0, _STYLES[finding.outcome]), Line(voice.text(finding.reason), 1)]
    if finding.evidence is not None:
        where = place(finding.evidence.where, voice.words)
        quote = voice.quote(finding.evidence.quote)
        lines.append(Line(f"{quote} ({voice.quote(where)[1:-1]})".strip(), 1))
        lines.append(Line(voice.address(finding.evidence.url), 1, "dim"))
    return lines


def remedy(verdict: Verdict, voice: Voice) -> Section:
    """Tell what would change the verdict."""
    if verdict.status is Status.MET:
        lines = [Line(voice.text(verdict.remedy) or voice.says("nothing_to_do"))]
        return voice.section("remedy", lines)
    lines = [Line(voice.text(verdict.remedy))] if voice.text(verdict.remedy) else []
    for element in verdict.elements:
        advice = voice.text(element.remedy)
        if element.finding.outcome is not Outcome.FOUND and element.binds and advice:
            lines.append(Line(f"· {voice.text(element.says)}: {advice}"))
    if verdict.gain > 0:
        lines.append(Line(voice.fact("gain", f"+{points(verdict.gain)}")))
    return voice.section("remedy", lines)


def complaint(audit: Audit, verdict: Verdict, voice: Voice) -> Section:
    """Tell how to say that the verdict is wrong."""
    lines = [Line(voice.says("send"))]
    lines += [
        Line(f"· {voice.fact(name, value)}", 1) for name, value in facts(audit, verdict, voice)
    ]
    lines += [Line(f"· {voice.says(name)}", 1) for name in ("fact_yours", "fact_copy")]
    lines.append(Line(voice.says("which"), 0, "dim"))
    return voice.section("complaint", lines)


def facts(audit: Audit, verdict: Verdict, voice: Voice) -> list[tuple[str, str]]:
    """Return the facts by which others find the same verdict again."""
    words = voice.words
    year = words.fiscal_year_value.format(year=audit.fiscal_year)
    sure = words.confidences[verdict.confidence]
    told = [
        ("fact_item", f"{verdict.id} {words.statuses[verdict.status]} ({sure})"),
        ("fact_tool", f"oit-audit {audit.tool_version}"),
        ("fact_checklist", f"{audit.scheme} {year} {audit.checklist_digest}"),
        ("fact_snapshot", audit.snapshot_id),
        ("fact_today", day(audit.today, voice.language)),
    ]
    if verdict.evidence:
        first = verdict.evidence[0]
        told.append(("fact_evidence", f"{voice.address(first.url)} {first.sha256}".strip()))
    return told
