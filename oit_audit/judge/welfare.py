"""Lists of people who receive welfare: they tell who is old, disabled or ill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit_audit.judge import labels
from oit_audit.model import Document, Media, Region
from oit_audit.thai import Finder

FEWEST = 3
"""People from which there is a list."""


class Welfare(StrEnum):
    """What the people of a list receive it for, the most delicate first."""

    HIV = "hiv"
    ILLNESS = "illness"
    DISABILITY = "disability"
    CHILD = "child"
    AGE = "age"
    POVERTY = "poverty"

    @property
    def is_sensitive(self) -> bool:
        """Does it tell of health, which section 26 of the act protects?"""
        return self in (Welfare.HIV, Welfare.ILLNESS, Welfare.DISABILITY)


_FINDERS = {
    Welfare.HIV: Finder(("ผู้ป่วยเอดส์", "โรคเอดส์", "ผู้ติดเชื้อเอชไอวี", "ผู้ติดเชื้อ hiv", "เบี้ยเอดส์")),
    Welfare.ILLNESS: Finder(
        ("ผู้ป่วยติดเตียง", "ผู้ป่วยเรื้อรัง", "ผู้ป่วยจิตเวช", "ผู้ป่วยระยะสุดท้าย", "ผู้ป่วยยากไร้", "ผู้ติดยาเสพติด")
    ),
    Welfare.DISABILITY: Finder(("เบี้ยความพิการ", "คนพิการ", "ผู้พิการ", "เบี้ยยังชีพความพิการ", "ความพิการ")),
    Welfare.CHILD: Finder(("เด็กแรกเกิด", "เลี้ยงดูเด็ก")),
    Welfare.AGE: Finder(("เบี้ยยังชีพ", "ผู้สูงอายุ", "เบี้ยผู้สูงอายุ")),
    Welfare.POVERTY: Finder(
        ("ผู้มีรายได้น้อย", "ผู้ยากไร้", "ผู้ด้อยโอกาส", "บัตรสวัสดิการแห่งรัฐ", "ครัวเรือนยากจน", "เงินสงเคราะห์",
         "ผู้ประสบภัย", "ผู้ไร้ที่พึ่ง", "ผู้มีสิทธิรับเงิน")
    ),
}  # fmt: skip
_LIST = Finder(("รายชื่อ", "บัญชีรายชื่อ", "ทะเบียนผู้", "ทะเบียนคน", "ผู้มีสิทธิรับเงิน", "ผู้มีสิทธิได้รับ"))
_NO_RECIPIENTS = Finder(
    (
        "คณะกรรมการ", "คณะทำงาน", "อาสาสมัคร", "ผู้ดูแล", "เจ้าหน้าที่", "วิทยากร", "ผู้ช่วย", "แต่งตั้ง",
        "ผู้สมัคร", "ผู้ผ่านการ", "ผู้เข้าร่วม", "ผู้เข้าอบรม", "ชมรม", "สมาชิก", "ครู", "แกนนำ", "พนักงาน",
    )
)  # fmt: skip
_TITLE = 250
"""Characters of a line that may be the title of a list."""

_FIRST = 12
"""Lines of a paper among which its title stands."""

_ROW = re.compile(r"^\W*\d{1,4}\W")


@dataclass(frozen=True, slots=True)
class WelfareList:
    """A list of recipients."""

    kind: Welfare
    people: int
    where: str


def recipients(document: Document) -> Welfare | None:
    """Return what the people of `document` receive, when its titles speak of welfare."""
    titles = "\n".join(_titles(document))
    return next((kind for kind, finder in _FINDERS.items() if finder.has(titles)), None)


def open_list(document: Document) -> WelfareList | None:
    """Return a list of people whose names alone tell of their health, when there is one.

    The title must call it a list of those who receive, not of those who help, and people must be
    in rows of a table or numbered lines.
    """
    kinds = (_delicate(title) for title in _titles(document))
    kind = next((kind for kind in kinds if kind), None)
    if kind is None:
        return None
    places = [where for where, text in _rows(document) if labels.has_person(text)]
    return WelfareList(kind, len(places), places[0]) if len(places) >= FEWEST else None


def _delicate(title: str) -> Welfare | None:
    if not _LIST.has(title) or _NO_RECIPIENTS.has(title):
        return None
    kinds = (kind for kind in _FINDERS if kind.is_sensitive)
    return next((kind for kind in kinds if _FINDERS[kind].has(title)), None)


def _titles(document: Document) -> Iterator[str]:
    yield document.title
    yield document.file_name
    is_page = document.media is Media.WEBPAGE
    if not is_page:
        yield from (section.label for section in document.sections)
    for number, block in enumerate(document.blocks):
        is_title = block.heading or (_LIST.has(block.text) if is_page else number < _FIRST)
        if block.region is Region.MAIN and len(block.text) <= _TITLE and is_title:
            yield block.text
    for table in document.tables:
        yield table.caption[:_TITLE]
        for row in table.rows[:2]:
            yield " ".join(dict.fromkeys(row))[:_TITLE]


def _rows(document: Document) -> Iterator[tuple[str, str]]:
    for table in document.tables:
        for number, row in enumerate(table.rows, 1):
            yield f"{table.where} row {number}", " ".join(cell[:_TITLE] for cell in row)
    if document.media is not Media.WEBPAGE:
        for block in document.blocks:
            if len(block.text) <= _TITLE and _ROW.match(block.text):
                yield block.where, block.text
