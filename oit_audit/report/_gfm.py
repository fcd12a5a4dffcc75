"""Text, links and tables for code hosts, which read GitHub Flavored Markdown.

What strangers wrote is shown as it is: no markup, no picture, no link, no mention of a person, no
reference to an issue. Signs with a meaning are written as character references, which never have
one (CommonMark 0.31, section 2.5); what a host looks for in the finished text (`@name`, `#1`,
`:sign:`, an address) is broken by a word joiner, which nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from oit_audit.report._clean import address, plain
from oit_audit.report._target import target

MAX_BYTES = 900_000
"""Of one document: a job summary of GitHub holds 1 MiB, and others write into it as well."""

MAX_WORDS = 300
"""Characters of one text."""

_JOINER = "\u2060"
_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]<>#|~&$"}
_SOUGHT = re.compile(
    r"""
    [@\#] (?=\w)                             # a person, an issue, an address of mail
  | (?<!\w) [!$%~&^] (?=[\w"])               # what GitLab refers to
  | (?<![a-z]) GH- (?=\d)
  | : (?= [\w+-]+ : )                        # a sign by its name
  | : (?= // )                               # an address
  | (?<!\w) www (?=\.)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str, limit: int = MAX_WORDS) -> str:
    """Return `text` of a stranger so that a reader sees it as it is, in one line.

    >>> words("<b> @you")
    '&#60;b&#62; @\u2060you'
    """
    return _SOUGHT.sub(rf"\g<0>{_JOINER}", plain(text, limit)).translate(_MARKUP)


def link(label: str, url: str) -> str:
    """Return a link that a stranger's words lead to, or only the words where it may not be one.

    An empty `label` becomes the address.
    """
    aim = target(url)
    if aim is None:
        return words(label, 120) or words(address(url, 120))
    shown = words(label, 120) or words(address(url, 120).partition("://")[2])
    return f"[{shown}](<{aim.replace('&', '&amp;')}>)"


class Page:
    """A document that grows from above downwards and never gets too large."""

    def __init__(self, more: str) -> None:
        """Begin an empty page; `more` says how many rows had no room, with `{count}`."""
        self._lines: list[str] = []
        self._more = more
        self._room = MAX_BYTES

    def add(self, *lines: str) -> None:
        """Add lines as they are, and an empty one after them."""
        for line in (*lines, ""):
            self._lines.append(line)
            self._room -= _size(line)

    def table(
        self, headings: Sequence[str], rows: Iterable[Sequence[str]], most: int | None = None
    ) -> None:
        """Add a table, at most `most` rows of it and as many as there is room for."""
        lines = [_row(headings), _row(["---"] * len(headings))]
        room = self._room - sum(map(_size, lines))
        waiting = iter(rows)
        for cells in islice(waiting, most):
            line = _row(cells)
            if _size(line) > room:
                left_out = 1
                break
            room -= _size(line)
            lines.append(line)
        else:
            left_out = 0
        self.add(*lines)
        if left_out := left_out + sum(1 for _ in waiting):
            self.add(self._more.format(count=f"{left_out:,}"))

    def begin_fold(self, title: str) -> None:
        """Begin what is shown only when a reader opens it; `title` is ours, not a stranger's."""
        self.add("<details>", f"<summary>{title}</summary>")

    def end_fold(self) -> None:
        """End what `begin_fold` began."""
        self.add("</details>")

    def written(self) -> bytes:
        """Return the document in UTF-8."""
        return ("\n".join(self._lines).rstrip("\n") + "\n").encode()


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(line: str) -> int:
    return len(line.encode()) + 1
