"""Tables of words by name: what stands in them is said somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
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


def texts(tree: ast.AST) -> Iterator[str]:
    """Yield patterns of what code may call words by: texts, what is filled in being any word, and
    names of fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = node.values
            fixed = [part.value for part in parts if isinstance(part, ast.Constant)]
            if any(re.search(r"\w{3}", str(part)) for part in fixed):
                yield "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
                    for part in parts
                )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@cache
def said_by_code() -> tuple[Path, ...]:
    return tuple(path for path in PACKAGE.rglob("*.py") if path.parent != LOCALE)


@cache
def spoken() -> re.Pattern[str]:
    return re.compile("|".join({text for path in said_by_code() for text in texts(read(path))}))


@cache
def templates() -> str:
    found = sorted((PACKAGE / "report").rglob("templates/*.*"))
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_word_is_kept_that_nothing_says(path: Path) -> None:
    unsaid = [
        name
        for name in names(path)
        if not spoken().fullmatch(name) and not re.search(rf"\b{re.escape(name)}\b", templates())
    ]

    assert unsaid == []
