"""Is the top executive named, does he or she take part, sign or declare?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._words import TOP, any_of
from oit_audit.model import Document, Finding, Scene, Text
from oit_audit.thai import PERSON_NAME

_NEAR = 160
"""Letters, before and after the position, within which what is said is said of the executive."""

_ACTS = re.compile(
    any_of(
        *("เป็นประธาน", "ประธานในพิธี", "ประธานเปิด", "เข้าร่วม", "ร่วมกิจกรรม", "ร่วมโครงการ"),
        *("มอบนโยบาย", "มอบหมาย", "ถ่ายทอดนโยบาย", "กล่าวเปิด", "เปิดการประชุม", "เปิดโครงการ"),
        *("นำคณะ", "นำผู้บริหาร", "นำโดย", "นำพนักงาน", "นำบุคลากร", "นำเจ้าหน้าที่", "พร้อมด้วย"),
        *("พร้อมคณะ", "ร่วมกับ", "ร่วมประกาศ", "ประกาศเจตนารมณ์", "ประกาศเจตจำนง", "ลงนาม", "มอบรางวัล"),
        *("ประชุมชี้แจง", "เป็นผู้นำ", "ให้โอวาท", "ให้ความสำคัญ", "ร่วมพิธี", "จัดกิจกรรม", "ได้กำชับ"),
        *("เข้าอบรม", "ร่วมอบรม", "รับมอบ", "ร่วมลงนาม", "ร่วมแสดงเจตนารมณ์", "ประกาศนโยบาย"),
    )
)
_SIGNS = re.compile(
    any_of(
        *("ลงชื่อ", "ลงนาม", "ข้าพเจ้า", "ขอประกาศ", "ประกาศ ณ วันที่", "ประกาศเจตนารมณ์"),
        *("ประกาศเจตจำนง", "ให้ไว้ ณ วันที่", "สั่ง ณ วันที่", "จึงประกาศ", "ขอแสดงเจตนารมณ์"),
    )
)


class Deed(StrEnum):
    """What is looked for."""

    NAMED = "named"
    ACTS = "acts"
    SIGNS = "signs"


_SAYS = {
    Deed.NAMED: Text(th="ระบุชื่อและตำแหน่งผู้บริหารสูงสุด", en="names the top executive with the position"),
    Deed.ACTS: Text(th="ผู้บริหารสูงสุดมีส่วนร่วมในกิจกรรม", en="shows the top executive taking part"),
    Deed.SIGNS: Text(th="ลงนามหรือประกาศโดยผู้บริหารสูงสุด", en="is signed by the top executive"),
}
_LACKS = {
    Deed.NAMED: Text(th="ไม่ระบุชื่อผู้บริหารสูงสุด", en="does not name the top executive"),
    Deed.ACTS: Text(
        th="ไม่แสดงว่าผู้บริหารสูงสุดมีส่วนร่วม", en="does not show the top executive taking part"
    ),
    Deed.SIGNS: Text(
        th="ไม่มีการลงนามหรือประกาศโดยผู้บริหารสูงสุด", en="is not signed by the top executive"
    ),
}


@dataclass(frozen=True, slots=True)
class Executive(Part):
    """Look near the top executive's position for a name, a deed or a signature.

    Deputies, secretaries and advisers of the executive are not the executive.
    """

    name: ClassVar[str] = "executive"

    part: Deed
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND at the first place where it stands beside the position."""
        for document in documents:
            reading = read(document)
            for start, end in _places(reading):
                if hit := self._beside(reading, start, end):
                    return found(hit, _SAYS[self.part].th, _SAYS[self.part].en)
        return not_found(documents, _LACKS[self.part].th, _LACKS[self.part].en)

    def _beside(self, reading: Reading, start: int, end: int) -> Hit | None:
        near = max(0, start - _NEAR), min(len(reading.whole.text), end + _NEAR)
        if self.part is Deed.NAMED:
            first, last = (reading.whole.origin[at] for at in (near[0], near[1] - 1))
            return (
                reading.hit(start, end)
                if PERSON_NAME.search(reading.plain, first, last + 1)
                else None
            )
        pattern = _ACTS if self.part is Deed.ACTS else _SIGNS
        if match := pattern.search(reading.whole.text, *near):
            return reading.hit(min(start, match.start()), max(end, match.end()))
        return None


def _places(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in TOP.finditer(reading.whole.text):
        yield match.start(), match.end()


CHECK = Executive
