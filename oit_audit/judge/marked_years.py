"""The times that a candidate names, marked by what was read of them."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.judge.year_reading import YearReading
from oit_audit.judge.years import SILENT, SeenYear, YearSource, seen_years
from oit_audit.model import Candidate, YearSeen

MOST_OF_ONE = 2
MOST_YEARS = 6
"""Times that are kept of one source and of all: what decided and what disagrees first."""

_QUOTE = 80
"""Characters of a quote."""


def marked_years(candidate: Candidate, reading: YearReading) -> tuple[YearSeen, ...]:
    """Return the times that a candidate names, the most trusted source first.

    `reading` is what was read of them: those that gave its years are marked, and those that
    disagree with it.
    """
    seen = [_marked(each, reading) for each in (*seen_years(candidate), *reading.against)]
    if reading.years and not any(each.decides for each in seen):
        quote = reading.quote[:_QUOTE]
        seen.append(YearSeen(reading.source.value, "year", reading.years, quote, decides=True))
    return tuple(_few(dict.fromkeys(seen)))


def _marked(seen: SeenYear, reading: YearReading) -> YearSeen:
    same = seen.source is reading.source and set(seen.years) <= set(reading.years)
    return YearSeen(
        seen.source.value,
        seen.kind.value,
        seen.years,
        seen.quote[:_QUOTE],
        decides=same and seen.kind not in SILENT,
        against=seen in reading.against,
    )


def _few(seen: Iterable[YearSeen]) -> list[YearSeen]:
    by_source: dict[str, list[YearSeen]] = {}
    for each in seen:
        by_source.setdefault(each.source, []).append(each)
    ordered = (
        sorted(
            by_source.get(source.value, ()), key=lambda each: (not each.decides, not each.against)
        )
        for source in YearSource
    )
    kept = [each for of_one in ordered for each in of_one[:MOST_OF_ONE]]
    chosen = sorted(range(len(kept)), key=lambda index: _weight(kept[index]))[:MOST_YEARS]
    return [kept[index] for index in sorted(chosen)]


def _weight(seen: YearSeen) -> tuple[bool, bool]:
    return not seen.decides, not seen.against
