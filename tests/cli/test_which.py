"""`oit-audit which`: what a label stands for."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
PLAN = "แผนการจัดซื้อจัดจ้างประจำปีงบประมาณ"


@pytest.fixture
def ask(run: Run) -> Run:
    """Run `oit-audit which`."""
    return partial(run, "which")


@pytest.fixture
def lines(ask: Run) -> Callable[..., list[dict[str, Any]]]:
    def once(*arguments: str) -> list[dict[str, Any]]:
        code, out, err = ask(*arguments, "--json")
        assert (code, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]

    return once


Lines = Callable[..., list[dict[str, Any]]]


def test_a_label_is_named_with_its_concept_its_item_and_the_words(ask: Run) -> None:
    code, out, err = ask(f"{PLAN} 2566", "วันพระใหญ่")

    assert (code, err) == (0, "")
    assert "procurement_plan" in out
    assert "o19 (2566)" in out
    assert "high" in out


def test_json_has_the_keys_of_the_contract_in_its_order(lines: Lines) -> None:
    (line,) = lines(f"{PLAN} 2566")

    assert list(line) == ["text", "concepts", "item", "fiscal_year", "confidence"]
    assert line["concepts"] == ["procurement_plan"]
    assert (line["item"], line["fiscal_year"]) == ("o19", 2566)


def test_the_numbering_is_of_the_year_asked_for_else_of_the_year_named_else_the_newest(
    lines: Lines,
) -> None:
    label = f"{PLAN} 2565"

    assert [(one["item"], one["fiscal_year"]) for one in lines(label)] == [("o21", 2565)]
    assert [one["item"] for one in lines(label, "--year", "2566")] == ["o19"]
    assert [one["fiscal_year"] for one in lines("ข้อมูลผู้บริหาร")] == [2569]
    assert [one["fiscal_year"] for one in lines("ข้อมูลผู้บริหาร พ.ศ. 2550")] == [2569]
    assert [one["fiscal_year"] for one in lines("ข้อมูลผู้บริหาร 1 มกราคม 2566")] == [2569]


def test_what_is_none_of_them_has_an_empty_list(lines: Lines) -> None:
    (line,) = lines("ร้านกาแฟริมทาง")

    assert (line["concepts"], line["item"]) == ([], None)


def test_markup_in_a_label_is_text(ask: Run) -> None:
    _, out, _ = ask("[bold red]แผน[/] :boom:")

    assert "[bold red]แผน[/] :boom:" in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_labels_are_read_from_a_file_however_it_is_encoded(
    lines: Lines, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "labels.csv"
    text = f'text,kind\n"{PLAN} 2566",Title\nข้อมูลผู้บริหาร,\n,link\n'
    path.write_bytes(text.encode(encoding))

    found = lines("--file", str(path), "--year", "2566")

    assert [line["item"] for line in found] == ["o19", "o2", None]


def test_the_column_for_the_kind_may_be_left_out(lines: Lines, tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("id,text\n1,ข้อมูลผู้บริหาร\n", encoding="utf-8")

    assert [line["concepts"] for line in lines("--file", str(path))] == [["executives"]]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"label\nx\n", "row 1: no column named text"),
        (b"", "row 1: no column named text"),
        (b"PK\x03\x04\0\0", "the workbook is damaged"),
        (b"text,kind\n" + b"x" * 200_000 + b",link\n", "row 2: "),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_name_and_row(
    ask: Run, tmp_path: Path, data: bytes, line: str
) -> None:
    path = tmp_path / "labels.csv"
    path.write_bytes(data)

    code, out, err = ask("--file", str(path), "--json")

    assert (code, out) == (2, "")
    assert f"{path}: " in err.splitlines()[0]
    assert line in err.splitlines()[0]


def test_every_row_has_its_answer_the_blank_ones_too(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("Text,Kind\nข้อมูลผู้บริหาร,link\n\nE-Service,link\n", encoding="utf-8")

    code, out, _ = ask("--file", str(path), "--json")

    assert code == 0
    concepts = [json.loads(line)["concepts"] for line in out.splitlines()]
    assert concepts == [["executives"], [], ["e_service"]]


def test_a_label_cannot_speak_to_the_terminal(ask: Run) -> None:
    code, out, _ = ask("แผน\x1b[31m[bold]แดง\x07")

    assert code == 0
    assert "\x1b" not in out
    assert "\x07" not in out


def test_a_number_without_words_is_nothing_to_be_sure_of(ask: Run) -> None:
    _, out, _ = ask("O12", "--year", "2566", "--json")
    assert json.loads(out)["confidence"] == "low"


def test_a_kind_that_is_not_known_is_told_and_read_as_a_link(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("text,kind\nข้อมูลผู้บริหาร,poem\n", encoding="utf-8")

    code, out, err = ask("--file", str(path), "--json")

    assert code == 0
    assert '"concepts": ["executives"]' in out
    assert f"{path}: row 2: kind 'poem' is not one of" in err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "say some text, or --file LABELS.csv"),
        (["x", "--file", "y.csv"], "say some text, or --file LABELS.csv"),
        (["--file", "none.csv"], "cannot read none.csv"),
        (["x", "--year", "2023"], "no checklist for 2023"),
    ],
)
def test_wrong_usage_is_one_clear_line(ask: Run, arguments: list[str], line: str) -> None:
    code, out, err = ask(*arguments)

    assert (code, out) == (2, "")
    assert line in err.splitlines()[0]
