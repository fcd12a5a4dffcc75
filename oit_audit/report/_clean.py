"""Strangers' text made harmless, per target.

Titles, quotes, labels and addresses were written by somebody else. Here they lose what a reader
cannot see but a terminal or a browser obeys. The HTML template escapes on top of this; the terminal
prints `rich.text.Text`, which knows no markup.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from oit_audit.model import readable

MAX_TEXT = 2_000
"""Characters of any one text in a report."""

MAX_ADDRESS = 2_000
"""Characters up to which an address may be a link."""

_ESCAPES = re.compile(
    r"""
    (?: \x1b\[ | \x9b ) [0-?]* [ -/]* [@-~]?            # control sequences: colours, cursor
  | (?: \x1b[\]PX^_] | [\x9d\x90\x98\x9e\x9f] )         # strings: titles, links, devices
    [^\x07\x1b\x9c]{0,2000} (?: \x07 | \x1b\\ | \x9c )?
  | \x1b [ -/]* [0-~]?                                  # all other escapes
    """,
    re.VERBOSE,
)
_SPACES = re.compile(r"\s+")
_MARK = r"[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_STACKED = re.compile(rf"((?:{_MARK}){{4}})(?:{_MARK})+")
"""Marks piled on one letter: no language needs more than four."""

_JOINERS = frozenset("\u200b\u200c\u200d")
"""The invisible characters that writing needs: where a word may break, where letters join."""


def plain(text: str, limit: int = MAX_TEXT) -> str:
    r"""Return `text` as one line of at most `limit` characters that only says what one can see.

    Terminal escapes, control characters, direction overrides, lone surrogates and piles of marks
    go; white space becomes single spaces; what is cut off ends in `…`. Idempotent for one `limit`.

    >>> plain("\x1b[31mred\x1b[0m\tand \u202eblue")
    'red and blue'
    """
    kept = _ESCAPES.sub("", text[: 4 * limit])
    kept = "".join(map(_visible, kept))
    kept = _STACKED.sub(r"\1", _SPACES.sub(" ", kept)).strip()
    return shortened(kept, limit)


def _visible(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() else " " if character.isspace() else ""
    if character.isspace():
        return " "
    is_noncharacter = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    is_hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in _JOINERS
    return "" if is_hidden or is_noncharacter else character


def shortened(text: str, limit: int) -> str:
    """Return `text` cut to `limit` characters, never between a letter and its marks."""
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 0 and (unicodedata.combining(text[end]) or unicodedata.category(text[end]) == "Mn"):
        end -= 1
    return text[:end].rstrip() + "…"


def href(url: str) -> str | None:
    """Return `url` when a reader may click it: an http or https address with a host; else None."""
    if len(url) > MAX_ADDRESS or url != plain(url, MAX_ADDRESS) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def address(url: str, limit: int = 160) -> str:
    """Return `url` for reading: escapes undone, harmless, at most `limit` characters."""
    return plain(readable(url), limit)
