"""Tables of words by name: what stands in them is said somewhere."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import oit_audit
from oit_audit.report import locale

PACKAGE = Path(oit_audit.__file__).parent
LOCALE = Path(locale.__file__).parent
TABLES = sorted(path for path in LOCALE.glob("[a-z]*.py"))


@cache
def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def names(path: Path) -> list[str]:
    """Return the names under which a module keeps words; keys that are no plain text have none."""
    return [
        key.value
        for node in ast.walk(read(path))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]


@cache
def said() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return what code may call words by: texts and names of fields; patterns with gaps."""
    known, patterns = set(), set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent == LOCALE:
            continue
        for node in ast.walk(read(path)):
            if isinstance(node, ast.JoinedStr):
                patterns.add("".join(map(pattern, node.values)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                known.add(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                known.add(node.target.id)
    telling = (each for each in patterns if re.search("[a-z]{3}", each))
    return frozenset(known), re.compile("|".join(telling))


def pattern(part: ast.expr) -> str:
    """Return what a part of a text may become; what is filled in is any word."""
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"


@cache
def templates() -> str:
    found = sorted((PACKAGE / "report").rglob("templates/*.*"))
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_word_is_kept_that_nothing_says(path: Path) -> None:
    known, patterns = said()
    unsaid = [
        name
        for name in names(path)
        if name not in known
        and not patterns.fullmatch(name)
        and not re.search(rf"\b{re.escape(name)}\b", templates())
    ]

    assert unsaid == []
