"""Texts and addresses as SARIF 2.1.0 wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from oit_audit.report._clean import shortened

DEFAULT_SOURCE = "oit-audit.toml"
"""Where alerts hang when the caller named no file: code hosts show none without a place."""

MAX_MESSAGE = 2_000
"""Characters of a message; code hosts cut longer ones off."""

_PUNCTUATION = re.compile(r"([!#$&()*+\-.:<=>@\[-`{-~])")
_BRACKETS = re.compile(r"([\\\[\]])")


def message(parts: Iterable[str]) -> str:
    r"""Return `parts` as the text of a message, a sentence each.

    What would be a placeholder (SARIF 2.1.0, section 3.11.5) or a link inside the text (3.11.6)
    is escaped.

    >>> print(message(["see [this](page)", "it costs {0}.", "at https://x.example/"]))
    see \[this\](page). it costs {{0}}. at https://x.example/
    """
    text = shortened(" ".join(map(_sentence, parts)), MAX_MESSAGE)
    if "](" in text:
        text = _BRACKETS.sub(r"\\\1", text)
    return text.replace("{", "{{").replace("}", "}}")


def _sentence(part: str) -> str:
    """Return `part` with its full stop, which would become a part of an address."""
    is_address = "://" in part.rpartition(" ")[2]
    return part if is_address else f"{part.rstrip('.').rstrip()}."


def markdown(text: str) -> str:
    r"""Return `text` as Markdown that only says it: no markup, no link, no mention.

    >>> print(markdown("*a* <b>"))
    \*a\* \<b\>
    """
    return _PUNCTUATION.sub(r"\\\1", text)


def place(source: str | None) -> str:
    r"""Return the relative URI of the caller's file; of one that lies elsewhere, its name alone.

    >>> place(r".\lists\ลิงก์.csv"), place("/home/me/links.csv"), place(None)
    ('lists/%E0%B8%A5%E0%B8%B4%E0%B8%87%E0%B8%81%E0%B9%8C.csv', 'links.csv', 'oit-audit.toml')
    """
    return quote(file_named(source) or DEFAULT_SOURCE)


def file_named(source: str | None) -> str | None:
    """Return `source` as a path inside a checkout, None when there is none."""
    if source is None:
        return None
    path = PurePosixPath(source.replace("\\", "/"))
    is_elsewhere = path.is_absolute() or ".." in path.parts or ":" in (path.parts or ("",))[0]
    if path.name in ("", ".."):
        return None
    return path.name if is_elsewhere else str(path)


def pascal(slug: str) -> str:
    """Return `slug` as SARIF names rules.

    >>> pascal("procurement_monthly")
    'ProcurementMonthly'
    """
    return "".join(part[:1].upper() + part[1:] for part in re.findall(r"[A-Za-z0-9]+", slug))
