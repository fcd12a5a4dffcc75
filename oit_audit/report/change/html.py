"""Changes as one page that opens anywhere and prints: no script, nothing loaded."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from oit_audit.model import Changes, Language
from oit_audit.report._clean import plain
from oit_audit.report._format import Format, Reader
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
        th=Markup("") if reader.language == "th" else Markup(' lang="th"'),  # the site speaks Thai
        most=MAX_REMARKS,
    ).encode("utf-8")


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("oit_audit.report.change", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.globals["says"] = Voice(language).says
    return environment


def _harmless(value: object) -> object:
    """Clean whatever the template prints; autoescape comes after it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain(value)
    return value


FORMAT = Format("html", ".html", "text/html; charset=utf-8", render)
