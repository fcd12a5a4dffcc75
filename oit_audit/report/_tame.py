"""Text in which a workflow finds no command.

A workflow of GitHub obeys lines that its steps print: those that begin with `::NAME …::`, and those
with `##[NAME …]` anywhere. Source: `ActionCommand.cs` of actions/runner.
"""

from __future__ import annotations

import re

_UNSEEN = (
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]*"
)
"""What a comparison of texts passes over where it follows the culture of a machine, as there."""

BEGINS = re.compile(rf"(?m)^((?:\s|{_UNSEEN[:-1]})*):(?={_UNSEEN}:)")
"""A colon with which a command may begin, behind what stands before it on its line."""

HASH = re.compile(rf"#(?={_UNSEEN}\[)")
"""The second `#` of a command."""


def tame(text: str) -> str:
    """Return `text` without commands; a reader sees a space more.

    >>> tame("::error::x ##[add-mask]y")
    ': :error::x ## [add-mask]y'
    """
    return HASH.sub("# ", BEGINS.sub(r"\1: ", text))
