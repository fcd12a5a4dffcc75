"""What a document shows by its shape, whatever it is called: steps, services, a manual's work."""

from __future__ import annotations

import re
from enum import StrEnum

from oit_audit.checks._entries import acts, purchases, ways
from oit_audit.checks._reading import Hit, Line, Reading
from oit_audit.checks._steps import steps, written
from oit_audit.checks._words import any_of
from oit_audit.model import Media
from oit_audit.thai import fold

_LEADS = any_of(
    "การ", "บริการ", "งาน", "คู่มือ", "ขั้นตอน", "วิธี", "อยาก", "ต้องการ", "ประสงค์",
    "หาก", "จะ", "เรื่อง",
)  # fmt: skip
_NO_REQUEST = any_of(
    "บคุณ", "บเขต", "เชิญ", "ง", "แสดง", "อภัย", "ประกาศ", "ให้", "ต้อนรับ", "ร้อง",
    "รับรอง", "ขอบ", "เรียน", "ความร่วมมือ", "ความกรุณา", "ความสุข", "ใช้สิทธิ์เข้าสู่",
    "ใช้คุกกี้", "ย้ำ", "นำเสนอ", "ประชาสัมพันธ์", "แจ้งให้",
)  # fmt: skip
"""What follows `ขอ` where nobody asks for a service."""

_DEEDS = any_of(
    "จดทะเบียน", "ขึ้นทะเบียน", "ลงทะเบียน", "ชำระภาษี", "ชำระค่า", "เสียภาษี", "รับชำระ",
    "แจ้งเกิด", "แจ้งตาย", "แจ้งย้าย", "แจ้งเหตุ", "แจ้งซ่อม", "แจ้งถม", "แจ้งขุด",
    "แจ้งก่อสร้าง", "ต่ออายุ", "ต่อใบอนุญาต", "ออกใบอนุญาต", "ย้ายที่อยู่", "ทำบัตร",
    "รับลงทะเบียน", "รับเบี้ย", "กำจัดปลวก", "สูบสิ่งปฏิกูล", "ตัดต้นไม้",
)  # fmt: skip
_ANY_SERVICE = f"{fold('รับบริการ')}(?:{any_of('สำหรับ', 'ของ', 'ประชาชน')}|$)"
_REQUEST = f"{fold('ขอ')}(?!{_NO_REQUEST}|{_ANY_SERVICE})[ก-์]{{3}}"
_SERVICE = re.compile(f"(?:{_LEADS}){{0,3}}(?:{_REQUEST}|{_DEEDS})")
"""How the name of a service begins."""

_LONGEST_NAME = 70

_MANUAL = re.compile(any_of("คู่มือ", "มาตรฐานการปฏิบัติ", "แนวทางการปฏิบัติ", "แนวทางปฏิบัติ"))
_NOT_THE_WORK = re.compile(
    any_of(
        *("สำนักงาน", "พนักงาน", "หน่วยงาน", "ปฏิบัติงาน", "การปฏิบัติงาน", "ดำเนินงาน", "คนงาน", "ทำงาน"),
        *("งานเทศบาล", "การปฏิบัติ", "การทำงาน", "การใช้คู่มือ", "การบริหารส่วน", "ปฏิบัติการ", "ราชการ"),
        *("องค์การ", "งานของ", "ประจำปี", "การดำเนิน", "มาตรฐาน", "บุคลากร", "ปฏิบัติราชการ"),
    )
)
_WORK = re.compile(
    f"(?:{any_of('งาน', 'ด้าน', 'เรื่อง', 'การ', 'กระบวนการ')})[ก-์]{{4}}|(?:"
    + any_of(
        *("พัสดุ", "สารบรรณ", "ธุรการ", "การเงิน", "ทะเบียน", "จัดเก็บ", "นิติการ", "สาธารณสุข", "ป้องกัน"),
        *("บัญชี", "จัดซื้อ", "ตรวจสอบภายใน", "เบี้ยยังชีพ", "ควบคุมอาคาร"),
    )
    + ")"
)
_LONGEST_POINT = 200
_HEAD = 4
"""Lines from the top of a paper that name it."""


class Shape(StrEnum):
    """What may be shown by its shape."""

    NONE = "none"
    STEPS = "steps"
    """Points in order, or joined by arrows, that begin with deeds."""

    SERVICE = "service"
    """A heading, a cell or a short line that begins as the names of services do."""

    WORK = "work"
    """A work that the name of the manual says besides being one."""

    PURCHASES = "purchases"
    """A row or numbered point with a price and a way of buying."""

    WAYS = "ways"
    """A line that tells several ways in which one may complain."""

    ACTS = "acts"
    """A row or numbered point that begins with a day and what was done on it."""


def shown(reading: Reading, shape: Shape) -> Hit | None:
    """Return where the document shows it; None when it does not."""
    look = _SHOWS.get(shape)
    return look(reading) if look else None


def _service(reading: Reading) -> Hit | None:
    for line, text in written(reading):
        cells = line.table.rows[line.row] if line.table else (text,)
        for cell in cells:
            name = re.split(r"[:：]|\s\(?1\s?[.)]", cell, maxsplit=1)[0].strip(" -•.0123456789)")
            if len(name) <= _LONGEST_NAME and _SERVICE.match(fold(name)):
                return Hit(reading.document, line.where, cell[:_LONGEST_POINT])
    return None


def _work(reading: Reading) -> Hit | None:
    top = [line for line in reading.lines if line.where != "title"][:_HEAD]
    manuals = [line for line in (*top, *filter(_is_heading, reading.lines)) if _is_manual(line)]
    is_paper = reading.document.media is not Media.WEBPAGE
    is_cover = is_paper and bool(manuals) and manuals[0] in top[:2]
    for line in manuals:
        if _WORK.search(_NOT_THE_WORK.sub(" ", fold(line.text))):
            return Hit(reading.document, line.where, line.text[:_LONGEST_POINT])
    for line in top if is_cover else ():
        if len(line.text) <= _LONGEST_NAME and _WORK.match(_NOT_THE_WORK.sub(" ", fold(line.text))):
            return Hit(reading.document, line.where, line.text[:_LONGEST_POINT])
    return None


def _is_heading(line: Line) -> bool:
    return line.heading and line.where != "title"


def _is_manual(line: Line) -> bool:
    return len(line.text) <= _LONGEST_POINT and _MANUAL.search(fold(line.text)) is not None


_SHOWS = {
    Shape.STEPS: steps,
    Shape.SERVICE: _service,
    Shape.WORK: _work,
    Shape.PURCHASES: purchases,
    Shape.WAYS: ways,
    Shape.ACTS: acts,
}
