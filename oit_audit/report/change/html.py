"""Changes as one page that opens anywhere and prints: no script, nothing loaded."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from oit_audit.model import Changes, Language
from oit_audit.report._format import Format, Reader
from oit_audit.report._templates import environment, in_thai
from oit_audit.report.change._told import told
from oit_audit.report.change._voice import Voice

MAX_REMARKS = 60
"""Findings, and dead links, that are shown."""


def render(changes: Changes, reader: Reader) -> bytes:
    """Return `changes` as one HTML file in UTF-8."""
    voice = Voice(reader.language)
    page = _environment(reader.language).get_template("change.html")
    return page.render(
        page=told(changes, reader.language),
        voice=voice,
        w=voice.words,
        language=reader.language,
        th=in_thai(reader.language),
        most=MAX_REMARKS,
    ).encode("utf-8")


@cache
def _environment(language: Language) -> Environment:
    made = environment("oit_audit.report.change")
    made.globals["says"] = Voice(language).says
    return made


FORMAT = Format("html", ".html", "text/html; charset=utf-8", render)
