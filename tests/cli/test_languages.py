"""Whoever asks for help is answered in Thai and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
import typer.core
import typer.main

from oit_audit import cli

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
