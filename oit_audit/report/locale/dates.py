"""Dates as people write them: Buddhist Era in Thai, common era in English."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from oit_audit.model import Language

BUDDHIST_ERA = 543
"""Years between the two eras."""

BANGKOK = timezone(timedelta(hours=7))
"""Thailand keeps one time all year."""

_THAI = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date, language: Language) -> str:
    """Return `value` in words.

    >>> day(date(2026, 11, 21), "th"), day(date(2026, 11, 21), "en")
    ('21 พฤศจิกายน 2569', '21 November 2026')
    """
    if language == "th":
        return f"{value.day} {_THAI[value.month - 1]} {value.year + BUDDHIST_ERA}"
    return f"{value.day} {_ENGLISH[value.month - 1]} {value.year}"


def instant(value: datetime, language: Language) -> str:
    """Return `value` in words, in the time of Bangkok.

    >>> instant(datetime(2026, 11, 21, 2, 5, tzinfo=timezone.utc), "th")
    '21 พฤศจิกายน 2569 เวลา 09.05 น.'
    """
    local = value.astimezone(BANGKOK)
    if language == "th":
        return f"{day(local.date(), language)} เวลา {local:%H.%M} น."
    return f"{day(local.date(), language)}, {local:%H:%M} (UTC+7)"
