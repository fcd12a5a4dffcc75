"""Thai text in columns."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from oit_audit.report._clean import plain
from oit_audit.report._wrap import Column, lines


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("two words here", 9, ["two words", "here"]),
        ("แนวปฏิบัติการจัดการเรื่องร้องเรียน", 25, ["แนวปฏิบัติการจัดการเรื่องร้อง", "เรียน"]),
        ("แผนประจำปี", 4, ["แผน", "ประ", "จำปี"]),
        ("ทุกหน่วยงาน", 5, ["ทุก", "หน่วย", "งาน"]),
        ("ช่องทางหรือส่วนร่วม", 4, ["ช่อง", "ทาง", "หรือ", "ส่วน", "ร่วม"]),
        ("ความก้าวหน้าการทุจริต", 4, ["ความ", "ก้าว", "หน้า", "การทุ", "จริต"]),
        ("รายงานผลการให้บริการ", 4, ["ราย", "งาน", "ผล", "การ", "ให้บริ", "การ"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a incomprehensibilities", 8, ["a", "incompre", "hensibil", "ities"]),
        ("one two incomprehensible", 12, ["one two", "incomprehens", "ible"]),
        ("yes ?\u00a0ต้องให้คนตรวจ 1", 12, ["yes ?\u00a0ต้องให้", "คนตรวจ 1"]),
    ],
)
def test_lines_break_at_spaces_or_between_clusters(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


@settings(deadline=None)
@given(text=st.text().map(plain), width=st.integers(min_value=2, max_value=60))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    out = lines(text, width)

    assert all(cell_len(line) <= width for line in out)
    assert "".join("".join(out).split()) == "".join(text.split())


@settings(deadline=None)
@given(text=st.text("กขงนมเแโไะาิีุู่้์ำ็ัa "), width=st.integers(min_value=6, max_value=30))
def test_no_line_begins_with_a_mark_or_ends_with_a_leading_vowel_of_a_word(
    text: str, width: int
) -> None:
    first, *later = lines(text, width)

    for before, line in zip([first, *later], later, strict=False):
        torn = before + line in text  # rather than broken where a space stood
        if torn and len(before.split()) == 1 and len(line) > 1 and line[0] in "่้์ิีุู็ั":
            assert before[-1] not in "กขงนม", (before, line)


def test_a_column_reads_no_markup_and_takes_the_room_it_gets() -> None:
    out = io.StringIO()
    console = Console(file=out, width=12, force_terminal=False)

    console.print(Column("[bold]x[/] :boom: yes"))

    assert out.getvalue() == "[bold]x[/]\n:boom: yes\n"
