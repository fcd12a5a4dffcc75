"""What moved between two audits, for people and programs. In: `Changes`. Out: bytes, or a terminal.

`CHANGE_FORMATS` is the list of formats: one file each, listed here and nowhere else.
"""

from __future__ import annotations

from functools import partial

from oit_audit.model import Changes
from oit_audit.report._format import Format, format_among
from oit_audit.report.change import html, json, markdown
from oit_audit.report.change.notice import is_news, notice_of_change
from oit_audit.report.change.terminal import terminal as changes_on_terminal

CHANGE_FORMATS: tuple[Format[Changes], ...] = (json.FORMAT, markdown.FORMAT, html.FORMAT)

change_format_named = partial(format_among, CHANGE_FORMATS)
"""`change_format_named(name) -> Format`; an unknown name is a `UsageError`."""

__all__ = [
    "CHANGE_FORMATS",
    "change_format_named",
    "changes_on_terminal",
    "is_news",
    "notice_of_change",
]
