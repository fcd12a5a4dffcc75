"""Why a site was not seen whole has its words in Thai."""

from __future__ import annotations

import ast
import inspect
import re

import pytest

from oit_audit.crawl import budget
from oit_audit.model import ONLY_ENTERED
from oit_audit.thai import reason_in_thai


def reasons() -> list[str]:
    """Return every reason that a budget can name, with 7 for what is filled in."""
    tree = ast.parse(inspect.getsource(budget))
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    inside = {
        id(part)
        for each in ast.walk(tree)
        if isinstance(each, ast.JoinedStr)
        for part in ast.walk(each)
        if part is not each
    }
    found = []
    for each in ast.walk(tree):
        if id(each) in docstrings | inside:
            continue
        if isinstance(each, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "7" for p in each.values)
            found.append("".join(map(str, parts)))
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and " " in each.value:
            found.append(each.value)
    spent = "the budget of 7 7 is spent"
    whats = [spent.replace("7 7", f"7 {what}") for what in ("pages", "documents")]
    return [each for each in found if each != spent] + whats


FOUND = (*reasons(), budget.INTERRUPTED, ONLY_ENTERED)


def test_the_reasons_are_found() -> None:
    assert len(FOUND) >= 14
    assert "a page has more than 7 links" in FOUND


@pytest.mark.parametrize("reason", FOUND)
def test_every_reason_has_its_words_in_thai(reason: str) -> None:
    assert re.search("[ก-๙]", reason_in_thai(reason)), f"{reason!r} is missing in thai/notes.py"


def test_what_varies_is_kept_and_what_is_unknown_has_no_words() -> None:
    assert reason_in_thai("7 of 70 addresses could not be looked at") == (
        "เปิดดูไม่ได้ 7 จาก 70 ที่อยู่เว็บ"
    )
    assert reason_in_thai("something new") == ""
