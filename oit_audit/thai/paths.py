"""Which years an address or file name speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import unquote

from oit_audit.thai.dates import Mention, MentionKind
from oit_audit.thai.fiscal import (
    ERA,
    fiscal_year_span,
    fiscal_years_of,
    last_day,
    year_be,
)
from oit_audit.thai.light import LightText

_YEAR = r"25[4-9]\d|2600|20[0-5]\d"
_YEAR2 = r"5[5-9]|6\d|7[0-5]"
_PATH = re.compile(
    rf"(?P<folder>(?<!\d)(?P<folder_year>{_YEAR})/(?P<folder_month>0[1-9]|1[0-2])(?=/))"
    rf"|(?P<stamp>(?<!\d)(?P<stamp_year>{_YEAR})(?P<sep>[-_]?)(?P<stamp_month>0[1-9]|1[0-2])"
    r"(?P=sep)(?P<stamp_day>0[1-9]|[12]\d|3[01])(?=\d{0,8}(?!\d)))"
    rf"|(?P<range>(?<!\d)(?P<range_year>{_YEAR})\s?[-_]\s?(?P<range_last>{_YEAR})(?!\d))"
    rf"|(?P<brief>(?<![\d_-])(?<!\d[.])(?P<brief_year>{_YEAR2})[-_](?P<brief_last>{_YEAR2})(?![-_]?\d))"
    rf"|(?P<long>(?<!\d)(?<!id=)(?P<long_year>{_YEAR})(?!\d))"
    r"|(?P<short>(?<![a-z])(?:mc|ita|oit|lpa|moit|fy|y|ปี|ปีงบ|ปีงบประมาณ)[ _-]?"
    rf"(?P<short_year>{_YEAR2})(?!\d))"
    rf"|(?P<tail>(?<=[_ -])(?P<tail_year>{_YEAR2})(?=\.[a-z]{{3,4}}$))"
)


_LONGEST = 2_048
"""Characters of an address up to which its times are remembered."""


def path_mentions(url: str) -> tuple[Mention, ...]:
    """Return the times that an address or file name speaks of, all UPLOAD, in order.

    Positions and quotes are those of the address with its escapes undone. A folder of year and
    month is when the file was put up; the caller weighs it.

    >>> [(m.quote, m.fiscal_years) for m in path_mentions("/uploads/2022/08/O17MC66.pdf")]
    [('2022/08', (2565,)), ('MC66', (2566,))]
    """
    return _read_once(unquote(url)) if len(url) <= _LONGEST else tuple(_read(unquote(url)))


@lru_cache(maxsize=4_096)
def _read_once(address: str) -> tuple[Mention, ...]:
    return tuple(_read(address))


def _read(address: str) -> Iterator[Mention]:
    reading = LightText(address)
    for match in _PATH.finditer(reading.text):
        period = _period(match)
        if period is not None:
            yield Mention(
                MentionKind.UPLOAD,
                *period,
                reading.quote(*match.span()),
                reading.position(match.start()),
                fiscal_years_of(*period),
            )


def _period(match: re.Match[str]) -> tuple[date, date] | None:
    kind = match.lastgroup or ""
    year = year_be(match[f"{kind}_year"])
    if year is None:
        return None
    if kind == "folder":
        month = date(year - ERA, int(match["folder_month"]), 1)
        return month, last_day(month.year, month.month)
    if kind == "stamp":
        return _stamped(match, year)
    last = year_be(match[f"{kind}_last"]) if kind in ("range", "brief") else year
    if kind == "brief" and (last or 0) <= year:
        return None
    return fiscal_year_span(year)[0], fiscal_year_span(max(year, last or year))[1]


def _stamped(match: re.Match[str], year: int) -> tuple[date, date]:
    first = date(year - ERA, int(match["stamp_month"]), 1)
    last = last_day(first.year, first.month)
    day = first.replace(day=min(int(match["stamp_day"]), last.day))
    return day, day
