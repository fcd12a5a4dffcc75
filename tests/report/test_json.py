"""The audit as JSON: the contract's keys in its order, read back equal, harmless to look at."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from oit_audit.errors import InputError
from oit_audit.model import Audit, Evidence, Organisation
from oit_audit.report import read_audit, render
from tests.report import accepted, audits, splash

CONTRACT = Path(__file__).parents[3] / "shared" / "contract.md"


def as_json(audit: Audit) -> dict[str, object]:
    loaded = json.loads(render("json", audit, "th"))
    assert isinstance(loaded, dict)
    return loaded


def changed(path: list[str | int], value: object) -> bytes:
    """Return a good audit with one key changed; None takes it away."""
    loaded = as_json(audits.every_status())
    place: object = loaded
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]  # the test knows the way
    if value is None:
        del place[path[-1]]  # type: ignore[attr-defined]
    else:
        place[path[-1]] = value  # type: ignore[index]
    return json.dumps(loaded).encode()


def test_the_audit_reads_as_accepted() -> None:
    accepted.agrees("audit.json", render("json", audits.every_status(), "th"))


def test_the_keys_are_those_of_the_contract_in_its_order_and_one_further_in_each_item() -> None:
    if not CONTRACT.exists():
        pytest.skip("the contract is not on this machine")
    block = re.search(r"```json\n(.*?)```", CONTRACT.read_text("utf-8"), re.DOTALL)
    assert block is not None

    assert_same_keys(json.loads(block[1]), as_json(audits.every_status()), "audit")


def assert_same_keys(contract: object, ours: object, where: str) -> None:
    if isinstance(contract, dict) and isinstance(ours, dict):
        further = ["considered"] if where == "audit.items[]" else []
        assert list(ours) == [*contract, *further], where
        for key in contract:
            assert_same_keys(contract[key], ours[key], f"{where}.{key}")
    elif isinstance(contract, list) and isinstance(ours, list):
        for each in ours:
            assert_same_keys(contract[0], each, f"{where}[]")


def test_the_bytes_are_plain_utf8_with_an_indent_of_two_and_a_last_newline() -> None:
    data = render("json", audits.every_status(), "th")

    assert data.startswith(b'{\n  "schema": "oit-audit/audit/v1",\n')
    assert data.endswith(b"\n}\n")
    assert "เทศบาลตำบลบ้านสวนหมอก".encode() in data


def test_both_languages_of_the_reader_give_the_same_bytes() -> None:
    audit = audits.every_status()

    assert render("json", audit, "th") == render("json", audit, "en")


def test_numbers_have_at_most_two_decimals() -> None:
    audit = audits.every_status()
    score = replace(audit.score, points=73.405000001, low=1 / 3, high=99.999)
    verdict = replace(audit.verdicts[1], gain=1.1111111)

    loaded = as_json(replace(audit, score=score, verdicts=(verdict,)))

    assert re.findall(r"\d+\.\d{3,}", json.dumps(loaded["score"])) == []
    assert loaded["items"][0]["gain"] == 1.11  # type: ignore[index]


def test_instants_are_utc_wherever_the_clock_stood() -> None:
    bangkok = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=7)))

    loaded = as_json(replace(audits.every_status(), started_at=bangkok))

    assert loaded["snapshot"]["started_at"] == "2026-11-21T02:00:00Z"  # type: ignore[index]


def test_an_instant_without_a_zone_is_refused() -> None:
    nowhere = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001  # the mistake that is tested

    with pytest.raises(ValueError, match="without its zone"):
        as_json(replace(audits.every_status(), started_at=nowhere))


def test_text_that_a_terminal_obeys_is_written_as_escapes_and_means_the_same() -> None:
    name = "town\x9b31m\u202e\x1b[0m\u2028"
    audit = replace(audits.every_status(), organisation=Organisation(audits.HOME, name))

    data = render("json", audit, "th")

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", data.decode())
    assert read_audit(data, "audit.json").organisation.name == name


@pytest.mark.parametrize("build", [audits.every_status, audits.all_met, audits.nothing_seen])
def test_an_audit_written_and_read_back_is_equal_but_for_what_the_checklist_says(
    build: object,
) -> None:
    assert callable(build)
    audit = build()

    assert read_audit(render("json", audit, "th"), "audit.json") == audits.bare(audit)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits())
def test_an_audit_with_any_text_written_and_read_back_is_equal(audit: Audit) -> None:
    assert read_audit(render("json", audit, "th"), "audit.json") == audits.bare(audit)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_text_that_is_no_text_never_breaks_the_file(audit: Audit) -> None:
    data = render("json", audit, "th")

    again = read_audit(data, "audit.json")

    assert render("json", again, "th") == data


def test_a_byte_order_mark_is_forgiven() -> None:
    audit = audits.all_met()

    data = b"\xef\xbb\xbf" + render("json", audit, "th")

    assert read_audit(data, "audit.json") == audits.bare(audit)


@pytest.mark.parametrize("name", ["utf-16", "utf-16-be"])
def test_what_powershell_made_of_it_is_named(name: str) -> None:
    text = "\ufeff" * (name == "utf-16-be") + render("json", audits.all_met(), "th").decode()

    with pytest.raises(InputError, match="PowerShell"):
        read_audit(text.encode(name), "audit.json")


@pytest.mark.parametrize(
    "when", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"]
)
@pytest.mark.parametrize("name", ["started_at", "finished_at"])
def test_an_instant_that_no_zone_has_a_day_for_is_refused(name: str, when: str) -> None:
    with pytest.raises(InputError, match=rf"snapshot\.{name}"):
        read_audit(changed(["snapshot", name], when), "audit.json")


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2569-11-22"])
def test_a_day_of_another_era_is_refused(day: str) -> None:
    with pytest.raises(InputError, match="today"):
        read_audit(changed(["today"], day), "audit.json")


@pytest.mark.parametrize("points", [1e308, -0.01, 100.01])
def test_points_that_nobody_can_have_are_refused(points: float) -> None:
    with pytest.raises(InputError, match=r"score\.points"):
        read_audit(changed(["score", "points"], points), "audit.json")


@pytest.mark.parametrize("year", [-1, 0, 543, 2022, 10**30])
def test_a_year_of_no_checklist_that_may_be_is_refused(year: int) -> None:
    with pytest.raises(InputError, match=r"checklist\.fiscal_year"):
        read_audit(changed(["checklist", "fiscal_year"], year), "audit.json")


def test_evidence_that_says_only_where_it_is_is_read() -> None:
    loaded = as_json(audits.every_status())
    for item in loaded["items"]:  # type: ignore[attr-defined]
        for element in item["elements"]:
            if element["evidence"]:
                element["evidence"] = {
                    key: element["evidence"][key] for key in ("url", "where", "quote")
                }

    read = read_audit(json.dumps(loaded).encode(), "audit.json")

    element = read.verdicts[0].elements[0]
    assert element.finding.evidence == Evidence(
        url=audits.HOME + "o1/แผน", where="h2", quote="แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)"
    )


def test_a_key_of_a_later_version_is_passed_over() -> None:
    data = changed(["reach", "later"], "x")

    assert read_audit(data, "audit.json") == audits.bare(audits.every_status())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "audit.json: Invalid JSON"),
        (b"not json", "audit.json: Invalid JSON"),
        (b"[]", "audit.json: "),
        (b"{}", "audit.json: schema: Field required"),
        (b"\xff\xfe", "audit.json: Invalid JSON"),
        (b'{"a": ' * 2_000, "audit.json: Invalid JSON"),
        (changed(["schema"], "oit-audit/audit/v2"), "audit.json: schema: "),
        (changed(["score", "level"], None), "audit.json: score.level: Field required"),
        (changed(["score", "points"], "73"), "audit.json: score.points: "),
        (changed(["today"], "yesterday"), "audit.json: today: "),
        (changed(["snapshot", "started_at"], "2026-11-21T00:00:00"), "snapshot.started_at: "),
        (changed(["items", 1, "status"], "great"), "audit.json: items[1].status: "),
        (changed(["items", 1, "evidence"], []), "items[1]: Value error, o2: partial must show"),
        (changed(["items", 3, "completion"], "partly"), "items[3]: Value error, o10: missing"),
        (
            changed(["items", 1, "elements", 1, "outcome"], "found"),
            "items[1].elements[1]: Value error, FOUND must show",
        ),
        (changed(["reach", "skipped", 0, "reason"], "bored"), "reach.skipped[0].reason: "),
    ],
)
def test_a_bad_file_is_told_by_its_name_and_key_on_one_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_audit(data, "audit.json")

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_each_candidate_stands_on_one_line_and_leaves_out_what_is_empty() -> None:
    lines = render("json", audits.every_status(), "th").decode().splitlines()

    (one,) = (line for line in lines if line.startswith('          {"url"') and "/board" in line)
    assert json.loads(one.rstrip(",")) == {
        "url": f"{audits.HOME}board",
        "conclusion": "judged",
        "label": "บอร์ด",
        "behind": "elements",
    }


def test_an_audit_of_an_earlier_program_reads_without_what_is_behind_its_verdicts() -> None:
    loaded = as_json(audits.every_status())
    for each in loaded["items"]:  # type: ignore[attr-defined]
        del each["considered"]

    audit = read_audit(json.dumps(loaded).encode(), "audit.json")

    assert all(verdict.considered is None for verdict in audit.verdicts)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("rule", 5, "considered.rule"),
        ("left_out", "many", "considered.left_out"),
        ("grounds", [{"id": "x"}], "considered.grounds[0].holds"),
        ("candidates", [{"url": "x"}], "considered.candidates[0].conclusion"),
        ("candidates", [{"url": "x", "conclusion": "won"}], "considered.candidates[0].conclusion"),
        ("dead_ends", {}, "considered.dead_ends"),
    ],
)
def test_what_is_behind_a_verdict_is_checked_when_it_is_read(
    key: str, value: object, told: str
) -> None:
    with pytest.raises(InputError, match=re.escape(f"items[1].{told}")):
        read_audit(changed(["items", 1, "considered", key], value), "audit.json")
