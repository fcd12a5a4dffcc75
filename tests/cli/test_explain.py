"""`oit-audit explain`: why an item has its verdict, on a terminal, in a pipe, for programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

from oit_audit.checklists import load_checklist
from oit_audit.report import render
from tests.cli.conftest import Run
from tests.report.audits import every_status


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", every_status(), "th"))
    return path


@pytest.fixture
def ask(run: Run, saved: Path) -> Run:
    """Run `oit-audit explain` on the audit that holds every status."""
    return partial(run, "explain", str(saved))


@pytest.mark.parametrize(
    "words",
    [
        ("o2",), ("O2",), ("2",), ("02",), ("๒",), ("ข้อ 2",), ("ข้อ", "๒"), ("ข้อที่ 2",), ("ข้อ๒",),
        ("o๒",), ("OIT 2",), ("oit-2",), ("o-2",), (" o2 ",), ("ข้อ O2",), ("item", "2"),
    ],
)  # fmt: skip
def test_an_item_is_named_as_people_write_it(ask: Run, words: tuple[str, ...]) -> None:
    code, out, _ = ask(*words, "--lang", "en")

    assert code == 0
    assert out.startswith("o2 Executives · เทศบาลตำบลบ้านสวนหมอก · OIT 2569\n")


def test_it_is_in_thai_unless_english_is_asked_for(ask: Run) -> None:
    _, out, _ = ask("o2")

    assert "== ผลและความมั่นใจ ==" in out
    assert "== หากเห็นว่าผลนี้ไม่ถูกต้อง ==" in out


def test_several_items_come_in_the_order_of_asking_each_once(ask: Run) -> None:
    _, out, _ = ask("o12", "2", "O12", "o4", "--lang", "en")

    heads = [line.split()[0] for line in out.splitlines() if line.endswith("· OIT 2569")]
    assert heads == ["o12", "o2", "o4"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("o99", "o29"),
        ("44", "o4"),
        ("executives", "o2 (ข้อมูลผู้บริหาร)"),
        ("ผู้บริหาร", "o2 (ข้อมูลผู้บริหาร)"),
        ("E-Servce", "o17"),
        ("????", "there are: o1, o2, o4"),
    ],
)
def test_an_unknown_item_is_told_with_the_nearest(ask: Run, word: str, near: str) -> None:
    code, out, err = ask(word)

    assert (code, out) == (2, "")
    assert f"no such item in this audit: {word!r}" in err
    assert near in err


def test_words_without_a_number_are_wrong_usage(ask: Run) -> None:
    code, _, err = ask("ข้อ")

    assert code == 2
    assert "name an item" in err


def test_no_item_at_all_is_wrong_usage(ask: Run) -> None:
    code, _, err = ask()

    assert code == 2
    assert "ITEM" in err


def test_an_audit_without_items_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_bytes(render("json", replace(every_status(), verdicts=()), "th"))

    code, _, err = run("explain", str(path), "o1")

    assert code == 2
    assert "the audit has no items" in err


@pytest.mark.parametrize("data", [b"{}", b"[]", b"", b"\xff\xfe", b"<html>"])
def test_what_is_no_audit_is_told_on_one_line(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(data)

    code, out, err = run("explain", str(path), "o2")

    assert (code, out) == (2, "")
    assert "other.json" in err
    assert "oit-audit scan --output json=PATH" in err
    assert len(err.splitlines()) == 2


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    code, _, err = run("explain", "none.json", "o2")

    assert code == 2
    assert "cannot read none.json" in err


def test_the_audit_may_come_from_standard_input(run: Run, saved: Path) -> None:
    _, out, _ = run("explain", "-", "o2", stdin=saved.read_bytes())

    assert out.startswith("o2 ")


def test_an_audit_of_an_older_version_still_reads(run: Run, saved: Path) -> None:
    loaded = json.loads(saved.read_bytes())
    for item in loaded["items"]:
        del item["considered"]
    saved.write_text(json.dumps(loaded), encoding="utf-8")

    code, out, _ = run("explain", str(saved), "o2", "--lang", "en")

    assert code == 0
    assert "written by an older version" in out
    assert "https://www.baansuanmok.example/executives" in out


def test_what_the_item_asks_comes_from_the_checklist_it_was_judged_by(
    run: Run, tmp_path: Path
) -> None:
    digest = load_checklist(2569).digest
    path = tmp_path / "audit.json"
    path.write_bytes(render("json", replace(every_status(), checklist_digest=digest), "th"))

    _, out, err = run("explain", str(path), "o1", "--lang", "en")

    assert err == ""
    asks = out.split("== What the item asks ==")[1].split("==")[0]
    assert "of the year: " in asks
    assert "source: " in asks


def test_a_changed_checklist_is_told_and_the_rest_is_shown(ask: Run) -> None:
    code, out, err = ask("o2", "--lang", "en")

    assert code == 0
    assert "the checklist of 2569 has changed" in err
    assert "is not here, so sources cannot be told" in out


def test_programs_get_json_and_nothing_else(ask: Run) -> None:
    code, out, _ = ask("o2", "o12", "--json")

    assert code == 0
    loaded = json.loads(out)
    assert [item["id"] for item in loaded["items"]] == ["o2", "o12"]
    assert loaded["items"][0]["considered"]["candidates"][0]["signals"][0]["says"]["th"]


def test_a_pipe_gets_plain_text_with_long_lines_unbroken(ask: Run) -> None:
    _, out, _ = ask("o2", "--lang", "en")

    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) > 140


def test_a_terminal_gets_lines_that_fit(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    _, out, _ = ask("o2", "--lang", "en")

    assert "\x1b[1m" in out
    assert max(map(cell_len, re.sub(r"\x1b\[[\d;]*m", "", out).splitlines())) <= 80
    assert "Years that do not agree" in out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_an_enemy_wrote_does_not_act(ask: Run, lang: str) -> None:
    _, out, _ = ask("o12", "--lang", lang)
    _, machine, _ = ask("o12", "--json")

    for shown in (out, machine):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\x9b" not in shown


def test_the_same_question_has_the_same_answer(ask: Run) -> None:
    assert ask("o2", "o12") == ask("o2", "o12")
