"""Load what an audit is judged by."""

from __future__ import annotations

from datetime import date
from functools import cache

from oit_audit.checklists import available_years, bundled_directory, default_year, load_checklist
from oit_audit.errors import ChecklistError, UsageError
from oit_audit.match import Lexicon, Numbering, read_lexicon
from oit_audit.pipeline import Rules


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that comes with the package.

    Raises:
        ChecklistError: it cannot be used.
    """
    path = bundled_directory() / "concepts.yaml"
    try:
        return read_lexicon(path.read_bytes(), path.name)
    except OSError as error:
        raise ChecklistError(f"{path}: cannot be read: {error.strerror}") from error


@cache
def numbering() -> Numbering:
    """Return, for each year, which concepts each item number stands for."""
    return {
        year: {int(item.id[1:]): item.concepts for item in load_checklist(year).items}
        for year in available_years()
    }


def chosen_year(year: int | None, today: date) -> int:
    """Return the fiscal year (Buddhist Era) to judge by.

    Raises:
        UsageError: no checklist of that year.
    """
    years = available_years()
    if year is None:
        return default_year(today)
    if year not in years:
        hint = f"try --year {year + 543}: years are in the Buddhist Era" if year + 543 in years else ""
        raise UsageError(f"no checklist for fiscal year {year}; there are {years[0]} to {years[-1]}", hint=hint)
    return year


def load_rules(year: int | None, today: date) -> Rules:
    """Return the rules of a fiscal year; the newest that has begun by `today` when None."""
    return Rules(load_checklist(chosen_year(year, today)), lexicon(), numbering())
