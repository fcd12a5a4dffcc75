"""The front door, and the examples in the parts."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from oit_audit import judge

FOUND = sorted(module.name for module in pkgutil.iter_modules(judge.__path__))


def test_every_part_is_listed_at_the_door() -> None:
    assert sorted(judge.PARTS) == FOUND


@pytest.mark.parametrize("part", FOUND)
def test_a_part_says_what_it_is_and_its_examples_are_true(part: str) -> None:
    module = importlib.import_module(f"oit_audit.judge.{part}")

    assert module.__doc__
    assert doctest.testmod(module).failed == 0
