"""Which months a text covers, ranges expanded, months without a year given the year of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from oit_audit.thai import _date_patterns as patterns
from oit_audit.thai.dates import Mention, MentionKind, mentions
from oit_audit.thai.fiscal import fiscal_year_span, month_within, next_month
from oit_audit.thai.light import LightText, light

Month = tuple[int, int]
"""Gregorian year, month."""

_LONGEST = 36
"""Months of one range; what is longer is cut."""

_BARE = re.compile(
    rf"(?P<first>{patterns.STRICT_MONTH})"
    rf"(?:{patterns.TO}(?:{patterns.DAY}\s?)?(?:เดือน\s?)?(?P<last>{patterns.STRICT_MONTH}))?"
)
_LISTED = re.compile(r"(?:[\s,/&-]|และ|กับ|เดือน){1,9}")
_COVERING = frozenset({MentionKind.MONTH, MentionKind.RANGE, MentionKind.HALF, MentionKind.QUARTER})


def months_covered(
    text: str, *, fiscal_year_hint: int | None = None, with_days: bool = False
) -> frozenset[Month]:
    """Return the months (Gregorian year, month) that `text` names.

    A month without a year gets the year of the month it is listed with, else it belongs to the
    only fiscal year that the text names, else to `fiscal_year_hint`, else it is left out. Ranges of
    whole years name no months.

    Args:
        text: Any text.
        fiscal_year_hint: Buddhist Era.
        with_days: Count the months of single days too (`15 ม.ค. 66`).

    >>> sorted(months_covered("ต.ค. - ธ.ค. 64"))
    [(2021, 10), (2021, 11), (2021, 12)]
    >>> sorted(months_covered("มกราคม, มีนาคม", fiscal_year_hint=2565))
    [(2022, 1), (2022, 3)]
    """
    found = mentions(text)
    kinds = _COVERING | {MentionKind.DATE} if with_days else _COVERING
    months: set[Month] = set()
    for mention in found:
        if mention.kind in kinds and not _names_years(mention):
            months.update(_between(mention.start, mention.end))
    year = _only_fiscal_year(found) or fiscal_year_hint
    left = _blanked(text, found)
    months.update(_without_year(left, text, found, year))
    if year is not None:
        months.update(_first_months(light(left), year))
    return frozenset(months)


def _names_years(mention: Mention) -> bool:
    return mention.kind is MentionKind.RANGE and not patterns.ANY_MONTH.search(light(mention.quote))


def _between(start: date, end: date) -> Iterator[Month]:
    month = start
    for _ in range(_LONGEST):
        if month > end:
            return
        yield month.year, month.month
        month = next_month(month.year, month.month)


def _only_fiscal_year(found: Iterable[Mention]) -> int | None:
    """Return the one fiscal year of a text; a year named as such counts before other years."""
    for kind in (MentionKind.FISCAL, MentionKind.YEAR):
        years = {mention.fiscal_years for mention in found if mention.kind is kind}
        if years:
            return years.pop()[0] if len(years) == 1 else None
    return None


def _blanked(text: str, found: Iterable[Mention]) -> str:
    """Return `text` with what has been read replaced, places kept."""
    letters = list(text)
    for mention in found:
        size = len(mention.quote)
        letters[mention.position : mention.position + size] = "|" * size
    return "".join(letters)


def _first_months(left: str, year: int) -> Iterator[Month]:
    """Yield what `รอบ 6 เดือน`, `รอบ 9 เดือน` and `รอบ 12 เดือน` cover."""
    longer = [int(match["months"]) for match in patterns.FIRST_MONTHS.finditer(left)]
    count = max(longer, default=6 if patterns.FIRST_HALF.search(left) else 0)
    start = fiscal_year_span(year)[0]
    yield from islice(_between(start, fiscal_year_span(year)[1]), count)


def _bare_months(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while start := patterns.MONTH_START.search(text, position):
        match = _BARE.match(text, start.start())
        if match is not None:
            yield match
        position = match.end() if match else start.start() + 1


def _without_year(
    left: str, text: str, found: Iterable[Mention], year: int | None
) -> Iterator[Month]:
    """Yield the months that `left` names, the last first: a list takes the year at its end."""
    dated = {m.position: m.start for m in found if m.kind is MentionKind.MONTH}
    reading = LightText(left)
    for match in reversed(list(_bare_months(reading.text))):
        first = patterns.month_number(match["first"])
        last = patterns.month_number(match["last"] or match["first"])
        start = reading.position(match.start())
        stop = start + len(reading.quote(*match.span()))
        listed = _LISTED.match(text, stop)
        following = dated.get(listed.end()) if listed else None
        if following is not None:
            end = date(following.year - (last > following.month), last, 1)
        elif year is not None:
            end = month_within(year, last)
        else:
            continue
        begin = date(end.year - (first > last), first, 1)
        dated[start] = begin
        yield from _between(begin, end)
