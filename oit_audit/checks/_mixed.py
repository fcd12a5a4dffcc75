"""Channels that take more than reports of corruption, by their choices and their words."""

from __future__ import annotations

import re

from oit_audit.checks._forms import fillable
from oit_audit.checks._reading import read
from oit_audit.checks._words import CORRUPTION, any_of
from oit_audit.model import Document
from oit_audit.thai import fold

GENERAL = re.compile(any_of("ร้องทุกข์", "ร้องเรียนทั่วไป", "เรื่องทั่วไป", "เหตุเดือดร้อน"))
"""Complaints of any kind."""

_OTHER_MATTERS = re.compile(
    any_of(
        *(
            "ร้องทุกข์",
            "ร้องเรียนทั่วไป",
            "เรื่องทั่วไป",
            "เดือดร้อน",
            "เสนอแนะ",
            "ข้อเสนอ",
            "ถนน",
            "ไฟฟ้า",
            "ประปา",
        ),
        *(
            "ขยะ",
            "น้ำท่วม",
            "ท่อระบาย",
            "สอบถาม",
            "ชมเชย",
            "ไฟดับ",
            "สาธารณูปโภค",
            "กลิ่น",
            "เสียงดัง",
            "สุนัข",
        ),
        *("แจ้งซ่อม", "คำร้องทั่วไป", "ร้องขอ", "สิ่งแวดล้อม", "สาธารณสุข", "การจราจร", "ฝุ่น"),
    )
)
"""What people complain of that is no corruption."""

_ALSO = re.compile(
    f"(?:{any_of('ทั้ง', 'รวมถึง', 'รวมทั้ง', 'ทุกเรื่อง', 'ทุกประเภท', 'ทุกกรณี', 'หรือ', 'และ')})"
)
_TAKES_ALL = re.compile(any_of("ทุกเรื่อง", "ทุกประเภท", "ทุกกรณี", "ร้องทุกข์ร้องเรียนทุก"))
_RADIO = frozenset({"radio", "checkbox"})


_REPORT_OR_FORM = re.compile(any_of("แจ้ง", "ร้องเรียน", "รับเรื่อง", "ฟอร์ม", "ช่องทาง"))
_SENDS_AWAY = re.compile(
    any_of(
        *(
            "แยก",
            "เฉพาะ",
            "เท่านั้น",
            "ไม่ใช่",
            "ไม่รับ",
            "มิใช่",
            "นอกเหนือ",
            "ช่องทางอื่น",
            "ช่องทางร้องเรียนทั่วไป",
        ),
        *("ไม่รวม", "แทน", "คนละช่องทาง"),
    )
)
"""That general complaints belong elsewhere."""


def takes_all(document: Document) -> bool:
    """Does a form or a sentence of the page take other matters than corruption too?"""
    for form, _ in fillable(document):
        ticks = tuple(field.label for field in form.fields if field.kind in _RADIO)
        lists = (field.choices for field in form.fields if field.kind == "select")
        if any(_mixes(choices) for choices in (ticks, *lists)):
            return True
    for line in read(document).lines:
        said = fold(line.text)
        if line.where != "title" and not line.heading and _REPORT_OR_FORM.search(said):
            mixed = CORRUPTION.search(said) and GENERAL.search(said) and _ALSO.search(said)
            if (mixed or _TAKES_ALL.search(said)) and not _SENDS_AWAY.search(said):
                return True
    return False


def _mixes(choices: tuple[str, ...]) -> bool:
    """Are some of the choices other matters, so that corruption is one of several?

    A choice of corruption among others is enough; without one, two matters of other kinds are.
    """
    said = [fold(choice) for choice in choices]
    others = [each for each in said if _OTHER_MATTERS.search(each) and not CORRUPTION.search(each)]
    return len(others) > 1 or bool(others and any(map(CORRUPTION.search, said)))
