"""The audit as one page that a mayor can read and print: no script, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from oit_audit.model import Audit, Language, Verdict
from oit_audit.report import _rows
from oit_audit.report._clean import address, href, plain
from oit_audit.report._format import Format, Reader
from oit_audit.report._say import held, place, points, said
from oit_audit.report.locale import LANGUAGES, day, instant

MAX_EVIDENCE = 4
"""Pages or documents shown for one item; the first openly, the rest folded."""

MAX_REJECTED = 8
"""Rejected candidates shown for one item."""

MAX_FINDINGS = 120
"""Findings about the whole site that are shown."""


def render(audit: Audit, reader: Reader) -> bytes:
    """Return `audit` as one HTML file in UTF-8."""
    language = reader.language
    template = _environment(language).get_template("audit.html")
    fix = _rows.to_fix(audit)
    page = template.render(
        audit=audit,
        language=language,
        w=LANGUAGES[language],
        counts=_rows.counts(audit),
        fix=fix,
        units=_rows.by_unit(fix),
        look=_rows.to_look_at(audit),
        decided=_rows.decided(audit),
        unsure=_rows.unsure(audit),
        parts=_rows.parts(audit),
        sub_titles={sub.id: sub.title for i in audit.score.indicators for sub in i.sub_indicators},
        skips=_rows.skips(audit),
        causes=_rows.unseen(audit)[:3],
        has_score=_rows.has_score(audit),
        entered=_rows.entered(audit),
        links_of=partial(_rows.links_of, audit),
        th=Markup("") if language == "th" else Markup(' lang="th"'),  # the site speaks Thai
        limits={
            "evidence": MAX_EVIDENCE,
            "rejected": MAX_REJECTED,
            "findings": MAX_FINDINGS,
        },
    )
    return page.encode("utf-8")


@cache
def _environment(language: Language) -> Environment:
    words = LANGUAGES[language]
    environment = Environment(
        loader=PackageLoader("oit_audit.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    filters: dict[str, Callable[..., object]] = {
        "said": lambda text: said(text, language),
        "day": lambda value: day(value, language),
        "instant": lambda value: instant(value, language),
        "points": points,
        "short": plain,
        "href": href,
        "address": address,
        "lacking": _rows.lacking,
        "anchor": anchor,
        "place": lambda where: place(where, words),
        "held": lambda waiver: held(waiver, words, language),
    }
    environment.filters.update(filters)
    return environment


def anchor(verdict: Verdict) -> str:
    """Return the fragment of the item's card."""
    return "item-" + re.sub(r"[^a-z0-9]", "", verdict.id.lower())[:20]


def _harmless(value: object) -> object:
    """Clean whatever a template prints; autoescape comes after it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain(value)
    if value is None or isinstance(value, (date, datetime)):
        raise TypeError(f"a template prints {value!r} bare")
    return value


FORMAT = Format("html", ".html", "text/html; charset=utf-8", render)
