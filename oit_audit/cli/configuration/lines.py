"""On which line of a TOML file a key stands; the parser of the standard library does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

_LONGEST = 100
"""Lines that one value may have and still be found."""

_TRIES = 100
"""Lines that are tried: a file may name the key in many remarks."""


def line_of(text: str, path: Sequence[str]) -> int | None:
    r"""Return the line, counted from 1, on which the key at `path` is written; None if not found.

    `text` is readable TOML. The parser itself is asked: the key is there when the lines up to its
    own are read, and not there without.

    >>> line_of('a = 1\n\n[b]\nc = 2\n', ("b", "c"))
    4
    """
    lines = text.split("\n")
    named = [number for number, line in enumerate(lines) if path[-1] in line]
    for number in named[:_TRIES]:
        if _holds(lines[:number], path) is not False:
            continue
        for end in range(number + 1, min(len(lines), number + _LONGEST) + 1):
            held = _holds(lines[:end], path)
            if held:
                return number + 1
            if held is False:
                break
    return None


def _holds(lines: Sequence[str], path: Sequence[str]) -> bool | None:
    """Do these first lines say the key? None where they end within a value."""
    try:
        within: object = tomllib.loads("\n".join(lines))
    except ValueError:
        return None
    for name in path:
        if not isinstance(within, dict) or name not in within:
            return False
        within = within[name]
    return True
