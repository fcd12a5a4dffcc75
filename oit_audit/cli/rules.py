"""Load what an audit is judged by."""

from __future__ import annotations

from datetime import date
from functools import cache

from oit_audit.checklists import (
    LEXICON,
    available_years,
    bundled_directory,
    default_year,
    load_checklist,
)
from oit_audit.cli.sentences import there_are
from oit_audit.errors import UsageError
from oit_audit.match import Lexicon, Numbering, read_lexicon
from oit_audit.pipeline import Rules
from oit_audit.words import worded

_BUDDHIST_ERA = 543


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that comes with the package.

    Raises:
        ChecklistError: it cannot be used.
    """
    return read_lexicon((bundled_directory() / LEXICON).read_bytes(), LEXICON)


@cache
def numbering() -> Numbering:
    """Return, for each year, which concepts each item number stands for."""
    return {
        year: {int(item.id[1:]): item.concepts for item in load_checklist(year).items}
        for year in available_years()
    }


def year_named(text: str) -> int:
    """Return the fiscal year (Buddhist Era) that a user means; Thai digits are digits too.

    Raises:
        UsageError: no checklist of that year.
    """
    known = available_years()
    year = int(text) if text.isdecimal() and len(text) == 4 else 0
    if year in known:
        return year
    era = year + _BUDDHIST_ERA
    hint = there_are(map(str, known))
    if era in known:
        hint = worded("years are in the Buddhist Era: try {era}", era=era)
    said = text[:40]
    raise UsageError(worded("no checklist for {said}", said=said), hint=hint)


def load_rules(year: str | None, today: date) -> Rules:
    """Return the rules of a fiscal year; the newest that has begun by `today` when None.

    Raises:
        UsageError: no checklist of that year.
        ChecklistError: no checklist has begun by `today`, or it cannot be used.
    """
    chosen = default_year(today) if year is None else year_named(year)
    return Rules(load_checklist(chosen), lexicon(), numbering())
