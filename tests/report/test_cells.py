"""Cells that a spreadsheet program would take for something else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_audit.report._cells import begins_formula, typed, typed_address

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+SUM(A1)",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "'=1+1",
        '"=1+1',
        "“=1+1",
        "' \"=1+1",
        "＝1+1",
        "＋1",
        "－1+1",
        "＠SUM(A1)",
        "﹦1",
        "=cmd|' /C calc'!A0",
        "+66 2 123 4567",
        "- แผนพัฒนา",
        "--1",
        "-",
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert typed(text).startswith("'")
    assert typed(text) != text


@pytest.mark.parametrize(
    "text", ["", "12", "-5", "+1.25", "-1,234.50", "แผน = เป้าหมาย", "a+b", "o12", "5%", "(=1)"]
)
def test_numbers_and_ordinary_text_stay_as_they_are(text: str) -> None:
    assert typed(text) == text


def test_a_semicolon_begins_no_cell_with_a_formula() -> None:
    assert typed("a;=1+1; ＝2") == "a;'=1+1; '＝2"
    assert typed_address("https://a.example/x;=1") == "https://a.example/x;%3D1"


def test_control_characters_and_line_ends_are_gone() -> None:
    assert typed("a\x00b\x1b[31m\r\nc\u202e") == "ab c"


def test_an_address_is_kept_and_what_is_none_is_text() -> None:
    assert typed_address("https://a.example/%E0%B8%81?a=b#c") == "https://a.example/%E0%B8%81?a=b#c"
    assert typed_address("=HYPERLINK(1)") == "'=HYPERLINK(1)"


@settings(deadline=None)
@given(text=ANYTHING)
def test_always_no_formula_and_one_line(text: str) -> None:
    cell = typed(text)

    assert cell.startswith("'") or not begins_formula(cell)
    assert not set(cell) & set("\t\r\n\x00\x1b")
