"""What ends a command early says so in Thai and in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import oit_audit
from oit_audit import errors
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.entrance import address_of_home, unreachable
from oit_audit.model import SkipReason, Text

PACKAGE = Path(oit_audit.__file__).parent
RAISED = frozenset(
    name
    for name, held in vars(errors).items()
    if isinstance(held, type) and issubclass(held, errors.OitAuditError)
)
ALONE = frozenset({'pip install "oit-audit[notify]"'})
"""What is typed as it stands, and is no sentence."""

FILES = sorted(path for path in PACKAGE.rglob("*.py") if "cli" not in path.parts)


def words_of(node: ast.expr | None, names: dict[str, ast.expr]) -> str:
    """Return the words of ours in a string that an expression holds as it stands.

    What is filled in (the words of a library, names of files and keys) is none, nor is `Text`.
    """
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return "".join(words_of(part, names) for part in parts)
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            return words_of(one, names) + words_of(other, names)
        case ast.BoolOp(values=parts):
            return "".join(words_of(part, names) for part in parts)
        case ast.Name(id=name) if name in names:
            return words_of(names[name], {})
    return ""


def said_alone(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what errors are given in one language, with its line."""
    names = {
        target.id: each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in RAISED:
            for given in (*call.args, *(keyword.value for keyword in call.keywords)):
                words = words_of(given, names)
                if re.search(r"\w", words) and words not in ALONE:
                    yield call.lineno, words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_ends_a_command_is_said_in_both_languages(path: Path) -> None:
    assert list(said_alone(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    [
        'raise UsageError("no such year")',
        'raise InputError(f"{path}: is empty") from error',
        'return AddressError(Text("ก", "a"), hint="say another")',
        'HOW = "say another"\nraise SnapshotError(said, hint=HOW)',
        'raise ChecklistError(said, hint="say another" if near else "")',
    ],
)
def test_one_language_alone_is_found(code: str) -> None:
    assert list(said_alone(ast.parse(code)))


def test_an_error_holds_both_languages_and_is_english_as_a_string() -> None:
    error = errors.InputError(Text("ไม่พบไฟล์", "no file"), hint=Text("ลองใหม่", "try again"))

    assert (str(error), error.en, error.th) == ("no file", "no file", "ไม่พบไฟล์")
    assert (error.hint, error.hint_th) == ("try again", "ลองใหม่")


def test_what_is_in_one_language_is_so_in_both() -> None:
    error = errors.InputError("site.json: 'routes'")

    assert error.th == error.en == "site.json: 'routes'"
    assert error.hint == error.hint_th == ""


def test_a_first_page_that_never_came_is_told_in_thai() -> None:
    home = "https://www.example.go.th/"
    slow = unreachable(home, Fault(SkipReason.TIMEOUT), redirected=False)
    inside = unreachable(
        home,
        Fault(SkipReason.PRIVATE_ADDRESS, "10.0.0.1 is not a public address"),
        redirected=False,
    )

    assert slow.th == "เข้าถึง www.example.go.th ไม่ได้: เว็บไซต์ไม่ตอบภายในเวลาที่กำหนด"
    assert slow.en == "cannot reach www.example.go.th: it did not answer in time"
    assert inside.th == "ไม่อนุญาตให้เข้าอ่าน www.example.go.th: 10.0.0.1 ไม่ใช่ที่อยู่สาธารณะ"
    assert inside.en == "www.example.go.th must not be asked: 10.0.0.1 is not a public address"


@pytest.mark.parametrize(("url", "says"), [("mailto:a", "ไม่ใช่ที่อยู่เว็บ"), ("http://a b/", "ไม่ใช่ชื่อ")])
def test_what_is_no_address_is_told_in_thai(url: str, says: str) -> None:
    with pytest.raises(errors.AddressError) as caught:
        address_of_home(url)

    assert caught.value.th.startswith(says)
    assert "กรุณาระบุที่อยู่เว็บ" in caught.value.hint_th
