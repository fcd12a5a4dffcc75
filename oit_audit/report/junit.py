"""The audit as JUnit XML, for the test tab of a build server: one test case an item.

A suite is a sub-indicator. What is met passes; partial, stale and missing fail; what a person must
look at is skipped, as is what does not apply and what a person has excused: a look that was cut
short accuses nobody, and passes for nobody. The status is a property, whatever was decided.

That a look was cut short stands in every suite, as property and on its standard error; no test case
stands for it, since the exit code does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from enum import StrEnum

from lxml import etree

from oit_audit.model import Audit, Language, Status, Verdict
from oit_audit.report import _rows
from oit_audit.report._alerts import (
    causes,
    finding_title,
    incomplete,
    is_refused,
    named,
    reasons,
    standing,
    summary,
)
from oit_audit.report._clean import address, plain
from oit_audit.report._format import Format, Reader
from oit_audit.report._say import points, said, waived
from oit_audit.report._tame import BEGINS, HASH
from oit_audit.report.json import TOOL
from oit_audit.report.locale import LANGUAGES
from oit_audit.report.locale.codehosts import SAYS

_MOST_FINDINGS = 200


class _Result(StrEnum):
    PASS = "pass"  # noqa: S105 - a word of JUnit
    FAILURE = "failure"
    SKIPPED = "skipped"


def render(audit: Audit, reader: Reader) -> bytes:
    """Return `audit` as JUnit XML in UTF-8, as the xUnit plugin of Jenkins reads it.

    What a workflow that prints it would obey is said as XML says the same.
    """
    language = reader.language
    root = etree.Element("testsuites", name=_suites_name(audit), **_counted(audit.verdicts))
    del root.attrib["skipped"]
    subs = {sub.id: sub.title for i in audit.score.indicators for sub in i.sub_indicators}
    parts = _rows.parts(audit) or (_rows.Part("", ()),)
    for part in parts:
        title = subs.get(part.id)
        name = f"{part.id} {said(title, language)}" if title else part.id or TOOL
        suite = _suite(root, audit, part, plain(name, 200), language)
        _say(suite, "system-out", _of_site(audit, language) if part is parts[0] else ())
        _say(suite, "system-err", _cut_short(audit, language))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    text = HASH.sub("&#35;", BEGINS.sub(r"\1&#58;", data.decode()))
    return text.encode()


def _suites_name(audit: Audit) -> str:
    return f"{TOOL} {plain(audit.scheme, 20)}-{audit.fiscal_year}"


def _suite(
    root: etree._Element, audit: Audit, part: _rows.Part, name: str, language: Language
) -> etree._Element:
    suite = etree.SubElement(
        root,
        "testsuite",
        name=name,
        **_counted(part.verdicts),
        timestamp=audit.finished_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        id=plain(part.id, 40) or TOOL,
        package=_suites_name(audit),
    )
    properties = etree.SubElement(suite, "properties")
    for key, value in (*_about(audit), *_statuses(part.verdicts)):
        etree.SubElement(properties, "property", name=plain(key, 80), value=plain(value, 400))
    for verdict in part.verdicts:
        _case(suite, audit, verdict, language)
    return suite


def _counted(verdicts: Iterable[Verdict]) -> dict[str, str]:
    results = [_result(verdict) for verdict in verdicts]
    return {
        "tests": str(len(results)),
        "failures": str(results.count(_Result.FAILURE)),
        "errors": "0",
        "skipped": str(results.count(_Result.SKIPPED)),
        "time": "0",
    }


def _result(verdict: Verdict) -> _Result:
    if is_refused(verdict):
        return _Result.FAILURE
    if verdict.status is Status.MET:
        return _Result.PASS
    undecided = verdict.status in (Status.UNKNOWN, Status.NOT_APPLICABLE)
    return _Result.SKIPPED if undecided or verdict.waiver is not None else _Result.FAILURE


def _about(audit: Audit) -> Iterator[tuple[str, str]]:
    score = audit.score
    yield "organisation", audit.organisation.name or ""
    yield "url", audit.organisation.url
    yield "fiscal_year", str(audit.fiscal_year)
    yield "checklist", audit.checklist_digest
    yield "snapshot", audit.snapshot_id
    yield "today", audit.today.isoformat()
    yield "finished_at", audit.finished_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "tool", f"{TOOL} {audit.tool_version}"
    yield "completion", audit.reach.completion.value
    yield "score", points(score.points) if _rows.has_score(audit) else "-"
    yield "score_low", points(score.low)
    yield "score_high", points(score.high)


def _statuses(verdicts: Iterable[Verdict]) -> Iterator[tuple[str, str]]:
    for verdict in verdicts:
        yield f"status.{verdict.id}", verdict.status.value


def _case(suite: etree._Element, audit: Audit, verdict: Verdict, language: Language) -> None:
    case = etree.SubElement(
        suite,
        "testcase",
        name=named(verdict, language),
        classname=f"{plain(audit.scheme, 20)}.{audit.fiscal_year}.{_dotless(verdict)}",
        time="0",
    )
    result = _result(verdict)
    lines = (*reasons(verdict, language), *_places(verdict, language))
    if result is _Result.PASS:
        _say(case, "system-out", (standing(verdict, language), *lines))
        return
    told = etree.SubElement(
        case, result.value, type=_type(verdict), message=_message(verdict, language)
    )
    told.text = "\n".join(lines)


def _dotless(verdict: Verdict) -> str:
    """Return the sub-indicator as one part of a name: dots are what build servers cut at."""
    return plain(verdict.sub_indicator, 20).replace(".", "-") or TOOL


def _type(verdict: Verdict) -> str:
    """Return why a test case did not pass: a status or, where a person has spoken, a decision."""
    if verdict.waiver is None:
        return verdict.status.value
    return verdict.waiver.decision.value if verdict.waiver.decision else "waived"


def _message(verdict: Verdict, language: Language) -> str:
    if verdict.waiver is not None:
        why = waived(verdict.waiver, LANGUAGES[language], language)
    else:
        why = said(verdict.reason, language)
    return plain(" – ".join(filter(None, [standing(verdict, language), why])), 600)


def _places(verdict: Verdict, language: Language) -> Iterator[str]:
    for evidence in verdict.evidence[:1]:
        url = address(evidence.url, 300)
        yield SAYS["evidence"].in_language(language).format(url=url)


def _of_site(audit: Audit, language: Language) -> Iterator[str]:
    yield summary(audit, language)
    for finding in audit.site_findings[:_MOST_FINDINGS]:
        severity = LANGUAGES[language].severities[finding.severity]
        says = plain(said(finding.says, language), 600)
        title = finding_title(finding, language)
        yield f"{severity}: {title}: {says} ({address(finding.url, 300)})"
    if (more := len(audit.site_findings) - _MOST_FINDINGS) > 0:
        yield SAYS["more"].in_language(language).format(count=f"{more:,}")


def _cut_short(audit: Audit, language: Language) -> Iterator[str]:
    if not audit.is_whole:
        yield incomplete(audit, language)
        yield from causes(audit, language)


def _say(element: etree._Element, tag: str, lines: Iterable[str]) -> None:
    if text := "\n".join(lines):
        etree.SubElement(element, tag).text = text


FORMAT = Format("junit", ".xml", "application/xml", render)
