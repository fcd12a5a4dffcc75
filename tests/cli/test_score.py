"""`oit-audit score` prints what the official sheet says, or one clear line."""

import json
from collections.abc import Callable
from functools import partial

import pytest

SHEET = "o2,o15,o17,o23,o24,o27,o29,o35,o36,o37,o38,o41"
IIT = "91.70,86.67,86.70,79.64,83.11"
EIT = "75.76,80.18,73.62"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(run: Run) -> Run:
    """Run `oit-audit score`."""
    return partial(run, "score")


def test_the_official_sheet_is_printed(ask: Run) -> None:
    code, out, err = ask("--year", "2565", "--missing", SHEET, "--iit", IIT, "--eit", EIT)
    assert (code, err) == (0, "")
    for figure in ("78.06", "68.75", "73.41", "77.99", "88.89", "37.50"):
        assert figure in out
    assert "ระดับ" in out
    assert " B " in out
    assert "o35 +3.13" in out


def test_english_is_spoken_when_asked(ask: Run) -> None:
    code, out, _ = ask("--year", "2565", "--lang", "en", "--iit", "90", "--eit", "90")
    assert code == 0
    assert "Open data" in out
    assert "Level" in out
    assert "94.00" in out


def test_without_the_surveys_only_oit_is_told(ask: Run) -> None:
    _, out, _ = ask("--year", "2565")
    assert "100.00" in out
    assert "ITA" not in out
    assert "+" not in out


def test_unknown_items_show_a_range(ask: Run) -> None:
    _, out, _ = ask("--year", "2565", "--missing", "O42", "--unknown", " o43 ")
    assert "75.00–87.50" in out


def test_items_that_do_not_apply_are_left_out(ask: Run) -> None:
    _, out, _ = ask("--year", "2565", "--missing", "o42", "--not-applicable", "o43", "--json")
    parts = json.loads(out)["indicators"][1]["sub_indicators"]
    assert parts[1] == {"id": "10.2", "points": 0.0, "met": 0, "counted": 1}


def test_json_holds_the_same_figures(ask: Run) -> None:
    sheet = ("--year", "2565", "--missing", SHEET, "--iit", IIT, "--eit", EIT)
    _, out, _ = ask(*sheet, "--json")
    found = json.loads(out)
    assert [one["points"] for one in found["indicators"]] == [78.06, 68.75]
    assert found["oit"] == {"points": 73.41, "low": 73.41, "high": 73.41}
    assert (found["total"], found["level"]) == (77.99, "B")
    assert found["gains"]["o2"] == 1.11
    assert "o3" not in found["gains"]


def test_a_low_level_says_that_its_threshold_is_not_confirmed(ask: Run) -> None:
    _, out, _ = ask("--year", "2565", "--iit", "20", "--eit", "40")
    assert "D (เกณฑ์ยังไม่ยืนยัน)" in out
    _, out, _ = ask("--year", "2565", "--iit", "20", "--eit", "40", "--lang", "en")
    assert "D (threshold not confirmed)" in out


def test_a_year_without_confirmed_levels_names_none(ask: Run) -> None:
    _, out, _ = ask("--year", "2566", "--iit", "90", "--eit", "90")
    assert "ยังไม่ยืนยันเกณฑ์ของปีนี้" in out
    _, out, _ = ask("--year", "2566", "--iit", "90", "--eit", "90", "--lang", "en")
    assert "not confirmed for this year" in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--year", "2565", "--missing", "o44"], "--missing: 'o44' is no item of 2565"),
        (["--year", "2568", "--unknown", "o29"], "--unknown: 'o29' is no item of 2568"),
        (["--year", "2565", "--missing", "15"], "'15' is no item"),
        (["--year", "2565", "--missing", "o2,o2"], "o2 is named twice"),
        (["--year", "2565", "--missing", "o2", "--unknown", "o2"], "o2 is named twice"),
        (["--year", "2022"], "no checklist for 2022"),
        (["--year", "สองพัน"], "no checklist for สองพัน"),
        (["--year", "2565", "--iit", "90,abc", "--eit", "90"], "--iit: 'abc' is no number"),
        (["--year", "2565", "--iit", "90,", "--eit", "90"], "--iit: '' is no number"),
        (["--year", "2565", "--iit", "nan", "--eit", "90"], "--iit: 'nan' is no number"),
        (["--year", "2565", "--iit", "90", "--eit", "101"], "--eit: '101' is no number"),
        (["--year", "2565", "--iit", "90"], "--iit and --eit go together"),
    ],
)
def test_wrong_usage_is_one_clear_line(ask: Run, arguments: list[str], expected: str) -> None:
    code, out, err = ask(*arguments)
    assert (code, out) == (2, "")
    first, hint = err.strip().splitlines()
    assert first.startswith("oit-audit: ")
    assert expected in first
    assert hint.startswith("  ")
