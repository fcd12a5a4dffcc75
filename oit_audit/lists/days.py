"""Which day a cell means: of Excel, of the Buddhist Era, in Thai digits or words."""

from __future__ import annotations

import re
from datetime import date

from oit_audit.thai import MentionKind, mentions

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_ERA = 543
_BUDDHIST_FROM = 2400
"""Years from which a year must be of the Buddhist Era."""

_BUDDHIST_SHORT = 50
"""Two digits from which a year must be of the Buddhist Era."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T][\d:.]+)?")
_SLASHED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_SERIAL = re.compile(r"[3-6]\d{4}")
"""Days since 30 December 1899: a date that lost its format, of 1982 to 2091."""

_LONGEST = 60


def day_of(text: str) -> date | None:
    """Return the one day that `text` means, None when it means none.

    >>> [str(day_of(t)) for t in ("21/11/2569", "๒๑ พ.ย. ๖๙", "2569-11-21", "21 Nov 2026")]
    ['2026-11-21', '2026-11-21', '2026-11-21', '2026-11-21']
    """
    said = text[:_LONGEST].strip().translate(_DIGITS)
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.fullmatch(said):
        return _day(_year(found[3]), int(found[2]), int(found[1]))
    if _SERIAL.fullmatch(said):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(said))
    named = [m for m in mentions(said) if m.kind in (MentionKind.DATE, MentionKind.PUBLISHED)]
    return named[0].start if len(named) == 1 and named[0].start == named[0].end else None


def _year(digits: str) -> int:
    """Return the year that four or two digits mean: `69` is 2569, `26` is 2026."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return (2500 if number >= _BUDDHIST_SHORT else 2000) + number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - _ERA if year >= _BUDDHIST_FROM else year, month, day)
    except ValueError:
        return None
