"""The audit as one page that a mayor can read and print: no script, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment
from markupsafe import Markup

from oit_audit.model import Audit, Language, Text, Verdict
from oit_audit.report import _rows
from oit_audit.report._clean import address, href, plain
from oit_audit.report._filters import filters
from oit_audit.report._format import Format, Reader
from oit_audit.report._limits import LADDER, MAX_BYTES
from oit_audit.report._overview import bars, overview
from oit_audit.report._say import held, place, points, said, why_partly
from oit_audit.report._templates import environment, in_thai
from oit_audit.report.locale import LANGUAGES, day, instant
from oit_audit.report.locale.overview import OVERVIEW

_BARRED = re.compile(r'["<>\\^`{|}]')
_SHEET = re.compile(r"{(pages?)}")
"""Where the number of a sheet of paper stands, or how many there are."""


def render(audit: Audit, reader: Reader) -> bytes:
    """Return `audit` as one HTML file in UTF-8, of at most `MAX_BYTES` where its items allow it.

    What does not fit is left out by the same rule everywhere, and the page says how much.
    """
    context = _context(audit, reader.language)
    template = _environment(reader.language).get_template("audit.html")
    for limits in LADDER:
        page = template.render(context, limits=limits).encode("utf-8")
        if len(page) <= MAX_BYTES:
            break
    return page


def _context(audit: Audit, language: Language) -> dict[str, object]:
    fix = _rows.to_fix(audit)
    return {
        "audit": audit,
        "language": language,
        "w": LANGUAGES[language],
        "o": {name: text.in_language(language) for name, text in OVERVIEW.items()},
        "glance": overview(audit),
        "bars": bars(audit),
        "filters": filters(audit),
        "counts": _rows.counts(audit),
        "fix": fix,
        "units": _rows.by_unit(fix),
        "look": _rows.to_look_at(audit),
        "decided": _rows.decided(audit),
        "unsure": _rows.unsure(audit),
        "parts": _rows.parts(audit),
        "sub_titles": {
            sub.id: sub.title for one in audit.score.indicators for sub in one.sub_indicators
        },
        "skips": _rows.skips(audit),
        "causes": _rows.unseen(audit)[:3],
        "has_score": _rows.has_score(audit),
        "entered": _rows.entered(audit),
        "links_of": partial(_rows.links_of, audit),
        "th": in_thai(language),
    }


@cache
def _environment(language: Language) -> Environment:
    words = LANGUAGES[language]
    words_of: dict[str, Callable[..., object]] = {
        "told": lambda text, limit: told(text, language, limit),
        "said": lambda text: said(text, language),
        "day": lambda value: day(value, language),
        "instant": lambda value: instant(value, language),
        "points": points,
        "short": plain,
        "why_partly": why_partly,
        "href": target,
        "address": address,
        "lacking": _rows.lacking,
        "anchor": anchor,
        "in_style": in_style,
        "sheet": sheet,
        "place": lambda where: place(where, words),
        "held": lambda waiver: held(waiver, words, language),
    }
    made = environment("oit_audit.report")
    made.filters.update(words_of)
    return made


def told(text: Text, language: Language, limit: int) -> str | Markup:
    """Return `text` in `language`; where only the other one has it, marked as that."""
    words = plain(said(text, language), limit)
    other: Language = "en" if language == "th" else "th"
    if text.in_language(language).strip() or not words:
        return words
    return Markup('<span lang="{}">{}</span>').format(other, words)


def target(url: str) -> str | None:
    """Return `href` of `url` without the characters that HTML allows in no address.

    >>> target('https://a.example/"แผน"'), target("javascript:alert(1)")
    ('https://a.example/%22แผน%22', None)
    """
    allowed = href(url)
    return allowed and _BARRED.sub(lambda found: f"%{ord(found[0]):02X}", allowed)


def anchor(verdict: Verdict) -> str:
    """Return the fragment of the item's card."""
    return "item-" + re.sub(r"[^a-z0-9]", "", verdict.id.lower())[:20]


def in_style(text: str) -> Markup:
    r"""Return `text` as a string of a style sheet, harmless whatever it says.

    >>> print(in_style("a</style>"))
    "a\\3c \\2f style\\3e "
    """
    kept = (
        each if each.isalnum() and each.isascii() else Markup("\\{:x} ").format(ord(each))
        for each in text
    )
    return Markup('"{}"').format(Markup("").join(kept))


def sheet(text: str) -> Markup:
    """Return `text` for the edge of a sheet; the browser fills in `{page}` and `{pages}`."""
    parts = enumerate(_SHEET.split(text))
    return Markup(" ").join(
        Markup("counter({})").format(part) if n % 2 else in_style(part) for n, part in parts
    )


FORMAT = Format("html", ".html", "text/html; charset=utf-8", render)
