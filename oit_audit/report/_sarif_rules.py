"""The rules of a SARIF log: the items of the checklist, and the observations about a website."""

from __future__ import annotations

from collections.abc import Iterator

from oit_audit.model import Audit, ElementVerdict, Language, SiteFinding, Verdict
from oit_audit.report._alerts import Level, finding_title
from oit_audit.report._behind import Value
from oit_audit.report._clean import plain
from oit_audit.report._sarif_text import markdown, message, pascal
from oit_audit.report._say import said
from oit_audit.report.locale.codehosts import SAYS

_MOST_TAGS = 10
"""Code hosts show no more, and refuse rules that have more than 20."""

_SAFETY = {
    "personal_id_exposed": "8.0",
    "welfare_list_exposed": "8.0",
    "bank_account_exposed": "6.0",
    "personal_data_more": "6.0",
    "tls_expired": "6.0",
    "tls_wrong_host": "6.0",
    "tls_untrusted": "6.0",
    "tls_old_protocol": "6.0",
    "tls_incomplete_chain": "4.0",
}
"""Of the observations that are about safety, how much harm they may do: above 0, up to 10."""


def rules(audit: Audit, language: Language) -> list[dict[str, Value]]:
    """Return every item of the checklist, then the observations that were made, each once."""
    subs = {sub.id: sub.title for i in audit.score.indicators for sub in i.sub_indicators}
    named = {name: f"{name} {said(title, language)}" for name, title in subs.items() if title}
    items = (
        _item(verdict, audit.fiscal_year, named.get(verdict.sub_indicator), language)
        for verdict in audit.verdicts
    )
    findings = {finding.id: finding for finding in audit.site_findings}
    return [*items, *(_finding(finding, language) for finding in findings.values())]


def _item(verdict: Verdict, year: int, sub: str | None, language: Language) -> dict[str, Value]:
    title = plain(said(verdict.title, language), 200)
    asks = (
        SAYS["asks"]
        .in_language(language)
        .format(
            id=plain(verdict.id, 12),
            year=year,
            sub=plain(sub or verdict.sub_indicator, 120),
            title=title,
        )
    )
    shows = [_element(element, language) for element in verdict.elements]
    to_do = list(_to_do(verdict, language))
    listed = f"{SAYS['shows'].in_language(language)}:"
    return {
        "id": verdict.id,
        "name": f"Item{pascal(verdict.concepts[0] if verdict.concepts else verdict.id)}",
        "shortDescription": {"text": message([f"{plain(verdict.id, 12)} {title}"])},
        "fullDescription": {"text": message([asks])},
        "help": {
            "text": _as_text([asks, *([listed] if shows else []), *shows, *to_do]),
            "markdown": _as_markdown([asks, *([listed] if shows else [])], shows, to_do),
        },
        "defaultConfiguration": {"level": Level.WARNING.value},
        "properties": {"tags": _tags(verdict, year)},
    }


def _as_text(lines: list[str]) -> str:
    return "\n".join(message([line]).removesuffix(".") for line in lines)


def _as_markdown(before: list[str], listed: list[str], after: list[str]) -> str:
    lines = "\n".join(f"- {markdown(line)}" for line in listed)
    return "\n\n".join(filter(None, [*map(markdown, before), lines, *map(markdown, after)]))


def _to_do(verdict: Verdict, language: Language) -> Iterator[str]:
    if remedy := plain(said(verdict.remedy, language), 600):
        yield SAYS["to_do"].in_language(language).format(remedy=remedy)
    if unit := plain(verdict.unit, 120):
        yield SAYS["unit"].in_language(language).format(unit=unit)


def _element(element: ElementVerdict, language: Language) -> str:
    says = plain(said(element.says, language), 200)
    if not element.binds:
        says += f" ({SAYS['informs'].in_language(language)})"
    remedy = plain(said(element.remedy, language), 300)
    return f"{says} – {remedy}" if remedy else says


def _tags(verdict: Verdict, year: int) -> list[Value]:
    named = ("oit", f"oit-{year}", verdict.sub_indicator, *verdict.concepts)
    tags: dict[Value, None] = dict.fromkeys(plain(tag, 60) for tag in named if tag)
    return [*tags][:_MOST_TAGS]


def _finding(finding: SiteFinding, language: Language) -> dict[str, Value]:
    title = finding_title(finding, language)
    asks = SAYS["of_site"].in_language(language).format(title=title)
    harm = _SAFETY.get(finding.id)
    tags: list[Value] = ["website", *(["security"] if harm else [])]
    return {
        "id": finding.id,
        "name": f"Website{pascal(finding.id)}",
        "shortDescription": {"text": message([title])},
        "fullDescription": {"text": message([asks])},
        "help": {"text": _as_text([asks]), "markdown": markdown(asks)},
        "defaultConfiguration": {"level": Level.WARNING.value},
        "properties": {"tags": tags, **({"security-severity": harm} if harm else {})},
    }
