"""Steps told by their shape: points in order, or joined by arrows, that begin with deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oit_audit.checks._reading import Hit, Line, Reading
from oit_audit.checks._words import any_of
from oit_audit.thai import fold

_MARK = re.compile(
    r"(?:(?<=\s)|(?<=[:：])|^)(?:\(?(?P<number>\d{1,2})(?:[.)]|\s?[-–])\s{0,3}"
    r"|\((?P<letter>[กขคงจฉช])\)\s{0,3})(?=[^\W\d])"
)
"""What begins a point: `1.`, `2)`, `(3)`, `4 -`, `(ก)`."""

_BARE = re.compile(r"\s*0?(?P<number>\d{1,2})\s+(?=[^\W\d])")
"""A number and a space at the beginning of a line or row, as in a column of numbers."""

_ALONE = re.compile(r"\W{0,3}0?(\d{1,2})\W{0,3}")
_LETTERED = "กขคงจฉช"
_ARROW = re.compile(r"\s*(?:→|➔|➜|➡|⇒|⟶|►|▶|»|>{1,3}|-{1,2}>|=>|↓|⬇)\s*")
_BULLET = re.compile(r"(?:^|\s)[-–•▪➢*·✓]\s*(?=[^\W\d])")
_FEWEST = 3
"""Points from which a list tells steps; two where all begin with a deed."""

_MOST_PIECES = 60
_LONGEST_POINT = 200
_MOST_LINES = 3_000
_APART = 12
"""Lines from one numbered point to the next."""

_WHO = any_of(
    "ผู้ขอ", "ผู้ยื่น", "ผู้ร้อง", "ผู้รับบริการ", "ประชาชน", "เจ้าหน้าที่", "เจ้าพนักงาน",
    "พนักงาน", "นายก", "ปลัด", "กองคลัง", "กองช่าง", "กอง", "สำนักปลัด", "หัวหน้าฝ่าย",
    "หัวหน้า", "นายช่าง", "งานนิติการ", "ผู้บริหาร", "คณะกรรมการ", "ผู้อำนวยการ",
)  # fmt: skip
_DOES = any_of(
    "ยื่น", "กรอก", "ตรวจ", "รับ", "แจ้ง", "ชำระ", "เสนอ", "ออก", "ลงนาม", "ลงทะเบียน",
    "สำรวจ", "พิจารณา", "บันทึก", "ส่ง", "จัดทำ", "จัดส่ง", "จัดเตรียม", "นำ", "โทรแจ้ง",
    "โทรนัด", "ติดต่อ", "เขียน", "เตรียม", "อนุมัติ", "อนุญาต", "รอ", "สั่งการ", "สอบ",
    "แต่งตั้ง", "รายงาน", "ดำเนินการ", "ประเมิน", "คำนวณ", "โอน", "เบิก", "จ่าย", "ประชุม",
    "วินิจฉัย", "คัดกรอง", "วิเคราะห์", "รวบรวม", "ติดตั้ง", "มอบ", "เรียก", "พิมพ์",
    "ให้บริการ", "ตอบ", "ปิด", "เลือก", "กด", "เข้า", "ดาวน์โหลด", "ถ่าย", "ทำ", "ซ่อม",
    "จัดหา", "จัดคิว", "จัดลำดับ", "ลงรับ", "ลงพื้นที่", "เปิด", "สรุป", "ยืนยัน", "เก็บ",
    "สืบ", "ชี้แจง", "คืน", "หาข้อ",
)  # fmt: skip
_DEED = re.compile(f"(?:{_WHO})?(?:{_DOES})")
"""How a step begins: with a deed, or with who does it."""

_OTHER = re.compile(
    any_of(
        "รายการ", "รายงานผล", "รายงานการ", "รายชื่อ", "รายได้", "รายรับ", "รายละเอียด",
        "รับสมัคร", "รางวัล", "รอง", "รอบ", "รับผิดชอบ", "รับรู้", "ทำไม", "ทำเนียบ",
        "ทำนุ", "ทำบุญ", "เข้าสู่ระบบ", "เข้าชม", "เข้าใจ", "ประชุมสภา", "ประชุมประชาคม",
        "ออกแบบ", "ออกกำลัง", "ส่งเสริม", "ตอบสนอง", "แจ้งเกิด", "แจ้งตาย", "แจ้งย้าย",
        "แจ้งซ่อม", "แจ้งเหตุ", "ลงทะเบียนเด็ก", "ลงทะเบียนผู้", "ลงทะเบียนรับเบี้ย",
        "รับเบี้ย", "รับลงทะเบียน", "ชำระภาษีที่", "ชำระภาษีป้าย", "ชำระภาษีบำรุง",
    )
)  # fmt: skip
"""How the entry of another list, such as one of services, begins with the same letters."""

_WAY = re.compile(
    any_of(
        "ด้วยตนเอง", "ด้วยตัวเอง", "ทางไปรษณีย์", "ทางจดหมาย", "ทางโทรศัพท์", "ทางอีเมล",
        "ทางเว็บ", "ผ่านเว็บ", "ทางไลน์", "ผ่านไลน์", "ผ่านเฟซ", "ทางเฟซ", "ทางสื่อ",
        "ผ่านระบบ", "ทาง facebook", "ผ่านทาง",
    )
)  # fmt: skip
"""One of several channels, of which people take one: no step before the next."""


@dataclass(frozen=True, slots=True)
class _Point:
    text: str
    line: Line


def steps(reading: Reading) -> Hit | None:
    """Return where a document tells steps in order; None when it does not."""
    for points in _runs(reading):
        deeds = sum(_is_deed(point.text) for point in points)
        enough = deeds >= _FEWEST - 1 and deeds * 2 > len(points)
        if enough and (len(points) >= _FEWEST or deeds == len(points)):
            quote = " · ".join(point.text for point in points)
            return Hit(reading.document, points[0].line.where, quote)
    return None


def written(reading: Reading) -> Iterator[tuple[Line, str]]:
    """Yield the lines with what is written in them in Arabic digits, without the title."""
    for line, start in zip(reading.lines[:_MOST_LINES], reading.starts, strict=False):
        if line.where != "title":
            yield line, reading.plain[start : start + len(line.text)]


def _is_deed(text: str) -> bool:
    said = fold(text)
    return bool(_DEED.match(said)) and not _OTHER.match(said) and not _WAY.search(said)


def _runs(reading: Reading) -> Iterator[list[_Point]]:
    """Yield what may be steps: the items of one list, what arrows join, numbered points."""
    linked = {fold(link.text) for link in reading.document.links}
    listed: list[_Point] = []
    for line, text in written(reading):
        if points := _listed(line, text):
            listed += (point for point in points if fold(point.text) not in linked)
        elif listed:
            yield listed
            listed = []
        arrows = [piece for piece in _ARROW.split(text)[:_MOST_PIECES] if piece.strip(" :")]
        if len(arrows) >= _FEWEST:
            first = arrows[0].rpartition(":")[2] or arrows[0]
            yield [_Point(piece, line) for piece in (first, *arrows[1:])]
    yield listed
    yield from _numbered(reading)


def _listed(line: Line, text: str) -> list[_Point]:
    """Return the points of a list that a line holds; none for other lines."""
    if line.heading or line.table:
        return []
    if line.where.startswith("li"):
        return [_Point(text, line)]
    first = _BULLET.search(text)
    if first is None:
        return []
    return [_Point(piece, line) for piece in _BULLET.split(text[first.start() :])[1:_MOST_PIECES]]


def _numbered(reading: Reading) -> Iterator[list[_Point]]:
    """Yield points that count up from one, close together."""
    points: list[_Point] = []
    last = 0
    for at, (number, point) in _marked(reading):
        if number == len(points) + 1 and (not points or at - last <= _APART):
            points.append(point)
            last = at
        elif number == 1:
            yield points
            points, last = [point], at
    yield points


def _marked(reading: Reading) -> Iterator[tuple[int, tuple[int, _Point]]]:
    """Yield every point with its number and the line that it stands in."""
    alone = 0
    for at, (line, text) in enumerate(written(reading)):
        if number := _ALONE.fullmatch(text):
            alone = int(number[1])
            continue
        bare = _BARE.match(text)
        if alone or bare:
            number_said = alone or int(bare["number"] if bare else 0)
            yield at, (number_said, _Point(text[bare.end() if bare else 0 :], line))
        alone = 0
        marks = [*_MARK.finditer(text)][:_MOST_PIECES]
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=False):
            said = text[mark.end() : min(end, mark.end() + _LONGEST_POINT)].strip()
            yield at, (_number(mark), _Point(said, line))


def _number(mark: re.Match[str]) -> int:
    letter = mark["letter"]
    return int(mark["number"]) if letter is None else _LETTERED.find(letter) + 1
