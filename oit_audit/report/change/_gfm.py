"""Text for Markdown as code hosts read it: what a stranger wrote stays text."""

from __future__ import annotations

import re

from oit_audit.report.change._voice import Link

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~!&$^=]")
_BEGINNING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([+-])(?=\s|$)")
"""What begins a list at the beginning of a line."""

_LIVE = re.compile(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=:)(?=\w+:)", re.IGNORECASE)
"""Where a name, an address or a sign of a few letters would come to life by itself."""

_IN_LINK = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C"})


def text(plain: str) -> str:
    """Return one line of harmless text so that Markdown shows it as it is."""
    escaped = _SIGNS.sub(r"\\\g<0>", plain)
    escaped = _BEGINNING.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", escaped)
    return _LIVE.sub("\u200b", escaped)


def link(target: Link) -> str:
    """Return an address to click, or only to read where it is not safe."""
    if target.href is None:
        return text(target.text)
    return f"[{text(target.text)}](<{target.href.translate(_IN_LINK)}>)"
