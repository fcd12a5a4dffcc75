"""Whoever asks for help is answered in Thai and in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import typer.core
import typer.main

from oit_audit import cli
from oit_audit.cli.console import run

_OF_THE_LIBRARY = ("--help", "--install-completion", "--show-completion")


def helps() -> Iterator[tuple[str, str]]:
    """Yield what is said of each command, argument and option, by its name."""

    def within(
        command: typer.core.TyperGroup | typer.core.TyperCommand, name: str
    ) -> Iterator[tuple[str, str]]:
        yield name, command.help or ""
        for param in command.params:
            if not set(param.opts) & set(_OF_THE_LIBRARY):
                yield f"{name} {param.name}", getattr(param, "help", None) or ""
        inner: Mapping[str, typer.core.TyperCommand] = getattr(command, "commands", {})
        for word, each in inner.items():
            yield from within(each, f"{name} {word}")

    yield from within(typer.main.get_command(cli.app), "oit-audit")  # type: ignore[arg-type]  # it is a group


@pytest.mark.parametrize(("name", "said"), sorted(helps()))
def test_help_is_in_thai_and_in_english(name: str, said: str) -> None:
    for paragraph in said.split("\n\n"):
        thai, dot, english = paragraph.partition(" · ")

        assert dot, name
        assert re.search("[\u0e00-\u0e7f]", thai), name
        assert re.search("[A-Za-z]{3}", english), name
        assert not re.search("[\u0e00-\u0e7f]{8}", english), name


ROOM = Path(cli.__file__).parent
CODE = {path.relative_to(ROOM).as_posix(): path for path in sorted(ROOM.rglob("*.py"))}
ENDS = ("UsageError", "InputError", "AddressError", "SnapshotError", "ChecklistError", "Wrong")
ENDS_TOO = ("UnreachableError", "OitAuditError")
NO_SENTENCES = {("diff.py", "--fail-on: ")}
"""What is said of options and places alone."""


def words(node: ast.expr, names: Mapping[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the literal texts that are said, also by way of a name, outside of a `Text`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(each.value) for each in node.values if isinstance(each, ast.Constant))
    elif isinstance(node, ast.Name):
        for each in names.get(node.id, ()):
            yield from words(each, {})
    elif isinstance(node, ast.IfExp | ast.BoolOp | ast.BinOp):
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.expr):
                yield from words(part, names)


def in_one_language(code: str) -> Iterator[str]:
    """Yield what ends a command, or is told on standard error, in one language alone."""
    tree = ast.parse(code)
    names: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        for given in (*node.args, *(each.value for each in node.keywords)):
            for said in words(given, names):
                is_both = node.func.id == "say" and re.search("[\u0e00-\u0e7f].* · ", said)
                if node.func.id in (*ENDS, *ENDS_TOO, "say") and said and not is_both:
                    yield said


@pytest.mark.parametrize("name", CODE)
def test_what_ends_a_command_is_in_thai_and_in_english(name: str) -> None:
    said = in_one_language(CODE[name].read_text(encoding="utf-8"))

    assert [each for each in said if (name, each) not in NO_SENTENCES] == []


@pytest.mark.parametrize(
    "code",
    [
        'raise UsageError("a")',
        'raise InputError(Text("ก", "a"), hint="b")',
        'raise InputError(f"{path}: a") from error',
        'raise UsageError("a" if url else "b")',
        'hint = f"for example {known}"\nraise UsageError(Text("ก", "a"), hint=hint)',
        'say("a")',
        'say("ก · a", "b")',
    ],
)
def test_a_sentence_in_one_language_is_seen(code: str) -> None:
    assert list(in_one_language(code))


def test_a_slip_on_the_command_line_is_told_in_both(capfd: pytest.CaptureFixture[str]) -> None:
    code = run(cli.app, ["scan", "--no-such-thing"])
    said, hint, *_ = capfd.readouterr().err.splitlines()

    assert code == 2
    assert said.startswith("oit-audit: คำสั่งหรือตัวเลือกไม่ถูกต้อง · No such option")
    assert "เพื่อดูคำสั่งทั้งหมด" in hint
    assert "lists the commands" in hint
