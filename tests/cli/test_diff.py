"""`oit-audit diff`: what moved between two audits, and what a job that runs it learns."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from oit_audit.cli.diff import THRESHOLDS, ending
from oit_audit.model import Audit, Changes, Completion, Organisation, Outcome, Status, Waiver
from oit_audit.report import render
from oit_audit.store import changes
from tests.report import changed
from tests.two_audits import HOME, audit, item, later, paper, part, reach, unseen

Run = Callable[..., tuple[int, str, str]]
Files = Callable[..., tuple[str, str]]


@pytest.fixture
def ask(run: Run) -> Run:
    """Run `oit-audit diff`."""
    return partial(run, "diff")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write two audits; give the names of their files."""

    def write(old: Audit, new: Audit) -> tuple[str, str]:
        names = []
        for name, each in (("old", old), ("new", new)):
            path = tmp_path / f"{name}.json"
            path.write_bytes(render("json", each, "th"))
            names.append(str(path))
        return names[0], names[1]

    return write


def both(found: Changes) -> tuple[Audit, Audit]:
    return found.old, found.new


def kinds(out: str) -> dict[str, Any]:
    """Return what the JSON says became of each item."""
    return {each["id"]: each["kind"] for each in json.loads(out)["items"]}


# What it shows.


def test_without_output_it_is_shown_on_the_terminal(ask: Run, files: Files) -> None:
    code, out, _ = ask(*files(*both(changed.everything())))

    assert code == 0
    assert "ผลลดลงเพราะเว็บไซต์เปลี่ยนแปลง" in out
    assert "แก้ไขแล้ว" in out


def test_the_language_can_be_english(ask: Run, files: Files) -> None:
    _, out, _ = ask(*files(*both(changed.everything())), "--lang", "en")

    assert "Worse: the website changed" in out


def test_the_same_file_twice_is_no_change(ask: Run, files: Files) -> None:
    old, _ = files(*both(changed.everything()))

    code, out, _ = ask(old, old, "--fail-on", "change", "--lang", "en")

    assert code == 0
    assert "No change" in out


def test_every_report_that_is_asked_for_is_written(ask: Run, files: Files, tmp_path: Path) -> None:
    page, summary = tmp_path / "diff.html", tmp_path / "diff.md"
    asked = ("-o", f"html={page}", "-o", f"markdown={summary}", "-o", "json=-")

    code, out, _ = ask(*files(*both(changed.everything())), *asked)

    assert code == 0
    assert json.loads(out)["schema"] == "oit-audit/diff/v1"
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert summary.read_text("utf-8").startswith("## ")


@pytest.mark.parametrize("which", [0, 1])
def test_one_of_the_two_may_come_from_standard_input(ask: Run, files: Files, which: int) -> None:
    names = list(files(*both(changed.everything())))
    data = Path(names[which]).read_bytes()
    _, asked_plainly, _ = ask(*names, "-o", "json=-")
    names[which] = "-"

    code, out, _ = ask(*names, "-o", "json=-", stdin=data)

    assert code == 0
    assert out == asked_plainly


def test_an_audit_of_an_older_program_is_read(ask: Run, files: Files) -> None:
    old, new = files(audit(item("o1", waiver=Waiver("รอ"))), later(item("o1", Status.MISSING)))
    value = json.loads(Path(old).read_text("utf-8"))
    for each in value["items"]:
        each["waiver"] = "รอ"
        del each["considered"]
    Path(old).write_text(json.dumps(value), encoding="utf-8")

    code, out, _ = ask(old, new, "-o", "json=-")

    assert code == 0
    assert kinds(out) == {"o1": "regressed"}


# What is refused.


def test_two_websites_are_refused_unless_the_caller_insists(ask: Run, files: Files) -> None:
    other = Organisation("https://www.elsewhere.example/", "เทศบาลอื่น")
    names = files(audit(item("o1")), later(item("o1"), organisation=other))

    code, out, err = ask(*names)
    assert (code, out) == (2, "")
    assert HOME in err
    assert "elsewhere.example" in err
    assert "--force" in err

    code, out, _ = ask(*names, "--force", "--lang", "en")
    assert code == 0
    assert "two different websites" in out


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--fail-on", "regresion"), "did you mean regression? there are: regression, stale"),
        (("--fail-on", "xyz"), "there are: regression, stale"),
        (("-o", "pdf=x.pdf"), "json, markdown, html"),
        (("-o", "json"), "not FORMAT=PATH"),
        (("-o", "json=-", "-o", "html=-"), "only one report"),
        (("-o", "json=/nowhere/at/all.json"), "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said_before_the_work(
    ask: Run, files: Files, option: tuple[str, ...], told: str
) -> None:
    code, out, err = ask(*files(*both(changed.everything())), *option)

    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


def test_a_file_that_is_no_audit_or_is_not_there_is_named(
    ask: Run, files: Files, tmp_path: Path
) -> None:
    old, _ = files(*both(changed.everything()))
    odd = tmp_path / "odd.json"
    odd.write_text("[]", encoding="utf-8")

    assert ask(old, str(odd))[0] == 2
    code, _, err = ask(old, str(tmp_path / "new-one.json"))
    assert code == 2
    assert "new-one.json" in err
    assert "could not reach the home page" in err
    assert ask("-", "-")[0] == 2


# How it ends.

WORSE = (audit(item("o1"), item("o2")), later(item("o1", Status.MISSING), item("o2")))
STALE = (
    audit(item("o1")),
    later(item("o1", Status.STALE), fiscal_year=2569, checklist_digest="sha256:" + "9" * 64),
)
UNSEEN = (audit(item("o1")), later(unseen("o1"), reach=reach(Completion.PARTLY)))
OTHER_RULES = (
    audit(item("o1")),
    later(item("o1", Status.PARTIAL, evidence=(paper("o1", "b"),)), tool_version="0.2.0"),
)
LOST = (
    audit(item("o1", Status.PARTIAL, elements=(part("a", Outcome.FOUND),))),
    later(
        item(
            "o1",
            Status.PARTIAL,
            elements=(part("a", Outcome.ABSENT),),
            evidence=(paper("o1", "b"),),
        )
    ),
)


@pytest.mark.parametrize(
    ("pair", "reached"),
    [
        (WORSE, {"regression", "change"}),
        (STALE, {"stale", "change"}),
        (OTHER_RULES, {"unclear", "change"}),
        (LOST, {"element", "change"}),
        (both(changed.everything()), set(THRESHOLDS)),
        (both(changed.nothing()), set()),
    ],
)
def test_exit_code_1_says_that_what_was_named_is_there(
    ask: Run, files: Files, pair: tuple[Audit, Audit], reached: set[str]
) -> None:
    names = files(*pair)
    others = [name for name in THRESHOLDS if name not in reached]

    assert ask(*names)[0] == 0
    assert ask(*names, "--fail-on", ",".join(others))[0] == 0
    for threshold in reached:
        assert ending(changes(*pair), [threshold]) == 1
    assert ask(*names, *(each for name in reached for each in ("--fail-on", name)))[0] == bool(
        reached
    )


@pytest.mark.parametrize("asked", [(), ("--fail-on", "regression")])
def test_a_look_that_was_cut_short_ends_with_3_and_blames_the_network(
    ask: Run, files: Files, asked: tuple[str, ...]
) -> None:
    code, out, err = ask(*files(*UNSEEN), *asked, "--lang", "en")

    assert code == 3
    assert "the later audit is incomplete: 20 of 60 addresses did not answer" in err
    assert "not held against the website" in " ".join(out.split())
    assert "Worse" not in out


def test_what_is_known_to_be_worse_ends_with_1_even_when_the_look_was_cut_short(
    ask: Run, files: Files
) -> None:
    old, new = WORSE
    names = files(old, replace(new, reach=reach(Completion.PARTLY)))

    assert ask(*names)[0] == 3
    assert ask(*names, "--fail-on", "regression")[0] == 1


def test_an_earlier_look_that_was_cut_short_is_told_and_ends_well(ask: Run, files: Files) -> None:
    old = audit(unseen("o1"), reach=reach(Completion.PARTLY))

    code, out, err = ask(
        *files(old, later(item("o1", Status.MISSING))), "--fail-on", "regression", "--lang", "en"
    )

    assert code == 0
    assert "the earlier audit is incomplete" in err
    assert "Known for the first time" in out


def test_what_a_person_excused_does_not_fail_a_job(ask: Run, files: Files) -> None:
    excused = item("o1", Status.MISSING, waiver=Waiver("รอสภาเห็นชอบ"))

    assert ask(*files(WORSE[0], later(excused, item("o2"))), "--fail-on", "regression")[0] == 0


def test_the_wrong_order_is_said_and_not_mended(ask: Run, files: Files) -> None:
    old, new = files(*WORSE)

    code, out, err = ask(new, old, "-o", "json=-")

    assert code == 0
    assert "the order is OLD.json NEW.json" in err
    assert kinds(out) == {"o1": "fixed", "o2": "unchanged"}
