"""What is handed to people and programs. In: an `Audit`. Out: bytes, or a table on a terminal.

Of one item: all that is behind its verdict (`Explained`).

`FORMATS` is the list of formats: one file each, listed here and nowhere else.
"""

from __future__ import annotations

from functools import partial

from oit_audit.model import Audit
from oit_audit.report import csv, html, json, junit, links, markdown, sarif, xlsx
from oit_audit.report._clean import plain
from oit_audit.report._format import Format, Reader, format_among, rendered
from oit_audit.report._machine import as_json
from oit_audit.report._tame import tame
from oit_audit.report.annotations import as_annotations
from oit_audit.report.complete import completed
from oit_audit.report.explain import Explained, as_text, on_terminal
from oit_audit.report.locale import LANGUAGES, day
from oit_audit.report.locale.asked import BASES, FRESHNESS, SURENESS
from oit_audit.report.locale.filling import COLUMNS as PLAN_COLUMNS
from oit_audit.report.locale.filling import FAULTS as PLAN_FAULTS
from oit_audit.report.locale.filling import STATES as PLAN_STATES
from oit_audit.report.notice import notice, notice_of_silence
from oit_audit.report.plan import (
    plan_as_word,
    plan_as_workbook,
    plan_of,
    progress_as_word,
    progress_of,
)
from oit_audit.report.read import read_audit
from oit_audit.report.terminal import terminal

FORMATS: tuple[Format[Audit], ...] = (
    json.FORMAT,
    html.FORMAT,
    csv.FORMAT,
    xlsx.FORMAT,
    markdown.FORMAT,
    links.FORMAT,
    junit.FORMAT,
    sarif.FORMAT,
)

format_named = partial(format_among, FORMATS)
"""`format_named(name) -> Format`; an unknown name is a `UsageError`."""

render = partial(rendered, FORMATS)
"""`render(name, audit, language, source=None) -> bytes`; an unknown name is a `UsageError`."""

__all__ = [
    "BASES",
    "FORMATS",
    "FRESHNESS",
    "LANGUAGES",
    "PLAN_COLUMNS",
    "PLAN_FAULTS",
    "PLAN_STATES",
    "SURENESS",
    "Explained",
    "Format",
    "Reader",
    "as_annotations",
    "as_json",
    "as_text",
    "completed",
    "day",
    "format_among",
    "format_named",
    "notice",
    "notice_of_silence",
    "on_terminal",
    "plain",
    "plan_as_word",
    "plan_as_workbook",
    "plan_of",
    "progress_as_word",
    "progress_of",
    "read_audit",
    "render",
    "tame",
    "terminal",
]
