"""The action: its steps run as a workflow would run them, against a site on loopback."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.chats import chat_room
from tests.ci.machine import Machine
from tests.ci.towns import Town
from tests.worlds import closed_port

QUICK = "--allow-private\n--delay=0\n--no-browser\n--no-ocr\n--today=2023-05-02"
"""What a visit to loopback needs."""

SHORT = f"{QUICK}\n--max-pages=1\n--max-documents=0"
"""A visit that is cut off at once."""


def test_two_runs_with_a_change_in_between(machine: Machine, town: Town) -> None:
    first = machine.use(url=town.url, install="false", arguments=QUICK)

    assert first.went_well, first.log
    assert first.outputs["exit-code"] == "0"
    assert first.outputs["completion"] == "full"
    assert first.outputs["changed"] == first.outputs["regression"] == ""
    assert "เทศบาลตำบลทุ่งจำลอง" in first.summary
    told = json.loads((machine.workspace / first.outputs["audit"]).read_bytes())
    assert first.outputs["score"] == str(told["score"]["points"])
    assert first.outputs["met"] == str(sum(each["status"] == "met" for each in told["items"]))
    for report in ("html", "summary", "sarif", "junit"):
        assert (machine.workspace / first.outputs[report]).stat().st_size > 0
    shutil.copytree(machine.workspace / "oit-audit", machine.repository / "last")

    before = town.asked()
    town.lose("/about/executives")
    second = machine.use(
        url=town.url,
        install="false",
        arguments=QUICK,
        previous="last",
        fail_on_regression="true",
    )

    assert second.code() == 1
    assert second.outputs["exit-code"] == "0"
    assert (second.outputs["changed"], second.outputs["regression"]) == ("true", "true")
    assert "::error title=oit-audit::" in second.step("Pass or fail").log
    assert second.summary.index("ผลลดลง 1 ข้อ") < second.summary.index("## OIT พ.ศ. 2566")
    assert float(second.outputs["score"]) < float(first.outputs["score"])
    assert town.asked() > before


def test_a_site_that_does_not_answer_is_tried_again_and_never_accused(machine: Machine) -> None:
    ran = machine.use(
        url=f"http://127.0.0.1:{closed_port()}/",
        install="false",
        arguments=QUICK,
        attempts="2",
        wait="0",
        on_incomplete="fail",
    )
    assert ran.code() == 3
    assert ran.step("Pass or fail").outcome == "failure"
    assert ran.outputs["exit-code"] == "3"
    assert ran.outputs["audit"] == ran.outputs["score"] == ran.outputs["regression"] == ""
    assert "The audit is incomplete" in ran.summary
    assert ran.log.count("cannot reach") == 2


def test_an_incomplete_audit_is_told_as_such_and_compared_with_care(
    machine: Machine, town: Town
) -> None:
    ran = machine.use(url=town.url, install="false", arguments=SHORT)
    assert ran.outputs["exit-code"] == "3"
    assert ran.outputs["completion"] == "partly"
    assert "::warning title=oit-audit::" in ran.step("Pass or fail").log
    assert ran.outputs["low"] != ran.outputs["high"]
    shutil.copytree(machine.workspace / "oit-audit", machine.repository / "last")

    again = machine.use(
        url=town.url, install="false", arguments=SHORT, previous="last", fail_on_regression="true"
    )
    assert again.went_well, again.log
    assert again.outputs["regression"] == "false"
    assert "ตรวจไม่ครบ" in again.summary


def test_wrong_usage_fails_with_two_and_says_why(machine: Machine) -> None:
    ran = machine.use(install="false", year="1999", url="https://www.never-asked.example/")
    assert ran.code() == 2
    assert "1999" in ran.log
    assert "The audit could not be made" in ran.summary
    assert [step.outcome for step in ran.steps if step.name == "Pass or fail"] == ["skipped"]


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"attempts": "1; touch owned"}, "attempts is a number"),
        ({"wait": ""}, "wait is a number"),
        ({"reports": "same", "previous": "same"}, "folder of its own"),
        ({"reports": ""}, "folder of its own"),
        ({"reports": "same", "previous": "./same/"}, "folder of its own"),
        ({"attempts": "99999999999999999999"}, "attempts is a number"),
        ({"wait": "99999999999999999999"}, "wait is a number"),
    ],
)
def test_inputs_that_make_no_sense_are_refused(
    machine: Machine, inputs: dict[str, str], said: str
) -> None:
    ran = machine.use(url="https://www.never-asked.example/", install="false", **inputs)
    assert ran.code() == 2
    assert said in ran.log
    assert not (machine.workspace / "owned").exists()


@pytest.mark.parametrize(
    "name", ["url", "config", "year", "name", "kind", "lang", "fail-on", "fail-under", "arguments"]
)
def test_no_input_becomes_a_command_or_an_option(machine: Machine, name: str) -> None:
    hostile = "$(touch owned)`touch owned`'\"; touch owned; #\n--i-own-this-site"
    inputs = {"url": "http://127.0.0.1:9/", name: hostile}  # refused without --allow-private
    ran = machine.use(install="false", **inputs)
    assert ran.code() == 2
    assert not list(machine.workspace.rglob("owned*"))


def test_an_address_that_looks_like_an_option_is_an_address(machine: Machine) -> None:
    ran = machine.use(install="false", url="--help")
    assert ran.code() == 2
    assert "is not a web address" in ran.log


def test_a_threshold_fails_the_step_with_one_and_messages_are_sent(
    machine: Machine, town: Town
) -> None:
    town.lose(*(path for path in town.server.site.routes if path not in ("/", "/robots.txt")))
    with chat_room() as room:
        ran = machine.use(
            url=town.url,
            install="false",
            arguments=QUICK,
            fail_on="missing,partial",
            notify=f"{room.address}\n",
            notify_on="failure",
            summary="false",
            upload_sarif="true",
        )
    assert ran.code() == 1
    assert len(room.messages) == 1
    assert "s3cret" not in ran.log
    assert ran.summary == ""
    assert json.loads(machine.findings[0])["version"] == "2.1.0"


def test_the_step_that_installs_makes_a_place_of_its_own(machine: Machine) -> None:
    """pip is played, since the network is not for tests; the rest of the step is not."""
    for name in ("python3", "python"):
        program = machine.programs / name
        program.unlink()
        program.write_text(
            "#!/bin/sh\n"
            'if [ "$1 $2" = "-m venv" ]; then\n'
            '  mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; exit\n'
            "fi\n"
            'printf "%s|" "$@" > installed\n'
        )
        program.chmod(0o755)
    ran = machine.use(url="https://a.example/", python_version="3.12", extras="ocr", notify="x://")
    assert machine.pythons == ["3.12"]
    installed = (machine.workspace / "installed").read_text()
    assert installed.endswith(f"|--|{machine.action}[ocr,notify]|")
    step = ran.step("Install oit-audit")
    bin_ = machine.workspace.parent / "temp" / "oit-audit" / "bin"
    assert step.outputs == {"python": f"{bin_}/python", "program": f"{bin_}/oit-audit"}
