"""Is the top executive named, does he or she take part, sign or declare?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rapidfuzz import fuzz

from oit_audit.checks._part import Part
from oit_audit.checks._people import top_names
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.checks._words import TOP, any_of
from oit_audit.model import Document, Finding, Scene
from oit_audit.thai import PERSON_NAME, fiscal_year, fold
from oit_audit.words import worded, worded_for

_NEAR = 160
"""Letters before and after within which what is said is said of the executive."""

_BESIDE = 60
"""Characters between a position and the name of who holds it."""

_ACTS = re.compile(
    any_of(
        *("เป็นประธาน", "ประธานในพิธี", "ประธานเปิด", "เข้าร่วม", "ร่วมกิจกรรม", "ร่วมโครงการ"),
        *("มอบนโยบาย", "มอบหมายนโยบาย", "ถ่ายทอดนโยบาย", "กล่าวเปิด", "เปิดการประชุม", "เปิดโครงการ"),
        *("นำคณะ", "นำผู้บริหาร", "นำพนักงาน", "นำบุคลากร", "นำเจ้าหน้าที่", "พร้อมด้วย", "เปิดงาน"),
        *("พร้อมคณะ", "ร่วมกับ", "ร่วมประกาศ", "ประกาศเจตนารมณ์", "ประกาศเจตจำนง", "ลงนาม", "มอบรางวัล"),
        *("ประชุมชี้แจง", "เป็นผู้นำ", "ให้โอวาท", "ให้ความสำคัญ", "ร่วมพิธี", "จัดกิจกรรม", "ได้กำชับ"),
        *("เข้าอบรม", "ร่วมอบรม", "รับมอบ", "ร่วมลงนาม", "ร่วมแสดงเจตนารมณ์", "ประกาศนโยบาย", "กล่าวนำ"),
        *("เป็นวิทยากร", "เป็นตัวแทน", "ร่วมประชุม", "จัดประชุม", "ประชุมคณะ", "ประชุมมอบ", "ร่วมปฏิญาณ"),
    )
)
_LED = re.compile(
    f"(?:{any_of('นำโดย', 'โดยมี', 'พร้อมด้วย', 'ร่วมกับ', 'ประธานโดย', 'เปิดโดย', 'โดยท่าน', 'โดย')})$"
)
"""What stands right before an executive who takes part."""

_OTHERS = re.compile(
    any_of(
        *("รองนายก", "เลขานุการ", "ที่ปรึกษา", "ปลัด", "หัวหน้า", "ผู้อำนวยการ", "ประธานสภา", "สมาชิกสภา"),
        *("ผู้ว่าราชการ", "นายอำเภอ", "กำนัน", "ผู้ใหญ่บ้าน", "พนักงาน", "เจ้าหน้าที่", "บุคลากร", "ชาวบ้าน"),
        *("ประชาชน", "ข้าราชการ", "เจ้าอาวาส", "ท้องถิ่นจังหวัด", "ลูกจ้าง"),
    )
)
"""Who may act in the place of the executive, or beside."""

_TOGETHER = re.compile(any_of("พร้อม", "ร่วมกับ", "และ", "นำ", "คณะผู้บริหาร", "ร่วมด้วย", "เป็นประธาน"))
_INSTEAD = re.compile(any_of("มอบหมายให้", "มอบให้", "มอบหมาย", "แทน", "ผู้แทน"))
_SIGNS = re.compile(
    any_of(
        *("ลงชื่อ", "ลงนาม", "ข้าพเจ้า", "ขอประกาศ", "ประกาศ ณ วันที่", "ประกาศเจตนารมณ์"),
        *("ประกาศเจตจำนง", "ให้ไว้ ณ วันที่", "สั่ง ณ วันที่", "จึงประกาศ", "ขอแสดงเจตนารมณ์"),
    )
)
_DECLARES = re.compile(
    any_of("ประกาศเทศบาล", "ประกาศองค์การ", "ประกาศ อบ", "ประกาศเมือง", "ประกาศนโยบาย")
)
_BRACKETED = re.compile(r"\(\s*[^()\n]{4,80}\)\s{0,4}$")
"""A name in brackets that ends right before the position: as under a signature."""

_BARE_NAME = re.compile(r"\(\s*[ก-๙.]{2,30}(?:[ \t]{1,4}[ก-๙.]{1,40}){1,3}\s*\)")
"""A name in brackets, as under a signature."""

_SAME_NAME = 80
"""Likeness, 0 to 100, from which two spellings are of one name."""


class Deed(StrEnum):
    """What is looked for."""

    NAMED = "named"
    ACTS = "acts"
    SIGNS = "signs"


_SAYS = {
    Deed.NAMED: worded("names the top executive with the position"),
    Deed.ACTS: worded("shows the top executive taking part"),
    Deed.SIGNS: worded("is signed by the top executive"),
}
_LACKS = {
    Deed.NAMED: worded_for("of a paper", "does not name the top executive"),
    Deed.ACTS: worded("does not show the top executive taking part"),
    Deed.SIGNS: worded("is not signed by the top executive"),
}


@dataclass(frozen=True, slots=True)
class Executive(Part):
    """Look for the top executive's name, deed or signature.

    Deputies, secretaries and advisers are not the executive, and who acts in the executive's place
    is not either. A deed is of whoever is named last before it; a signature is a name with the
    position of the executive beside it. Where the page of executives names the present one, a name
    alone is known by it, and the name of another is not that of the executive.
    """

    name: ClassVar[str] = "executive"

    part: Deed
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND at the first place that shows it; else say who is named instead."""
        known = _present(scene)
        others: list[str] = []
        for document in documents:
            reading = read(document)
            for place in _places(reading, known):
                if known and place.called and not _same(place.called, known):
                    others.append(place.called)
                elif hit := self._shown(reading, place):
                    return found(hit, _SAYS[self.part])
        if others and self.part is Deed.SIGNS:
            return not_found(
                documents,
                worded(
                    "is signed by {name}, who is not the present top executive ({known})",
                    name=others[0],
                    known=known,
                ),
            )
        return not_found(documents, _LACKS[self.part])

    def _shown(self, reading: Reading, place: _Place) -> Hit | None:
        match self.part:
            case Deed.NAMED:
                return reading.hit(place.start, place.end) if place.called else None
            case Deed.ACTS:
                return _deed(reading, place)
            case Deed.SIGNS:
                return _signature(reading, place)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the executive is named, by the position or by the name alone."""

    start: int
    end: int
    """In the folded text."""

    called: str
    """The name beside the position; empty when none stands there."""


def _present(scene: Scene) -> str:
    """Return the name of the present top executive, as the page of executives gives it.

    Empty when it names none or several, and for an audit of a year that is over: who led the office
    then may have gone since.
    """
    if fiscal_year(scene.today) != scene.fiscal_year:
        return ""
    names = top_names(scene.elsewhere.get("executives", ()))
    return names[0] if len(names) == 1 else ""


def _same(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= _SAME_NAME


def _places(reading: Reading, known: str) -> Iterator[_Place]:
    text = reading.whole.text
    for match in TOP.finditer(text):
        yield _Place(match.start(), match.end(), _holder(reading, match.start(), match.end()))
    name = fold(known)
    at = text.find(name) if name else -1
    while at >= 0:
        yield _Place(at, at + len(name), known)
        at = text.find(name, at + len(name))


def _holder(reading: Reading, start: int, end: int) -> str:
    """Return the name that stands nearest to a position: before it, else after; empty for none."""
    first, last = reading.whole.origin[start], reading.whole.origin[end - 1] + 1
    before = reading.plain[max(0, first - _BESIDE) : first]
    names = [*PERSON_NAME.finditer(before)]
    if names and not _OTHERS.search(fold(before[names[-1].end() :])):
        return " ".join(names[-1].group().split())
    if bare := [*_BARE_NAME.finditer(before)]:
        return bare[-1].group().strip("() ")
    after = PERSON_NAME.search(reading.plain[last : last + _BESIDE])
    if after is None or _OTHERS.search(fold(reading.plain[last : last + after.start()])):
        return ""
    return " ".join(after.group().split())


def _deed(reading: Reading, place: _Place) -> Hit | None:
    """Return where the executive acts: the deed follows, and nobody else is named between."""
    text = reading.whole.text
    ahead = text[place.start : place.end + _NEAR]
    for act in _ACTS.finditer(ahead, place.end - place.start):
        between = ahead[place.end - place.start : act.start()]
        if _INSTEAD.search(between):
            break
        other = _OTHERS.search(between)
        if other is None or _TOGETHER.search(between[: other.start()]):
            return reading.hit(place.start, place.start + act.end())
    name = len(fold(place.called))
    before = text[max(0, place.start - name - 20) : place.start].removesuffix(fold(place.called))
    led = _LED.search(before)
    return reading.hit(place.start, place.end) if led and _ACTS.search(ahead + before) else None


def _signature(reading: Reading, place: _Place) -> Hit | None:
    """Return where the executive signs or declares; a line of dots is no name."""
    near = max(0, place.start - _NEAR), min(len(reading.whole.text), place.end + _NEAR)
    signs = _SIGNS.search(reading.whole.text, *near)
    if not place.called:
        return None
    if signs is None:
        first = reading.whole.origin[place.start]
        before = reading.plain[max(0, first - 2 * _BESIDE) : first]
        declares = _DECLARES.search(reading.whole.text, 0, place.start)
        signed = _BRACKETED.search(before) and declares
        return reading.hit(place.start, place.end) if signed else None
    return reading.hit(min(place.start, signs.start()), max(place.end, signs.end()))


CHECK = Executive
