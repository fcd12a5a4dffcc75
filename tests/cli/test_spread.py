"""A value that a command takes shows as options of that command."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Annotated, get_type_hints

import typer
from typer.testing import CliRunner

from oit_audit.cli.spread import spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """How somebody likes tea."""

    sugar: Annotated[int, typer.Option(min=0, help="spoons")] = 2
    milk: Annotated[bool, typer.Option("--milk")] = False
    cups: Annotated[list[str] | None, typer.Option("--cup")] = None


def command(
    name: Annotated[str, typer.Argument()] = "tea", *, hot: bool = True, taste: Taste
) -> None:
    """Pour it."""
    typer.echo(f"{name} {hot} {taste}")


def test_each_field_is_an_option_with_its_default_and_its_bounds() -> None:
    app = typer.Typer()
    app.command()(spread(command))
    run = CliRunner().invoke

    assert run(app, []).stdout == f"tea True {Taste()}\n"
    said = run(app, ["oolong", "--no-hot", "--sugar", "0", "--milk", "--cup", "a", "--cup", "b"])
    assert said.stdout == f"oolong False {Taste(sugar=0, milk=True, cups=['a', 'b'])}\n"
    assert run(app, ["--sugar", "-1"]).exit_code == 2
    assert "spoons" in run(app, ["--help"]).stdout


def test_what_a_reader_of_the_signature_sees_is_what_can_be_given() -> None:
    spreading = spread(command)

    assert list(inspect.signature(spreading).parameters) == ["name", "hot", "sugar", "milk", "cups"]
    assert set(get_type_hints(spreading)) == {"name", "hot", "sugar", "milk", "cups"}
    assert spreading.__doc__ == "Pour it."
