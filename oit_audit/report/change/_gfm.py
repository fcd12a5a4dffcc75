"""Text for Markdown as code hosts read it: what a stranger wrote stays text.

Signs with a meaning are written as character references, which never have one (CommonMark 0.31,
section 2.5); what a host looks for in the finished text is broken by a word joiner.
"""

from __future__ import annotations

import re

from oit_audit.report.change._voice import Link

_JOINER = "\u2060"
_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]<>#|~&$"}
_SOUGHT = re.compile(
    r'[@#](?=\w)|(?<!\w)[!$%~&^](?=[\w"])|(?<![a-z])GH-(?=\d)|:(?=[\w+-]+:)|:(?=//)|(?<!\w)www(?=\.)',
    re.IGNORECASE,
)
_UNSAFE = re.compile(r'["<>\[\]^`{}|\\&]')


def words(text: str) -> str:
    """Return one line of harmless text so that a reader sees it as it is."""
    return _SOUGHT.sub(rf"\g<0>{_JOINER}", text).translate(_MARKUP)


def link(target: Link) -> str:
    """Return an address to click, or only to read where it is not safe."""
    if target.href is None:
        return words(target.text)
    aim = _UNSAFE.sub(
        lambda found: "&amp;" if found[0] == "&" else f"%{ord(found[0]):02X}", target.href
    )
    return f"[{words(target.text)}](<{aim}>)"
