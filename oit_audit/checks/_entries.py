"""What the points of a list tell: things to be bought, ways to complain, deeds with their day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_audit.checks._reading import Hit, Reading
from oit_audit.checks._steps import written
from oit_audit.checks._words import any_of
from oit_audit.thai import fold

_MARK = re.compile(r"(?:(?<=\s)|(?<=[:：])|^)\(?\d{1,3}[.)]\s{0,3}(?=\S)")
"""What begins a point: `1.`, `2)`, `(3)`."""

_MOST_POINTS = 400
_LONGEST = 300
"""Points of a document, and characters of each, that are read."""

_AMOUNT = re.compile(r"(?<![\d,.])(?:\d{1,3}(?:,\d{3})+|\d{4,9}(?=\s?บาท)|\d[\d.]*(?=\s?ล้าน))")
_LIMIT = re.compile(any_of("เกิน", "ไม่ถึง", "ตั้งแต่", "ขึ้นไป", "ต่ำกว่า"))
"""What is said of a bound, where no thing is named that is bought."""

_BUYING = re.compile(
    any_of(
        *("e-bidding", "ebidding", "e-market", "emarket", "ประกวดราคา", "เฉพาะเจาะจง", "วิธีคัดเลือก"),
        *("สอบราคา", "ตกลงราคา", "ประกาศเชิญชวน", "วิธีพิเศษ"),
    )
)
"""The ways in which a public office buys."""

_WAYS = tuple(
    re.compile(any_of(*names))
    for names in (
        ("เว็บไซต์", "เวบไซต์", "เว็บบอร์ด", "website", "ออนไลน์"),
        ("จดหมาย", "ไปรษณีย์", "หนังสือร้องเรียน"),
        ("โทรศัพท์", "โทรสาร", "สายด่วน", "สายตรง"),
        ("มาเอง", "ด้วยตนเอง", "ด้วยตัวเอง", "ด้วยวาจา", "มาที่สำนักงาน", "walk-in"),
        ("อีเมล", "e-mail", "email"),
        ("เฟซบุ๊ก", "เฟสบุ๊ก", "facebook", "ไลน์", "line official"),
        ("ตู้รับ", "กล่องรับ", "ตู้แสดงความ"),
    )
)
"""The ways in which one may turn to an office, each by its names."""

_COMPLAINS = re.compile(any_of("ร้องได้", "ร้องเรียน", "ร้องทุกข์", "แจ้งเบาะแส", "แจ้งเรื่อง", "ยื่นเรื่อง"))
_FEWEST_WAYS = 2

_MONTH = (
    "(?:ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|"
    "พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
).replace(".", r"\.")
_DAY_OF_DEED = re.compile(
    rf"(?:เมื่อ)?(?:วันที่\s?)?\d{{1,2}}\s?{_MONTH}\s?(?:พ\.ศ\.\s?)?(?:25)?\d{{2}}\s*[:–-]?\s*(?P<deed>[ก-ฮเ-ไ]\S{{4,}})"
)
_AHEAD = re.compile(any_of("จะ", "กำหนด", "คาดว่า", "ถึง", "เป็นต้นไป", "วางแผน"))
"""How a plan goes on after a day: nothing is done yet."""


def purchases(reading: Reading) -> Hit | None:
    """Return a row or numbered point with a thing, its price and a way of buying it."""
    for where, said in _points(reading):
        if _AMOUNT.search(said) and _BUYING.search(fold(said)) and not _LIMIT.search(fold(said)):
            return Hit(reading.document, where, said)
    return None


def ways(reading: Reading) -> Hit | None:
    """Return a line that tells several ways in which one may complain."""
    for line, text in written(reading):
        said = fold(text[:_LONGEST])
        named = sum(way.search(said) is not None for way in _WAYS)
        if named >= _FEWEST_WAYS and not line.heading and _COMPLAINS.search(said):
            return Hit(reading.document, line.where, text[:_LONGEST])
    return None


def acts(reading: Reading) -> Hit | None:
    """Return a row or numbered point that begins with a day and what was done on it."""
    for where, said in _points(reading):
        day = _DAY_OF_DEED.match(said)
        if day and not _AHEAD.match(fold(day["deed"])):
            return Hit(reading.document, where, said)
    return None


def _points(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield where each row of a table and each numbered point stands, and what it says."""
    left = _MOST_POINTS
    for line, text in written(reading):
        if line.table is not None and left:
            left -= 1
            yield line.where, text[:_LONGEST]
    marks = [mark for mark, _ in zip(_MARK.finditer(reading.plain), range(left), strict=False)]
    ends = [mark.start() for mark in marks[1:]] + [len(reading.plain)]
    for mark, end in zip(marks, ends, strict=False):
        said = reading.plain[mark.end() : min(end, mark.end() + _LONGEST)]
        yield reading.lines[reading.line_of(mark.start())].where, " ".join(said.split())
