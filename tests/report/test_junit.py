"""The audit as JUnit XML: what a build server reads of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from junitparser import xunit2
from lxml import etree

from oit_audit.model import (
    Audit,
    Completion,
    Decision,
    Language,
    Status,
    Sureness,
    Text,
    Waiver,
)
from oit_audit.report import LANGUAGES, Reader, render
from oit_audit.report.junit import FORMAT
from tests.report import accepted, audits, splash

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(SCHEMA))


def valid(data: bytes) -> Any:
    root = etree.fromstring(data)
    schema().assertValid(root)
    return root


def suites(audit: Audit, language: Language = "en") -> list[Any]:
    """Return the suites as another program reads them."""
    data = render("junit", audit, language)
    valid(data)
    return list(xunit2.JUnitXml.fromstring(data))


def cases(audit: Audit, language: Language = "en") -> dict[str, Any]:
    """Return the test cases by item."""
    return {case.name.split(" ")[0]: case for suite in suites(audit, language) for case in suite}


def results(audit: Audit) -> dict[str, tuple[str, str] | None]:
    """Return how each test case ended: what it is called and of what type; None when it passed."""
    told: dict[str, tuple[str, str] | None] = {}
    for item, case in cases(audit).items():
        ends = [(each._elem.tag, each.type) for each in case.result]
        assert len(ends) <= 1
        told[item] = ends[0] if ends else None
    return told


def properties(suite: Any) -> dict[str, str]:
    return {each.name: each.value for each in suite.properties()}


def test_the_file_reads_as_accepted() -> None:
    accepted.agrees("audit.th.junit", render("junit", audits.every_status(), "th"))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("audit", [audits.every_status, audits.all_met, audits.nothing_seen])
def test_the_file_follows_the_schema(audit: Any, language: Language) -> None:
    valid(render("junit", audit(), language))


def test_the_schema_refuses_what_is_no_junit() -> None:
    data = render("junit", audits.every_status(), "th").replace(b"<skipped ", b"<left-out ", 1)
    with pytest.raises(etree.XMLSyntaxError):
        valid(data)
    with pytest.raises(etree.DocumentInvalid):
        valid(render("junit", audits.every_status(), "th").replace(b' name="url"', b"", 1))


def test_each_item_is_one_test_case_that_ends_as_its_status_says() -> None:
    assert results(audits.every_status()) == {
        "o1": None,
        "o2": ("failure", "partial"),
        "o4": ("skipped", "waived"),
        "o10": ("failure", "missing"),
        "o12": ("failure", "partial"),
        "o17": ("skipped", "unknown"),
        "o29": ("skipped", "not_applicable"),
    }
    assert results(audits.with_item("o4", waiver=None))["o4"] == ("failure", "stale")


def test_a_site_that_could_not_be_seen_passes_no_test_and_fails_none() -> None:
    assert set(results(audits.nothing_seen()).values()) == {("skipped", "unknown")}


@pytest.mark.parametrize("item", ["o1", "o2", "o10", "o17", "o29"])
@pytest.mark.parametrize("decision", [*Decision, None])
def test_what_a_person_decided_is_told_beside_the_status(
    item: str, decision: Decision | None
) -> None:
    audit = audits.with_item(item, waiver=Waiver("ดูแล้วเมื่อวาน", decision))
    (status,) = (v.status for v in audit.verdicts if v.id == item)
    told = results(audit)[item]
    kept = {k: v for suite in suites(audit) for k, v in properties(suite).items()}

    assert kept[f"status.{item}"] == status.value
    if decision is Decision.NOT_MET:
        assert told == ("failure", "not_met")
    elif status is Status.MET:
        assert told is None
    else:
        assert told == ("skipped", decision.value if decision else "waived")
    case = cases(audit)[item]
    assert "ดูแล้วเมื่อวาน" in (case.result[0].message if case.result else case.system_out)


def test_a_failure_says_what_is_lacking_what_to_do_and_where() -> None:
    (failure,) = cases(audits.every_status())["o2"].result

    assert failure.message == "Partial – the page lacks photos and contacts"
    assert failure.text.splitlines() == [
        "the page lacks photos and contacts",
        "Lacking: Photo, Contact",
        "What to do: Publish “Executives” for fiscal year 2569 B.E. and link it from the home page",
        "Responsible unit: งานประชาสัมพันธ์ (สำนักปลัด)",
        "OIT points to win: 1.11",
        "Evidence: https://www.baansuanmok.example/executives",
    ]


def test_what_a_person_must_look_at_says_so() -> None:
    (skipped,) = cases(audits.every_status())["o17"].result

    assert skipped.message.startswith("Unknown – a person has to look – asks for a login")
    assert "If it is not there: Publish" in skipped.text


@pytest.mark.parametrize("item", ["o1", "o10"])
def test_what_we_are_not_sure_of_asks_to_be_checked(item: str) -> None:
    case = cases(audits.with_item(item, confidence=Sureness.LOW))[item]
    told = case.result[0].text if case.result else case.system_out

    assert "Please check this yourself" in told


def test_a_suite_is_a_sub_indicator_and_its_counts_add_up() -> None:
    audit = audits.every_status()
    root = valid(render("junit", audit, "en"))

    assert [suite.name for suite in suites(audit)] == [
        "9.1 Basic information", "9.2 Administration", "10.1",
    ]  # fmt: skip
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
        assert suite.get("errors") == "0"
        assert suite.get("timestamp") == "2026-11-20T03:24:05"
    for count in ("tests", "failures"):
        assert int(root.get(count)) == sum(int(suite.get(count)) for suite in root)
    assert root.get("tests") == str(len(audit.verdicts))


def test_another_reader_counts_the_same() -> None:
    read = xunit2.JUnitXml.fromstring(render("junit", audits.every_status(), "th"))
    told = (read.tests, read.failures, read.errors)
    read.update_statistics()  # type: ignore[no-untyped-call]  # it has no types

    assert (read.tests, read.failures, read.errors) == told == (7, 3, 0)


def test_the_properties_say_what_was_judged_by_what() -> None:
    told = properties(suites(audits.every_status())[1])

    assert told["fiscal_year"] == "2569"
    assert told["url"] == "https://www.baansuanmok.example/"
    assert told["checklist"].startswith("sha256:1111")
    assert told["snapshot"].startswith("sha256:2222")
    assert (told["score"], told["score_low"], told["score_high"]) == ("73.41", "73.41", "78.41")
    assert told["completion"] == "partly"
    assert told["finished_at"] == "2026-11-20T03:24:05Z"
    assert properties(suites(audits.nothing_seen())[0])["score"] == "-"


def test_that_a_look_was_cut_short_stands_in_every_suite() -> None:
    audit = audits.every_status()
    for suite in suites(audit):
        assert "The website was not seen whole" in suite.system_err
        assert "No answer in time (21): Scan again" in suite.system_err
    (nothing,) = suites(audits.nothing_seen())
    assert "could not be visited" in nothing.system_err


def whole() -> tuple[Audit, ...]:
    audit = audits.every_status()
    return audits.all_met(), replace(audit, reach=replace(audit.reach, completion=Completion.FULL))


@pytest.mark.parametrize("audit", whole())
def test_a_whole_look_has_nothing_on_its_standard_error(audit: Audit) -> None:
    assert all(not suite.system_err for suite in suites(audit))


def test_what_holds_for_the_whole_site_is_told_once() -> None:
    first, *others = suites(audits.every_status())

    assert first.system_out.startswith("เทศบาลตำบลบ้านสวนหมอก, fiscal year 2569 B.E.: 3 to fix")
    assert "Urgent: Citizen id numbers on the website: the document shows" in first.system_out
    assert all(not suite.system_out for suite in others)


def test_an_audit_without_items_is_a_file_all_the_same() -> None:
    audit = replace(audits.nothing_seen(), verdicts=())
    root = valid(render("junit", audit, "th"))

    assert root.get("tests") == "0"
    assert [suite.get("name") for suite in root] == ["oit-audit"]


def test_hostile_text_stays_text_and_no_workflow_obeys_it() -> None:
    hostile = Text(
        "::error::ก",
        "::error::x ##[add-mask]y #\u200b#\u200b[debug]z ]]> \x00\x1b[31m\u202e\ufffe<b>",
    )
    audit = audits.with_item(
        "o10", reason=hostile, waiver=Waiver("::stop-commands::x", Decision.NOT_MET)
    )
    data = render("junit", audit, "en")
    (failure,) = cases(audit)["o10"].result

    assert "::error::x ##[add-mask]y #\u200b#\u200b[debug]z ]]> <b>" in failure.text
    assert b"##[" not in data.replace("\u200b".encode(), b"")
    assert not re.search(rb"(?m)^\s*::", data)
    assert b"&#58;:error::x" in data


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_file(audit: Audit) -> None:
    data = FORMAT.render(audit, Reader("en"))
    root = valid(data)

    assert len(root.findall("testsuite/testcase")) == len(audit.verdicts)
    assert b"##[" not in data
    assert not re.search(rb"(?m)^\s*::", data)
    assert not re.search("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data.decode())
