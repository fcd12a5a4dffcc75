"""The front door, and the examples in its parts."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from oit_audit import thai

FOUND = sorted(module.name for module in pkgutil.iter_modules(thai.__path__))


def test_every_part_is_listed_at_the_door() -> None:
    assert sorted(thai.PARTS) == FOUND


@pytest.mark.parametrize("part", FOUND)
def test_the_examples_in_a_part_are_true(part: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"oit_audit.thai.{part}"))

    assert outcome.failed == 0
