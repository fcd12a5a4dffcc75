"""Pages that show nothing and only lead on: by a script, or beside their frames."""

from __future__ import annotations

import re
from html import escape

from oit_audit.extract._addresses import in_script

_MUCH = 20_000
"""Characters from which a page is more than a way to another."""

_NOFRAMES = re.compile(r"<(/?)noframes\b[^<>]*>", re.IGNORECASE)
_SPELLED = ("noframes", "NOFRAMES", "NoFrames", "noFrames")
_FRAMESET = re.compile(r"</?frameset\b[^<>]*>", re.IGNORECASE)
_FRAME = re.compile(r"<frame(\s[^<>]*)>", re.IGNORECASE)
_LEADS = re.compile(r"<(?:a|area|form|frame|iframe|object|embed)\b", re.IGNORECASE)
_SHEET = re.compile(r"\bwindow\.name\s*!=")
"""Begins what a saved sheet or slide says when it is opened without the frames around it."""

_SCRIPT = re.compile(
    r"<script\b[^<>]*>(.*?)</script|<body\b[^<>]*?\bonload\s*=\s*(\"[^\"]*\"|'[^']*')",
    re.IGNORECASE | re.DOTALL,
)


_PROGRAM = re.compile(r"<\?(?:php|=)(?:(?!\?>).)*+(?:\?>)?", re.IGNORECASE | re.DOTALL)


def without_program(html: str) -> str:
    """Return `html` without the PHP that a server shows where it should have run it.

    >>> without_program("<h1>ข่าว</h1><?php if ($n > 1) { echo '<b>'.$n; } ?><p>x")
    '<h1>ข่าว</h1><p>x'
    """
    return _PROGRAM.sub("", html)


def straightened(html: str) -> str:
    """Return `html` with its detours as plain as a parser can see them.

    What is said to browsers without frames stands in the page itself, and a page without a link
    whose script goes elsewhere says so in a `meta`.

    >>> straightened("<script>location.href='/main.php'</script>")[-52:]
    '<meta http-equiv=refresh content="0; url=/main.php">'
    """
    if "<?php" in html:
        html = without_program(html)
    if ("rames" in html or "RAMES" in html) and any(word in html for word in _SPELLED):
        html = _NOFRAMES.sub(r"<\1div>", _FRAMESET.sub("", html))
        html = _FRAME.sub(r"<iframe\1></iframe>", html)
    if len(html) > _MUCH or "location" not in html or _LEADS.search(html):
        return html
    scripts = ("".join(found.groups(default="")) for found in _SCRIPT.finditer(html))
    scripts = (script for script in scripts if not _SHEET.search(script))
    url = next(filter(None, map(in_script, scripts)), "")
    return f'{html}<meta http-equiv=refresh content="0; url={escape(url)}">' if url else html
