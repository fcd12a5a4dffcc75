"""The audit as SARIF: valid, anchored, the same from month to month, harmless."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from oit_audit.model import (
    ONLY_ENTERED,
    Audit,
    Completion,
    Decision,
    Language,
    LinkVerdict,
    Reach,
    Severity,
    SiteFinding,
    Status,
    Sureness,
    Text,
    Waiver,
)
from oit_audit.report import LANGUAGES, Reader, render
from oit_audit.report.sarif import FORMAT, MAX_RESULTS
from tests.report import accepted, audits, splash

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"


@cache
def schema() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def run(audit: Audit, language: Language = "en", source: str | None = None) -> dict[str, Any]:
    """Return the only run of the log, which the schema has passed."""
    log = json.loads(render("sarif", audit, language, source))
    schema().validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def result(audit: Audit, rule: str, language: Language = "en") -> dict[str, Any]:
    (found,) = (each for each in run(audit, language)["results"] if each["ruleId"] == rule)
    assert isinstance(found, dict)
    return found


def test_the_log_reads_as_accepted() -> None:
    accepted.agrees("audit.th.sarif", render("sarif", audits.every_status(), "th"))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("audit", [audits.every_status, audits.all_met, audits.nothing_seen])
def test_the_log_follows_the_schema(audit: Any, language: Language) -> None:
    only = run(audit(), language, "oit/รายการ ลิงก์.csv")

    assert only["language"] == language
    assert render("sarif", audit(), language).startswith(b"{\n")  # no byte order mark


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(render("sarif", audits.every_status(), "th"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        schema().validate(log)


def test_each_item_is_a_rule_and_what_asks_for_work_a_result() -> None:
    audit = audits.every_status()
    only = run(audit)
    rules = only["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules[:7]] == [verdict.id for verdict in audit.verdicts]
    assert {each["ruleId"]: each["level"] for each in only["results"]} == {
        "personal_id_exposed": "error",
        "o10": "error",
        "no_https": "warning",
        "o12": "warning",
        "o2": "warning",
        "odd": "note",
        "o17": "none",
        "o4": "note",
    }
    for each in only["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]


def test_every_rule_has_what_code_hosts_ask_for_and_no_more_than_they_take() -> None:
    for rule in run(audits.every_status())["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[key]["text"]) <= 1_024 or key == "help"
            assert rule[key]["text"]
        assert rule["help"]["markdown"]
        assert len(rule["name"]) <= 255
        assert 0 < len(rule["properties"]["tags"]) <= 10


def test_an_item_that_is_met_has_no_result_so_that_its_alert_closes() -> None:
    assert run(audits.all_met())["results"] == []
    assert "o29" not in [each["ruleId"] for each in run(audits.every_status())["results"]]


def test_what_could_not_be_seen_asks_a_person_and_fails_nobody() -> None:
    unknown = result(audits.every_status(), "o17")

    assert (unknown["kind"], unknown["level"]) == ("review", "none")
    assert "a person has to look" in unknown["message"]["text"]
    assert "What to do" not in unknown["message"]["text"]


def test_a_message_says_what_is_lacking_what_to_do_and_where() -> None:
    text = result(audits.every_status(), "o2")["message"]["text"]

    assert text.startswith("o2 Executives: Partial. ")
    assert "Lacking: Photo, Contact. " in text
    assert "What to do: Publish “Executives”" in text
    assert text.endswith("Address: https://www.baansuanmok.example/executives")


def test_a_claim_that_we_doubt_is_no_error_and_says_so() -> None:
    doubted = result(audits.with_item("o10", confidence=Sureness.LOW), "o10")

    assert doubted["level"] == "warning"
    assert "Please check this yourself" in doubted["message"]["text"]


def test_what_a_person_has_excused_is_shown_beside_the_status_and_suppressed() -> None:
    waived = result(audits.every_status(), "o4", "th")

    (suppression,) = waived["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "รอสภาท้องถิ่นเห็นชอบ" in suppression["justification"]
    assert "รอสภาท้องถิ่นเห็นชอบ" in waived["message"]["text"]
    assert waived["properties"]["status"] == "stale"
    assert waived["properties"]["decision"] == "waived"
    assert waived["level"] == "note"
    others = [e for e in run(audits.every_status())["results"] if e["ruleId"] != "o4"]
    assert all(each["suppressions"] == [] for each in others)


@pytest.mark.parametrize(
    ("item", "level"), [("o1", "warning"), ("o10", "error"), ("o17", "warning"), ("o29", "warning")]
)
def test_what_a_person_says_is_not_met_is_told_whatever_was_found(item: str, level: str) -> None:
    refused = result(audits.with_item(item, waiver=Waiver("ไฟล์เปิดไม่ได้", Decision.NOT_MET)), item)

    assert (refused["kind"], refused["level"]) == ("fail", level)
    assert refused["suppressions"] == []
    assert "a person says that it is not met" in refused["message"]["text"]
    assert "ไฟล์เปิดไม่ได้" in refused["message"]["text"]


def test_an_unknown_item_that_a_person_has_attested_is_suppressed() -> None:
    attested = result(audits.with_item("o17", waiver=Waiver("เปิดดูแล้ว", Decision.MET)), "o17")

    assert (attested["kind"], attested["level"]) == ("review", "none")
    assert len(attested["suppressions"]) == 1
    assert attested["properties"]["decision"] == "met"


# Where a result hangs.


def where(audit: Audit, source: str | None, rule: str = "o10") -> tuple[str, int]:
    (found,) = (each for each in run(audit, "th", source)["results"] if each["ruleId"] == rule)
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    return place["artifactLocation"]["uri"], place["region"]["startLine"]


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        (None, "oit-audit.toml"),
        ("oit-audit.toml", "oit-audit.toml"),
        ("./ita/links.csv", "ita/links.csv"),
        ("ita\\links.csv", "ita/links.csv"),
        ("/home/somebody/links.csv", "links.csv"),
        ("C:\\links\\links.csv", "links.csv"),
        ("../elsewhere/links.csv", "links.csv"),
        (
            "ลิงก์ ปี 2569.csv",
            "%E0%B8%A5%E0%B8%B4%E0%B8%87%E0%B8%81%E0%B9%8C%20%E0%B8%9B%E0%B8%B5%202569.csv",
        ),
        ("a#b?c%20.csv", "a%23b%3Fc%2520.csv"),
        ("", "oit-audit.toml"),
        (".", "oit-audit.toml"),
    ],
)
def test_results_hang_at_the_callers_file_and_never_outside_the_checkout(
    source: str | None, uri: str
) -> None:
    assert where(audits.every_status(), source) == (uri, 1)


def link(row: int | None, item: str, *, opens: bool | None) -> LinkVerdict:
    return LinkVerdict(
        row, item, f"https://www.baansuanmok.example/{row}", "", opens, None, None, None, None, (),
        Text("แสดงอย่างอื่น", "shows something else"),
    )  # fmt: skip


def by_links(*links: LinkVerdict) -> Audit:
    reach = Reach(Completion.PARTLY, ONLY_ENTERED, 3, 3, 0, 900)
    return replace(audits.every_status(), links=links, reach=reach)


def test_an_entered_link_is_pointed_at_by_its_row() -> None:
    audit = by_links(
        link(4, "o10", opens=True), link(7, "o10", opens=False), link(9, "o2", opens=True)
    )

    assert where(audit, "links.csv") == ("links.csv", 7)
    assert where(audit, "links.csv", "o2") == ("links.csv", 9)
    assert where(audit, "links.csv", "o12") == ("links.csv", 1)
    assert "Row 7 of the list of links" in result(audit, "o10")["message"]["text"]
    assert result(audit, "o10")["properties"]["url"] == "https://www.baansuanmok.example/7"


def test_what_the_visit_found_instead_of_a_link_is_no_row() -> None:
    assert where(by_links(link(None, "o10", opens=True)), "links.csv") == ("links.csv", 1)


# The same alert, month after month.


def prints(audit: Audit, language: Language = "th", source: str | None = None) -> dict[str, Any]:
    return {
        f"{each['ruleId']} {each['properties']['url']}": each["partialFingerprints"]
        for each in run(audit, language, source)["results"]
    }


def test_an_alert_stays_the_same_while_its_year_lasts() -> None:
    audit = audits.every_status()
    later = audits.with_item("o2", reason=Text("ยังขาดรูปถ่าย", "still no photo"), gain=1.0)
    later = replace(later, today=date(2026, 12, 21), snapshot_id="sha256:" + "3" * 64)

    assert prints(audit) == prints(later, "en", "elsewhere/links.csv")


def test_no_two_alerts_are_the_same() -> None:
    audit = audits.every_status()
    twice = replace(audit, site_findings=(*audit.site_findings, audit.site_findings[1]))
    found = [each["partialFingerprints"] for each in run(twice)["results"]]

    for name in ("primaryLocationLineHash", "oitAudit/v1"):
        assert len({each[name] for each in found}) == len(found) == 9
    assert all(re.fullmatch(r"[0-9a-f]{16}:1", each["primaryLocationLineHash"]) for each in found)


@pytest.mark.parametrize("change", [{"fiscal_year": 2570}, {"organisation": None}])
def test_another_year_or_another_organisation_is_another_alert(change: dict[str, Any]) -> None:
    audit = audits.every_status()
    if "organisation" in change:
        other = replace(audit.organisation, url="https://www.elsewhere.example/")
        change = {"organisation": other}
    now, then = prints(replace(audit, **change)), prints(audit)

    assert {p["oitAudit/v1"] for p in now.values()}.isdisjoint(
        p["oitAudit/v1"] for p in then.values()
    )


def test_the_category_is_that_of_the_organisation_so_that_a_new_year_closes_the_old_alerts() -> (
    None
):
    name = run(audits.every_status())["automationDetails"]["id"]
    category, _, year = name.rpartition("/")

    assert (category, year) == ("oit-audit/www.baansuanmok.example", "2569")


# Incomplete, many, hostile.


def invocation(audit: Audit, language: Language = "en") -> dict[str, Any]:
    (only,) = run(audit, language)["invocations"]
    assert isinstance(only, dict)
    return only


def test_a_look_that_was_cut_short_is_told_with_its_causes() -> None:
    told = invocation(audits.every_status())

    assert told["executionSuccessful"] is False
    first, *causes = told["toolExecutionNotifications"]
    assert first["level"] == "warning"
    assert "was not seen whole" in first["message"]["text"]
    assert "20 addresses did not answer in time" in first["message"]["text"]
    assert {cause["level"] for cause in causes} == {"note"}
    assert causes[0]["message"]["text"].startswith("No answer in time (21): Scan again")


def test_a_site_that_never_answered_is_an_error_of_the_run_and_of_no_item() -> None:
    only = run(audits.nothing_seen())

    assert invocation(audits.nothing_seen())["toolExecutionNotifications"][0]["level"] == "error"
    assert {each["kind"] for each in only["results"]} == {"review"}


@pytest.mark.parametrize("audit", [audits.all_met(), by_links(link(2, "o1", opens=True))])
def test_a_look_that_was_as_long_as_it_was_meant_to_be_is_no_failure(audit: Audit) -> None:
    told = invocation(audit)

    assert told["executionSuccessful"] is True
    assert told["toolExecutionNotifications"] == []
    assert told["endTimeUtc"] == "2026-11-20T03:24:05Z"


def test_more_results_than_code_hosts_show_are_cut_and_told_the_loudest_first() -> None:
    many = tuple(
        SiteFinding("papers_unreadable", Severity.LOW, f"https://a.example/{n}", Text("ก", "a"))
        for n in range(MAX_RESULTS)
    )
    audit = replace(audits.all_met(), site_findings=many, verdicts=audits.every_status().verdicts)
    only = run(audit)

    assert len(only["results"]) == MAX_RESULTS
    assert [each["ruleId"] for each in only["results"][:3]] == ["o10", "o12", "o2"]
    (told,) = invocation(audit)["toolExecutionNotifications"]
    assert told["message"]["text"] == "and 5 more that are not shown here."


def test_only_what_endangers_people_is_called_a_matter_of_safety() -> None:
    rules = {
        r["id"]: r["properties"] for r in run(audits.every_status())["tool"]["driver"]["rules"]
    }

    assert rules["personal_id_exposed"]["security-severity"] == "8.0"
    assert "security" in rules["personal_id_exposed"]["tags"]
    assert not any("security-severity" in rules[name] for name in ("no_https", "odd", "o1"))


def test_hostile_text_is_neither_link_nor_placeholder_nor_obeyed() -> None:
    hostile = Text(
        "ก",
        "see [here](https://evil.example) \\[x](y) {0} ##[debug]x #\u200b#[debug]z \x1b[31m\u202e",
    )
    audit = audits.with_item("o10", reason=hostile, title=hostile, remedy=hostile)
    data = render("sarif", audit, "en")
    found = result(audit, "o10")["message"]["text"]

    assert "[here](" not in found.replace("\\[", "<").replace("\\]", ">")
    assert "{0}" not in found.replace("{{0}}", "")
    assert b"##[" not in data.replace("\u200b".encode(), b"")
    assert not {"\x1b", "\u202e"} & set(data.decode())
    (rule,) = (r for r in run(audit)["tool"]["driver"]["rules"] if r["id"] == "o10")
    assert r"\[here\]\(https\://evil\.example\)" in rule["help"]["markdown"]


def test_no_address_is_offered_that_is_none_of_the_web() -> None:
    assert result(audits.every_status(), "o12")["properties"]["url"] is None
    assert result(audits.every_status(), "odd")["properties"]["url"] is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_in_any_field_breaks_the_log(audit: Audit) -> None:
    data = FORMAT.render(audit, Reader("en", "links.csv"))
    schema().validate(json.loads(data))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data.decode())
    assert b"##[" not in data
    statuses = (Status.PARTIAL, Status.STALE, Status.MISSING, Status.UNKNOWN)
    assert json.loads(data)["runs"][0]["properties"]["items"].keys() >= set(statuses)
