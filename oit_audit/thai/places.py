"""Districts and provinces that a text names together: `อำเภอเมือง จังหวัดสมมุติบุรี`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oit_audit.thai.light import LightText, soft
from oit_audit.thai.normalize import fold

_LETTERS = "[ก-ฮะ-ูเ-ไ]"
_DISTRICT = rf"(?:(?<!กิง){soft('อำเภอ')}|(?<![ก-ู.])อ ?\.)"
_PROVINCE = rf"(?:(?<!สวน){soft('จังหวัด')}|(?<![ก-ู.])จ ?\.)"
_PLACE = re.compile(
    rf"{_DISTRICT} ?(?P<district>{_LETTERS}{{2,30}}?)[\s,]{{0,3}}{_PROVINCE} ?"
    rf"(?P<province>{_LETTERS}{{2,24}})"
)
_STOP = re.compile(
    "(?:"
    + "|".join(
        map(soft, ("โทร", "รหัส", "เรื่อง", "ประจำ", "พุทธ", "ประกาศ", "ปีงบ", "แผน", "และ", "ใน"))
    )
    + ")"
)
_HINT = re.compile(r"จ ?\.|หวัด|ห ?วัด|จังหว")
_SHORTEST = 3
"""Letters from which one spelling may be the beginning of the other."""


@dataclass(frozen=True, slots=True)
class Place:
    """A district and its province, without these words."""

    district: str
    province: str
    quote: str = ""
    position: int = 0


def places(text: str) -> tuple[Place, ...]:
    """Return the districts that `text` names with their provinces, in order.

    >>> [(p.district, p.province) for p in places("ต.ทุ่งกลาง อ.เมือง จ.สมมุติบุรี 60000")]
    [('เมือง', 'สมมุติบุรี')]
    """
    reading = LightText(text)
    if not _HINT.search(reading.text):
        return ()
    found = []
    for match in _PLACE.finditer(reading.text):
        start, end = match.span("province")
        stop = _STOP.search(reading.text, start + 2, end)
        end = stop.start() if stop else end
        found.append(
            Place(
                reading.quote(*match.span("district")),
                reading.quote(start, end),
                reading.quote(match.start(), end),
                reading.position(match.start()),
            )
        )
    return tuple(found)


def same_place(one: Place, other: Place) -> bool:
    """Return whether two places are one: a guessed end is forgiven.

    >>> same_place(Place("เมือง", "สมมุติบุรี"), Place("เมืองสมมุติบุรี", "สมมุติบุรี"))
    True
    """
    return _alike(one.province, other.province) and _alike(one.district, other.district)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or (len(short) >= _SHORTEST and long.startswith(short))
