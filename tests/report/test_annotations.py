"""Annotations of a workflow: what is worth most, escaped, and nobody else's commands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from oit_audit.model import (
    ONLY_ENTERED,
    Audit,
    Completion,
    Decision,
    Language,
    LinkVerdict,
    Severity,
    SiteFinding,
    Status,
    Text,
    Waiver,
)
from oit_audit.report import as_annotations, render, tame
from oit_audit.report.annotations import SHOWN
from tests.report import audits, splash
from tests.report.accepted import agrees
from tests.report.items import verdict

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


class Command(NamedTuple):
    """A command as the runner of workflows reads it."""

    name: str
    properties: dict[str, str]
    message: str


def unescaped(text: str, *more: tuple[str, str]) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, sign)
    return text


def obeyed(line: str) -> Command | None:
    """Return what a workflow obeys of a line, read as actions/runner does; None for nothing."""
    line = line.strip()
    if line.startswith("::") and "::" in line[2:]:
        info, _, message = line[2:].partition("::")
        name, _, listed = info.partition(" ")
        pairs = [pair.split("=", 1) for pair in listed.split(",") if "=" in pair]
        colon, comma = ("%3A", ":"), ("%2C", ",")
        told = {key: unescaped(value, colon, comma) for key, value in pairs}
        return Command(name, told, unescaped(message))
    if (found := re.search(r"##\[([^\]]*)\](.*)", line)) is not None:
        return Command(found[1].partition(" ")[0], {}, found[2])
    return None


def commands(audit: Audit, language: Language = "en", source: str | None = None) -> list[Command]:
    """Return the commands; each line is one."""
    read = [obeyed(line) for line in as_annotations(audit, language, source)]
    assert None not in read
    return [command for command in read if command is not None]


def with_items(count: int, status: Status) -> Audit:
    items = tuple(
        verdict(f"o{n}", f"ข้อ {n}", f"Item {n}", status, gain=n / 10) for n in range(1, count + 1)
    )
    return replace(audits.all_met(), verdicts=items)


def test_each_level_has_its_own_command_and_the_loudest_come_first() -> None:
    told = [(c.name, c.properties["title"]) for c in commands(audits.every_status())]

    assert [name for name, _ in told] == ["error"] * 2 + ["warning"] * 4 + ["notice"] * 3
    assert [title.partition(":")[0] for _, title in told[:4]] == [
        "Citizen id numbers on the website",
        "o10 Annual spending plan",
        "The website was not seen whole",
        "no https",
    ]
    assert told[-1] == ("notice", "oit-audit")


def test_an_annotation_says_why_what_to_do_and_where() -> None:
    (told,) = (c for c in commands(audits.every_status()) if c.properties["title"].startswith("o2"))

    assert told.properties["title"] == "o2 Executives: Partial"
    assert told.message.splitlines() == [
        "the page lacks photos and contacts",
        "Lacking: Photo, Contact",
        "What to do: Publish “Executives” for fiscal year 2569 B.E. and link it from the home page",
        "Responsible unit: งานประชาสัมพันธ์ (สำนักปลัด)",
        "OIT points to win: 1.11",
        "Address: https://www.baansuanmok.example/executives",
    ]


def test_the_last_one_sums_up() -> None:
    last = commands(audits.every_status())[-1]

    assert last.name == "notice"
    assert last.message == (
        "เทศบาลตำบลบ้านสวนหมอก, fiscal year 2569 B.E.: 3 to fix,"
        " 1 for a person to look at, of 7 items; estimated OIT score 73.41 (range 73.41–78.41)"
    )


def test_nothing_to_do_is_summed_up_all_the_same() -> None:
    (only,) = commands(audits.all_met(), "th")

    assert only.name == "notice"
    assert "ต้องแก้ไข 0 ข้อ" in only.message


def test_no_more_are_written_of_a_level_than_are_shown_those_worth_most_first() -> None:
    *told, last = commands(with_items(25, Status.MISSING))

    assert len(told) == SHOWN
    assert [c.properties["title"].split(" ")[0] for c in told[:3]] == ["o25", "o24", "o23"]
    assert last.message.endswith("and 15 more that are not shown here")


def test_the_summary_has_room_among_many_notices() -> None:
    told = commands(with_items(25, Status.UNKNOWN))

    assert len(told) == SHOWN
    assert told[-1].properties["title"] == "oit-audit"
    assert "and 16 more" in told[-1].message


def test_a_site_that_never_answered_is_an_error_with_its_causes() -> None:
    first = commands(audits.nothing_seen())[0]

    assert first.name == "error"
    assert first.properties["title"].startswith("The website could not be visited")
    assert first.message == "No answer in time (1): Scan again when the website is quicker"


def test_a_look_that_was_meant_to_be_short_is_not_told_as_cut_short() -> None:
    link = LinkVerdict(
        3, "o10", audits.HOME, "", True, None, None, None, None, (), Text("ก", "a")
    )  # fmt: skip
    reach = replace(audits.every_status().reach, reason=ONLY_ENTERED)
    told = commands(replace(audits.every_status(), reach=reach, links=(link,)), "en", "links.csv")

    assert not any("not seen whole" in c.properties["title"] for c in told)
    (row,) = (c for c in told if c.properties["title"].startswith("o10"))
    assert (row.properties["file"], row.properties["line"]) == ("links.csv", "3")


def test_without_a_file_of_the_caller_no_place_is_made_up() -> None:
    assert all(c.properties.keys() == {"title"} for c in commands(audits.every_status()))


def test_names_of_files_are_escaped() -> None:
    told = commands(audits.every_status(), "en", "ita/a,b:100%.csv")
    files = {c.properties["file"] for c in told if "file" in c.properties}

    assert files == {"ita/a,b:100%.csv"}


def test_what_a_person_has_excused_is_left_in_peace() -> None:
    assert not any(c.properties["title"].startswith("o4") for c in commands(audits.every_status()))

    audit = audits.all_met()
    refused = replace(audit.verdicts[0], waiver=Waiver("ไม่เปิด", Decision.NOT_MET))
    first = commands(replace(audit, verdicts=(refused,)))[0]
    assert (first.name, first.properties["title"]) == (
        "warning",
        "o1 Structure and powers: Met – a person says that it is not met",
    )


HOSTILE = "x\n::set-output name=a::b\r\n::add-mask::c%0A::d, e=f ##[stop-commands]g\x1b]0;h\x07"


@pytest.mark.parametrize("text", [HOSTILE, "::error::x", "%0A::error::x", "title=x::y"])
def test_nobody_else_can_write_a_command(text: str) -> None:
    told = Text(text, text)
    finding = SiteFinding("odd", Severity.HIGH, "https://a.example/\n::error::x", told)
    item = verdict("o1", text, text, Status.MISSING, reason=told, remedy=told, unit=text)
    audit = replace(audits.all_met(), verdicts=(item,), site_findings=(finding,))
    lines = as_annotations(audit, "en", "links.csv")

    assert len(lines) == 3
    for line in lines:
        assert line.splitlines() == [line]
        command = obeyed(line)
        assert command is not None
        assert command.name in ("error", "notice")
        assert set(command.properties) <= {"file", "line", "title"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN), source=st.none() | st.text(max_size=20))
def test_no_text_in_any_field_breaks_a_line(audit: Audit, source: str | None) -> None:
    for line in as_annotations(audit, "th", source):
        assert len(line.splitlines()) == 1
        command = obeyed(line)
        assert command is not None
        assert command.name in ("error", "warning", "notice")
        assert set(command.properties) <= {"file", "line", "title"}


# What is printed for people.


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n  ::add-mask::x", "a\n  : :add-mask::x"),
        ("see ##[add-mask]x", "see ## [add-mask]x"),
        ("a::b and #1 [c]", "a::b and #1 [c]"),
        ("เวลา 12:30", "เวลา 12:30"),
    ],
)
def test_a_reader_sees_a_space_more_where_a_command_was(text: str, shown: str) -> None:
    assert tame(text) == shown


@given(
    st.lists(
        st.sampled_from(
            [":", "::", "#", "##[", "[", "]", "error", " ", "\n", "\u200b", "\ufeff", "\x00", "x"]
        ),
        max_size=30,
    ).map("".join)
)
@example("\u200b:\u200b:error::x")
@example("#\u200b#\u200b[error]x")
def test_nothing_that_is_tamed_is_obeyed_nor_by_who_passes_over_what_is_not_seen(text: str) -> None:
    for line in tame(text).splitlines():
        seen = UNSEEN.sub("", line).replace("\x00", "").strip()
        assert not seen.startswith("::")
        assert "##[" not in seen
    assert tame(tame(text)) == tame(text)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    audit=splash.audits(st.sampled_from(["\n::error::x", "##[add-mask]x", "::x::", "#\u200b#[a]"]))
)
def test_reports_for_programs_may_be_printed_in_a_workflow(audit: Audit) -> None:
    for name in ("json", "sarif", "junit"):
        for line in render(name, audit, "th").decode().splitlines():
            assert obeyed(UNSEEN.sub("", line)) is None, name


def test_a_cut_short_look_without_a_known_cause_is_told_as_well() -> None:
    audit = audits.all_met()
    reach = replace(audit.reach, completion=Completion.PARTLY, reason="budget")
    first = commands(replace(audit, reach=reach))[0]

    assert first.name == "warning"
    assert first.message == first.properties["title"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_annotations_read_as_accepted(language: Language) -> None:
    told = as_annotations(audits.every_status(), language, "oit-audit.toml")
    agrees(f"annotations.{language}.txt", "".join(f"{line}\n" for line in told).encode())
